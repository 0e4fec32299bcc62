internal import DispatchModel
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
      let kept = try Int.fetchOne(db, sql: "SELECT count FROM tally WHERE name = 'all'") ?? 0
      let read = try Int.fetchOne(db, sql: "SELECT count(*) FROM dispatch WHERE is_read = 1") ?? 0
      let keptRead = try Int.fetchOne(db, sql: "SELECT count FROM tally WHERE name = 'read'") ?? 0
      if (kept, keptRead) != (dispatches, read) { problems.append("\(dispatches) dispatches, \(read) of them read, are counted as \(kept) and \(keptRead)") }
      if indexed != dispatches { problems.append("the search index knows \(indexed) of \(dispatches) dispatches") }
      return problems
    }
  }

  /// Tidies the search index after a big import: common queries take half the time afterwards, and the room that its parts took before
  /// they were one goes back to the disk.
  public func optimize() throws(StoreError) {
    try writing { db in try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize'); PRAGMA optimize") }
    try writing { db in try db.execute(sql: "PRAGMA incremental_vacuum") }
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

  /// Makes the file as small as what it holds: the room of what was removed goes back to the disk. Needs as much free room meanwhile,
  /// and waits for nobody: where another program is reading or writing, it fails and changes nothing.
  public func compact() throws(StoreError) {
    guard !isReadOnly else { throw .readOnly(path: path) }
    try optimize()
    do {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreError.of(error, path: path)
    }
  }
}
