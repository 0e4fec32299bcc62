internal import Lexicon

/// Finds adjectives and nouns of nationality.
struct Nationalities: Annotator {
  static let requires: Set<Layer> = [.places]
  static let provides: Set<Layer> = [.nationalities]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
