internal import DispatchModel
internal import Lexicon

/// Offices shared with somebody named before: `son homologue russe, Vladimir Poutine`.
extension Offices {
  /// `son homologue russe, Vladimir Poutine`; `ses homologues éthiopien, X, et égyptien, Y`.
  func counterparts(at i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Int {
    var k = i + 1
    var found = false
    var waiting: String?
    for _ in 0..<4 {
      var country: String?
      var start = k
      if !found { start = max(sentence.lowerBound, i - 1) }
      if let mention = draft.mention(at: k), mention.type == .nationality { country = mention.value; k = mention.tokens.upperBound }
      // `ses homologues français et néerlandais, X et Y`: the second nationality waits for the second name.
      if !found, draft.word(k) == "et", let next = draft.mention(at: k + 1), next.type == .nationality { waiting = next.value; k = next.tokens.upperBound }
      if found, country == nil { country = waiting; waiting = nil }
      // `son homologue de la société X, Y`
      var body: String?
      if !found, FunctionWords.of.contains(draft.word(k)) {
        let name = FunctionWords.articles.contains(draft.word(k + 1)) ? k + 2 : k + 1
        if let mention = draft.mention(at: name), mention.type == .organization || mention.type == .place { body = mention.value; k = mention.tokens.upperBound }
        if body != nil, draft.word(k) == Sign.open, draft.word(k + 2) == Sign.close { k += 3 }
      }
      let comma = draft.word(k) == Sign.comma ? k + 1 : k
      guard let mention = draft.mention(at: comma), mention.type == .person else { break }
      if let model = model(before: i, sentence, draft) {
        let of = body ?? country ?? host(of: mention, before: i, other: model.of, sentence, draft) ?? model.of
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

  /// The country of a homologue whom no nationality tells: the one known, else the one that the sentence leads to: `attendu à Skopje,
  /// où il sera reçu par son homologue`.
  private func host(of person: DraftMention, before i: Int, other: String?, _ sentence: Range<Int>, _ draft: Draft) -> String? {
    guard draft.word(i, is: .counterpart), !draft.word(i, is: .predecessor), other?.utf8.count == 2 else { return nil }
    if let known = person.country, known != other { return known }
    let places = (sentence.lowerBound..<i).compactMap { draft.mention(at: $0) }.filter { $0.type == .place && FunctionWords.prepositions.contains(draft.word($0.tokens.lowerBound - 1)) }
    return places.last.flatMap { Countries.country(of: $0) }.flatMap { $0 == other ? nil : $0 }
  }

  /// The office that a homologue shares: a plural told in the sentence (`Les deux présidents … leur homologue`), else the last one told.
  private func model(before i: Int, _ sentence: Range<Int>, _ draft: Draft) -> HeldOffice? {
    for k in (sentence.lowerBound..<max(sentence.lowerBound, i)).reversed() {
      guard draft.word(i - 1) == Self.their, let match = reader.title(at: k, draft), let singular = draft.lexicon.columns(ofEntry: match.entry).dropFirst(2).first else { continue }
      var phrase = TitlePhrase(head: match.tokens, draft)
      phrase.read(end: sentence.upperBound, reader, draft)
      return HeldOffice(person: "", country: nil, head: draft.word(k), title: phrase.title(draft, head: singular), of: nil, token: k)
    }
    // Heads of states and ministers have homologues; their spokespersons, named in between, have none.
    let held = draft.offices.filter { $0.token < i && !$0.isPrivate }
    return held.last { $0.of != nil && !draft.word($0.head, is: .voice) } ?? held.last { $0.of != nil } ?? draft.offices.last { $0.token < i }
  }

  private static var their: Word { "leur" }
}
