public import DispatchModel
internal import GRDB

/// An entity and how many dispatches mention it.
public struct CountedEntity: Hashable, Sendable {
  public var type: MentionType
  public var name: String
  public var count: Int
}

/// A fact and the dispatch it stands in.
public struct StoredFact: Hashable, Sendable {
  public var fact: Fact
  public var dispatch: Int64
  public var published: Moment
}

/// What the store knows of one entity.
public struct StoredDossier: Sendable {
  public var entity: CountedEntity
  public var firstSeen: Moment?
  public var lastSeen: Moment?
  /// Newest first, at most a hundred of each.
  public var offices: [StoredFact]
  public var statements: [StoredFact]
  public var events: [StoredFact]
  public var companions: [CountedEntity]
  /// Dispatches a month, oldest first, at most the last ten years.
  public var months: [(year: Int, month: Int, count: Int)]
  public var dispatches: [ListedDispatch]
}

extension DispatchStore {
  /// Entities whose name has a word that begins so, the most frequent first; all of the type where the prefix is empty.
  public func entities(prefix: String = "", type: MentionType? = nil, limit: Int = 100) throws(StoreError) -> [CountedEntity] {
    let words = EntityName.key(prefix).split(separator: " ").map(String.init)
    return try reading { db in
      var terms = ["e.count > 0"]
      var arguments: [any DatabaseValueConvertible] = []
      if let type {
        terms.append("e.type = ?")
        arguments.append(type.rawValue)
      }
      for word in words {
        terms.append("e.id IN (SELECT entity FROM entity_word WHERE word >= ? AND word < ?)")
        arguments += [word, word + "\u{10FFFF}"]
      }
      let wanted = terms.joined(separator: " AND ")
      guard try Embargoes.areRunning(db) else {
        return try Row.fetchAll(
          db, sql: "SELECT e.type, e.name, e.count FROM entity e WHERE \(wanted) ORDER BY e.count DESC, e.name LIMIT \(limit)",
          arguments: StatementArguments(arguments)
        ).compactMap(counted)
      }
      return try Row.fetchAll(
        db, sql: """
          WITH hidden AS MATERIALIZED (SELECT entity, count(*) AS n FROM appearance WHERE dispatch IN (\(Embargoes.running)) GROUP BY entity)
          SELECT e.type, e.name, e.count - ifnull(h.n, 0) AS count FROM entity e LEFT JOIN hidden h ON h.entity = e.id
          WHERE \(wanted) AND e.count > ifnull(h.n, 0) ORDER BY e.count - ifnull(h.n, 0) DESC, e.name LIMIT \(limit)
          """, arguments: StatementArguments(arguments)
      ).compactMap(counted)
    }
  }

  /// The entities of the dispatches that match, with their counts among them.
  public func entities(of query: Query, type: MentionType? = nil, limit: Int = 100) throws(StoreError) -> [CountedEntity] {
    if query.isEverything { return try entities(type: type, limit: limit) }
    let compiled = CompiledQuery(query)
    return try reading { db in
      var shown = compiled
      if try Embargoes.areRunning(db) { shown.conditions.append("d.id NOT IN (\(Embargoes.running))") }
      let (sql, arguments) = shown.clause()
      let condition = type.map { "WHERE e.type = '\($0.rawValue)'" } ?? ""
      return try Row.fetchAll(
        db, sql: """
          WITH found AS MATERIALIZED (SELECT d.id AS id \(sql))
          SELECT e.type, e.name, count(*) AS count FROM found JOIN appearance a ON a.dispatch = found.id JOIN entity e ON e.id = a.entity
          \(condition) GROUP BY e.id ORDER BY count DESC, e.name LIMIT \(limit)
          """, arguments: arguments
      ).compactMap(counted)
    }
  }

  private func counted(_ row: Row) throws -> CountedEntity? {
    try MentionType(rawValue: row.decode(forColumn: "type")).map { try CountedEntity(type: $0, name: row.decode(forColumn: "name"), count: row.decode(forColumn: "count")) }
  }

  /// What the store knows of one entity; nil where it never occurs.
  public func dossier(type: MentionType, name: String) throws(StoreError) -> StoredDossier? {
    let key = EntityKey(type, name)
    return try reading { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT id, type, name, count FROM entity WHERE type = ? AND key = ?", arguments: [type.rawValue, key.key]),
        var entity = try counted(row)
      else { return nil }
      let id: Int64 = try row.decode(forColumn: "id")
      let hidden = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM appearance WHERE entity = ? AND dispatch IN (\(Embargoes.running))", arguments: [id]) ?? 0
      guard entity.count > hidden else { return nil }
      entity.count -= hidden
      let span = try Row.fetchOne(
        db, sql: """
          SELECT min(dispatch) AS first, max(dispatch) AS last FROM appearance
          WHERE entity = ? AND dispatch NOT IN (\(Embargoes.running))
          """, arguments: [id])
      var dossier = StoredDossier(
        entity: entity, firstSeen: moment(span?["first"]), lastSeen: moment(span?["last"]), offices: [], statements: [], events: [], companions: [],
        months: [], dispatches: [])
      // The newest offices, statements and events mostly stand in the same dispatches: each is read once.
      var readings: [Int64: Reading] = [:]
      dossier.offices = try facts(of: id, .office, &readings, db)
      dossier.statements = try facts(of: id, .statement, &readings, db)
      dossier.events = try facts(of: id, .event, &readings, db)
      dossier.companions = try companions(of: id, db)
      dossier.months = try months(of: id, db)
      dossier.dispatches = try Row.fetchAll(
        db, sql: """
          SELECT \(ListedDispatch.columns) FROM appearance a JOIN dispatch d ON d.id = a.dispatch
          WHERE a.entity = ? AND a.dispatch NOT IN (\(Embargoes.running)) ORDER BY a.dispatch DESC LIMIT 100
          """, arguments: [id]
      ).map { try ListedDispatch(row: $0) }
      return dossier
    }
  }

