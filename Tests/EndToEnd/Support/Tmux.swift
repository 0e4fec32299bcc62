// A real terminal emulator around the program: tmux on a socket of its own.
import Foundation
import Testing

/// One tmux server with one window that runs the program; ended with the object.
final class Tmux {
  private let socket = "telex-\(UUID().uuidString.prefix(8))"
  private let home: TemporaryFolder

  /// Starts the program. Throws where tmux is missing or cannot start.
  init(
    _ arguments: [String], columns: Int, rows: Int, home: TemporaryFolder, environment: [String: String] = [:],
    terminal: String = "tmux-256color"
  ) throws {
    self.home = home
    var settings = home.environment.merging(environment) { $1 }
    settings["TERM"] = nil
    let words = ["env", "-i"] + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + ["TERM=\(terminal)", Program.path]
    let command = (words + arguments).map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
    // The shell stays when the program ends, so that what it leaves on the screen can be read.
    try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh", "-c", "\(command); echo \"[ended $?]\"; exec sleep 600"])
    try tmux(["set-option", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  deinit {
    do { try tmux(["kill-server"]) } catch { print("tmux \(socket): \(error)") }
  }

  /// Types keys in tmux's names: `c`, `Enter`, `Tab`, `Escape`, `C-d`.
  func type(_ keys: String...) throws {
    try tmux(["send-keys", "--"] + keys)
  }

  /// Types a text letter by letter.
  func type(text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen's rows as plain text.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The screen with its colours and attributes as escape sequences.
  func styledScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Waits until the screen is as wanted, at most ten seconds; gives the last screen, and records an issue where it never was.
  @discardableResult
  func wait(_ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isRight: (String) -> Bool) throws -> String {
    var last = ""
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(10) {
      last = try screen()
      if isRight(last) { return last }
      usleep(20_000)
    }
    Issue.record("\(what) never came; the screen was:\n\(last)", sourceLocation: sourceLocation)
    return last
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tmux", "-L", socket] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8", "TMUX": ""]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw TmuxFailure(command: arguments.joined(separator: " "), output: text) }
    return text
  }
}

struct TmuxFailure: Error, CustomStringConvertible {
  let command: String
  let output: String
  var description: String { "tmux \(command): \(output)" }
}
