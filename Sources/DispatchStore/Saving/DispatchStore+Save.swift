public import DispatchModel
internal import Foundation
internal import GRDB
internal import Lexicon

extension DispatchStore {
  /// Saves a batch in one transaction: all of it, or nothing of it.
  ///
  /// A dispatch whose identity is there with the same content changes nothing. Other content is a new version: it takes the old one's
  /// place in every list and keeps its marks, and the old text stays among its versions. An older version that comes late (by the
  /// agency's own count) changes nothing either.
  ///
  /// Cost: independent of the store's size, some 0.3 ms a dispatch.
  public func save(_ batch: [(Dispatch, Reading)], now: Moment) throws(StoreError) -> SaveReport {
    try writing { db in
      var saver = try Saver(db, now: now)
      for (dispatch, reading) in batch { try saver.save(dispatch, reading) }
      try saver.finish()
      return saver.report
    }
  }

  /// Removes dispatches and all that hangs on them.
  public func remove(ids: [Int64]) throws(StoreError) {
    try writing { db in
      var saver = try Saver(db, now: Moment(seconds: 0))
      for id in ids { try saver.remove(id) }
      try saver.finish()
    }
  }
}

/// Writes dispatches into every table that knows them. Lives for one transaction.
struct Saver {
  private let db: Database
  private let now: Moment
  private(set) var report = SaveReport()
  private var entities: [EntityKey: Int64] = [:]
  private var countries: [String: Int] = [:]

  init(_ db: Database, now: Moment) throws {
    self.db = db
    self.now = now
  }

