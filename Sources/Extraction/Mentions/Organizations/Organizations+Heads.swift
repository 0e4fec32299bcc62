internal import DispatchModel
internal import Lexicon

/// Names that begin with a noun for a body: `parquet de Lille`, `présidence russe`, `hôpital Rafic-Hariri`, `la société Shaems`.
extension Organizations {
  func institution(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    // `CSC-Services publics`: the second half of a name.
    guard let heads, draft.matches.has(heads, at: index), !(draft.isGlued(index) && draft.word(index - 1) == Sign.hyphen) else { return nil }
    for match in draft.matches.starting(at: index) where match.table == heads {
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      guard columns.count >= 2 else { continue }
      if columns[1] == "house", let named = house(match.tokens, limit: limit, draft) { return named }
      if draft.word(index) == Self.fleet, let named = fleet(match.tokens, draft) { return named }
      if columns[1] == "adjective", let office = presidency(match.tokens, draft) { return office }
      guard columns[1] == "state" || columns[1] == "name" else { continue }
      let isProper = columns[1] == "name" && draft.isCapitalized(index)
      if columns[1] == "name", !isProper { continue }
      // `un hôpital d'Alep`, `l'introduction en Bourse de`: no name.
      if isProper ? draft.word(index - 1) == "en" : Self.indefinite.contains(draft.word(index - 1)) { return nil }
      let ownName: InstitutionName.OwnName = isGoverned(index, draft) || draft.features(index).contains(.givenName) ? .joined : isEponym(index, draft) ? .any : .plain
      let extent = grammar.extent(
        from: match.tokens.upperBound, isProper: isProper, limit: min(limit, match.tokens.upperBound + 16), ownName: ownName, isMinistry: draft.word(index) == Self.ministry, draft)
      // At the start of a sentence a capital says nothing: then the name must be specific.
      let startsSentence = draft.flags(index).contains(.startsLine) || draft.word(index - 1) == Sign.stop || draft.sentence(of: index)?.lowerBound == index
      guard extent.isSpecific, extent.end > match.tokens.upperBound, isProper ? !startsSentence || extent.country != nil || extent.hasCapital : extent.country != nil || extent.hasCapital
      else { continue }
      let tokens = match.tokens.lowerBound..<extent.end
      if isCabinet(match.tokens, extent.end, draft) || isProper && NameHead.isPortfolio(index, isDirect: true, in: draft) { return nil }
      return candidate(tokens, value: draft.text(tokens), confidence: 0.86, rule: "organization.head", country: extent.country)
    }
    return nil
  }

  private static let ministry: Word = "ministère"
  private static let indefinite: WordSet = ["un", "une"]
  private static let fleet: Word = "flotte"
  private static let group: Word = "groupe"

  /// `la flotte de la mer Noire`: the waters that it sails belong to its name.
  private func fleet(_ head: Range<Int>, _ draft: Draft) -> Candidate? {
    let first = draft.word(head.upperBound) == "de" && Self.articles.contains(draft.word(head.upperBound + 1)) ? head.upperBound + 2 : head.upperBound + 1
    guard draft.word(head.upperBound) == "de" || draft.word(head.upperBound) == "du",
      let waters = draft.candidates.first(where: { $0.type == .place && $0.tokens.lowerBound == first })
    else { return nil }
    let tokens = head.lowerBound..<waters.tokens.upperBound
    return candidate(tokens, value: draft.text(tokens), confidence: 0.9, rule: "organization.head", country: nil)
  }

  private static let council: Word = "conseil"
  private static let ministers: Word = "ministres"

  /// `Conseil des ministres`, `président du Conseil italien`: the cabinet, which is named by no proper name.
  private func isCabinet(_ head: Range<Int>, _ end: Int, _ draft: Draft) -> Bool {
    guard head.count == 1, draft.word(head.lowerBound) == Self.council else { return false }
    if draft.word(end - 1) == Self.ministers { return true }
    return end == head.upperBound + 1 && grammar.demonym(at: head.upperBound, draft) != nil
  }

  /// `la présidence russe`; not the office that one is elected to (`sa réélection à la présidence russe`).
  private func presidency(_ head: Range<Int>, _ draft: Draft) -> Candidate? {
    guard let demonym = grammar.demonym(at: head.upperBound, draft), !draft.isCapitalized(head.upperBound), draft.word(head.lowerBound - 2) != "à" else { return nil }
    let tokens = head.lowerBound..<demonym.end
    return candidate(tokens, value: draft.text(tokens), confidence: 0.86, rule: "organization.head", country: demonym.code)
  }

  /// `hôpital Rafic-Hariri`, `université James Cook`, `hôpital Sainte-Marie de Lacor`: the proper name right behind the noun belongs to it.
  func house(_ head: Range<Int>, limit: Int, _ draft: Draft) -> Candidate? {
    var end = head.upperBound
    while end < head.upperBound + 2, !draft.isCapitalized(end), grammar.isAdjective(end, draft) { end += 1 }
    guard end < limit, draft.isCapitalized(end), draft.kind(end) == .word, !draft.flags(end).contains(.startsLine) else { return nil }
    end = properEnd(end, limit: limit, draft)
    if draft.word(end) == "de", draft.isCapitalized(end + 1), draft.kind(end + 1) == .word, draft.isGlued(end - 1) || draft.word(end - 1) == Sign.hyphen || draft.text(head.upperBound).hasPrefix("Saint") {
      end = properEnd(end + 1, limit: limit, draft)
    }
    let tokens = head.lowerBound..<min(end, limit)
    return candidate(tokens, value: draft.text(tokens), confidence: 0.9, rule: "organization.house", country: grammar.country(in: tokens, draft))
  }

