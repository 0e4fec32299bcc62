// The program on a bare pseudo-terminal: every byte it writes, signals, and how it leaves the line.
import CPty
import Foundation
import Glibc
import Testing

struct Pty: ~Copyable {
  let master: Int32
  let pid: pid_t

  init(_ arguments: [String], home: TemporaryFolder, terminal: String = "xterm-256color", rows: UInt16 = 24, columns: UInt16 = 80, environment: [String: String] = [:])
    throws
  {
    var settings = home.environment.merging(environment) { $1 }
    settings["TERM"] = terminal
    let argv: [UnsafeMutablePointer<CChar>?] = ([Program.path] + arguments).map { strdup($0) } + [nil]
    let envp: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var line: Int32 = -1
    pid = cpty_spawn(Program.path, argv, envp, rows, columns, &line)
    master = line
    try #require(pid > 0)
  }

  deinit { close(master) }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(rows: UInt16, columns: UInt16) { _ = cpty_resize(master, rows, columns) }

  func signal(_ number: Int32) { kill(pid, number) }

  /// What the program wrote until the text was seen, or until nothing came for so long.
  func read(until text: String? = nil, quiet milliseconds: Int32 = 10_000) -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, milliseconds) > 0 else { break }
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      all += buffer[..<count]
      if let text, String(decoding: all, as: UTF8.self).contains(text) { break }
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// Waits for the program's end: its exit status, or nil where a signal ended it, ours too after twenty seconds.
  func wait() -> Int32? {
    var status: Int32 = 0
    for _ in 0..<2_000 {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil }
      if ended < 0 { return nil }
      usleep(10_000)
    }
    kill(pid, SIGKILL)
    waitpid(pid, &status, 0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
