import DispatchModel
import DispatchStore
import Foundation
import GRDB
import Testing

private let now = Moment(seconds: 1_790_000_000)

/// A folder of its own, removed at the end.
private final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "telex-store-\(UUID().uuidString)")
  var path: String { url.appending(path: "telex.sqlite").path }
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(error)") } }
}

private func dispatches(_ range: Range<Int>) -> [(Dispatch, Reading)] {
  range.map { (Dispatch(identity: "d\($0)", text: "Titre \($0)\nTexte numéro \($0)."), Reading(headline: "Titre \($0)")) }
}

@Suite struct StoreFileTests {
  /// What visits without news left beside the store counts from the row's own visit on, for nobody else to read, and may be damaged.
  @Test func visitsWithoutNewsAreKeptBesideTheStore() throws {
    let folder = try Folder()
    let store = try DispatchStore.open(path: folder.path)
    try store.subscribe(Subscription(url: "https://a.example/"))
    try store.subscribe(Subscription(url: "https://b.example/"))
    var feed = try #require(store.subscriptions().first)
    feed.fetched = now
    feed.etag = "\"a\""
    try store.update([feed])
    feed.fetched = Moment(seconds: now.seconds + 60)
    feed.nextFetch = Moment(seconds: now.seconds + 120)
    feed.etag = "\"b\""
    feed.lastModified = "a\tb\n9\t9\t9\t9\t9"
    try store.keepVisits([feed])
    let path = folder.path + "-visits"
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let other = try DispatchStore.open(path: folder.path)
    let kept = try other.subscriptions()
    #expect((kept[0].fetched, kept[0].nextFetch, kept[0].etag) == (feed.fetched, feed.nextFetch, "\"b\""))
    #expect(kept[0].lastModified == nil && kept[1].fetched == nil)
    for damage in ["", "1\t2", "\(feed.id)\t\(Int64.max)\t\(Int64.max)\t\t", "\(feed.id)\t-9\t1\t\t", "\u{0}\n\t\t\t\t\n", "2\t1790000090\t1790000090\tx\ty"] {
      try Data(damage.utf8).write(to: URL(fileURLWithPath: path))
      let read = try store.subscriptions()
      #expect(read[0].fetched == now && read[0].etag == "\"a\"" && read[1].fetched == nil, "\(damage)")
    }
    // A later visit that changed the row counts before it.
    try store.keepVisits([feed])
    feed.fetched = Moment(seconds: now.seconds + 90)
    feed.etag = "\"c\""
    try store.update([feed])
    #expect(try store.subscriptions().first?.etag == "\"c\"")
  }

  @Test func aStoreIsThereAgainAfterClosing() throws {
    let folder = try Folder()
    _ = try DispatchStore.open(path: folder.path).save(dispatches(0..<3), now: now)
    let store = try DispatchStore.open(path: folder.path)
    #expect(try store.count(of: .everything) == 3)
    #expect(!store.isReadOnly)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func twoInstancesSeeEachOthersWork() throws {
    let folder = try Folder()
    let one = try DispatchStore.open(path: folder.path)
    let other = try DispatchStore.open(path: folder.path)
    _ = try one.save(dispatches(0..<2), now: now)
    #expect(try other.count(of: .everything) == 2)
    _ = try other.save(dispatches(2..<4), now: now)
    #expect(try one.count(of: .everything) == 4)
  }

  @Test func anotherProgramsFileIsLeftAlone() throws {
    let folder = try Folder()
    let foreign = try DatabaseQueue(path: folder.path)
    try foreign.write { try $0.execute(sql: "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)") }
    try foreign.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    #expect(throws: StoreError.self) { try DispatchStore.open(path: folder.path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
    try Data("not a database at all, but long enough to be looked at by anybody who opens it".utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: StoreError.self) { try DispatchStore.open(path: folder.path) }
  }

  @Test func aNewerStoreIsRefusedAndUnchanged() throws {
    let folder = try Folder()
    _ = try DispatchStore.open(path: folder.path).save(dispatches(0..<1), now: now)
    let future = try DatabaseQueue(path: folder.path)
    try future.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')") }
    try future.close()
    let error = try #require(throws: StoreError.self) { try DispatchStore.open(path: folder.path) }
    #expect(error.description.contains("newer"))
  }

  /// Wherever the damage lies: in what is read, or beside it.
  @Test(arguments: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) func aDamagedStoreGivesWhatCanBeRead(place: Double) throws {
    let folder = try Folder()
    var store: DispatchStore? = try DispatchStore.open(path: folder.path)
    _ = try store?.save(dispatches(0..<400), now: now)
    try store?.optimize()
    store = nil
    let queue = try DatabaseQueue(path: folder.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    let page = (Int(Double(bytes.count / 4096) * place) - 1) * 4096
    bytes.replaceSubrange(page..<page + 4096, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: folder.path))
    let copy = folder.url.appending(path: "salvaged.sqlite").path
    let report = try DispatchStore.salvage(from: folder.path, to: copy)
    // A row on the border of the damage may be counted as lost though a piece of it is all that is missing.
    #expect(report.saved >= 100 && report.saved <= 400 && report.saved + report.lost <= 404, "\(report)")
    #expect(try DispatchStore.open(path: copy).count(of: .everything) == report.saved)
  }

  @Test func aBackupIsWhole() throws {
    let folder = try Folder()
    let store = try DispatchStore.open(path: folder.path)
    _ = try store.save(dispatches(0..<50), now: now)
    let copy = folder.url.appending(path: "copy.sqlite").path
    try store.backup(to: copy)
    #expect(try DispatchStore.open(path: copy).count(of: .everything) == 50)
    #expect(throws: StoreError.self) { try store.backup(to: copy) }
  }

  @Test func aBatchThatFailsLeavesNothing() throws {
    let folder = try Folder()
    let store = try DispatchStore.open(path: folder.path)
    let queue = try DatabaseQueue(path: folder.path)
    try queue.write { try $0.execute(sql: "CREATE TRIGGER stop BEFORE INSERT ON body WHEN NEW.text LIKE '%numéro 7.' BEGIN SELECT RAISE(ABORT, 'stopped'); END") }
    #expect(throws: StoreError.self) { try store.save(dispatches(0..<10), now: now) }
    #expect(try store.count(of: .everything) == 0)
    #expect(try store.check().isEmpty)
  }
}
