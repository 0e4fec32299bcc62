internal import DispatchModel
internal import Lexicon

/// Who did what to whom: verbs and nouns that tell events, with their parties, status, day and place.
struct EventFacts: Annotator {
  static let requires: Set<Layer> = [.verbs, .offices, .statements, .topics]
  static let provides: Set<Layer> = [.events]

  private let reader: PartyReader
  private let subjects: Subjects
  private let verbs: ParsedTable<(category: EventCategory, needs: EventNeeds)>
  /// Verbs by which a party denies what the clause after them tells.
  private static let denials: WordSet = ["nier", "démentir", "réfuter", "contester"]
  /// Verbs whose passive subject is the one who acts: `X, élu le 15 mai`, `X sera reçu par Y`.
  private static let passiveActors: WordSet = ["élire", "réélire", "recevoir"]
  private static var receive: Word { "recevoir" }
  private static let ascribed: WordSet = ["attribue", "attribuee", "attribues", "attribuees", "impute", "imputee", "imputes", "imputees"]
  /// Verbs of saying by which one announces an act of one's own; others only speak of what happened (`a confirmé l'attaque`).
  private static let announcing: WordSet = ["annoncer", "promettre", "proposer", "lancer", "exiger", "réclamer", "demander", "préconiser", "prévoir", "appeler", "proclamer"]
  private static let own: WordSet = ["son", "sa", "ses", "leur", "leurs"]
  private static let sayings: WordSet = ["prévenir", "avertir", "mettreengarde"]
  private static let means: WordSet = ["telephone", "visioconference", "video", "ecrit", "courriel", "lettre"]
  private static let whole: WordSet = ["tout", "toute", "toutes", "tous", "aucun", "aucune"]
  private let nouns: TableID?
  private let cues: TableID?

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
    verbs = ParsedTable("event-verbs", of: lexicon) { row in
      guard row.count >= 3, let category = EventCategory(rawValue: String(row[1])) else { return nil }
      return (category, EventNeeds(row[2]))
    }
    nouns = lexicon.table("event-nouns")
    cues = lexicon.table("cues")
  }

  func annotate(_ draft: Draft) {
    guard verbs.table != nil || nouns != nil else { return }
    let index = VerbIndex(draft)
    for (number, sentence) in draft.sentences.enumerated() {
      guard let part = draft.parts.first(where: { $0.tokens.contains(sentence.lowerBound) }), part.kind == .paragraph || part.kind == .headline else { continue }
      var told: Set<Int> = []
      for group in index.groups(ofSentence: number) {
        if verbEvent(draft.verbGroups[group], sentence, part.kind, told, draft) { told.insert(draft.verbGroups[group].head) }
      }
      for i in sentence where nouns.map({ draft.matches.has($0, at: i) }) ?? false { nounEvent(at: i, sentence, part.kind, told, draft) }
    }
  }

  // MARK: Verbs

  /// Adds the event that a verb tells; false where it tells none. `told` holds the verbs before that told one.
  private func verbEvent(_ group: VerbGroup, _ sentence: Range<Int>, _ part: PartKind, _ told: Set<Int>, _ draft: Draft) -> Bool {
    let rows = verbs.rows(of: group.lemma, in: draft.lexicon)
    guard !rows.isEmpty else { return false }
    let isDenied = isDenied(group, sentence, draft)
    if group.tense == .infinitive, !isDenied, (group.tokens.lowerBound - 3..<group.tokens.lowerBound).contains(where: { told.contains($0) }) { return false }
    var actors: [Participant] = []
    var targets: [Participant] = []
    var start = group.tokens.lowerBound
    var end = group.tokens.upperBound
    let subject = subject(of: group, sentence, draft)
    let object = object(after: group, sentence, draft)
    end = max(end, object.end)
    if group.isPassive {
      targets = subject?.parties ?? []
      let agent = agent(after: group, sentence, draft)
      actors = agent.parties
      end = max(end, agent.end)
      // Who is elected wins; who is received visits.
      if Self.passiveActors.contains(group.lemma), !targets.isEmpty { (actors, targets) = (targets, group.lemma == Self.receive ? actors : []) }
    } else {
      actors = subject?.parties ?? []
      targets = object.parties.filter { !actors.contains($0) }
    }
    if let subject, subject.start >= sentence.lowerBound { start = min(start, subject.start) }
    for (category, needs) in rows where !isMetaphor(category, draft) {
      if group.isPassive, actors.isEmpty { actors = implied(category, group, targets, sentence, draft) }
      if category == .consult, group.isReflexive, group.lemma == "rendre", targets.isEmpty { targets = host(after: group, sentence, draft) }
      guard needs.hold(group, actors: actors, targets: targets, sentence: sentence, draft) else { continue }
      if group.tense == .participle, actors.isEmpty, targets.isEmpty { continue }
      if group.tense == .infinitive, actors.isEmpty || !isGoverned(group, draft) || draft.quotes.contains(where: { $0.inner.contains(group.head) }) { continue }
      // « …, a prévenu X » only says.
      if category == .threaten, Self.sayings.contains(group.lemma), SpeechSyntax.incise(group, sentence, draft) != nil { continue }
      // A toll without who did it is told by the casualties.
      if category == .assault, group.isPassive, actors.isEmpty, targets.isEmpty { continue }
      if actors.isEmpty, ![.disaster, .protest, .assault, .elect].contains(category) { continue }
      if group.tense == .participle, category == .achieve || category == .business || category == .aid && targets.isEmpty { continue }
      let status = isDenied ? .denied : status(of: group, part)
      let event = Event(
        category: category, actors: needs.isJoint ? actors : Array(actors.prefix(4)), targets: targets, status: status,
        when: day(in: group.head..<min(sentence.upperBound, end + 14), sentence, draft) ?? day(in: start..<group.head, sentence, draft),
        place: place(in: group.head..<min(sentence.upperBound, end + 12), draft),
        trigger: draft.text(group.head))
      draft.facts.append(
        DraftFact(
          content: .event(event), evidence: start..<min(sentence.upperBound, max(end, group.head + 1)),
          confidence: actors.isEmpty ? 0.55 : 0.7, rule: (group.isPassive ? "event.passive" : "event.active") + (actors.isEmpty ? ".open" : ""),
          reasons: draft.explains ? ["\(draft.text(group.head)) tells \(category.rawValue)"] : []))
      return true
    }
    return false
  }

  /// What the verbs of matches and races tell of no world but their own: a side that attacks, yields, falls back.
  private static let metaphors: Set<EventCategory> = [
    .assault, .concede, .retreat, .coerce, .mobilize, .aid, .cooperate, .consult, .threaten, .elect,
  ]

  private func isMetaphor(_ category: EventCategory, _ draft: Draft) -> Bool {
    draft.topics.contains(.sport) && Self.metaphors.contains(category)
  }

  /// Who acts in a passive without an agent: the state where only a state can, the parties themselves in an agreement.
  private func implied(_ category: EventCategory, _ group: VerbGroup, _ targets: [Participant], _ sentence: Range<Int>, _ draft: Draft) -> [Participant] {
    switch category {
    case .coerce, .concede, .accuse:
      if group.tense == .participle, category == .accuse, !targets.isEmpty { return [] }
      return reader.home(draft).map { [Participant(id: $0, country: $0)] } ?? []
    case .mobilize: return targets.isEmpty ? reader.home(draft).map { [Participant(id: $0, country: $0)] } ?? [] : targets
    case .agree:
      if group.tense == .participle, let main = draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), let subject = subject(of: main, sentence, draft),
        !subject.parties.isEmpty
      {
        return subject.parties
      }
      return reader.home(draft).map { [Participant(id: $0, country: $0)] } ?? []
    default: return []
    }
  }

  /// The country that a visit goes to: the first place after the verb.
  private func host(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> [Participant] {
    for k in group.head + 1..<max(group.head + 1, min(sentence.upperBound, group.head + 8)) {
      if let mention = draft.mention(at: k), mention.type == .place, let party = reader.participant(mention, draft) { return [party] }
    }
    return []
  }

  /// An infinitive counts where a planning or willing verb governs it; others are mere purposes.
  private func isGoverned(_ group: VerbGroup, _ draft: Draft) -> Bool {
    // `a annoncé, dimanche soir, avoir limogé le ministre`
    if draft.word(group.tokens.lowerBound - 1) == Sign.comma, let date = draft.mention(at: group.tokens.lowerBound - 2), date.type == .date { return true }
    return draft.verbOfToken[max(0, group.tokens.lowerBound - 1)] >= 0 || FunctionWords.of.contains(draft.word(group.tokens.lowerBound - 1)) || draft.word(group.tokens.lowerBound - 1) == "a"
  }

  private func subject(of group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Subjects.Subject? {
    switch group.tense {
    case .participle:
      // `un accord signé par X`, `la milice, soutenue par l'Iran`: what it is said of stands before.
      var k = group.head - 1
      if draft.word(k) == Sign.comma { k -= 1 }
      guard let mention = draft.mention(at: k), let party = reader.participant(mention, draft) else { return nil }
      return Subjects.Subject(parties: [party], start: mention.tokens.lowerBound)
    case .gerund, .infinitive:
      guard let main = draft.verbGroups.last(where: { sentence.contains($0.head) && $0.isFinite && $0.head < group.head })
        ?? draft.verbGroups.first(where: { sentence.contains($0.head) && $0.isFinite }), main.head != group.head
      else { return nil }
      guard var subject = subject(of: main, sentence, draft) else { return nil }
      subject.start = group.tokens.lowerBound
      return subject
    default:
      if let inverted = inverted(group, sentence, draft) { return inverted }
      if ["je", "j'", "nous"].contains(draft.word(group.tokens.lowerBound - 1)) || draft.word(group.tokens.lowerBound) == "nous" {
        return quotedSpeaker(of: group.head, draft).map { Subjects.Subject(parties: [$0], start: group.tokens.lowerBound) }
      }
      guard let subject = subjects.subject(of: group, draft) else { return nil }
      if subject.isPronoun {
        guard !FunctionWords.pluralPronouns.contains(draft.word(subject.start)), let last = pronoun(subject.start, draft) else { return nil }
        return Subjects.Subject(parties: [last], start: subject.start)
      }
      return subject
    }
  }

  /// Who says the words that the token is in.
  private func quotedSpeaker(of token: Int, _ draft: Draft) -> Participant? {
    for fact in draft.facts {
      if case .statement(let statement) = fact.content, fact.evidence.contains(token) { return statement.speaker }
    }
    return nil
  }

  private func inverted(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Subjects.Subject? {
    guard SpeechSyntax.incise(group, sentence, draft) != nil else { return nil }
    if group.hasInvertedPronoun { return pronoun(group.tokens.upperBound - 1, draft).map { Subjects.Subject(parties: [$0], start: group.tokens.lowerBound) } }
    let i = SpeechSyntax.skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    let reading = reader.read(at: i, end: sentence.upperBound, draft)
    return reading.parties.isEmpty ? nil : Subjects.Subject(parties: reading.parties, start: group.tokens.lowerBound)
  }

  private static let feminine: WordSet = ["elle", "la"]
  private static let masculine: WordSet = ["il", "le"]

  /// Whom a pronoun, or a noun that stands for one, means: the last person before whom the text does not call of the other sex.
  private func pronoun(_ token: Int, _ draft: Draft) -> Participant? {
    let isFeminine = Self.feminine.contains(draft.word(token)) ? true : Self.masculine.contains(draft.word(token)) ? false : nil
    return draft.mentions.last { mention in
      guard mention.type == .person, !mention.isFrame, mention.tokens.upperBound <= token else { return false }
      guard let isFeminine, let sex = draft.genders.isFemale(mention.value) else { return true }
      return sex == isFeminine
    }.flatMap { reader.participant($0, draft) }
  }

  private func object(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> PartyReader.Reading {
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
        guard Self.means.contains(draft.word(k + 1)) else { break }
        k += 2
        continue
      }
      let reading = reader.read(at: k, end: sentence.upperBound, draft)
      if !reading.parties.isEmpty, !(word == "a" && draft.mention(at: k + 1).map { $0.type == .place && $0.value.contains("/") } == true) {
        result.parties = reading.parties
        result.end = reading.end
        return result
      }
      k = max(k + 1, reading.parties.isEmpty ? reading.end : k + 1)
      result.end = min(k, sentence.upperBound)
    }
    return result
  }

  private func agent(after group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> PartyReader.Reading {
    var k = group.tokens.upperBound
    while k < min(sentence.upperBound, group.tokens.upperBound + 12) {
      if draft.word(k) == "par" { return reader.read(at: k + 1, end: sentence.upperBound, draft) }
      if draft.word(k) == ";" || draft.verbOfToken[k] >= 0 { break }
      k += 1
    }
    return PartyReader.Reading(end: group.tokens.upperBound)
  }

  // MARK: Nouns

  private func nounEvent(at i: Int, _ sentence: Range<Int>, _ part: PartKind, _ told: Set<Int>, _ draft: Draft) {
    guard let nouns, draft.mention(at: i).map({ $0.type == .figure || $0.type == .event && $0.tokens.lowerBound == i }) ?? true, let match = draft.matches.longest(in: nouns, at: i),
      draft.verbOfToken[i] < 0 || !draft.verbGroups[Int(draft.verbOfToken[i])].isFinite
    else { return }
    let row = draft.lexicon.columns(ofEntry: match.entry)
    guard row.count >= 4, let category = EventCategory(rawValue: String(row[1])) else { return }
    if isMetaphor(category, draft) { return }
    // `cette attaque`, `ces accusations` point back to what is told already.
    if ["ce", "cet", "cette", "ces"].contains(draft.word(i - 1)) || draft.isGlued(match.tokens.upperBound) && draft.word(match.tokens.upperBound) == Sign.hyphen { return }
    var onlyAgent = false
    var actors: [Participant] = []
    var targets: [Participant] = []
    let k0 = match.tokens.upperBound
    var k = k0
    var end = k
    var steps = 0
    while k < sentence.upperBound, steps < 30 {
      steps += 1
      let word = draft.word(k)
      if word == Sign.stop || word == ";" || FunctionWords.that.contains(word) || word == "qui" || word == "selon" || word == Sign.closeGuillemet || word == Sign.straightQuote || word == Sign.comma && steps > 14 { break }
      if ["dans", "pour", "lors", "en", "sur", "vers", ","].contains(word) { onlyAgent = true }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { break }
      if let mention = draft.mention(at: k), mention.type == .nationality, k == match.tokens.upperBound, let party = reader.participant(mention, draft) {
        actors.append(party)
        end = mention.tokens.upperBound
        k = end
        continue
      }
      let isOf = FunctionWords.of.contains(word)
      if isOf || word == "par" || word == "contre" || word == "avec" || word == "entre" || word == "a" || word == "au" || word == "aux" || word == "envers" {
        let reading = reader.read(at: k + 1, end: sentence.upperBound, draft)
        let isTown = (word == "a" || word == "au" || word == "aux") && (draft.mention(at: k + 1)?.value.contains("/") == true || draft.kind(k + 1) == .number)
        if !reading.parties.isEmpty, !isTown, !onlyAgent || ["par", "contre", "entre", "avec"].contains(word) {
          // `une attaque attribuée aux ADF`: by whom, not against whom.
          if Self.ascribed.contains(draft.word(k - 1)) { actors += reading.parties; end = reading.end; k = max(k + 1, reading.end); continue }
          let isInFavour = draft.word(k - 1) == "faveur"
          let isPlaceOfAttack = isOf && category == .assault && reading.parties.allSatisfy { $0.id.count == 2 }
          if isOf, row[2] == "B" { k += 1; continue }
          let isTarget = isInFavour || isPlaceOfAttack || isOf && row[2] == "O" || word == "contre" || word == "a" || word == "au" || word == "aux" || word == "envers" || isOf && row[2] == "T"
          if isTarget { targets += reading.parties } else { actors += reading.parties }
          end = reading.end
          k = max(k + 1, reading.end)
          continue
        }
      }
      k += 1
    }
    var start = i
    if row[2] == "B", actors.count < 2, !actors.isEmpty {
      targets = actors
      actors = []
    }
    if actors.isEmpty, row[2] != "B" || !targets.isEmpty, let governing = draft.verbGroups.last(where: { sentence.contains($0.head) && $0.isFinite && $0.head < i && i - $0.head < 8 }), !governing.isPassive, !told.contains(governing.head),
      Self.own.contains(draft.word(i - 1)) || mayAct(governing, before: i, draft),
      let subject = subject(of: governing, sentence, draft)
    {
      actors = subject.parties
      start = min(start, subject.start)
    }
    // `a démenti toute attaque`: who denies is not who acts.
    let isDenied = Self.whole.contains(draft.word(i - 1)) && draft.verbOfToken[max(0, i - 2)] >= 0 && Self.denials.contains(draft.verbGroups[Int(draft.verbOfToken[max(0, i - 2)])].lemma)
    if isDenied { actors = [] }
    if category == .disaster {
      if targets.isEmpty { targets = actors }
      actors = []
    }
    if category == .assault, actors.isEmpty, let enemy = targets.first, enemy.country == nil, enemy.id.count > 2, let home = reader.home(draft) {
      // A war or an offensive against an armed group is the country's own.
      actors = [Participant(id: home, country: home)]
    }
    if category == .elect, actors.isEmpty, row[2] == "C", day(in: i..<min(sentence.upperBound, k0 + 8), sentence, draft) != nil, let country = scene(from: k0, sentence, draft) ?? reader.home(draft) {
      // The country votes.
      actors = [Participant(id: country, country: country)]
    }
    guard row[3] == "-" || isDenied || !actors.isEmpty else { return }
    // Bare nouns in passing tell no news of their own: a party, a figure or a date must stand with them.
    if actors.isEmpty && targets.isEmpty && category != .disaster && !isDenied && day(in: i..<min(sentence.upperBound, i + 10), sentence, draft) == nil { return }
    let event = Event(
      category: category, actors: actors, targets: targets.filter { !actors.contains($0) }, status: isDenied ? .denied : .happened,
      when: day(in: i..<min(sentence.upperBound, max(end, i + 8)), sentence, draft), place: place(in: i..<min(sentence.upperBound, end + 8), draft), trigger: draft.text(match.tokens))
    draft.facts.append(
      DraftFact(
        content: .event(event), evidence: start..<max(end, match.tokens.upperBound), confidence: actors.isEmpty ? 0.5 : 0.6, rule: actors.isEmpty ? "event.noun.open" : "event.noun",
        reasons: draft.explains ? ["\(draft.text(match.tokens)) tells \(category.rawValue)"] : []))
  }

  /// The country named close behind: `l'élection présidentielle organisée la veille au Cameroun`.
  private func scene(from i: Int, _ sentence: Range<Int>, _ draft: Draft) -> String? {
    for k in i..<max(i, min(sentence.upperBound, i + 8)) {
      if let mention = draft.mention(at: k), mention.type == .place || mention.type == .nationality { return Countries.country(of: mention) }
      if draft.word(k) == Sign.comma { return nil }
    }
    return nil
  }

  /// Whether the subject of the verb does what the noun tells: not where the verb only speaks of it, `a confirmé l'attaque`, unless a
  /// gerund between announces it, `a réagi en annonçant l'envoi`.
  private func mayAct(_ verb: VerbGroup, before noun: Int, _ draft: Draft) -> Bool {
    if Self.announcing.contains(verb.lemma) { return true }
    if draft.verbOfToken[max(0, noun - 2)] >= 0, Self.announcing.contains(draft.verbGroups[Int(draft.verbOfToken[max(0, noun - 2)])].lemma) { return true }
    guard let cues, let kind = draft.lexicon.rows(of: verb.lemma, in: cues).first?.dropFirst().first else { return true }
    return kind == "more"
  }

  // MARK: Circumstances

  /// `nie avoir attaqué`, `a démenti que Bagdad ait acheté`: the clause of a verb of denial.
  private func isDenied(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    var k = group.tokens.lowerBound - 1
    var hasThat = false
    while k >= sentence.lowerBound, group.head - k < 24 {
      if draft.word(k) == ";" || draft.word(k) == Sign.closeGuillemet { return false }
      if FunctionWords.that.contains(draft.word(k)) { hasThat = true }
      if draft.verbOfToken[k] >= 0 {
        let before = draft.verbGroups[Int(draft.verbOfToken[k])]
        if Self.denials.contains(before.lemma), before.tense != .participle { return !before.isNegated && (hasThat || group.tense == .infinitive) }
        if before.isFinite, !hasThat, group.tense != .infinitive { return false }
        k = before.tokens.lowerBound
      }
      k -= 1
    }
    return false
  }

  private func status(of group: VerbGroup, _ part: PartKind) -> EventStatus {
    if group.isPossible || group.tense == .conditional { return .conditional }
    if group.isPlanned || group.tense == .future || group.tense == .infinitive { return .planned }
    if group.tense == .present && part != .headline && !group.isPassive { return .ongoing }
    return .happened
  }

  /// The resolved date that stands in the clause.
  private func day(in range: Range<Int>, _ sentence: Range<Int>, _ draft: Draft) -> String? {
    for i in range where i < sentence.upperBound {
      if let mention = draft.mention(at: i), mention.type == .date,
        !mention.value.hasPrefix("P") || mention.value.hasPrefix("PAST") || mention.value.hasPrefix("PRES"),
        // « au pouvoir depuis 1982 » dates something else.
        draft.word(mention.tokens.lowerBound - 1) != "depuis"
      {
        return mention.value
      }
    }
    return nil
  }

  private func place(in range: Range<Int>, _ draft: Draft) -> String? {
    for i in range {
      if let mention = draft.mention(at: i), mention.type == .place, ["a", "en", "au", "dans", "pres", "aux"].contains(draft.word(mention.tokens.lowerBound - 1)) { return mention.value }
    }
    return nil
  }
}
