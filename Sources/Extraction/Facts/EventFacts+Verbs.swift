internal import DispatchModel
internal import Lexicon

/// Events that verbs tell: `X a rencontré Y`, `X a été arrêté`, `un accord signé par X`.
extension EventFacts {
  private static var receive: Word { "recevoir" }

  /// Adds the event that a verb tells; false where it tells none. `told` holds the verbs before that told one.
  func verbEvent(_ group: VerbGroup, _ sentence: Range<Int>, _ part: PartKind, _ told: Set<Int>, _ draft: Draft) -> Bool {
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
      if draft.word(group.lemma, is: .passiveActor), !targets.isEmpty { (actors, targets) = (targets, group.lemma == Self.receive ? actors : []) }
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
      if category == .threaten, draft.word(group.lemma, is: .warning), SpeechSyntax.incise(group, sentence, draft) != nil { continue }
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
}
