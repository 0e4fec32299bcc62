internal import Foundation
internal import GRDB

/// Step 7 of the schema: texts, envelopes and readings are packed, and what was counted by walking is kept as counts
/// (those of beginnings are filled in by step 9).
enum PackedBodies {
  static func migrate(_ db: Database) throws {
    try db.execute(sql: """
      CREATE TABLE body_packed (
        id INTEGER PRIMARY KEY REFERENCES dispatch(id) ON DELETE CASCADE,
        packed BLOB NOT NULL
      );
      CREATE TABLE beginning (
        code INTEGER PRIMARY KEY,
        count INTEGER NOT NULL
      );
      CREATE TABLE tally (
        name TEXT PRIMARY KEY,
        count INTEGER NOT NULL
      ) WITHOUT ROWID;
      INSERT INTO tally (name, count) VALUES ('all', (SELECT count(*) FROM dispatch)), ('read', (SELECT count(*) FROM dispatch WHERE is_read = 1));
      CREATE TRIGGER dispatch_added AFTER INSERT ON dispatch BEGIN
        UPDATE tally SET count = count + 1 WHERE name = 'all';
        UPDATE tally SET count = count + 1 WHERE name = 'read' AND new.is_read = 1;
      END;
      CREATE TRIGGER dispatch_removed AFTER DELETE ON dispatch BEGIN
        UPDATE tally SET count = count - 1 WHERE name = 'all';
        UPDATE tally SET count = count - 1 WHERE name = 'read' AND old.is_read = 1;
      END;
      CREATE TRIGGER dispatch_read_changed AFTER UPDATE OF is_read ON dispatch WHEN old.is_read != new.is_read BEGIN
        UPDATE tally SET count = count + new.is_read - old.is_read WHERE name = 'read';
      END;
      """)
    try pack(db)
    try db.execute(sql: "DROP TABLE body; ALTER TABLE body_packed RENAME TO body")
  }

  private static func pack(_ db: Database) throws {
    let insert = try db.makeStatement(sql: "INSERT INTO body_packed (id, packed) VALUES (?, ?)")
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text, envelope, reading FROM body ORDER BY id")
    while let row = try rows.next() {
      let text: String = try row.decode(forColumn: "text")
      let envelope: Data = try row.decode(forColumn: "envelope")
      let reading: Data = try row.decode(forColumn: "reading")
      let packed = PackedBody.encode(text: text, envelope: Array(envelope), reading: Array(reading))
      try insert.execute(arguments: [row.decode(Int64.self, forColumn: "id"), packed])
    }
  }
}
