public import DispatchModel
internal import GRDB

/// How many dispatches match, as far as was counted.
public struct StoreCount: Hashable, Sendable {
  public var total: Int
  /// nil where the time did not allow it.
  public var unread: Int?
  /// False where the time was over: at least so many match.
  public var isExact: Bool
}

extension DispatchStore {
  /// How many dispatches match, however long it takes.
  public func count(of query: Query) throws(StoreError) -> Int {
    try reading { db in
      if let kept = try keptCount(query.root, db) { return kept }
      return try total(CompiledQuery(query), rowsFirst: false, db)
    }
  }

  /// How many of those dispatches match.
  public func count(of query: Query, among ids: [Int64]) throws(StoreError) -> Int {
    guard !ids.isEmpty else { return 0 }
    var compiled = CompiledQuery(query)
    compiled.conditions.append("d.id IN (\(ids.map(String.init).joined(separator: ",")))")
    return try reading { db in try total(compiled, rowsFirst: true, db) }
  }

  /// How many match, and how many of them are unread, counted newest first until the time is over or the task is cancelled.
  ///
  /// Everything, a mark alone and a short beginning of words are kept counts. The rest is counted in spans of time, so that an answer
  /// that nobody waits for any more is given up after a few milliseconds.
  public func counts(of query: Query, within time: Duration = .seconds(3_600)) throws(StoreError) -> StoreCount {
    let deadline = ContinuousClock.now + time
    return try reading { db in
      return try counts(of: query.root, deadline, db)
    }
  }

  private func counts(of root: Query.Node, _ deadline: ContinuousClock.Instant, _ db: Database) throws -> StoreCount {
    let all = try tally("all", db)
    let read = try tally("read", db)
    if let kept = try keptCount(root, db) {
      switch root {
      case .all: return StoreCount(total: kept, unread: kept - read, isExact: true)
      case .read(let isRead): return StoreCount(total: kept, unread: isRead ? 0 : kept, isExact: true)
      default: return StoreCount(total: kept, unread: read == 0 ? kept : nil, isExact: true)
      }
    }
    let alternatives = QueryPlan.alternatives(of: root)
    if alternatives.count == 2, let count = try countOfEither(alternatives[0], alternatives[1], deadline, db) { return count }
    if let excluded = excluded(root), let count = try countOfOthers(than: excluded, all, read, deadline, db) { return count }
    return try countBySpans(QueryPlan(root, many: manyPostings, db), all, read, deadline, db)
  }

  private func countBySpans(_ plan: QueryPlan, _ all: Int, _ read: Int, _ deadline: ContinuousClock.Instant, _ db: Database) throws -> StoreCount {
    if let (rest, test) = plan.tested { return try countByTesting(rest, test, deadline, db) }
    var count = StoreCount(total: 0, unread: 0, isExact: true)
    func add(_ span: Span) throws {
      var part = plan.whole
      (part.lower, part.upper) = (span.lower, span.upper)
      let (found, readOnes) = try totals(part, read, plan.marksFirst, db)
      count.total += found
      count.unread = (count.unread ?? 0) + found - readOnes
    }
    guard let whole = try dividedSpan(plan.whole, all, db) else {
      try add(Span(lower: plan.whole.lower, upper: plan.whole.upper))
      return count
    }
    // The newest part tells how long the rest will take, and so how often to look at the clock.
    let (newest, rest) = whole.cut(32)
    let start = ContinuousClock.now
    try add(newest)
    let pieces = (ContinuousClock.now - start) * 31 / .milliseconds(10)
    for span in rest.pieces(Int(min(max(pieces.rounded(.up), 1), 31))) {
      if isOver(deadline) {
        count.isExact = false
        break
      }
      try add(span)
    }
    return count
  }

  /// Both, less what is in both; nil where the time was too short for that.
  private func countOfEither(_ one: Query.Node, _ other: Query.Node, _ deadline: ContinuousClock.Instant, _ db: Database) throws -> StoreCount? {
    let parts = try [one, other, .and([one, other])].map { try counts(of: $0, deadline, db) }
    guard parts.allSatisfy(\.isExact) else { return nil }
    var count = StoreCount(total: parts[0].total + parts[1].total - parts[2].total, unread: nil, isExact: true)
    if let a = parts[0].unread, let b = parts[1].unread, let both = parts[2].unread { count.unread = a + b - both }
    return count
  }

  /// What an exclusion alone leaves out.
  private func excluded(_ root: Query.Node) -> Query.Node? {
    let inner = CompiledQuery.conjunction(root).map { node -> Query.Node? in if case .not(let inner) = node { inner } else { nil } }
    let known = inner.compactMap { $0 }
    return known.count == inner.count ? (known.count == 1 ? known[0] : .or(known)) : nil
  }

  /// All, less those; nil where the time was too short for that.
  private func countOfOthers(than excluded: Query.Node, _ all: Int, _ read: Int, _ deadline: ContinuousClock.Instant, _ db: Database) throws -> StoreCount? {
    let gone = try counts(of: excluded, deadline, db)
    guard gone.isExact else { return nil }
    return StoreCount(total: all - gone.total, unread: gone.unread.map { all - read - $0 }, isExact: true)
  }

