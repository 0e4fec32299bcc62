internal import DispatchModel
internal import Foundation
internal import GRDB

/// The tables of the store, step by step. A released step never changes; a new one is added.
///
/// - `dispatch`: a row a dispatch, what a list shows; its id grows with the time of publication (`RowID`).
/// - `body`: text, envelope and reading of each (`PackedBody`), apart so that lists never touch them.
/// - `search`: contentless FTS5 over headline, body and filter tokens (`FilterTokens`); one walk in id order answers a query.
/// - `entity`, `appearance`: what mentions refer to, and where; `testimony`: the facts in which an entity takes part.
/// - `version`: what a dispatch said before it was corrected. `tag`, `journal`, `saved_search`: what people do.
/// - `story`, `story_key`: dispatches about one happening. `feed`: subscriptions.
/// - `embargo`: until when a dispatch's text, and all that was read in it, is not to be shown (`Embargoes`).
/// - `word`: the words of four letters or more, so that those with a beginning are known (`QueryPlan`).
/// - Kept counters: `country_count` of focus countries, `tally` of all and of read dispatches (by triggers), `beginning` of dispatches
///   by the beginnings of their words (`Beginnings`).
/// - `sync_item`, `sync_server`: what a sync server was last known to say of each dispatch, and how far it was asked; `sync_feed`:
///   the subscriptions that it shares, as both sides last had them.
enum Migrations {
  /// "TLX1", so that no other program's database is taken for ours (SQLite's application_id).
  static let applicationID: Int32 = 0x544C_5831

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 dispatches") { db in
      try db.execute(sql: """
        CREATE TABLE dispatch (
          id INTEGER PRIMARY KEY,
          identity TEXT NOT NULL UNIQUE,
          digest INTEGER NOT NULL,
          published INTEGER NOT NULL,
          saved INTEGER NOT NULL,
          agency TEXT,
          headline TEXT NOT NULL,
          priority TEXT,
          urgency INTEGER,
          focus TEXT NOT NULL,
          is_read INTEGER NOT NULL DEFAULT 0,
          is_starred INTEGER NOT NULL DEFAULT 0,
          versions INTEGER NOT NULL DEFAULT 1,
          agency_version INTEGER,
          story INTEGER
        );
        CREATE INDEX dispatch_unread ON dispatch(id) WHERE is_read = 0;
        CREATE INDEX dispatch_starred ON dispatch(id) WHERE is_starred = 1;
        CREATE INDEX dispatch_story ON dispatch(story) WHERE story IS NOT NULL;

        CREATE TABLE body (
          id INTEGER PRIMARY KEY REFERENCES dispatch(id) ON DELETE CASCADE,
          text TEXT NOT NULL,
          envelope BLOB NOT NULL,
          reading BLOB NOT NULL
        );
        CREATE VIRTUAL TABLE search USING fts5(headline, body, filters, content='', tokenize='unicode61 remove_diacritics 2');

        CREATE TABLE entity (
          id INTEGER PRIMARY KEY,
          type TEXT NOT NULL,
          key TEXT NOT NULL,
          name TEXT NOT NULL,
          count INTEGER NOT NULL DEFAULT 0,
          UNIQUE (type, key)
        );
        CREATE INDEX entity_count ON entity(type, count DESC);
        CREATE TABLE entity_word (
          word TEXT NOT NULL,
          entity INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
          PRIMARY KEY (word, entity)
        ) WITHOUT ROWID;
        CREATE TABLE appearance (
          entity INTEGER NOT NULL,
          dispatch INTEGER NOT NULL REFERENCES dispatch(id) ON DELETE CASCADE,
          PRIMARY KEY (entity, dispatch)
        ) WITHOUT ROWID;
        CREATE TABLE testimony (
          entity INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          dispatch INTEGER NOT NULL REFERENCES dispatch(id) ON DELETE CASCADE,
          fact INTEGER NOT NULL,
          PRIMARY KEY (entity, kind, dispatch, fact)
        ) WITHOUT ROWID;

        CREATE TABLE version (
          dispatch INTEGER NOT NULL REFERENCES dispatch(id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          saved INTEGER NOT NULL,
          text TEXT NOT NULL,
          PRIMARY KEY (dispatch, number)
        ) WITHOUT ROWID;
        CREATE TABLE tag (
          name TEXT NOT NULL,
          dispatch INTEGER NOT NULL REFERENCES dispatch(id) ON DELETE CASCADE,
          PRIMARY KEY (name, dispatch)
        ) WITHOUT ROWID;
        CREATE INDEX tag_dispatch ON tag(dispatch);
        CREATE TABLE journal (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          change TEXT NOT NULL,
          ids BLOB NOT NULL,
          is_undone INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE saved_search (
          position INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          query TEXT NOT NULL
        );

        CREATE TABLE story (
          id INTEGER PRIMARY KEY,
          count INTEGER NOT NULL,
          tolls TEXT NOT NULL DEFAULT ''
        );
        CREATE TABLE story_key (
          key INTEGER NOT NULL,
          dispatch INTEGER NOT NULL REFERENCES dispatch(id) ON DELETE CASCADE,
          PRIMARY KEY (key, dispatch)
        ) WITHOUT ROWID;
        CREATE TABLE country_count (
          code TEXT PRIMARY KEY,
          count INTEGER NOT NULL
        ) WITHOUT ROWID;
        """)
    }
    migrator.registerMigration("2 feeds") { db in
      try db.execute(sql: """
        CREATE TABLE feed (
          id INTEGER PRIMARY KEY,
          url TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL DEFAULT '',
          etag TEXT,
          last_modified TEXT,
          fetched INTEGER,
          next_fetch INTEGER,
          failures INTEGER NOT NULL DEFAULT 0,
          error TEXT
        );
        """)
    }
    migrator.registerMigration("3 subscriptions and sync") { db in
      // `origin` is the address that a feed was first known by: identities count within it, so a feed that moves keeps its dispatches.
      try db.execute(sql: """
        ALTER TABLE feed ADD COLUMN origin TEXT NOT NULL DEFAULT '';
        ALTER TABLE feed ADD COLUMN folders TEXT NOT NULL DEFAULT '';
        ALTER TABLE feed ADD COLUMN digest INTEGER;
        ALTER TABLE feed ADD COLUMN wait_until INTEGER;
        ALTER TABLE feed ADD COLUMN allows_private INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feed ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE feed ADD COLUMN ttl INTEGER;
        ALTER TABLE feed ADD COLUMN skip_hours TEXT NOT NULL DEFAULT '';
        ALTER TABLE feed ADD COLUMN skip_days TEXT NOT NULL DEFAULT '';
        UPDATE feed SET origin = url;
        CREATE TABLE sync_item (
          dispatch INTEGER PRIMARY KEY REFERENCES dispatch(id) ON DELETE CASCADE,
          server TEXT NOT NULL,
          item TEXT NOT NULL,
          is_read INTEGER NOT NULL,
          is_starred INTEGER NOT NULL,
          UNIQUE (server, item)
        );
        CREATE TABLE sync_server (
          server TEXT PRIMARY KEY,
          newest INTEGER NOT NULL
        ) WITHOUT ROWID;
        """)
    }
    migrator.registerMigration("4 digests of versions") { db in
      // A text that a dispatch had before, read again from a file, is no correction.
      try db.execute(sql: "ALTER TABLE version ADD COLUMN digest INTEGER")
    }
    migrator.registerMigration("5 what hangs on a dispatch") { db in
      // Companions and removals ask by dispatch. `testimony` and `story_key` are deleted by their own keys, so they need no index
      // by dispatch, and no foreign key that would walk the whole table for each dispatch that goes. Keys of stories count within
      // three days only: they begin anew.
      try db.execute(sql: """
        CREATE INDEX appearance_dispatch ON appearance(dispatch);
        CREATE INDEX dispatch_read ON dispatch(id) WHERE is_read = 1;
        CREATE TABLE testimony_new (
          entity INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          dispatch INTEGER NOT NULL,
          fact INTEGER NOT NULL,
          PRIMARY KEY (entity, kind, dispatch, fact)
        ) WITHOUT ROWID;
        INSERT INTO testimony_new SELECT entity, kind, dispatch, fact FROM testimony;
        DROP TABLE testimony;
        ALTER TABLE testimony_new RENAME TO testimony;
        DROP TABLE story_key;
        CREATE TABLE story_key (
          key INTEGER NOT NULL,
          dispatch INTEGER NOT NULL,
          PRIMARY KEY (key, dispatch)
        ) WITHOUT ROWID;
        """)
    }
    migrator.registerMigration("6 embargoes") { db in
      try db.execute(sql: """
        CREATE TABLE embargo (
          dispatch INTEGER PRIMARY KEY REFERENCES dispatch(id) ON DELETE CASCADE,
          until INTEGER NOT NULL
        );
        """)
      let rows = try Row.fetchCursor(db, sql: "SELECT id, text, envelope FROM body")
      while let row = try rows.next() {
        var dispatch = try Dispatch(identity: "", text: row.decode(forColumn: "text"))
        // An envelope that cannot be read is said when its dispatch is opened.
        guard (try? Envelope.decode(Array(row.decode(Data.self, forColumn: "envelope")), into: &dispatch)) != nil else { continue }
        try Embargoes.keep(row.decode(forColumn: "id"), dispatch, db)
      }
    }
    migrator.registerMigration("7 packed bodies and kept counts") { db in try PackedBodies.migrate(db) }
    migrator.registerMigration("8 one person for all spellings") { db in
      // People are keyed by how their names sound (EntityName.key(person:)): those who meet become one.
      var known: [String: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, name FROM entity WHERE type = 'person' ORDER BY count DESC, id") {
        let id: Int64 = row[0]
        let key = EntityName.key(person: row[1])
        guard let first = known[key] else {
          known[key] = id
          continue
        }
        for table in ["appearance", "testimony", "entity_word"] {
          try db.execute(sql: "UPDATE OR IGNORE \(table) SET entity = ? WHERE entity = ?; DELETE FROM \(table) WHERE entity = ?", arguments: [first, id, id])
        }
        try db.execute(sql: "DELETE FROM entity WHERE id = ?", arguments: [id])
        try db.execute(sql: "UPDATE entity SET count = (SELECT count(*) FROM appearance WHERE entity = ?) WHERE id = ?", arguments: [first, first])
      }
      // In two steps, since one's new key may be another's old one.
      try db.execute(sql: "UPDATE entity SET key = '#' || id WHERE type = 'person'")
      for (key, id) in known.sorted(by: { $0.value < $1.value }) { try db.execute(sql: "UPDATE entity SET key = ? WHERE id = ?", arguments: [key, id]) }
    }
    migrator.registerMigration("9 shared subscriptions") { db in
      // What tells that an item of the server's and a dispatch of a followed feed are one: feed, headline, link.
      try db.execute(sql: """
        ALTER TABLE sync_item ADD COLUMN feed TEXT;
        ALTER TABLE sync_item ADD COLUMN headline TEXT;
        ALTER TABLE sync_item ADD COLUMN link TEXT;
        CREATE INDEX sync_item_feed ON sync_item(feed);
        ALTER TABLE sync_server ADD COLUMN item INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE sync_feed (
          server TEXT NOT NULL,
          stream TEXT NOT NULL,
          origin TEXT NOT NULL,
          address_there TEXT NOT NULL,
          title_here TEXT NOT NULL,
          folders_here TEXT NOT NULL,
          title_there TEXT NOT NULL,
          labels_there TEXT NOT NULL,
          PRIMARY KEY (server, stream)
        ) WITHOUT ROWID;
        """)
    }
    migrator.registerMigration("10 dense ids and words") { db in try DenseIDs.migrate(db) }
    return migrator
  }
}
