// The commands of the contract, as scripts drive them.
import Foundation
import Testing

private let samples = Program.root.appending(path: "SampleData/dispatches").path

@Suite struct CommandLineTests {
  /// A home whose store holds the sample data: filled once, read by all.
  private static let filled = Result {
    let home = try TemporaryFolder()
    let outcome = try Program.run(["import", samples], home: home)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return home
  }

  private func filledHome() throws -> TemporaryFolder { try Self.filled.get() }

  private func lines(_ text: String) throws -> [[String: Any]] {
    // Lines end with a line feed and nothing else: a dispatch may hold U+2028.
    try text.utf8.split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test func importingTwiceChangesNothing() throws {
    let home = try TemporaryFolder()
    let first = try Program.run(["import", samples], home: home)
    #expect(first.status == 0)
    let count = try lines(Program.run(["list", "--limit", "1000", "--format", "jsonl"], home: home).output).count
    #expect(count >= 50)
    #expect(first.output.contains("\(count) new"))
    let second = try Program.run(["import", samples], home: home)
    #expect(second.output.contains("0 new") && second.output.contains("0 updated"))
    #expect(second.output.contains("\(count) unchanged"))
  }

  @Test func queriesFilterTheList() throws {
    let home = try filledHome()
    let all = try lines(Program.run(["list", "--limit", "1000", "--format", "jsonl"], home: home).output)
    let iraq = try lines(Program.run(["list", "country:IQ", "--format", "jsonl"], home: home).output)
    #expect(!iraq.isEmpty && iraq.count < all.count)
    let named = try Program.run(["list", "country:Irak", "--format", "jsonl"], home: home)
    #expect(try lines(named.output).count == iraq.count)
    let dates = all.compactMap { $0["published"] as? String }
    #expect(dates == dates.sorted(by: >), "newest first")
    let folded = try Program.run(["list", "president", "--limit", "1000", "--format", "jsonl"], home: home)
    let accented = try Program.run(["list", "président", "--limit", "1000", "--format", "jsonl"], home: home)
    #expect(folded.output == accented.output && !folded.output.isEmpty)
  }

  @Test func aWrongQuerySaysWhere() throws {
    let home = try TemporaryFolder()
    let outcome = try Program.run(["list", "country:"], home: home)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("9") || outcome.errors.contains("^"))
    let open = try Program.run(["list", "(a b"], home: home)
    #expect(open.status == 2)
  }

