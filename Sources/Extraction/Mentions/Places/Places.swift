internal import DispatchModel
internal import Lexicon

/// Finds countries, cities, regions, seas and sites: by name, weighed by what stands around them, and unknown names where the
/// words around them speak for a place (`dans la ville de X`, `près de X (nord)`).
struct Places: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.places]

  private let names: PlaceNames
  private let context: PlaceContext
  private let demonyms: TableID?
  private let twins: PlaceTwins
  private let stateWords: TableID?
  private let agencies: AgencyNames
  private let plain: TableID?
  private let sites: EnglishSites
  private let brands: TableID?
  private let particles = PlaceContext.particles

  init(lexicon: LexiconFile) {
    sites = EnglishSites(lexicon: lexicon)
    brands = lexicon.table("brands")
    names = PlaceNames(lexicon: lexicon)
    context = PlaceContext(lexicon: lexicon)
    demonyms = lexicon.table("demonyms")
    twins = PlaceTwins(lexicon: lexicon)
    stateWords = lexicon.table("statewords")
    agencies = AgencyNames(lexicon: lexicon)
    plain = lexicon.table("plain-acronyms")
  }

  func annotate(_ draft: Draft) {
    let evidence = draft.evidence { CountryEvidence(draft, names: names, demonyms: demonyms, twins: twins) }
    var found: [Candidate] = []
    for sentence in draft.sentences {
      let isShouted = Places.isShouted(draft, sentence)
      var lastCountry: String?
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard draft.isCapitalized(at) || draft.matches.mayHave(anyOf: names.tables, at: at) || particles.contains(draft.word(at)) else {
          at += 1
          continue
        }
        if draft.matches.mayHave(anyOf: names.tables, at: at), let candidate = known(draft, at: at, sentence, isShouted: isShouted, evidence: evidence),
          !isBeginningOfLonger(draft, candidate, sentence, isShouted: isShouted)
        {
          found.append(candidate)
          lastCountry = candidate.country ?? lastCountry
          at = candidate.tokens.upperBound
        } else if let candidate = unknown(draft, at: at, sentence, country: lastCountry, evidence: evidence, isShouted: isShouted) {
          found.append(candidate)
          at = candidate.tokens.upperBound
        } else {
          at += 1
        }
      }
    }
    if draft.language == "en" {
      let country = evidence.dominant ?? evidence.first
      for sentence in draft.sentences { found += sites.candidates(in: sentence, country: country, draft) }
    }
    found += PlaceLists.candidates(beside: found, country: evidence.dominant ?? evidence.first, in: draft)
    draft.candidates += found
  }

  // MARK: Names of the gazetteer

  /// `à Jorf Lasfar`: a small known place's name that begins a longer name after a preposition of place.
  private func isBeginningOfLonger(_ draft: Draft, _ candidate: Candidate, _ sentence: Range<Int>, isShouted: Bool) -> Bool {
    guard candidate.rule == "place.city", !isShouted, context.locativeStrength(draft, before: candidate.tokens.lowerBound) == 2 else { return false }
    let run = context.properRun(draft, from: candidate.tokens.lowerBound, limit: sentence.upperBound)
    if run.upperBound > candidate.tokens.upperBound, let noun = context.noun(draft, before: run.lowerBound), context.isNamesake(draft, noun: noun.start, name: run.lowerBound) { return true }
    guard run.upperBound > candidate.tokens.upperBound, run.count <= candidate.tokens.count + 2 else { return false }
    let next = candidate.tokens.upperBound
    return draft.kind(next) == .word && draft.features(next).isEmpty && names.senses(draft, candidate.tokens).allSatisfy { $0.weight < 1_000 }
  }

  private func known(
    _ draft: Draft, at token: Int, _ sentence: Range<Int>, isShouted: Bool, evidence: CountryEvidence
  ) -> Candidate? {
    guard let match = draft.matches.starting(at: token).first(where: { names.kind(of: $0.table) != nil }),
      match.tokens.upperBound <= sentence.upperBound
    else { return nil }
    var senses = names.senses(draft, match.tokens)
    guard !senses.isEmpty, draft.flags(token).contains(.allCapitals) || plain.flatMap({ draft.matches.longest(in: $0, at: token) })?.tokens != match.tokens else { return nil }
    let beside = context.countryBeside(draft, match.tokens)
    if senses.count > 1 { senses.sort { rank($0, beside, evidence) > rank($1, beside, evidence) } }
    var sense = senses[0]
    // Small towns far from what a foreign text speaks of are its own words: `Andalucía` is a town in Colombia.
    if draft.isForeign, sense.kind == .city, sense.weight < 200, evidence.weight(sense.country) == 0 { return nil }
    if sense.kind == .country, let other = twins.other(draft, match.tokens, evidence) {
      sense = other
    } else if sense.kind == .city, sense.country != beside, let beside, sense.weight < 300 {
      sense.country = beside
    }
    var tokens = match.tokens
    if sense.kind == .city, tokens.count > 1, draft.kind(tokens.upperBound - 1) == .word, !draft.isCapitalized(tokens.upperBound - 1) {
      return nil  // « Le port du masque » is not Le Port
    }
    let confidence = confidence(draft, tokens, sense, sentence, isShouted: isShouted, isBeside: beside != nil && beside == sense.country)
    guard confidence > 0.15 else { return nil }
    var value = sense.value
    if let site = context.noun(draft, before: token), site.isInside, site.start >= sentence.lowerBound, sense.kind != .country {
      // « l'aéroport de Bagdad », « le lac Tchad »: a site with a name of its own. One that a lexicon knows has been found whole.
      tokens = site.start..<tokens.upperBound
      value = "\(draft.text(tokens))/\(sense.country ?? "-")"
    } else if sense.kind == .country, let start = stateName(draft, before: token), start >= sentence.lowerBound {
      tokens = start..<tokens.upperBound
    }
    return Candidate(
      type: .place, tokens: tokens, value: value, confidence: confidence, rule: rule(sense.kind), country: sense.country,
      reasons: draft.explains ? reasons(sense, senses.count, beside) : [])
  }

  /// Where an official name begins that ends in the country's: `République de | Bélarus`.
  private func stateName(_ draft: Draft, before token: Int) -> Int? {
    guard let stateWords else { return nil }
    var at = token - 1
    if PlaceContext.articles.contains(draft.word(at)), draft.word(at - 1) == PlaceContext.de { at -= 1 }
    guard PlaceContext.of.contains(draft.word(at)) else { return nil }
    for start in stride(from: at - 1, through: max(0, at - 3), by: -1) {
      if let match = draft.matches.longest(in: stateWords, at: start), match.tokens.upperBound == at { return start }
    }
    return nil
  }

  private func rule(_ kind: PlaceNames.Kind) -> String {
    switch kind {
    case .country: "place.country"
    case .city: "place.city"
    case .region: "place.region"
    }
  }

  private func reasons(_ sense: PlaceNames.Sense, _ count: Int, _ beside: String?) -> [String] {
    var all = ["the gazetteer knows \(sense.name)"]
    if count > 1 { all.append("of \(count) places of that name, this one is in a country that the text speaks of or is the biggest") }
    if let beside, beside == sense.country { all.append("its country stands beside it") }
    return all
  }

  /// Among places of one name: the country given beside it, then the countries that the text speaks of, then size.
  private func rank(_ sense: PlaceNames.Sense, _ beside: String?, _ evidence: CountryEvidence) -> Double {
    var rank = sense.weight > 0 ? log10Floor(sense.weight) : 0
    rank += 0.7 * evidence.weight(sense.country)
    if let beside, beside == sense.country { rank += 20 }
    if sense.kind == .country { rank += 3 }
    return rank
  }

  private func confidence(
    _ draft: Draft, _ tokens: Range<Int>, _ sense: PlaceNames.Sense, _ sentence: Range<Int>, isShouted: Bool, isBeside: Bool
  ) -> Double {
    let first = tokens.lowerBound
    let strength = context.locativeStrength(draft, before: first)
    var value: Double
    switch sense.kind {
    case .country: value = 0.9
    case .region: value = 0.86
    case .city: value = sense.weight >= 100 ? 0.84 : sense.weight >= 20 ? 0.74 : 0.6
    }
    if strength == 2 { value += 0.1 } else if strength == 0, sense.kind == .city { value -= 0.06 }
    if isBeside { value += 0.1 }
    if context.hasPlaceParenthesis(draft, after: tokens.upperBound) { value += 0.05 }
    if tokens.count == 1 {
      let features = draft.features(first)
      if features.contains(.givenName), strength < 2 { value -= sense.kind == .country ? 0.12 : 0.35 }
      let isWord = !features.isDisjoint(with: [.noun, .verb, .adjective, .adverb, .preposition, .determiner, .pronoun, .conjunction])
      if isWord, strength < 2 {
        let starts = startsSentence(draft, first, sentence)
        if sense.kind != .country { value -= starts || isShouted ? 0.5 : 0.15 } else if starts, !isHeadline(draft, first) { value -= 0.1 }
      }
      if sense.kind == .city, draft.flags(first).contains(.allCapitals), !isShouted { value -= 0.5 }
    }
    // A capitalised word glued on or standing beside makes it part of another name: « Sydney Smith », « Paris-Match ».
    if isInsideName(draft, tokens, sentence, strength: strength, isShouted: isShouted) { value -= 0.42 }
    if sense.kind == .city, Places.articles.contains(draft.word(first - 1)), sense.weight < 2_000 { value -= 0.3 }
    return min(0.97, max(0, value))
  }

  private func isInsideName(_ draft: Draft, _ tokens: Range<Int>, _ sentence: Range<Int>, strength: Int, isShouted: Bool) -> Bool {
    let end = tokens.upperBound
    let first = tokens.lowerBound
    if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), end + 1 < sentence.upperBound {
      let joinsPlace = draft.matches.starting(at: end + 1).contains { names.kind(of: $0.table) != nil }
      return !joinsPlace && !Places.articles.contains(draft.word(end + 1)) && draft.kind(end + 1) == .word
    }
    if draft.word(first - 1) == Sign.hyphen, draft.isGlued(first), draft.isGlued(first - 1), first - 2 >= sentence.lowerBound {
      let joinsPlace = draft.mentionsPlace(endingAt: first - 1, names)
      return !joinsPlace
    }
    guard !isShouted else { return false }
    if end < sentence.upperBound, draft.kind(end) == .word, draft.isCapitalized(end), strength < 2, draft.features(end).isDisjoint(with: [.determiner, .preposition, .pronoun]) {
      return true
    }
    guard first > sentence.lowerBound, draft.kind(first - 1) == .word, draft.isCapitalized(first - 1) else { return false }
    let before = draft.features(first - 1)
    return before.contains(.givenName) || (before.isEmpty && first - 1 > sentence.lowerBound && !draft.mentionsPlace(endingAt: first, names))
  }

  private func startsSentence(_ draft: Draft, _ token: Int, _ sentence: Range<Int>) -> Bool {
    token == sentence.lowerBound || (token > sentence.lowerBound && (Sign.openers.contains(draft.word(token - 1)) || draft.word(token - 1) == Sign.colon))
  }

  private func isHeadline(_ draft: Draft, _ token: Int) -> Bool {
    draft.parts.contains { $0.kind == .headline && $0.tokens.contains(token) }
  }

  /// Whether a sentence is written in capitals throughout.
  static func isShouted(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for token in sentence.prefix(30) where draft.kind(token) == .word && draft.tokens[token].end - draft.tokens[token].start > 3 {
      words += 1
      if draft.flags(token).contains(.allCapitals) { capitals += 1 }
    }
    return words >= 2 && capitals * 4 >= words * 3
  }

  // MARK: Names that no lexicon knows

  private func unknown(
    _ draft: Draft, at token: Int, _ sentence: Range<Int>, country: String?, evidence: CountryEvidence, isShouted: Bool
  ) -> Candidate? {
    guard draft.kind(token) == .word, draft.isCapitalized(token) || particles.contains(draft.word(token)), !isShouted, !draft.flags(token).contains(.allCapitals) || draft.tokens[token].end - draft.tokens[token].start > 6
    else { return nil }
    let isCapitalized = draft.isCapitalized(token)
    guard isCapitalized || PlaceContext.particles.contains(draft.word(token)) else { return nil }
    guard !draft.isForeign else { return nil }
    if isCapitalized, token > sentence.lowerBound, let end = context.properSite(draft, at: token) {
      return candidate(draft, token..<end, evidence.dominant ?? country ?? evidence.first, "place.site", 0.9)
    }
    let noun = context.noun(draft, before: token)
    guard isCapitalized || noun != nil else { return nil }
    let run = context.properRun(draft, from: token, limit: sentence.upperBound)
    guard !run.isEmpty, run.count <= 12, draft.isCapitalized(run.upperBound - 1) || draft.isGlued(run.upperBound - 1) else { return nil }
    let beside = context.countryBeside(draft, run)
    let hasParenthesis = context.hasPlaceParenthesis(draft, after: run.upperBound)
    let home = beside ?? evidence.dominant ?? country ?? evidence.first
    let features = run.count == 1 ? draft.features(token) : []
    let isCommon = !features.isDisjoint(with: [.noun, .adjective, .verb, .determiner, .pronoun, .preposition])
    guard agencies.name(draft, at: token) == nil, !(isCommon && !draft.features(token).contains(.properNoun)) else { return nil }
    if let noun {
      let tokens = noun.isInside ? noun.start..<run.upperBound : run
      guard noun.start >= sentence.lowerBound, brands.flatMap({ draft.matches.longest(in: $0, at: token) }) == nil else { return nil }
      // `la rivière Sylvia Grinnell`, `la base Haji Ali`: places called after people.
      if !noun.isInside, context.isNamesake(draft, noun: noun.start, name: token) { return candidate(draft, tokens, home, "place.noun", 0.985) }
      return candidate(draft, tokens, home, noun.isInside ? "place.site" : "place.noun", beside == nil ? 0.86 : 0.93)
    }
    let strength = context.locativeStrength(draft, before: token)
    if hasParenthesis || beside != nil, strength > 0, features.isDisjoint(with: [.determiner, .pronoun]) {
      return candidate(draft, run, home, "place.parenthesis", 0.85)
    }
    if isWithin(draft, token), features.isEmpty, run.count == 1 { return candidate(draft, run, home, "place.locative", 0.7) }
    guard strength == 2, features.isDisjoint(with: [.noun, .adjective, .verb, .givenName]), draft.features(token).isDisjoint(with: [.givenName])
    else { return nil }
    // « à X »: a person may be told something, so the arbiter must be free to decide otherwise.
    return candidate(draft, run, home, "place.locative", 0.62)
  }

  private func candidate(_ draft: Draft, _ tokens: Range<Int>, _ country: String?, _ rule: String, _ confidence: Double) -> Candidate {
    Candidate(
      type: .place, tokens: tokens, value: "\(draft.text(tokens))/\(country ?? "-")", confidence: confidence, rule: rule,
      country: country, reasons: draft.explains ? ["the words around it speak for a place"] : [])
  }

  /// `retranché dans le Chapare`, `depuis Nuuk`
  private func isWithin(_ draft: Draft, _ token: Int) -> Bool {
    if Places.articles.contains(draft.word(token - 1)), draft.word(token - 2) == "dans" { return true }
    return draft.word(token - 1) == "depuis"
  }

  private func log10Floor(_ number: Int) -> Double {
    var rest = number
    var log = 0.0
    while rest >= 10 {
      rest /= 10
      log += 1
    }
    return log + Double(rest) / 10
  }

  private static let articles: WordSet = ["le", "la", "les", "l'"]
}

extension Draft {
  /// Whether a name of the gazetteer ends right before the token.
  fileprivate func mentionsPlace(endingAt end: Int, _ names: PlaceNames) -> Bool {
    for start in stride(from: end - 1, through: max(0, end - 5), by: -1)
    where matches.starting(at: start).contains(where: { $0.tokens.upperBound == end && names.kind(of: $0.table) != nil }) {
      return true
    }
    return false
  }
}
