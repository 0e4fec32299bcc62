// The main ways through the reader, with the real program in a real terminal.
import Foundation
import Testing

@Suite(.serialized) struct ReaderJourneys {
  private static let french = ["LANG": "fr_FR.UTF-8"]

  /// A terminal that shows the list of the sample data, in French.
  private func open(_ columns: Int = 100, _ rows: Int = 30, terminal: String = "tmux-256color", extra: [String: String] = [:]) throws -> Tmux {
    let home = try TemporaryFolder()
    let tmux = try Tmux(
      ["--demo"], columns: columns, rows: rows, home: home, environment: Self.french.merging(extra) { $1 }, terminal: terminal)
    try tmux.wait("the list of dispatches") { $0.contains("Dépêches") && $0.contains("55 dép") }
    return tmux
  }

  /// The way that the project's first issue asks for: countries, facts, words, query, help, quit.
  @Test(arguments: [(120, 36), (80, 24)])
  func countryThenFactsThenQuery(columns: Int, rows: Int) throws {
    let tmux = try open(columns, rows)
    try tmux.type("c")
    try tmux.wait("the country picker") { $0.contains("›") }
    try tmux.type(text: "irak")
    try tmux.wait("Irak chosen") { $0.contains("› irak") && $0.contains("Irak ") }
    try tmux.type("Enter")
    let filtered = try tmux.wait("the filter in the status line") { $0.contains("country:IQ") && $0.contains("Dépêches 1") }
    #expect(filtered.contains("Massoum"), "the dispatch on Iraq is in the list")
    #expect(!filtered.contains("Kenya"), "dispatches about other countries are not")

    try tmux.type("Tab", "Tab")
    try tmux.wait("the facts") { $0.contains("3 Faits") && $0.contains("◉") }
    let before = try tmux.styledScreen()
    try tmux.type("j")
    try tmux.wait("the evidence's light in the body") { _ in try tmux.styledScreen() != before }
    let evidence = try tmux.screen()
    #expect(evidence.contains("Massoum") || evidence.contains("Poutine"))

    try tmux.type("C")
    try tmux.wait("no filter") { !$0.contains("country:IQ") && $0.contains("55 dép") }
    try tmux.type("/")
    try tmux.type(text: "sanctions")
    try tmux.type("Enter")
    let found = try tmux.wait("the query in the status line") { $0.contains("sanctions ×") && !$0.contains("55 dép") }
    #expect(found.contains("dépêche"))

    try tmux.type("?")
    try tmux.wait("the help") { $0.contains("Aide ─") && $0.contains("Descendre") }
    try tmux.type("Escape")
    try tmux.wait("the help's end") { !$0.contains("Aide ─") }
    try tmux.quit()
  }

  @Test(arguments: ["xterm-256color", "screen", "vt100", "linux", "without colour"])
  func mapFilterDossierAndBack(under terminal: String) throws {
    let isPlain = terminal == "without colour"
    let tmux = try open(terminal: isPlain ? "xterm-256color" : terminal, extra: isPlain ? ["NO_COLOR": "1"] : [:])
    try tmux.type("m")
    try tmux.wait("the map") { $0.contains("Carte") }
    try tmux.type(text: "irak")
    try tmux.wait("Irak on the map") { $0.contains("Irak") && $0.contains("1 dépêche") }
    try tmux.type("Enter")
    try tmux.wait("the filter") { $0.contains("country:IQ") && $0.contains("Dépêches 1") }
    if isPlain {
      let styled = try tmux.styledScreen()
      #expect(!styled.contains("\u{1B}[38;") && !styled.contains("\u{1B}[31m") && !styled.contains("\u{1B}[48;"), "no colour under NO_COLOR")
    }
    try tmux.type("i")
    try tmux.type(text: "massoum")
    try tmux.wait("the name") { $0.contains("› massoum") && $0.contains("Fouad Massoum") }
    try tmux.type("Enter")
    try tmux.wait("the dossier") { $0.contains("Fonctions") && $0.contains("Déclarations") }
    try tmux.type("C-o")
    try tmux.wait("the same list again") { $0.contains("country:IQ") && $0.contains("Dépêches 1") && !$0.contains("Fonctions") }
    try tmux.quit()
  }

  @Test func aSearchIsKeptAndTakenAgain() throws {
    let tmux = try open()
    try tmux.type("/")
    try tmux.type(text: "country:KE")
    try tmux.type("Enter")
    try tmux.wait("the filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 2") }
    try tmux.type("S")
    try tmux.wait("the saved searches") { $0.contains("Recherches gardées ─") }
    try tmux.type(text: "kenya du jour")
    try tmux.type("Enter")
    try tmux.wait("the picker's end") { !$0.contains("Recherches gardées ─") }
    try tmux.type("C")
    try tmux.wait("all dispatches") { $0.contains("Dépêches 55") }
    try tmux.type("S")
    try tmux.wait("the search and its count") { $0.contains("kenya du jour") }
    try tmux.type("Enter")
    try tmux.wait("the kept filter") { $0.contains("country:KE") && $0.contains("Dépêches 2") }
    try tmux.quit()
  }

  @Test func aThemeIsTriedOnAndTaken() throws {
    let tmux = try open()
    let before = try tmux.styledScreen()
    try tmux.type("T")
    try tmux.wait("the themes") { $0.contains("Thèmes ─") }
    try tmux.type(text: "light")
    try tmux.wait("the light theme") { $0.contains("› light") }
    try tmux.type("Enter")
    try tmux.wait("the picker's end") { !$0.contains("Thèmes ─") }
    #expect(try tmux.styledScreen() != before)
    try tmux.quit()
  }

  @Test func undoReachesBeyondARestart() throws {
    let home = try TemporaryFolder()
    let samples = Program.root.appending(path: "SampleData/dispatches/wire").path
    let imported = try Program.run(["import", samples], home: home)
    try #require(imported.status == 0, "\(imported.errors)")
    do {
      let tmux = try Tmux([], columns: 100, rows: 30, home: home, environment: Self.french)
      try tmux.wait("the list") { $0.contains("Dépêches") }
      try tmux.type("s")
      try tmux.wait("the star") { $0.contains("★") }
      try tmux.quit()
    }
    let tmux = try Tmux([], columns: 100, rows: 30, home: home, environment: Self.french)
    try tmux.wait("the star after the restart") { $0.contains("★") }
    try tmux.type("u")
    try tmux.wait("the star's end") { $0.contains("Dépêches") && !$0.contains("★") }
    try tmux.quit()
  }

  @Test func aStormOfSizesLeavesTheReaderStanding() throws {
    let tmux = try open(120, 36)
    for (columns, rows) in [(40, 10), (20, 5), (200, 50), (81, 24), (10, 3), (300, 100), (83, 24), (84, 25), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
    }
    try tmux.wait("two panes drawn for 80 columns") { $0.contains("Dépêches") && !$0.contains("3 Faits") && $0.contains("? aide") }
    try tmux.resize(columns: 120, rows: 36)
    try tmux.wait("three panes again") { $0.contains("1 Dépêches") && $0.contains("3 Faits") && $0.contains("? aide") }
    try tmux.quit()
  }
}