  private func isOver(_ deadline: ContinuousClock.Instant) -> Bool { Task.isCancelled || ContinuousClock.now >= deadline }

  // MARK: Kept counts

  private func tally(_ name: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT count FROM tally WHERE name = ?"), arguments: [name]) ?? 0
  }

  /// What needs no counting; nil for anything else.
  private func keptCount(_ node: Query.Node, _ db: Database) throws -> Int? {
    switch node {
    case .all: return try tally("all", db)
    case .read(let isRead):
      let read = try tally("read", db)
      return isRead ? read : try tally("all", db) - read
    case .prefix(let word):
      let parts = IndexWords.all(in: word)
      guard parts.count == 1, let code = parts.first.flatMap({ Beginnings.code(of: $0) }) else { return nil }
      return try Int.fetchOne(db.cachedStatement(sql: "SELECT count FROM beginning WHERE code = ?"), arguments: [code]) ?? 0
    default: return nil
    }
  }

  // MARK: Counting

  /// A span of time to count in; nil is open.
  private struct Span {
    var lower: Int64?
    var upper: Int64?

    /// The newest of so many equal parts, and the others as one.
    func cut(_ count: Int64) -> (newest: Span, rest: Span) {
      guard let lower, let upper else { return (self, self) }
      let border = upper - max((upper - lower) / count, 1)
      return (Span(lower: border + 1, upper: upper), Span(lower: lower, upper: border))
    }

    /// Cut in so many equal parts, newest first.
    func pieces(_ count: Int) -> [Span] {
      guard let lower, let upper, lower <= upper else { return [] }
      let step = max((upper - lower) / Int64(count) + 1, 1)
      return stride(from: upper, through: lower, by: -Int(step)).map { Span(lower: max(lower, $0 - step + 1), upper: $0) }
    }
  }

  /// The whole span of a big store, to be cut; nil for a small store, and where the index merges a beginning's postings: it does so anew
  /// for each part.
  private func dividedSpan(_ compiled: CompiledQuery, _ all: Int, _ db: Database) throws -> Span? {
    guard all >= dividedFrom, compiled.match?.contains("\" *") != true else { return nil }
    guard let row = try Row.fetchOne(db, sql: "SELECT (SELECT min(id) FROM dispatch) AS first, (SELECT max(id) FROM dispatch) AS last"),
      let first = try row.decode(Int64?.self, forColumn: "first"), let last = try row.decode(Int64?.self, forColumn: "last")
    else { return nil }
    let (from, to) = (max(first, compiled.lower ?? first), min(last, compiled.upper ?? last))
    return from < to ? Span(lower: from, upper: to) : nil
  }

  private func total(_ compiled: CompiledQuery, rowsFirst: Bool, _ db: Database) throws -> Int {
    // The index alone knows: no row of the list is touched.
    let source = CompiledQuery.Source(rowsFirst: rowsFirst, indexAlone: compiled.isPureSearch)
    let (sql, arguments) = compiled.clause(source)
    return try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) \(sql)"), arguments: arguments) ?? 0
  }

  /// How many match, and how many of them are read; `read` is how many of all are.
  private func totals(_ compiled: CompiledQuery, _ read: Int, _ marksFirst: Bool, _ db: Database) throws -> (found: Int, read: Int) {
    guard compiled.isPureSearch, !QueryPlan.areLookedUp(read, hits: 0) else {
      let found = try total(compiled, rowsFirst: marksFirst, db)
      guard read > 0, found > 0 else { return (found, 0) }
      var among = compiled
      among.conditions.append("d.is_read = 1")
      return (found, try total(among, rowsFirst: marksFirst || compiled.isPureSearch, db))
    }
    // Told from the hits in the same walk, without their rows.
    let (sql, arguments) = compiled.clause(CompiledQuery.Source(indexAlone: true))
    let readOnes = "SELECT id FROM dispatch WHERE is_read = 1 AND id >= ? AND id <= ?"
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) AS found, ifnull(sum(search.rowid IN (\(readOnes))), 0) AS read \(sql)"),
      arguments: [compiled.lower ?? Int64.min, compiled.upper ?? Int64.max] + arguments)
    return try row.map { (try $0.decode(forColumn: "found"), try $0.decode(forColumn: "read")) } ?? (0, 0)
  }

  private func countByTesting(_ rest: CompiledQuery, _ test: TextTest, _ deadline: ContinuousClock.Instant, _ db: Database) throws -> StoreCount {
    let (sql, arguments) = rest.clause(CompiledQuery.Source(withBodies: true))
    let rows = try Row.fetchCursor(db, sql: "SELECT d.is_read, b.packed \(sql) ORDER BY \(rest.order) DESC", arguments: arguments)
    var count = StoreCount(total: 0, unread: 0, isExact: true)
    var walked = 0
    while let row = try rows.next() {
      walked += 1
      if walked.isMultiple(of: 64), isOver(deadline) {
        count.isExact = false
        break
      }
      guard try StoredDispatch.matches(row, test) else { continue }
      count.total += 1
      if try row.decode(Int.self, forColumn: "is_read") == 0 { count.unread = (count.unread ?? 0) + 1 }
    }
    return count
  }
}
