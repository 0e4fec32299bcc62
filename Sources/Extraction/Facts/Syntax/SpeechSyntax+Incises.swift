internal import DispatchModel
internal import Lexicon

/// Verbs of saying that stand apart, `…, a déclaré X`, and the words they attribute.
extension SpeechSyntax {
  /// Whether the verb stands in an incise.
  static func incise(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Incise? {
    guard group.isFinite else { return nil }
    var before = group.tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return nil }
    // `», s'est exclamé`, `", a toutefois prévenu`
    let comma = draft.word(before) == Sign.comma ? before : nil
    if comma != nil { before -= 1 }
    let word = draft.word(before)
    if word == Sign.closeGuillemet || word == Sign.closeCurly || word == Sign.straightQuote, let quote = draft.quotes.last(where: { $0.outer.upperBound - 1 == before }) {
      // `alias « Marquitos », a fait savoir`: a name between marks is no speech.
      if let name = draft.mention(at: quote.inner.lowerBound), name.tokens == quote.inner { return nil }
      return Incise(comma: comma ?? before, quote: quote)
    }
    guard let comma else { return nil }
    let within = draft.quotes.first { $0.inner.contains(group.head) }
    if group.hasInvertedPronoun { return Incise(comma: comma, within: within) }
    if let within { return isFollowedBySubject(group, end: within.outer.upperBound, draft) ? Incise(comma: comma, within: within) : nil }
    // Plain text before: the verb must be followed by its subject, and the clause before must have a verb of its own.
    let next = skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    guard FunctionWords.determiners.contains(draft.word(next)) || draft.mention(at: next) != nil || draft.word(next, is: .honorific) else { return nil }
    guard (sentence.lowerBound..<comma).contains(where: { isMain($0, sentence, draft) }) else { return nil }
    // `X, ministre de Y, a annoncé la fin`: a subject stands before, the object after; an incise ends its clause.
    var k = group.tokens.upperBound
    while k < min(sentence.upperBound, next + 3) {
      if FunctionWords.that.contains(draft.word(k)) { return nil }
      k += 1
    }
    return Incise(comma: comma)
  }

  /// The token is a finite verb in no relative clause: `Le syndicat, qui réclame …, menace le gouvernement` has no incise.
  private static func isMain(_ token: Int, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.verbOfToken[token] >= 0 else { return false }
    let group = draft.verbGroups[Int(draft.verbOfToken[token])]
    guard group.isFinite else { return false }
    var k = group.tokens.lowerBound - 1
    while k >= sentence.lowerBound, group.tokens.lowerBound - k < 9, draft.word(k) != Sign.comma {
      if FunctionWords.relatives.contains(draft.word(k)), draft.mention(at: k) == nil { return false }
      k -= 1
    }
    return true
  }

  /// Whether the token stands in an incise inside the quotation: `"…, a-t-il dit, …"`.
  static func isInserted(_ token: Int, in quote: Quote, _ draft: Draft) -> Bool {
    guard draft.verbOfToken[token] >= 0 else { return false }
    let group = draft.verbGroups[Int(draft.verbOfToken[token])]
    guard draft.word(group.tokens.lowerBound - 1) == Sign.comma else { return false }
    return group.hasInvertedPronoun || isFollowedBySubject(group, end: quote.outer.upperBound, draft)
  }

  /// `, a reconnu la mairesse, X,` inside a quotation: a compound past with its subject behind it.
  private static func isFollowedBySubject(_ group: VerbGroup, end: Int, _ draft: Draft) -> Bool {
    guard group.tense == .past, group.tokens.count > 1, !group.isNegated, !group.isPassive else { return false }
    let next = skipAddressee(from: group.tokens.upperBound, end: end, draft)
    return draft.word(next, is: .honorific) || draft.mentionType(at: next) == .person
      || FunctionWords.articles.contains(draft.word(next)) && subjectEnds(from: next, end: end, draft)
  }

  /// The noun phrase from the article on ends in a comma or stop, without a verb of its own.
  private static func subjectEnds(from i: Int, end: Int, _ draft: Draft) -> Bool {
    var k = i
    while k < min(end, i + 14) {
      if draft.word(k) == Sign.comma || draft.word(k) == Sign.stop { return true }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return false }
      k += 1
    }
    return k >= end
  }

  /// What an incise attributes.
  static func contents(before incise: Incise, _ sentence: Range<Int>, _ draft: Draft) -> [Content] {
    if let within = incise.within {
      // Where the speaker is named inside the marks, the words end before the comma.
      if !isPronounAt(incise.comma, draft), incise.comma > within.inner.lowerBound { return [Content(tokens: trimmed(within.inner.lowerBound..<incise.comma, draft), isQuoted: true, rule: "statement.A2")] }
      return halves(of: within, around: incise.comma, draft)
    }
    if let quote = incise.quote {
      return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A2")]
    }
    return split(lastClause(sentence.lowerBound..<incise.comma, draft), rule: "statement.A2", draft)
  }

  /// The words of a quotation before and after an incise with its pronoun, `« …, a-t-il ajouté, … »`; a half of less than four words
  /// is no quotation of its own.
  private static func halves(of quote: Quote, around comma: Int, _ draft: Draft) -> [Content] {
    let verb = draft.verbGroups[Int(draft.verbOfToken[comma + 1])]
    let after = (verb.tokens.upperBound..<max(verb.tokens.upperBound, quote.inner.upperBound)).first { draft.word($0) == Sign.comma || draft.word($0) == Sign.stop }
    let ranges = [quote.inner.lowerBound..<comma, (after ?? quote.inner.upperBound)..<quote.inner.upperBound].map { trimmed($0, draft) }
    let long = ranges.filter { wordCount($0, draft) >= 4 }
    return (long.isEmpty ? [trimmed(quote.inner, draft)] : long).map { Content(tokens: $0, isQuoted: true, rule: "statement.A2") }
  }

  /// The verb after the comma has its pronoun behind it.
  private static func isPronounAt(_ comma: Int, _ draft: Draft) -> Bool {
    guard comma + 1 < draft.count, draft.verbOfToken[comma + 1] >= 0 else { return false }
    return draft.verbGroups[Int(draft.verbOfToken[comma + 1])].hasInvertedPronoun
  }
}
