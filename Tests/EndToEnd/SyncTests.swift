// Subscriptions, items and marks, both ways, with a server that speaks the Google Reader API (greader.py).
import Foundation
import Testing

@Suite struct SyncTests {
  private func home(_ server: FeedServer, password: String = "é&=p", path: String = "/api/greader.php") throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[sync]\nurl = \"\(server.base)\(path)\"\nuser = \"nom\"\npassword = \"\(password)\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    return home
  }

  private func list(_ query: String, _ home: TemporaryFolder) throws -> [[String: Any]] {
    let output = try Program.run(["list"] + query.split(separator: " ").map(String.init) + ["--format", "jsonl"], home: home).output
    return try output.utf8.split(separator: 0x0A).map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
  }

  private func headlines(_ query: String, _ home: TemporaryFolder) throws -> [String] { try list(query, home).compactMap { $0["headline"] as? String } }

  /// Address, title and folder of each subscription, here and there.
  private func here(_ home: TemporaryFolder) throws -> Set<[String]> {
    let output = try Program.run(["feeds", "list", "--format", "jsonl"], home: home).output
    return Set(try output.utf8.split(separator: 0x0A).map { line in
      let feed = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      return [feed["url"] as? String ?? "", feed["title"] as? String ?? "", (feed["folders"] as? [String] ?? []).joined(separator: "/")]
    })
  }

  private func there(_ server: FeedServer, after act: String = "/state") throws -> Set<[String]> {
    let state = try #require(try JSONSerialization.jsonObject(with: Data(server.read(act).utf8)) as? [String: [String]])
    return Set(state.map { [$0.key] + $0.value })
  }

  private func sync(_ home: TemporaryFolder, _ options: [String] = []) throws -> (output: [String], errors: String) {
    let outcome = try Program.run(["sync"] + options, home: home)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (outcome.output.split(separator: "\n").map(String.init), outcome.errors)
  }

  @Test(arguments: ["/api/greader.php", "/miniflux"]) func readAndStarGoBothWays(_ path: String) throws {
    let server = try FeedServer("greader.py")
    let home = try home(server, path: path)
    let first = try sync(home)
    #expect(first.output.first == "3 new, 0 updated, 0 marks sent, 1 received, 1 subscriptions", "\(first.errors)")
    #expect(try headlines("is:read", home) == ["Dépêche 2"])
    #expect(try list("feed:fil.example", home).count == 3)

    // Here the newest is read and starred in the reader; there another is unread again, and the newest starred too.
    let screen = try Program.run(["snapshot", "--size", "100x24", "--keys", "r s"], home: home)
    #expect(screen.status == 0)
    _ = try server.read("/unread-2-star-3")
    let second = try sync(home)
    #expect(second.output == ["0 new, 0 updated, 1 marks sent, 1 received, 1 subscriptions"], "\(second.errors)")
    let tags = try #require(try JSONSerialization.jsonObject(with: Data(server.read("/tags").utf8)) as? [String: [String]])
    #expect(tags == ["1": [], "2": [], "3": ["read", "starred"]])
    #expect(try headlines("is:read", home) == ["Dépêche 3"])
    #expect(try headlines("is:starred", home) == ["Dépêche 3"])
    #expect(try sync(home).output == ["0 new, 0 updated, 0 marks sent, 0 received, 1 subscriptions"])

    // What the server has forgotten keeps its marks here.
    _ = try server.read("/state/purge?n=3")
    _ = try server.read("/state/purge?n=1")
    #expect(try sync(home).output == ["0 new, 0 updated, 0 marks sent, 0 received, 1 subscriptions"])
    #expect(try headlines("is:starred", home) == ["Dépêche 3"])
    #expect(try headlines("is:unread", home) == ["Dépêche 2", "Dépêche 1"])
  }

  @Test(arguments: ["/api/greader.php", "/miniflux"]) func feedsAreFollowedMovedAndGivenUpBothWays(_ path: String) throws {
    let server = try FeedServer("greader.py")
    let home = try home(server, path: path)
    let list = home.url.appending(path: "urls")
    try Data("http://ici.example/rss \"~Ici\" Afrique\nhttp://mort.example/rss\nhttp://alias.example/\n".utf8).write(to: list)
    _ = try Program.run(["feeds", "import", list.path], home: home)
    _ = try Program.run(["feeds", "add", "exec:true"], home: home)

    // New on both sides; one that the server cannot follow is told, and a program of this machine is nobody else's business.
    let first = try sync(home)
    #expect(first.output.dropFirst() == ["feeds here: 1 followed, 0 changed, 0 given up", "feeds there: 2 followed, 0 changed, 0 given up"])
    #expect(first.errors.contains("mort.example"))
    #expect(try here(home).contains(["http://fil.example/rss", "Fil", "Monde"]))
    #expect(try there(server) == [
      ["http://fil.example/rss", "Fil", "Monde"], ["http://ici.example/rss", "Ici", "Afrique"], ["http://alias.example/feed.xml", "alias.example", "Sans dossier"],
    ])
    _ = try Program.run(["feeds", "remove", "http://mort.example/rss", "exec:true"], home: home)
    #expect(try sync(home).output.count == 1, "nothing is left to do, and what goes by another address there is known")

    // Renamed and moved here, renamed there.
    _ = try Program.run(["feeds", "change", "http://ici.example/rss", "--title", "Ici même", "--folder", "Afrique/Sahel"], home: home)
    _ = try there(server, after: "/state/change?url=http://fil.example/rss&title=Le%20fil&folder=Europe")
    #expect(try sync(home).output.dropFirst() == ["feeds here: 0 followed, 1 changed, 0 given up", "feeds there: 0 followed, 1 changed, 0 given up"])
    #expect(try there(server).contains(["http://ici.example/rss", "Ici même", "Afrique/Sahel"]))
    #expect(try here(home).isSuperset(of: [["http://fil.example/rss", "Le fil", "Europe"], ["http://ici.example/rss", "Ici même", "Afrique/Sahel"]]))
    #expect(try sync(home).output.count == 1)

    // Both changed the same: what is here counts, and the other is told.
    _ = try Program.run(["feeds", "change", "http://fil.example/rss", "--title", "Mon fil"], home: home)
    _ = try there(server, after: "/state/change?url=http://fil.example/rss&title=Ton%20fil")
    #expect(try sync(home).errors.contains("Ton fil"))
    #expect(try there(server).contains(["http://fil.example/rss", "Mon fil", "Europe"]))

    // Given up here; given up there; given up there though it was changed here.
    _ = try Program.run(["feeds", "remove", "http://alias.example/"], home: home)
    #expect(try sync(home).output.last == "feeds there: 0 followed, 0 changed, 1 given up")
    #expect(try there(server).count == 2)
    _ = try there(server, after: "/state/drop?url=http://ici.example/rss")
    #expect(try sync(home).output.last == "feeds here: 0 followed, 0 changed, 1 given up")
    _ = try Program.run(["feeds", "change", "http://fil.example/rss", "--folder", "Asie"], home: home)
    _ = try there(server, after: "/state/drop?url=http://fil.example/rss")
    #expect(try sync(home).output.last == "feeds there: 1 followed, 0 changed, 0 given up")
    #expect(try there(server) == [["http://fil.example/rss", "Mon fil", "Asie"]])
  }

  @Test func aServerThatLostItsListTakesNothingAway() throws {
    let server = try FeedServer("greader.py")
    let home = try home(server)
    for name in ["a", "b", "c"] { _ = try server.read("/state/follow?url=http://\(name).example/rss&title=\(name)") }
    #expect(try sync(home).output.last == "feeds here: 4 followed, 0 changed, 0 given up")
    _ = try server.read("/state/drop?url=*")
    let empty = try sync(home)
    #expect(empty.output.count == 1 && empty.errors.contains("4 feeds are missing"))
    #expect(try here(home).count == 4)
    #expect(try sync(home, ["--accept-removals"]).output.last == "feeds here: 0 followed, 0 changed, 4 given up")
    #expect(try here(home).isEmpty)
  }

  @Test func aDispatchThatFeedAndServerBringIsOne() throws {
    let news = try FeedServer()
    let server = try FeedServer("greader.py")
    let home = try home(server)
    _ = try Program.run(["feeds", "add", news.base + "/news"], home: home)
    _ = try sync(home)
    #expect(try there(server).contains { $0[0] == news.base + "/news" }, "a server of this network may be told a feed of this network")

    // One that the server brings first: the feed takes it over, and corrects it.
    let second = 1_521_556_200
    _ = try server.read("/state/item?url=\(news.base)/news&title=Le%20pont%20est%20ferm%C3%A9&link=http://p.example/&published=\(second)")
    #expect(try sync(home).output.first?.hasPrefix("1 new") == true)
    let fetched = try Program.run(["fetch", "Fil d'essai"], home: home)
    #expect(fetched.output.hasPrefix("1 new, 0 updated"), "\(fetched.output)\(fetched.errors)")
    #expect(try list("pont", home).count == 1)
    _ = try news.read("/correct")
    #expect(try Program.run(["fetch", "Fil d'essai"], home: home).output.hasPrefix("0 new, 1 updated"))
    #expect(try list("pont", home).compactMap { $0["versions"] as? Int } == [2])

    // One that the feed brought first: the server's item is that dispatch, and its mark goes there.
    _ = try Program.run(["snapshot", "--size", "100x24", "--keys", "r", "autre"], home: home)
    _ = try server.read("/state/item?url=\(news.base)/news&title=Une%20autre%20d%C3%A9p%C3%AAche&link=http://a.example/&published=\(second)")
    #expect(try sync(home).output.first == "0 new, 0 updated, 1 marks sent, 0 received, 2 subscriptions")
    #expect(try list("autre", home).count == 1)
    #expect(try sync(home).output == ["0 new, 0 updated, 0 marks sent, 0 received, 2 subscriptions"])
  }

  @Test func aWrongPasswordIsSaid() throws {
    let server = try FeedServer("greader.py")
    let outcome = try Program.run(["sync"], home: home(server, password: "non"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("401") && !outcome.errors.contains("non\""))
  }
}
