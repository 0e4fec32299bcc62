internal import Lexicon

/// Finds how a dispatch is built: priority, headline, sub-headlines, dateline, byline, paragraphs, signature.
struct LayoutReader: Annotator {
  static let requires: Set<Layer> = [.language]
  static let provides: Set<Layer> = [.layout]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
