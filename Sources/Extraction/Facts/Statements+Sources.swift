internal import DispatchModel
internal import Lexicon

/// Words that a source is named for: `selon X`, `à en croire X`, `aux yeux de X`, `pour X`, `X, selon lequel …`.
extension Statements {
  private static var selon: Word { "selon" }
  private static var forWord: Word { "pour" }
  private static var who: Word { "qui" }
  private static let connectors: WordSet = ["mais", "et", ":", ";"]
  private static var by: Word { "par" }
  /// What an aside begins with, behind the comma that closes a source: it is no part of the words.
  private static let asides: WordSet = ["et", "mais", "puis", "tandis", "alors", "tout", "en", "ce", "soit", "contre", "notamment", "selon", "d'"]

  func sourcePhrases(in sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) -> [SpeechSource] {
    guard let openers, !(draft.word(sentence.lowerBound) == "c'" && draft.word(sentence.lowerBound + 2) == "ce") else { return [] }
    var found: [SpeechSource] = []
    for i in sentence {
      let isFor = draft.word(i) == Self.forWord && (i == sentence.lowerBound || draft.word(i + 1) == Self.who)
      guard let match = draft.matches.longest(in: openers, at: i), match.tokens.upperBound <= sentence.upperBound else {
        if isFor, let source = source(at: i, to: i + 1, isPronoun: false, sentence, draft, &state) { found.append(source) }
        continue
      }
      let isPronoun = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first == "pronoun"
      if let source = source(at: i, to: match.tokens.upperBound, isPronoun: isPronoun, sentence, draft, &state) { found.append(source) }
    }
    return found
  }

  /// The source that the phrase which opens at `start` names from `name` on.
  private func source(at start: Int, to name: Int, isPronoun: Bool, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) -> SpeechSource? {
    if draft.quotes.contains(where: { $0.inner.contains(start) }) { return nil }
    if FunctionWords.relatives.contains(draft.word(name)) { return relative(at: start, name, sentence, draft) }
    let isFor = draft.word(start) == Self.forWord
    let before = draft.word(start - 1)
    let isSetOff = start == sentence.lowerBound || [Sign.comma, Sign.closeGuillemet, Sign.straightQuote, Sign.closeCurly].contains(before) || Self.connectors.contains(before)
    var reading = isPronoun ? PartyReader.Reading(end: name, isPronoun: true) : reader.read(at: name, end: sentence.upperBound, joins: false, draft)
    var speaker = reading.parties.first
    let isSame = !isPronoun && draft.word(name + 1) == "meme" && draft.word(name + 2) == "source"
    if reading.isPronoun || isSame {
      let feminine = isPronoun ? nil : isFeminine(name, draft)
      speaker = subject(before: start, isFeminine: feminine, sentence, draft) ?? state.antecedent(before: start, isFeminine: feminine, draft, reader)
      if isSame { speaker = state.last ?? speaker; reading.end = name + 3 }
    }
    if speaker == nil, !isFor, !reader.isAnonymous(at: name, draft) {
      // `Selon les résultats publiés par la Commission …`: the body that the document comes from.
      let source = SpeechSyntax.partyBeforeComma(from: name, sentence.upperBound, draft)
      speaker = source.flatMap { reader.participant($0, draft) }
      if let source { reading.end = max(reading.end, source.tokens.upperBound) }
    }
    if speaker == nil, !isFor, !reading.isPronoun, let agent = agent(from: name, sentence, draft) {
      speaker = agent.speaker
      reading.end = agent.end
    }
    guard let speaker, speaker.id != draft.frame.agency else { return nil }
    // Without a comma before it the phrase must end its clause: `a été mesuré à 18 km selon l'USGS`.
    guard isSetOff || reading.end >= sentence.upperBound || draft.kind(reading.end) == .punctuation && draft.word(reading.end) != Sign.hyphen else { return nil }
    if !isSetOff, !SpeechSyntax.hasFiniteVerb(sentence.lowerBound..<start, draft) { return nil }
    if isFor, !tells(from: reading.end, sentence, draft) { return nil }
    return SpeechSource(start: start, cue: start, end: max(reading.end, name), speaker: speaker)
  }

  /// `selon un nouveau bilan communiqué mardi par les autorités bangladaises`: who gave the document out.
  private func agent(from name: Int, _ sentence: Range<Int>, _ draft: Draft) -> (speaker: Participant, end: Int)? {
    for k in name..<max(name, min(sentence.upperBound, name + 14)) {
      if draft.word(k) == Sign.comma || draft.word(k) == Sign.colon { return nil }
      guard draft.word(k) == Self.by else { continue }
      let reading = reader.read(at: k + 1, end: sentence.upperBound, joins: false, draft)
      return reading.parties.first.map { ($0, reading.end) }
    }
    return nil
  }

  /// `Pour X, …` tells what X thinks where X is a person set off by a comma, or where a quotation follows.
  private func tells(from end: Int, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.word(end) == Sign.comma else { return false }
    if draft.mentionType(at: end - 1) == .person { return true }
    return draft.quotes.contains { $0.outer.lowerBound > end && $0.outer.lowerBound < sentence.upperBound && SpeechSyntax.wordCount($0.inner, draft) >= 4 }
  }

