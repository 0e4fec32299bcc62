internal import Lexicon

/// Finds percentages, money, measures and counted nouns.
struct Figures: Annotator {
  static let requires: Set<Layer> = [.dates]
  static let provides: Set<Layer> = [.figures]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
