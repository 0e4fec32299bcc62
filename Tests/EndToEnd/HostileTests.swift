// The attacking inputs of ../shared/hostile through the whole program: the store stays sound, nothing changes by the second time, and
// no byte of theirs reaches the terminal, wherever it is drawn.
import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Testing

private let hostile = Program.shared("hostile")
private let isMissing: Comment = "../shared/hostile is not here"

@Suite struct HostileInputTests {
  private static let folders = [
    "esc", "unicode", "encoding", "xml", "url", "shell", "date", "id", "html", "plain", "newsml", "ninjs", "opml", "toml", "http",
  ]
  /// Inputs that `gen.py` makes and a debug build reads in a moment; the others are for `make soak`.
  private static let made = [
    "nest-100k.xml", "nest-100k.html", "nest-100k.json", "nest-100k.toml", "nest-100k.opml", "laughs-20.xml", "gzip-bomb-nested.gz", "names/",
  ]

  /// The stored inputs, and those of `names` made into a folder of the home's.
  private static func paths(_ names: [String], in folder: URL, home: TemporaryFolder) throws -> [String] {
    let target = home.url.appending(path: "made").path
    for name in names {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", folder.appending(path: "gen.py").path, name, target]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "gen.py \(name)")
    }
    return folders.map { folder.appending(path: $0).path } + (names.isEmpty ? [] : [target])
  }

  @Test(.enabled(if: hostile != nil, isMissing)) func importedTwiceTheStoreIsSoundAndUnchanged() throws {
    let folder = try #require(hostile)
    let home = try TemporaryFolder()
    let isSoak = ProcessInfo.processInfo.environment["TELEX_SOAK"] != nil
    let paths = try Self.paths(isSoak ? ["all"] : Self.made, in: folder, home: home)
    let first = try Program.run(["import"] + paths, home: home)
    #expect(!first.isCrash && first.status == 0)
    let listed = try Program.run(["list", "--limit", "10000", "--format", "jsonl"], home: home).output
    #expect(listed.split(separator: "\n").count >= 100)
    let second = try Program.run(["import"] + paths, home: home)
    #expect(second.output.hasPrefix("0 new, 0 updated"), "\(second.output)")
    #expect(try Program.run(["list", "--limit", "10000", "--format", "jsonl"], home: home).output == listed)
    #expect(try Program.run(["doctor"], home: home).output.contains("store: sound"))
    let formats = ["jsonl", "csv", "markdown", "ninjs", "rss"].map { ["export", "--format", $0] }
    let ids = listed.split(separator: "\n").compactMap { $0.firstMatch(of: /"id":(\d+)/).map { String($0.1) } }
    let shown = ids.enumerated().filter { $0.offset % 9 == 0 }.map { ["show", $0.element, "--format", ["text", "json", "markdown"][$0.offset % 3]] }
    let lists = [["list", "--limit", "1000"], ["list", "--limit", "1000", "--format", "csv"], ["list", "--limit", "1000", "--format", "json"]]
    for arguments in lists + formats + shown + [["facts"], ["facts", "--format", "jsonl"], ["facts", "--format", "csv"], ["entities"], ["countries"]] {
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
    for kind in Self.folders where kind != "http" && kind != "toml" {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path).sorted() {
        var data = try Data(contentsOf: folder.appending(path: "\(kind)/\(name)"))
        number += 1
        if let range = data.range(of: Data("Hostile".utf8)) { data.replaceSubrange(range, with: Data("Hostile\(number)".utf8)) }
        try data.write(to: copies.appending(path: "\(number)-\(name)"))
      }
    }
    _ = try Program.run(["import", copies.path], home: home)
    let plain = try TemporaryFolder()
    let items = (0..<250).map { "{\"id\":\"\($0)\",\"text\":\"Titre\\nUn texte.\"}" }.joined(separator: "\n")
    _ = try Program.run(["import", "--format", "jsonl", "-"], input: Data(items.utf8), home: plain)
    try Self.name("Alpha\u{1B}]0;PWNED\u{7}\u{9B}31m\u{202E}\u{E0041}\r\n\u{1B}[2JOmega", in: home)
    try Self.name("Un nom", in: plain)

    let allowed = try Self.sequences(of: Self.screenBytes(home: plain, terminal: terminal))
    let sent = try Self.sequences(of: Self.screenBytes(home: home, terminal: terminal))
    #expect(sent.count > 3, "the reader drew something")
    #expect(sent.subtracting(allowed) == [])
  }

  /// Names a saved search, a tag and a feed that cannot be asked: what status line, pickers and messages show.
  private static func name(_ name: String, in home: TemporaryFolder) throws {
    let store = try DispatchStore.open(path: home.store)
    try store.saveSearch(name: name, query: "\"\(name.filter { $0 != "\"" })\" OR titre OR alpha")
    _ = try store.subscribe(Subscription(url: "file:///nothing/\(name.unicodeScalars.count)", title: name))
    let ids = try store.page(of: .everything, limit: 5).map(\.id)
    _ = try store.mark(.addTag(name), ids: ids)
  }

  /// What the reader writes while every item is walked over, with its body beside it, and many are opened: then the tags, the saved
  /// searches (taken, so that the status line shows one), the countries, and the message after a fetch that failed.
  private static func screenBytes(home: TemporaryFolder, terminal: String) throws -> String {
    let pty = try Pty(["--lang", "en"], home: home, terminal: terminal, rows: 30, columns: 100)
    var all = pty.read(until: "1/")
    for _ in 0..<130 {
      pty.type("jj")
      all += pty.read(quiet: 15)
    }
    for keys in ["gzjjjjGkkkkz1xx", "t", "\u{1B}", "S", "\r", "C", "c", "\u{1B}", "R", "y", "?", "\u{1B}", "q"] {
      pty.type(keys)
      all += pty.read(quiet: 300)
    }
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
