internal import DispatchModel
internal import Lexicon

/// What English alone does with numbers: nouns of several words, nationalities and countries as adjectives, `one in three`.
extension FigureScanner {
  /// `a 7.5 magnitude earthquake`, `a 7.5-magnitude earthquake`.
  func englishMagnitude(_ at: Int) -> FoundFigure? {
    guard draft.language == "en", draft.kind(at) == .number, let number = numbers.read(draft, at: at) else { return nil }
    let noun = draft.word(number.end) == Sign.hyphen && draft.isGlued(number.end) ? number.end + 1 : number.end
    guard draft.word(noun) == "magnitude" else { return nil }
    return FoundFigure(tokens: at..<noun + 1, amount: number.amount, unit: "magnitude", sort: .measure, rule: "figure.magnitude", confidence: 0.97)
  }

  /// `one in three shelters`, `two out of five`, and the second number of it: a share that is told by no figure.
  func isEnglishRatio(_ at: Int, _ number: ReadNumber) -> Bool {
    guard draft.language == "en", (number.amount.whole ?? 100) <= 20 else { return false }
    let of = draft.word(number.end) == "out" && draft.word(number.end + 1) == "of" ? number.end + 2 : draft.word(number.end) == "in" ? number.end + 1 : nil
    if let of, let second = numbers.read(draft, at: of), draft.kind(of) != .number || second.amount.digits < 1000, units[second.end] == nil { return true }
    let before = draft.word(at - 1) == "in" ? at - 2 : draft.word(at - 1) == "of" && draft.word(at - 2) == "out" ? at - 3 : nil
    return before.map { numbers.words[$0] != nil && numbers.words[$0]?.kind == .unit } ?? false
  }

  /// `two German planes`, `5,200 U.S. troops`: the nationality is a mention of its own, what is counted stands behind it.
  func englishAdjective(_ at: Int, _ head: Int, _ number: ReadNumber) -> FoundFigure? {
    guard draft.language == "en", draft.isCapitalized(head) else { return nil }
    let country = tables.countries.flatMap { draft.matches.longest(in: $0, at: head)?.tokens }
    guard let owner = demonym(head) ?? country, !draft.flags(owner.upperBound).contains(.startsLine), let end = noun(owner.upperBound, number) ?? englishNoun(owner.upperBound, number),
      !draft.isCapitalized(owner.upperBound)
    else { return nil }
    return FoundFigure(
      tokens: at..<number.end, amount: number.amount, unit: draft.text(owner.upperBound..<end), sort: .count, rule: "figure.people", confidence: 0.9)
  }

  /// `nine security guards`, `31 long-range drones`: in English up to three words may stand before the plural that a number counts.
  func englishNoun(_ head: Int, _ number: ReadNumber) -> Int? {
    guard draft.language == "en" else { return nil }
    var at = head
    for _ in 0..<3 {
      guard draft.kind(at) == .word, !draft.isCapitalized(at), !draft.flags(at).contains(.startsLine), units[at] == nil,
        draft.features(at).isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction, .adverb, .verb])
      else { return nil }
      at += 1
      if draft.isGlued(at), draft.word(at) == Sign.hyphen, draft.isGlued(at + 1) { at += 2 }
      guard !draft.flags(at).contains(.startsLine) else { return nil }
      if let end = noun(at, number), !draft.isCapitalized(at) { return end }
    }
    return nil
  }
}
