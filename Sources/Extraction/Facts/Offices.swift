internal import Lexicon

/// Who holds which office.
struct Offices: Annotator {
  static let requires: Set<Layer> = [.verbs]
  static let provides: Set<Layer> = [.offices]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
