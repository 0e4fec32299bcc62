// A terminal whose locale is not UTF-8: everything in ASCII, nothing lost, nothing garbled.
import Foundation
import Testing

@Suite struct PlainLocaleTests {
  @Test(arguments: ["C", "POSIX"]) func anotherSetOfCharactersIsDrawnInASCII(_ locale: String) throws {
    let tmux = try Tmux(
      ["--demo"], columns: 100, rows: 30, home: TemporaryFolder(), environment: ["LC_ALL": locale], terminal: "xterm-256color")
    let screen = try tmux.wait("the list") { $0.contains("1 Dispatches 55") && $0.contains("55 dis") }
    #expect(screen.contains("les medecins suspendent"), "letters lose their accents")
    let telex = screen.split(separator: "\n").filter { !$0.contains("[ended") }
    #expect(telex.allSatisfy { $0.allSatisfy(\.isASCII) })
    try tmux.type("c")
    try tmux.wait("the picker, its frame in ASCII") { $0.contains("+- Countries -") }
    try tmux.type("Escape")
    try tmux.wait("the picker's end") { !$0.contains("+- Countries -") }
    try tmux.quit()
  }
}
