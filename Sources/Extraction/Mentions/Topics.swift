internal import Lexicon

/// Says what a dispatch is about.
struct Topics: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.topics]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
