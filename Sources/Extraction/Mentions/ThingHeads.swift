internal import DispatchModel
internal import Lexicon

/// Names of laws, events and products that begin with their head or follow it (thing-heads.tsv): `résolution 2254`, `loi du 29 novembre
/// 2017`, `opération Barkhane`, `Festival Gnaoua et musiques du monde`, `le porte-avions Charles-de-Gaulle`.
struct ThingHeads {
  private let heads: TableID?
  private let names: TableID?
  private let products: TableID?
  private let towns: TableID?
  private let places: TableID?
  private let months: TableID?
  private let titles: TableID?
  private let grammar: InstitutionName
  private static let topics: WordSet = ["sur", "contre", "relative", "relatif"]
  /// What may join an event's name beside `de`; `en Corse`, `à Paris` say where it is.
  private static let eventLinks: WordSet = ["pour", "contre", "sur"]

  init(lexicon: LexiconFile) {
    heads = lexicon.table("thing-heads")
    names = lexicon.table("named-things")
    products = lexicon.table("products")
    towns = lexicon.table("cities")
    places = lexicon.table("countries")
    months = lexicon.table("months")
    titles = lexicon.table("titles")
    grammar = InstitutionName(lexicon: lexicon)
  }

  /// The name that the head at the token gives.
  func candidate(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard let heads, let match = draft.matches.longest(in: heads, at: index), !isInsideTitle(index, draft) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 3, let type = MentionType(rawValue: String(columns[1])) else { return nil }
    let head = match.tokens
    switch columns[2] {
    case "numbered":
      guard draft.kind(head.upperBound) == .number, !draft.flags(head.upperBound).contains(.startsLine) else { return nil }
      return candidate(type, head.lowerBound..<head.upperBound + 1, draft, 0.92, "\(type.rawValue).number")
    case "titled": return titled(type, head, draft)
    case "dated": return dated(head, limit, draft) ?? (type == .law ? titled(type, head, draft) : nil)
    case "storm":
      guard opensName(head.upperBound, draft) else { return nil }
      return candidate(type, head.lowerBound..<properEnd(head.upperBound, draft), draft, 0.9, "event.storm")
    case "capital": return capital(type, head, limit, draft)
    case "after": return after(type, head, limit, draft, rule: "\(type.rawValue).kind", confidence: 0.9)
    case "ship": return after(type, head, limit, draft, rule: "product.ship", confidence: 0.98)
    default: return after(type, head, limit, draft, rule: "product.kind", confidence: 0.75)
    }
  }

  /// `capitaine de frégate`: the head ends a person's title.
  private func isInsideTitle(_ index: Int, _ draft: Draft) -> Bool {
    guard let titles else { return false }
    return (max(0, index - 3)..<index).contains { draft.matches.longest(in: titles, at: $0)?.tokens.contains(index) ?? false }
  }

  // MARK: Laws

  /// `accord de Prespa`, `guerre du Kosovo`, `deuxième guerre du Karabakh`: one proper name after the preposition.
  private func titled(_ type: MentionType, _ head: Range<Int>, _ draft: Draft) -> Candidate? {
    let end = head.upperBound
    if type == .law, let end = yearOfTreaty(head, draft) { return candidate(type, head.lowerBound..<end, draft, 0.9, "law.date") }
    guard FunctionWords.of.contains(draft.word(end)), opensName(end + 1, draft) else { return nil }
    if type == .law, isCountry(end + 1, draft) { return nil }
    let start = type == .event && draft.word(head.lowerBound - 1, is: .ordinal) ? head.lowerBound - 1 : head.lowerBound
    return candidate(type, start..<properEnd(end + 1, draft), draft, 0.72, "\(type.rawValue).title")
  }

  /// `l'accord nucléaire de 2015`: the adjective and the year tell which.
  private func yearOfTreaty(_ head: Range<Int>, _ draft: Draft) -> Int? {
    var k = head.upperBound
    while k < head.upperBound + 2, draft.kind(k) == .word, !draft.isCapitalized(k), isQualifier(k, draft) { k += 1 }
    guard k > head.upperBound, draft.word(k) == "de", Self.isYear(k + 1, draft) else { return nil }
    return k + 2
  }

