internal import DispatchModel
internal import GRDB
internal import Lexicon

/// Which dispatches tell one happening: updates, corrections, other agencies' versions.
///
/// Two dispatches belong together where they lie within three days, share their first focus country, and their headlines share two
/// fifths of their content words (Jaccard). Candidates come from an index of (country and headline word, dispatch), whose ids are times:
/// the cost of a dispatch does not grow with the store, and at most 120 candidates a word are looked at.
enum Stories {
  private static let days = 3
  private static let likeness = 0.4
  private static let candidates = 120

  static func join(_ id: Int64, _ one: Prepared, published: Moment, _ db: Database) throws {
    let words = one.storyWords
    guard words.count >= 3 else { return }
    let country = one.reading.focus.first ?? ""
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
    var best: (id: Int64, likeness: Double)?
    for (other, count) in shared.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }).prefix(8) where count >= 2 {
      guard let headline = try String.fetchOne(db.cachedStatement(sql: "SELECT headline FROM dispatch WHERE id = ?"), arguments: [other]) else { continue }
      let theirs = contentWords(headline)
      let same = Double(words.intersection(theirs).count)
      let value = same / (Double(words.count + theirs.count) - same)
      if value >= likeness, value > best?.likeness ?? 0 { best = (other, value) }
    }
    guard let best else { return }
    let known = try Int64.fetchOne(db.cachedStatement(sql: "SELECT story FROM dispatch WHERE id = ?"), arguments: [best.id])
    guard let known, try isNewest(id, in: known, db) else {
      let story = known ?? best.id
      try db.cachedStatement(sql: "UPDATE dispatch SET story = ? WHERE id IN (?, ?)").execute(arguments: [story, id, best.id])
      return try count(story, db)
    }
    // The usual case, an update at the story's end, adds its own toll and reads none of the others again.
    try db.cachedStatement(sql: "UPDATE dispatch SET story = ? WHERE id = ?").execute(arguments: [known, id])
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT tolls FROM story WHERE id = ?"), arguments: [known])
    var tolls = ((row?["tolls"] as String?) ?? "").split(separator: " ").map(String.init)
    if let dead = one.dead, tolls.last != String(dead) { tolls.append(String(dead)) }
    try db.cachedStatement(sql: "UPDATE story SET count = count + 1, tolls = ? WHERE id = ?")
      .execute(arguments: [tolls.suffix(30).joined(separator: " "), known])
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
    for word in one.storyWords {
      try db.cachedStatement(sql: "DELETE FROM story_key WHERE key = ? AND dispatch = ?")
        .execute(arguments: [key(one.reading.focus.first ?? "", word), id])
    }
    guard let story = try Int64.fetchOne(db, sql: "SELECT story FROM dispatch WHERE id = ?", arguments: [id]) else { return }
    try db.execute(sql: "UPDATE dispatch SET story = NULL WHERE id = ?", arguments: [id])
    try count(story, db)
  }

  /// The number of dispatches, and the numbers of dead in their order, repeats left out.
  private static func count(_ story: Int64, _ db: Database) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM dispatch WHERE story = ? ORDER BY id", arguments: [story])
    var tolls: [Int] = []
    for id in ids.suffix(30) {
      guard let (dispatch, reading) = try StoredDispatch.load(id, db) else { continue }
      if let dead = dead(dispatch, reading), dead != tolls.last { tolls.append(dead) }
    }
    try db.execute(
      sql: "INSERT INTO story (id, count, tolls) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET count = excluded.count, tolls = excluded.tolls",
      arguments: [story, ids.count, tolls.map(String.init).joined(separator: " ")])
  }

  /// The headline's words of five letters or more, numbers left out (they are what changes).
  static func contentWords(_ headline: String) -> Set<String> {
    let bytes = Array(headline.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    return Set(tokens.indices.filter { tokens[$0].kind == .word }.map {
      Folding.fold(String(decoding: bytes[Int(tokens[$0].start)..<Int(tokens[$0].end)], as: UTF8.self))
    }.filter { $0.count >= 5 })
  }

  private static func key(_ country: String, _ word: String) -> Int64 {
    Int64(bitPattern: Word("\(country) \(word)").hash)
  }
}
