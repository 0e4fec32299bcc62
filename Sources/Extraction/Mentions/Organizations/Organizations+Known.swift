internal import DispatchModel
internal import Lexicon

/// Names that the lexicon knows, and how they go on: `Croissant-Rouge algérien`, `OCP Africa`.
extension Organizations {
  /// The longer name: `Commission électorale` is known, `Commission électorale centrale` may be another.
  func longest(_ known: Candidate?, _ built: Candidate?, _ draft: Draft) -> Candidate? {
    guard let known, let built else { return known ?? built }
    // `l'Union européenne pour les Affaires étrangères`, `le Parlement européen à Strasbourg`: what a preposition adds is not its name.
    // `le Conseil fédéral sur l'imposition`, `l'Union européenne de droits de douane`: nor what a word in lower case behind a bare `de` adds.
    let next = known.tokens.upperBound
    if known.tokens.count > 1 {
      if InstitutionName.more.contains(draft.word(next)), known.country == nil || Self.outward.contains(draft.word(next)) { return known }
      if known.country == nil, draft.word(next) == "de" || draft.word(next) == "d'", !draft.isCapitalized(next + 1), !FunctionWords.articles.contains(draft.word(next + 1)) { return known }
    }
    return built.tokens.upperBound > known.tokens.upperBound ? built : known
  }

  /// Prepositions that lead out of the name of a body of a state.
  private static let outward: WordSet = ["sur", "a", "au", "aux", "en", "sans"]

  func known(at index: Int, _ draft: Draft) -> Candidate? {
    guard draft.matches.mayHave(anyOf: known, at: index) else { return nil }
    // `TV5 Monde` is a name, `TV5` an acronym: the longer of the two.
    let acronym = acronyms.flatMap { draft.matches.longest(in: $0, at: index) }
    let name = draft.matches.longest(of: names, brands, at: index)
    if let name, name.tokens.count > acronym?.tokens.count ?? 0 {
      if let found = listed(name, isAcronym: false, draft) { return found }
      if let found = acronym.flatMap({ listed($0, isAcronym: true, draft) }) { return found }
    } else if let acronym {
      if let found = listed(acronym, isAcronym: true, draft) { return found }
      if let found = name.flatMap({ listed($0, isAcronym: false, draft) }) { return found }
    }
    if let agencies, let match = draft.matches.longest(in: agencies, at: index), draft.isCapitalized(index) {
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      guard columns.count >= 2, match.tokens.count > 1 || draft.flags(index).contains(.allCapitals) || draft.text(index).count > 4 else { return nil }
      return candidate(match.tokens, value: String(columns[1]), confidence: 0.9, rule: "organization.agency", country: nil)
    }
    return nil
  }

  /// What a row of the tables names here.
  private func listed(_ match: PhraseMatches.Match, isAcronym: Bool, _ draft: Draft) -> Candidate? {
    let index = match.tokens.lowerBound
    // `Le Monde` is a newspaper, `Le monde` the world.
    if match.tokens.count > 1, draft.language != "en", FunctionWords.articles.contains(draft.word(index)), !draft.isCapitalized(index + 1) { return nil }
    if draft.features(index).contains(.noun), !draft.flags(index).contains(.allCapitals), NameHead.isPortfolio(index, isDirect: true, in: draft) { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 3 else { return nil }
    var tokens = match.tokens
    var country = columns[2] == "-" ? nil : String(columns[2])
    var value = columns[1].isEmpty ? String(columns[0]) : String(columns[1])
    let sector = columns.count > 3 ? columns[3] : ""
    // `Croissant-Rouge algérien`, `Cour suprême des Etats-Unis`: the name goes on.
    if !isAcronym, sector == "government" || sector == "ngo" {
      let extent = grammar.extent(from: tokens.upperBound, isProper: false, limit: min(draft.count, tokens.upperBound + 8), draft)
      if extent.isSpecific {
        tokens = tokens.lowerBound..<extent.end
        value = draft.text(tokens)
        country = extent.country ?? country
      }
    }
    let isPrivate = Self.privateSectors.contains(sector)
    // `said Wagner Teles`: a group's name that a person may bear.
    if tokens.count == 1, sector == "armed", !isAcronym, draft.language == "en", draft.isCapitalized(tokens.upperBound), !draft.flags(tokens.upperBound).contains(.startsLine), draft.kind(tokens.upperBound) == .word { return nil }
    if tokens.count == 1, isPrivate {
      let next = tokens.upperBound
      // `la Croix-Rouge`, `CSC-Services`: the hyphen makes another name of it.
      if draft.word(next) == Sign.hyphen, draft.isGlued(next), draft.isGlued(next + 1) { return nil }
      let goesOn = draft.isCapitalized(next) && draft.kind(next) == .word && draft.flags(next).isDisjoint(with: [.startsLine]) && !draft.isGlued(next)
      // `OCP Africa`, a subsidiary; `Porsche Cayenne`, `Orange Money`, what they make. Behind a medium stands who spoke to it.
      if goesOn, isAcronym, sector != "media", sector != "network" {
        tokens = tokens.lowerBound..<next + 1
        value = draft.text(tokens)
      } else if goesOn, !isAcronym {
        return candidate(tokens, value: value, confidence: 0.45, rule: "organization.known", country: country, isPrivate: true)
      }
    }
    return candidate(tokens, value: value, confidence: isAcronym ? 0.95 : 0.93, rule: "organization.known", country: country, isPrivate: isPrivate)
  }

  /// Sectors of private bodies: other names begin with theirs, and they speak for no country.
  private static let privateSectors: Set<Substring> = ["company", "sport", "media", "network", "party", "union"]
}
