internal import Lexicon

/// Pairs quotation marks.
struct Quotes: Annotator {
  static let requires: Set<Layer> = [.aliases]
  static let provides: Set<Layer> = [.quotes]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
