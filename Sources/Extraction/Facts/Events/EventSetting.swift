internal import DispatchModel
internal import Lexicon

/// What all candidates of one dispatch are weighed against, made once: where its sentences stand, who its people are, what it is about.
struct EventSetting {
  /// The part that each sentence is in, by the number of both; -1 for none.
  let partOfSentence: [Int]
  /// The sentences that may tell events, body before headline: the body says more.
  let order: [Int]
  /// By name (`Word.init(written:)`).
  private let people: Set<Word>
  private let topics: EventSigns

  /// The worlds but their own that verbs of matches and races speak of: a side that attacks, yields, falls back.
  private static let metaphors: Set<EventCategory> = [
    .assault, .concede, .retreat, .coerce, .mobilize, .aid, .cooperate, .consult, .threaten, .elect,
  ]

  init(_ draft: Draft) {
    // Sentences and parts both stand in the order of the text.
    var part = 0
    let parts = draft.sentences.map { sentence in
      while part < draft.parts.count, draft.parts[part].tokens.upperBound <= sentence.lowerBound { part += 1 }
      return part < draft.parts.count && draft.parts[part].tokens.contains(sentence.lowerBound) ? part : -1
    }
    func sentences(in kind: PartKind) -> [Int] { parts.indices.filter { parts[$0] >= 0 && draft.parts[parts[$0]].kind == kind } }
    partOfSentence = parts
    order = sentences(in: .paragraph) + sentences(in: .headline)
    var people: Set<Word> = []
    for mention in draft.mentions where mention.type == .person { people.insert(Word(written: mention.value)) }
    self.people = people
    var topics: EventSigns = []
    for topic in draft.topics {
      switch topic {
      case .sport: topics.insert(.sport)
      case .economy: topics.insert(.economy)
      case .conflict: topics.insert(.conflict)
      default: break
      }
    }
    self.topics = topics
  }

  /// Signs of the event itself: its parties, day, place and status, and what the dispatch is about.
  func signs(of candidate: EventCandidate) -> EventSigns {
    let event = candidate.event
    var signs = topics
    if let actor = event.actors.first {
      signs.insert(actor.isCountry ? .country : people.contains(Word(written: actor.id)) ? .person : .organization)
      if event.actors.count > 1 { signs.insert(.severalActors) }
    } else {
      signs.insert(.noActor)
    }
    if let target = event.targets.first { if target.isCountry { signs.insert(.countryTarget) } } else { signs.insert(.noTarget) }
    if event.when != nil { signs.insert(.day) }
    if event.place != nil { signs.insert(.place) }
    switch event.status {
    case .conditional: signs.insert(.conditional)
    case .planned: signs.insert(.planned)
    case .ongoing: signs.insert(.ongoing)
    case .denied: signs.insert(.denied)
    default: break
    }
    if candidate.evidence.count > 20 { signs.insert(.longEvidence) }
    if topics.contains(.sport), Self.metaphors.contains(event.category) { signs.insert(.metaphor) }
    return signs
  }
}

extension Participant {
  /// Of two characters, as the codes of countries are.
  fileprivate var isCountry: Bool { id.utf8.count == 2 || id.utf8.count < 16 && !id.utf8.allSatisfy { $0 < 0x80 } ? id.count == 2 : false }
}
