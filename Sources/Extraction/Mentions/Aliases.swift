internal import DispatchModel
internal import Lexicon

/// Joins later mentions to the first one of the same entity: a surname alone takes the full name's value.
struct Aliases: Annotator {
  static let requires: Set<Layer> = [.mentions]
  static let provides: Set<Layer> = [.aliases]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {
    var fullNames: [Word: String] = [:]
    for index in draft.mentions.indices where draft.mentions[index].type == .person && !draft.mentions[index].isFrame {
      let tokens = draft.mentions[index].tokens
      let surname = draft.word(tokens.upperBound - 1)
      if tokens.count > 1 {
        fullNames[surname] = draft.mentions[index].value
      } else if let full = fullNames[surname] {
        draft.mentions[index].value = full
      }
    }
  }
}
