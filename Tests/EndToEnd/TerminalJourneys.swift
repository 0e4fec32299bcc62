// What a terminal does to a program in the middle of reading: job control, the hardware cursor. The real program in a real terminal.
import Foundation
import Glibc
import Terminal
import Testing

@Suite struct TerminalJourneys {
  /// The shell waits on the last line written: a terminal without an alternate screen keeps the reader's picture above it.
  private func isShell(_ screen: String) -> Bool {
    screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix("shell>") == true
  }

  /// Ctrl-z gives the terminal back to the shell, fg brings the reader back to where one was.
  @Test(arguments: TerminalKind.allCases)
  func stoppingAndGoingOnKeepsOnesPlace(under terminal: TerminalKind) throws {
    let tmux = try Tmux(
      [], columns: 100, rows: 30, home: Journey.home(), environment: Journey.french.merging(terminal.environment) { $1 },
      terminal: terminal.term, isInteractive: true)
    try tmux.wait("the shell") { $0.contains("shell>") }
    try tmux.type(text: Program.path + " --lang fr")
    try tmux.type("Enter")
    try tmux.wait("the list") { $0.contains("1 Dépêches 55") && $0.contains("55 dép") }
    try tmux.type("j", "j")
    try tmux.wait("the third dispatch") { $0.contains("3/55") }
    try tmux.settle()
    for _ in 0..<3 {
      try tmux.type("C-z")
      try tmux.wait("the shell again", until: isShell)
      try tmux.expectShell()
      try tmux.type(text: "fg")
      try tmux.type("Enter")
      try tmux.wait("the reader again") { $0.contains("3/55") && $0.contains("1 Dépêches 55") && !isShell($0) && !$0.contains("shell>") }
    }
    try tmux.type("j")
    try tmux.wait("keys work") { $0.contains("4/55") }
    try tmux.type("q")
    try tmux.wait("the shell at the end", until: isShell)
    try tmux.expectShell()
  }

  /// Screen readers follow the terminal's own cursor: it stands on what is selected, in every pane and picker.
  @Test(arguments: [TerminalKind.color256, .vt100])
  func theCursorStandsOnWhatIsSelected(under terminal: TerminalKind) throws {
    let tmux = try Journey.open(terminal, columns: 120, rows: 36)
    func place() throws -> (row: String, x: Int, y: Int) {
      try tmux.settle()
      let cursor = try #require(try tmux.cursor(), "the cursor is hidden")
      let row = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)[cursor.y]
      return (String(row), cursor.x, cursor.y)
    }
    let first = try place()
    #expect(first.row.hasPrefix("▌●") && first.x == 0, "the first dispatch: \(first)")
    try tmux.type("j")
    let second = try place()
    #expect(second.row.hasPrefix("▌●") && second.y > first.y, "the second: \(second)")
    try tmux.type("3")
    let card = try place()
    #expect(Array(card.row)[card.x] == "▌" && card.x > 80, "the first fact: \(card)")
    try tmux.type("2", "e")
    let name = try place()
    #expect(Array(name.row)[name.x].isLetter && (36..<84).contains(name.x), "a name in the text: \(name)")
    try tmux.type("c")
    try tmux.type(text: "mali")
    try tmux.wait("what is typed") { $0.contains("› mali") }
    #expect(try place().row.contains("› mali"))
    try tmux.type("Escape")
    try tmux.settle()
    try tmux.type("q")
    try tmux.settle()
    try tmux.quit()
  }

  /// A fact leads to its words: drawn as evidence in the body, whatever the terminal can.
  @Test(arguments: TerminalKind.allCases)
  func everyFactsWordsAreDrawnInTheBody(under terminal: TerminalKind) throws {
    let tmux = try Journey.open(terminal, columns: 120, rows: 36)
    try tmux.type("3")
    try tmux.settle()
    var seen: Set<String> = []
    for _ in 0..<6 {
      try tmux.settle()
      let words = try tmux.styled().words(drawn: terminal.isEvidence)
      #expect(!words.isEmpty, "a fact whose words are not lit")
      seen.insert(words)
      try tmux.type("j")
    }
    #expect(seen.count >= 5, "each fact has words of its own: \(seen)")
    try tmux.type("1")
    try tmux.wait("the list") { $0.contains("c pays") }
    #expect(try tmux.styled().words(drawn: terminal.isEvidence) == "", "nothing stays lit")
    try tmux.quit()
  }
}