  mutating func save(_ dispatch: Dispatch, _ reading: Reading) throws {
    let envelope = Envelope.encode(dispatch)
    let digest = Saver.digest(dispatch, envelope)
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, digest, agency_version, versions FROM dispatch WHERE identity = ?"), arguments: [dispatch.identity])
    guard let known else {
      let id = try freeID(for: published(dispatch, reading))
      try insert(id, dispatch, reading, digest: digest, envelope: envelope)
      report.new += 1
      report.ids.append(id)
      return
    }
    let id: Int64 = known["id"]
    if known["digest"] == digest || isOlder(dispatch, than: known["agency_version"]) {
      report.unchanged += 1
      return
    }
    if !isFromFeed(dispatch), try hadBefore(digest, id) {
      report.unchanged += 1
      return
    }
    try replace(id, versions: known["versions"], dispatch, reading, digest: digest, envelope: envelope)
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
  /// wrong clock elsewhere does not hold the top of the list.
  private func published(_ dispatch: Dispatch, _ reading: Reading) -> Moment {
    let moment = dispatch.published ?? reading.published.map { Moment($0) } ?? now
    return moment.seconds > now.seconds + 86_400 ? now : moment
  }

  /// The first free id at or after that second's first.
  private func freeID(for moment: Moment) throws -> Int64 {
    let first = RowID.first(of: moment)
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM dispatch WHERE id >= ? AND id < ?"), arguments: [first, first + (1 << RowID.serialBits)])
    return last.map { $0 + 1 } ?? first
  }

  // MARK: Rows

  private mutating func insert(_ id: Int64, _ dispatch: Dispatch, _ reading: Reading, digest: Int64, envelope: [UInt8]) throws {
    try db.cachedStatement(sql: """
      INSERT INTO dispatch (id, identity, digest, published, saved, agency, headline, priority, urgency, focus, agency_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """).execute(arguments: [
        id, dispatch.identity, digest, published(dispatch, reading).seconds, now.seconds, dispatch.agency ?? reading.agency,
        headline(dispatch, reading), reading.priority, dispatch.urgency, reading.focus.joined(separator: " "), dispatch.version,
      ])
    try db.cachedStatement(sql: "INSERT INTO body (id, text, envelope, reading) VALUES (?, ?, ?, ?)").execute(arguments: [
      id, dispatch.text, Data(envelope), Data(ReadingCoding.encode(reading, text: dispatch.text)),
    ])
    try index(id, dispatch, reading)
    try Stories.join(id, dispatch, reading, published: published(dispatch, reading), db)
  }

  private mutating func replace(_ id: Int64, versions: Int, _ dispatch: Dispatch, _ reading: Reading, digest: Int64, envelope: [UInt8]) throws {
    guard let (old, oldReading) = try StoredDispatch.load(id, db) else { return }
    try db.execute(
      sql: """
        INSERT INTO version (dispatch, number, saved, text, digest)
        VALUES (?, ?, (SELECT saved FROM dispatch WHERE id = ?), ?, (SELECT digest FROM dispatch WHERE id = ?))
        """,
      arguments: [id, versions, id, old.text, id])
    try unindex(id, old, oldReading)
    try db.execute(
      sql: """
        UPDATE dispatch SET digest = ?, saved = ?, agency = ?, headline = ?, priority = ?, urgency = ?, focus = ?, agency_version = ?,
          versions = versions + 1 WHERE id = ?
        """,
      arguments: [
        digest, now.seconds, dispatch.agency ?? reading.agency, headline(dispatch, reading), reading.priority, dispatch.urgency,
        reading.focus.joined(separator: " "), dispatch.version, id,
      ])
    try db.execute(
      sql: "UPDATE body SET text = ?, envelope = ?, reading = ? WHERE id = ?",
      arguments: [dispatch.text, Data(envelope), Data(ReadingCoding.encode(reading, text: dispatch.text)), id])
    try index(id, dispatch, reading)
    try Stories.refresh(of: id, db)
  }

  mutating func remove(_ id: Int64) throws {
    guard let (old, reading) = try StoredDispatch.load(id, db) else { return }
    try unindex(id, old, reading)
    try Stories.leave(id, db)
    try db.execute(sql: "DELETE FROM dispatch WHERE id = ?", arguments: [id])
  }

  private func headline(_ dispatch: Dispatch, _ reading: Reading) -> String {
    if !reading.headline.isEmpty { return reading.headline }
    let line = dispatch.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return String(line.prefix(200))
  }

  // MARK: Indexes

  private mutating func index(_ id: Int64, _ dispatch: Dispatch, _ reading: Reading) throws {
    let words = Saver.searchWords(dispatch, reading)
    try db.cachedStatement(sql: "INSERT INTO search (rowid, headline, body, filters) VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, words.headline, words.body, words.filters])
    for entity in try entities(of: reading) {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO appearance (entity, dispatch) VALUES (?, ?)").execute(arguments: [entity, id])
      try db.cachedStatement(sql: "UPDATE entity SET count = count + 1 WHERE id = ?").execute(arguments: [entity])
    }
    for (number, fact) in reading.facts.enumerated() {
      for name in Saver.parties(of: fact) {
        guard let entity = try knownEntity(name) else { continue }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO testimony (entity, kind, dispatch, fact) VALUES (?, ?, ?, ?)")
          .execute(arguments: [entity, FactKind.allCases.firstIndex(of: fact.kind) ?? 0, id, number])
      }
    }
    for code in reading.focus { countries[code, default: 0] += 1 }
  }

  private mutating func unindex(_ id: Int64, _ dispatch: Dispatch, _ reading: Reading) throws {
    let words = Saver.searchWords(dispatch, reading)
    try db.execute(
      sql: "INSERT INTO search (search, rowid, headline, body, filters) VALUES ('delete', ?, ?, ?, ?)",
      arguments: [id, words.headline, words.body, words.filters])
    for entity in try entities(of: reading) {
      try db.execute(sql: "UPDATE entity SET count = count - 1 WHERE id = ?", arguments: [entity])
      try db.execute(sql: "DELETE FROM appearance WHERE entity = ? AND dispatch = ?", arguments: [entity, id])
    }
    for fact in reading.facts {
      for entity in try Saver.parties(of: fact).compactMap({ try knownEntity($0) }) {
        try db.execute(sql: "DELETE FROM testimony WHERE entity = ? AND dispatch = ?", arguments: [entity, id])
      }
    }
    for code in reading.focus { countries[code, default: 0] -= 1 }
  }

  /// The rows of the reading's entities, each once; a nationality stands for its country.
  private mutating func entities(of reading: Reading) throws -> [Int64] {
    var ids: Set<Int64> = []
    for mention in reading.mentions where mention.type.isEntity || mention.type == .nationality {
      ids.insert(try entity(mention.type == .nationality ? .place : mention.type, mention.value))
    }
    return ids.sorted()
  }

  /// The text as the index has it: folded, so that spellings meet; a contentless index must be given the very same to forget it.
  static func searchWords(_ dispatch: Dispatch, _ reading: Reading) -> (headline: String, body: String, filters: String) {
    (Folding.fold(reading.headline), Folding.fold(dispatch.text), FilterTokens.all(dispatch, reading))
  }

  /// The entity's row, made where it is not there yet.
  private mutating func entity(_ type: MentionType, _ value: String) throws -> Int64 {
    let key = EntityKey(type, value)
    if let known = entities[key] { return known }
    let found = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM entity WHERE type = ? AND key = ?"), arguments: [type.rawValue, key.key])
    let id: Int64
    if let found {
      id = found
    } else {
      try db.cachedStatement(sql: "INSERT INTO entity (type, key, name) VALUES (?, ?, ?)").execute(arguments: [type.rawValue, key.key, value])
      id = db.lastInsertedRowID
      for word in Set(Saver.words(of: type, value)).sorted() {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO entity_word (word, entity) VALUES (?, ?)").execute(arguments: [word, id])
      }
    }
    entities[key] = id
    return id
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
    for type in isCode || id.contains("/") ? [MentionType.place] : [.person, .organization, .place] {
      if let known = entities[EntityKey(type, id)] { return known }
    }
    return isCode ? try entity(.place, id) : nil
  }

  /// The ids of those who take part in a fact.
  private static func parties(of fact: Fact) -> Set<String> {
    switch fact.content {
    case .office(let office): Set([office.person, office.of].compactMap { $0 })
    case .statement(let statement): [statement.speaker.id]
    case .figure(let figure): Set([figure.of].compactMap { $0 })
    case .casualties(let toll): Set([toll.place].compactMap { $0 })
    case .event(let event): Set((event.actors + event.targets).map(\.id))
    }
  }

  /// Writes the counters that were kept in memory.
  func finish() throws {
    for (code, change) in countries where change != 0 {
      try db.execute(
        sql: "INSERT INTO country_count (code, count) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET count = count + excluded.count",
        arguments: [code, change])
    }
  }

  /// A digest of all that a dispatch says: FNV-1a over text and envelope. Two contents of one identity sharing it is taken not to happen.
  private static func digest(_ dispatch: Dispatch, _ envelope: [UInt8]) -> Int64 {
    var bytes = Array(dispatch.text.utf8)
    bytes += envelope
    bytes += Array("\(dispatch.published?.seconds ?? 0) \(dispatch.version ?? 0) \(dispatch.agency ?? "") \(dispatch.urgency ?? 0)".utf8)
    return Int64(bitPattern: Word.hash(of: bytes[...]))
  }
}
