internal import DispatchModel
internal import Lexicon

/// Who said what: que-clauses, incises, quotations as objects, gerunds and quotations that just follow; sources are beside.
struct Statements: Annotator {
  static let requires: Set<Layer> = [.verbs, .quotes, .offices]
  static let provides: Set<Layer> = [.statements]

  let reader: PartyReader
  let subjects: Subjects
  private let cues: TableID?
  private let vias: TableID?
  let openers: TableID?

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
    cues = lexicon.table("cues")
    vias = lexicon.table("via")
    openers = lexicon.table("source-phrases")
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
        predicates(sentence, draft, &state)
        introduced(sentence, groupsBySentence.groups(ofSentence: index), draft, &state)
        state.note(sentence, topic: topic(groupsBySentence.groups(ofSentence: index), draft, state), draft)
      }
    }
  }

  /// Whom a sentence is about: the subject of its first finite verb, where that is a person or an organization.
  private func topic(_ groups: Range<Int>, _ draft: Draft, _ state: SpeechState) -> Participant? {
    guard let main = groups.first(where: { draft.verbGroups[$0].isFinite }), let subject = subjects.subject(of: draft.verbGroups[main], draft) else { return nil }
    // `l'intéressé nie`: who was named before goes on.
    if subject.isPronoun, reader.references.isPerson(at: subject.start, draft) { return person(before: subject.start, draft, state) }
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
    // `s'assurer que`, `A lire aussi: "…"` attribute nothing.
    if group.isReflexive, group.lemma == Self.assure { return }
    if group.tense == .infinitive, kind == "more" || kind == "quote", goesOn(group, sentence, draft) == nil, !hasLongQuote(after: group, sentence, draft) { return }
    if isInside(group.head, state, draft) { return }
    let after = SpeechSyntax.skipInsertions(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    if let incise = SpeechSyntax.incise(group, sentence, draft), kind != "urge" && kind != "quote" || incise.quote != nil || incise.within != nil || group.hasInvertedPronoun {
      self.incise(incise, group, sentence, draft, &state)
      return
    }
    let complement = SpeechSyntax.complement(of: group, kind: kind, from: after, sentence: sentence, draft, isCue: { cueKind($0, draft) != nil })
    guard !complement.isEmpty else { return }
    let said = group.isPassive ? agent(after: group, sentence, draft) : speaker(of: group, sentence, draft, &state)
    guard let speaker = said else { return }
    emit(complement, speaker, cue: group.head, group, sentence, draft, &state)
  }

  /// `Et d'ajouter: "…"`, `Et X de conclure: "…"`: where the one who speaks is named between, or would be.
  private func goesOn(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Range<Int>? {
    let of = group.tokens.lowerBound - 1
    guard group.tense == .infinitive, draft.word(sentence.lowerBound) == Self.and, of > sentence.lowerBound, of - sentence.lowerBound < 12, FunctionWords.of.contains(draft.word(of)),
      !(sentence.lowerBound..<of).contains(where: { draft.verbOfToken[$0] >= 0 })
    else { return nil }
    return sentence.lowerBound + 1..<of
  }

  private func hasLongQuote(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    draft.quotes.contains { $0.outer.lowerBound >= group.tokens.upperBound && $0.outer.lowerBound < min(sentence.upperBound, group.tokens.upperBound + 12) && SpeechSyntax.wordCount($0.inner, draft) >= 4 }
  }

  private static var and: Word { "et" }
  private static var assure: Word { "assurer" }

  /// In words that are another's quotation already.
  private func isInside(_ token: Int, _ state: SpeechState, _ draft: Draft) -> Bool {
    draft.quotes.contains { $0.inner.contains(token) && SpeechSyntax.wordCount($0.inner, draft) > 3 && !SpeechSyntax.isInserted(token, in: $0, draft) }
  }

  private func speaker(of group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) -> Participant? {
    if group.tense == .gerund || group.tense == .infinitive {
      if let named = goesOn(group, sentence, draft) {
        return named.isEmpty ? state.last : reader.read(at: named.lowerBound, end: named.upperBound, joins: false, draft).parties.first
      }
      if let last = state.inSentence(sentence) { return last }
      // The main verb's subject.
      guard let main = draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), main.head != group.head else { return state.last }
      return speaker(of: main, sentence, draft, &state)
    }
    guard let subject = subjects.subject(of: group, draft) else { return nil }
    if subject.isPronoun, reader.references.isPerson(at: subject.start, draft) { return person(before: subject.start, draft, state) }
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
    let pronoun = group.hasInvertedPronoun ? group.tokens.last { Self.invertible.contains(draft.word($0)) && draft.word($0 - 1) == Sign.hyphen } : nil
    if draft.word(group.lemma, is: .learning) {
      // `a-t-on appris auprès de la police`, `a appris l'AFP auprès de X`: who told it.
      speaker = SpeechSyntax.sourceAfter(group.tokens.upperBound, end: sentence.upperBound, draft, reader)
    } else if let pronoun, draft.word(pronoun) == Self.one {
      // `indique-t-on à la présidence`, `lit-on dans un communiqué du ministère`: who is named behind, or nobody.
      speaker = SpeechSyntax.sourceAfter(group.tokens.upperBound, end: sentence.upperBound, draft, reader)
    } else if let pronoun {
      // Nobody named in the words themselves is meant.
      let start = (incise.quote ?? incise.within)?.outer.lowerBound ?? group.head
      speaker = state.antecedent(before: start, isFeminine: isFeminine(pronoun, draft), draft, reader)
        ?? state.body(before: group.head, in: sentence, draft, reader)
    } else {
      var i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
      let reading = reader.read(at: i, end: sentence.upperBound, joins: false, draft)
      i = reading.end
      speaker = reading.isPronoun ? state.antecedent(before: i, isFeminine: isFeminine(i - 1, draft), draft, reader) : reading.parties.first
      if speaker == nil { speaker = SpeechSyntax.personAfter(i, end: sentence.upperBound, draft).flatMap { reader.participant($0, draft) } }
      if speaker == nil { speaker = apposedBody(after: group, sentence, draft) }
      if speaker == nil { speaker = backReference(after: group, sentence, draft, state) }
    }
    guard let speaker else { return }
    var content = SpeechSyntax.contents(before: incise, sentence, draft)
    // `La hausse, a-t-il expliqué, résulte de la sécheresse`: the half with the verb holds the statement.
    if group.hasInvertedPronoun, incise.quote == nil, incise.within == nil,
      content.allSatisfy({ !$0.isQuoted && (SpeechSyntax.wordCount($0.tokens, draft) < 5 || !SpeechSyntax.hasFiniteVerb($0.tokens, draft)) }), draft.word(group.tokens.upperBound) == Sign.comma {
      let rest = SpeechSyntax.split(group.tokens.upperBound + 1..<sentence.upperBound, rule: "statement.A2", draft)
      let length = { (contents: [SpeechSyntax.Content]) in contents.reduce(0) { $0 + $1.tokens.count } }
      if length(rest) > length(content) || rest.contains(where: { SpeechSyntax.hasFiniteVerb($0.tokens, draft) }) { content = rest }
    }
    emit(content, speaker, cue: group.head, group, sentence, draft, &state)
    state.follows = speaker
    state.inciseEnd = group.tokens.upperBound
  }

  /// What a pronoun or an article says of the sex: nil for `ce dernier` and others.
  func isFeminine(_ token: Int, _ draft: Draft) -> Bool? {
    switch draft.word(token) {
    case Self.she, Self.her: true
    case Self.he, Self.his: false
    default: nil
    }
  }

  private static let invertible: WordSet = FunctionWords.pronouns.union(FunctionWords.pluralPronouns).union(["on"])
  private static var one: Word { "on" }
  private static var she: Word { "elle" }
  private static var he: Word { "il" }
  private static var her: Word { "la" }
  private static var his: Word { "le" }

  /// `a précisé l'armateur, Halvorsen Tankers`, `a annoncé sa formation, le Parti national (PN)`: the body named in apposition.
  private func apposedBody(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Participant? {
    let start = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    guard FunctionWords.determiners.contains(draft.word(start)), let comma = (start + 1..<max(start + 1, min(sentence.upperBound, start + 8))).first(where: { draft.kind($0) == .punctuation && draft.word($0) != Sign.hyphen }),
      draft.word(comma) == Sign.comma, !(start..<comma).contains(where: { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite })
    else { return nil }
    let name = FunctionWords.articles.contains(draft.word(comma + 1)) ? comma + 2 : comma + 1
    guard let mention = draft.mention(at: name), mention.type == .organization, !mention.isFrame else { return nil }
    return reader.participant(mention, draft)
  }

  /// `a annoncé le groupe`, `a lancé la lauréate`: a noun that stands for somebody named before.
  private func backReference(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft, _ state: SpeechState) -> Participant? {
    let i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    let isOwn = draft.word(i) == Self.hers || draft.word(i) == Self.hisOwn || draft.word(i) == Self.theirs
    if isOwn && draft.word(i + 1, is: .ownVoice) || reader.references.body(at: i, draft) != nil { return state.body(before: group.head, in: sentence, draft, reader) }
    if reader.references.isDocument(at: i, draft) { return state.last }
    guard reader.references.isPerson(at: i, draft) else { return nil }
    if draft.word(i + 1, is: .winner), let winner = firstPerson(isFeminine: isFeminine(i, draft), draft) { return winner }
    return person(before: i, draft, state)
  }

  private static var hers: Word { "sa" }
  private static var hisOwn: Word { "son" }
  private static var theirs: Word { "leur" }

  /// The person whom a bare noun means, `l'artiste`, `l'intéressé`: the only one named in the paragraph since somebody spoke, else whom a
  /// pronoun would mean where that is a person, else the last one named.
  private func person(before token: Int, _ draft: Draft, _ state: SpeechState) -> Participant? {
    let feminine = isFeminine(token, draft)
    // `le magistrat` is not the president who was named last: an office without a holder speaks for the state, or for nobody told.
    if let title = reader.title(at: token + 1, draft), draft.lexicon.columns(ofEntry: title.entry).dropFirst().first != "trade", !draft.word(token + 1, is: .leader),
      !draft.offices.contains(where: { $0.head == draft.word(token + 1) && $0.token < token })
    {
      return draft.word(token + 1, is: .officer) ? reader.home(draft).map { Participant(id: $0, country: $0) } : nil
    }
    let start = max(draft.parts.first { $0.tokens.contains(token) }?.tokens.lowerBound ?? 0, state.lastEnd)
    func fits(_ mention: DraftMention) -> Bool {
      guard mention.type == .person, !mention.isFrame, mention.tokens.upperBound <= token else { return false }
      guard let feminine, let sex = draft.genders.isFemale(mention.value) else { return true }
      return sex == feminine
    }
    let near = draft.mentions.filter { $0.tokens.lowerBound >= start && fits($0) }
    if let only = near.first, Set(near.map(\.value)).count == 1 { return reader.participant(only, draft) }
    let antecedent = state.antecedent(before: token, isFeminine: feminine, draft, reader)
    let isPerson = antecedent.map { party in draft.mentions.contains { $0.type == .person && $0.value == party.id } } ?? false
    return isPerson ? antecedent : draft.mentions.last { fits($0) }.flatMap { reader.participant($0, draft) }
  }

  /// The person whom the dispatch begins with.
  private func firstPerson(isFeminine: Bool?, _ draft: Draft) -> Participant? {
    let first = draft.mentions.first { mention in
      guard mention.type == .person, !mention.isFrame else { return false }
      guard let isFeminine, let sex = draft.genders.isFemale(mention.value) else { return true }
      return sex == isFeminine
    }
    return first.flatMap { reader.participant($0, draft) }
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

  /// `Airbus « coopère pleinement avec ces deux organismes »`: a quotation that is the predicate of who said it.
  private func predicates(_ sentence: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    for quote in draft.quotes where quote.outer.lowerBound > sentence.lowerBound && quote.outer.lowerBound < sentence.upperBound {
      let first = quote.inner.lowerBound
      guard !state.isTaken(quote.inner), SpeechSyntax.wordCount(quote.inner, draft) >= 4, draft.verbOfToken[first] >= 0, draft.verbGroups[Int(draft.verbOfToken[first])].isFinite,
        let mention = draft.mention(at: quote.outer.lowerBound - 1), !mention.isFrame, mention.type == .person || mention.type == .organization,
        sentence.lowerBound + 3 > mention.tokens.lowerBound, let speaker = reader.participant(mention, draft)
      else { continue }
      emit([.init(tokens: SpeechSyntax.trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A6")], speaker, cue: nil, nil, sentence, draft, &state)
    }
  }

  /// A quotation behind a colon that no verb of saying takes, `X ne cache pas sa joie: "…"`: the subject before the colon speaks.
  private func introduced(_ sentence: Range<Int>, _ groups: Range<Int>, _ draft: Draft, _ state: inout SpeechState) {
    for quote in draft.quotes where quote.outer.lowerBound > sentence.lowerBound && quote.outer.lowerBound < sentence.upperBound {
      let colon = quote.outer.lowerBound - 1
      guard draft.word(colon) == Sign.colon, !state.isTaken(quote.inner), SpeechSyntax.wordCount(quote.inner, draft) >= 4, SpeechSyntax.hasFiniteVerb(quote.inner, draft),
        let main = groups.first(where: { draft.verbGroups[$0].isFinite && draft.verbGroups[$0].head < colon }), !isInside(draft.verbGroups[main].head, state, draft),
        let speaker = speaker(of: draft.verbGroups[main], sentence, draft, &state)
      else { continue }
      emit([.init(tokens: SpeechSyntax.trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A6")], speaker, cue: nil, nil, sentence, draft, &state)
    }
  }
}
