public import DispatchModel
internal import Foundation
internal import GRDB

extension DispatchStore {
  /// What is wrong with the store's file, a sentence each; empty where all is sound.
  public func check() throws(StoreError) -> [String] {
    try reading { db in
      var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      if strays > 0 { problems.append("\(strays) rows refer to dispatches that are gone") }
      let dispatches = try Int.fetchOne(db, sql: "SELECT count(*) FROM dispatch") ?? 0
      let bodies = try Int.fetchOne(db, sql: "SELECT count(*) FROM body") ?? 0
      if dispatches != bodies { problems.append("\(dispatches) dispatches have \(bodies) texts") }
      let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM search WHERE search MATCH 'filters : \"\(FilterTokens.everything)\"'") ?? 0
      if indexed != dispatches { problems.append("the search index knows \(indexed) of \(dispatches) dispatches") }
      return problems
    }
  }

  /// Tidies the search index after a big import: common queries take half the time afterwards.
  public func optimize() throws(StoreError) {
    try writing { db in try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize'); PRAGMA optimize") }
    // The log of a big import is worked in and cut, unless somebody is reading from it now: then it is by the next one to finish.
    do {
      try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  /// A consistent copy, also while others write (VACUUM INTO). The file must not be there yet.
  public func backup(to copy: String) throws(StoreError) {
    do {
      try database.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    } catch {
      throw StoreError.of(error, path: copy)
    }
  }

  /// Removes read dispatches older than that, but never one that is starred or tagged; gives how many went.
  public func expire(before moment: Moment) throws(StoreError) -> Int {
    let old = try reading { db in
      try Int64.fetchAll(
        db, sql: """
          SELECT id FROM dispatch WHERE id < ? AND is_read = 1 AND is_starred = 0 AND NOT EXISTS (SELECT 1 FROM tag WHERE dispatch = dispatch.id)
          """, arguments: [RowID.first(of: moment)])
    }
    try remove(ids: old)
    return old.count
  }

  /// Saves every dispatch of a damaged store that can still be read into a new one; gives how many were saved and how many were lost.
  public static func salvage(from damaged: String, to path: String, now: Moment) throws(StoreError) -> (saved: Int, lost: Int) {
    guard !FileManager.default.fileExists(atPath: path) else { throw .cannotOpen(path: path, reason: "a file of that name is there already") }
    let target = try DispatchStore.open(path: path)
    do {
      var settings = Configuration()
      settings.readonly = true
      let source = try DatabaseQueue(path: damaged, configuration: settings)
      return try source.read { db in
        var saved = 0
        var lost = 0
        for id in try readableIDs(db) {
          do {
            guard let (dispatch, reading) = try StoredDispatch.load(id, db) else { continue }
            _ = try target.save([(dispatch, reading)], now: now)
            saved += 1
          } catch {
            lost += 1
          }
        }
        return (saved, lost)
      }
    } catch {
      throw StoreError.of(error, path: damaged)
    }
  }

  /// Ids from whichever of the two tables still gives them; a page that cannot be read ends a walk, so both ends are walked.
  private static func readableIDs(_ db: Database) throws -> [Int64] {
    var ids: Set<Int64> = []
    for sql in ["SELECT id FROM dispatch ORDER BY id", "SELECT id FROM dispatch ORDER BY id DESC", "SELECT id FROM body ORDER BY id", "SELECT id FROM body ORDER BY id DESC"] {
      do {
        let cursor = try Int64.fetchCursor(db, sql: sql)
        while let id = try cursor.next() { ids.insert(id) }
      } catch {
        continue
      }
    }
    return ids.sorted()
  }
}
