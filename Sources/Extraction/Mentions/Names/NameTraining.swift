package import DispatchModel
internal import Lexicon

/// What Scripts/train-names.py learns from: the segments of a text with their features, seen exactly as a reading sees them.
extension Extractor {
  /// One segment of capitalised words: its offsets in Unicode scalars and the numbers of its features.
  package struct NameSample: Sendable {
    package let span: TextSpan
    package let features: [UInt32]
  }

  /// The samples of a dispatch, in the order of the text.
  package func nameSamples(of dispatch: Dispatch, date: CalendarDate) -> [NameSample] {
    let draft = draft(of: dispatch, date: date, before: Persons.self)
    let offsets = ScalarOffsets(draft: draft)
    return NameFinder(lexicon: french.lexicon).segments(of: draft).map { segment, features in
      let start = offsets.start(of: segment.tokens.lowerBound), end = offsets.end(of: segment.tokens.upperBound - 1)
      return NameSample(span: TextSpan(start: start, end: end), features: features.indices)
    }
  }
}
