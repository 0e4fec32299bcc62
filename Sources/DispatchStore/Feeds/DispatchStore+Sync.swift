internal import GRDB

/// A dispatch that a sync server also has: its marks here, and those that the server was last known to have.
public struct SyncedDispatch: Hashable, Sendable {
  public var id: Int64
  /// The server's name for it.
  public var item: String
  public var isRead: Bool
  public var isStarred: Bool
  public var wasRead: Bool
  public var wasStarred: Bool
}

extension DispatchStore {
  /// Everything that is shared with the server.
  public func synced(with server: String) throws(StoreError) -> [SyncedDispatch] {
    try reading { db in
      let sql = """
        SELECT d.id, s.item, d.is_read, d.is_starred, s.is_read AS was_read, s.is_starred AS was_starred
        FROM sync_item s JOIN dispatch d ON d.id = s.dispatch WHERE s.server = ?
        """
      return try Row.fetchAll(db, sql: sql, arguments: [server]).map { row in
        try SyncedDispatch(
          id: row.decode(forColumn: "id"), item: row.decode(forColumn: "item"), isRead: row.decode(forColumn: "is_read"),
          isStarred: row.decode(forColumn: "is_starred"), wasRead: row.decode(forColumn: "was_read"),
          wasStarred: row.decode(forColumn: "was_starred"))
      }
    }
  }

  /// Notes that dispatches, by their identity, are items of the server; those that are noted stay as they are.
  public func note(_ items: [(identity: String, item: String)], on server: String) throws(StoreError) {
    try writing { db in
      let statement = try db.cachedStatement(sql: """
        INSERT OR IGNORE INTO sync_item (dispatch, server, item, is_read, is_starred) SELECT id, ?, ?, 0, 0 FROM dispatch WHERE identity = ?
        """)
      for item in items { try statement.execute(arguments: [server, item.item, item.identity]) }
    }
  }

  /// Keeps what the server and this store agree on by now, and up to when the server was asked.
  public func agree(_ items: [SyncedDispatch], newest: Int64, on server: String) throws(StoreError) {
    try writing { db in
      let statement = try db.cachedStatement(sql: "UPDATE sync_item SET is_read = ?, is_starred = ? WHERE dispatch = ?")
      for item in items { try statement.execute(arguments: [item.isRead, item.isStarred, item.id]) }
      try db.execute(
        sql: "INSERT INTO sync_server (server, newest) VALUES (?, ?) ON CONFLICT (server) DO UPDATE SET newest = max(newest, excluded.newest)",
        arguments: [server, newest])
    }
  }

  /// Up to when the server was asked, in seconds since 1970; 0 before the first time.
  public func newestSynced(with server: String) throws(StoreError) -> Int64 {
    try reading { db in try Int64.fetchOne(db, sql: "SELECT newest FROM sync_server WHERE server = ?", arguments: [server]) ?? 0 }
  }
}
