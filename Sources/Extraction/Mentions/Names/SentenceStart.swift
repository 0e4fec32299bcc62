internal import Lexicon

/// Whether a capital may be owed to the place of a word rather than to the word.
enum SentenceStart {
  private static let enders: WordSet = [".", "!", "?", "…", ":", "–", "—", "•", "*"]
  private static let openers: WordSet = ["«", "\"", "“", "”", "(", "[", "'", "-", "+", "‘", "„"]

  /// The token opens a line, a sentence, a quotation or a bracket.
  static func isOpening(_ index: Int, in draft: Draft) -> Bool {
    if draft.flags(index).contains(.startsLine) || index <= 0 { return true }
    let before = draft.word(index - 1)
    if openers.contains(before) { return !draft.isGlued(index - 1) || draft.isGlued(index) && before != "'" && before != Sign.hyphen }
    guard enders.contains(before) else { return false }
    if before == Sign.stop, draft.isGlued(index - 1) {
      // M. Peralta, J. Smith: the stop belongs to the abbreviation.
      if draft.word(index - 2, is: .abbreviation) { return false }
      let isInitial = draft.flags(index - 2).contains(.allCapitals) && length(index - 2, in: draft) == 1
      if isInitial { return false }
    }
    return true
  }

  private static func length(_ index: Int, in draft: Draft) -> Int {
    index >= 0 && index < draft.count ? Int(draft.tokens[index].end - draft.tokens[index].start) : 0
  }
}

/// Which lines of a text are written in capitals alone, where case tells nothing.
struct CapitalLines {
  private var lineOfToken: [Int32] = []
  private var isCapitalLine: [Bool] = []

  init(draft: Draft) {
    lineOfToken.reserveCapacity(draft.count)
    var capitals = 0
    var others = 0
    for index in draft.tokens.indices {
      if draft.tokens[index].flags.contains(.startsLine), index > 0 {
        isCapitalLine.append(capitals >= 3 && others * 5 <= capitals)
        capitals = 0
        others = 0
      }
      if draft.tokens[index].kind == .word, draft.tokens[index].end - draft.tokens[index].start > 1 {
        if draft.tokens[index].flags.contains(.allCapitals) { capitals += 1 } else { others += 1 }
      }
      lineOfToken.append(Int32(isCapitalLine.count))
    }
    isCapitalLine.append(capitals >= 3 && others * 5 <= capitals)
  }

  /// Whether the token stands on such a line.
  func isCapital(line token: Int) -> Bool {
    guard token >= 0, token < lineOfToken.count else { return false }
    return isCapitalLine[Int(lineOfToken[token])]
  }
}
