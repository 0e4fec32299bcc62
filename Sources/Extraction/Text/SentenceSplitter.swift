internal import Lexicon

/// Splits each part into sentences.
struct SentenceSplitter: Annotator {
  static let requires: Set<Layer> = [.layout]
  static let provides: Set<Layer> = [.sentences]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
