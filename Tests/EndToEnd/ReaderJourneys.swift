// The main ways through the reader, with the real program in a real terminal: finding, facts, dossiers, stories.
import Foundation
import Testing

@Suite struct ReaderJourneys {
  /// The way that the project's first issue asks for: countries, facts and their words, query, help, quit.
  @Test(arguments: [
    (TerminalKind.color256, 120, 36), (.color256, 80, 24), (.screen, 100, 30), (.vt100, 80, 24), (.noColor, 120, 36),
  ])
  func countryThenFactsThenQuery(terminal: TerminalKind, columns: Int, rows: Int) throws {
    let tmux = try Journey.open(terminal, columns: columns, rows: rows, home: TemporaryFolder(), arguments: ["--demo"])
    try tmux.type("c")
    try tmux.wait("the country picker") { $0.contains("›") }
    try tmux.type(text: "irak")
    try tmux.wait("Irak chosen") { $0.contains("› irak") && $0.contains("Irak ") }
    try tmux.type("Enter")
    let filtered = try tmux.wait("the filter in the status line") {
      $0.contains("country:IQ") && $0.contains("Dépêches 1") && !$0.contains("› irak")
    }
    #expect(filtered.contains("Massoum"), "the dispatch on Iraq is in the list")
    #expect(!filtered.contains("Kenya"), "dispatches about other countries are not")
    #expect(try tmux.styled().words(drawn: terminal.isEvidence) == "", "nothing is lit in the body yet")

    try tmux.type("Tab", "Tab")
    try tmux.wait("the facts") { $0.contains("3 Faits") && $0.contains("◉") && $0.contains("ses mots") }
    try tmux.settle()
    let office = "Le président irakien, Fouad Massoum"
    func lit() throws -> String { try tmux.styled().words(drawn: terminal.isEvidence) }
    for _ in 0..<12 where try lit() != office {
      let before = try lit()
      try tmux.type("j")
      try tmux.wait("the next fact's words") { _ in try lit() != before }
    }
    #expect(try lit() == office, "the words of the office are drawn as evidence, and no others")
    try tmux.type("j")
    try tmux.wait("the next fact's words") { _ in try ![office, ""].contains(lit()) }
    let words = try lit()
    try tmux.type("Enter")
    try tmux.wait("the body, at the words") { $0.contains("e nom") }
    #expect(try lit() == words, "the words stay lit in the body")

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

  @Test(arguments: TerminalKind.allCases)
  func mapFilterDossierAndBack(under terminal: TerminalKind) throws {
    let tmux = try Journey.open(terminal)
    try tmux.type("m")
    try tmux.wait("the map") { $0.contains("Carte") }
    try tmux.type(text: "irak")
    try tmux.wait("Irak on the map") { $0.contains("Irak") && $0.contains("1 dépêche") }
    try tmux.type("Enter")
    try tmux.wait("the filter") { $0.contains("country:IQ") && $0.contains("Dépêches 1") }
    let looks = Set(try tmux.styled().rows.joined().map(\.look))
    let isColored = looks.contains { !$0.foreground.isEmpty || !$0.background.isEmpty }
    #expect(isColored == (terminal == .color256 || terminal == .screen), "colours where there are any, and none under NO_COLOR")
    try tmux.type("i")
    try tmux.type(text: "massoum")
    try tmux.wait("the name") { $0.contains("› massoum") && $0.contains("Fouad Massoum") }
    try tmux.type("Enter")
    try tmux.wait("the dossier") { $0.contains("Fonctions") && $0.contains("Déclarations") }
    try tmux.type("C-o")
    try tmux.wait("the same list again") { $0.contains("country:IQ") && $0.contains("Dépêches 1") && !$0.contains("Fonctions") }
    try tmux.type("M-o")
    try tmux.wait("the dossier again") { $0.contains("Fonctions") }
    try tmux.type("Enter")
    try tmux.wait("the office's words, lit") { _ in
      try tmux.styled().words(drawn: terminal.isEvidence) == "Le président irakien, Fouad Massoum"
    }
    try tmux.type("1")
    try tmux.wait("the list") { $0.contains("c pays") }
    try tmux.quit()
  }

  @Test(arguments: TerminalKind.allCases)
  func aStoryUnfoldsFoldsAndShowsWhatChanged(under terminal: TerminalKind) throws {
    let tmux = try Journey.open(terminal)
    let (newest, middle) = ("Pérou : 23 morts dans le séisme", "Pérou : le bilan du séisme")
    try tmux.type("/")
    try tmux.type(text: "arequip")
    try tmux.wait("the word's beginning, while it is typed") { $0.contains("arequip…") && $0.contains("5 dép") }
    try tmux.type(text: "a -croix")
    try tmux.type("Enter")
    let folded = try tmux.wait("the story") { $0.contains(" ×") && $0.contains("c pays") && $0.contains(newest) && $0.contains("12 → 17 → 23 morts") }
    #expect(folded.contains("▸5") && !folded.contains(middle))
    #expect(folded.contains("23 morts · ATS 21"), "what another agency counts")
    try tmux.type("l")
    try tmux.wait("its versions") { $0.contains("▾5") && $0.contains(newest) && $0.contains(middle) }
    try tmux.type("h")
    try tmux.wait("the newest only") { $0.contains("▸5") && !$0.contains(middle) }
    try tmux.type("v")
    try tmux.wait("the versions' page") { $0.contains(middle) && $0.contains("12 → 17 → 23 morts · les agences divergent : Telex 23, ATS 21") }
    #expect(try tmux.screen().contains("Un texte à part"), "a rewritten text is shown as it is")
    try tmux.type("k")
    try tmux.wait("the update before, compared with the one before it") { $0.contains("Changements depuis : ") && $0.contains("120 blessés") }
    let screen = try tmux.styled()
    let (removed, added, kept) = (screen.looks(of: "tuées et 45 blessées"), screen.looks(of: "120 blessés"), screen.looks(of: "lundi matin la région"))
    #expect(removed != nil && added != nil && kept != nil)
    #expect(Set([removed, added, kept]).count == 3, "what went, what came and what stayed are told apart")
    try tmux.type("Escape")
    try tmux.wait("the list") { $0.contains("1 Dépêches") && $0.contains("▸5") }
    try tmux.quit()
  }
}
