internal import DispatchModel
internal import GRDB

/// Subscriptions: kept, listed, changed, given up.
extension DispatchStore {
  /// Every subscription, in the order of folders and titles.
  public func subscriptions() throws(StoreError) -> [Subscription] {
    var feeds = try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM feed ORDER BY folders, CASE title WHEN '' THEN url ELSE title END, id").map { try Subscription(row: $0) }
    }
    visits.complete(&feeds)
    return feeds
  }

  /// Keeps that these feeds were asked and had nothing new, without a row: beside the store (`VisitTimes`). Where nothing can be written
  /// there, in their rows.
  public func keepVisits(_ feeds: [Subscription]) throws(StoreError) {
    guard !feeds.isEmpty else { return }
    guard !isReadOnly else { throw .readOnly(path: path) }
    do { try visits.keep(feeds) } catch { try update(feeds) }
  }

  /// Follows a feed. False where it is followed already, under this address or the one it was first known by; then nothing changes.
  @discardableResult
  public func subscribe(_ feed: Subscription) throws(StoreError) -> Bool {
    try writing { db in
      guard try Row.fetchOne(db, sql: "SELECT 1 FROM feed WHERE url = ? OR origin = ?", arguments: [feed.url, feed.url]) == nil else { return false }
      try db.execute(
        sql: "INSERT INTO feed (url, origin, title, folders, allows_private, full_text) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [feed.url, feed.origin, feed.title, Subscription.joined(feed.folders), feed.allowsPrivate, feed.wantsFullText])
      return true
    }
  }

  /// Gives a feed up; its dispatches stay. Gives how many were given up.
  @discardableResult
  public func unsubscribe(id: Int64) throws(StoreError) -> Int {
    try writing { db in
      try db.execute(sql: "DELETE FROM feed WHERE id = ?", arguments: [id])
      return db.changesCount
    }
  }

  /// Keeps what visits have changed, in one transaction; an address that another subscription has by now stays as it was.
  public func update(_ feeds: [Subscription]) throws(StoreError) {
    guard !feeds.isEmpty else { return }
    try writing { db in
      for feed in feeds {
        try db.execute(
          sql: "UPDATE feed SET url = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM feed WHERE url = ? AND id != ?)",
          arguments: [feed.url, feed.id, feed.url, feed.id])
        try db.execute(
          sql: """
            UPDATE feed SET title = ?, folders = ?, etag = ?, last_modified = ?, digest = ?, fetched = ?, next_fetch = ?, wait_until = ?,
              failures = ?, error = ?, allows_private = ?, full_text = ?, ttl = ?, skip_hours = ?, skip_days = ? WHERE id = ?
            """,
          arguments: [
            feed.title, Subscription.joined(feed.folders), feed.etag, feed.lastModified, feed.digest, feed.fetched?.seconds, feed.nextFetch?.seconds,
            feed.waitUntil?.seconds, feed.failures, feed.error, feed.allowsPrivate, feed.wantsFullText, feed.ttl,
            Subscription.joined(feed.skipHours), Subscription.joined(feed.skipDays), feed.id,
          ])
      }
    }
  }

  /// Which of these identities the store has.
  public func known(_ identities: [String]) throws(StoreError) -> Set<String> {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM dispatch WHERE identity = ?")
      return Set(try identities.filter { try Int.fetchOne(statement, arguments: [$0]) != nil })
    }
  }
}

extension Subscription {
  /// Folders and numbers are kept in one column, apart by the unit separator, which no name holds.
  private static let separator: Character = "\u{1F}"

  static func joined(_ names: [String]) -> String {
    names.map { $0.filter { $0 != separator } }.joined(separator: String(separator))
  }

  /// What `joined` put together.
  static func words(_ column: String) -> [String] { column.split(separator: separator).map { String($0) } }

  static func joined(_ numbers: [Int]) -> String { joined(numbers.map { String($0) }) }

  init(row: Row) throws {
    func moment(_ column: String) throws -> Moment? { try row.decode(Int64?.self, forColumn: column).map { Moment(seconds: $0) } }
    func words(_ column: String) throws -> [String] { try Subscription.words(row.decode(forColumn: column)) }
    try self.init(
      url: row.decode(forColumn: "url"), title: row.decode(forColumn: "title"), folders: words("folders"),
      allowsPrivate: row.decode(forColumn: "allows_private"), wantsFullText: row.decode(forColumn: "full_text"))
    id = try row.decode(forColumn: "id")
    let first: String = try row.decode(forColumn: "origin")
    origin = first.isEmpty ? url : first
    etag = try row.decode(forColumn: "etag")
    lastModified = try row.decode(forColumn: "last_modified")
    digest = try row.decode(forColumn: "digest")
    fetched = try moment("fetched")
    nextFetch = try moment("next_fetch")
    waitUntil = try moment("wait_until")
    failures = try row.decode(forColumn: "failures")
    error = try row.decode(forColumn: "error")
    ttl = try row.decode(forColumn: "ttl")
    skipHours = try words("skip_hours").compactMap { Int($0) }
    skipDays = try words("skip_days").compactMap { Int($0) }
  }
}
