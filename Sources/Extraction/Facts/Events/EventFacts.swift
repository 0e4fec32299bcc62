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
    judge = EventJudge(lexicon: lexicon)
    verbs = EventVerbs(lexicon: lexicon, parties: parties, judge: judge)
    nouns = EventNouns(lexicon: lexicon, parties: parties, judge: judge)
  }

  func annotate(_ draft: Draft) {
    events(of: draft) { _, _ in }
  }

  /// Adds the events; `seen` gets the candidates of each word that may tell one, with the place of the chosen one, if any.
  func events(of draft: Draft, seen: ([EventCandidate], Int?) -> Void) {
    guard !verbs.isEmpty || !nouns.isEmpty else { return }
    let index = VerbIndex(draft)
    let setting = EventSetting(draft)
    var memory = Memory()
    var paragraph = -1
    var last = -1
    var lastActors: [Participant] = []
    var earlierActors: [Participant] = []
    for number in setting.order {
      let sentence = draft.sentences[number], part = setting.partOfSentence[number]
      if part != last {
        last = part
        if !lastActors.isEmpty { earlierActors = lastActors }
        lastActors = []
        if draft.parts[part].kind == .paragraph { paragraph += 1 }
      }
      var context = EventContext(sentence: sentence, part: draft.parts[part], paragraph: max(0, paragraph), lastActors: lastActors, earlierActors: earlierActors)
      func choose(_ found: [EventCandidate]) -> EventCandidate? {
        guard !found.isEmpty else { return nil }
        var hasSound = false
        let candidates = found.map { candidate in
          var candidate = candidate
          candidate.signs.formUnion(memory.signs(of: candidate.event))
          candidate.signs.formUnion(setting.signs(of: candidate))
          // Of several readings of a word the table's first is the one meant.
          if !hasSound, EventGrammar.isSound(candidate.event.category, candidate.signs) {
            candidate.signs.insert(.sound)
            hasSound = true
          }
          return candidate
        }
        let chances = candidates.map { judge.probability(of: $0.event.category, $0.signs, word: $0.row.weight) }
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
