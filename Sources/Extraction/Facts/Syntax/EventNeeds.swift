internal import DispatchModel
internal import Lexicon

/// What a row of the table of event verbs asks for before the verb counts: `T,A,W=accord|traité,Y=sport`.
struct EventNeeds {
  private let parts: [Substring]

  init(_ column: Substring) { parts = column.split(separator: ",") }

  /// All parties of the subject act together.
  var isJoint: Bool { parts.contains("S") }

  func hold(_ group: VerbGroup, actors: [Participant], targets: [Participant], sentence: Range<Int>, _ draft: Draft) -> Bool {
    // What is denied is no event, save where the row is about the denial.
    guard group.isNegated == parts.contains("!") || !group.isFinite else { return false }
    return parts.allSatisfy { need in
      switch need.first {
      case "T": !targets.isEmpty
      case "A": !actors.isEmpty
      case "P": group.isPassive
      case "R": group.isReflexive
      case "Z": !group.isReflexive
      case "W": hasWord(need.dropFirst(2), near: group, sentence, draft)
      case "N": !hasWord(need.dropFirst(2), near: group, sentence, draft)
      case "X": draft.topics.contains { $0.rawValue == need.dropFirst(2) }
      case "Y": !draft.topics.contains { $0.rawValue == need.dropFirst(2) }
      default: true
      }
    }
  }

  /// Whether one of the words stands behind the verb in its clause, or before a passive one.
  private func hasWord(_ words: Substring, near group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    let wanted = words.split(separator: "|").map { Word($0) }
    let first = group.isPassive ? max(sentence.lowerBound, group.tokens.lowerBound - 8) : group.head + 1
    for i in first..<max(first, min(sentence.upperBound, group.head + 26)) {
      if wanted.contains(draft.word(i)) { return true }
      // Far behind the verb only insertions stand between (`ont adopté mardi, par 214 voix contre 37, le projet de loi`).
      let isOther = draft.verbOfToken[i] >= 0 && i > group.head && draft.verbGroups[Int(draft.verbOfToken[i])].isFinite
      if i > group.head + 12, isOther || draft.word(i) == ";" || FunctionWords.relatives.contains(draft.word(i)) { return false }
    }
    return false
  }
}