  /// `loi du 29 novembre 2017`, `loi de 1982 sur la citoyenneté`, `loi de finances 2025`, `loi Evin`.
  private func dated(_ head: Range<Int>, _ limit: Int, _ draft: Draft) -> Candidate? {
    var k = head.upperBound
    // `déclaration trilatérale du …`, `loi française du …`.
    while k < min(limit, head.upperBound + 2), !draft.isCapitalized(k), draft.kind(k) == .word, isQualifier(k, draft) { k += 1 }
    guard k < limit, !draft.flags(k).contains(.startsLine) else { return nil }
    if draft.word(k) == "du", let end = dayEnd(k + 1, draft) { return candidate(.law, head.lowerBound..<topicEnd(end, limit, draft), draft, 0.9, "law.date") }
    if draft.word(k) == "de", Self.isYear(k + 1, draft) { return candidate(.law, head.lowerBound..<topicEnd(k + 2, limit, draft), draft, 0.9, "law.date") }
    if draft.word(k) == "de", draft.word(k + 1) == "finances" {
      var end = k + 2
      if draft.word(end) == "rectificative" || draft.word(end) == "initiale" { end += 1 }
      if draft.word(end) == "pour" || draft.word(end) == "de" { end += 1 }
      guard Self.isYear(end, draft) else { return nil }
      return candidate(.law, head.lowerBound..<end + 1, draft, 0.92, "law.budget")
    }
    // `loi Evin`, `loi Sapin 2`; a law's number is its name.
    guard k == head.upperBound, draft.word(head.lowerBound) == "loi" || draft.word(head.lowerBound) == "lois", opensName(k, draft),
      draft.features(k).isDisjoint(with: [.preposition, .determiner, .pronoun])
    else { return nil }
    var end = properEnd(k, draft)
    if draft.kind(end) == .number, draft.tokens[end].end - draft.tokens[end].start == 1, !draft.flags(end).contains(.startsLine) { end += 1 }
    return candidate(.law, head.lowerBound..<end, draft, 0.88, "law.name")
  }

  private func isQualifier(_ index: Int, _ draft: Draft) -> Bool {
    draft.features(index).contains(.adjective) && draft.features(index).isDisjoint(with: [.preposition, .determiner])
      || grammar.demonym(at: index, draft) != nil
  }

  /// `29 novembre 2017`: the token after it.
  private func dayEnd(_ index: Int, _ draft: Draft) -> Int? {
    var k = index
    guard draft.kind(k) == .number else { return nil }
    k += 1
    if draft.word(k) == "er", draft.isGlued(k) { k += 1 }
    guard let months, draft.matches.has(months, at: k) else { return nil }
    return Self.isYear(k + 1, draft) ? k + 2 : k + 1
  }

  /// `… sur la citoyenneté`: what the law is about belongs to its name.
  private func topicEnd(_ index: Int, _ limit: Int, _ draft: Draft) -> Int {
    guard Self.topics.contains(draft.word(index)), FunctionWords.articles.contains(draft.word(index + 1)), index + 2 < limit,
      draft.features(index + 2).contains(.noun), !draft.flags(index + 2).contains(.startsLine)
    else { return index }
    return index + 3
  }

  // MARK: Events

  /// `Festival Gnaoua et musiques du monde`, `Journées nationales du cacao`; `le salon Eurosatory`, where the head stays outside.
  private func capital(_ type: MentionType, _ head: Range<Int>, _ limit: Int, _ draft: Draft) -> Candidate? {
    let index = head.lowerBound, end = head.upperBound
    guard draft.isCapitalized(index) else { return after(type, head, limit, draft, rule: "event.kind", confidence: 0.88) }
    let opens = draft.flags(index).contains(.startsLine) || draft.sentence(of: index)?.lowerBound == index
    var name = end
    if opensName(end, draft) { name = properEnd(end, draft) }
    let extent = grammar.extent(from: name, isProper: true, limit: min(limit, end + 16), links: Self.eventLinks, draft)
    let hasName = name > end || extent.hasCapital
    guard hasName || !opens && extent.isSpecific else { return nil }
    return candidate(type, index..<Self.yearEnd(max(name, extent.end), draft), draft, hasName ? 0.86 : 0.78, "event.head")
  }

  // MARK: Names behind their kind

  /// `drones iraniens Shahed`, `un missile de croisière Kalibr`, `le pétrolier, l'Aegean Duchess`, `l'opération Barkhane`.
  private func after(_ type: MentionType, _ head: Range<Int>, _ limit: Int, _ draft: Draft, rule: String, confidence: Double) -> Candidate? {
    var start = head.upperBound
    var steps = 0
    while start < limit, steps < 5, !draft.isCapitalized(start) || grammar.demonym(at: start, draft) != nil {
      steps += 1
      if let demonym = grammar.demonym(at: start, draft) { start = demonym.end; continue }
      if draft.features(start).contains(.adjective), draft.features(start).isDisjoint(with: [.preposition, .determiner]) { start += 1; continue }
      // `missile de croisière`, `avion de chasse`, `missile sol-air`.
      if type == .product, draft.word(start) == "de" || draft.word(start) == "d'" || draft.word(start) == "a", isPlainNoun(start + 1, draft) { start += 2; continue }
      if draft.word(start) == Sign.hyphen, draft.isGlued(start), draft.kind(start + 1) == .word, !draft.isCapitalized(start + 1) { start += 2; continue }
      if draft.word(start) == "baptise" || draft.word(start) == "baptisee" || draft.word(start) == "dite" { start += 1; continue }
      if draft.word(start) == Sign.openGuillemet || draft.word(start) == Sign.straightQuote { start += 1; continue }
      if rule == "product.ship", draft.word(start) == Sign.comma, FunctionWords.articles.contains(draft.word(start + 1)), draft.isCapitalized(start + 2) { start += 2; continue }
      return nil
    }
    // A name that the lexicon knows whole is found by itself.
    if draft.matches.longest(of: names, products, at: start) != nil { return nil }
    guard start < limit, opensName(start, draft), draft.tokens[start].end - draft.tokens[start].start > 1, !draft.isGlued(start) || start == head.upperBound || draft.kind(start - 1) != .word || draft.word(start - 1) == "l'",
      places.flatMap({ draft.matches.longest(in: $0, at: start) }) == nil || rule == "product.ship"
    else { return nil }
    return candidate(type, start..<Self.designationEnd(properEnd(start, draft), draft), draft, confidence, rule)
  }

