public import DispatchModel
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

/// How far a server was asked.
public struct SyncedUntil: Hashable, Sendable {
  /// When it got its newest item, in seconds since 1970; 0 before the first time.
  public var newest: Int64
  /// The highest number of its items.
  public var item: Int64

  public init(newest: Int64 = 0, item: Int64 = 0) {
    self.newest = newest
    self.item = item
  }
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
  public func note(_ items: [(dispatch: Dispatch, item: String)], on server: String) throws(StoreError) {
    try writing { db in
      for item in items {
        guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM dispatch WHERE identity = ?", arguments: [item.dispatch.identity]) else { continue }
        try Self.note(id, item.dispatch, item.item, server, db)
      }
    }
  }

  /// Of items of the server, those that a followed feed has brought already are noted as its dispatches; the places of all that the
  /// store has not, or has from the server, are given back.
  public func noteTwins(_ items: [(dispatch: Dispatch, item: String)], of origin: String, on server: String) throws(StoreError) -> [Int] {
    try writing { db in
      var rest: [Int] = []
      for (index, item) in items.enumerated() {
        let known = try Row.fetchOne(
          db, sql: "SELECT d.identity FROM sync_item s JOIN dispatch d ON d.id = s.dispatch WHERE s.server = ? AND s.item = ?",
          arguments: [server, item.item])
        if let known {
          // One that a feed has taken over is the feed's to change.
          if try known.decode(String.self, forColumn: "identity") == item.dispatch.identity { rest.append(index) }
        } else if let twin = try Self.twin(of: item.dispatch, from: origin, db) {
          try Self.note(twin, item.dispatch, item.item, server, db)
        } else {
          rest.append(index)
        }
      }
      return rest
    }
  }

  /// Gives dispatches that the server brought to the feed that now brings them itself: they take its identities, so that a correction
  /// in the feed is one of theirs, and nothing is there twice. What they say stays as it is.
  public func adopt(_ dispatches: [Dispatch], of origin: String) throws(StoreError) {
    let isShared = try reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sync_item WHERE feed = ?)", arguments: [origin]) ?? false
    }
    guard isShared else { return }
    try writing { db in
      var synced: [Twin: Int64] = [:]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, s.headline, d.published, s.link FROM sync_item s JOIN dispatch d ON d.id = s.dispatch
          WHERE s.feed = ? AND d.identity LIKE 'reader:%'
          """, arguments: [origin])
      for row in rows {
        let twins = try Twin.all(headline: row.decode(String?.self, forColumn: "headline"), published: row.decode(forColumn: "published"), link: row.decode(forColumn: "link"))
        for twin in twins { synced[twin] = try row.decode(forColumn: "id") }
      }
      guard !synced.isEmpty else { return }
      for dispatch in dispatches {
        guard let id = Twin.all(dispatch).lazy.compactMap({ synced[$0] }).first else { continue }
        try db.execute(
          sql: "UPDATE OR IGNORE dispatch SET identity = ?, digest = ? WHERE id = ? AND identity LIKE 'reader:%'",
          arguments: [dispatch.identity, Prepared.digest(dispatch, Envelope.encode(dispatch)), id])
      }
    }
  }

  /// Keeps what the server and this store agree on by now, and up to when the server was asked.
  public func agree(_ items: [SyncedDispatch], until: SyncedUntil, on server: String) throws(StoreError) {
    try writing { db in
      let statement = try db.cachedStatement(sql: "UPDATE sync_item SET is_read = ?, is_starred = ? WHERE dispatch = ?")
      for item in items { try statement.execute(arguments: [item.isRead, item.isStarred, item.id]) }
      try db.execute(
        sql: """
          INSERT INTO sync_server (server, newest, item) VALUES (?, ?, ?)
          ON CONFLICT (server) DO UPDATE SET newest = max(newest, excluded.newest), item = max(item, excluded.item)
          """,
        arguments: [server, until.newest, until.item])
    }
  }

  /// How far the server was asked.
  public func syncedUntil(with server: String) throws(StoreError) -> SyncedUntil {
    try reading { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT newest, item FROM sync_server WHERE server = ?", arguments: [server]) else { return SyncedUntil() }
      return try SyncedUntil(newest: row.decode(forColumn: "newest"), item: row.decode(forColumn: "item"))
    }
  }

  private static func note(_ id: Int64, _ dispatch: Dispatch, _ item: String, _ server: String, _ db: Database) throws {
    try db.cachedStatement(sql: """
      INSERT OR IGNORE INTO sync_item (dispatch, server, item, feed, headline, link, is_read, is_starred) VALUES (?, ?, ?, ?, ?, ?, 0, 0)
      """).execute(arguments: [id, server, item, dispatch.source, Prepared.firstLine(of: dispatch), dispatch.link])
  }

  /// The dispatch of that feed that says the same: of the same days, under the same headline, with the same link or of the same second.
  private static func twin(of dispatch: Dispatch, from origin: String, _ db: Database) throws -> Int64? {
    guard let published = dispatch.published else { return nil }
    // A feed without dates gives its dispatches the hour of the visit; the server's visit was another. A list shows a headline without
    // its product word (`URGENT - …`).
    let days: Int64 = 3 * 86_400
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: """
        SELECT id, published FROM dispatch
        WHERE id BETWEEN ? AND ? AND headline = substr(?, -length(headline)) AND identity NOT LIKE 'reader:%'
        """),
      arguments: [
        RowID.first(of: Moment(seconds: published.seconds - days)), RowID.first(of: Moment(seconds: published.seconds + days)),
        Prepared.firstLine(of: dispatch),
      ])
    let wanted = Set(Twin.all(dispatch))
    for row in rows {
      let id: Int64 = try row.decode(forColumn: "id")
      guard let (own, _) = try StoredDispatch.load(id, db), own.source == origin else { continue }
      let twins = try Twin.all(headline: Prepared.firstLine(of: own), published: row.decode(forColumn: "published"), link: own.link)
      if !wanted.isDisjoint(with: twins) { return id }
    }
    return nil
  }
}

/// What makes two dispatches of one feed one: the link, or headline and second together.
private enum Twin: Hashable {
  case link(String)
  case headline(String, second: Int64)

  static func all(_ dispatch: Dispatch) -> [Twin] {
    all(headline: Prepared.firstLine(of: dispatch), published: dispatch.published?.seconds, link: dispatch.link)
  }

  static func all(headline: String?, published: Int64?, link: String?) -> [Twin] {
    var twins = link.map { [Twin.link(core(of: $0))] } ?? []
    if let headline, let published { twins.append(.headline(headline, second: published)) }
    return twins
  }

  /// A link without what servers and feeds write differently: the scheme, a slash at the end, marks of campaigns.
  private static func core(of link: String) -> String {
    var rest = link.prefix { $0 != "#" }
    if let slashes = rest.firstRange(of: "://") { rest = rest[slashes.upperBound...] }
    let parts = rest.split(separator: "?", maxSplits: 1)
    guard var core = parts.first.map({ String($0) }) else { return link }
    while core.last == "/" { core.removeLast() }
    let kept = parts.dropFirst().first?.split(separator: "&").filter { !$0.hasPrefix("utm_") } ?? []
    return kept.isEmpty ? core : core + "?" + kept.joined(separator: "&")
  }
}
