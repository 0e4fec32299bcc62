// The whole way of a feed in a real terminal: added by a page's address, fetched and read in the reader, corrected, the correction shown;
// what is read goes to the sync server, and what is read there comes back.
import Foundation
import Testing

@Suite struct FeedJourney {
  @Test func fromAPagesAddressToTheSyncServerAndBack() throws {
    let news = try FeedServer()
    let reader = try FeedServer("greader.py")
    let home = try TemporaryFolder()
    let folder = home.url.appending(path: "config/telex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = "[sync]\nurl = \"\(reader.base)/api/greader.php\"\nuser = \"nom\"\npassword = \"é&=p\"\n"
    try Data(settings.utf8).write(to: folder.appending(path: "config.toml"))
    let added = try Program.run(["feeds", "add", news.base + "/page"], home: home)
    #expect(added.status == 0 && added.output.contains("/news"), "\(added.errors)")

    do {
      let tmux = try Tmux([], columns: 120, rows: 30, home: home, environment: Journey.french, terminal: "xterm-256color")
      try tmux.wait("the greeting of an empty store") { !$0.contains("Le pont") && $0.contains("telex") }
      try tmux.type("R")
      try tmux.wait("what the feed holds") { $0.contains("Le pont est fermé") && $0.contains("Une autre dépêche") && $0.contains("2 nouvelles dépêches") }
      // What came in moved nothing; the cursor goes to the dispatch and opens it.
      try tmux.type("g")
      let list = try tmux.screen()
      if list.firstRange(of: "Une autre dépêche")?.lowerBound ?? list.endIndex < list.firstRange(of: "Le pont est fermé")?.lowerBound ?? list.startIndex {
        try tmux.type("j")
      }
      // Opening it on purpose reads it.
      try tmux.type("Enter")
      try tmux.wait("one of two read") { $0.contains("1 non lue") }
      _ = try news.read("/correct")
      try tmux.type("R")
      // In the list, and in the body that is open.
      try tmux.wait("the correction") { $0.components(separatedBy: "Le pont est rouvert").count >= 3 && $0.contains("v2") && $0.contains("1 mise à jour") }
      try tmux.type("1", "v")
      try tmux.wait("what the correction changed") { $0.contains("fermé") && $0.contains("rouvert") }
      try tmux.type("Escape")
      // Escape and a letter at once are Alt and the letter.
      try tmux.wait("the body again") { !$0.contains("fermé") }
      try tmux.type("q", "q")
      try tmux.wait("the end") { $0.contains("[ended 0]") }
    }
    let listed = try Program.run(["list", "--format", "jsonl", "pont"], home: home).output
    #expect(listed.contains("\"versions\":2"))

    // The server's items come in; two are unread there. Its feed is followed here, and ours there.
    let synced = try Program.run(["sync"], home: home).output
    #expect(synced.hasPrefix("3 new, 0 updated, 0 marks sent, 1 received, 2 subscriptions\n"), "\(synced)")
    #expect(try reader.read("/state").contains(news.base + "/news"))
    #expect(try Program.run(["feeds", "list"], home: home).output.contains("http://fil.example/rss"))
    do {
      let tmux = try Tmux(["Dépêche 3"], columns: 120, rows: 30, home: home, environment: Journey.french, terminal: "xterm-256color")
      try tmux.wait("the server's item") { $0.contains("Texte 3.") }
      try tmux.type("r", "s")
      try tmux.wait("read and starred") { $0.contains("★") && $0.contains("0 non lue") || $0.contains("★") && !$0.contains("1 non lue") }
      try tmux.type("q", "q")
      try tmux.wait("the end") { $0.contains("[ended 0]") }
    }
    #expect(try Program.run(["sync"], home: home).output.contains("2 marks sent"), "read and star go to the server")
    #expect(try reader.read("/tags").contains("\"3\": [\"read\", \"starred\"]"))
    _ = try reader.read("/unread-2-star-3")
    #expect(try Program.run(["sync"], home: home).output.contains("1 received"), "what was read there is unread here again")
    let tmux = try Tmux(["is:unread Dépêche"], columns: 120, rows: 30, home: home, environment: Journey.french, terminal: "xterm-256color")
    try tmux.wait("the item that is unread again") { $0.contains("Dépêche 2") && !$0.contains("Dépêche 3") }
  }
}
