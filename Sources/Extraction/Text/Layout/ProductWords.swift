internal import Lexicon

/// Words of urgency, kind and version around a headline (table `productwords`): URGENT, LEAD 2, PAPIER GENERAL, RECTIFICATIF.
struct ProductWords {
  private let table: TableID?

  init(lexicon: LexiconFile) { table = lexicon.table("productwords") }

  /// Whether the line holds nothing but such words, their numbers and marks.
  func isWhole(_ draft: Draft, _ line: Range<Int>) -> Bool {
    guard line.count <= 12 else { return false }
    var at = line.lowerBound
    var found = 0
    while at < line.upperBound {
      if let match = match(draft, at), match.tokens.upperBound <= line.upperBound {
        found += 1
        at = match.tokens.upperBound
      } else if draft.kind(at) != .word {
        at += 1
      } else {
        return false
      }
    }
    return found > 0
  }

  /// Where the headline begins behind such words and a dash, colon or slash: `LEAD 2-L'UE …`, `RECTIFICATIF - Batteries …`.
  func prefix(_ draft: Draft, _ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    while draft.word(at) == Sign.star || draft.word(at) == ProductWords.bracket || draft.word(at) == Sign.open { at += 1 }
    let opensBracket = at > line.lowerBound
    guard let match = match(draft, at) else { return nil }
    let isStrong = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first == "strong"
    let isShouted = match.tokens.allSatisfy { draft.kind($0) != .word || draft.flags($0).contains(.allCapitals) }
    at = match.tokens.upperBound
    let hasNumber = draft.kind(at) == .number
    if hasNumber { at += 1 }
    guard isStrong || isShouted || (hasNumber && draft.isCapitalized(line.lowerBound)) else { return nil }
    let marks = at
    while at < line.upperBound, draft.kind(at) == .punctuation, !Sign.openers.contains(draft.word(at)) || draft.word(at) == Sign.straightQuote && at == marks {
      at += 1
    }
    guard at > marks, at < line.upperBound else { return nil }
    let mark = draft.word(marks)
    let closes = opensBracket && (mark == Sign.close || mark == ProductWords.closingBracket || mark == Sign.star)
    return closes || Sign.dashes.contains(mark) || mark == Sign.colon || mark == Sign.slash || mark == Sign.bar ? at : nil
  }

  /// `(LEAD)`, `(Actualisé)` at a headline's end.
  func suffix(_ draft: Draft, _ line: Range<Int>) -> Range<Int>? {
    guard line.count > 3, draft.word(line.upperBound - 1) == Sign.close else { return nil }
    for start in stride(from: line.upperBound - 2, to: max(line.lowerBound, line.upperBound - 8), by: -1)
    where draft.word(start) == Sign.open {
      return isWhole(draft, start..<line.upperBound) ? start..<line.upperBound : nil
    }
    return nil
  }

  /// The tokens without the marks around them.
  func words(_ draft: Draft, _ tokens: Range<Int>) -> Range<Int> {
    var inner = tokens
    while let first = inner.first, draft.kind(first) == .punctuation { inner.removeFirst() }
    while let last = inner.last, draft.kind(last) == .punctuation { inner.removeLast() }
    return inner
  }

  private func match(_ draft: Draft, _ token: Int) -> PhraseMatches.Match? {
    table.flatMap { draft.matches.longest(in: $0, at: token) }
  }

  private static var bracket: Word { "[" }
  private static var closingBracket: Word { "]" }
}
