internal import DispatchModel
internal import Lexicon

/// What a row of the table of event verbs asks for before the verb counts: `T,A,W=accord|traité,Y=sport`.
struct EventNeeds {
  /// All parties of the subject act together.
  let isJoint: Bool
  /// The row is about what is denied.
  private let isNegated: Bool
  private let needs: [Need]

  private enum Need {
    case target, actor, passive, reflexive, plain
    case word([Word])
    case noWord([Word])
    case topic(Topic?)
    case noTopic(Topic?)
  }

  init(_ column: Substring) {
    let parts = column.split(separator: ",")
    isJoint = parts.contains("S")
    isNegated = parts.contains("!")
    needs = parts.compactMap { part in
      let rest = part.dropFirst(2)
      return switch part.first {
      case "T": .target
      case "A": .actor
      case "P": .passive
      case "R": .reflexive
      case "Z": .plain
      case "W": .word(rest.split(separator: "|").map { Word($0) })
      case "N": .noWord(rest.split(separator: "|").map { Word($0) })
      case "X": .topic(Topic(rawValue: String(rest)))
      case "Y": .noTopic(Topic(rawValue: String(rest)))
      default: nil
      }
    }
  }

  /// The needs of parties that are not met; nil where the verb is not of the row at all.
  func unmet(_ group: VerbGroup, actors: [Participant], targets: [Participant], sentence: Range<Int>, _ draft: Draft) -> EventSigns? {
    // What is denied is no event, save where the row is about the denial.
    guard group.isNegated == isNegated || !group.isFinite else { return nil }
    var unmet: EventSigns = []
    for need in needs {
      switch need {
      case .target: if targets.isEmpty { unmet.insert(.unmetTarget) }
      case .actor: if actors.isEmpty { unmet.insert(.unmetActor) }
      case .passive: guard group.isPassive else { return nil }
      case .reflexive: guard group.isReflexive else { return nil }
      case .plain: guard !group.isReflexive else { return nil }
      case .word(let words): guard hasWord(words, near: group, sentence, draft) else { return nil }
      case .noWord(let words): guard !hasWord(words, near: group, sentence, draft) else { return nil }
      case .topic(let topic): guard draft.topics.contains(where: { $0 == topic }) else { return nil }
      case .noTopic(let topic): guard !draft.topics.contains(where: { $0 == topic }) else { return nil }
      }
    }
    return unmet
  }

  /// Whether one of the words stands behind the verb in its clause, or before a passive one.
  private func hasWord(_ wanted: [Word], near group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
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
