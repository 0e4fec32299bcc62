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
    for (number, span) in try spans(plan.whole, all, db).enumerated() {
      if number > 0, isOver(deadline) {
        count.isExact = false
        break
      }
      var part = plan.whole
      (part.lower, part.upper) = (span.lower, span.upper)
      let found = try total(part, rowsFirst: plan.marksFirst, db)
      count.total += found
      count.unread = try (count.unread ?? 0) + found - (read == 0 || found == 0 ? 0 : readAmong(part, of: found, read, plan.marksFirst, db))
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

  /// A span of time to count in, newest first.
  private struct Span {
    var lower: Int64?
    var upper: Int64?
  }

  /// A big store in 32 spans; in one where the index merges a beginning's postings, for it does so anew for each.
  private func spans(_ compiled: CompiledQuery, _ all: Int, _ db: Database) throws -> [Span] {
    let whole = [Span(lower: compiled.lower, upper: compiled.upper)]
    guard all > 50_000, compiled.match?.contains("\" *") != true else { return whole }
    guard let row = try Row.fetchOne(db, sql: "SELECT (SELECT min(id) FROM dispatch) AS first, (SELECT max(id) FROM dispatch) AS last"),
      let first = try row.decode(Int64?.self, forColumn: "first"), let last = try row.decode(Int64?.self, forColumn: "last")
    else { return whole }
    let (from, to) = (max(first, compiled.lower ?? first), min(last, compiled.upper ?? last))
    guard from < to else { return whole }
    let step = max((to - from) / 32, 1)
    var spans: [Span] = []
    var upper = to
    while upper >= from {
      let lower = upper - from < step * 2 ? from : upper - step + 1
      spans.append(Span(lower: lower, upper: upper))
      upper = lower - 1
    }
    return spans
  }

  private func total(_ compiled: CompiledQuery, rowsFirst: Bool, _ db: Database) throws -> Int {
    // The index alone knows: no row of the list is touched.
    let source = CompiledQuery.Source(rowsFirst: rowsFirst, indexAlone: compiled.isPureSearch)
    let (sql, arguments) = compiled.clause(source)
    return try Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0
  }

  /// How many of them are read.
  private func readAmong(_ compiled: CompiledQuery, of found: Int, _ read: Int, _ marksFirst: Bool, _ db: Database) throws -> Int {
    var among = compiled
    let isBare = compiled.isPureSearch
    if isBare, QueryPlan.areLookedUp(read, hits: found) {
      among.conditions.append("d.is_read = 1")
      return try total(among, rowsFirst: true, db)
    }
    // Told from the hits without their rows. The plus keeps SQLite from looking each read one up in the index (sqlite.org/optoverview.html, 2).
    if isBare {
      let range = [compiled.lower.map { "id >= \($0)" }, compiled.upper.map { "id <= \($0)" }].compactMap { $0 }
      let readOnes = (["is_read = 1"] + range).joined(separator: " AND ")
      among.conditions.append("+search.rowid IN (SELECT id FROM dispatch WHERE \(readOnes))")
      let (sql, arguments) = among.clause(CompiledQuery.Source(indexAlone: true))
      return try Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0
    }
    among.conditions.append("d.is_read = 1")
    return try total(among, rowsFirst: marksFirst, db)
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
