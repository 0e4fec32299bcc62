// Upkeep: what goes by the rules and what never does, clocks that jump, compacting, and what is saved of a damaged store.
import DispatchModel
@testable import DispatchStore
import Foundation
import GRDB
import Testing

private let day: Int64 = 86_400
private let start: Int64 = 1_780_000_000 / 86_400 * 86_400

/// A hundred dispatches, one a day, all read but every tenth.
private func filled(_ store: DispatchStore) throws -> [Int64] {
  let batch = (0..<100).map { number in
    (Dispatch(identity: "d\(number)", text: "Titre \(number)\nTexte.", published: Moment(seconds: start + Int64(number) * day)), Reading(headline: "Titre \(number)"))
  }
  let ids = try store.save(batch, now: Moment(seconds: start + 99 * day)).ids
  _ = try store.mark(.read(true), ids: ids.enumerated().filter { $0.offset % 10 != 0 }.map(\.element))
  _ = try store.mark(.star(true), ids: [ids[1]])
  _ = try store.mark(.addTag("suivi"), ids: [ids[2]])
  return ids
}

@Suite struct ExpiryTests {
  @Test(arguments: [
    (ExpiryRules(days: 50), 39), (ExpiryRules(count: 60), 34), (ExpiryRules(days: 50, count: 90), 39), (ExpiryRules(days: 50, includesUnread: true), 44),
    (ExpiryRules(), 0), (ExpiryRules(days: 10_000), 0), (ExpiryRules(count: 1_000), 0),
  ])
  func whatIsOldGoesAndWhatIsMarkedStays(rules: ExpiryRules, expected: Int) throws {
    let store = try DispatchStore.openInMemory()
    let ids = try filled(store)
    let now = Moment(seconds: start + 99 * day + 1)
    #expect(try store.expirableCount(rules, now: now) == expected)
    #expect(try store.expire(rules, now: now) == expected)
    #expect(try store.count(of: .everything) == 100 - expected)
    #expect(try store.lines(ids: [ids[1], ids[2], ids[99]]).count == 3)
    #expect(try store.expire(rules, now: now) == 0)
    #expect(try store.check().isEmpty)
  }

  @Test(arguments: [-3_650, -1, 1, 30, 3_650, 20_000]) func aClockThatJumpsRemovesNothingMore(days: Int64) throws {
    let store = try DispatchStore.openInMemory()
    _ = try filled(store)
    // The fifth newest is of day 95: its day and one more are the latest that the clock is believed.
    let gone = try store.expire(ExpiryRules(days: 90, includesUnread: true), now: Moment(seconds: start + (99 + days) * day))
    #expect(gone <= 9)
  }

  @Test func byItselfOnlyOneDayGoesAtATime() throws {
    let store = try DispatchStore.openInMemory()
    _ = try filled(store)
    let now = Moment(seconds: start + 99 * day)
    for _ in 0..<3 { #expect(try store.expire(ExpiryRules(days: 20, includesUnread: true), now: now, atMostOneDay: true) == 1) }
    #expect(try store.count(of: .everything) == 97)
  }
}

@Suite struct UpkeepTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "telex-upkeep-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test func compactingGivesTheRoomBack() throws {
    let folder = try folder()
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(error)") } }
    let path = folder.appending(path: "telex.sqlite").path
    let store = try DispatchStore.open(path: path)
    let text = (0..<200).map { "mot\($0)" }.joined(separator: " ")
    let ids = try store.save((0..<1_500).map { (Dispatch(identity: "d\($0)", text: "Titre\n\($0) \(text)"), Reading(headline: "Titre")) }, now: Moment(seconds: start)).ids
    try store.optimize()
    func size() throws -> Int { try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0 }
    let before = try size()
    try store.remove(ids: Array(ids.dropFirst(5)))
    try store.compact()
    #expect(try size() < before / 2)
    #expect(try store.check().isEmpty && store.count(of: .everything) == 5)
  }

  /// Marks, tags, versions, feeds and searches are saved with the dispatches, from this schema and from those before bodies were packed.
  @Test(arguments: [Migrations.migrator.migrations[4], Migrations.migrator.migrations.last ?? ""])
  func salvageKeepsWhatPeopleDid(schema: String) throws {
    let folder = try folder()
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(error)") } }
    let path = folder.appending(path: "telex.sqlite").path
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
    try Migrations.migrator.migrate(queue, upTo: schema)
    let one = Prepared(Dispatch(identity: "un", text: "Titre\nTexte."), Reading(headline: "Titre"))
    let bits = schema.hasPrefix("5") ? RowID.formerSerialBits : RowID.serialBits
    let id = Int64(start) << bits
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO dispatch (id, identity, digest, published, saved, headline, focus, is_starred, is_read, versions) VALUES (?, 'un', ?, 0, 0, 'Titre', '', 1, 1, 2)",
        arguments: [id, one.digest])
      if schema.hasPrefix("5") {
        let parts = try PackedBody.decode(one.packed)
        try db.execute(
          sql: "INSERT INTO body (id, text, envelope, reading) VALUES (?, ?, ?, ?)", arguments: [id, parts.text, Data(parts.envelope), Data(parts.reading)])
      } else {
        try db.execute(sql: "INSERT INTO body (id, packed) VALUES (?, ?)", arguments: [id, one.packed])
      }
      try db.execute(sql: "INSERT INTO version (dispatch, number, saved, text) VALUES (?, 1, 0, 'Avant')", arguments: [id])
      try db.execute(sql: "INSERT INTO tag (name, dispatch) VALUES ('suivi', ?)", arguments: [id])
      try db.execute(sql: "INSERT INTO feed (url, title) VALUES ('https://a.example/', 'A'); INSERT INTO saved_search (name, query) VALUES ('x', 'y')")
    }
    try queue.close()
    let copy = folder.appending(path: "copy.sqlite").path
    let report = try DispatchStore.salvage(from: path, to: copy)
    #expect(report == SalvageReport(saved: 1, lost: 0, feeds: 1, searches: 1))
    let store = try DispatchStore.open(path: copy)
    let line = try #require(try store.page(of: .everything).first)
    #expect(line.isStarred && line.isRead && line.tags == ["suivi"] && line.versions == 2 && line.id == RowID.first(of: Moment(seconds: start)))
    #expect(try store.document(id: line.id)?.versions.map(\.text) == ["Avant"])
    #expect(try store.subscriptions().map(\.title) == ["A"] && store.savedSearches().map(\.query) == ["y"])
    #expect(try store.check().isEmpty)
  }

  @Test func anOlderStoreThatCannotBeWrittenSaysSo() throws {
    let folder = try folder()
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(error)") } }
    let path = folder.appending(path: "telex.sqlite").path
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
    try Migrations.migrator.migrate(queue, upTo: Migrations.migrator.migrations[2])
    try queue.close()
    let error = try #require(throws: StoreError.self) { try DispatchStore.openForReading(path: path) }
    #expect(error.description.contains("older Telex"))
  }
}
