internal import Lexicon

/// Numbers that are news.
struct FigureFacts: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.figureFacts]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
