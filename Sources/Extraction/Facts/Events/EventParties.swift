internal import DispatchModel
internal import Lexicon

/// Who acts and on whom: subjects, objects and agents of the verbs that tell events, and whom a text means where it names nobody.
struct EventParties {
  let reader: PartyReader
  private let subjects: Subjects

  private static let feminine: WordSet = ["elle", "la"]
  private static let masculine: WordSet = ["il", "le"]
  private static let firstPersons: WordSet = ["je", "j'", "nous"]

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
  }

  /// A subject and how it was found.
  struct Found {
    var parties: [Participant]
    var start: Int
    var signs: EventSigns = []
  }

  // MARK: Subjects

  func subject(of group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Found? {
    switch group.tense {
    case .participle:
      // `un accord signé par X`, `la milice, soutenue par l'Iran`: what it is said of stands before.
      var k = group.head - 1
      if draft.word(k) == Sign.comma { k -= 1 }
      guard let mention = draft.mention(at: k), let party = reader.participant(mention, draft) else { return nil }
      return Found(parties: [party], start: mention.tokens.lowerBound)
    case .gerund, .infinitive:
      guard let main = draft.verbGroups.last(where: { sentence.contains($0.head) && $0.isFinite && $0.head < group.head })
        ?? draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), main.head != group.head
      else { return nil }
      if group.tense == .infinitive, draft.word(main.lemma, is: .objectControl) { return controlled(group, by: main, sentence, draft) }
      guard var subject = subject(of: main, sentence, draft) else { return nil }
      subject.start = group.tokens.lowerBound
      return subject
    default:
      if let inverted = inverted(group, sentence, draft) { return inverted }
      if Self.firstPersons.contains(draft.word(group.tokens.lowerBound - 1)) || draft.word(group.tokens.lowerBound) == "nous" {
        return quotedSpeaker(of: group.head, draft).map { Found(parties: [$0], start: group.tokens.lowerBound, signs: .firstPerson) }
      }
      guard let subject = subjects.subject(of: group, draft) else { return nil }
      if subject.isPronoun {
        let isPlural = FunctionWords.pluralPronouns.contains(draft.word(subject.start))
        if let same = speaker(before: subject.start, isPlural, sentence, draft) { return Found(parties: same, start: subject.start, signs: .pronoun) }
        guard !isPlural, let last = pronoun(subject.start, sentence, draft) else { return isPlural ? Found(parties: [], start: subject.start, signs: .pronoun) : nil }
        return Found(parties: [last], start: subject.start, signs: .pronoun)
      }
      return Found(parties: subject.parties, start: subject.start, signs: group.head - subject.start > 14 ? .farActor : [])
    }
  }

  /// `a remercié la Türkiye pour avoir formé`, `a appelé Israël à retirer`, `est accusé d'avoir financé`: the object of such a verb is who does it.
  private func controlled(_ group: VerbGroup, by main: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Found? {
    let parties = main.isPassive ? subject(of: main, sentence, draft)?.parties : object(after: main, sentence, draft).parties
    guard let parties, !parties.isEmpty else { return nil }
    return Found(parties: parties, start: group.tokens.lowerBound)
  }

  /// `BASF a fait savoir qu'il réduirait`: a pronoun right behind `que` means whom the clause before is about.
  private func speaker(before token: Int, _ isPlural: Bool, _ sentence: Range<Int>, _ draft: Draft) -> [Participant]? {
    guard FunctionWords.that.contains(draft.word(token - 1)),
      let main = draft.verbGroups.last(where: { sentence.contains($0.head) && $0.isFinite && $0.head < token }), token - main.head < 4,
      let parties = subject(of: main, sentence, draft)?.parties, let first = parties.first
    else { return nil }
    if isPlural { return parties.count > 1 ? parties : nil }
    guard parties.count == 1 else { return nil }
    let isFeminine = Self.feminine.contains(draft.word(token))
    if let sex = draft.genders.isFemale(first.id), sex != isFeminine { return nil }
    return parties
  }

  /// Who says the words that the token is in.
  private func quotedSpeaker(of token: Int, _ draft: Draft) -> Participant? {
    for fact in draft.facts {
      if case .statement(let statement) = fact.content, fact.evidence.contains(token) { return statement.speaker }
    }
    return nil
  }

  private func inverted(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Found? {
    guard SpeechSyntax.incise(group, sentence, draft) != nil else { return nil }
    if group.hasInvertedPronoun {
      return pronoun(group.tokens.upperBound - 1, sentence, draft).map { Found(parties: [$0], start: group.tokens.lowerBound, signs: .pronoun) }
    }
    let i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    let reading = reader.read(at: i, end: sentence.upperBound, draft)
    return reading.parties.isEmpty ? nil : Found(parties: reading.parties, start: group.tokens.lowerBound)
  }

  /// Whom a pronoun, or a noun that stands for one, means: the last person before whom the text does not call of the other sex.
  private func pronoun(_ token: Int, _ sentence: Range<Int>, _ draft: Draft) -> Participant? {
    // `Recevant X, il a …`: who is named in a phrase that stands before its subject is not that subject.
    let isFronted = !draft.verbGroups.contains { $0.isFinite && sentence.lowerBound <= $0.head && $0.head < token }
    let limit = isFronted ? sentence.lowerBound : token
    let isFeminine = Self.feminine.contains(draft.word(token)) ? true : Self.masculine.contains(draft.word(token)) ? false : nil
    return draft.mentions.last { mention in
      guard mention.type == .person, !mention.isFrame, mention.tokens.upperBound <= limit else { return false }
      guard let isFeminine, let sex = draft.genders.isFemale(mention.value) else { return true }
      return sex == isFeminine
    }.flatMap { reader.participant($0, draft) }
  }

  // MARK: Objects and agents

  func object(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> PartyReader.Reading {
    var k = SpeechSyntax.skipInsertions(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    var steps = 0
    var result = PartyReader.Reading(end: group.tokens.upperBound)
    while k < sentence.upperBound, steps < 14 {
      steps += 1
      let word = draft.word(k)
      if draft.verbOfToken[k] >= 0 && k > group.tokens.upperBound || FunctionWords.that.contains(word) || word == Sign.stop || word == ";" || word == Sign.straightQuote || word == Sign.openGuillemet { break }
      if word == Sign.comma && steps > 1 { break }
      if FunctionWords.relatives.contains(word), draft.mention(at: k) == nil { break }
      let isPlace = word == "dans" || word == "en" || word == "sur" || word == "depuis"
      if isPlace { k += 1; if let mention = draft.mention(at: k) { k = mention.tokens.upperBound } ; continue }
      if word == "par" {
        // `s'est entretenu par téléphone avec X`
        guard draft.word(k + 1, is: .channel) else { break }
        k += 2
        continue
      }
      let reading = reader.read(at: k, end: sentence.upperBound, draft)
      if !reading.parties.isEmpty, !(word == "a" && draft.mention(at: k + 1).map { $0.type == .place && $0.value.utf8.contains(UInt8(ascii: "/")) } == true) {
        result.parties = reading.parties
        result.end = reading.end
        return result
      }
      k = max(k + 1, reading.parties.isEmpty ? reading.end : k + 1)
      result.end = min(k, sentence.upperBound)
    }
    return result
  }

  func agent(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> PartyReader.Reading {
    var k = group.tokens.upperBound
    while k < min(sentence.upperBound, group.tokens.upperBound + 12) {
      if draft.word(k) == "par" { return reader.read(at: k + 1, end: sentence.upperBound, draft) }
      if draft.word(k) == ";" || draft.verbOfToken[k] >= 0 { break }
      k += 1
    }
    return PartyReader.Reading(end: group.tokens.upperBound)
  }

  /// `ont défilé à l'appel de X`: who called for a protest.
  func callers(after token: Int, _ sentence: Range<Int>, _ draft: Draft) -> [Participant] {
    for k in token + 1..<max(token + 1, min(sentence.upperBound - 1, token + 24)) where draft.word(k) == "appel" && draft.word(k - 1) == "l'" && FunctionWords.of.contains(draft.word(k + 1)) {
      return reader.read(at: k + 2, end: sentence.upperBound, draft).parties
    }
    return []
  }

  /// The country that a visit goes to: the first place after the verb.
  func host(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> [Participant] {
    for k in group.head + 1..<max(group.head + 1, min(sentence.upperBound, group.head + 8)) {
      if let mention = draft.mention(at: k), mention.type == .place, let party = reader.participant(mention, draft) { return [party] }
    }
    return []
  }

  // MARK: Nobody named

  /// The state where the dispatch plays.
  func home(_ draft: Draft) -> [Participant] { reader.home(draft).map { [Participant(id: $0, country: $0)] } ?? [] }

  /// Who acts in a passive without an agent: the state where only a state can, the parties themselves in an agreement.
  func implied(_ category: EventCategory, _ group: VerbGroup, _ targets: [Participant], _ sentence: Range<Int>, _ draft: Draft) -> [Participant] {
    switch category {
    case .mobilize: return targets.isEmpty ? home(draft) : targets
    case .agree:
      if group.tense == .participle, let main = draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), let subject = subject(of: main, sentence, draft),
        !subject.parties.isEmpty
      {
        return subject.parties
      }
      return home(draft)
    case .disaster, .protest, .die, .business, .achieve: return []
    default: return home(draft)
    }
  }
}
