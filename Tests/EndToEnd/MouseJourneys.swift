// The mouse in a real terminal: a click selects, a second opens, the wheel scrolls, borders are dragged, the status line's words are pressed.
import Foundation
import Terminal
import Testing

@Suite struct MouseJourneys {
  /// Presses and lets go of the left button on a cell.
  private func click(_ tmux: Tmux, x: Int, y: Int) throws {
    try report(tmux, 0, x, y, "M")
    try report(tmux, 0, x, y, "m")
  }

  /// A report as terminals send it (SGR, mode 1006).
  private func report(_ tmux: Tmux, _ button: Int, _ x: Int, _ y: Int, _ final: String) throws {
    try tmux.type(text: "\u{1B}[<\(button);\(x + 1);\(y + 1)\(final)")
  }

  /// Where a text stands on the screen.
  private func place(_ text: String, _ tmux: Tmux, after: Int = 0) throws -> Position {
    let rows = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (y, row) in rows.enumerated() where y >= after {
      if let range = row.range(of: text) { return Position(x: row.distance(from: row.startIndex, to: range.lowerBound), y: y) }
    }
    throw TmuxFailure(command: "place", output: "\(text) is not on the screen:\n\(rows.joined(separator: "\n"))")
  }

  @Test(arguments: ["xterm-256color", "screen-256color", "tmux-256color", "foot", "alacritty", "xterm-kitty"])
  func everythingIsWithinReach(terminal: String) throws {
    let tmux = try Tmux([], columns: 120, rows: 36, home: Journey.home(), environment: Journey.french, terminal: terminal)
    try tmux.wait("the list") { $0.contains("1 Dépêches 55") && $0.contains("1/55") }
    // A click selects, the wheel moves on, a double click opens.
    let third = try place("●", tmux, after: 6)
    try click(tmux, x: third.x + 5, y: third.y)
    try tmux.wait("the dispatch that was clicked") { $0.contains("3/55") || $0.contains("2/55") }
    try report(tmux, 65, 5, 10, "M")
    try tmux.wait("the next by the wheel") { $0.contains("4/55") || $0.contains("3/55") }
    try report(tmux, 64, 5, 10, "M")
    try tmux.settle()
    let chosen = try place("▌", tmux)
    for _ in 0..<2 { try click(tmux, x: chosen.x + 8, y: chosen.y + 1) }
    try tmux.wait("the text has the focus") { $0.contains("e nom") }
    // A name in the text, then its dossier; Ctrl-o comes back.
    try tmux.type("1")
    try tmux.type("g")
    try tmux.wait("the first dispatch") { $0.contains("1/55") }
    // The border follows the mouse.
    let border = try place("│", tmux, after: 5)
    try report(tmux, 0, border.x, border.y, "M")
    try report(tmux, 32, border.x + 12, border.y, "M")
    try report(tmux, 0, border.x + 12, border.y, "m")
    try tmux.wait("the border where it was let go") { _ in try place("│", tmux, after: 5).x == border.x + 12 }
    // The wheel over the facts moves them though the list has the focus.
    let facts = try place("3 Faits", tmux)
    let first = try tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)[4].suffix(20)
    for _ in 0..<4 { try report(tmux, 65, facts.x + 4, 12, "M") }
    try tmux.wait("other facts") { $0.split(separator: "\n", omittingEmptySubsequences: false)[4].suffix(20) != first && $0.contains("1/55") }
    // The words of the status line are keys.
    let help = try place("? aide", tmux)
    try click(tmux, x: help.x + 3, y: help.y)
    try tmux.wait("the help") { $0.contains("Aide ─") }
    try click(tmux, x: 0, y: 1)
    try tmux.wait("the help's end by a click beside it") { !$0.contains("Aide ─") }
    // A chip is taken away.
    try tmux.type("c")
    try tmux.type(text: "kenya")
    try tmux.type("Enter")
    try tmux.wait("the filter") { $0.contains("country:KE ×") && $0.contains("Dépêches 3") }
    let chip = try place("country:KE ×", tmux)
    try click(tmux, x: chip.x + 2, y: chip.y)
    try tmux.wait("all again") { !$0.contains("country:KE ×") && $0.contains("Dépêches 55") }
    try tmux.quit()
  }
}
