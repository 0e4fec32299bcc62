// What the reader keeps: searches, marks, themes, and itself through a storm of sizes. The real program in a real terminal.
import Foundation
import Glibc
import Reader
import Testing

@Suite struct KeepingJourneys {
  @Test(arguments: TerminalKind.allCases)
  func aSearchIsKeptAndTakenAgain(under terminal: TerminalKind) throws {
    let home = try Journey.home()
    do {
      let tmux = try Journey.open(terminal, home: home)
      try tmux.type("/")
      try tmux.type(text: "country:KE")
      try tmux.type("Enter")
      try tmux.wait("the filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 3") }
      try tmux.type("S")
      try tmux.wait("the saved searches") { $0.contains("Recherches gardées ─") }
      try tmux.type(text: "kenya du jour")
      try tmux.type("Enter")
      try tmux.wait("the picker's end") { !$0.contains("Recherches gardées ─") }
      try tmux.quit()
    }
    let tmux = try Journey.open(terminal, home: home)
    try tmux.type("S")
    try tmux.wait("the search and its count") { $0.contains("kenya du jour") }
    try tmux.type("Enter")
    try tmux.wait("the kept filter") { $0.contains("country:KE") && $0.contains("Dépêches 3") }
    try tmux.quit()
  }

  @Test(arguments: TerminalKind.allCases)
  func aThemeIsTriedOnAndTakenForGood(under terminal: TerminalKind) throws {
    let home = try Journey.home()
    func ground(_ tmux: Tmux) throws -> Set<String> { Set(try tmux.styled().body.joined().map(\.look.background)) }
    do {
      let tmux = try Journey.open(terminal, home: home)
      func waitForGround(_ theme: String) throws {
        let expected = try #require(TerminalKind.background(.text, theme))
        try tmux.wait("the ground of \(theme)") { _ in try ground(tmux).contains(expected) }
      }
      if terminal == .color256 { try waitForGround("dark") }
      try tmux.settle()
      let before = try ground(tmux)
      try tmux.type("T")
      try tmux.wait("the themes") { $0.contains("Thèmes ─") }
      try tmux.type(text: "light")
      try tmux.wait("the light theme") { $0.contains("› light") && $0.contains("Light") }
      try tmux.type("Enter")
      try tmux.wait("the picker's end") { !$0.contains("Thèmes ─") }
      try tmux.settle()
      if terminal == .color256 {
        try waitForGround("light")
      } else if terminal == .screen {
        #expect(try ground(tmux) != before)
      }
      try tmux.quit()
    }
    let tmux = try Journey.open(terminal, home: home)
    try tmux.type("T")
    try tmux.wait("the theme that is worn") { $0.split(separator: "\n").contains { $0.contains("▌") && $0.contains("Light") } }
    try tmux.type("Escape")
    try tmux.wait("the picker's end") { !$0.contains("Thèmes ─") }
    try tmux.quit()
  }

  @Test(arguments: TerminalKind.allCases)
  func undoReachesBeyondARestart(under terminal: TerminalKind) throws {
    let home = try Journey.home()
    do {
      let tmux = try Journey.open(terminal, home: home)
      try tmux.type("s")
      try tmux.wait("the star") { $0.contains("★") }
      try tmux.type("j", "r")
      try tmux.wait("the read dispatch") { $0.contains("54 non lues") }
      try tmux.quit()
    }
    let tmux = try Journey.open(terminal, home: home)
    try tmux.wait("star and mark after the restart") { $0.contains("★") && $0.contains("54 non lues") }
    try tmux.type("u")
    try tmux.wait("the dispatch unread again") { $0.contains("★") && $0.contains("Annulé : 1 dépêche marquée lue") }
    try tmux.type("u")
    try tmux.wait("the star's end") { $0.contains("Dépêches") && !$0.contains("★") }
    try tmux.type("C-r")
    try tmux.wait("the star again") { $0.contains("★") }
    try tmux.quit()
  }

  @Test(arguments: TerminalKind.allCases)
  func aStormOfSizesLeavesTheReaderStanding(under terminal: TerminalKind) throws {
    let tmux = try Journey.open(terminal, columns: 120, rows: 36)
    let program = try tmux.processNumber()
    for (columns, rows) in [(40, 10), (20, 5), (200, 50), (81, 24), (10, 3), (300, 100), (83, 24), (84, 25), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
      for _ in 0..<50 { kill(program, SIGWINCH) }
      try tmux.type("j")
    }
    try tmux.wait("two panes drawn for 80 columns") { $0.contains("Dépêches") && !$0.contains("3 Faits") && $0.contains("? aide") }
    try tmux.resize(columns: 120, rows: 36)
    try tmux.wait("three panes again, nine dispatches on") { $0.contains("1 Dépêches") && $0.contains("3 Faits") && $0.contains("10/55") && $0.contains("? aide") }
    try tmux.quit()
  }

  /// The saved search that is the start view, and what was searched for, are there again the next time.
  @Test(arguments: [TerminalKind.color256, .vt100])
  func theStartViewAndTheHistoryReachBeyondARestart(under terminal: TerminalKind) throws {
    let home = try Journey.home()
    do {
      let tmux = try Journey.open(terminal, home: home)
      try tmux.type("/")
      try tmux.type(text: "country:KE \"grève\"")
      try tmux.type("Enter")
      try tmux.wait("the filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 1") }
      try tmux.type(":")
      try tmux.type(text: "start")
      try tmux.type("Enter")
      try tmux.wait("its confirmation") { $0.contains("s'ouvrira sur") }
      try tmux.quit()
    }
    let settings = try String(contentsOf: home.url.appending(path: "config/telex/config.toml"), encoding: .utf8)
    #expect(settings.contains(#"start = "country:KE \"grève\"""#))
    let tmux = try Tmux(
      [], columns: 100, rows: 30, home: home, environment: Journey.french.merging(terminal.environment) { $1 }, terminal: terminal.term)
    try tmux.wait("the start view") { $0.contains("country:KE ×") && $0.contains("Dépêches 1") }
    try tmux.type("C")
    try tmux.wait("all dispatches") { $0.contains("Dépêches 55") && !$0.contains("country:KE") }
    try tmux.type("/", "Up")
    try tmux.wait("the query asked before") { $0.contains("/ country:KE") }
    try tmux.type("Enter")
    try tmux.wait("its filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 1") }
    try tmux.quit()
  }

  /// What is wrong with the settings is said in the reader and does not stop it; mended, they are taken over without a restart.
  @Test func settingsAreMendedWithoutARestart() throws {
    let home = try Journey.home()
    let config = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    func set(_ text: String) throws { try text.write(to: config.appending(path: "config.toml"), atomically: true, encoding: .utf8) }
    try set("[keys]\nstar = \"Ctrl-Wrong-x\"\n")
    let tmux = try Tmux([], columns: 120, rows: 36, home: home, environment: Journey.french, terminal: "xterm-256color")
    try tmux.wait("the list, and what is wrong") { $0.contains("1 Dépêches 55") && $0.contains("config.toml, ligne 2, colonne 1 : star veut une touche") }
    try set("theme = \"light\"\n[keys]\nstar = \"Ctrl-x s\"\n")
    try tmux.type(":")
    try tmux.type(text: "reload")
    try tmux.type("Enter")
    try tmux.wait("the settings read anew") { $0.contains("Réglages relus.") }
    try tmux.type("C-x")
    try tmux.wait("what may follow the key") { $0.contains("╭") && $0.contains("Étoile") }
    try tmux.type("s")
    try tmux.wait("the star by its new keys") { $0.contains("★") }
    try tmux.quit()
  }

  /// What is picked goes into a file in the format of its ending, and a dispatch to a program on its standard input; no shell sees either.
  @Test func pickedDispatchesAreWrittenAndGivenToAProgram() throws {
    let home = try Journey.home()
    let config = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    let taken = home.url.appending(path: "taken; touch evil.txt")
    try "[programs]\ngarder = [\"tee\", \"\(taken.path)\"]\n".write(to: config.appending(path: "config.toml"), atomically: true, encoding: .utf8)
    let tmux = try Journey.open(home: home)
    let file = home.url.appending(path: "deux.jsonl")
    try tmux.type("V", "V")
    try tmux.wait("two picked") { $0.contains("2 choisies") }
    for expected in ["2 dépêches →", "existe déjà"] {
      try tmux.type(":")
      try tmux.type(text: "write \(file.path)")
      try tmux.type("Enter")
      try tmux.wait(expected) { $0.contains(expected) }
    }
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    var texts: [String] = []
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["reading"] != nil)
      texts.append(try #require(object?["text"] as? String))
    }
    // One dispatch, then both with a form feed between them.
    for (keys, said, given) in [("g", "1 dépêche → garder", texts[0] + "\n"), ("VV", "2 dépêches → garder", texts.joined(separator: "\n\u{0C}\n") + "\n")] {
      try tmux.type(text: keys + ":")
      try tmux.type(text: "run garder")
      try tmux.type("Enter")
      try tmux.wait("what the program said") { $0.contains(said) }
      #expect(try String(contentsOf: taken, encoding: .utf8) == given)
      try tmux.type("g")
    }
    #expect(!FileManager.default.fileExists(atPath: home.url.appending(path: "evil.txt").path))
    try tmux.quit()
  }
}
