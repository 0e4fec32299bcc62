internal import DispatchModel
internal import Lexicon

/// `selon X` with the tokens it covers.
struct SpeechSource {
  var start: Int
  var cue: Int
  var end: Int
  var speaker: Participant
  /// Where the words begin, for a source that a relative pronoun means.
  var clause: Int?
  var isUsed = false
}

/// What the statements of a text have told so far: who spoke last, and which words are taken.
struct SpeechState {
  var taken: [Range<Int>] = []
  var last: Participant?
  private var lastSentence: Range<Int>?
  /// The subject of the last sentence that had a person or an organization for it.
  private var topic: (party: Participant, sentence: Range<Int>)?
  /// Who goes on speaking if a quotation follows.
  var follows: Participant?
  var inciseEnd: Int?

  mutating func said(_ speaker: Participant, _ sentence: Range<Int>) {
    last = speaker
    lastSentence = sentence
    follows = speaker
  }

  /// Where the sentence ends in which somebody spoke last.
  var lastEnd: Int { lastSentence?.upperBound ?? 0 }

  func inSentence(_ sentence: Range<Int>) -> Participant? { lastSentence == sentence ? last : nil }

  /// Statements come in the order of the text, so only the last few can overlap.
  func isTaken(_ tokens: Range<Int>) -> Bool { taken.suffix(12).contains { $0.overlaps(tokens) } }

  mutating func note(_ sentence: Range<Int>, topic party: Participant?, _ draft: Draft) {
    inciseEnd = nil
    if let party { topic = (party, sentence) }
    if lastSentence != sentence, !draft.quotes.contains(where: { $0.outer.overlaps(sentence) }) { follows = nil }
  }

  /// Whom `il`, `elle`, `ce dernier` mean: the last sentence's subject or the last speaker, whoever came later, else the last person
  /// named before; never somebody of the other sex.
  func antecedent(before token: Int, isFeminine: Bool?, _ draft: Draft, _ reader: PartyReader) -> Participant? {
    func fits(_ party: Participant) -> Bool {
      guard let isFeminine, let sex = draft.genders.isFemale(party.id) else { return true }
      return sex == isFeminine
    }
    let named = draft.mentions.last { mention in
      guard mention.type == .person, !mention.isFrame, mention.tokens.upperBound <= token else { return false }
      guard let isFeminine, let sex = draft.genders.isFemale(mention.value) else { return true }
      return sex == isFeminine
    }
    if let topic, topic.sentence.upperBound > (lastSentence?.lowerBound ?? -1), topic.sentence != lastSentence, topic.sentence.upperBound <= token, fits(topic.party) {
      // A body is seldom `il` or `elle` where a person was named beside it, or spoke last.
      let isPerson = draft.mentions.contains { $0.type == .person && $0.value == topic.party.id }
      if isPerson || isFeminine == nil { return topic.party }
      if let named, named.tokens.lowerBound >= topic.sentence.lowerBound { return reader.participant(named, draft) }
      if let last, let said = lastSentence, fits(last), token - said.upperBound < 80, draft.mentions.contains(where: { $0.type == .person && $0.value == last.id }) { return last }
      return topic.party
    }
    if let last, let said = lastSentence, fits(last) {
      // A person named after the last words takes over.
      if let named, named.tokens.lowerBound > said.upperBound, opens(named, draft) { return reader.participant(named, draft) }
      // A pronoun in the singular means a person where one was named since.
      if last.id.count == 2, let named { return reader.participant(named, draft) }
      return last
    }
    return named.flatMap { reader.participant($0, draft) }
  }

  /// The organization that `le groupe` or a pronoun means: the first of the sentence, else the topic, else the last speaker.
  func body(before token: Int, in sentence: Range<Int>, _ draft: Draft, _ reader: PartyReader) -> Participant? {
    for i in sentence.lowerBound..<max(sentence.lowerBound, min(token, sentence.upperBound)) {
      if let mention = draft.mention(at: i), mention.type == .organization, !mention.isFrame { return reader.participant(mention, draft) }
    }
    let known = [topic?.party, last].compactMap { $0 }
    return known.first { party in party.id != party.country && draft.genders.isFemale(party.id) == nil }
  }

  /// Near the sentence's start, where subjects stand.
  private func opens(_ mention: DraftMention, _ draft: Draft) -> Bool {
    guard let sentence = draft.sentence(of: mention.tokens.lowerBound) else { return false }
    return !(sentence.lowerBound..<mention.tokens.lowerBound).contains { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite }
  }
}

/// The verb groups of each sentence.
struct VerbIndex {
  private var ranges: [Range<Int>]

  init(_ draft: Draft) {
    ranges = [Range<Int>](repeating: 0..<0, count: draft.sentences.count)
    for (index, group) in draft.verbGroups.enumerated() where group.head < draft.sentenceOfToken.count {
      let sentence = Int(draft.sentenceOfToken[group.head])
      guard sentence >= 0 else { continue }
      ranges[sentence] = (ranges[sentence].isEmpty ? index : ranges[sentence].lowerBound)..<index + 1
    }
  }

  func groups(ofSentence index: Int) -> Range<Int> { index >= 0 && index < ranges.count ? ranges[index] : 0..<0 }
}
