internal import DispatchModel
internal import Lexicon

/// Whether an event happened, on which day and where.
extension EventFacts {
  /// `nie avoir attaqué`, `a démenti que Bagdad ait acheté`: the clause of a verb of denial.
  func isDenied(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
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

  func status(of group: VerbGroup, _ part: PartKind) -> EventStatus {
    if group.isPossible || group.tense == .conditional { return .conditional }
    if group.isPlanned || group.tense == .future || group.tense == .infinitive { return .planned }
    if group.tense == .present && part != .headline && !group.isPassive { return .ongoing }
    return .happened
  }

  /// The resolved date that stands in the clause.
  func day(in range: Range<Int>, _ sentence: Range<Int>, _ draft: Draft) -> String? {
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

  func place(in range: Range<Int>, _ draft: Draft) -> String? {
    for i in range {
      if let mention = draft.mention(at: i), mention.type == .place, ["a", "en", "au", "dans", "pres", "aux"].contains(draft.word(mention.tokens.lowerBound - 1)) { return mention.value }
    }
    return nil
  }
}
