internal import Lexicon

/// Weighs the countries that a dispatch is about and lists those it names.
struct Countries: Annotator {
  static let requires: Set<Layer> = [.aliases]
  static let provides: Set<Layer> = [.countries]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