  @Test(arguments: [
    ["list", "--format", "table"], ["list", "--format", "json"], ["list", "--format", "csv"], ["facts"], ["facts", "--kind", "office", "--format", "jsonl"],
    ["facts", "--format", "csv"], ["entities"], ["entities", "--type", "person", "--format", "jsonl"], ["entities", "--format", "csv"],
    ["countries"], ["countries", "--format", "json"], ["export", "--format", "jsonl"], ["export", "--format", "csv"],
    ["export", "--format", "markdown"], ["export", "--format", "ninjs"], ["themes", "list"], ["themes", "check"], ["doctor"],
  ])
  func everyCommandGivesSomethingHarmless(arguments: [String]) throws {
    let home = try filledHome()
    let outcome = try Program.run(arguments, home: home)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.isEmpty)
    #expect(outcome.output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" || $0 == "\r" })
  }

  @Test func showGivesADispatchWithItsReading() throws {
    let home = try filledHome()
    let first = try #require(try lines(Program.run(["list", "Massoum", "--format", "jsonl"], home: home).output).first)
    let id = try #require(first["id"])
    for format in ["text", "json", "markdown"] {
      let outcome = try Program.run(["show", "\(id)", "--format", format], home: home)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("Massoum"))
    }
    #expect(try Program.run(["show", "999999999"], home: home).status == 1)
  }

  @Test func extractIsAPureFilter() throws {
    let home = try TemporaryFolder()
    let file = Program.root.appending(path: "SampleData/dispatches/wire/s001.txt").path
    let byFile = try Program.run(["extract", file], home: home)
    try #require(byFile.status == 0, "\(byFile.errors)")
    let object = try #require(try lines(byFile.output).first)
    #expect(object["published"] as? String == "2018-03-20")
    #expect((object["countries"] as? [String: Any])?["focus"] as? [String] == ["IQ", "RU"])
    // The file is Windows-1252, as some wires are.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let text = try #require(String(data: bytes, encoding: .windowsCP1252))
    let line = try JSONEncoder().encode(["id": "s001.txt", "text": text])
    let byLine = try Program.run(["extract", "--input", "jsonl", "-"], input: line, home: home)
    #expect(byLine.output == byFile.output)
    let again = try Program.run(["extract", "-"], input: bytes, home: home)
    #expect(try lines(again.output).count == 1)
    #expect(!FileManager.default.fileExists(atPath: home.store), "no store is made")
    let explained = try Program.run(["extract", "--explain", file], home: home)
    #expect(explained.output.contains("\"rule\":\"") && explained.output.contains("\"reasons\":"))
  }

  @Test func aBadLineIsReportedAndTheRestRead() throws {
    let home = try TemporaryFolder()
    let input = Data("{\"id\":\"a\",\"text\":\"Un\"}\nnot json\n{\"id\":\"b\",\"text\":\"Deux\"}\n".utf8)
    let outcome = try Program.run(["extract", "--input", "jsonl", "-"], input: input, home: home)
    #expect(try lines(outcome.output).compactMap { $0["id"] as? String } == ["a", "b"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("2"))
  }

  @Test func wrongUsageIsTwoOrSixtyFour() throws {
    let home = try TemporaryFolder()
    #expect([2, 64].contains(try Program.run(["list", "--format", "nonsense"], home: home).status))
    #expect([2, 64].contains(try Program.run(["nosuchcommand", "--x"], home: home).status))
    #expect(try Program.run(["show", "nothing"], home: home).status != 0)
    #expect(try Program.run(["import", "/nonexistent"], home: home).status == 1)
  }

  @Test func snapshotsAreTheSameEveryTime() throws {
    let home = try TemporaryFolder()
    let arguments = ["snapshot", "--demo", "--size", "120x36", "--keys", "c i r a k Enter Tab Tab j", "--lang", "fr", "--format", "text"]
    let first = try Program.run(arguments, home: home)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("country:IQ"))
    #expect(first.output.split(separator: "\n", omittingEmptySubsequences: false).count >= 36)
    #expect(try Program.run(arguments, home: home).output == first.output)
    for format in ["ansi", "svg"] {
      let outcome = try Program.run(["snapshot", "--demo", "--size", "80x24", "--format", format], home: home)
      #expect(outcome.status == 0 && outcome.output.count > 500)
    }
  }

  @Test func everySpellingOfAKeyIsTakenAndAWrongOneIsNamed() throws {
    let home = try TemporaryFolder()
    func play(_ keys: String) throws -> Program.Outcome {
      try Program.run(["snapshot", "--demo", "--size", "120x36", "--lang", "fr", "--keys", keys], home: home)
    }
    let outcome = try play("Tab Escape down C-d ctrl-u PageDown Prior <S-Tab> BTab Return")
    #expect(outcome.status == 0 && !outcome.output.contains("Aucune commande"), "\(outcome.errors)")
    let wrong = try play("c Irak Enter")
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("Irak is no key") && wrong.errors.contains("I r a k"))
  }

  @Test func wrongSettingsNeverStopTheReader() throws {
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "theme = \"nowhere\"\n\nthme = 1\n".write(to: folder.appending(path: "config.toml"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(["snapshot", "--demo", "--size", "80x24", "--lang", "fr"], home: home)
    #expect(outcome.status == 0 && outcome.output.contains("1 Dépêches 55"))
    #expect(outcome.errors.contains("nowhere") && outcome.errors.contains("ligne 3, colonne 1"))
  }
}
