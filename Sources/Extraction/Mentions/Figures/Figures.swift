internal import Lexicon

/// Finds percentages, amounts of money and counted or measured things.
struct Figures: Annotator {
  static let requires: Set<Layer> = [.dates]
  static let provides: Set<Layer> = [.figures]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
