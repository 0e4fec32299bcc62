internal import Lexicon

/// Follows the name of a body from its head: `ministère turc des Affaires étrangères`, `Fédération française de football`.
struct InstitutionName {
  private let demonyms: TableID?
  private let regional: TableID?
  private let countries: TableID?
  private let cities: TableID?
  private let heads: TableID?
  private let of: WordSet = ["de", "d'", "du", "des"]
  static let more: WordSet = ["pour", "contre", "en", "sur", "a", "au", "aux", "sans"]
  /// Months and days say when, and belong to no name.
  private let calendar: [TableID]
  private let articles: WordSet = ["la", "le", "l'", "les"]

  init(lexicon: LexiconFile) {
    demonyms = lexicon.table("demonyms")
    regional = lexicon.table("regional-adjectives")
    countries = lexicon.table("countries")
    cities = lexicon.table("cities")
    heads = lexicon.table("org-heads")
    calendar = ["months", "weekdays"].compactMap { lexicon.table($0) }
  }

  /// The name that goes on from a head: its end, and the country that it names.
  struct Extent {
    var end: Int
    var country: String?
    /// A nationality or a complement followed: a lower-case head alone is no name.
    var isSpecific = false
    /// A complement behind `pour` followed.
    var hasPurpose = false
    /// A word with a capital followed.
    var hasCapital = false
  }

  /// Whether a proper name may follow the head without a preposition: `Institut tropical Smithsonian`, `Fondation Abbé Pierre`.
  enum OwnName {
    /// Only two joined by a hyphen: `Compagnie ferroviaire Laos-Chine`.
    case joined
    /// None that a given name opens.
    case plain
    case any
  }

  /// `links` are the prepositions that may join the name beside `de`; `isMinistry` lets portfolios be joined: `de l'Industrie et du Commerce`.
  func extent(
    from start: Int, isProper: Bool, limit: Int, links: WordSet = InstitutionName.more, ownName: OwnName = .joined, isMinistry: Bool = false, _ draft: Draft
  ) -> Extent {
    var extent = Extent(end: start)
    var index = start
    while index < limit, !draft.flags(index).contains(.startsLine) {
      if let demonym = demonym(at: index, draft) {
        extent.country = extent.country ?? demonym.code
        extent.isSpecific = true
        index = demonym.end
        extent.end = index
      } else if isAdjective(index, draft), !draft.isCapitalized(index) || isProper, isProper || extent.country == nil || !draft.features(index).contains(.pastParticiple) {
        index += 1
        extent.end = index
        if isProper { extent.isSpecific = true }
      } else if let end = complement(at: index, isProper, isMinistry, limit, links, draft, &extent) {
        index = end
        extent.end = end
        extent.isSpecific = true
      } else if let end = compound(at: index, draft) {
        // `Comité bilatéral algéro-mauritanien`
        index = end
        extent.end = end
        extent.isSpecific = true
      } else if isProper, extent.isSpecific, isUnknownAdjective(index, draft) {
        index += 1
        extent.end = index
      } else if isMinistry, let end = portfolio(at: index, limit, draft) {
        index = end
        extent.end = end
      } else if isProper, !extent.hasCapital, let end = ownNameEnd(at: index, limit, ownName, draft) {
        index = end
        extent.end = end
        (extent.isSpecific, extent.hasCapital) = (true, true)
      } else if isProper, draft.word(index) == "et" || draft.word(index) == Sign.comma, let end = joined(at: index, from: start, limit, links, draft) {
        index = end
        extent.end = end
      } else if isProper, draft.word(index) == Sign.hyphen, draft.isGlued(index), draft.isCapitalized(index + 1) {
        index += 2
        extent.end = index
      } else {
        break
      }
    }
    return extent
  }

  /// `… et du Commerce`, `…, de la Population et de la Réforme hospitalière`: another portfolio of a ministry.
  private func portfolio(at start: Int, _ limit: Int, _ draft: Draft) -> Int? {
    guard draft.word(start) == "et" || draft.word(start) == Sign.comma, of.contains(draft.word(start + 1)) else { return nil }
    var index = start + 2
    while index < limit, articles.contains(draft.word(index)) { index += 1 }
    guard index < limit, draft.isCapitalized(index), draft.features(index).contains(.noun) else { return nil }
    // A comma only where an `et` closes the list.
    if draft.word(start) == Sign.comma {
      guard (index + 1..<min(limit, index + 6)).contains(where: { draft.word($0) == "et" && of.contains(draft.word($0 + 1)) }) else { return nil }
    }
    return index + 1
  }

