internal import DispatchModel
internal import Lexicon

/// Whose office it is: the name beside a title, after it or before it, or the subject of the verb that gives it.
extension Offices {
  /// `X`, `M. X`, `le Norvégien X` at the token.
  func name(at i: Int, _ draft: Draft) -> Range<Int>? {
    var k = i
    for _ in 0..<6 {
      if let mention = draft.mention(at: k) {
        if mention.type == .person { return i..<mention.tokens.upperBound }
        guard mention.type == .nationality else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      guard draft.word(k, is: .honorific) else { return nil }
      k += draft.word(k + 1) == Sign.stop ? 2 : 1
    }
    return nil
  }

  /// The person whose name ends before the comma: `X,`, `X (PS),`.
  func nameBefore(_ comma: Int, _ sentence: Range<Int>, _ draft: Draft) -> DraftMention? {
    var k = comma - 1
    if draft.word(k) == Sign.close {
      while k > sentence.lowerBound, draft.word(k) != Sign.open { k -= 1 }
      k -= 1
    }
    if draft.word(k) == Sign.comma, k > sentence.lowerBound { k -= 1 }
    guard k >= sentence.lowerBound, let mention = draft.mention(at: k), mention.type == .person else { return nil }
    return mention
  }

  /// `X a été de 2017 à 2019 présidente`, `X fut consul`, `X, élue maire`: who the verb before says the title of.
  func copula(before first: Int, _ sentence: Range<Int>, _ draft: Draft) -> (person: DraftMention, isFormer: Bool)? {
    // Dates may stand between.
    var k = first - 1
    while k > sentence.lowerBound, draft.verbOfToken[k] < 0, first - k < 12,
      draft.mentionType(at: k) == .date || FunctionWords.prepositions.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k))
        || draft.features(k).contains(.adverb) || draft.kind(k) == .number || draft.word(k) == "lui" || draft.word(k) == "elle" || draft.word(k) == Sign.hyphen || draft.word(k) == "meme"
    { k -= 1 }
    guard k > sentence.lowerBound, draft.verbOfToken[k] >= 0 else { return nil }
    let group = draft.verbGroups[Int(draft.verbOfToken[k])]
    let isCopula = group.lemma == "être" || group.lemma == "devenir"
    let isBecome = group.lemma == "devenir" && group.tense == .participle
    guard isCopula ? group.isFinite || isBecome : group.isPassive && names(group.lemma, draft), !group.isNegated, !Self.degrees.contains(draft.word(first - 1)) else { return nil }
    let isFormer = group.lemma == "être" && group.tense != .present && group.tense != .future
    if let person = nameBefore(group.tokens.lowerBound, sentence, draft) { return (person, isFormer) }
    guard group.isFinite, let subject = subjects.subject(of: group, draft), !subject.isPronoun, let id = subject.parties.first?.id else { return nil }
    let token = (subject.start..<max(subject.start, group.head)).first { draft.mention(at: $0).map { $0.type == .person && $0.value == id } == true }
    return token.flatMap { draft.mention(at: $0) }.map { ($0, isFormer) }
  }

  /// Whom a title without a name means: `l'ex-colonel faisait l'objet d'un mandat`, `cette institutrice retraitée`, `l'avocat de 61 ans`.
  /// The one person named since the paragraph began, else the last one before, where the sex agrees and no one else holds that office.
  func meant(by phrase: TitlePhrase, _ kind: Substring, _ sentence: Range<Int>, _ draft: Draft) -> DraftMention? {
    let determiner = draft.word(phrase.start)
    let isAged = draft.word(phrase.end) == "de" && draft.mentionType(at: phrase.end + 1) == .date
    guard phrase.hasArticle, !phrase.isPossessive, kind != "member", Self.pointing.contains(determiner) || Self.definite.contains(determiner) && (phrase.isFormer || isAged),
      draft.mention(at: phrase.end)?.type != .person, !draft.offices.contains(where: { $0.head == draft.word(phrase.head.lowerBound) })
    else { return nil }
    let isFemale = determiner == "cette" || determiner == "la" || draft.features(phrase.head.lowerBound).isDisjoint(with: .masculine) && draft.features(phrase.head.lowerBound).contains(.feminine)
    let genders = PersonGenders(draft)
    let paragraph = draft.parts.first { $0.tokens.contains(phrase.start) }?.tokens.lowerBound ?? sentence.lowerBound
    let before = draft.mentions.filter { $0.type == .person && !$0.isFrame && $0.tokens.upperBound <= phrase.start }
    func fits(_ mention: DraftMention) -> Bool { genders.isFemale(mention.value).map { $0 == isFemale } ?? true }
    let near = before.filter { $0.tokens.lowerBound >= paragraph && fits($0) }
    if let only = near.last, Set(near.map(\.value)).count == 1 { return only }
    return near.isEmpty ? before.last.flatMap { fits($0) ? $0 : nil } : nil
  }

  private static let degrees: WordSet = ["plus", "moins", "tres", "peu", "trop", "aussi", "si", "assez"]
  private static let pointing: WordSet = ["ce", "cet", "cette"]
  private static let definite: WordSet = ["le", "la", "l'"]

  /// The verb gives somebody an office: `nommer`, `élire`.
  func names(_ lemma: Word, _ draft: Draft) -> Bool {
    guard let verbs else { return false }
    return draft.lexicon.rows(of: lemma, in: verbs).contains { $0.count > 1 && ($0[1] == "appoint" || $0[1] == "elect") }
  }

  /// The name in apposition behind a complement without a verb of its own.
  func nameAfterComplement(from i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Range<Int>? {
    guard FunctionWords.of.contains(draft.word(i)) else { return nil }
    var k = i
    while k < min(sentence.upperBound, i + 14) {
      if draft.word(k) == Sign.comma { return reader.nameInApposition(after: k, draft) }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return nil }
      if draft.mentionType(at: k) == .person { return nil }
      k += 1
    }
    return nil
  }
}
