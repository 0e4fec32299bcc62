internal import GRDB

extension DispatchStore {
  /// Searches kept by name, in their order.
  public func savedSearches() throws(StoreError) -> [(name: String, query: String)] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM saved_search ORDER BY position").map { try ($0.decode(forColumn: "name"), $0.decode(forColumn: "query")) }
    }
  }

  /// Keeps a search; one of the same name gets the new query and keeps its place.
  public func saveSearch(name: String, query: String) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: "INSERT INTO saved_search (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query", arguments: [name, query])
    }
  }

  public func removeSearch(name: String) throws(StoreError) {
    try writing { db in try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name]) }
  }
}
