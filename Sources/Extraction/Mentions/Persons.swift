internal import Lexicon

/// Finds named human beings.
struct Persons: Annotator {
  static let requires: Set<Layer> = [.organizations]
  static let provides: Set<Layer> = [.persons]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
