internal import DispatchModel
internal import Lexicon

/// Where the words of a statement lie around the verb that attributes them.
enum SpeechSyntax {
  struct Content {
    var tokens: Range<Int>
    var isQuoted: Bool
    var rule: String
  }

  /// `…, a déclaré X`: the comma or closing mark before the verb.
  struct Incise {
    var comma: Int
    /// A quotation that ends right before.
    var quote: Quote?
    /// The verb stands inside a quotation, which it splits.
    var within: Quote?
  }

  static func wordCount(_ range: Range<Int>, _ draft: Draft) -> Int { range.count { draft.kind($0) == .word || draft.kind($0) == .number } }

  /// Without marks of punctuation at the ends; a final stop stays outside.
  static func trimmed(_ range: Range<Int>, _ draft: Draft) -> Range<Int> {
    var range = range
    while let last = range.last, draft.kind(last) == .punctuation, ![")", "%", "»"].contains(draft.word(last)),
      !draft.quotes.contains(where: { !$0.isOpen && $0.outer.upperBound - 1 == last && $0.outer.lowerBound >= range.lowerBound })
    { range = range.lowerBound..<last }
    while let first = range.first, [Sign.comma, Sign.colon, Sign.stop, ";"].contains(draft.word(first)) { range = first + 1..<range.upperBound }
    return range
  }

  /// What follows the last semicolon: an attribution reaches no further back.
  static func lastClause(_ range: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard let mark = range.last(where: { draft.word($0) == ";" }) else { return range }
    return mark + 1..<range.upperBound
  }

  /// The same for a source at the end of a sentence, which reaches no further back than a colon or a `mais` with a clause of its own.
  static func lastClause(_ range: Range<Int>, before source: Int, _ draft: Draft) -> Range<Int> {
    let clause = lastClause(range, draft)
    let mark = (clause.lowerBound..<max(clause.lowerBound, min(source, clause.upperBound))).last { i in
      guard !draft.quotes.contains(where: { $0.outer.contains(i) }), wordCount(i + 1..<max(i + 1, source), draft) >= 4 else { return false }
      return draft.word(i) == Sign.colon || draft.word(i) == but && draft.word(i - 1) == Sign.comma && hasFiniteVerb(i + 1..<source, draft)
    }
    return (mark.map { $0 + 1 } ?? clause.lowerBound)..<clause.upperBound
  }

  private static var but: Word { "mais" }

  /// A clause, or the quotations of four words and more inside it.
  static func split(_ clause: Range<Int>, rule: String, _ draft: Draft) -> [Content] {
    let range = trimmed(clause, draft)
    let quotes = draft.quotes.filter { $0.outer.lowerBound < range.upperBound && range.lowerBound <= $0.outer.lowerBound && wordCount($0.inner, draft) >= 4 && !isAdverbial($0, draft) }
    guard let first = quotes.first else { return range.isEmpty ? [] : [Content(tokens: range, isQuoted: false, rule: rule)] }
    var contents = quotes.map { Content(tokens: trimmed($0.inner, draft), isQuoted: true, rule: rule + ".quoted") }
    // « que sept mille personnes étaient portées disparues, "les équipes …" »: a clause of its own stands before the quotation.
    if draft.word(first.outer.lowerBound - 1) == Sign.comma {
      let before = trimmed(range.lowerBound..<max(range.lowerBound, first.outer.lowerBound - 1), draft)
      if hasFiniteVerb(before, draft), wordCount(before, draft) > 4 { contents.insert(Content(tokens: before, isQuoted: false, rule: rule), at: 0) }
    }
    // « qu'il "ne brade rien" et que la règle serait maintenue »
    if let last = quotes.last, draft.word(last.outer.upperBound) == "et", FunctionWords.that.contains(draft.word(last.outer.upperBound + 1)) {
      let after = trimmed(min(last.outer.upperBound + 2, range.upperBound)..<range.upperBound, draft)
      if hasFiniteVerb(after, draft) { contents.append(Content(tokens: after, isQuoted: false, rule: rule)) }
    }
    return contents
  }

  /// `serait adressée "dans les tout prochains jours" à ses partenaires`: a short adverbial amid its clause, which is what was said.
  private static func isAdverbial(_ quote: Quote, _ draft: Draft) -> Bool {
    let first = quote.inner.lowerBound
    guard wordCount(quote.inner, draft) <= 6, FunctionWords.prepositions.contains(draft.word(first)), !FunctionWords.of.contains(draft.word(first)),
      draft.kind(quote.outer.lowerBound - 1) == .word, !isBeing(quote.outer.lowerBound - 1, draft)
    else { return false }
    return !hasFiniteVerb(quote.inner, draft) && !quote.isOpen
  }


  /// `serait « en voie d'être maîtrisée »`: the quotation is what the verb says of its subject.
  private static func isBeing(_ token: Int, _ draft: Draft) -> Bool {
    guard draft.verbOfToken[token] >= 0 else { return false }
    let group = draft.verbGroups[Int(draft.verbOfToken[token])]
    return group.isFinite && group.lemma == being
  }

  private static var being: Word { "être" }

  static func hasFiniteVerb(_ range: Range<Int>, _ draft: Draft) -> Bool {
    range.contains { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite }
  }
}
