// A real terminal emulator around the program: tmux on a socket of its own.
import Foundation
import Glibc
import Terminal
import Testing

/// One tmux server with one window that runs the program; ended with the object.
final class Tmux {
  private let socket = "telex-\(UUID().uuidString.prefix(8))"
  private let home: TemporaryFolder

  /// Starts the program with the arguments in a window of that size, or a shell with job control to start it from. Throws where tmux
  /// is missing or cannot start.
  init(
    _ arguments: [String], columns: Int, rows: Int, home: TemporaryFolder, environment: [String: String] = [:],
    terminal: String = "tmux-256color", isInteractive: Bool = false
  ) throws {
    self.home = home
    var settings = home.environment.merging(environment) { $1 }
    settings["TERM"] = terminal
    let assignments = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if isInteractive {
      let shell = ["env", "-i", "PS1=shell> "] + assignments + ["sh", "-i"]
      try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell)
    } else {
      // The shell stays when the program ends, so that what it leaves on the screen can be read.
      let command = (["env", "-i"] + assignments + [Program.path] + arguments).map(Self.quoted).joined(separator: " ")
      let (before, after, number) = (Self.quoted(path("modes-before")), Self.quoted(path("modes-after")), Self.quoted(path("number")))
      let child = Self.quoted("echo $$ > \(number); exec \(command)")
      let script = "stty -a > \(before); sh -c \(child); ended=$?; stty -a > \(after); echo \"[ended $ended]\"; exec sleep 300"
      try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh", "-c", script])
    }
    try tmux(["set-option", "-g", "status", "off"])
    try resize(columns: columns, rows: rows)
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

  /// The screen with its colours and attributes, letter by letter.
  func styled() throws -> StyledScreen { StyledScreen(capture: try styledScreen()) }

  /// A word of tmux about the window, such as `cursor_y`.
  func word(_ name: String) throws -> String { try tmux(["display-message", "-p", "#{\(name)}"]).filter { !$0.isNewline } }

  /// Where the terminal's cursor stands; nil where it is hidden.
  func cursor() throws -> Position? {
    let numbers = try word("cursor_flag} #{cursor_x} #{cursor_y").split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] == 1 else { return nil }
    return Position(x: numbers[1], y: numbers[2])
  }

  /// The number of the program's process.
  func processNumber() throws -> pid_t {
    let text = try String(contentsOfFile: path("number"), encoding: .utf8)
    return try #require(pid_t(text.filter { $0.isNumber }))
  }

  private func path(_ name: String) -> String { home.url.appending(path: "\(socket)-\(name)").path }

  private static func quoted(_ word: String) -> String { "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'" }

  /// Waits until the screen is as wanted, at most thirty seconds; gives the last screen, and fails the test where it never was.
  @discardableResult
  func wait(_ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isRight: (String) throws -> Bool) throws -> String {
    let start = ContinuousClock.now
    while true {
      let last = try screen()
      if try isRight(last) { return last }
      guard ContinuousClock.now - start < .seconds(30) else {
        Issue.record("\(what) never came; the screen was:\n\(last)", sourceLocation: sourceLocation)
        throw TmuxFailure(command: "wait", output: what)
      }
      usleep(30_000)
    }
  }

  /// Waits until the screen has stayed the same for a tenth of a second: a key's answer may come in several frames.
  func settle() throws {
    var last = try styledScreen()
    for _ in 0..<100 {
      usleep(100_000)
      let now = try styledScreen()
      if now == last { return }
      last = now
    }
  }

  /// Leaves with `q` and waits for the program's end.
  func quit() throws {
    try type("q")
    try expectEnd(status: 0)
  }

  /// Waits for the program's end: the terminal is then as it was found.
  func expectEnd(status: Int32, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("the program's end", sourceLocation: sourceLocation) { $0.contains("[ended \(status)]") }
    try expectShell(sourceLocation: sourceLocation)
    let modes = try ["modes-before", "modes-after"].map { try String(contentsOfFile: path($0), encoding: .utf8) }
    // The window's size may have changed meanwhile; it is no mode.
    let withoutSize = modes.map { $0.split(separator: ";").filter { !$0.contains("rows") && !$0.contains("columns") } }
    #expect(withoutSize[0] == withoutSize[1] && !withoutSize[0].isEmpty, "stty -a", sourceLocation: sourceLocation)
  }

  /// The terminal is the shell's: its usual screen, a cursor, no mouse reports, no keypad codes.
  func expectShell(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let flags = try word("alternate_on}#{cursor_flag}#{mouse_any_flag}#{keypad_cursor_flag")
    #expect(flags == "0100", "alternate screen, cursor, mouse, keypad", sourceLocation: sourceLocation)
  }

  /// Runs tmux with its output in a file. Not by `Process`: the server that the first call starts would inherit the socket by which
  /// Foundation learns of the client's end, and hold it open for ever; here everything above standard error is closed.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let file = home.url.appending(path: "tmux-\(UUID().uuidString)").path
    defer { unlink(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for number in Int32(3)..<512 { posix_spawn_file_actions_addclose(&actions, number) }
    // The test's thread blocks signals; the server must hear SIGTERM, and the program in it SIGWINCH.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8", "TMUX": ""]) { $1 }
    let argv: [UnsafeMutablePointer<CChar>?] = (["tmux", "-L", socket] + arguments).map { strdup($0) } + [nil]
    let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var pid: pid_t = 0
    let failure = posix_spawnp(&pid, "tmux", &actions, &attributes, argv, envp)
    guard failure == 0 else { throw TmuxFailure(command: arguments.joined(separator: " "), output: String(cString: strerror(failure))) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    guard status == 0 else { throw TmuxFailure(command: arguments.joined(separator: " "), output: text) }
    return text
  }
}

struct TmuxFailure: Error, CustomStringConvertible {
  let command: String
  let output: String
  var description: String { "tmux \(command): \(output)" }
}
