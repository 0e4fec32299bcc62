internal import DispatchModel

/// An event that the words may tell, with what speaks for and against it.
struct EventCandidate {
  var event: Event
  var evidence: Range<Int>
  var rule: String
  var signs: EventSigns
  /// The token that tells it.
  var trigger: Int
  /// The lemma or phrase of the table that it was found by.
  var key: String
}
