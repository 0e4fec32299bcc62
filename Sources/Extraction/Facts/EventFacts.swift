internal import DispatchModel
internal import Lexicon

/// Who did what to whom: verbs and nouns that tell events, with their parties, status, day and place.
struct EventFacts: Annotator {
  static let requires: Set<Layer> = [.verbs, .offices, .statements, .topics]
  static let provides: Set<Layer> = [.events]

  let reader: PartyReader
  let subjects: Subjects
  let verbs: ParsedTable<(category: EventCategory, needs: EventNeeds)>
  let nouns: TableID?
  let cues: TableID?

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
      for i in sentence { nounEvent(at: i, sentence, part.kind, told, draft) }
    }
  }

  /// What the verbs of matches and races tell of no world but their own: a side that attacks, yields, falls back.
  private static let metaphors: Set<EventCategory> = [
    .assault, .concede, .retreat, .coerce, .mobilize, .aid, .cooperate, .consult, .threaten, .elect,
  ]

  func isMetaphor(_ category: EventCategory, _ draft: Draft) -> Bool {
    draft.topics.contains(.sport) && Self.metaphors.contains(category)
  }
}
