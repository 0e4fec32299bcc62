internal import DispatchModel
internal import Lexicon

/// The events that nouns may tell, with the parties of their complements: `l'attaque de X contre Y`, `un accord entre X et Y`.
struct EventNouns {
  private let parties: EventParties
  private let nouns: ParsedTable<Noun>
  private let cues: TableID?

  private static let own: WordSet = ["son", "sa", "ses", "leur", "leurs"]
  private static let pointing: WordSet = ["ce", "cet", "cette", "ces"]
  private static let definite: WordSet = ["le", "la", "l'", "les", "du", "des", "au", "aux"]
  private static let indefinite: WordSet = ["un", "une"]
  private static let whole: WordSet = ["tout", "toute", "toutes", "tous", "aucun", "aucune"]

  /// A row of the table.
  private final class Noun: Sendable {
    let row: EventRow
    let roles: Substring
    let needsParty: Bool

    init(row: EventRow, roles: Substring, needsParty: Bool) { (self.row, self.roles, self.needsParty) = (row, roles, needsParty) }
  }

  init(lexicon: LexiconFile, parties: EventParties, judge: EventJudge) {
    self.parties = parties
    nouns = ParsedTable("event-nouns", of: lexicon) { row in
      // How the complements of the noun are read (A, T, O, B, C), and whether a party must be there.
      guard row.count > 3, let known = EventRow(row, judge: judge) else { return nil }
      return Noun(row: known, roles: row[2], needsParty: row[3] != "-")
    }
    cues = lexicon.table("cues")
  }

  var isEmpty: Bool { nouns.table == nil }

  private struct Complements {
    var actors: [Participant] = []
    var targets: [Participant] = []
    var end: Int
  }

  /// Whether a noun of the table begins at the token: a quick no for nearly every token.
  @inline(__always)
  func mayTell(at i: Int, _ draft: Draft) -> Bool { nouns.table.map { draft.matches.has($0, at: i) } ?? false }

  /// What the noun at the token may tell.
  func candidates(at i: Int, _ context: EventContext, _ draft: Draft) -> [EventCandidate] {
    guard let table = nouns.table, draft.matches.has(table, at: i), draft.mention(at: i).map({ $0.type == .figure || $0.type == .event && $0.tokens.lowerBound == i }) ?? true,
      let match = draft.matches.longest(in: table, at: i), draft.verbOfToken[i] < 0 || !draft.verbGroups[Int(draft.verbOfToken[i])].isFinite
    else { return [] }
    guard let noun = nouns[match.entry] else { return [] }
    let (row, roles, needsParty) = (noun.row, noun.roles, noun.needsParty)
    let category = row.category
    // `l'attaque-surprise` is another word.
    if draft.isGlued(match.tokens.upperBound), draft.word(match.tokens.upperBound) == Sign.hyphen { return [] }
    let sentence = context.sentence
    let governing = governing(i, sentence, draft)
    var complements = complements(after: match.tokens.upperBound, roles: roles, category, sentence, draft)
    var signs = context.signs(at: i, draft).union(.noun).union(article(at: i - 1, draft))
    // `a promis une aide`: the verb told it.
    if context.told.contains(where: { $0.value == category && abs($0.key - i) < 10 }) { signs.insert(.echo) }
    if roles == "B", complements.actors.count < 2, !complements.actors.isEmpty {
      complements.targets = complements.actors
      complements.actors = []
    }
    var start = i
    var actors = complements.actors
    if actors.isEmpty, roles != "B" || !complements.targets.isEmpty, let governing, context.told[governing.head] == nil,
      Self.own.contains(draft.word(i - 1)) || mayAct(governing, before: i, draft), let subject = parties.subject(of: governing, sentence, draft)
    {
      actors = subject.parties
      if !actors.isEmpty { signs.insert(.governed) }
      start = min(start, subject.start)
    }
    // `l'offensive qu'Israël mène`, `la grève que mène X`; `une manifestation à l'appel de X`.
    if actors.isEmpty, roles != "B", let doer = doer(after: match.tokens.upperBound, sentence, draft) {
      actors = doer
      signs.insert(.governed)
    }
    if actors.isEmpty, category == .protest { actors = parties.callers(after: i, sentence, draft) }
    // `a démenti toute attaque`: who denies is not who acts.
    let isDenied = Self.whole.contains(draft.word(i - 1)) && draft.verbOfToken[max(0, i - 2)] >= 0
      && draft.word(draft.verbGroups[Int(draft.verbOfToken[max(0, i - 2)])].lemma, is: .denial)
    if isDenied { actors = [] }
    if category == .disaster {
      if complements.targets.isEmpty { complements.targets = actors }
      actors = []
    }
    let end = complements.end
    let when = EventCircumstances.day(in: i..<min(sentence.upperBound, max(end, i + 8)), sentence, draft)
    let place = EventCircumstances.place(in: i..<min(sentence.upperBound, end + 8), draft)
    if actors.isEmpty && complements.targets.isEmpty && category != .disaster && !isDenied
      && EventCircumstances.day(in: i..<min(sentence.upperBound, i + 10), sentence, draft) == nil { signs.insert(.bare) }
    let trigger = draft.text(match.tokens)
    var result: [EventCandidate] = []
    for (choice, origin) in choices(of: actors, category, roles, complements, when, context, draft) where !isDenied || choice.isEmpty {
      var found = signs.union(origin)
      if row.isWeak { found.insert(.weak) }
      if choice.isEmpty, needsParty, !isDenied { found.insert(.unmetParty) }
      let event = Event(
        category: category, actors: choice, targets: complements.targets.filter { !choice.contains($0) }, status: isDenied ? .denied : .happened, when: when, place: place,
        trigger: trigger)
      result.append(
        EventCandidate(
          event: event, evidence: start..<max(end, match.tokens.upperBound), rule: choice.isEmpty ? "event.noun.open" : origin.isEmpty ? "event.noun" : "event.noun.implied",
          signs: found, trigger: i, row: row))
    }
    return result
  }

