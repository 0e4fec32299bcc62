import CPty
import Foundation
import Glibc

/// The program on a pseudo-terminal, for what only a drawn screen shows.
enum TerminalLine {
  /// Seconds from the start of `telex` until the words are on a screen of 36 rows by 120 columns; nil where they are not within ten seconds.
  /// The program is killed then.
  static func firstScreen(_ arguments: [String], showing marker: String) -> Double? {
    let start = ContinuousClock.now
    return withProgram(arguments) { line in waitFor(marker, on: line, since: start) }
  }

  /// Seconds from a key's byte on the line to the first bytes of the frame that answers it, and to the last before the line falls silent
  /// for 30 ms, for each key; nil where the program does not draw.
  static func keys(_ keys: [UInt8], _ arguments: [String], showing marker: String) -> (frame: [Double], settled: [Double])? {
    withProgram(arguments) { line in
      guard waitFor(marker, on: line, since: .now) != nil else { return nil }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      /// Reads until the line is silent; when the first bytes came and when the last did.
      func drain(since start: ContinuousClock.Instant) -> (first: Double, last: Double)? {
        var times: (first: Double, last: Double)?
        while true {
          var wait = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
          guard poll(&wait, 1, times == nil ? 1_000 : 30) > 0, read(line, &buffer, buffer.count) > 0 else { return times }
          let now = Measure.seconds(since: start)
          times = (times?.first ?? now, now)
        }
      }
      _ = drain(since: .now)
      var (frame, settled): ([Double], [Double]) = ([], [])
      for key in keys {
        let start = ContinuousClock.now
        guard write(line, [key], 1) == 1, let times = drain(since: start) else { continue }
        frame.append(times.first)
        settled.append(times.last)
      }
      return frame.isEmpty ? nil : (frame, settled)
    }
  }

  /// Runs the program on a screen of 36 rows by 120 columns while `body` talks to it, then ends it.
  private static func withProgram<Result>(_ arguments: [String], _ body: (Int32) -> Result?) -> Result? {
    let argv: [UnsafeMutablePointer<CChar>?] = ([Child.telex] + arguments).map { strdup($0) } + [nil]
    var settings = ProcessInfo.processInfo.environment
    settings["TERM"] = "xterm-256color"
    settings["LANG"] = "C.UTF-8"
    let envp: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var line: Int32 = -1
    let pid = cpty_spawn(Child.telex, argv, envp, 36, 120, &line)
    guard pid > 0 else { return nil }
    defer {
      kill(pid, SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
      close(line)
    }
    return body(line)
  }

  /// Seconds until the words are drawn, at most ten.
  private static func waitFor(_ marker: String, on line: Int32, since start: ContinuousClock.Instant) -> Double? {
    var drawn: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while Measure.seconds(since: start) < 10 {
      var wait = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 1_000) > 0 else { continue }
      let count = read(line, &buffer, buffer.count)
      guard count > 0 else { return nil }
      drawn += buffer[..<count]
      if plain(drawn).contains(marker) { return Measure.seconds(since: start) }
    }
    return nil
  }

  /// The output without its control sequences (ECMA-48, 5.4).
  private static func plain(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        text.append(byte)
        continue
      }
      guard rest.popFirst() == UInt8(ascii: "[") else { continue }
      while let next = rest.popFirst(), !(0x40...0x7E).contains(next) {}
    }
    return String(decoding: text, as: UTF8.self)
  }
}
