internal import Lexicon

/// Finds countries, cities, regions and sites.
struct Places: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.places]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
