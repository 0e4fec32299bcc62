public import DispatchModel
internal import GRDB

extension DispatchStore {
  /// A window of the dispatches that match, in the list's order. Costs the same whatever the store's size.
  public func page(of query: Query, order: StoreOrder = .newest, at anchor: StoreAnchor = .first, limit: Int = 50) throws(StoreError) -> [ListedDispatch] {
    // Walking towards the list's start gives its lines backwards.
    let isBackwards: Bool
    var after: Int64?
    var before: Int64?
    switch anchor {
    case .first: isBackwards = false
    case .last: isBackwards = true
    case .after(let id):
      isBackwards = false
      if order == .oldest { before = id } else { after = id }
    case .before(let id):
      isBackwards = true
      if order == .oldest { after = id } else { before = id }
    }
    let isDescending = (order == .oldest) == isBackwards
    let direction = isDescending ? "DESC" : "ASC"
    let limit = max(0, limit)
    return try reading { db in
      let whole = CompiledQuery(query)
      if order == .relevance, whole.match != nil {
        let ordering = "bm25(search, 1.0, 4.0, 0.0), search.rowid DESC"
        let lines = try self.lines(whole, after: after, before: before, CompiledQuery.Source(), ordering, limit, db)
        return isBackwards ? lines.reversed() : lines
      }
      let alternatives = QueryPlan.alternatives(of: query.root)
      var lines = try alternatives.flatMap { try window($0, after: after, before: before, direction, limit, db) }
      if alternatives.count > 1 {
        var seen: Set<Int64> = []
        lines = lines.filter { seen.insert($0.id).inserted }.sorted { isDescending ? $0.id > $1.id : $0.id < $1.id }
        lines.removeLast(max(0, lines.count - limit))
      }
      return isBackwards ? lines.reversed() : lines
    }
  }

  /// The first lines in that direction of what matches, by the cheapest plan.
  private func window(
    _ root: Query.Node, after: Int64?, before: Int64?, _ direction: String, _ limit: Int, _ db: Database
  ) throws -> [ListedDispatch] {
    let plan = try QueryPlan(root, many: manyPostings, db)
    if let found = try testedLines(plan, after: after, before: before, direction, limit, db) { return found }
    let source = CompiledQuery.Source(rowsFirst: plan.marksFirst)
    let id = plan.marksFirst ? "d.id" : plan.page.order
    return try lines(plan.page, after: after, before: before, source, "\(id) \(direction)", limit, db)
  }

  private func lines(
    _ compiled: CompiledQuery, after: Int64?, before: Int64?, _ source: CompiledQuery.Source, _ ordering: String, _ limit: Int, _ db: Database
  ) throws -> [ListedDispatch] {
    let (sql, arguments) = compiled.clause(after: after, before: before, source)
    let statement = try db.cachedStatement(sql: "SELECT \(ListedDispatch.columns) \(sql) ORDER BY \(ordering) LIMIT \(limit)")
    return try ListedDispatch.all(Row.fetchCursor(statement, arguments: arguments))
  }

  /// The window found by testing rows; nil where there is nothing to test, or where the plan's patience ended before the window was full.
  private func testedLines(
    _ plan: QueryPlan, after: Int64?, before: Int64?, _ direction: String, _ limit: Int, _ db: Database
  ) throws -> [ListedDispatch]? {
    guard let (rest, test) = plan.tested else { return nil }
    let (sql, arguments) = rest.clause(after: after, before: before, CompiledQuery.Source(withBodies: true))
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(ListedDispatch.columns), b.packed \(sql) ORDER BY \(rest.order) \(direction)", arguments: arguments)
    var lines: [ListedDispatch] = []
    var count = 0
    while lines.count < limit {
      guard let row = try rows.next() else { return lines }
      guard count < plan.patience else { return nil }
      count += 1
      if try StoredDispatch.matches(row, test) { lines.append(try ListedDispatch(row: row)) }
    }
    return lines
  }

  /// The lines of those dispatches, in the order given; what is gone is left out.
  public func lines(ids: [Int64]) throws(StoreError) -> [ListedDispatch] {
    try reading { db in
      try ids.compactMap { id in
        let statement = try db.cachedStatement(sql: "SELECT \(ListedDispatch.columns) FROM dispatch d WHERE d.id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { try ListedDispatch(row: $0) }
      }
    }
  }

  /// The ids that match, newest first.
  public func ids(of query: Query, limit: Int = Int.max) throws(StoreError) -> [Int64] {
    let compiled = CompiledQuery(query)
    let (sql, arguments) = compiled.clause()
    return try reading { db in
      try Int64.fetchAll(db, sql: "SELECT d.id \(sql) ORDER BY \(compiled.order) DESC LIMIT \(limit)", arguments: arguments)
    }
  }

  /// How many of the query's dispatches have each country in their focus, the most frequent first.
  public func countries(of query: Query) throws(StoreError) -> [(code: String, count: Int)] {
    let compiled = CompiledQuery(query)
    return try reading { db in
      var counts: [String: Int] = [:]
      if query.isEverything {
        for row in try Row.fetchAll(db, sql: "SELECT code, count FROM country_count WHERE count > 0") {
          counts[try row.decode(forColumn: "code")] = try row.decode(Int.self, forColumn: "count")
        }
        for focus in try String.fetchAll(db, sql: "SELECT focus FROM dispatch WHERE id IN (\(Embargoes.running))") {
          for code in focus.split(separator: " ") { counts[String(code), default: 0] -= 1 }
        }
      } else {
        var shown = compiled
        if try Embargoes.areRunning(db) { shown.conditions.append("d.id NOT IN (\(Embargoes.running))") }
        let (sql, arguments) = shown.clause()
        for row in try Row.fetchAll(db, sql: "SELECT d.focus AS focus, count(*) AS n \(sql) GROUP BY d.focus", arguments: arguments) {
          let number = try row.decode(Int.self, forColumn: "n")
          for code in try row.decode(String.self, forColumn: "focus").split(separator: " ") { counts[String(code), default: 0] += number }
        }
      }
      return counts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
  }

  /// Each dispatch that matches with its reading, newest first, one at a time: for exports larger than memory. One under embargo comes
  /// like any other: it is the caller's to veil.
  public func forEach(of query: Query, limit: Int = Int.max, _ body: (Int64, Dispatch, Reading) throws -> Void) throws(StoreError) {
    let compiled = CompiledQuery(query)
    let (sql, arguments) = compiled.clause(CompiledQuery.Source(withBodies: true))
    try reading { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT d.id, \(StoredDispatch.columns) \(sql) ORDER BY \(compiled.order) DESC LIMIT \(limit)", arguments: arguments)
      while let row = try rows.next() {
        let (dispatch, reading) = try StoredDispatch.make(row)
        try body(row.decode(forColumn: "id"), dispatch, reading)
      }
    }
  }
}
