internal import DispatchModel
internal import Lexicon

/// Events that nouns tell: `l'attaque de X contre Y`, `la visite de X à Y`, `un accord entre X et Y`.
extension EventFacts {
  static let own: WordSet = ["son", "sa", "ses", "leur", "leurs"]
  private static let whole: WordSet = ["tout", "toute", "toutes", "tous", "aucun", "aucune"]

  func nounEvent(at i: Int, _ sentence: Range<Int>, _ part: PartKind, _ told: Set<Int>, _ draft: Draft) {
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
          if draft.word(k - 1, is: .ascribed) { actors += reading.parties; end = reading.end; k = max(k + 1, reading.end); continue }
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
    let isDenied = Self.whole.contains(draft.word(i - 1)) && draft.verbOfToken[max(0, i - 2)] >= 0 && draft.word(draft.verbGroups[Int(draft.verbOfToken[max(0, i - 2)])].lemma, is: .denial)
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
    if draft.word(verb.lemma, is: .announcing) { return true }
    if draft.verbOfToken[max(0, noun - 2)] >= 0, draft.word(draft.verbGroups[Int(draft.verbOfToken[max(0, noun - 2)])].lemma, is: .announcing) { return true }
    guard let cues, let kind = draft.lexicon.rows(of: verb.lemma, in: cues).first?.dropFirst().first else { return true }
    return kind == "more"
  }
}
