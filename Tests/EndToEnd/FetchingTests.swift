// Feeds as people meet them: added by a page's address, fetched, read in the reader, corrected, and asked again at no cost.
import DispatchStore
import Foundation
import Glibc
import Testing

@Suite struct FetchingTests {
  private func json(_ text: String) throws -> [[String: Any]] {
    try text.utf8.split(separator: 0x0A).map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
  }

  @Test func aFeedIsAddedByItsPageFetchedReadAndCorrected() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    let added = try Program.run(["feeds", "add", server.base + "/page"], home: home)
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("/news"))
    let listed = try json(Program.run(["feeds", "list", "--format", "jsonl"], home: home).output)
    #expect(listed.first?["title"] as? String == "Fil d'essai")

    let first = try Program.run(["fetch"], home: home)
    #expect(first.output.hasPrefix("2 new, 0 updated"), "\(first.output)\(first.errors)")
    #expect(!first.errors.contains("\u{1B}"), "progress is for terminals")
    let screen = try Program.run(["snapshot", "--size", "120x30", "--keys", "Enter", "--lang", "fr"], home: home)
    #expect(screen.output.contains("Le pont est fermé"))

    // Nothing has changed: no body, no dispatch, no byte of the store.
    let store = try StoreBytes(home)
    let stored = try store.now()
    let second = try Program.run(["fetch"], home: home)
    #expect(second.output.hasPrefix("0 new, 0 updated (feeds: 0 changed, 1 unchanged"), "\(second.output)")
    #expect(try server.read("/sent") == "304")
    #expect(try store.now() == stored)

    _ = try server.read("/correct")
    let third = try Program.run(["fetch"], home: home)
    #expect(third.output.hasPrefix("0 new, 1 updated"), "\(third.output)")
    let lines = try json(Program.run(["list", "pont", "--format", "jsonl"], home: home).output)
    #expect(lines.count == 1 && lines.first?["versions"] as? Int == 2)
    #expect((lines.first?["headline"] as? String)?.contains("rouvert") == true)
  }

  /// The same bytes under another validator each time: nothing is written into the store, and the newest validator is sent the next time.
  @Test func theSameBytesUnderAnotherValidatorWriteNoRow() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    #expect(try Program.run(["feeds", "add", server.base + "/unconditional"], home: home).status == 0)
    #expect(try Program.run(["fetch"], home: home).output.hasPrefix("1 new"))
    let store = try StoreBytes(home)
    let stored = try store.now()
    var sent: [String] = []
    for _ in 0..<3 {
      #expect(try Program.run(["fetch"], home: home).output.hasPrefix("0 new, 0 updated (feeds: 0 changed, 1 unchanged"))
      sent.append(try server.read("/sent"))
    }
    #expect(try store.now() == stored)
    #expect(sent == [#""n2""#, #""n3""#, #""n4""#])
    // What is kept beside the store may go, and then the row counts.
    try FileManager.default.removeItem(atPath: home.store + "-visits")
    #expect(try Program.run(["fetch", "--due"], home: home).output.contains("1 waiting"))
  }

  @Test func theReaderFetchesInTheBackground() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    #expect(try Program.run(["feeds", "add", server.base + "/news"], home: home).status == 0)
    let screen = try Program.run(["snapshot", "--size", "100x24", "--keys", "R", "--lang", "fr"], home: home)
    #expect(screen.output.contains("2 nouvelles dépêches"), "\(screen.output)")
    #expect(screen.output.contains("Le pont est fermé"))
  }

  @Test func aSavedSearchTellsWhatAFetchBroughtIt() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let told = home.url.appending(path: "told").path
    let recorder = home.url.appending(path: "recorder")
    try Data("#!/bin/sh\nprintf '%s\\n' \"$#:$2\" >> \"$1\"\n".utf8).write(to: recorder)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: recorder.path)
    let settings = "notify = [\"ponts\", \"vide\"]\nnotify_program = [\"\(recorder.path)\", \"\(told)\"]\n"
    try Data(settings.utf8).write(to: folder.appending(path: "config.toml"))
    let store = try DispatchStore.open(path: home.store)
    for (name, query) in [("ponts", "pont"), ("vide", "rien"), ("autre", "dépêche")] { try store.saveSearch(name: name, query: query) }
    #expect(try Program.run(["feeds", "add", server.base + "/news"], home: home).status == 0)
    let screen = try Program.run(["snapshot", "--size", "110x24", "--keys", "R", "--lang", "fr"], home: home)
    #expect(screen.output.contains("2 nouvelles dépêches · ponts 1"), "\(screen.output)")
    #expect(!screen.output.contains("vide"))
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: told) { usleep(20_000) }
    #expect(try String(contentsOfFile: told, encoding: .utf8) == "2:ponts: 1\n")
  }

  @Test func anErrorIsKeptWithTheFeedAndStopsNoOther() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    for path in ["/news", "/busy", "/missing"] {
      _ = try Program.run(["feeds", "add", server.base + path, "--title", path], home: home)
    }
    let fetched = try Program.run(["fetch"], home: home)
    #expect(fetched.status == 0)
    #expect(fetched.output.contains("2 new") && fetched.output.contains("2 failed"), "\(fetched.output)")
    let listed = try json(Program.run(["feeds", "list", "--format", "jsonl"], home: home).output)
    let errors = Dictionary(uniqueKeysWithValues: listed.map { ($0["title"] as? String ?? "", $0["error"] as? String) })
    #expect(errors["/news"] == .some(nil))
    #expect(errors["/busy"]??.contains("503") == true)
    #expect(errors["/missing"]??.contains("404") == true)
    // The server that said Retry-After is left alone.
    #expect(try Program.run(["fetch"], home: home).output.contains("1 waiting"))
    #expect(try Program.run(["fetch", "--force"], home: home).output.contains("0 waiting"))
  }

  @Test func aFeedThatMovedForGoodKeepsItsDispatches() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    #expect(try Program.run(["feeds", "add", server.base + "/news"], home: home).status == 0)
    _ = try Program.run(["fetch"], home: home)
    _ = try server.read("/move")
    let moved = try Program.run(["fetch"], home: home)
    #expect(moved.output.hasPrefix("0 new"), "\(moved.output)\(moved.errors)")
    let listed = try json(Program.run(["feeds", "list", "--format", "jsonl"], home: home).output)
    #expect((listed.first?["url"] as? String)?.hasSuffix("/new-place") == true)
    #expect(try Program.run(["fetch"], home: home).output.hasPrefix("0 new, 0 updated (feeds: 0 changed"))
  }

  @Test func theArticlesPageCompletesATeaser() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    #expect(try Program.run(["feeds", "add", server.base + "/teasers", "--full-text"], home: home).status == 0)
    #expect(try Program.run(["fetch"], home: home).output.hasPrefix("1 new"))
    let found = try json(Program.run(["list", "Teaser", "--format", "jsonl"], home: home).output)
    let id = try #require(found.first?["id"] as? Int)
    let shown = try Program.run(["show", "\(id)"], home: home).output
    #expect(shown.contains("dernier alinéa de l'article"))
    #expect(!shown.contains("Abonnez-vous"))
    #expect(try Program.run(["fetch"], home: home).output.hasPrefix("0 new, 0 updated"))
  }

  @Test func listsGoInAndOut() throws {
    let home = try TemporaryFolder()
    let urls = home.url.appending(path: "urls")
    try Data("""
      # mine
      https://a.example/rss "Monde" "~Fil A"
      exec:/bin/echo
      https://b.example/atom
      """.utf8).write(to: urls)
    let imported = try Program.run(["feeds", "import", urls.path], home: home)
    #expect(imported.output == "2 added, 0 known, 1 refused\n", "\(imported.output)\(imported.errors)")
    let opml = try Program.run(["feeds", "export"], home: home).output
    #expect(opml.contains("xmlUrl=\"https://a.example/rss\"") && opml.contains("Monde"))
    let file = home.url.appending(path: "list.opml")
    try Data(opml.utf8).write(to: file)
    let other = try TemporaryFolder()
    #expect(try Program.run(["feeds", "import", file.path], home: other).output.hasPrefix("2 added"))
    #expect(try Program.run(["feeds", "export"], home: other).output == opml)
    #expect(try Program.run(["feeds", "export", "--format", "urls"], home: home).output.contains("https://a.example/rss \"Monde\" \"~Fil A\""))
    #expect(try Program.run(["feeds", "remove", "Fil A"], home: home).status == 0)
    #expect(try json(Program.run(["feeds", "list", "--format", "jsonl"], home: home).output).count == 1)
  }

  @Test func programsAndFilesAreFeedsWithoutAShell() throws {
    let home = try TemporaryFolder()
    let file = home.url.appending(path: "un fil.xml")
    try Data("<rss version='2.0'><channel><title>F</title><item><title>Du fichier</title></item></channel></rss>".utf8).write(to: file)
    #expect(try Program.run(["feeds", "add", "file://" + file.path.replacingOccurrences(of: " ", with: "%20")], home: home).status == 0)
    #expect(try Program.run(["feeds", "add", "exec:/bin/cat \"\(file.path)\""], home: home).status == 0)
    #expect(try Program.run(["feeds", "add", "filter:/bin/sed 's/fichier/filtre;touch pwned/':file://" + file.path.replacingOccurrences(of: " ", with: "%20")], home: home).status == 0)
    let fetched = try Program.run(["fetch"], home: home)
    #expect(fetched.output.hasPrefix("3 new"), "\(fetched.output)\(fetched.errors)")
    let list = try Program.run(["list"], home: home).output
    #expect(list.contains("Du fichier") && list.contains("Du filtre;touch pwned"))
    #expect(!FileManager.default.fileExists(atPath: Program.root.appending(path: "pwned").path))
  }

  @Test func proxiesComeFromTheEnvironment() throws {
    let proxy = try FeedServer("proxy.py")
    let home = try TemporaryFolder()
    let list = home.url.appending(path: "urls")
    try Data("http://fil.invalid/rss\n".utf8).write(to: list)
    _ = try Program.run(["feeds", "import", list.path], home: home)
    let beside = try Program.run(["fetch", "--force"], home: home, environment: ["http_proxy": proxy.base, "no_proxy": "fil.invalid"])
    #expect(beside.status == 1 && beside.output.hasPrefix("0 new"), "\(beside.output)")
    #expect(try Program.run(["fetch", "--force"], home: home, environment: ["http_proxy": proxy.base]).output.hasPrefix("1 new"))
    #expect(try Program.run(["list"], home: home).output.contains("Par le mandataire : http://fil.invalid/rss"))
  }

  @Test func secretsComeFromTheSettingsOrACommand() throws {
    let server = try FeedServer()
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("""
      [[feeds]]
      match = "\(server.base)/basic"
      user = "u"
      password_command = ["/bin/echo", "p"]

      [[feeds]]
      match = "\(server.base)/bearer"
      token = "t"
      """.utf8).write(to: folder.appending(path: "config.toml"))
    for path in ["/basic", "/bearer", "/basics-elsewhere"] { _ = try Program.run(["feeds", "add", server.base + path], home: home) }
    let fetched = try Program.run(["fetch", "--force"], home: home)
    #expect(fetched.output.hasPrefix("2 new"), "\(fetched.output)\(fetched.errors)")
    #expect(!fetched.errors.contains("config.toml"))
  }

  @Test func anEmbargoedDispatchShowsANoticeUntilItsHour() throws {
    let home = try TemporaryFolder()
    let lines = """
      {"id":"a","text":"Accord signé\\nLe texte secret.","embargo":"2999-01-01T06:00:00Z"}
      {"id":"b","text":"Accord ancien\\nLe texte public.","embargo":"2001-01-01T06:00:00Z"}
      """
    #expect(try Program.run(["import", "--format", "jsonl", "-"], input: Data(lines.utf8), home: home).status == 0)
    for line in try json(Program.run(["list", "--format", "jsonl"], home: home).output) {
      let id = try #require(line["id"] as? Int)
      let isVeiled = line["headline"] as? String == "Accord signé"
      for format in ["text", "json", "markdown"] {
        let shown = try Program.run(["show", "\(id)", "--format", format], home: home).output
        #expect(shown.contains("Under embargo until 2999") == isVeiled)
        #expect(shown.contains("secret") == false && shown.contains("public") != isVeiled)
      }
    }
  }
}
