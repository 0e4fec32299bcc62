internal import DispatchModel
internal import Lexicon

/// Who said what: que-clauses, incises, quotations as objects, `selon`, gerunds and quotations that just follow.
struct Statements: Annotator {
  static let requires: Set<Layer> = [.verbs, .quotes, .offices]
  static let provides: Set<Layer> = [.statements]

  let reader: PartyReader
  let subjects: Subjects
  private let cues: TableID?
  private let vias: TableID?

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
    cues = lexicon.table("cues")
    vias = lexicon.table("via")
  }

  func annotate(_ draft: Draft) {
    guard cues != nil else { return }
    var state = SpeechState()
    let groupsBySentence = VerbIndex(draft)
    for part in draft.parts where part.kind == .paragraph {
      state.follows = nil
      for (index, sentence) in draft.sentences.enumerated() where sentence.lowerBound >= part.tokens.lowerBound && sentence.upperBound <= part.tokens.upperBound {
        var sources = sourcePhrases(in: sentence, draft, &state)
        for groupIndex in groupsBySentence.groups(ofSentence: index) {
          attribution(groupIndex, sentence, draft, &state, &sources)
        }
        for source in sources where !source.isUsed { self.source(source, sentence, draft, &state) }
        floating(sentence, draft, &state)
        state.note(sentence, topic: topic(groupsBySentence.groups(ofSentence: index), draft), draft)
      }
    }
  }

  /// Whom a sentence is about: the subject of its first finite verb, where that is a person or an organization.
  private func topic(_ groups: Range<Int>, _ draft: Draft) -> Participant? {
    guard let main = groups.first(where: { draft.verbGroups[$0].isFinite }), let subject = subjects.subject(of: draft.verbGroups[main], draft) else { return nil }
    return subject.parties.count == 1 ? subject.parties.first { $0.id != $0.country } : nil
  }

  func cueKind(_ lemma: Word, _ draft: Draft) -> Substring? {
    guard let cues else { return nil }
    return draft.lexicon.rows(of: lemma, in: cues).first?.dropFirst().first
  }

  // MARK: Verbs

  private func attribution(_ groupIndex: Int, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState, _ sources: inout [SpeechSource]) {
    let group = draft.verbGroups[groupIndex]
    guard group.tense != .participle, let kind = cueKind(group.lemma, draft) else { return }
    if isInside(group.head, state, draft) { return }
    let after = SpeechSyntax.skipInsertions(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    if let incise = SpeechSyntax.incise(group, sentence, draft) {
      self.incise(incise, group, sentence, draft, &state)
      return
    }
    let complement = SpeechSyntax.complement(of: group, kind: kind, from: after, sentence: sentence, draft)
    guard !complement.isEmpty else { return }
    let said = group.isPassive ? agent(after: group, sentence, draft) : speaker(of: group, sentence, draft, &state)
    guard let speaker = said else { return }
    emit(complement, speaker, cue: group.head, group, sentence, draft, &state)
  }

  /// In words that are another's quotation already.
  private func isInside(_ token: Int, _ state: SpeechState, _ draft: Draft) -> Bool {
    draft.quotes.contains { $0.inner.contains(token) && SpeechSyntax.wordCount($0.inner, draft) > 3 && !SpeechSyntax.isInserted(token, in: $0, draft) }
  }

  private func speaker(of group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) -> Participant? {
    if group.tense == .gerund || group.tense == .infinitive {
      if let last = state.inSentence(sentence) { return last }
      // The main verb's subject.
      guard let main = draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), main.head != group.head else { return state.last }
      return speaker(of: main, sentence, draft, &state)
    }
    guard let subject = subjects.subject(of: group, draft) else { return nil }
    if subject.isPronoun { return state.antecedent(before: subject.start, isFeminine: isFeminine(subject.start, draft), draft, reader) }
    return subject.parties.first
  }

  /// `a été qualifié d'« inacceptable » par X`
  private func agent(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Participant? {
    let by = (group.tokens.upperBound..<max(group.tokens.upperBound, min(sentence.upperBound, group.tokens.upperBound + 20))).first { draft.word($0) == Self.by }
    return by.flatMap { reader.read(at: $0 + 1, end: sentence.upperBound, joins: false, draft).parties.first }
  }

  private static var by: Word { "par" }

  private func incise(_ incise: SpeechSyntax.Incise, _ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    var speaker: Participant?
    if group.hasInvertedPronoun, draft.word(group.tokens.upperBound - 1) == Self.one {
      // `indique-t-on à la présidence`, `lit-on dans un communiqué du ministère`: who is named behind, or nobody.
      speaker = SpeechSyntax.sourceAfter(group.tokens.upperBound, end: sentence.upperBound, draft, reader)
    } else if group.hasInvertedPronoun {
      // Nobody named in the words themselves is meant.
      let start = (incise.quote ?? incise.within)?.outer.lowerBound ?? group.head
      speaker = state.antecedent(before: start, isFeminine: isFeminine(group.tokens.upperBound - 1, draft), draft, reader)
        ?? state.body(before: group.head, in: sentence, draft, reader)
    } else {
      var i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
      let reading = reader.read(at: i, end: sentence.upperBound, joins: false, draft)
      i = reading.end
      speaker = reading.isPronoun ? state.antecedent(before: i, isFeminine: isFeminine(i - 1, draft), draft, reader) : reading.parties.first
      if speaker == nil { speaker = SpeechSyntax.personAfter(i, end: sentence.upperBound, draft).flatMap { reader.participant($0, draft) } }
      if speaker == nil { speaker = backReference(after: group, sentence, draft, state) }
    }
    guard let speaker else { return }
    var content = SpeechSyntax.contents(before: incise, sentence, draft)
    // `La hausse, a-t-il expliqué, résulte de la sécheresse`: the longer half holds the statement.
    if group.hasInvertedPronoun, incise.quote == nil, incise.within == nil, content.allSatisfy({ !$0.isQuoted && SpeechSyntax.wordCount($0.tokens, draft) < 5 }), draft.word(group.tokens.upperBound) == Sign.comma {
      let rest = SpeechSyntax.split(group.tokens.upperBound + 1..<sentence.upperBound, rule: "statement.A2", draft)
      let length = { (contents: [SpeechSyntax.Content]) in contents.reduce(0) { $0 + $1.tokens.count } }
      if length(rest) > length(content) { content = rest }
    }
    emit(content, speaker, cue: group.head, group, sentence, draft, &state)
    state.follows = speaker
    state.inciseEnd = group.tokens.upperBound
  }

  /// What a pronoun or an article says of the sex: nil for `ce dernier` and others.
  private func isFeminine(_ token: Int, _ draft: Draft) -> Bool? {
    switch draft.word(token) {
    case Self.she, Self.her: true
    case Self.he, Self.his: false
    default: nil
    }
  }

  private static var one: Word { "on" }
  private static var she: Word { "elle" }
  private static var he: Word { "il" }
  private static var her: Word { "la" }
  private static var his: Word { "le" }

  /// `a annoncé le groupe`, `a lancé la lauréate`: a noun that stands for somebody named before.
  private func backReference(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft, _ state: SpeechState) -> Participant? {
    let i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    if reader.references.body(at: i, draft) != nil { return state.body(before: group.head, in: sentence, draft, reader) }
    if reader.references.isDocument(at: i, draft) { return state.last }
    guard reader.references.isPerson(at: i, draft) else { return nil }
    return state.antecedent(before: i, isFeminine: isFeminine(i, draft), draft, reader)
  }

  /// Adds the statements. `extent` is the end of the words that name the source.
  func emit(_ contents: [SpeechSyntax.Content], _ speaker: Participant, cue: Int?, to extent: Int? = nil, _ group: VerbGroup?, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    // An agency that tells what it saw is nobody's speaker.
    guard speaker.id != draft.frame.agency else { return }
    for content in contents where !content.tokens.isEmpty && !state.isTaken(content.tokens) {
      state.taken.append(content.tokens)
      let statement = Statement(
        speaker: speaker, content: draft.text(content.tokens), isQuoted: content.isQuoted, cue: cue.map { draft.text(cueTokens($0, group, draft)) },
        via: via(in: sentence, draft))
      var evidence = content.tokens
      if let cue { evidence = min(cue, evidence.lowerBound)..<max(extent ?? cue + 1, evidence.upperBound) }
      let home = draft.sentence(of: cue ?? content.tokens.lowerBound) ?? sentence
      evidence = max(evidence.lowerBound, home.lowerBound)..<min(max(evidence.upperBound, home.lowerBound + 1), home.upperBound)
      if evidence.isEmpty { evidence = home }
      draft.facts.append(
        DraftFact(
          content: .statement(statement), evidence: evidence, confidence: content.isQuoted ? 0.85 : 0.75, rule: content.rule,
          reasons: draft.explains ? ["speaker \(speaker.id)", "cue \(cue.map { draft.text($0) } ?? "none")"] : []))
      state.said(speaker, sentence)
    }
  }

  /// `d'après` and `fait savoir` are two words.
  private func cueTokens(_ cue: Int, _ group: VerbGroup?, _ draft: Draft) -> Range<Int> {
    if draft.word(cue) == "d'" { return cue..<min(cue + 2, draft.count) }
    if group?.lemma == "fairesavoir", cue > 0 { return cue - 1..<cue + 1 }
    if group?.lemma == "mettreengarde", cue > 1 { return cue - 2..<cue + 1 }
    return cue..<cue + 1
  }

  private func via(in sentence: Range<Int>, _ draft: Draft) -> String? {
    guard let vias else { return nil }
    for i in sentence {
      if let match = draft.matches.longest(in: vias, at: i), ["un", "le", "dans", "sur", "via", "une", "d'", "par", "son", "de", "du"].contains(draft.word(i - 1)) {
        if draft.text(match.tokens).count == 1, !(draft.word(i - 1) == "sur") { continue }
        return draft.text(match.tokens)
      }
    }
    return nil
  }

  // MARK: selon, d'après, pour

  private func sourcePhrases(in sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) -> [SpeechSource] {
    var found: [SpeechSource] = []
    if draft.word(sentence.lowerBound) == "c'", draft.word(sentence.lowerBound + 2) == "ce" { return [] }
    for i in sentence {
      let word = draft.word(i)
      guard word == "selon" || word == "apres" && draft.word(i - 1) == "d'" || word == "pour" && i == sentence.lowerBound else { continue }
      if draft.quotes.contains(where: { $0.inner.contains(i) }) { continue }
      let start = word == "apres" ? i - 1 : i
      guard start == sentence.lowerBound || draft.word(start - 1) == Sign.comma || draft.word(start - 1) == Sign.closeGuillemet || draft.word(start - 1) == Sign.straightQuote || draft.word(start - 1) == "mais" || draft.word(start - 1) == "et" else { continue }
      let next = draft.word(i + 1)
      if FunctionWords.relatives.contains(next) { continue }
      var reading = reader.read(at: i + 1, end: sentence.upperBound, joins: false, draft)
      var speaker = reading.parties.first
      if reading.isPronoun || draft.word(i + 2) == "meme" && draft.word(i + 3) == "source" {
        speaker = state.antecedent(before: i, isFeminine: isFeminine(i + 1, draft), draft, reader)
        if draft.word(i + 2) == "meme" { speaker = state.last ?? speaker; reading.end = i + 4 }
      }
      if speaker == nil, !reader.isAnonymous(at: i + 1, draft) {
        // `Selon les résultats publiés par la Commission …`: the body that the document comes from.
        let source = SpeechSyntax.partyBeforeComma(from: i + 1, sentence.upperBound, draft)
        speaker = source.flatMap { reader.participant($0, draft) }
        if let source { reading.end = max(reading.end, source.tokens.upperBound) }
      }
      guard let speaker, speaker.id != draft.frame.agency else { continue }
      if word == "pour", draft.mentionType(at: max(i, reading.end - 1)) != .person || draft.word(reading.end) != Sign.comma { continue }
      found.append(SpeechSource(start: start, cue: start, end: max(reading.end, i + 1), speaker: speaker))
    }
    return found
  }

  private func source(_ source: SpeechSource, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    let contents: [SpeechSyntax.Content]
    if source.start == sentence.lowerBound || draft.word(source.start - 1) == "et" || draft.word(source.start - 1) == "mais" {
      var comma = source.end
      while comma < sentence.upperBound, draft.word(comma) != Sign.comma { comma += 1 }
      // Insertions after the source: `, joint par téléphone,`, `, dont X a eu copie,`.
      let opensRelative = comma + 1 < draft.count && FunctionWords.relatives.contains(draft.word(comma + 1)) && draft.mention(at: comma + 1) == nil
      if opensRelative || draft.verbOfToken[min(comma + 1, draft.count - 1)] >= 0 && !draft.verbGroups[Int(draft.verbOfToken[comma + 1])].isFinite {
        var next = comma + 1
        while next < sentence.upperBound, draft.word(next) != Sign.comma { next += 1 }
        if next < sentence.upperBound { comma = next }
      }
      guard comma + 1 < sentence.upperBound else { return }
      contents = SpeechSyntax.split(comma + 1..<sentence.upperBound, rule: "statement.A1", draft)
    } else {
      // `qui ont fait, selon X, au moins 58 morts`: set into the clause that it is the source of.
      let isInserted = draft.word(source.start - 1) == Sign.comma && draft.word(source.end) == Sign.comma
        && sentence.upperBound - source.end > source.start - sentence.lowerBound
      let end = isInserted ? sentence.upperBound : source.start - 1
      contents = SpeechSyntax.split(SpeechSyntax.lastClause(sentence.lowerBound..<end, draft), rule: "statement.A1", draft)
    }
    emit(contents, source.speaker, cue: source.cue, to: source.end, nil, sentence, draft, &state)
  }

  // MARK: Quotations that just follow

  /// A quotation without a verb of its own after another's: the same speaker goes on.
  private func floating(_ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    guard let speaker = state.follows ?? state.last else { return }
    for quote in draft.quotes where quote.outer.lowerBound >= sentence.lowerBound && quote.outer.lowerBound < sentence.upperBound {
      guard !state.isTaken(quote.inner), SpeechSyntax.wordCount(quote.inner, draft) >= 4 else { continue }
      let opens = quote.outer.lowerBound == sentence.lowerBound || state.inciseEnd.map { $0 > sentence.lowerBound && $0 < quote.outer.lowerBound } == true
      guard opens, state.follows != nil else { continue }
      emit([.init(tokens: SpeechSyntax.trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A5")], speaker, cue: nil, nil, sentence, draft, &state)
    }
  }
}
