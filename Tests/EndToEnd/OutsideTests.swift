// What leaves the reader: addresses to a browser, texts to the clipboard, to programs and files; and what complaints quote. Nothing of a
// dispatch, a file's name or an argument gets out as a control sequence or by a shell.
import Foundation
import Glibc
import Testing

@Suite struct OutsideTests {
  private static let attack = "Alpha\u{1B}]0;PWNED\u{7}\u{9B}31m\u{202E}\u{1B}[201~;touch /tmp/telex-pwned-o;\r\nOmega"

  /// A home with a dispatch that attacks, a recorder as browser, printer and clipboard, and the folder that they write to.
  private func home() throws -> (home: TemporaryFolder, environment: [String: String]) {
    let home = try TemporaryFolder()
    let tools = home.url.appending(path: "tools")
    let config = home.url.appending(path: "config/telex")
    for folder in [tools, config] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    let script = "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '\(home.url.path)/arguments'\ncat > '\(home.url.path)/input'\n"
    for name in ["browser", "xclip"] {
      let path = tools.appending(path: name)
      try Data(script.utf8).write(to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path.path)
    }
    try Data("[programs]\nprinter = [\"\(tools.path)/browser\"]\n".utf8).write(to: config.appending(path: "config.toml"))
    let object = ["id": "a", "text": Self.attack, "link": "http://a.example/$(touch%20/tmp/telex-pwned-o)?x='`;&y=--z"]
    let line = try JSONSerialization.data(withJSONObject: object)
    #expect(try Program.run(["import", "--format", "jsonl", "-"], input: line, home: home).status == 0)
    let path = "\(tools.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    return (home, ["PATH": path, "BROWSER": "\(tools.path)/browser", "DISPLAY": ":9"])
  }

  private func wait(for file: String, in home: TemporaryFolder) throws -> String {
    let path = home.url.appending(path: file).path
    for _ in 0..<200 {
      if let data = FileManager.default.contents(atPath: path), !data.isEmpty { return String(decoding: data, as: UTF8.self) }
      usleep(20_000)
    }
    Issue.record("\(file) was never written")
    return ""
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value) }
  }

  @Test func anAddressIsOneArgumentAndNoShellReadsIt() throws {
    let (home, environment) = try home()
    #expect(try Program.run(["snapshot", "--size", "90x24", "--keys", "o"], home: home, environment: environment).status == 0)
    let lines = try wait(for: "arguments", in: home).split(separator: "\n").map(String.init)
    #expect(lines == ["1", "http://a.example/$(touch%20/tmp/telex-pwned-o)?x='`;&y=--z"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/telex-pwned-o"))
  }

  /// A letter opens the link that it stands before.
  @Test func aLinksLetterOpensIt() throws {
    let (home, environment) = try home()
    #expect(try Program.run(["snapshot", "--size", "90x24", "--keys", "L f"], home: home, environment: environment).status == 0)
    let lines = try wait(for: "arguments", in: home).split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[1].hasPrefix("http://a.example/"))
  }

  /// Without a display the terminal itself takes the text (OSC 52).
  @Test func withoutADisplayTheTerminalTakesWhatIsCopied() throws {
    let (home, _) = try home()
    let pty = try Pty([], home: home)
    // The text's end stands in the body's pane: the dispatch is there, not only its line in the list.
    _ = pty.read(until: "Omega")
    pty.type("y")
    let output = pty.read(until: "\u{7}", quiet: 5_000) + pty.read(until: "Copied", quiet: 3_000)
    let start = try #require(output.range(of: "\u{1B}]52;c;"))
    let packed = output[start.upperBound...].prefix { $0 != "\u{7}" }
    let copied = String(decoding: try #require(Data(base64Encoded: String(packed))), as: UTF8.self)
    #expect(copied.hasPrefix("Alpha") && copied.hasSuffix("Omega") && isHarmless(copied))
    pty.type("q")
    #expect(pty.wait() == 0)
  }

  @Test func whatIsCopiedGivenAndWrittenHoldsNoControls() throws {
    let (home, environment) = try home()
    let file = home.url.appending(path: "out.txt").path
    #expect(try Program.run(["snapshot", "--size", "90x24", "--keys", "y"], home: home, environment: environment).status == 0)
    let copied = try wait(for: "input", in: home)
    #expect(copied.contains("Alpha") && copied.contains("Omega") && isHarmless(copied))
    unlink(home.url.appending(path: "input").path)
    let letters = "run printer".map { $0 == " " ? "Space" : String($0) }.joined(separator: " ")
    _ = try Program.run(["snapshot", "--size", "90x24", "--keys", ": \(letters) Enter"], home: home, environment: environment)
    let given = try wait(for: "input", in: home)
    #expect(given.contains("Omega") && isHarmless(given))
    let path = "write \(file)".map { $0 == " " ? "Space" : String($0) }.joined(separator: " ")
    _ = try Program.run(["snapshot", "--size", "90x24", "--keys", ": \(path) Enter"], home: home, environment: environment)
    if let written = FileManager.default.contents(atPath: file) { #expect(isHarmless(String(decoding: written, as: UTF8.self))) }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/telex-pwned-o"))
  }

  @Test(arguments: [["import", "--\u{1B}]0;PWNED\u{7}.json"], ["list", "--form\u{9B}at"], ["export", "--format", "\u{1B}[2J"], ["show", "\u{1B}[2J"], ["import", "\u{1B}]0;PWNED\u{7}\u{202E}.json"]])
  func noComplaintQuotesAControl(arguments: [String]) throws {
    let home = try TemporaryFolder()
    let outcome = try Program.run(arguments, home: home)
    #expect(outcome.status != 0 && !outcome.isCrash)
    #expect(isHarmless(outcome.output) && isHarmless(outcome.errors) && !outcome.errors.isEmpty, "\(outcome.errors)")
  }
}
