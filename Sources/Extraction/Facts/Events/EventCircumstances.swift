internal import DispatchModel
internal import Lexicon

/// When, where and how surely something happened: what stands beside the words that tell an event.
enum EventCircumstances {
  /// `nie avoir attaqué`, `a démenti que Bagdad ait acheté`: the clause of a verb of denial.
  static func isDenied(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    var k = group.tokens.lowerBound - 1
    var hasThat = false
    while k >= sentence.lowerBound, group.head - k < 24 {
      if draft.word(k) == ";" || draft.word(k) == Sign.closeGuillemet { return false }
      if FunctionWords.that.contains(draft.word(k)) { hasThat = true }
      if draft.verbOfToken[k] >= 0 {
        let before = draft.verbGroups[Int(draft.verbOfToken[k])]
        if draft.word(before.lemma, is: .denial), before.tense != .participle { return !before.isNegated && (hasThat || group.tense == .infinitive) }
        if before.isFinite, !hasThat, group.tense != .infinitive { return false }
        k = before.tokens.lowerBound
      }
      k -= 1
    }
    return false
  }

  static func status(of group: VerbGroup, _ part: PartKind) -> EventStatus {
    if group.isPossible || group.tense == .conditional { return .conditional }
    if group.isPlanned || group.tense == .future || group.tense == .infinitive { return .planned }
    if group.tense == .present && part != .headline && !group.isPassive { return .ongoing }
    return .happened
  }

  /// The resolved date that stands in the clause.
  static func day(in range: Range<Int>, _ sentence: Range<Int>, _ draft: Draft) -> String? {
    for i in range where i < sentence.upperBound {
      if let mention = draft.mention(at: i), mention.type == .date,
        !mention.value.hasPrefix("P") || mention.value.hasPrefix("PAST") || mention.value.hasPrefix("PRES"),
        // « au pouvoir depuis 1982 » dates something else.
        draft.word(mention.tokens.lowerBound - 1) != "depuis"
      {
        return mention.value
      }
    }
    return nil
  }

  static func place(in range: Range<Int>, _ draft: Draft) -> String? {
    for i in range {
      if let mention = draft.mention(at: i), mention.type == .place, ["a", "en", "au", "dans", "pres", "aux"].contains(draft.word(mention.tokens.lowerBound - 1)) { return mention.value }
    }
    return nil
  }

  /// Where in its sentence and its dispatch a token stands.
  static func signs(at token: Int, _ sentence: Range<Int>, _ part: DraftPart, paragraph: Int, _ draft: Draft) -> EventSigns {
    var signs: EventSigns = part.kind == .headline ? .headline : paragraph == 0 ? .lead : paragraph > 6 ? .late : []
    if draft.quotes.contains(where: { $0.inner.contains(token) }) { signs.insert(.quoted) }
    var k = token - 1
    while k >= sentence.lowerBound, token - k < 12 {
      let word = draft.word(k)
      if word == ";" { break }
      if word == "qui" || word == "dont" { signs.insert(.relative); break }
      if FunctionWords.that.contains(word) { signs.insert(.complement); break }
      k -= 1
    }
    return signs
  }
}
