// The reader on a pseudo-terminal whose output is read all the time, for tests that end, stop, resize and unplug it.
import CPty
import Foundation
import Glibc
import Synchronization
import Testing

final class TerminalRun: Sendable {
  let pid: pid_t
  private let master: Int32
  private let output = Mutex<[UInt8]>([])
  private let isUnplugged = Atomic(false)
  private let isDrained = DispatchSemaphore(value: 0)

  /// Runs telex with the arguments; with `ignoringHangup` as under nohup.
  init(_ arguments: [String], home: TemporaryFolder, ignoringHangup: Bool = false) throws {
    let command = ignoringHangup ? ["/bin/sh", "-c", "trap '' HUP; exec \"$0\" \"$@\"", Program.path] + arguments : [Program.path] + arguments
    let argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let envp: [UnsafeMutablePointer<CChar>?] = home.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var line: Int32 = -1
    pid = cpty_spawn(command[0], argv, envp, 24, 80, &line)
    master = line
    guard pid > 0 else { throw CocoaError(.fileReadUnknown) }
    Thread.detachNewThread { [self] in drain() }
  }

  deinit { close(master) }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isUnplugged.load(ordering: .acquiring) {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 20) > 0 else { continue }
      let count = read(master, &buffer, buffer.count)
      // EIO: nobody has the other end open any more.
      guard count > 0 else { break }
      output.withLock { $0 += buffer[..<count] }
    }
    isDrained.signal()
  }

  var text: String { output.withLock { String(decoding: $0, as: UTF8.self) } }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(rows: UInt16, columns: UInt16) { _ = cpty_resize(master, rows, columns) }
  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits until it has drawn something, at most ten seconds.
  func waitUntilDrawn() {
    for _ in 0..<1_000 where !text.contains("\u{1B}[?1049h") { usleep(10_000) }
  }

  /// Takes the terminal away.
  func unplug() {
    isUnplugged.store(true, ordering: .releasing)
    isDrained.wait()
    // Another end of the same line: closing the last one hangs it up.
    dup2(Self.nothing, master)
  }

  private static let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)

  /// Waits for its end so long; nil where it goes on (and is killed), else its status as waitpid(2) gives it.
  func end(within milliseconds: Int) -> Int32? {
    var status: Int32 = 0
    for _ in 0..<milliseconds / 5 {
      if waitpid(pid, &status, WNOHANG) == pid {
        if !isUnplugged.load(ordering: .acquiring) { isDrained.wait() }
        return status
      }
      usleep(5_000)
    }
    kill(pid, SIGKILL)
    waitpid(pid, &status, 0)
    return nil
  }

  var hasFreshModes: Bool { cpty_has_fresh_modes(master) != 0 }

  /// Private modes (DEC) that are not at the end of the output as in a terminal that nobody has touched.
  var modesLeftOn: [String] {
    var on: Set<String> = []
    for part in text.components(separatedBy: "\u{1B}[?").dropFirst() {
      let numbers = part.prefix { $0.isNumber || $0 == ";" }
      guard let final = part.dropFirst(numbers.count).first, final == "h" || final == "l" else { continue }
      for number in numbers.split(separator: ";").map(String.init) where number != "12" {
        // Lines wrap and the cursor shows.
        if (final == "h") != (number == "25" || number == "7") { on.insert(number) } else { on.remove(number) }
      }
    }
    return on.sorted()
  }

  /// Clock ticks (a hundredth of a second) that it has computed so far (`utime`, `stime` of proc(5)).
  var ticks: Int {
    let text = FileManager.default.contents(atPath: "/proc/\(pid)/stat").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
  }
}
