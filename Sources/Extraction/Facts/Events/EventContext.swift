internal import DispatchModel

/// Where in the dispatch events are looked for, and what was told before.
struct EventContext {
  let sentence: Range<Int>
  let part: DraftPart
  /// How many paragraphs came before.
  let paragraph: Int
  /// The verbs of the sentence that told something, with what.
  var told: [Int: EventCategory] = [:]
  /// Who acted last in the paragraph.
  var lastActors: [Participant] = []
  /// Who acted last before the paragraph.
  var earlierActors: [Participant] = []

  /// Signs of the place that a token stands at.
  func signs(at token: Int, _ draft: Draft) -> EventSigns {
    var signs = EventCircumstances.signs(at: token, sentence, part, paragraph: paragraph, draft)
    if !told.isEmpty { signs.insert(.crowded) }
    return signs
  }
}
