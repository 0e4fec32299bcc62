internal import DispatchModel
internal import Foundation
internal import GRDB

/// Step 10 of the schema: ids lie closer together, the text is the index's first column, names stand in it once, and the store's words
/// are kept in a table of their own. All of it makes the index smaller by a third and queries faster; it is built anew from the texts.
enum DenseIDs {
  static func migrate(_ db: Database) throws {
    try number(db)
    for (table, columns) in tables { try rekey(table, columns, db) }
    try rekeyJournal(db)
    try db.execute(sql: "DROP TABLE temp.moved")
    try db.execute(sql: """
      DROP TABLE search;
      CREATE VIRTUAL TABLE search USING fts5(body, headline, filters, content='', tokenize='unicode61 remove_diacritics 2');
      INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);
      CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;
      DELETE FROM beginning;
      """)
    try index(db)
  }

  /// Where ids of dispatches stand. A story is called by the id of one of its dispatches.
  private static let tables: [(String, [String])] = [
    ("dispatch", ["id", "story"]), ("body", ["id"]), ("appearance", ["dispatch"]), ("testimony", ["dispatch"]), ("version", ["dispatch"]),
    ("tag", ["dispatch"]), ("story", ["id"]), ("story_key", ["dispatch"]), ("embargo", ["dispatch"]), ("sync_item", ["dispatch"]),
  ]

  /// `moved`: each old id and its new one, in the same order.
  private static func number(_ db: Database) throws {
    try db.execute(sql: "CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
    let insert = try db.makeStatement(sql: "INSERT INTO moved (old, new) VALUES (?, ?)")
    let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM dispatch ORDER BY id")
    var last = Int64.min
    while let id = try ids.next() {
      let first = RowID.first(of: Moment(seconds: id >> RowID.formerSerialBits))
      last = last < first ? first : last + 1
      try insert.execute(arguments: [id, last])
    }
  }

  /// Copies a table into one of the same shape, its ids changed. A story whose first dispatch is gone keeps its number with a minus:
  /// nothing else has that.
  private static func rekey(_ table: String, _ ids: [String], _ db: Database) throws {
    guard let made = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", arguments: [table]),
      let brace = made.firstIndex(of: "(")
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    let around = try String.fetchAll(
      db, sql: "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL", arguments: [table])
    let columns = try db.columns(in: table).map(\.name)
    let values = columns.map { column in
      guard ids.contains(column) else { return "t.\(column)" }
      return column == "story" || table == "story" ? "ifnull((SELECT new FROM moved WHERE old = t.\(column)), -t.\(column))" : "m.new"
    }
    let key = ids[0]
    let join = table == "story" ? "" : " JOIN moved m ON m.old = t.\(key)"
    try db.execute(sql: """
      CREATE TABLE \(table)_moved \(made[brace...]);
      INSERT INTO \(table)_moved (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) FROM \(table) t\(join);
      DROP TABLE \(table);
      ALTER TABLE \(table)_moved RENAME TO \(table);
      """)
    for sql in around { try db.execute(sql: sql) }
  }

  private static func rekeyJournal(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, ids FROM journal") {
      // A step that cannot be read is passed over by undo too.
      guard let old = try? DispatchStore.unpack(row.decode(Data.self, forColumn: "ids")) else { continue }
      let new = try old.compactMap { try Int64.fetchOne(db, sql: "SELECT new FROM moved WHERE old = ?", arguments: [$0]) }
      try db.execute(sql: "UPDATE journal SET ids = ? WHERE id = ?", arguments: [DispatchStore.pack(new), row.decode(Int64.self, forColumn: "id")])
    }
  }

  private static func index(_ db: Database) throws {
    let known = KnownWords()
    var beginnings: [UInt32: Int] = [:]
    let intoSearch = try db.makeStatement(sql: "INSERT INTO search (rowid, body, headline, filters) VALUES (?, ?, ?, ?)")
    let intoWords = try db.makeStatement(sql: "INSERT OR IGNORE INTO word (word) VALUES (?)")
    let rows = try Row.fetchCursor(db, sql: "SELECT d.id, \(StoredDispatch.columns) FROM dispatch d JOIN body b ON b.id = d.id ORDER BY d.id")
    while let row = try rows.next() {
      // One damaged dispatch must not keep the store shut: the dispatch itself says what is wrong when it is opened.
      guard let (dispatch, reading) = try? StoredDispatch.make(row) else { continue }
      let words = SearchWords(dispatch, reading)
      try intoSearch.execute(arguments: [row.decode(Int64.self, forColumn: "id"), words.body, words.headline, words.filters])
      let (codes, unknown) = words.scan(knowing: known.all)
      for word in unknown { try intoWords.execute(arguments: [word]) }
      known.learn(unknown)
      for code in codes { beginnings[code, default: 0] += 1 }
    }
    for (code, count) in beginnings.sorted(by: { $0.key < $1.key }) {
      try db.execute(sql: "INSERT INTO beginning (code, count) VALUES (?, ?)", arguments: [code, count])
    }
  }
}
