internal import Lexicon

/// Finds institutions, companies, parties, armed groups, media and bodies.
struct Organizations: Annotator {
  static let requires: Set<Layer> = [.places, .nationalities, .names]
  static let provides: Set<Layer> = [.organizations]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
