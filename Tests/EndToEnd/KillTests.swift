// Killed with SIGKILL at random moments, a store loses nothing that was acknowledged and holds no half batch.
import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Testing

@Suite(.serialized) struct KillTests {
  @Test func nothingAcknowledgedIsLostWhenTheWriterIsKilled() throws {
    let home = try TemporaryFolder()
    let today = CalendarDate(dayNumber: 20_000)
    var acknowledged = 0
    for round in 0..<Faults.rounds(130) {
      let victim = try Victim("telex-bench", ["worker", home.store, "--name", "r\(round)"], home: home)
      usleep(UInt32.random(in: 20_000...160_000))
      let said = try victim.kill()
      _ = try Faults.soundCount(home.store, "round \(round)")
      let store = try DispatchStore.open(path: home.store)
      let saved = said.count { $0.hasPrefix("saved") }
      acknowledged += said.count
      let mine = try store.ids(of: .everything).compactMap { try store.lines(ids: [$0]).first }.filter { $0.identity.hasPrefix("r\(round)-") }
      // What was acknowledged is there, and one batch more at most: whole.
      #expect(mine.count == saved * 5 || mine.count == (saved + 1) * 5, "round \(round): \(mine.count) dispatches of \(saved) batches")
      #expect(mine.count { $0.isStarred } >= said.count { $0.hasPrefix("starred") })
      #expect(mine.count { $0.tags == ["suivi"] } >= said.count { $0.hasPrefix("tagged") })
      // The store stays small, so that a round costs the same.
      try store.remove(ids: mine.map(\.id))
      #expect(try store.count(of: Query.parse("titre", today: today)) == 0)
    }
    #expect(acknowledged > 0)
  }

  @Test func anImportThatIsKilledLeavesWholeBatchesAndGoesOn() throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(3_000, at: archive)
    var last = 0
    for round in 0..<Faults.rounds(40) {
      let victim = try Victim("telex", ["import", archive.path], home: home)
      usleep(UInt32.random(in: 50_000...500_000))
      _ = try victim.kill()
      guard FileManager.default.fileExists(atPath: home.store) else { continue }
      let count = try Faults.soundCount(home.store, "round \(round)")
      #expect(count.isMultiple(of: 1_000), "half a batch: \(count)")
      #expect(count >= last)
      last = count
      if count == 3_000 {
        try DispatchStore.open(path: home.store).remove(ids: try DispatchStore.open(path: home.store).ids(of: .everything))
        last = 0
      }
    }
    let outcome = try Program.run(["import", archive.path], home: home)
    #expect(outcome.status == 0)
    #expect(try Faults.soundCount(home.store, "at the end") == 3_000)
  }

  /// What a killed fetch has not saved the next one brings, though the server answers 304 to what it knows already.
  @Test func aFetchThatIsKilledLosesNothing() throws {
    let home = try TemporaryFolder()
    let file = home.url.appending(path: "feed.xml")
    let items = 40
    func write(_ generation: Int) throws {
      let rows = (0..<items).map { "<item><title>Titre \(generation) \($0)</title><guid isPermaLink='false'>g\(generation)-\($0)</guid><description>Un texte.</description></item>" }
      try Data("<?xml version='1.0'?><rss version='2.0'><channel><title>Fil</title>\(rows.joined())</channel></rss>".utf8).write(to: file, options: .atomic)
    }
    try write(0)
    let server = try FeedServer(environment: ["TELEX_TEST_FEED": file.path])
    #expect(try Program.run(["feeds", "add", server.base + "/file", "--title", "Fil"], home: home).status == 0)
    var generations = 0
    for round in 0..<Faults.rounds(30) {
      if try Program.run(["list", "--limit", "1", "\"titre \(generations)\""], home: home).output.contains("Titre \(generations)") {
        generations += 1
        try write(generations)
      }
      let victim = try Victim("telex", ["fetch", "--force"], home: home)
      usleep(UInt32.random(in: 10_000...400_000))
      _ = try victim.kill()
      let count = try Faults.soundCount(home.store, "round \(round)")
      #expect(count.isMultiple(of: items), "part of a feed: \(count)")
    }
    let last = try Program.run(["fetch", "--force"], home: home)
    #expect(last.status == 0, "\(last.errors)")
    let count = try Faults.soundCount(home.store, "at the end")
    #expect(count == (generations + 1) * items)
  }

  /// Two readers, an import, and copies made meanwhile: each copy is a whole store of its moment.
  @Test func aBackupDuringAnImportIsWhole() throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(3_000, at: archive)
    #expect(try Program.run(["doctor"], home: home).status == 0, "the store is made")
    let importer = try Victim("telex", ["import", archive.path], home: home)
    var copies = 0
    while importer.isRunning || copies == 0 {
      let copy = home.url.appending(path: "copy-\(copies).sqlite").path
      let outcome = try Program.run(["backup", copy], home: home)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let count = try Faults.soundCount(copy, "copy \(copies)")
      #expect(count.isMultiple(of: 1_000))
      copies += 1
    }
    #expect(importer.wait() == 0)
    #expect(try Faults.soundCount(home.store, "after the copies") == 3_000)
  }

  /// Ctrl-C ends an import with whole batches and says so; the same command goes on from there.
  @Test func anInterruptedImportGoesOnWhereItStopped() throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(6_000, at: archive)
    let importer = try Victim("telex", ["import", archive.path], home: home)
    usleep(300_000)
    importer.interrupt()
    let status = importer.wait()
    #expect([0, 128 + SIGINT, SIGINT].contains(status), "\(status)")
    if FileManager.default.fileExists(atPath: home.store) {
      #expect(try Faults.soundCount(home.store, "interrupted").isMultiple(of: 1_000))
    }
    let again = try Program.run(["import", archive.path], home: home)
    #expect(again.status == 0)
    #expect(try Faults.soundCount(home.store, "at the end") == 6_000)
  }

  /// A second opening in one process must not take the first one's locks away: the next program to leave would think itself the last,
  /// and remove the log that the first still writes into.
  @Test func openingAStoreTwiceKeepsItsLocks() throws {
    let home = try TemporaryFolder()
    let first = try DispatchStore.open(path: home.store)
    _ = try first.save([(Dispatch(identity: "a", text: "Un texte."), Reading(headline: "Un texte."))], now: Moment(seconds: 1_790_000_000))
    let second = try DispatchStore.open(path: home.store)
    #expect(try Program.run(["list"], home: home).status == 0)
    #expect(FileManager.default.fileExists(atPath: home.store + "-wal"))
    #expect(try second.count(of: .everything) == 1)
  }

  @Test func readersAndAnImportGoOnBesideOneAnother() throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(2_000, at: archive)
    let readers = [try DispatchStore.open(path: home.store), try DispatchStore.open(path: home.store)]
    let importer = try Victim("telex", ["import", archive.path], home: home)
    var last = [0, 0]
    while importer.isRunning {
      for (number, reader) in readers.enumerated() {
        let count = try reader.count(of: .everything)
        #expect(count >= last[number] && count.isMultiple(of: 1_000))
        last[number] = count
        if let first = try reader.page(of: .everything, limit: 1).first { _ = try reader.mark(.read(true), ids: [first.id]) }
      }
    }
    #expect(importer.wait() == 0)
    #expect(try readers.map { try $0.count(of: .everything) } == [2_000, 2_000])
    #expect(try Faults.soundCount(home.store, "after all") == 2_000)
  }
}
