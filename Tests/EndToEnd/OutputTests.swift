// What is taken out of the store: every format whole and harmless, a feed of a saved search, and nothing under embargo.
import DispatchStore
import Foundation
import Testing

@Suite struct OutputTests {
  private static let lines = """
    {"id":"a","text":"Accord signé à Paris\\nBagdad. Le président irakien, Anis Karam, a annoncé un texte secret de 12 morts.","embargo":"2999-01-01T06:00:00Z","published":"2018-03-20T10:00:00Z"}
    {"id":"b","text":"=1+1;cmd\\nTunis. La ministre tunisienne, Leïla Mansour, a démenti, mardi, toute hausse \\"publique\\".","embargo":"2001-01-01T06:00:00Z","published":"2018-03-20T09:00:00Z","link":"http://a.example/b?x=1&y=2"}
    {"id":"c","text":"\u{200B}+33 appels\\n\u{202E}-2+3\u{202C} Lignes\\r\\n@suite","published":"2018-03-20T08:00:00Z","author":"\u{FEFF}=SUM(A1)"}
    """

  private func filled() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    #expect(try Program.run(["import", "--format", "jsonl", "-"], input: Data(Self.lines.utf8), home: home).status == 0)
    return home
  }

  @Test func nothingIsToldOfADispatchUnderEmbargo() throws {
    let home = try filled()
    for format in ["jsonl", "csv", "markdown", "ninjs", "rss"] {
      let outcome = try Program.run(["export", "--format", format], home: home)
      #expect(outcome.status == 0 && outcome.errors.contains("1 under embargo left out"), "\(format): \(outcome.errors)")
      #expect(!outcome.output.contains("secret") && !outcome.output.contains("Karam"), "\(format)")
      #expect(outcome.output.contains("Mansour"), "\(format)")
    }
    for arguments in [["facts"], ["facts", "--format", "jsonl"], ["entities"], ["list", "--format", "json"], ["list"], ["countries"]] {
      let output = try Program.run(arguments, home: home).output
      #expect(!output.contains("secret") && !output.contains("Karam") && !output.contains("IQ"), "\(arguments): \(output)")
    }
    #expect(try Program.run(["countries"], home: home).output.contains("TN"))
    for keys in ["G k k Enter", "G k k 3", "G k k D", "G k k y", "c", "m", "i"] {
      let screen = try Program.run(["snapshot", "--size", "120x30", "--keys", keys], home: home).output
      #expect(!screen.contains("secret") && !screen.contains("Karam"), "\(keys): \(screen)")
    }
  }

  /// A row is read as RFC 4180 says: quotes around line breaks, doubled quotes.
  @Test func noCellOfCSVIsAFormula() throws {
    let home = try filled()
    let outcome = try Program.run(["export", "--format", "csv"], home: home)
    let rows = Self.rows(outcome.output)
    #expect(rows.count == 3, "a head and two dispatches")
    #expect(Set(rows.map(\.count)) == [12])
    for cell in rows.dropFirst().joined() {
      #expect(cell.isEmpty || !"=+-@\t\r".contains(cell.first ?? "a") || Double(cell) != nil, "\(cell)")
    }
    #expect(rows.joined().contains { $0.hasPrefix("'=1+1;cmd") } && rows.joined().contains { $0.contains("\"publique\"") })
    #expect(rows.joined().contains { $0.contains("\n") }, "a text keeps its lines")
  }

  @Test func aSavedSearchIsAFeed() throws {
    let home = try filled()
    try DispatchStore.open(path: home.store).saveSearch(name: "Tunisie & Cie", query: "country:TN OR appels")
    let feed = try Program.run(["export", "--search", "Tunisie & Cie", "--format", "rss"], home: home)
    #expect(feed.status == 0 && feed.output.contains("<title>Tunisie &amp; Cie</title>"), "\(feed.errors)")
    #expect(feed.output.components(separatedBy: "<item>").count == 3)
    let narrowed = try Program.run(["export", "--search", "Tunisie & Cie", "--format", "rss", "appels"], home: home)
    #expect(narrowed.output.components(separatedBy: "<item>").count == 2)
    // What went out as a feed comes in as one.
    let other = try TemporaryFolder()
    let again = try Program.run(["import", "-"], input: Data(feed.output.utf8), home: other)
    #expect(again.output.hasPrefix("2 new"), "\(again.output)\(again.errors)")
    let missing = try Program.run(["export", "--search", "x", "--format", "rss"], home: home)
    #expect(missing.status == 1 && missing.errors.contains("no saved search"))
  }

  @Test func whatWentOutAsJSONLinesIsTheSameStoreAgain() throws {
    let home = try filled()
    let first = try Program.run(["export", "--format", "jsonl"], home: home).output
    let other = try TemporaryFolder()
    #expect(try Program.run(["import", "--format", "jsonl", "-"], input: Data(first.utf8), home: other).output.hasPrefix("2 new"))
    func texts(_ output: String) throws -> [String] {
      try output.utf8.split(separator: 0x0A).map {
        let object = try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        return "\(object["id"] ?? "") \(object["text"] ?? "") \(object["published"] ?? "") \(object["link"] ?? "")"
      }
    }
    #expect(try texts(Program.run(["export", "--format", "jsonl"], home: other).output) == texts(first))
    let back = try Program.run(["import", "--format", "jsonl", "-"], input: Data(first.utf8), home: home).output
    #expect(!back.hasPrefix("1 new") && !back.hasPrefix("2 new"), "\(back)")
  }

  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\"" {
        if isQuoted, rest.first == "\"" {
          rest.removeFirst()
          rows[rows.count - 1][rows[rows.count - 1].count - 1].append("\"")
        } else {
          isQuoted.toggle()
        }
      } else if character == ",", !isQuoted {
        rows[rows.count - 1].append("")
      } else if character.isNewline, !isQuoted {
        if !rest.isEmpty { rows.append([""]) }
      } else {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows
  }
}
