internal import DispatchModel
internal import GRDB
internal import Lexicon

/// Which dispatches tell one happening: updates, corrections, other agencies' versions.
///
/// A dispatch belongs to a story where within three days another about the same first focus country is alike by two fifths in headline
/// and lead (`StoryText`). Where it is alike to dispatches of several stories, those are one story that was told in too different
/// words until then: they become one, if in the mean over their dispatches they are alike by a third, so that stories do not run
/// together over one dispatch that happens to lie between them.
///
/// Candidates come from an index of (country and telling headline word, dispatch), whose ids are times: the cost of a dispatch does not
/// grow with the store. At most 120 candidates a word are counted, and the eight that share most words looked at.
enum Stories {
  private static let days = 3
  private static let candidates = 120
  private static let members = 8

  static func join(_ id: Int64, _ one: Prepared, published: Moment, _ texts: inout StoryTexts, _ db: Database) throws {
    let country = one.reading.focus.first ?? ""
    let names = StoryHeadline.names(of: country)
    let words = one.story.headline.words.filter { !names.contains($0) && !StoryWords.isGeneral($0) }
    guard !words.isEmpty, one.story.headline.words.count >= 2 else { return }
    texts[id] = one.story
    let day = published.date()
    let range = RowID.range(from: day.adding(days: -days), to: day.adding(days: days))
    var shared: [Int64: Int] = [:]
    for word in words {
      let key = key(country, word)
      let others = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT dispatch FROM story_key WHERE key = ? AND dispatch BETWEEN ? AND ? ORDER BY dispatch DESC LIMIT \(candidates)"),
        arguments: [key, range.lower, range.upper])
      for other in others { shared[other, default: 0] += 1 }
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO story_key (key, dispatch) VALUES (?, ?)").execute(arguments: [key, id])
    }
    var alike: [(id: Int64, story: Int64?, likeness: Double)] = []
    for (other, _) in shared.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }).prefix(members) {
      guard let text = try text(of: other, country, &texts, db) else { continue }
      let value = one.story.likeness(to: text, in: names).value
      guard value >= StoryText.likeness else { continue }
      alike.append((other, try Int64.fetchOne(db.cachedStatement(sql: "SELECT story FROM dispatch WHERE id = ?"), arguments: [other]), value))
    }
    alike.sort { ($0.likeness, $0.id) > ($1.likeness, $1.id) }
    guard let best = alike.first else { return }
    let story = best.story ?? best.id
    let isLast = try best.story.map { try isNewest(id, in: $0, db) } ?? false
    try db.cachedStatement(sql: "UPDATE dispatch SET story = ? WHERE id IN (?, ?)").execute(arguments: [story, id, best.id])
    var isMerged = false
    for other in alike.dropFirst() where other.story != story || other.story == nil {
      isMerged = try merge(other.story, holding: other.id, into: story, country, &texts, db) || isMerged
    }
    guard isLast, !isMerged else { return try count(story, db) }
    // The usual case, an update at the story's end, adds its own toll and reads none of the others again.
    let kept = try String.fetchOne(db.cachedStatement(sql: "SELECT tolls FROM story WHERE id = ?"), arguments: [story]) ?? ""
    let tolls = tolls(kept) + (one.dead.map { [StoryTolls.Toll(agency: one.dispatch.agency ?? one.reading.agency, dead: $0)] } ?? [])
    try db.cachedStatement(sql: "UPDATE story SET count = count + 1, tolls = ? WHERE id = ?").execute(arguments: [text(of: tolls), story])
  }

  /// Tolls as the store keeps them: a number and an agency a line; before there were agencies, numbers in one line.
  static func tolls(_ text: String) -> [StoryTolls.Toll] {
    guard text.contains("\t") else { return text.split(separator: " ").compactMap { Int($0) }.map { StoryTolls.Toll(agency: nil, dead: $0) } }
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard let dead = Int(parts[0]) else { return nil }
      return StoryTolls.Toll(agency: parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil, dead: dead)
    }
  }

  private static func text(of tolls: [StoryTolls.Toll]) -> String {
    tolls.suffix(30).map { "\($0.dead)\t" + ($0.agency ?? "").filter { !$0.isNewline && $0 != "\t" } }.joined(separator: "\n")
  }

  /// Takes a story, or a dispatch that stands alone, into another where the two are alike in the mean.
  private static func merge(
    _ other: Int64?, holding id: Int64, into story: Int64, _ country: String, _ texts: inout StoryTexts, _ db: Database
  ) throws -> Bool {
    let mine = try newest(of: story, db).compactMap { try text(of: $0, country, &texts, db) }
    let theirs = try (other.map { try newest(of: $0, db) } ?? [id]).compactMap { try text(of: $0, country, &texts, db) }
    // Taken in meanwhile by way of another of its dispatches.
    guard !theirs.isEmpty, try Int64.fetchOne(db, sql: "SELECT story FROM dispatch WHERE id = ?", arguments: [id]) == other else { return false }
    let names = StoryHeadline.names(of: country)
    var excess = 0.0
    for one in mine {
      for two in theirs {
        let likeness = one.likeness(to: two, in: names)
        excess += likeness.value - likeness.inTheMean
      }
    }
    guard excess >= 0 else { return false }
    if let other {
      try db.execute(sql: "UPDATE dispatch SET story = ? WHERE story = ?; DELETE FROM story WHERE id = ?", arguments: [story, other, other])
    } else {
      try db.execute(sql: "UPDATE dispatch SET story = ? WHERE id = ?", arguments: [story, id])
    }
    return true
  }

  /// The newest dispatches of a story.
  private static func newest(of story: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM dispatch WHERE story = ? ORDER BY id DESC LIMIT \(members)"), arguments: [story])
  }

  /// Headline and lead of a dispatch of the store; one whose text is damaged has no lead.
  private static func text(of id: Int64, _ country: String, _ texts: inout StoryTexts, _ db: Database) throws -> StoryText? {
    if let known = texts[id] { return known }
    let sql = "SELECT headline, packed FROM dispatch JOIN body USING (id) WHERE id = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
    let text: String
    do { text = try PackedBody.decode(row["packed"]).text } catch { text = "" }
    let found = StoryText(headline: row["headline"], text: text, country: country)
    texts[id] = found
    return found
  }

  private static func isNewest(_ id: Int64, in story: Int64, _ db: Database) throws -> Bool {
    let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM dispatch WHERE story = ?"), arguments: [story])
    return newest.map { $0 < id } ?? false
  }

  /// The highest number of dead among a reading's tolls; none of a dispatch that bears an embargo, as the story's other dispatches show it.
  static func dead(_ dispatch: Dispatch, _ reading: Reading) -> Int? {
    if dispatch.heldUntil != nil { return nil }
    return reading.facts.compactMap { fact -> Int? in if case .casualties(let toll) = fact.content { toll.dead } else { nil } }.max()
  }

  /// Counts a story anew after one of its dispatches changed.
  static func refresh(of id: Int64, _ db: Database) throws {
    if let story = try Int64.fetchOne(db, sql: "SELECT story FROM dispatch WHERE id = ?", arguments: [id]) { try count(story, db) }
  }

  /// Takes a dispatch out of its story.
  static func leave(_ id: Int64, _ one: Prepared, _ db: Database) throws {
    for word in one.story.headline.words {
      try db.cachedStatement(sql: "DELETE FROM story_key WHERE key = ? AND dispatch = ?")
        .execute(arguments: [key(one.reading.focus.first ?? "", word), id])
    }
    guard let story = try Int64.fetchOne(db, sql: "SELECT story FROM dispatch WHERE id = ?", arguments: [id]) else { return }
    try db.execute(sql: "UPDATE dispatch SET story = NULL WHERE id = ?", arguments: [id])
    try count(story, db)
  }

  /// The number of dispatches, and the numbers of dead in their order.
  private static func count(_ story: Int64, _ db: Database) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM dispatch WHERE story = ? ORDER BY id", arguments: [story])
    var tolls: [StoryTolls.Toll] = []
    for id in ids.suffix(30) {
      guard let (dispatch, reading) = try StoredDispatch.load(id, db), let dead = dead(dispatch, reading) else { continue }
      tolls.append(StoryTolls.Toll(agency: dispatch.agency ?? reading.agency, dead: dead))
    }
    try db.execute(
      sql: "INSERT INTO story (id, count, tolls) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET count = excluded.count, tolls = excluded.tolls",
      arguments: [story, ids.count, text(of: tolls)])
  }

  private static func key(_ country: String, _ word: String) -> Int64 {
    Int64(bitPattern: Word("\(country) \(word)").hash)
  }
}
