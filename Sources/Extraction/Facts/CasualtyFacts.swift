internal import Lexicon

/// Tolls: dead, injured, missing.
struct CasualtyFacts: Annotator {
  static let requires: Set<Layer> = [.figureFacts]
  static let provides: Set<Layer> = [.casualties]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
