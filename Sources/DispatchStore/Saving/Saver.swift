internal import DispatchModel
internal import GRDB

/// Writes dispatches into every table that knows them. Lives for one transaction.
struct Saver {
  private let db: Database
  /// When the dispatches count as saved, and as published where they bear no date.
  var now: Moment
  private(set) var report = SaveReport()
  private var entities: [EntityKey: Int64] = [:]
  /// Names that are known to be nobody's yet.
  private var strangers: Set<EntityKey> = []
  /// What the ids of participants are looked up by, as a person and as anything else: a name is folded once.
  private var keys: [String: (person: EntityKey, other: EntityKey)] = [:]
  /// Names of people whose words are written already.
  private var spellings: Set<String> = []
  private var appearances: [Int64: Int] = [:]
  private var countries: [String: Int] = [:]
  /// How many more dispatches have each beginning of a word.
  private var beginnings: [UInt32: Int] = [:]
  private var pending: [Int64: SearchWords] = [:]
  /// Words that are in the table `word` once the transaction ends.
  private(set) var writtenWords: Set<String> = []
  /// Texts by which stories are told apart, those of transactions before among them.
  private(set) var storyTexts: StoryTexts
  /// The next id to try for what falls on that second.
  private var nextIDs: [Int64: Int64] = [:]

  /// The latest that is known to have been: now, or the newest dispatch where the clock has gone back behind it.
  private let latest: Moment

  init(_ db: Database, now: Moment, storyTexts: StoryTexts = StoryTexts()) throws {
    self.db = db
    self.storyTexts = storyTexts
    self.now = now
    let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM dispatch")).map { RowID.moment(of: $0) }
    latest = max(now, newest ?? now)
  }

  static let knownRow = "SELECT id, digest, agency_version, versions FROM dispatch WHERE identity = ?"

  mutating func save(_ one: Prepared) throws {
    guard let known = try Row.fetchOne(db.cachedStatement(sql: Saver.knownRow), arguments: [one.dispatch.identity]) else {
      let id = try freeID(for: published(one.dispatch, one.reading))
      try insert(id, one)
      report.new += 1
      report.ids.append(id)
      return
    }
    let id: Int64 = known["id"]
    if known["digest"] == one.digest || isOlder(one.dispatch, than: known["agency_version"]) {
      report.unchanged += 1
      return
    }
    if !isFromFeed(one.dispatch), try hadBefore(one.digest, id) {
      report.unchanged += 1
      return
    }
    try replace(id, versions: known["versions"], one)
    report.updated += 1
    report.ids.append(id)
  }

  /// A feed tells the present state: what it says last counts, even if it said so before. A file tells a state of its time.
  private func isFromFeed(_ dispatch: Dispatch) -> Bool {
    ["http://", "https://", "file:", "exec:", "filter:"].contains(where: dispatch.source.hasPrefix)
  }

