// Items and marks, both ways, with a server that speaks the Google Reader API.
import Foundation
import Testing

@Suite struct SyncTests {
  private func home(_ server: FeedServer, password: String) throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[sync]\nurl = \"\(server.base)/api/greader.php\"\nuser = \"nom\"\npassword = \"\(password)\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    return home
  }

  private func list(_ query: String, _ home: TemporaryFolder) throws -> [[String: Any]] {
    let output = try Program.run(["list"] + query.split(separator: " ").map(String.init) + ["--format", "jsonl"], home: home).output
    return try output.utf8.split(separator: 0x0A).map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
  }

  @Test func readAndStarGoBothWays() throws {
    let server = try FeedServer("greader.py")
    let home = try home(server, password: "é&=p")
    let first = try Program.run(["sync"], home: home)
    #expect(first.output == "3 new, 0 updated, 0 marks sent, 1 received, 1 subscriptions\n", "\(first.errors)")
    #expect(try list("is:read", home).compactMap { $0["headline"] as? String } == ["Dépêche 2"])
    #expect(try list("feed:fil.example", home).count == 3)

    // Here the newest is read and starred in the reader; there another is unread again, and the newest starred too.
    let screen = try Program.run(["snapshot", "--size", "100x24", "--keys", "r s"], home: home)
    #expect(screen.status == 0)
    _ = try server.read("/unread-2-star-3")
    let second = try Program.run(["sync"], home: home)
    #expect(second.output == "0 new, 0 updated, 1 marks sent, 1 received, 1 subscriptions\n", "\(second.output)\(second.errors)")
    let there = try #require(try JSONSerialization.jsonObject(with: Data(server.read("/tags").utf8)) as? [String: [String]])
    #expect(there == ["1": [], "2": [], "3": ["read", "starred"]])
    #expect(try list("is:read", home).compactMap { $0["headline"] as? String } == ["Dépêche 3"])
    #expect(try list("is:starred", home).compactMap { $0["headline"] as? String } == ["Dépêche 3"])

    let third = try Program.run(["sync"], home: home)
    #expect(third.output == "0 new, 0 updated, 0 marks sent, 0 received, 1 subscriptions\n")
  }

  @Test func aWrongPasswordIsSaid() throws {
    let server = try FeedServer("greader.py")
    let outcome = try Program.run(["sync"], home: home(server, password: "non"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("401") && !outcome.errors.contains("non\""))
  }
}
