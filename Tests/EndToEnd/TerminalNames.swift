// The terminals by the names that people have in TERM, also on machines that describe few of them: the real program in tmux.
import Foundation
import Testing

@Suite struct TerminalNames {
  /// Everything that shows drawing and keys: the list, a name lit in the text, facts, a picker, a page, and the terminal given back.
  @Test(arguments: [
    ("xterm-256color", [:]), ("screen-256color", [:]), ("tmux-256color", [:]), ("linux", [:]), ("vt100", [:]), ("xterm-direct", [:]), ("foot", [:]),
    ("alacritty", [:]), ("xterm-kitty", [:]), ("alacritty", ["COLORTERM": "truecolor"]), ("tmux-256color", ["COLORTERM": "24bit"]),
    ("xterm-direct", ["NO_COLOR": "1"]), ("linux", ["LC_ALL": "C"]), ("vt100", ["LC_ALL": "C"]), ("foot", ["LC_ALL": "C", "NO_COLOR": "1"]),
  ] as [(String, [String: String])])
  func theReaderIsDrawnAndTheTerminalGivenBack(name: String, environment: [String: String]) throws {
    let isASCII = environment["LC_ALL"] == "C"
    let tmux = try Tmux(
      ["--lang", "fr"], columns: 120, rows: 36, home: Journey.home(), environment: Journey.french.merging(environment) { $1 }, terminal: name)
    let list = isASCII ? "1 Depeches 55" : "1 Dépêches 55"
    try tmux.wait("the list") { $0.contains(list) && $0.contains("3 Faits") }
    try tmux.type("j")
    try tmux.wait("the second dispatch") { $0.contains("2/55") }
    try tmux.type("2", "e", "e")
    try tmux.wait("a name") { $0.contains("e nom") }
    try tmux.type("3")
    try tmux.wait("the facts") { $0.contains("ses mots") }
    try tmux.type("c")
    try tmux.type(text: "kenya")
    try tmux.wait("the picker") { $0.contains(isASCII ? "> kenya" : "› kenya") }
    try tmux.type("Enter")
    try tmux.wait("the filter") { $0.contains("country:KE") && $0.contains(isASCII ? "Depeches 3" : "Dépêches 3") }
    try tmux.type("m")
    let map = try tmux.wait("the map") { $0.contains("Carte") && $0.contains("Kenya") }
    for rest in ["[?", "38;", "[0m", "^["] { #expect(!map.contains(rest), "a sequence that the terminal did not take") }
    if isASCII { #expect(map.allSatisfy { $0.isASCII }) }
    try tmux.type("q")
    try tmux.wait("the list again") { $0.contains("1 D") && !$0.contains("Carte") }
    let looks = Set(try tmux.styled().rows.joined().map(\.look))
    let isColored = looks.contains { !$0.foreground.isEmpty || !$0.background.isEmpty }
    #expect(isColored == (name != "vt100" && environment["NO_COLOR"] == nil), "colours")
    try tmux.quit()
  }
}
