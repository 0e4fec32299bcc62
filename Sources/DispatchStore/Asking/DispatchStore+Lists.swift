public import DispatchModel
internal import GRDB

extension DispatchStore {
  /// A window of the dispatches that match, in the list's order. Costs the same whatever the store's size.
  public func page(of query: Query, order: StoreOrder = .newest, at anchor: StoreAnchor = .first, limit: Int = 50) throws(StoreError) -> [ListedDispatch] {
    let compiled = CompiledQuery(query)
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
    let (sql, arguments) = compiled.clause(after: after, before: before)
    let id = compiled.match == nil ? "d.id" : "search.rowid"
    let ordering = order == .relevance && compiled.match != nil ? "bm25(search, 4.0, 1.0, 0.0), \(id) DESC" : "\(id) \(isDescending ? "DESC" : "ASC")"
    return try reading { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT \(ListedDispatch.columns) \(sql) ORDER BY \(ordering) LIMIT \(max(0, limit))", arguments: arguments)
      let lines = try rows.map { try ListedDispatch(row: $0) }
      return isBackwards ? lines.reversed() : lines
    }
  }

  /// The lines of those dispatches, in the order given; what is gone is left out.
  public func lines(ids: [Int64]) throws(StoreError) -> [ListedDispatch] {
    try reading { db in
      try ids.compactMap { id in
        try Row.fetchOne(db, sql: "SELECT \(ListedDispatch.columns) FROM dispatch d WHERE d.id = ?", arguments: [id]).map { try ListedDispatch(row: $0) }
      }
    }
  }

  /// How many dispatches match.
  public func count(of query: Query) throws(StoreError) -> Int {
    let compiled = CompiledQuery(query)
    return try reading { db in try count(compiled, db) }
  }

  /// How many of those dispatches match.
  public func count(of query: Query, among ids: [Int64]) throws(StoreError) -> Int {
    guard !ids.isEmpty else { return 0 }
    var compiled = CompiledQuery(query)
    compiled.conditions.append("d.id IN (\(ids.map(String.init).joined(separator: ",")))")
    let (sql, arguments) = compiled.clause()
    return try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0 }
  }

  /// How many match, and how many of them are unread.
  public func counts(of query: Query) throws(StoreError) -> (total: Int, unread: Int) {
    let compiled = CompiledQuery(query)
    return try reading { db in
      let total = try count(compiled, db)
      if let read = try readAmong(compiled, db) { return (total, total - read) }
      var unread = compiled
      unread.conditions.append("d.is_read = 0")
      let (sql, arguments) = unread.clause()
      return (total, try Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0)
    }
  }

  /// How many of the index's hits are read, where so few are read in all that they can be told from the hits without their rows.
  private func readAmong(_ compiled: CompiledQuery, _ db: Database) throws -> Int? {
    guard compiled.conditions.isEmpty else { return nil }
    let few = 20_000
    let read = try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM dispatch WHERE is_read = 1 LIMIT \(few + 1))") ?? 0
    if read > few { return nil }
    if read == 0 { return 0 }
    let isSearch = compiled.match != nil
    var among = compiled
    among.conditions.append(isSearch ? "search.rowid IN (SELECT id FROM dispatch WHERE is_read = 1)" : "d.is_read = 1")
    let (sql, arguments) = among.clause()
    let source = sql.replacing("search JOIN dispatch d ON d.id = search.rowid", with: "search")
    return try Int.fetchOne(db, sql: "SELECT count(*) \(source)", arguments: arguments) ?? 0
  }

  private func count(_ compiled: CompiledQuery, _ db: Database) throws -> Int {
    let (sql, arguments) = compiled.clause()
    // The index alone knows: no row of the list is touched.
    let source = compiled.isPureSearch ? sql.replacing("search JOIN dispatch d ON d.id = search.rowid", with: "search") : sql
    return try Int.fetchOne(db, sql: "SELECT count(*) \(source)", arguments: arguments) ?? 0
  }

  /// The ids that match, newest first.
  public func ids(of query: Query, limit: Int = Int.max) throws(StoreError) -> [Int64] {
    let compiled = CompiledQuery(query)
    let (sql, arguments) = compiled.clause()
    let id = compiled.match == nil ? "d.id" : "search.rowid"
    return try reading { db in
      try Int64.fetchAll(db, sql: "SELECT d.id \(sql) ORDER BY \(id) DESC LIMIT \(limit)", arguments: arguments)
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
    let (sql, arguments) = compiled.clause()
    let id = compiled.match == nil ? "d.id" : "search.rowid"
    let tables = sql.replacing(" WHERE ", with: " JOIN body b ON b.id = d.id WHERE ", maxReplacements: 1)
    let source = tables == sql ? sql + " JOIN body b ON b.id = d.id" : tables
    try reading { db in
      let rows = try Row.fetchCursor(
        db, sql: """
          SELECT d.id, d.identity, d.published, d.agency, d.urgency, d.agency_version, b.text, b.envelope, b.reading
          \(source) ORDER BY \(id) DESC LIMIT \(limit)
          """, arguments: arguments)
      while let row = try rows.next() {
        let (dispatch, reading) = try StoredDispatch.make(row)
        try body(row.decode(forColumn: "id"), dispatch, reading)
      }
    }
  }
}