  /// The subject of the sentence, whom `selon lui` means: `Le Pentagone a diffusé une vidéo montrant, selon lui, …`.
  private func subject(before token: Int, isFeminine: Bool?, _ sentence: Range<Int>, _ draft: Draft) -> Participant? {
    guard let main = draft.verbGroups.first(where: { $0.isFinite && $0.head >= sentence.lowerBound && $0.head < token }), let subject = subjects.subject(of: main, draft),
      !subject.isPronoun, let party = subject.parties.first, subject.parties.count == 1, party.id != party.country
    else { return nil }
    if let isFeminine, let sex = draft.genders.isFemale(party.id), sex != isFeminine { return nil }
    return party
  }

  /// `X, selon lequel …`, `Y, pour qui …`, `les informations de Z selon lesquelles …`: the name before the relative.
  private func relative(at start: Int, _ pronoun: Int, _ sentence: Range<Int>, _ draft: Draft) -> SpeechSource? {
    let isApposed = draft.word(start - 1) == Sign.comma
    let last = isApposed ? start - 2 : start - 1
    guard last > sentence.lowerBound, isApposed || draft.mention(at: last) != nil, draft.word(pronoun) != "dont", draft.word(pronoun) != "ou" else { return nil }
    let near = (max(sentence.lowerBound, last - 14)...last).compactMap { draft.mention(at: $0) }.filter { !$0.isFrame }
    guard let mention = near.last(where: { $0.type == .person }) ?? near.last(where: { $0.type == .organization }), let speaker = reader.participant(mention, draft),
      speaker.id != draft.frame.agency
    else { return nil }
    return SpeechSource(start: start, cue: start, end: pronoun + 1, speaker: speaker, clause: pronoun + 1)
  }

  func source(_ source: SpeechSource, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    let contents: [SpeechSyntax.Content]
    if let clause = source.clause {
      contents = SpeechSyntax.split(clause..<sentence.upperBound, rule: "statement.A1", draft)
    } else if source.start == sentence.lowerBound || Self.connectors.contains(draft.word(source.start - 1)) {
      guard let start = contentStart(from: source.end, sentence, draft) else { return }
      contents = SpeechSyntax.split(start..<sentence.upperBound, rule: "statement.A1", draft)
    } else {
      let end = isInserted(source, sentence, draft) ? sentence.upperBound : draft.kind(source.start - 1) == .punctuation && draft.word(source.start - 1) == Sign.comma ? source.start - 1 : source.start
      contents = SpeechSyntax.split(SpeechSyntax.lastClause(sentence.lowerBound..<end, before: source.start, draft), rule: "statement.A1", draft)
    }
    emit(contents, source.speaker, cue: source.cue, to: source.end, nil, sentence, draft, &state)
  }

  /// Where the words begin behind a source that opens the sentence: over what stands in apposition to it, `, joint par téléphone,`, `, dont
  /// X a eu copie,`, `, du Muséum,`, `, directeur de Y,`.
  private func contentStart(from end: Int, _ sentence: Range<Int>, _ draft: Draft) -> Int? {
    func comma(from i: Int) -> Int? { (i..<max(i, sentence.upperBound)).first { draft.word($0) == Sign.comma } }
    guard var mark = comma(from: end) else { return nil }
    for _ in 0..<3 {
      let next = mark + 1
      let isRelative = FunctionWords.relatives.contains(draft.word(next)) && draft.mention(at: next) == nil
      let isParticiple = next < draft.count && draft.verbOfToken[next] >= 0 && !draft.features(next).contains(.adverb) && !draft.verbGroups[Int(draft.verbOfToken[next])].isFinite
      let isEmployer = FunctionWords.of.contains(draft.word(next)) && (draft.mentionType(at: next + 1) == .organization || draft.mentionType(at: next + 2) == .organization)
      guard isRelative || isParticiple || isEmployer || reader.title(at: next, draft) != nil, let close = comma(from: next) else { break }
      mark = close
    }
    return mark + 1 < sentence.upperBound ? mark + 1 : nil
  }

  /// `qui ont fait, selon X, au moins 58 morts`: the source is set into the clause that it is the source of.
  private func isInserted(_ source: SpeechSource, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.word(source.start - 1) == Sign.comma, draft.word(source.end) == Sign.comma else { return false }
    let rest = source.end + 1..<max(source.end + 1, sentence.upperBound)
    guard let first = rest.first, SpeechSyntax.wordCount(rest, draft) >= 3, !Self.asides.contains(draft.word(first)),
      !FunctionWords.relatives.contains(draft.word(first)), !FunctionWords.relatives.contains(draft.word(first + 1)) || draft.word(first) != Self.forWord
    else { return false }
    return rest.count > source.start - sentence.lowerBound || !SpeechSyntax.hasFiniteVerb(rest, draft)
  }
}
