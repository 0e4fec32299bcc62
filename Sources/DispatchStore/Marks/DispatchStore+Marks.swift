public import DispatchModel
internal import Foundation
internal import GRDB

/// A change of marks: one step of the journal.
public enum MarkAction: Hashable, Sendable {
  case read(Bool)
  case star(Bool)
  case addTag(String)
  case removeTag(String)

  /// As the journal keeps it.
  var word: String {
    switch self {
    case .read(let on): on ? "read" : "unread"
    case .star(let on): on ? "star" : "unstar"
    case .addTag(let name): "tag \(name)"
    case .removeTag(let name): "untag \(name)"
    }
  }

  init?(word: String) {
    let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
    switch parts.first {
    case "read": self = .read(true)
    case "unread": self = .read(false)
    case "star": self = .star(true)
    case "unstar": self = .star(false)
    case "tag" where parts.count == 2: self = .addTag(parts[1])
    case "untag" where parts.count == 2: self = .removeTag(parts[1])
    default: return nil
    }
  }

  var opposite: MarkAction {
    switch self {
    case .read(let on): .read(!on)
    case .star(let on): .star(!on)
    case .addTag(let name): .removeTag(name)
    case .removeTag(let name): .addTag(name)
    }
  }
}

/// What a change, an undo or a redo did.
public struct MarkReport: Hashable, Sendable {
  /// The dispatches that changed.
  public var ids: [Int64]
  public var action: MarkAction
}

extension DispatchStore {
  /// Marks the dispatches; only those that change are part of the step. The journal of undone steps is cut.
  @discardableResult
  public func mark(_ action: MarkAction, ids: [Int64]) throws(StoreError) -> MarkReport {
    try lasting { db in try step(action, ids: ids, db) }
  }

  /// Marks every dispatch that matches, as one step.
  @discardableResult
  public func mark(_ action: MarkAction, matching query: Query) throws(StoreError) -> MarkReport {
    let (sql, arguments) = CompiledQuery(query).clause()
    return try lasting { db in
      try step(action, ids: try Int64.fetchAll(db, sql: "SELECT d.id \(sql)", arguments: arguments), db)
    }
  }

  /// Takes the last step back; nil where there is none. Lasts over restarts.
  public func undo() throws(StoreError) -> MarkReport? {
    try lasting { db in
      try turn(db, from: "SELECT id, change, ids FROM journal WHERE is_undone = 0 ORDER BY id DESC LIMIT 1", isUndo: true)
    }
  }

  /// Does again what was taken back last; nil where there is nothing.
  public func redo() throws(StoreError) -> MarkReport? {
    try lasting { db in
      try turn(db, from: "SELECT id, change, ids FROM journal WHERE is_undone = 1 ORDER BY id LIMIT 1", isUndo: false)
    }
  }

  /// All tags with their counts, the most frequent first.
  public func tags() throws(StoreError) -> [(name: String, count: Int)] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT name, count(*) AS n FROM tag GROUP BY name ORDER BY n DESC, name").map { try ($0.decode(forColumn: "name"), $0.decode(forColumn: "n")) }
    }
  }

  // MARK: The journal

  /// A write that a person asked for: on the disk before it is acknowledged (synchronous=FULL for this transaction).
  private func lasting<Value: Sendable>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard !isReadOnly else { throw .readOnly(path: path) }
    do {
      return try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL")
        defer { restoreSpeed(db) }
        var value: Value?
        try db.inTransaction {
          value = try body(db)
          return .commit
        }
        guard let value else { throw StoreError.failed("The change was not made.") }
        return value
      }
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  private func restoreSpeed(_ db: Database) {
    do {
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    } catch {
      // FULL stays: slower, never less safe.
    }
  }

  private func step(_ action: MarkAction, ids: [Int64], _ db: Database) throws -> MarkReport {
    let changed = try apply(action, ids: ids, db)
    if !changed.isEmpty {
      try db.execute(sql: "DELETE FROM journal WHERE is_undone = 1")
      try db.execute(sql: "INSERT INTO journal (change, ids) VALUES (?, ?)", arguments: [action.word, Self.pack(changed)])
      try db.execute(sql: "DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - 1000")
    }
    return MarkReport(ids: changed, action: action)
  }

  private func turn(_ db: Database, from sql: String, isUndo: Bool) throws -> MarkReport? {
    guard let row = try Row.fetchOne(db, sql: sql), let action = try MarkAction(word: row.decode(forColumn: "change")) else { return nil }
    let done = isUndo ? action.opposite : action
    let changed = try apply(done, ids: Self.unpack(row.decode(forColumn: "ids")), db)
    try db.execute(sql: "UPDATE journal SET is_undone = ? WHERE id = ?", arguments: [isUndo ? 1 : 0, row.decode(Int64.self, forColumn: "id")])
    return MarkReport(ids: changed, action: done)
  }

  /// Sets the mark; gives the dispatches for which that changed something.
  private func apply(_ action: MarkAction, ids: [Int64], _ db: Database) throws -> [Int64] {
    let statement: GRDB.Statement
    switch action {
    case .read(let on): statement = try db.cachedStatement(sql: "UPDATE dispatch SET is_read = \(on ? 1 : 0) WHERE id = ? AND is_read != \(on ? 1 : 0)")
    case .star(let on): statement = try db.cachedStatement(sql: "UPDATE dispatch SET is_starred = \(on ? 1 : 0) WHERE id = ? AND is_starred != \(on ? 1 : 0)")
    case .addTag: statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO tag (dispatch, name) SELECT id, ? FROM dispatch WHERE id = ?")
    case .removeTag: statement = try db.cachedStatement(sql: "DELETE FROM tag WHERE name = ? AND dispatch = ?")
    }
    var changed: [Int64] = []
    for id in ids {
      switch action {
      case .read, .star: try statement.execute(arguments: [id])
      case .addTag(let name), .removeTag(let name): try statement.execute(arguments: [name, id])
      }
      if db.changesCount > 0 { changed.append(id) }
    }
    return changed
  }

  /// Ids as the journal keeps them.
  static func pack(_ ids: [Int64]) -> Data {
    var out = ByteWriter()
    out.list(ids) { $0.number(Int($1)) }
    return Data(out.bytes)
  }

  static func unpack(_ data: Data) throws -> [Int64] {
    var input = ByteReader(Array(data))
    return try input.list { input throws(ByteReader.Failure) in Int64(try input.number()) }
  }
}
