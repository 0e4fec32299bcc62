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
      try tmux.wait("the filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 2") }
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
    try tmux.wait("the kept filter") { $0.contains("country:KE") && $0.contains("Dépêches 2") }
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
    try tmux.wait("the dispatch unread again") { $0.contains("★") && $0.contains("Annulé") }
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
}
