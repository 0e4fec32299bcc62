// What the journeys through the reader share: the terminals that they go through, and a home with the sample data in it.
import Foundation
import Glibc
import Reader
import Terminal
import Testing

/// The terminals of the journeys.
enum TerminalKind: String, CaseIterable, CustomTestStringConvertible {
  case color256 = "xterm-256color"
  case screen
  case vt100
  case noColor = "NO_COLOR"

  var term: String { self == .noColor ? "xterm-256color" : rawValue }
  var environment: [String: String] { self == .noColor ? ["NO_COLOR": "1"] : [:] }
  var testDescription: String { rawValue }

  private var depth: ColorDepth {
    switch self {
    case .color256: .indexed
    case .screen: .eight
    case .vt100, .noColor: .none
    }
  }

  /// Whether a look is that of words lit as evidence: the theme's colour under them, or reversed where there are too few colours.
  func isEvidence(_ look: StyledScreen.Look) -> Bool {
    self == .color256 ? look.background == Self.evidence : look.isReversed
  }

  private static let evidence = background(.factEvidence, "dark")

  /// The SGR of the background of a role in a shipped theme, as the terminal of 256 colours is told.
  static func background(_ role: StyleRole, _ theme: String) -> String? {
    let folder = Program.root.appending(path: "Themes").path
    guard let color = ThemeFile.load(directory: folder)[theme]?[role].background else { return nil }
    return "5;\(ColorDepth.indexed.number(of: color))"
  }
}

enum Journey {
  static let french = ["LANG": "fr_FR.UTF-8"]

  /// A home whose store holds the sample data.
  static func home() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let sample = try store.get()
    for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: sample.store + ending) {
      try FileManager.default.copyItem(atPath: sample.store + ending, toPath: home.store + ending)
    }
    return home
  }

  /// Imported once for all journeys; gone when the tests end.
  private static let store: Result<TemporaryFolder, any Error> = Result {
    let home = try TemporaryFolder()
    atexit { Journey.removeStore() }
    let outcome = try Program.run(["import", Program.root.appending(path: "SampleData").path], home: home)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return home
  }

  /// A static is never let go of, so its folder is removed by hand.
  private static func removeStore() {
    guard case .success(let home) = store else { return }
    do { try FileManager.default.removeItem(at: home.url) } catch { print("left behind: \(home.url.path): \(error)") }
  }

  /// The reader over the sample data in a terminal, when it shows its list.
  static func open(
    _ terminal: TerminalKind = .color256, columns: Int = 100, rows: Int = 30, home: TemporaryFolder? = nil, arguments: [String] = []
  ) throws -> Tmux {
    let tmux = try Tmux(
      arguments, columns: columns, rows: rows, home: try home ?? Journey.home(),
      environment: french.merging(terminal.environment) { $1 }, terminal: terminal.term)
    try tmux.wait("the list of dispatches") { $0.contains("1 Dépêches 55") && $0.contains("55 dép") }
    return tmux
  }
}