  private func choices(
    of actors: [Participant], _ category: EventCategory, _ roles: Substring, _ complements: Complements, _ when: String?, _ context: EventContext, _ draft: Draft
  ) -> [([Participant], EventSigns)] {
    guard actors.isEmpty else { return [(actors, [])] }
    if category == .elect, roles == "C", when != nil, let country = scene(from: complements.end, context.sentence, draft) {
      // The country votes.
      return [([Participant(id: country, country: country)], [])]
    }
    if category == .disaster { return [([], [])] }
    var result: [([Participant], EventSigns)] = [([], [])]
    let home = parties.home(draft)
    switch category {
    // A war or an offensive against an armed group is the country's own.
    case .assault: if let enemy = complements.targets.first, enemy.country == nil, enemy.id.count > 2, !home.isEmpty { result.append((home, .implied)) }
    default: if !home.isEmpty { result.append((home, .implied)) }
    }
    if !context.lastActors.isEmpty, context.lastActors != complements.targets { result.append((context.lastActors, .inherited)) }
    return result
  }

  private func article(at i: Int, _ draft: Draft) -> EventSigns {
    let word = draft.word(i)
    if Self.own.contains(word) { return .possessive }
    if Self.pointing.contains(word) { return .demonstrative }
    if Self.definite.contains(word) { return .definite }
    return Self.indefinite.contains(word) ? .indefinite : []
  }

  /// Reads on from the noun: who did it, and to whom.
  private func complements(after first: Int, roles: Substring, _ category: EventCategory, _ sentence: Range<Int>, _ draft: Draft) -> Complements {
    var result = Complements(end: first)
    var onlyAgent = false
    var k = first
    var steps = 0
    while k < sentence.upperBound, steps < 30 {
      steps += 1
      let word = draft.word(k)
      if word == Sign.stop || word == ";" || FunctionWords.that.contains(word) || word == "qui" || word == "selon" || word == Sign.closeGuillemet || word == Sign.straightQuote || word == Sign.comma && steps > 14 { break }
      if ["dans", "pour", "lors", "en", "sur", "vers", ","].contains(word) { onlyAgent = true }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { break }
      if let mention = draft.mention(at: k), mention.type == .nationality, k == first, let party = parties.reader.participant(mention, draft) {
        result.actors.append(party)
        result.end = mention.tokens.upperBound
        k = result.end
        continue
      }
      let isOf = FunctionWords.of.contains(word)
      let isTo = word == "a" || word == "au" || word == "aux"
      if isOf || isTo || word == "par" || word == "contre" || word == "avec" || word == "entre" || word == "envers" {
        let reading = parties.reader.read(at: k + 1, end: sentence.upperBound, draft)
        let isTown = isTo && (draft.mention(at: k + 1)?.value.utf8.contains(UInt8(ascii: "/")) == true || draft.kind(k + 1) == .number)
        let isAscribed = draft.word(k - 1, is: .ascribed)
        if !reading.parties.isEmpty, !isTown, !onlyAgent || isAscribed || ["par", "contre", "entre", "avec"].contains(word) {
          // `une attaque attribuée aux ADF`: by whom, not against whom.
          if isAscribed { result.actors += reading.parties; result.end = reading.end; k = max(k + 1, reading.end); continue }
          let isInFavour = draft.word(k - 1) == "faveur"
          let isPlaceOfAttack = isOf && category == .assault && reading.parties.allSatisfy { $0.id.count == 2 }
          if isOf, roles == "B" { k += 1; continue }
          let isTarget = isInFavour || isPlaceOfAttack || isOf && roles == "O" || word == "contre" || isTo || word == "envers" || isOf && roles == "T"
          if isTarget { result.targets += reading.parties } else { result.actors += reading.parties }
          result.end = reading.end
          k = max(k + 1, reading.end)
          continue
        }
      }
      k += 1
    }
    return result
  }

  /// Who does what the noun tells in a relative clause that it is the object of.
  private func doer(after first: Int, _ sentence: Range<Int>, _ draft: Draft) -> [Participant]? {
    var k = first
    while k < min(sentence.upperBound, first + 6), !FunctionWords.that.contains(draft.word(k)) {
      if draft.kind(k) == .punctuation || draft.verbOfToken[k] >= 0 { return nil }
      k += 1
    }
    guard k < sentence.upperBound, FunctionWords.that.contains(draft.word(k)),
      let verb = draft.verbGroups.first(where: { $0.head > k && $0.head - k < 14 && sentence.contains($0.head) && $0.isFinite }), !verb.isPassive, mayAct(verb, before: k, draft),
      let subject = parties.subject(of: verb, sentence, draft), !subject.parties.isEmpty
    else { return nil }
    return subject.parties
  }

  /// The active verb close before that has the noun for its object.
  private func governing(_ i: Int, _ sentence: Range<Int>, _ draft: Draft) -> VerbGroup? {
    guard let verb = draft.verbGroups.last(where: { sentence.contains($0.head) && $0.isFinite && $0.head < i && i - $0.head < 8 }), !verb.isPassive else { return nil }
    return verb
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
    if draft.word(verb.lemma, is: .announcing) { return true }
    if draft.verbOfToken[max(0, noun - 2)] >= 0, draft.word(draft.verbGroups[Int(draft.verbOfToken[max(0, noun - 2)])].lemma, is: .announcing) { return true }
    guard let cues, let kind = draft.lexicon.rows(of: verb.lemma, in: cues).first?.dropFirst().first else { return true }
    return kind == "more"
  }
}