  private func hadBefore(_ digest: Int64, _ id: Int64) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM version WHERE dispatch = ? AND digest = ?"), arguments: [id, digest]) != nil
  }

  private func isOlder(_ dispatch: Dispatch, than version: Int?) -> Bool {
    guard let mine = dispatch.version, let version else { return false }
    return mine < version
  }

  /// When the dispatch counts as published: its envelope's moment, else its reading's day, else now; never after tomorrow, so that a
  /// wrong clock elsewhere does not hold the top of the list, and a clock here that has gone back takes no dates away.
  private func published(_ dispatch: Dispatch, _ reading: Reading) -> Moment {
    let moment = dispatch.published ?? reading.published.map { Moment($0) } ?? now
    return moment.seconds > latest.seconds + 86_400 ? now : moment
  }

  /// The first free id behind all those that stand close together from that second's first on: what comes later stands later.
  private mutating func freeID(for moment: Moment) throws -> Int64 {
    let start = RowID.first(of: moment)
    let wanted = nextIDs[start] ?? start
    let isTaken = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM dispatch WHERE id >= ? AND id < ?"), arguments: [wanted, start + (1 << RowID.serialBits)])
    var id = isTaken.map { $0 + 1 } ?? wanted
    if try isUsed(id) {
      let end = try Int64.fetchOne(
        db.cachedStatement(sql: """
          SELECT id FROM dispatch d WHERE id >= ? AND NOT EXISTS (SELECT 1 FROM dispatch WHERE id = d.id + 1) ORDER BY id LIMIT 1
          """), arguments: [id])
      id = (end ?? id) + 1
    }
    nextIDs[start] = id + 1
    return id
  }

  private func isUsed(_ id: Int64) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM dispatch WHERE id = ?"), arguments: [id]) != nil
  }

  // MARK: Rows

  private mutating func insert(_ id: Int64, _ one: Prepared) throws {
    let (dispatch, reading) = (one.dispatch, one.reading)
    try db.cachedStatement(sql: """
      INSERT INTO dispatch (id, identity, digest, published, saved, agency, headline, priority, urgency, focus, agency_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """).execute(arguments: [
        id, dispatch.identity, one.digest, published(dispatch, reading).seconds, now.seconds, dispatch.agency ?? reading.agency,
        one.headline, one.priority, dispatch.urgency, reading.focus.joined(separator: " "), dispatch.version,
      ])
    try db.cachedStatement(sql: "INSERT INTO body (id, packed) VALUES (?, ?)").execute(arguments: [id, one.packed])
    if dispatch.heldUntil != nil { try Embargoes.keep(id, dispatch, db) }
    try index(id, one)
    try Stories.join(id, one, published: published(dispatch, reading), &storyTexts, db)
  }

  private mutating func replace(_ id: Int64, versions: Int, _ one: Prepared) throws {
    guard let (old, oldReading) = try StoredDispatch.load(id, db) else { return }
    let (dispatch, reading) = (one.dispatch, one.reading)
    try db.execute(
      sql: """
        INSERT INTO version (dispatch, number, saved, text, digest)
        VALUES (?, ?, (SELECT saved FROM dispatch WHERE id = ?), ?, (SELECT digest FROM dispatch WHERE id = ?))
        """,
      arguments: [id, versions, id, old.text, id])
    try unindex(id, Prepared(old, oldReading))
    try db.execute(
      sql: """
        UPDATE dispatch SET digest = ?, saved = ?, agency = ?, headline = ?, priority = ?, urgency = ?, focus = ?, agency_version = ?,
          versions = versions + 1 WHERE id = ?
        """,
      arguments: [
        one.digest, now.seconds, dispatch.agency ?? reading.agency, one.headline, one.priority, dispatch.urgency,
        reading.focus.joined(separator: " "), dispatch.version, id,
      ])
    try db.execute(sql: "UPDATE body SET packed = ? WHERE id = ?", arguments: [one.packed, id])
    try Embargoes.keep(id, dispatch, db)
    try index(id, one)
    storyTexts[id] = one.story
    try Stories.refresh(of: id, db)
  }

  mutating func remove(_ id: Int64) throws {
    guard let (old, reading) = try StoredDispatch.load(id, db) else { return }
    let one = Prepared(old, reading)
    try unindex(id, one)
    storyTexts[id] = nil
    try Stories.leave(id, one, db)
    try db.execute(sql: "DELETE FROM dispatch WHERE id = ?", arguments: [id])
  }

  // MARK: Indexes

  private mutating func index(_ id: Int64, _ one: Prepared) throws {
    pending[id] = one.words
    for word in one.unknownWords where writtenWords.insert(word).inserted {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO word (word) VALUES (?)").execute(arguments: [word])
    }
    count(one.beginnings, 1)
    for entity in one.entities {
      let entity = try self.entity(entity.key, entity.name)
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO appearance (entity, dispatch) VALUES (?, ?)").execute(arguments: [entity, id])
      appearances[entity, default: 0] += 1
    }
    for party in one.parties {
      guard let entity = try knownEntity(party.id) else { continue }
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO testimony (entity, kind, dispatch, fact) VALUES (?, ?, ?, ?)")
        .execute(arguments: [entity, party.kind, id, party.fact])
    }
    for code in one.reading.focus { countries[code, default: 0] += 1 }
  }

  private mutating func unindex(_ id: Int64, _ one: Prepared) throws {
    if pending[id] != nil { try writeWords() }
    try db.execute(
      sql: "INSERT INTO search (search, rowid, body, headline, filters) VALUES ('delete', ?, ?, ?, ?)",
      arguments: [id, one.words.body, one.words.headline, one.words.filters])
    count(one.beginnings, -1)
    for entity in one.entities {
      let entity = try self.entity(entity.key, entity.name)
      appearances[entity, default: 0] -= 1
      try db.execute(sql: "DELETE FROM appearance WHERE entity = ? AND dispatch = ?", arguments: [entity, id])
    }
    for party in one.parties {
      guard let entity = try knownEntity(party.id) else { continue }
      try db.cachedStatement(sql: "DELETE FROM testimony WHERE entity = ? AND kind = ? AND dispatch = ?")
        .execute(arguments: [entity, party.kind, id])
    }
    for code in one.reading.focus { countries[code, default: 0] -= 1 }
  }

  private mutating func count(_ codes: [UInt32], _ change: Int) {
    for code in codes { beginnings[code, default: 0] += change }
  }

  /// Gives the gathered words to the index in the order of ids: out of order, FTS5 writes a segment of its own for each dispatch.
  private mutating func writeWords() throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO search (rowid, body, headline, filters) VALUES (?, ?, ?, ?)")
    for (id, words) in pending.sorted(by: { $0.key < $1.key }) {
      try statement.execute(arguments: [id, words.body, words.headline, words.filters])
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The entity's row, made where it is not there yet.
  private mutating func entity(_ key: EntityKey, _ name: String) throws -> Int64 {
    if let known = try lookUp(key) {
      // Another spelling of a known person is found by its own words too.
      if key.type == .person, spellings.insert(name).inserted { try addWords(of: key.type, name, to: known) }
      return known
    }
    try db.cachedStatement(sql: "INSERT INTO entity (type, key, name) VALUES (?, ?, ?)").execute(arguments: [key.type.rawValue, key.key, name])
    let id = db.lastInsertedRowID
    try addWords(of: key.type, name, to: id)
    spellings.insert(name)
    entities[key] = id
    return id
  }

  private func addWords(of type: MentionType, _ name: String, to entity: Int64) throws {
    for word in Set(Saver.words(of: type, name)).sorted() {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO entity_word (word, entity) VALUES (?, ?)").execute(arguments: [word, entity])
    }
  }

  private mutating func lookUp(_ key: EntityKey) throws -> Int64? {
    if let known = entities[key] { return known }
    if strangers.contains(key) { return nil }
    let found = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM entity WHERE type = ? AND key = ?"), arguments: [key.type.rawValue, key.key])
    if let found { entities[key] = found } else { strangers.insert(key) }
    return found
  }

  /// The words an entity is found by while one types: those of its name, and a country's names in both languages.
  private static func words(of type: MentionType, _ value: String) -> [String] {
    var names = [value]
    if type == .place, value.utf8.count == 2, let country = Country(code: value) {
      names += [country.name(in: "fr"), country.name(in: "en")] + country.otherNames
    }
    return names.flatMap { EntityName.key($0).split { $0 == " " || $0 == "/" }.map(String.init) }
  }

  /// The entity that a participant's id names, whatever its type; nil where no mention of the store does.
  private mutating func knownEntity(_ id: String) throws -> Int64? {
    let isCode = id.utf8.count == 2 && id.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isCode { return try entity(EntityKey(.place, id), id) }
    let types: [MentionType] = id.utf8.contains(UInt8(ascii: "/")) ? [.place] : [.person, .organization, .place]
    let keys = keys[id] ?? (EntityKey(.person, id), EntityKey(.place, id))
    self.keys[id] = keys
    for type in types {
      if let known = try lookUp(type == .person ? keys.person : EntityKey(type, folded: keys.other.key)) { return known }
    }
    return nil
  }

  /// Writes what was gathered in memory: the index's words and the counters.
  mutating func finish() throws {
    try writeWords()
    for (entity, change) in appearances.sorted(by: { $0.key < $1.key }) where change != 0 {
      try db.cachedStatement(sql: "UPDATE entity SET count = count + ? WHERE id = ?").execute(arguments: [change, entity])
    }
    for (code, change) in countries.sorted(by: { $0.key < $1.key }) where change != 0 {
      try db.execute(
        sql: "INSERT INTO country_count (code, count) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET count = count + excluded.count",
        arguments: [code, change])
    }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO beginning (code, count) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET count = count + excluded.count")
    for (code, change) in beginnings.sorted(by: { $0.key < $1.key }) where change != 0 { try statement.execute(arguments: [code, change]) }
  }
}
