internal import Lexicon

/// Who did what to whom.
struct EventFacts: Annotator {
  static let requires: Set<Layer> = [.statements, .casualties, .figureFacts]
  static let provides: Set<Layer> = [.events]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
