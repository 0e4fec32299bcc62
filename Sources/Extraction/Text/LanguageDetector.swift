internal import Lexicon

/// Tells the text's language by its frequent words.
struct LanguageDetector: Annotator {
  static let requires: Set<Layer> = []
  static let provides: Set<Layer> = [.language]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
