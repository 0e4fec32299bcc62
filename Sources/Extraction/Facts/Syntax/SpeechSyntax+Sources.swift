internal import DispatchModel
internal import Lexicon

/// Whom words come from where no subject says it: `a-t-on appris auprès de la police`, `publié mardi par X`.
extension SpeechSyntax {
  private static let sources: WordSet = ["a", "au", "aux", "aupres", "chez", "de", "du", "dans"]

  /// Whom a phrase behind `a-t-on appris` names: `à la présidence`, `auprès de la police`, `dans un communiqué du ministère`.
  static func sourceAfter(_ i: Int, end: Int, _ draft: Draft, _ reader: PartyReader) -> Participant? {
    var k = i
    while k < min(end, i + 9), draft.kind(k) != .punctuation || draft.word(k) == Sign.hyphen {
      if sources.contains(draft.word(k)) {
        let reading = reader.read(at: k + 1, end: end, joins: false, draft)
        if let party = reading.parties.first { return party }
      }
      k += 1
    }
    return nil
  }

  /// The person whom a noun phrase of any kind leads to: `l'ancien candidat à la présidence X`.
  static func personAfter(_ i: Int, end: Int, _ draft: Draft) -> DraftMention? {
    var k = i
    while k < min(end, i + 10), draft.kind(k) != .punctuation || draft.word(k) == Sign.hyphen {
      if let mention = draft.mention(at: k), mention.type == .person { return mention.isFrame ? nil : mention }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].tense != .participle { return nil }
      k += 1
    }
    return nil
  }

  /// The first organization or country before the comma.
  static func partyBeforeComma(from i: Int, _ end: Int, _ draft: Draft) -> DraftMention? {
    var k = i
    while k < end {
      if draft.word(k) == Sign.comma {
        // `publié, mardi, par X`
        guard let date = draft.mention(at: k + 1), date.type == .date, draft.word(date.tokens.upperBound) == Sign.comma else { return nil }
        k = date.tokens.upperBound + 1
        continue
      }
      if let mention = draft.mention(at: k), mention.type == .organization || mention.type == .person { return mention }
      k += 1
    }
    return nil
  }
}
