internal import DispatchModel
internal import Lexicon

/// Offices shared with somebody named before: `son homologue russe, Vladimir Poutine`.
extension Offices {
  /// `son homologue russe, Vladimir Poutine`; `ses homologues éthiopien, X, et égyptien, Y`.
  func counterparts(at i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Int {
    var k = i + 1
    var found = false
    for _ in 0..<4 {
      var country: String?
      var start = k
      if !found { start = max(sentence.lowerBound, i - 1) }
      if let mention = draft.mention(at: k), mention.type == .nationality { country = mention.value; k = mention.tokens.upperBound }
      let comma = draft.word(k) == Sign.comma ? k + 1 : k
      guard let mention = draft.mention(at: comma), mention.type == .person else { break }
      if let model = model(before: i, draft) {
        let of = country ?? model.of
        draft.offices.append(HeldOffice(person: mention.value, country: country, head: model.head, title: model.title, of: of, token: start))
        draft.facts.append(
          DraftFact(
            content: .office(Office(person: mention.value, title: model.title, of: of, isFormer: draft.word(i, is: .predecessor))), evidence: start..<mention.tokens.upperBound,
            confidence: 0.85, rule: "office.counterpart",
            reasons: draft.explains ? ["\(draft.text(i)) shares \(model.title) with \(model.person)"] : []))
      }
      found = true
      k = mention.tokens.upperBound
      if draft.word(k) == Sign.comma { k += 1 }
      guard draft.word(k) == "et" else { break }
      k += 1
    }
    return max(k, i + 1)
  }

  /// The office that a homologue shares: the last one told before.
  private func model(before i: Int, _ draft: Draft) -> HeldOffice? {
    // Heads of states and ministers have homologues; their spokespersons, named in between, have none.
    draft.offices.last { $0.token < i && $0.of != nil && !draft.word($0.head, is: .voice) } ?? draft.offices.last { $0.token < i && $0.of != nil } ?? draft.offices.last
  }
}
