internal import Lexicon

/// Who said what.
struct Statements: Annotator {
  static let requires: Set<Layer> = [.quotes, .offices]
  static let provides: Set<Layer> = [.statements]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
