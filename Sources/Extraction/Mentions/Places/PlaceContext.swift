internal import Lexicon

/// What stands around a place's name: prepositions, a country in parentheses, capitals that make it part of another name.
struct PlaceContext {
  private let nouns: TableID?
  private let locatives: TableID?
  private let names: PlaceNames
  private let demonyms: TableID?

  init(lexicon: LexiconFile) {
    nouns = lexicon.table("placenouns")
    locatives = lexicon.table("locatives")
    demonyms = lexicon.table("demonyms")
    names = PlaceNames(lexicon: lexicon)
  }

  /// How strongly the words before speak for a place: 2 for `à`, `en`, `près de`, `la ville de`; 1 for `de`, `vers`, `entre`; 0.
  func locativeStrength(_ draft: Draft, before token: Int) -> Int {
    if isAt(draft, token - 1) || PlaceContext.into.contains(draft.word(token - 1)) { return 2 }
    if noun(draft, before: token) != nil { return 2 }
    if let locatives {
      var isWeak = false
      for start in stride(from: token - 1, through: max(0, token - 5), by: -1) {
        guard let match = draft.matches.longest(in: locatives, at: start), match.tokens.upperBound == token else { continue }
        // `from` is weak, `14 km from` strong.
        if draft.lexicon.column(1, ofEntry: match.entry) == "strong" { return 2 }
        isWeak = true
      }
      if isWeak { return 1 }
    }
    return PlaceContext.neutral.contains(draft.word(token - 1)) ? 1 : 0
  }

  /// `à`, which folds to the verb `a`: told by its accent; in capitals and without accent it may be either.
  func isAt(_ draft: Draft, _ token: Int) -> Bool {
    guard draft.word(token) == PlaceContext.at else { return false }
    if draft.tokens[token].end - draft.tokens[token].start == 2 { return true }
    // « A Keur Massar, … »: a capital without its accent at a sentence's start.
    return draft.isCapitalized(token) && (token == 0 || draft.flags(token).contains(.startsLine) || draft.endsSentence(token - 1))
  }

  /// A common noun of places before the name: `la ville de X`, `l'aéroport X`. Gives its first token and whether it belongs to the name.
  func noun(_ draft: Draft, before token: Int) -> (start: Int, isInside: Bool)? {
    guard let nouns else { return nil }
    var at = token - 1
    if PlaceContext.of.contains(draft.word(at)) {
      at -= 1
      if draft.word(at + 1) == PlaceContext.la || draft.word(at + 1) == PlaceContext.les, PlaceContext.de == draft.word(at) { at -= 1 }
    } else if draft.word(at) == PlaceContext.elidedL, draft.word(at - 1) == PlaceContext.de {
      at -= 2
    }
    // « la ville syrienne de Homs », « la grande ville portuaire d'Odessa »
    for back in 0..<3 {
      for start in stride(from: at - back, through: max(0, at - back - 2), by: -1) {
        guard let match = draft.matches.longest(in: nouns, at: start), match.tokens.upperBound == at - back + 1 else { continue }
        guard back == 0 || at != token - 1 else { return nil }
        let kind = draft.lexicon.column(1, ofEntry: match.entry)
        // `une mosquée de Québec`, `une autoroute du Kent`: one of several has no name of its own.
        if kind == "in", at != token - 1, PlaceContext.indefinite.contains(draft.word(start - 1)) { return (start, false) }
        return (start, back == 0 && (kind == "in" || kind == "direct" && at == token - 1))
      }
      guard draft.kind(at - back) == .word, !draft.isCapitalized(at - back), at - back > 0,
        draft.features(at - back).contains(.adjective) || isDemonym(draft, at - back)
      else { return nil }
    }
    return nil
  }

  /// The noun stands right before the name and is one of those that only places have (`namesake` in placenouns.tsv): `la base Haji Ali`.
  func isNamesake(_ draft: Draft, noun: Int, name: Int) -> Bool {
    guard let nouns else { return false }
    return draft.matches.starting(at: noun).contains { $0.table == nouns && $0.tokens.upperBound == name && draft.lexicon.column(2, ofEntry: $0.entry) == "namesake" }
  }

