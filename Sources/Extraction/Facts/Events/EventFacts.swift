internal import DispatchModel
internal import Lexicon

/// Who did what to whom: verbs and nouns that may tell events propose them, with their parties, status, day and place; a learned judge
/// says which of them a careful reader would note down.
struct EventFacts: Annotator {
  static let requires: Set<Layer> = [.verbs, .offices, .statements, .topics]
  static let provides: Set<Layer> = [.events]

  private let verbs: EventVerbs
  private let nouns: EventNouns
  private let judge: EventJudge

  init(lexicon: LexiconFile) {
    let parties = EventParties(lexicon: lexicon)
    verbs = EventVerbs(lexicon: lexicon, parties: parties)
    nouns = EventNouns(lexicon: lexicon, parties: parties)
    judge = EventJudge(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    events(of: draft) { _, _ in }
  }

  /// Adds the events; `seen` gets the candidates of each word that may tell one, with the place of the chosen one, if any.
  func events(of draft: Draft, seen: ([EventCandidate], Int?) -> Void) {
    guard !verbs.isEmpty || !nouns.isEmpty else { return }
    let index = VerbIndex(draft)
    var memory = Memory()
    var paragraph = -1
    var last: Range<Int>?
    var lastActors: [Participant] = []
    // Body before headline: the body says more.
    let order = draft.sentences.indices.filter { !isHeadline(draft.sentences[$0], draft) } + draft.sentences.indices.filter { isHeadline(draft.sentences[$0], draft) }
    for number in order {
      let sentence = draft.sentences[number]
      guard let part = draft.parts.first(where: { $0.tokens.contains(sentence.lowerBound) }), part.kind == .paragraph || part.kind == .headline else { continue }
      if part.tokens != last {
        last = part.tokens
        lastActors = []
        if part.kind == .paragraph { paragraph += 1 }
      }
      var context = EventContext(sentence: sentence, part: part, paragraph: max(0, paragraph), lastActors: lastActors)
      func choose(_ found: [EventCandidate]) -> EventCandidate? {
        guard !found.isEmpty else { return nil }
        var hasSound = false
        let candidates = found.map { candidate in
          var candidate = candidate
          candidate.signs.formUnion(memory.signs(of: candidate.event))
          candidate.signs.formUnion(candidate.partySigns(draft))
          // Of several readings of a word the table's first is the one meant.
          if !hasSound, EventGrammar.isSound(candidate.event.category, candidate.signs) {
            candidate.signs.insert(.sound)
            hasSound = true
          }
          return candidate
        }
        let chances = candidates.map { judge.probability(of: $0.event.category, by: $0.key, $0.signs) }
        guard let best = chances.indices.max(by: { chances[$0] < chances[$1] }), judge.isEnough(chances[best], candidates[best].signs) else { seen(candidates, nil); return nil }
        seen(candidates, best)
        let chosen = candidates[best]
        memory.add(chosen.event)
        if !chosen.event.actors.isEmpty { lastActors = chosen.event.actors; context.lastActors = lastActors }
        draft.facts.append(
          DraftFact(
            content: .event(chosen.event), evidence: chosen.evidence, confidence: judge.confidence(chances[best]), rule: chosen.rule,
            reasons: draft.explains ? ["\(chosen.event.trigger) tells \(chosen.event.category.rawValue)", "signs: \(chosen.signs.description)"] : []))
        return chosen
      }
      for group in index.groups(ofSentence: number) {
        if let chosen = choose(verbs.candidates(draft.verbGroups[group], context, draft)) { context.told[draft.verbGroups[group].head] = chosen.event.category }
      }
      for i in sentence { _ = choose(nouns.candidates(at: i, context, draft)) }
    }
  }

  private func isHeadline(_ sentence: Range<Int>, _ draft: Draft) -> Bool {
    draft.parts.contains { $0.kind == .headline && $0.tokens.contains(sentence.lowerBound) }
  }

  /// What a dispatch told already.
  private struct Memory {
    private var categories: Set<EventCategory> = []
    private var deeds: [EventCategory: Set<String>] = [:]

    func signs(of event: Event) -> EventSigns {
      var signs: EventSigns = categories.contains(event.category) ? .again : []
      if event.actors.contains(where: { deeds[event.category]?.contains($0.id) == true }) { signs.insert(.sameAgain) }
      return signs
    }

    mutating func add(_ event: Event) {
      categories.insert(event.category)
      deeds[event.category, default: []].formUnion(event.actors.map(\.id))
    }
  }
}

extension EventCandidate {
  /// The worlds but their own that verbs of matches and races speak of: a side that attacks, yields, falls back.
  private static let metaphors: Set<EventCategory> = [
    .assault, .concede, .retreat, .coerce, .mobilize, .aid, .cooperate, .consult, .threaten, .elect,
  ]

  /// Signs of the event itself: its parties, day, place and status.
  func partySigns(_ draft: Draft) -> EventSigns {
    var signs: EventSigns = []
    if let actor = event.actors.first {
      signs.insert(actor.id.count == 2 ? .country : draft.mentions.contains { $0.type == .person && $0.value == actor.id } ? .person : .organization)
      if event.actors.count > 1 { signs.insert(.severalActors) }
    } else {
      signs.insert(.noActor)
    }
    if let target = event.targets.first { if target.id.count == 2 { signs.insert(.countryTarget) } } else { signs.insert(.noTarget) }
    if event.when != nil { signs.insert(.day) }
    if event.place != nil { signs.insert(.place) }
    switch event.status {
    case .conditional: signs.insert(.conditional)
    case .planned: signs.insert(.planned)
    case .ongoing: signs.insert(.ongoing)
    case .denied: signs.insert(.denied)
    default: break
    }
    for topic in draft.topics {
      switch topic {
      case .sport: signs.insert(.sport)
      case .economy: signs.insert(.economy)
      case .conflict: signs.insert(.conflict)
      default: break
      }
    }
    if evidence.count > 20 { signs.insert(.longEvidence) }
    if draft.topics.contains(.sport), Self.metaphors.contains(event.category) { signs.insert(.metaphor) }
    return signs
  }
}
