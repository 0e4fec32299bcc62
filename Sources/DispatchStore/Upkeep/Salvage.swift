internal import DispatchModel
internal import Foundation
internal import GRDB

/// What was saved of a damaged store.
public struct SalvageReport: Hashable, Sendable {
  public var saved = 0
  /// Dispatches that are there and cannot be read.
  public var lost = 0
  /// Feeds and saved searches.
  public var feeds = 0
  public var searches = 0
}

extension DispatchStore {
  /// Saves what can still be read of a damaged store into a new one: dispatches with their marks, tags and earlier versions, feeds,
  /// saved searches. The damaged file is not written to; a store of an earlier schema is read as it is.
  public static func salvage(from damaged: String, to path: String) throws(StoreError) -> SalvageReport {
    guard !FileManager.default.fileExists(atPath: path) else { throw .cannotOpen(path: path, reason: "a file of that name is there already") }
    guard FileManager.default.fileExists(atPath: damaged) else { throw .cannotOpen(path: damaged, reason: "there is no such file") }
    let target = try DispatchStore.open(path: path)
    do {
      var settings = Configuration()
      settings.readonly = true
      let source = try DatabaseQueue(path: damaged, configuration: settings)
      // Not in a transaction: one in which a page could not be read cannot be ended, and all would be lost.
      return try source.unsafeRead { db in
        var salvage = Salvage(source: db)
        try salvage.run(into: target)
        return salvage.report
      }
    } catch {
      throw StoreError.of(error, path: damaged)
    }
  }
}

/// One salvage, dispatch by dispatch: what cannot be read is passed over.
private struct Salvage {
  let source: Database
  var report = SalvageReport()
  private static let batch = 500

  /// A dispatch with what people did with it.
  private struct Saved {
    var one: Prepared
    var moment: Moment
    var isRead: Bool
    var isStarred: Bool
    var tags: [String]
    var versions: [Row]
  }

  init(source: Database) { self.source = source }

  mutating func run(into target: DispatchStore) throws {
    let isPacked = readable { try source.columns(in: "body").contains { $0.name == "packed" } } ?? true
    let bits = (readable { try source.tableExists("word") } ?? true) ? RowID.serialBits : RowID.formerSerialBits
    let ids = readableIDs()
    for start in stride(from: 0, to: ids.count, by: Salvage.batch) {
      let found = ids[start..<min(start + Salvage.batch, ids.count)].compactMap { id in readable { try load(id, isPacked, bits) } ?? nil }
      report.lost += min(Salvage.batch, ids.count - start) - found.count
      try target.database.write { db in try save(found, db) }
      report.saved += found.count
    }
    try target.database.write { db in
      report.feeds = try copy("feed", leaving: ["id"], into: db)
      report.searches = try copy("saved_search", leaving: ["position"], into: db)
    }
  }

  private func save(_ found: [Saved], _ db: Database) throws {
    var saver = try Saver(db, now: Moment(seconds: 0))
    for saved in found {
      // What bore no date keeps the moment that it was filed under.
      saver.now = saved.moment
      try saver.save(saved.one)
    }
    try saver.finish()
    for saved in found {
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM dispatch WHERE identity = ?", arguments: [saved.one.dispatch.identity]) else { continue }
      try db.execute(
        sql: "UPDATE dispatch SET is_read = ?, is_starred = ?, versions = ? WHERE id = ?",
        arguments: [saved.isRead, saved.isStarred, saved.versions.count + 1, id])
      for tag in saved.tags { try db.execute(sql: "INSERT OR IGNORE INTO tag (name, dispatch) VALUES (?, ?)", arguments: [tag, id]) }
      for version in saved.versions {
        try db.execute(
          sql: "INSERT OR IGNORE INTO version (dispatch, number, saved, text, digest) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            id, version.decode(Int.self, forColumn: "number"), version.decode(Int64.self, forColumn: "saved"),
            version.decode(String.self, forColumn: "text"), version.hasColumn("digest") ? version.decode(Int64?.self, forColumn: "digest") : nil,
          ])
      }
    }
  }

  private func load(_ id: Int64, _ isPacked: Bool, _ serialBits: Int64) throws -> Saved? {
    guard let row = try Row.fetchOne(
      source, sql: "SELECT d.*, b.* FROM dispatch d JOIN body b ON b.id = d.id WHERE d.id = ?", arguments: [id])
    else { return nil }
    let (dispatch, reading) = isPacked ? try StoredDispatch.make(row) : try StoredDispatch.makeUnpacked(row)
    let tags = readable { try String.fetchAll(source, sql: "SELECT name FROM tag WHERE dispatch = ?", arguments: [id]) } ?? []
    let versions = readable { try Row.fetchAll(source, sql: "SELECT * FROM version WHERE dispatch = ? ORDER BY number", arguments: [id]) } ?? []
    return try Saved(
      one: Prepared(dispatch, reading), moment: Moment(seconds: id >> serialBits), isRead: row.decode(forColumn: "is_read"),
      isStarred: row.decode(forColumn: "is_starred"), tags: tags, versions: versions)
  }

  /// Copies a table's rows, but for columns that the new store numbers itself; gives how many.
  private func copy(_ table: String, leaving left: Set<String>, into db: Database) throws -> Int {
    let known = Set(try db.columns(in: table).map(\.name))
    var count = 0
    let rows = readable { try Row.fetchAll(source, sql: "SELECT * FROM \(table)") } ?? []
    for row in rows {
      let columns = row.columnNames.filter { known.contains($0) && !left.contains($0) }
      let values = columns.map { row[$0] as DatabaseValue? ?? .null }
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))", arguments: StatementArguments(values))
      count += db.changesCount
    }
    return count
  }

  /// The answer, or nil where damage stands in its way.
  private func readable<Value>(_ ask: () throws -> Value) -> Value? {
    do { return try ask() } catch { return nil }
  }

  /// Ids from whichever of the two tables still gives them; a page that cannot be read ends a walk, so both ends are walked.
  private func readableIDs() -> [Int64] {
    var ids: Set<Int64> = []
    for table in ["dispatch", "body"] {
      for direction in ["ASC", "DESC"] {
        _ = readable {
          let cursor = try Int64.fetchCursor(source, sql: "SELECT id FROM \(table) NOT INDEXED ORDER BY id \(direction)")
          while let id = try cursor.next() { ids.insert(id) }
        }
      }
    }
    return ids.sorted()
  }
}