  /// The end of the words with capitals that begin at the token, with hyphens, `&` and the small words of names (`Quaid-i-Azam`) inside.
  func properEnd(_ start: Int, limit: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(limit, start + Draft.longestName), !draft.flags(end).contains(.startsLine) {
      if draft.isCapitalized(end), draft.kind(end) == .word {
        end += 1
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else if draft.word(end) == "&", draft.isCapitalized(end + 1) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// `la société Shaems`, `le quotidien Le Monde`, `l'ONG polonaise Ocalenie`: the proper name after the noun.
  func company(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard let heads, !draft.isCapitalized(index) || draft.flags(index).contains(.allCapitals) else { return nil }
    guard draft.matches.has(heads, at: index) else { return maker(at: index, limit: limit, draft) }
    for match in draft.matches.starting(at: index) where match.table == heads {
      guard draft.lexicon.columns(ofEntry: match.entry).dropFirst().first == "company" else { continue }
      var start = match.tokens.upperBound
      // `l'organisation patronale flamande Voka`: adjectives may stand between.
      for _ in 0..<5 {
        if let demonym = grammar.demonym(at: start, draft), !draft.isCapitalized(start) { start = demonym.end; continue }
        // `le constructeur de voitures électriques VinaVolt`: so may complements.
        if draft.word(start) == "de" || draft.word(start) == "d'", isPlainNoun(start + 1, draft) { start += 2; continue }
        // `le groupe sucrier Terres du Sud`: so may one noun that says of what kind.
        let isKind = draft.word(match.tokens.lowerBound) == Self.group && draft.features(start).contains(.noun) && draft.isCapitalized(start + 1)
        guard !draft.isCapitalized(start), grammar.isAdjective(start, draft) || isKind else { break }
        start += 1
      }
      // A body that the lexicon knows has its own name: `le groupe Etat islamique`.
      if known(at: start, draft) != nil { return nil }
      if start < limit, let body = institution(at: start, limit: limit, draft) { return body }
      guard start < limit, draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine) else { return nil }
      // `le groupe B` of a tournament; `des équipes de jeunes Français`.
      if draft.word(index) == Self.group, draft.tokens[start].end - draft.tokens[start].start == 1 { return nil }
      if start > match.tokens.upperBound, grammar.demonym(at: start, draft) != nil { return nil }
      var end = properEnd(start, limit: limit, draft)
      // `la compagnie Petroleos de Venezuela`: a country ends a company's name.
      if let countries, FunctionWords.of.contains(draft.word(end)), let country = draft.matches.longest(in: countries, at: end + 1), end == start + 1 { end = country.tokens.upperBound }
      // `Rossiya 24`, `Amazones du Sahel`
      if draft.kind(end) == .number, draft.tokens[end].end - draft.tokens[end].start <= 2, draft.kind(end + 1) == .punctuation { end += 1 }
      if end == start + 1, FunctionWords.of.contains(draft.word(end)), draft.isCapitalized(end + 1), draft.features(start).contains(.plural) { end += 2 }
      // `l'entreprise Magento Commerce`: a noun that no person has.
      let isSure = start == match.tokens.upperBound && draft.word(index - 1) != "de" && !isGiven(start, draft) && draft.features(start).isEmpty && titles.map { draft.matches.longest(in: $0, at: index) == nil } ?? true
      return candidate(start..<end, value: draft.text(start..<end), confidence: isSure ? 0.96 : 0.8, rule: "organization.noun", country: nil)
    }
    return maker(at: index, limit: limit, draft)
  }

  private func isPlainNoun(_ index: Int, _ draft: Draft) -> Bool {
    draft.kind(index) == .word && !draft.isCapitalized(index) && (draft.features(index).contains(.noun) || draft.features(index).isEmpty) && draft.features(index).isDisjoint(with: [.determiner, .preposition, .pronoun])
  }

  /// A title governs the body, whose holder's name may follow it: `président du Parlement Délcio Nazaré Quaresma`.
  func isGoverned(_ index: Int, _ draft: Draft) -> Bool {
    guard let titles else { return false }
    var at = index
    while at > 0, FunctionWords.articles.contains(draft.word(at - 1)) || FunctionWords.of.contains(draft.word(at - 1)) { at -= 1 }
    // `le président français de la Commission`
    if at > 1, grammar.demonym(at: at - 1, draft) != nil { at -= 1 }
    guard at < index else { return false }
    return (max(0, at - 6)..<at).contains { draft.matches.longest(in: titles, at: $0)?.tokens.upperBound == at }
  }

  /// `Fondation Bill Gates`, `Institut Robert Koch`: bodies that may be called after people.
  private func isEponym(_ index: Int, _ draft: Draft) -> Bool {
    guard let heads else { return false }
    return draft.matches.starting(at: index).contains { $0.table == heads && draft.lexicon.columns(ofEntry: $0.entry).dropFirst().first == "eponym" }
  }

  /// `le japonais Hoshino`, `l'américain Third Point`: a nationality in small letters right behind the article stands for a company.
  private func maker(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard Self.articles.contains(draft.word(index - 1)), !draft.isCapitalized(index), let demonym = grammar.demonym(at: index, draft) else { return nil }
    let start = demonym.end
    guard start < limit, draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine), !draft.isGlued(start) else { return nil }
    let end = properEnd(start, limit: limit, draft)
    return candidate(start..<end, value: draft.text(start..<end), confidence: 0.85, rule: "organization.noun", country: nil)
  }

  private static let articles: WordSet = ["le", "la", "l'", "du", "au"]
}