  /// Who appears in its five hundred newest dispatches, the most frequent first. Who sends or signs dispatches stands in them without
  /// being their matter: agencies and authors of this store are no companions.
  private func companions(of entity: Int64, _ db: Database, limit: Int = 20) throws -> [CountedEntity] {
    let rows = try Row.fetchCursor(
      db, sql: """
        WITH recent AS MATERIALIZED (
          SELECT dispatch FROM appearance WHERE entity = ? AND dispatch NOT IN (\(Embargoes.running)) ORDER BY dispatch DESC LIMIT 500)
        SELECT e.type, e.name, count(*) AS count FROM recent JOIN appearance a ON a.dispatch = recent.dispatch JOIN entity e ON e.id = a.entity
        WHERE e.id != ? AND e.type IN ('person', 'organization', 'place') GROUP BY e.id ORDER BY count DESC, e.name LIMIT \(limit * 4)
        """, arguments: [entity, entity])
    var companions: [CountedEntity] = []
    while companions.count < limit, let row = try rows.next() {
      guard let companion = try counted(row), try !isMaker(companion, db) else { continue }
      companions.append(companion)
    }
    return companions
  }

  /// Whether a dispatch of the store comes from that agency, or from that author's hand. One look-up in the index.
  private func isMaker(_ entity: CountedEntity, _ db: Database) throws -> Bool {
    let filter: Query.Filter
    switch entity.type {
    case .organization: filter = .agency
    case .person: filter = .author
    default: return false
    }
    guard let match = CompiledQuery(.filter(filter, entity.name)).match else { return false }
    return try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"), arguments: [match]) != nil
  }

  /// Dispatches a month that name an entity, oldest first, at most the last ten years; none where it never occurs.
  public func months(type: MentionType, name: String) throws(StoreError) -> [(year: Int, month: Int, count: Int)] {
    let key = EntityKey(type, name).key
    return try reading { db in
      let id = try Int64.fetchOne(db, sql: "SELECT id FROM entity WHERE type = ? AND key = ?", arguments: [type.rawValue, key])
      return try id.map { try months(of: $0, db) } ?? []
    }
  }

  private func moment(_ id: Int64?) -> Moment? { id.map(RowID.moment) }

  private func facts(of entity: Int64, _ kind: FactKind, _ readings: inout [Int64: Reading], _ db: Database) throws -> [StoredFact] {
    let rows = try Row.fetchAll(
      db, sql: """
        SELECT dispatch, fact FROM testimony WHERE entity = ? AND kind = ? AND dispatch NOT IN (\(Embargoes.running))
        ORDER BY dispatch DESC, fact LIMIT 100
        """,
      arguments: [entity, FactKind.allCases.firstIndex(of: kind) ?? 0])
    return try rows.compactMap { row in
      let dispatch: Int64 = try row.decode(forColumn: "dispatch")
      if readings[dispatch] == nil { readings[dispatch] = try StoredDispatch.load(dispatch, db)?.1 }
      let number: Int = try row.decode(forColumn: "fact")
      guard let facts = readings[dispatch]?.facts, facts.indices.contains(number) else { return nil }
      return StoredFact(fact: facts[number], dispatch: dispatch, published: RowID.moment(of: dispatch))
    }
  }

  private func months(of entity: Int64, _ db: Database) throws -> [(year: Int, month: Int, count: Int)] {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(dispatch) FROM appearance WHERE entity = ?", arguments: [entity])
    guard let last = moment(newest)?.date() else { return [] }
    let months = last.year * 12 + last.month - 1
    func start(of month: Int) -> Int64 {
      CalendarDate(year: month / 12, month: month % 12 + 1, day: 1).map { RowID.first(of: Moment($0)) } ?? Int64.max
    }
    // Counted month by month inside SQLite: the ids themselves may be hundreds of thousands.
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM appearance WHERE entity = ? AND dispatch >= ? AND dispatch < ?")
    let counts = try (months - 119...months).map { month in
      (month / 12, month % 12 + 1, try Int.fetchOne(statement, arguments: [entity, start(of: month), start(of: month + 1)]) ?? 0)
    }
    return Array(counts.drop { $0.2 == 0 })
  }
}
