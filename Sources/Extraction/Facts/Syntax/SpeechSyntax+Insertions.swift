internal import DispatchModel
internal import Lexicon

/// What stands between a verb of saying and its subject or object: dates, addressees, conditions.
extension SpeechSyntax {
  /// `a indiqué, mardi, que`: the token after dates, adverbs and short insertions.
  static func skipInsertions(from i: Int, end: Int, _ draft: Draft) -> Int {
    var k = i
    while k < end {
      if draft.word(k) == Sign.comma, let close = insertion(at: k, end: end, draft) ?? condition(at: k, end: end, draft) { k = close + 1; continue }
      if FunctionWords.prepositions.contains(draft.word(k)), let date = draft.mention(at: k + 1), date.type == .date { k = date.tokens.upperBound; continue }
      if let date = datePhrase(at: k, draft) { k = date; continue }
      if let phrase = setPhrase(at: k, end: end, draft) { k = phrase; continue }
      if draft.mentionType(at: k) == .date || draft.word(k) == Sign.comma && (draft.mentionType(at: k + 1) == .date || draft.mentionType(at: k - 1) == .date)
        || draft.features(k).contains(.adverb) && draft.mention(at: k) == nil && !FunctionWords.that.contains(draft.word(k)) && draft.word(k) != "a"
        && !FunctionWords.determiners.contains(draft.word(k))
      {
        k += 1
      } else { break }
    }
    return k
  }

  /// `le 26 mars`, `la semaine dernière`: the token after a date with its article.
  private static func datePhrase(at k: Int, _ draft: Draft) -> Int? {
    guard FunctionWords.articles.contains(draft.word(k)), let date = draft.mention(at: k + 1), date.type == .date, date.tokens.lowerBound == k + 1 else { return nil }
    return date.tokens.upperBound
  }

  private static let setNouns: WordSet = ["outre", "ailleurs", "part", "cote", "revanche", "effet", "contraire", "tour", "elle", "lui", "eux", "elles"]

  /// `en outre`, `par ailleurs`, `pour sa part`, `quant à elle`: the token after a set phrase that stands without commas.
  private static func setPhrase(at k: Int, end: Int, _ draft: Draft) -> Int? {
    guard draft.mention(at: k) == nil, FunctionWords.prepositions.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k)) || draft.word(k) == "quant" else { return nil }
    var last = k + 1
    while last < min(end, k + 3), FunctionWords.interposed.contains(draft.word(last)), !setNouns.contains(draft.word(last)) { last += 1 }
    return last < end && setNouns.contains(draft.word(last)) ? last + 1 : nil
  }

  /// The addressee and the place before an inverted subject: `a déclaré à l'AFP X`, `a dit mardi à la presse`.
  static func skipAddressee(from i: Int, end: Int, _ draft: Draft) -> Int {
    var k = i
    while k < end {
      if draft.mentionType(at: k) == .date || draft.features(k).contains(.adverb) && draft.mention(at: k) == nil && !FunctionWords.determiners.contains(draft.word(k)) && !FunctionWords.prepositions.contains(draft.word(k)) { k += 1; continue }
      let word = draft.word(k)
      if let date = datePhrase(at: k, draft) { k = date; continue }
      if word == Sign.comma, k > i { k += 1; continue }
      // `a annoncé, jeudi à Yamoussoukro, le ministre`, `a révélé, de son côté, l'association`: an insertion between commas.
      if word == Sign.comma, let close = insertion(at: k, end: end, draft) { k = close + 1; continue }
      guard word == "a" || word == "au" || word == "aux" || word == "pour" || word == "dans" || word == "lors" || word == "sur" || word == "devant" || word == "en" || word == "de" || word == "par"
      else { return k }
      // Over the phrase: to the comma or the next article that begins a subject.
      k += 1
      if FunctionWords.determiners.contains(draft.word(k)) { k += 1 }
      if let mention = draft.mention(at: k) { k = mention.tokens.upperBound; continue }
      while k < end, draft.word(k) != Sign.comma, draft.mentionType(at: k) != .person, !FunctionWords.determiners.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k - 1)) || FunctionWords.of.contains(draft.word(k)) || FunctionWords.prepositions.contains(draft.word(k - 1)) { k += 1 }
    }
    return k
  }

  /// The comma that closes a short insertion of dates, places and set phrases opened by the comma; nil where something else follows.
  private static func insertion(at comma: Int, end: Int, _ draft: Draft) -> Int? {
    var k = comma + 1
    while k < min(end, comma + 10) {
      if draft.word(k) == Sign.comma { return k > comma + 1 ? k : nil }
      if let mention = draft.mention(at: k) {
        let isPlace = mention.type == .place || mention.type == .organization
        let isLed = FunctionWords.prepositions.contains(draft.word(k - 1)) || FunctionWords.articles.contains(draft.word(k - 1)) && FunctionWords.prepositions.contains(draft.word(k - 2))
        guard mention.type == .date || isPlace && isLed else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      let isWord = FunctionWords.interposed.contains(draft.word(k)) || FunctionWords.prepositions.contains(draft.word(k)) || FunctionWords.determiners.contains(draft.word(k))
      guard isWord || draft.word(k, is: .occasion) || draft.features(k).contains(.adverb) else { return nil }
      k += 1
    }
    return nil
  }

  /// The comma that closes a condition opened by the comma: `a promis, si elle est élue, d'abolir`.
  private static func condition(at comma: Int, end: Int, _ draft: Draft) -> Int? {
    guard draft.word(comma + 1) == "si" || draft.word(comma + 1) == "s'" else { return nil }
    return (comma + 2..<max(comma + 2, min(end, comma + 18))).first { draft.word($0) == Sign.comma }
  }
}