  /// The end of a proper name right behind the head or its adjectives.
  private func ownNameEnd(at start: Int, _ limit: Int, _ ownName: OwnName, _ draft: Draft) -> Int? {
    guard draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine) else { return nil }
    let joined = afterHyphens(start + 1, limit, draft)
    if joined == start + 3, draft.isCapitalized(start + 2), ownName == .any || !draft.features(start).contains(.givenName) { return joined }
    guard ownName != .joined, !draft.flags(start).contains(.allCapitals), ownName == .any || !draft.features(start).contains(.givenName), demonym(at: start, draft) == nil,
      draft.features(start).isDisjoint(with: [.determiner, .preposition, .pronoun, .conjunction])
    else { return nil }
    var end = max(start + 1, joined)
    while end < min(limit, start + 4), draft.isCapitalized(end), draft.kind(end) == .word, !draft.flags(end).contains(.startsLine) { end = max(end + 1, afterHyphens(end + 1, limit, draft)) }
    return end
  }

  /// `des Affaires étrangères`, `de Lille`, `contre la drogue`, `d'Irak`.
  private func complement(at start: Int, _ isProper: Bool, _ isMinistry: Bool, _ limit: Int, _ links: WordSet, _ draft: Draft, _ extent: inout Extent) -> Int? {
    let isOf = of.contains(draft.word(start))
    guard isOf || isProper && links.contains(draft.word(start)), !isVerbA(start, draft) else { return nil }
    var index = start + 1
    while index < limit, articles.contains(draft.word(index)) { index += 1 }
    guard index < limit, draft.kind(index) == .word || draft.kind(index) == .number && isProper else { return nil }
    // `la police d'Etat` is any state's.
    if !isProper, draft.word(index) == "etat", !draft.isCapitalized(index + 1) { return nil }
    // `la Cour suprême du pays`; but `l'Office pour l'approvisionnement du pays`.
    if draft.word(index) == "pays", !extent.hasPurpose { return nil }
    if draft.word(start) == "pour" { extent.hasPurpose = true }
    // `Centre d'étude des récifs | de l'université James Cook`
    if !draft.isCapitalized(index), draft.isCapitalized(index + 1), isHouse(index, draft) { return nil }
    if draft.isCapitalized(index) {
      extent.hasCapital = true
      var end = index + 1
      if let countries, let match = draft.matches.longest(in: countries, at: index) {
        end = match.tokens.upperBound
        extent.country = extent.country ?? draft.lexicon.columns(ofEntry: match.entry).dropFirst().first.map(String.init)
        // `la Banque du Liban | Nasser Seraphim`
        if draft.features(end).contains(.givenName) { return end }
      } else if let cities, let match = draft.matches.longest(in: cities, at: index) {
        end = match.tokens.upperBound
        let columns = draft.lexicon.columns(ofEntry: match.entry)
        if columns.count > 2, extent.country == nil { extent.country = String(columns[2]) }
      }
      // The proper name goes on: `Mindanao occidental`, `La Nouvelle-Orléans`.
      while end < limit, draft.kind(end) != .number, !draft.flags(end).contains(.startsLine) {
        let whole = afterHyphens(end, limit, draft)
        guard whole > end || draft.isCapitalized(end) else { break }
        end = max(whole, end + 1)
      }
      return end
    }
    guard isProper || isOf && isMinistry else { return nil }
    let features = draft.features(index)
    // « en battant » is no complement.
    guard features.contains(.noun), !features.contains(.pronoun), !calendar.contains(where: { draft.matches.has($0, at: index) }), draft.word(start) != "en" || !features.contains(.verb) else { return nil }
    return afterHyphens(index + 1, limit, draft)
  }

  /// The end of a word joined by hyphens, `sapeurs-pompiers`, `Outre-mer`, given the end of its first part.
  private func afterHyphens(_ start: Int, _ limit: Int, _ draft: Draft) -> Int {
    var end = start
    while end + 1 < limit, draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word { end += 2 }
    return end
  }

  /// `a` without an accent is the verb: « la Direction générale des douanes a saisi ».
  private func isVerbA(_ index: Int, _ draft: Draft) -> Bool {
    draft.word(index) == "a" && draft.tokens[index].end - draft.tokens[index].start == 1
  }

  /// `… et du crime`, `…, pharmaciens et dentistes`: a coordination inside a name.
  private func joined(at start: Int, from first: Int, _ limit: Int, _ links: WordSet, _ draft: Draft) -> Int? {
    var index = start + 1
    guard index < limit else { return nil }
    if draft.word(start) == Sign.comma {
      // A comma only inside a list that an `et` closes two words on.
      guard draft.features(index).contains(.noun), !draft.isCapitalized(index), draft.word(index + 1) == "et" else { return nil }
      return index + 1
    }
    if of.contains(draft.word(index)) || links.contains(draft.word(index)) || articles.contains(draft.word(index)) {
      guard !isVerbA(index, draft) else { return nil }
      // `le Conseil fédéral et la droite`; but `pour l'alimentation et l'agriculture`.
      if articles.contains(draft.word(index)), !(first..<start).contains(where: { of.contains(draft.word($0)) || links.contains(draft.word($0)) }) { return nil }
      index += 1
      while index < limit, articles.contains(draft.word(index)) { index += 1 }
      guard draft.features(index).contains(.noun), !draft.isCapitalized(index) || of.contains(draft.word(start + 1)) else { return nil }
      // `la Ligue du Nord et du parti`, `du Croissant-Rouge et du Comité`: two bodies.
      guard draft.isCapitalized(index) ? !isHead(index, draft) : !draft.isCapitalized(start - 1) else { return nil }
      return index + 1
    }
    let features = draft.features(index)
    guard !draft.isCapitalized(index), features.contains(.noun) || features.contains(.adjective), features.isDisjoint(with: [.determiner, .pronoun, .preposition, .conjunction]) else {
      return nil
    }
    return index + 1
  }

  private func isHouse(_ index: Int, _ draft: Draft) -> Bool {
    draft.matches.starting(at: index).contains { $0.table == heads && draft.lexicon.columns(ofEntry: $0.entry).dropFirst().first == "house" }
  }

  /// An adjective that the lexicon lacks, right behind the name and before its acronym: `Force des gardes-frontières karens (BGF)`; so a participle.
  private func isUnknownAdjective(_ index: Int, _ draft: Draft) -> Bool {
    guard draft.kind(index) == .word, !draft.isCapitalized(index), draft.word(index + 1) == Sign.open, draft.isCapitalized(index + 2) else { return false }
    return draft.features(index).isEmpty || draft.features(index).contains(.pastParticiple)
  }

  /// `franco-espagnole`: two adjectives of nationality that a hyphen joins, the first without its ending.
  private func compound(at index: Int, _ draft: Draft) -> Int? {
    guard draft.kind(index) == .word, !draft.isCapitalized(index), draft.isGlued(index + 1), draft.word(index + 1) == Sign.hyphen, draft.isGlued(index + 2),
      draft.bytes[Int(draft.tokens[index].end) - 1] == UInt8(ascii: "o"), let demonym = demonym(at: index + 2, draft)
    else { return nil }
    return demonym.end
  }

  private func isHead(_ index: Int, _ draft: Draft) -> Bool { heads.map { draft.matches.has($0, at: index) } ?? false }

  /// The country that the tokens of a name tell, by its name or its adjective.
  func country(in tokens: Range<Int>, _ draft: Draft) -> String? {
    for index in tokens {
      if let countries, let match = draft.matches.longest(in: countries, at: index), match.tokens.upperBound <= tokens.upperBound {
        return draft.lexicon.columns(ofEntry: match.entry).dropFirst().first.map(String.init)
      }
      if let demonym = demonym(at: index, draft) { return demonym.code }
    }
    return nil
  }

  /// The nationality or regional adjective at the token: `français`, `bavaroise`.
  func demonym(at index: Int, _ draft: Draft) -> (code: String, end: Int)? {
    guard let match = demonyms.flatMap({ draft.matches.longest(in: $0, at: index) }) ?? regional.flatMap({ draft.matches.longest(in: $0, at: index) }) else { return nil }
    return draft.lexicon.columns(ofEntry: match.entry).dropFirst().first.map { (String($0), match.tokens.upperBound) }
  }

  func isAdjective(_ index: Int, _ draft: Draft) -> Bool {
    let features = draft.features(index)
    return draft.kind(index) == .word && (features.contains(.adjective) || looksAdjective(index, draft))
      && features.isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction, .adverb])
      && !(features.contains(.verb) && features.contains(.present))
  }

  private static let endings = ["ique", "iques", "ienne", "iennes", "éen", "éenne", "éens", "oise", "aise", "ale", "elle", "aire", "aires", "ive"].map { Array($0.utf8) }

  /// An adjective that the lexicon lacks or holds as a noun only: `polytechnique`, `caribéenne`.
  private func looksAdjective(_ index: Int, _ draft: Draft) -> Bool {
    guard !draft.isCapitalized(index), draft.features(index).isDisjoint(with: [.verb]) else { return false }
    let word = draft.bytes[Int(draft.tokens[index].start)..<Int(draft.tokens[index].end)]
    return Self.endings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }
}