  /// The end of a site's name of a noun with a capital (`proper` in placenouns.tsv) and an adjective: `Gazoduc transanatolien`, `Stade national`.
  func properSite(_ draft: Draft, at token: Int) -> Int? {
    guard let nouns, let match = draft.matches.longest(in: nouns, at: token), draft.lexicon.column(2, ofEntry: match.entry) == "proper" else { return nil }
    let next = match.tokens.upperBound
    guard draft.kind(next) == .word, !draft.isCapitalized(next), draft.features(next).isEmpty || draft.features(next).contains(.adjective), draft.features(next).isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction]),
      !draft.isCapitalized(next + 1)
    else { return nil }
    return next + 1
  }

  private func isDemonym(_ draft: Draft, _ token: Int) -> Bool {
    demonyms.map { draft.matches.longest(in: $0, at: token) != nil } ?? false
  }

  /// The country that stands right behind the place: `X (Syrie)`, `X, en Syrie`, `X, dans le nord de la Syrie`; or before it:
  /// `la ville syrienne de X`.
  func countryBeside(_ draft: Draft, _ tokens: Range<Int>) -> String? {
    let next = tokens.upperBound
    if draft.word(next) == Sign.open {
      for at in next + 1..<min(next + 6, draft.count) {
        if draft.word(at) == Sign.close { break }
        if let country = country(draft, at: at) { return country }
      }
    }
    if draft.word(next) == Sign.comma {
      var at = next + 1
      let limit = min(next + 9, draft.count)
      // `de Jovane Tavares, le Cap-Vert a …`: with its article it is no country of the place.
      let hasArticle = PlaceContext.definite.contains(draft.word(at))
      while at < limit, draft.kind(at) == .word {
        if let country = country(draft, at: at) { return hasArticle && at == next + 2 ? nil : country }
        guard PlaceContext.bridge.contains(draft.word(at)) || Sign.hyphen == draft.word(at) || at == next + 1 || isAt(draft, at)
        else { break }
        at += 1
        if draft.word(at) == Sign.hyphen { at += 1 }
      }
    }
    for at in stride(from: tokens.lowerBound - 1, through: max(0, tokens.lowerBound - 4), by: -1) {
      guard let demonyms, !draft.isCapitalized(at), let match = draft.matches.longest(in: demonyms, at: at) else { continue }
      guard noun(draft, before: tokens.lowerBound) != nil else { return nil }
      return draft.lexicon.column(1, ofEntry: match.entry)
    }
    return nil
  }

  /// A direction or a country in parentheses right behind: `X (nord)`, `X (Syrie)`.
  func hasPlaceParenthesis(_ draft: Draft, after end: Int) -> Bool {
    guard draft.word(end) == Sign.open else { return false }
    return PlaceContext.directions.contains(draft.word(end + 1)) || country(draft, at: end + 1) != nil
  }

  private func country(_ draft: Draft, at token: Int) -> String? {
    guard let table = names.countries, let match = draft.matches.longest(in: table, at: token) else {
      guard let regions = names.regions, let match = draft.matches.longest(in: regions, at: token) else { return nil }
      return names.sense(match, draft)?.country
    }
    return names.sense(match, draft)?.country
  }

  /// Capitalised words and what joins them into one name, from the token on: `Khamis Mushait`, `al-Tanf`, `Sir-Seewoosagur`.
  func properRun(_ draft: Draft, from start: Int, limit: Int) -> Range<Int> {
    let limit = min(limit, start + Draft.longestName)
    var end = start
    while end < limit {
      let word = draft.word(end)
      if draft.kind(end) == .word, draft.isCapitalized(end), end == start || !draft.flags(end).contains(.startsLine) {
        end += 1
      } else if PlaceContext.particles.contains(word), end + 1 < limit {
        if draft.word(end + 1) == Sign.hyphen, draft.isGlued(end + 1), draft.isCapitalized(end + 2), draft.isGlued(end + 2) {
          end += 3
        } else if draft.isCapitalized(end + 1), end > start {
          end += 2
        } else {
          break
        }
      } else if word == Sign.hyphen, end > start, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else if PlaceContext.apostrophes.contains(word), end > start, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else {
        break
      }
    }
    return start..<min(end, limit)
  }

  static var at: Word { "a" }
  static let of: WordSet = ["de", "d'", "du", "des", "la", "les", "of"]
  static var de: Word { "de" }
  static let articles: WordSet = ["la", "l'", "les"]
  static var la: Word { "la" }
  static var les: Word { "les" }
  static var elidedL: Word { "l'" }
  static let into: WordSet = ["en"]
  static let neutral: WordSet = ["de", "d'", "du", "des", "vers", "depuis", "entre", "dans", "sur", "au", "aux", "par", "via", "le", "la", "l'", "les", "et", "contre", "avec"]
  static let directions: WordSet = ["nord", "sud", "est", "ouest", "centre"]
  private static let bridge: WordSet = [
    "en", "au", "aux", "dans", "le", "la", "les", "l'", "de", "du", "des", "d'", "nord", "sud", "est", "ouest", "centre",
    "extreme", "capitale", "ville", "pres", "une", "un", "cote", "sur",
  ]
  static let particles: WordSet = ["al", "el", "ez", "el-", "de", "du", "des", "la", "le", "les", "sur", "d'", "l'", "ben", "bou", "es", "as", "ad", "ar", "an", "ash"]
  private static let definite: WordSet = ["le", "la", "l'", "les"]
  private static let indefinite: WordSet = ["un", "une", "des", "plusieurs", "deux", "trois"]
  private static let apostrophes: WordSet = ["'", "’"]
}
