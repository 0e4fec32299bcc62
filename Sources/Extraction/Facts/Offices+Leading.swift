internal import DispatchModel
internal import Lexicon

/// Offices that a verb tells: who presides over a body is its president, who directs it its director.
extension Offices {
  /// `la Réserve fédérale, présidée par X`, `X, qui dirige l'institut Y`.
  func leads(_ group: VerbGroup, _ verbs: TableID, _ draft: Draft) {
    guard let titles = draft.lexicon.rows(of: group.lemma, in: verbs).first, titles.count > 2, !group.isNegated, let sentence = draft.sentence(of: group.head) else { return }
    let pair: (person: DraftMention, body: DraftMention)?
    if group.isPassive || group.tense == .participle {
      pair = passive(group, sentence, draft)
    } else {
      pair = group.isFinite ? active(group, sentence, draft) : nil
    }
    guard let pair else { return }
    let isFemale = PersonGenders(draft).isFemale(pair.person.value) ?? false
    let title = String(isFemale ? titles[2] : titles[1])
    let isFormer = group.tense == .imperfect || group.tense == .past
    draft.offices.append(HeldOffice(person: pair.person.value, country: pair.body.country, head: Word(title[...]), title: title, of: pair.body.value, token: group.head))
    let start = min(pair.person.tokens.lowerBound, pair.body.tokens.lowerBound)
    draft.facts.append(
      DraftFact(
        content: .office(Office(person: pair.person.value, title: title, of: pair.body.value, isFormer: isFormer)),
        evidence: start..<max(pair.person.tokens.upperBound, pair.body.tokens.upperBound), confidence: 0.8, rule: "office.verb",
        reasons: draft.explains ? ["\(draft.text(group.head)) \(pair.body.value)"] : []))
  }

  /// `la Réserve fédérale, désormais présidée par X`: the body before, the name behind `par`.
  private func passive(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> (DraftMention, DraftMention)? {
    guard draft.word(group.tokens.upperBound) == "par" else { return nil }
    var k = group.tokens.lowerBound - 1
    while k > sentence.lowerBound, draft.mention(at: k) == nil, draft.word(k) == Sign.comma || draft.features(k).contains(.adverb) { k -= 1 }
    guard let body = draft.mention(at: k), body.type == .organization, !body.isFrame else { return nil }
    var i = group.tokens.upperBound + 1
    while i < sentence.upperBound, i - group.tokens.upperBound < 8, draft.kind(i) == .word || draft.word(i) == Sign.hyphen || draft.word(i) == Sign.stop {
      if let mention = draft.mention(at: i) {
        if mention.type == .person { return (mention, body) }
        guard mention.type == .nationality else { return nil }
      }
      i += 1
    }
    return nil
  }

  /// `X dirige l'institut Y`, `X, qui préside Z`: the body right behind the verb.
  private func active(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> (DraftMention, DraftMention)? {
    let k = FunctionWords.articles.contains(draft.word(group.tokens.upperBound)) ? group.tokens.upperBound + 1 : group.tokens.upperBound
    guard k < sentence.upperBound, let body = draft.mention(at: k), body.type == .organization, !body.isFrame, body.tokens.lowerBound == k,
      let party = subjects.subject(of: group, draft).flatMap({ $0.parties.count == 1 ? $0.parties.first : nil }),
      let person = draft.mentions.last(where: { $0.type == .person && $0.value == party.id && $0.tokens.upperBound <= group.tokens.lowerBound && sentence.contains($0.tokens.lowerBound) })
    else { return nil }
    return (person, body)
  }
}
