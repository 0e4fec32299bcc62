package import DispatchModel
internal import Lexicon

/// What Scripts/train-events.py learns from: every event that the words of a text may tell, with its signs, as a reading weighs them.
extension Extractor {
  /// One possible event: the word that it hangs on is the same for all that exclude each other.
  package struct EventSample: Sendable {
    package let event: Event
    package let evidence: TextSpan
    /// The number of the first token of the word that tells it.
    package let trigger: Int
    /// The lemma or phrase of the table that it was found by.
    package let key: String
    /// The names of its signs, apart by spaces.
    package let signs: String
    package let isChosen: Bool
  }

  /// The samples of a dispatch, in the order in which they are weighed.
  package func eventSamples(of dispatch: Dispatch, date: CalendarDate) -> [EventSample] {
    let draft = draft(of: dispatch, date: date, before: EventFacts.self)
    let offsets = ScalarOffsets(draft: draft)
    var samples: [EventSample] = []
    let facts = french.annotators.lazy.compactMap { $0 as? EventFacts }.first
    facts?.events(of: draft) { candidates, chosen in
      for (place, candidate) in candidates.enumerated() {
        let end = offsets.end(of: candidate.evidence.upperBound - 1)
        samples.append(
          EventSample(
            event: candidate.event, evidence: TextSpan(start: offsets.start(of: candidate.evidence.lowerBound), end: end), trigger: candidate.trigger,
            key: candidate.row.key, signs: candidate.signs.description, isChosen: place == chosen))
      }
    }
    return samples
  }
}
