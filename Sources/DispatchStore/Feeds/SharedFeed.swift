internal import GRDB

/// A subscription that a sync server also has, as each side had it at the end of the last round: what differs since has been changed there.
public struct SharedFeed: Hashable, Sendable {
  /// The server's name for it (`feed/12`).
  public var stream: String
  /// The address that it was first known by here (`Subscription.origin`).
  public var origin: String
  public var addressThere: String
  public var titleHere: String
  public var foldersHere: [String]
  public var titleThere: String
  public var labelsThere: [String]

  public init(
    stream: String, origin: String, addressThere: String, titleHere: String, foldersHere: [String], titleThere: String, labelsThere: [String]
  ) {
    self.stream = stream
    self.origin = origin
    self.addressThere = addressThere
    self.titleHere = titleHere
    self.foldersHere = foldersHere
    self.titleThere = titleThere
    self.labelsThere = labelsThere
  }
}

extension DispatchStore {
  /// The subscriptions that were shared with the server at the end of the last round.
  public func sharedFeeds(with server: String) throws(StoreError) -> [SharedFeed] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM sync_feed WHERE server = ? ORDER BY stream", arguments: [server]).map { row in
        try SharedFeed(
          stream: row.decode(forColumn: "stream"), origin: row.decode(forColumn: "origin"),
          addressThere: row.decode(forColumn: "address_there"), titleHere: row.decode(forColumn: "title_here"),
          foldersHere: Subscription.words(row.decode(forColumn: "folders_here")), titleThere: row.decode(forColumn: "title_there"),
          labelsThere: Subscription.words(row.decode(forColumn: "labels_there")))
      }
    }
  }

  /// Keeps what is shared with the server by now, in place of what was.
  public func keepShared(_ feeds: [SharedFeed], with server: String) throws(StoreError) {
    try writing { db in
      try db.execute(sql: "DELETE FROM sync_feed WHERE server = ?", arguments: [server])
      for feed in feeds {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO sync_feed (server, stream, origin, address_there, title_here, folders_here, title_there, labels_there)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            server, feed.stream, feed.origin, feed.addressThere, feed.titleHere, Subscription.joined(feed.foldersHere), feed.titleThere,
            Subscription.joined(feed.labelsThere),
          ])
      }
    }
  }
}
