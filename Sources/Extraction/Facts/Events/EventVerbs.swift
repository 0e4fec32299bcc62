internal import DispatchModel
internal import Lexicon

/// The events that verbs may tell: each reading of the table of event verbs, with the parties that the clause gives.
struct EventVerbs {
  private let parties: EventParties
  private let verbs: ParsedTable<Verb>
  private static var receive: Word { "recevoir" }

  /// A row of the table, with what it asks for.
  private final class Verb: Sendable {
    let row: EventRow
    let needs: EventNeeds

    init(row: EventRow, needs: EventNeeds) { (self.row, self.needs) = (row, needs) }
  }

  init(lexicon: LexiconFile, parties: EventParties, judge: EventJudge) {
    self.parties = parties
    verbs = ParsedTable("event-verbs", of: lexicon) { row in
      guard row.count > 2, let known = EventRow(row, judge: judge) else { return nil }
      return Verb(row: known, needs: EventNeeds(row[2]))
    }
  }

  var isEmpty: Bool { verbs.table == nil }

  /// What the verb may tell.
  func candidates(_ group: VerbGroup, _ context: EventContext, _ draft: Draft) -> [EventCandidate] {
    let sentence = context.sentence
    let rows = verbs.rows(of: group.lemma).filter { $0.needs.hold(group, sentence, draft) }
    guard !rows.isEmpty else { return [] }
    let isDenied = EventCircumstances.isDenied(group, sentence, draft)
    var signs = shape(of: group, context, isDenied, draft)
    var actors: [Participant] = []
    var targets: [Participant] = []
    var start = group.tokens.lowerBound
    var end = group.tokens.upperBound
    let subject = parties.subject(of: group, sentence, draft)
    let object = parties.object(after: group, sentence, draft)
    end = max(end, object.end)
    if group.isPassive {
      targets = subject?.parties ?? []
      let agent = parties.agent(after: group, sentence, draft)
      actors = agent.parties
      end = max(end, agent.end)
      // Who is elected wins; who is received visits.
      if draft.word(group.lemma, is: .passiveActor), !targets.isEmpty { (actors, targets) = (targets, group.lemma == Self.receive ? actors : []) }
    } else {
      actors = subject?.parties ?? []
      signs.formUnion(subject?.signs ?? [])
      targets = object.parties.filter { !actors.contains($0) }
    }
    if let subject, subject.start >= sentence.lowerBound { start = min(start, subject.start) }
    let when = EventCircumstances.day(in: group.head..<min(sentence.upperBound, end + 14), sentence, draft) ?? EventCircumstances.day(in: start..<group.head, sentence, draft)
    let place = EventCircumstances.place(in: group.head..<min(sentence.upperBound, end + 12), draft)
    let evidence = start..<min(sentence.upperBound, max(end, group.head + 1))
    let trigger = draft.text(group.head)
    var result: [EventCandidate] = []
    let named = actors
    for verb in rows {
      let (row, needs) = (verb.row, verb.needs)
      let category = row.category
      var (actors, rowTargets) = (named, targets)
      if needs.isRecipients { (actors, rowTargets) = (object.parties, []) }
      if category == .protest, actors.isEmpty { actors = parties.callers(after: group.head, sentence, draft) }
      if category == .consult, group.isReflexive, group.lemma == "rendre", targets.isEmpty { rowTargets = parties.host(after: group, sentence, draft) }
      for (rowActors, origin) in choices(of: actors, isPronoun: signs.contains(.pronoun), category, group, rowTargets, context, draft) {
        var found = signs.union(origin).union(needs.unmet(actors: rowActors, targets: rowTargets))
        if row.isWeak { found.insert(.weak) }
        if category == .threaten, draft.word(group.lemma, is: .warning), SpeechSyntax.incise(group, sentence, draft) != nil { found.insert(.says) }
        let event = Event(
          category: category, actors: needs.isJoint ? rowActors : Array(rowActors.prefix(4)), targets: rowTargets.filter { !rowActors.contains($0) },
          status: isDenied ? .denied : EventCircumstances.status(of: group, context.part.kind), when: when, place: place, trigger: trigger)
        let rule = group.isPassive
          ? (rowActors.isEmpty ? "event.passive.open" : origin.isEmpty ? "event.passive" : "event.passive.implied")
          : (rowActors.isEmpty ? "event.active.open" : origin.isEmpty ? "event.active" : "event.active.implied")
        result.append(EventCandidate(event: event, evidence: evidence, rule: rule, signs: found, trigger: group.head, row: row))
      }
    }
    return result
  }

  /// Who may act: whom the clause names, else nobody, the state at home, or who acted before.
  private func choices(
    of actors: [Participant], isPronoun: Bool, _ category: EventCategory, _ group: VerbGroup, _ targets: [Participant], _ context: EventContext, _ draft: Draft
  ) -> [([Participant], EventSigns)] {
    guard actors.isEmpty || isPronoun else { return [(actors, [])] }
    // A pronoun may mean who acted last.
    var result: [([Participant], EventSigns)] = [(actors, [])]
    if isPronoun {
      // At the head of a paragraph it may mean who acted last in the one before.
      let last = context.lastActors.isEmpty ? context.earlierActors : context.lastActors
      if !last.isEmpty, last != actors { result.append((last, .inherited)) }
      return result
    }
    if group.isPassive {
      let implied = parties.implied(category, group, targets, context.sentence, draft)
      if !implied.isEmpty { result.append((implied, .implied)) }
    }
    if !context.lastActors.isEmpty, category != .disaster, context.lastActors != targets { result.append((context.lastActors, .inherited)) }
    return result
  }

  private func shape(of group: VerbGroup, _ context: EventContext, _ isDenied: Bool, _ draft: Draft) -> EventSigns {
    var signs = context.signs(at: group.head, draft)
    switch group.tense {
    case .participle: signs.insert(.participle)
    case .infinitive: signs.insert(.infinitive)
    case .gerund: signs.insert(.gerund)
    case .present: signs.formUnion([.verb, .present])
    case .imperfect: signs.formUnion([.verb, .imperfect])
    case .future: signs.formUnion([.verb, .future])
    case .past, .conditional: signs.insert(.verb)
    }
    if group.isPassive { signs.insert(.passive) }
    if group.isReflexive { signs.insert(.reflexive) }
    if group.isNegated { signs.insert(.negated) }
    if group.tense == .infinitive {
      if !isDenied, (group.tokens.lowerBound - 3..<group.tokens.lowerBound).contains(where: { context.told[$0] != nil }) { signs.insert(.follows) }
      if !isGoverned(group, draft) { signs.insert(.ungoverned) }
    }
    return signs
  }

  /// An infinitive counts where a planning or willing verb governs it; others are mere purposes.
  private func isGoverned(_ group: VerbGroup, _ draft: Draft) -> Bool {
    // `a annoncé, dimanche soir, avoir limogé le ministre`
    if draft.word(group.tokens.lowerBound - 1) == Sign.comma, let date = draft.mention(at: group.tokens.lowerBound - 2), date.type == .date { return true }
    return draft.verbOfToken[max(0, group.tokens.lowerBound - 1)] >= 0 || FunctionWords.of.contains(draft.word(group.tokens.lowerBound - 1)) || draft.word(group.tokens.lowerBound - 1) == "a"
  }
}
