internal import DispatchModel
internal import Lexicon

/// The words beside a title that are no complement of it: adjectives of place and party, attributes, further portfolios.
extension TitlePhrase {
  /// `ministre wallon des Pouvoirs locaux`: an adjective that no table takes for a nationality, before the complement.
  func isRegional(_ i: Int, _ draft: Draft) -> Bool {
    i == head.upperBound && draft.kind(i) == .word && !draft.isCapitalized(i) && draft.verbOfToken[i] < 0 && (FunctionWords.of.contains(draft.word(i + 1)) || isPlaceOfWork(draft.word(i + 1)))
      && draft.features(i).contains(.adjective) && draft.features(i).isDisjoint(with: [.preposition, .conjunction, .determiner, .adverb])
  }

  /// `président sortant`, `capitaine présumé`, `porte-parole arabophone`: an adjective between the title and a name, or a comma.
  func isAttribute(_ i: Int, _ draft: Draft) -> Bool {
    let features = draft.features(i)
    guard draft.kind(i) == .word, !draft.isCapitalized(i), features.contains(.adjective) || features.contains(.pastParticiple) && i == head.upperBound,
      features.isDisjoint(with: [.preposition, .conjunction, .determiner, .pronoun])
    else { return false }
    return draft.mentionType(at: i + 1) == .person || draft.word(i + 1) == Sign.comma || draft.mentionType(at: i + 1) == .nationality && !draft.isCapitalized(i + 1)
  }

  /// `sénatrice écologiste`, `député de gauche`: whose party it is, no part of the title.
  func isPartisan(_ i: Int, _ draft: Draft) -> Bool {
    guard draft.kind(i) == .word, !draft.isCapitalized(i) else { return false }
    let next = draft.word(i + 1)
    let goesOn = draft.mentionType(at: i + 1) == .person || draft.mentionType(at: i + 1) == .nationality || next == Sign.comma || FunctionWords.of.contains(next) || draft.word(i + 1, is: .honorific)
    return goesOn && (draft.word(i, is: .partisan) || draft.features(i).isEmpty && draft.mention(at: i) == nil && draft.mentionType(at: i + 1) == .person)
  }

  /// `ministre de l'Industrie et du Commerce`, `du Patrimoine canadien et du Multiculturalisme`, `du Développement et du Pacifique`,
  /// `directrice du médicament et de la pharmacie`: the end of the second noun of a portfolio, up to the comma or the name.
  func coordinatedPortfolio(at and: Int, _ limit: Int, _ draft: Draft) -> Int? {
    guard hasComplement || head.count > 2, FunctionWords.of.contains(draft.word(and + 1)) || FunctionWords.prepositions.contains(draft.word(and + 1)) && draft.word(and + 1) != "avec" else { return nil }
    var noun = and + 1
    while noun < limit, FunctionWords.of.contains(draft.word(noun)) || FunctionWords.articles.contains(draft.word(noun)) || draft.word(noun) == "a" { noun += 1 }
    guard noun < limit, draft.features(noun).contains(.noun) || draft.isCapitalized(noun) else { return nil }
    var end = noun
    while end < min(limit, noun + 7), draft.kind(end) == .word, draft.mentionType(at: end) != .person, draft.verbOfToken[end] < 0 || draft.features(end).contains(.adjective) || draft.features(end).contains(.noun) {
      if draft.mention(at: end) != nil, !(draft.mentionType(at: end) == .place && draft.isCapitalized(noun) && end == noun) { return nil }
      end += 1
    }
    return draft.word(end) == Sign.comma || draft.mentionType(at: end) == .person ? end : nil
  }

  /// A noun with a capital behind an article, as ministries are named.
  func isPortfolio(_ i: Int, _ draft: Draft) -> Bool {
    let noun = FunctionWords.articles.contains(draft.word(i)) ? i + 1 : i
    return draft.isCapitalized(noun) && draft.mention(at: noun) == nil && draft.features(noun).contains(.noun)
  }

  /// `analyste au cabinet X`, `chercheuse à l'institut Y`
  func isPlaceOfWork(_ word: Word) -> Bool { ["a", "au", "aux", "chez", "aupres"].contains(word) }
}
