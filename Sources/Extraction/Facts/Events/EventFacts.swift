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
        var best: (index: Int, chance: Double)?
        for (index, candidate) in found.enumerated() {
          candidate.signs.formUnion(memory.signs(of: candidate.event))
          candidate.signs.formUnion(setting.signs(of: candidate))
          // Of several readings of a word the table's first is the one meant.
          if !hasSound, EventGrammar.isSound(candidate.event.category, candidate.signs) {
            candidate.signs.insert(.sound)
            hasSound = true
          }
          let chance = judge.probability(of: candidate.event.category, candidate.signs, word: candidate.row.weight)
          if best.map({ $0.chance < chance }) ?? true { best = (index, chance) }
        }
        guard let best, judge.isEnough(best.chance, found[best.index].signs) else { seen(found, nil); return nil }
        seen(found, best.index)
        let chosen = found[best.index]
        memory.add(chosen.event)
        if !chosen.event.actors.isEmpty { lastActors = chosen.event.actors; context.lastActors = lastActors }
        draft.facts.append(
          DraftFact(
            content: .event(chosen.event), evidence: chosen.evidence, confidence: judge.confidence(best.chance), rule: chosen.rule,
            reasons: draft.explains ? ["\(chosen.event.trigger) tells \(chosen.event.category.rawValue)", "signs: \(chosen.signs.description)"] : []))
        return chosen
      }
      for group in index.groups(ofSentence: number) {
        if let chosen = choose(verbs.candidates(draft.verbGroups[group], context, draft)) { context.told[draft.verbGroups[group].head] = chosen.event.category }
      }
      for i in sentence where nouns.mayTell(at: i, draft) { _ = choose(nouns.candidates(at: i, context, draft)) }
    }
  }

  /// What a dispatch told already.
  private struct Memory {
    /// A bit for each category (`EventCategory.ordinal`).
    private var categories: UInt64 = 0
    /// Who did something of each.
    private var deeds: Set<Word> = []

    func signs(of event: Event) -> EventSigns {
      guard categories >> UInt64(event.category.ordinal) & 1 != 0 else { return [] }
      return event.actors.contains { deeds.contains(Self.deed($0, event.category)) } ? [.again, .sameAgain] : .again
    }

    mutating func add(_ event: Event) {
      categories |= 1 << UInt64(event.category.ordinal)
      for actor in event.actors { deeds.insert(Self.deed(actor, event.category)) }
    }

    private static func deed(_ actor: Participant, _ category: EventCategory) -> Word {
      Word(hash: Word(written: actor.id).hash &+ UInt64(category.ordinal) &* 0x9E37_79B9_7F4A_7C15)
    }
  }
}
