internal import DispatchModel
internal import Lexicon

/// Joins later mentions to the first one of the same entity: a surname alone, simple (`Massoum`), compound (`Ndong Oyono`) or with an
/// article (`al-Jaafari`), takes the full name's value.
struct Aliases: Annotator {
  static let requires: Set<Layer> = [.mentions]
  static let provides: Set<Layer> = [.aliases]

  /// What stands between a name's words, or before them, without telling two names apart.
  private static let joints: Set<Word> = ["-", "'", ".", "al", "el"]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {
    var fullNames: [Word: (words: [Word], value: String)] = [:]
    for index in draft.mentions.indices where draft.mentions[index].type == .person && !draft.mentions[index].isFrame {
      let words = draft.mentions[index].tokens.map { draft.word($0) }.filter { !Self.joints.contains($0) }
      guard let surname = words.last else { continue }
      if let full = fullNames[surname], full.words.count > words.count, full.words.suffix(words.count).elementsEqual(words) {
        draft.mentions[index].value = full.value
      } else if words.count > 1 {
        fullNames[surname] = (words, draft.mentions[index].value)
      }
    }
  }
}
