internal import Lexicon

/// Finds verb groups with tense, voice, negation and modality.
struct VerbGroups: Annotator {
  static let requires: Set<Layer> = [.aliases]
  static let provides: Set<Layer> = [.verbs]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
