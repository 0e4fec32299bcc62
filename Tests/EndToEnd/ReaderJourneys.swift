// The main ways through the reader, with the real program in a real terminal.
import Foundation
import Testing

@Suite(.serialized) struct ReaderJourneys {
  /// The way that the project's first issue asks for: countries, facts, words, query, help, quit.
  @Test(arguments: [(120, 36), (80, 24)])
  func countryThenFactsThenQuery(columns: Int, rows: Int) throws {
    let home = try TemporaryFolder()
    let terminal = try Tmux(["--demo"], columns: columns, rows: rows, home: home, environment: ["LANG": "fr_FR.UTF-8"])
    try terminal.wait("the list of dispatches") { $0.contains("Dépêches") }

    try terminal.type("c")
    try terminal.wait("the country picker") { $0.contains("Pays") || $0.contains("pays") }
    try terminal.type(text: "irak")
    try terminal.wait("Irak among the countries") { $0.contains("Irak") }
    try terminal.type("Enter")
    let filtered = try terminal.wait("the filter in the status line") { $0.contains("country:IQ") }
    #expect(filtered.contains("Massoum"), "the dispatch on Iraq is in the list")
    #expect(!filtered.contains("Fespaco"), "dispatches about other countries are not")

    let before = try terminal.styledScreen()
    try terminal.type("Tab")
    try terminal.type("Tab")
    try terminal.type("j")
    try terminal.wait("the facts") { $0.contains("Faits") }
    #expect(try terminal.styledScreen() != before, "the words of the fact light up")

    try terminal.type("C")
    try terminal.wait("no filter") { !$0.contains("country:IQ") }
    try terminal.type("/")
    try terminal.type(text: "sanctions")
    try terminal.type("Enter")
    try terminal.wait("the query in the status line") { $0.contains("sanctions") }

    try terminal.type("?")
    try terminal.wait("the help") { $0.contains("Aide") }
    try terminal.type("Escape")
    try terminal.wait("the list again") { !$0.contains("Aide ") || $0.contains("Dépêches") }
    try terminal.type("q")
    try terminal.wait("the program's end") { $0.contains("[ended 0]") }
  }

  @Test(arguments: ["xterm-256color", "screen", "vt100", "linux", "xterm-direct"])
  func theReaderOpensUnder(terminal name: String) throws {
    let home = try TemporaryFolder()
    let terminal = try Tmux(["--demo"], columns: 100, rows: 30, home: home, terminal: name)
    try terminal.wait("the list under \(name)") { $0.contains("Dispatches") }
    try terminal.type("q")
    try terminal.wait("the program's end") { $0.contains("[ended 0]") }
  }

  @Test func withoutColourEverythingIsStillThere() throws {
    let home = try TemporaryFolder()
    let terminal = try Tmux(["--demo"], columns: 120, rows: 36, home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait("the list") { $0.contains("Dispatches") }
    let screen = try terminal.styledScreen()
    #expect(!screen.contains("\u{1B}[38;") && !screen.contains("\u{1B}[31m"), "no colour under NO_COLOR")
    try terminal.type("q")
    try terminal.wait("the program's end") { $0.contains("[ended 0]") }
  }

  @Test func aStormOfSizesLeavesTheReaderStanding() throws {
    let home = try TemporaryFolder()
    let terminal = try Tmux(["--demo"], columns: 120, rows: 36, home: home)
    try terminal.wait("the list") { $0.contains("Dispatches") }
    for (columns, rows) in [(40, 10), (20, 5), (200, 50), (81, 24), (10, 3), (300, 100), (83, 24), (84, 25), (120, 36)] {
      try terminal.resize(columns: columns, rows: rows)
    }
    try terminal.wait("three panes again") { $0.contains("Dispatches") && $0.contains("Facts") }
    try terminal.type("q")
    try terminal.wait("the program's end") { $0.contains("[ended 0]") }
  }
}
