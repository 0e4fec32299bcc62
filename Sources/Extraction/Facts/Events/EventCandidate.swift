internal import DispatchModel

/// An event that the words may tell, with what speaks for and against it. A class: candidates are handed on and weighed, and an event is big.
final class EventCandidate {
  let event: Event
  let evidence: Range<Int>
  let rule: String
  var signs: EventSigns
  /// The token that tells it.
  let trigger: Int
  let row: EventRow

  init(event: Event, evidence: Range<Int>, rule: String, signs: EventSigns, trigger: Int, row: EventRow) {
    (self.event, self.evidence, self.rule, self.signs, self.trigger, self.row) = (event, evidence, rule, signs, trigger, row)
  }
}

/// A row of the tables of event verbs and nouns, as far as both are alike.
final class EventRow: Sendable {
  /// The lemma or phrase.
  let key: String
  let category: EventCategory
  /// Only the judge decides on it: the row may not count alone.
  let isWeak: Bool
  /// What the judge knows of this very word (`EventJudge.weight`).
  let weight: Float

  /// Nil where the second column is no category.
  init?(_ columns: [Substring], judge: EventJudge) {
    guard columns.count > 1, let category = EventCategory(rawValue: String(columns[1])) else { return nil }
    key = String(columns[0])
    self.category = category
    isWeak = columns.last == "weak"
    weight = judge.weight(of: key, category)
  }
}
