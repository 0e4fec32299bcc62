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
    for round in 0..<Faults.rounds(100) {
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
