internal import Lexicon

/// Finds products, named events and laws.
struct NamedThings: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.names]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