  // MARK: Words

  private func isPlainNoun(_ index: Int, _ draft: Draft) -> Bool {
    !draft.isCapitalized(index) && draft.features(index).contains(.noun) && draft.features(index).isDisjoint(with: [.determiner, .preposition, .pronoun])
  }

  private func opensName(_ index: Int, _ draft: Draft) -> Bool {
    draft.isCapitalized(index) && draft.kind(index) == .word && !draft.flags(index).contains(.startsLine)
  }

  /// The end of words with capitals that stand together.
  func properEnd(_ start: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(draft.count, start + Draft.longestName), !draft.flags(end).contains(.startsLine) {
      if draft.kind(end) == .word, draft.isCapitalized(end), !draft.isGlued(end) {
        end += 1
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.isCapitalized(end + 1) {
        end += 2
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.word(end + 2) == Sign.hyphen, draft.isGlued(end + 2), draft.isCapitalized(end + 3) {
        // `Charles-de-Gaulle`, `Zarb-e-Azb`.
        end += 4
      } else {
        break
      }
    }
    return end
  }

  /// The end of hyphens, digits and letters that hang together from here on.
  static func designationEnd(_ start: Int, _ draft: Draft) -> Int {
    var end = start
    while end < draft.count, draft.isGlued(end) {
      if draft.word(end) == Sign.hyphen {
        guard draft.isGlued(end + 1), draft.kind(end + 1) == .number || draft.kind(end + 1) == .word && draft.isCapitalized(end + 1) else { break }
        end += 2
      } else if draft.kind(end) == .number || draft.kind(end) == .word && draft.kind(end - 1) == .number {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Over a year or a season behind a name: `2026`, `2016-2017`.
  static func yearEnd(_ index: Int, _ draft: Draft) -> Int {
    guard isYear(index, draft) else { return index }
    let isSeason = draft.word(index + 1) == Sign.hyphen && draft.isGlued(index + 1) && isYear(index + 2, draft, canBeGlued: true)
    return isSeason ? index + 3 : index + 1
  }

  /// `de Rio`, `de 2012`, `d'hiver de Pékin` behind the Games: the token after it.
  func hostEnd(_ index: Int, _ draft: Draft) -> Int {
    var k = index
    if FunctionWords.of.contains(draft.word(k)), draft.word(k + 1) == "hiver" || draft.word(k + 1) == "ete" { k += 2 }
    guard FunctionWords.of.contains(draft.word(k)) else { return Self.yearEnd(k, draft) }
    if Self.isYear(k + 1, draft) { return k + 2 }
    guard draft.isCapitalized(k + 1), !draft.flags(k + 1).contains(.startsLine),
      let host = [towns, places].compactMap({ $0 }).compactMap({ draft.matches.longest(in: $0, at: k + 1) }).max(by: { $0.tokens.count < $1.tokens.count })
    else { return k }
    return Self.yearEnd(host.tokens.upperBound, draft)
  }

  static func isYear(_ index: Int, _ draft: Draft, canBeGlued: Bool = false) -> Bool {
    draft.kind(index) == .number && draft.tokens[index].end - draft.tokens[index].start == 4 && (canBeGlued || !draft.isGlued(index)) && !draft.flags(index).contains(.startsLine)
  }

  private func isCountry(_ index: Int, _ draft: Draft) -> Bool {
    places.map { draft.matches.longest(in: $0, at: index) != nil } ?? false
  }

  func candidate(_ type: MentionType, _ tokens: Range<Int>, _ draft: Draft, _ confidence: Double, _ rule: String) -> Candidate {
    Candidate(type: type, tokens: tokens, value: draft.text(tokens), confidence: confidence, rule: rule)
  }
}
