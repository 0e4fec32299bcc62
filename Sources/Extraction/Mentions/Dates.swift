internal import Lexicon

/// Finds points in time and durations, resolved against the dispatch's date.
struct Dates: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.dates]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
