internal import Lexicon

/// Joins later mentions to the first one of the same entity: surnames, acronyms, short forms.
struct Aliases: Annotator {
  static let requires: Set<Layer> = [.mentions]
  static let provides: Set<Layer> = [.aliases]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
