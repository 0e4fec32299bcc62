public import DispatchModel
internal import GRDB

/// Which dispatches a store need not keep: older than so many days, or beyond the newest so many. Never one that is starred or tagged,
/// and one that is unread only where that is said.
public struct ExpiryRules: Hashable, Sendable {
  public var days: Int?
  public var count: Int?
  public var includesUnread: Bool

  public init(days: Int? = nil, count: Int? = nil, includesUnread: Bool = false) {
    self.days = days
    self.count = count
    self.includesUnread = includesUnread
  }
}

extension DispatchStore {
  /// Removes what the rules give up, oldest first, a thousand in a transaction; gives how many went.
  ///
  /// Age counts from the store's own newest dispatches where the clock is ahead of them, so a clock that jumps forward removes nothing.
  /// `atMostOneDay` leaves it at one day's dispatches, the oldest: for what runs by itself.
  @discardableResult
  public func expire(_ rules: ExpiryRules, now: Moment, atMostOneDay: Bool = false) throws(StoreError) -> Int {
    var gone = 0
    var last = Int64.min
    var limit: Int64?
    while true {
      let ids = try reading { [limit, last] db in
        guard let (sql, bound) = try expirable(rules, now, db) else { return [Int64]() }
        return try Int64.fetchAll(
          db, sql: "SELECT d.id \(sql) AND d.id > ? ORDER BY d.id LIMIT 1000", arguments: [min(bound, limit ?? bound), last])
      }
      guard let first = ids.first, let newest = ids.last else { return gone }
      if atMostOneDay, limit == nil {
        let day: Int64 = 86_400 << RowID.serialBits
        limit = first + day
        let today = ids.filter { $0 < first + day }
        try remove(ids: today)
        gone += today.count
        if today.count < ids.count { return gone }
      } else {
        try remove(ids: ids)
        gone += ids.count
      }
      last = newest
    }
  }

  /// How many dispatches the rules would remove now.
  public func expirableCount(_ rules: ExpiryRules, now: Moment) throws(StoreError) -> Int {
    try reading { db in
      guard let (sql, bound) = try expirable(rules, now, db) else { return 0 }
      return try Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: [bound]) ?? 0
    }
  }

  /// `FROM … WHERE …` with one argument, and that argument: the id below which dispatches may go. nil where the rules ask for nothing.
  private func expirable(_ rules: ExpiryRules, _ now: Moment, _ db: Database) throws -> (sql: String, bound: Int64)? {
    var bounds: [Int64] = []
    if let days = rules.days {
      let latest = try reference(now, db).seconds
      bounds.append(RowID.first(of: Moment(seconds: latest - Int64(clamping: days) * 86_400)))
    }
    if let count = rules.count {
      // The last that stays; all others are older.
      let kept = try Int64.fetchOne(db, sql: "SELECT id FROM dispatch ORDER BY id DESC LIMIT 1 OFFSET ?", arguments: [max(count, 1) - 1])
      if let kept { bounds.append(kept) }
    }
    guard let bound = bounds.max() else { return nil }
    let unread = rules.includesUnread ? "" : " AND d.is_read = 1"
    return (
      """
      FROM dispatch d WHERE d.id < ? AND d.is_starred = 0\(unread) AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.dispatch = d.id)
      """, bound
    )
  }

  /// Now, but no later than a day after the store's newest dispatches. The fifth newest is asked, so that a few with a date of their own
  /// making do not decide.
  private func reference(_ now: Moment, _ db: Database) throws -> Moment {
    let newest = try Int64.fetchAll(db, sql: "SELECT id FROM dispatch ORDER BY id DESC LIMIT 5")
    guard let one = newest.last else { return now }
    return Moment(seconds: min(now.seconds, RowID.moment(of: one).seconds + 86_400))
  }
}
