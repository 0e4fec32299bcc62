internal import DispatchModel

/// An event that the words may tell, with what speaks for and against it.
struct EventCandidate {
  var event: Event
  var evidence: Range<Int>
  var rule: String
  var signs: EventSigns
  /// The token that tells it.
  var trigger: Int
  var row: EventRow
}

/// A row of the tables of event verbs and nouns, as far as both are alike.
struct EventRow {
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
