// The attacking inputs of ../shared/hostile through the whole program: the store stays sound, nothing changes by the second time, and
// no byte of theirs reaches the terminal.
import Foundation
import Glibc
import Testing

private let hostile = Program.shared("hostile")
private let isMissing: Comment = "../shared/hostile is not here"

@Suite struct HostileInputTests {
  /// Folders whose inputs are read in a moment; `plain` holds texts that keep a debug build busy for half a minute.
  private static let folders = [
    "esc", "unicode", "encoding", "xml", "url", "shell", "date", "id", "html", "newsml", "ninjs", "opml", "toml", "http",
  ]

  @Test(.enabled(if: hostile != nil, isMissing)) func importedTwiceTheStoreIsSoundAndUnchanged() throws {
    let folder = try #require(hostile)
    let home = try TemporaryFolder()
    let paths = Self.folders.map { folder.appending(path: $0).path }
    let first = try Program.run(["import"] + paths, home: home)
    #expect(!first.isCrash && first.status == 0)
    let listed = try Program.run(["list", "--limit", "10000", "--format", "jsonl"], home: home).output
    #expect(listed.split(separator: "\n").count >= 100)
    let second = try Program.run(["import"] + paths, home: home)
    #expect(second.output.hasPrefix("0 new, 0 updated"), "\(second.output)")
    #expect(try Program.run(["list", "--limit", "10000", "--format", "jsonl"], home: home).output == listed)
    #expect(try Program.run(["doctor"], home: home).output.contains("store: sound"))
    for arguments in [["list", "--limit", "1000"], ["export", "--format", "markdown"], ["facts"], ["entities"]] {
      let outcome = try Program.run(arguments, home: home)
      #expect(!outcome.isCrash)
      #expect(Self.forbidden(outcome.output) == [], "\(arguments)")
      #expect(Self.forbidden(outcome.errors) == [], "\(arguments)")
    }
    #expect(Self.forbidden(first.errors) == [])
    let pwned = try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix("telex-pwned") }
    #expect(pwned.isEmpty)
  }

  /// Controls, C1 in any form, overrides of direction and tag characters in a printed text.
  private static func forbidden(_ text: String) -> Set<UInt32> {
    let ranges: [ClosedRange<UInt32>] = [
      0...8, 0xB...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F,
    ]
    return Set(text.unicodeScalars.map { $0.value }.filter { value in ranges.contains { $0.contains(value) } })
  }

  @Test(.enabled(if: hostile != nil, isMissing), arguments: ["xterm-256color", "screen-256color", "linux"])
  func theTerminalGetsNoSequenceThatAnEmptyItemDoesNotGet(terminal: String) throws {
    let folder = try #require(hostile)
    let home = try TemporaryFolder()
    let copies = home.url.appending(path: "in")
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
    // The files call their feed alike; a name each keeps their items apart.
    var number = 0
    for kind in ["esc", "unicode"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path).sorted() {
        var data = try Data(contentsOf: folder.appending(path: "\(kind)/\(name)"))
        number += 1
        if let range = data.range(of: Data("Hostile".utf8)) { data.replaceSubrange(range, with: Data("Hostile\(number)".utf8)) }
        try data.write(to: copies.appending(path: "\(number)-\(name)"))
      }
    }
    _ = try Program.run(["import", copies.path], home: home)
    let plain = try TemporaryFolder()
    let items = (0..<90).map { "{\"id\":\"\($0)\",\"text\":\"Titre\\nUn texte.\"}" }.joined(separator: "\n")
    _ = try Program.run(["import", "--format", "jsonl", "-"], input: Data(items.utf8), home: plain)

    let allowed = try Self.sequences(of: Self.screenBytes(home: plain, terminal: terminal))
    let sent = try Self.sequences(of: Self.screenBytes(home: home, terminal: terminal))
    #expect(sent.count > 3, "the reader drew something")
    #expect(sent.subtracting(allowed) == [])
  }

  /// What the reader writes while every item is walked over and many are opened.
  private static func screenBytes(home: TemporaryFolder, terminal: String) throws -> String {
    let pty = try Pty(["--lang", "en"], home: home, terminal: terminal, rows: 30, columns: 100)
    var all = pty.read(until: "1/")
    for _ in 0..<45 {
      pty.type("jj")
      all += pty.read(quiet: 20)
    }
    pty.type("gzjjjjGkkkkz1xxq")
    all += pty.read(quiet: 500)
    pty.type("qq")
    all += pty.read(until: "\u{1B}[?1049l", quiet: 1_000)
    pty.signal(SIGKILL)
    _ = pty.wait()
    return all
  }

  /// The kinds of sequences in a stream: numbers left out, those that only place the cursor or colour cells taken as one.
  private static func sequences(of stream: String) -> Set<String> {
    var kinds: Set<String> = []
    var rest = Array(stream.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        let isPlain = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) || ["\r", "\n", "\u{8}", "\u{F}", "\u{E}"].contains(scalar)
        if !isPlain { kinds.insert("control \(scalar.value)") }
        continue
      }
      guard let kind = rest.popFirst() else { break }
      guard kind == "[" else {
        // OSC, DCS, APC, PM, SOS and the rest count with their first words.
        kinds.insert("ESC \(kind) " + (["]", "P", "_", "^", "X"].contains(kind) ? String(String.UnicodeScalarView(rest.prefix(4))) : ""))
        if kind == "(" || kind == ")" { rest = rest.dropFirst() }
        continue
      }
      let parameters = rest.prefix { $0.value < 0x40 }
      rest = rest.dropFirst(parameters.count)
      let final = rest.popFirst() ?? "?"
      if "ABCDGHIJKLMPSTX@Zbdmr".unicodeScalars.contains(final), !parameters.contains("?") {
        kinds.insert("CSI drawing")
      } else {
        kinds.insert("CSI " + String(String.UnicodeScalarView(parameters)) + String(final))
      }
    }
    return kinds
  }
}
