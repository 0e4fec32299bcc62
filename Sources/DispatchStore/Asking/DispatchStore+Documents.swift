public import DispatchModel
internal import GRDB

/// A dispatch opened, with its earlier versions and its story.
public struct StoredDocument: Sendable {
  public var line: ListedDispatch
  public var dispatch: Dispatch
  public var reading: Reading
  /// Earlier versions, newest first.
  public var versions: [StoredVersion]
  /// The other dispatches of its story, newest first.
  public var siblings: [ListedDispatch]
}

/// What a dispatch said before it was corrected.
public struct StoredVersion: Hashable, Sendable {
  public var saved: Moment
  public var text: String
}

extension DispatchStore {
  /// One dispatch whole; nil where there is none of that id.
  public func document(id: Int64) throws(StoreError) -> StoredDocument? {
    try reading { db in
      guard let (dispatch, reading) = try StoredDispatch.load(id, db),
        let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT \(ListedDispatch.columns) FROM dispatch d WHERE d.id = ?"), arguments: [id])
      else { return nil }
      let line = try ListedDispatch(row: row)
      let versions = try Row.fetchAll(db, sql: "SELECT saved, text FROM version WHERE dispatch = ? ORDER BY number DESC", arguments: [id])
        .map { try StoredVersion(saved: Moment(seconds: $0.decode(forColumn: "saved")), text: $0.decode(forColumn: "text")) }
      let siblings = try line.story.map { try story($0.id, db).filter { $0.id != id } } ?? []
      return StoredDocument(line: line, dispatch: dispatch, reading: reading, versions: versions, siblings: siblings)
    }
  }

  /// The dispatches of a story, newest first.
  public func story(_ story: Int64) throws(StoreError) -> [ListedDispatch] {
    try reading { db in try self.story(story, db) }
  }

  private func story(_ story: Int64, _ db: Database) throws -> [ListedDispatch] {
    let statement = try db.cachedStatement(sql: "SELECT \(ListedDispatch.columns) FROM dispatch d WHERE d.story = ? ORDER BY d.id DESC LIMIT 200")
    return try ListedDispatch.all(Row.fetchCursor(statement, arguments: [story]))
  }
}
