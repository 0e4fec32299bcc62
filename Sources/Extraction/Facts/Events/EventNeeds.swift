internal import DispatchModel
internal import Lexicon

/// What a row of the table of event verbs asks for before the verb counts: `T,A,W=accord|traité,Y=sport`.
struct EventNeeds {
  /// All parties of the subject act together.
  let isJoint: Bool
  /// Who gets it acts: `le prix est revenu à X`.
  let isRecipients: Bool
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
    isRecipients = parts.contains("D")
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

  /// Whether the verb is of the row at all: its form, the words beside it, what the dispatch is about. Asked before the parties are
  /// looked for, which costs more.
  func hold(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    // What is denied is no event, save where the row is about the denial.
    guard group.isNegated == isNegated || !group.isFinite else { return false }
    return needs.allSatisfy { need in
      switch need {
      case .target, .actor: true
      case .passive: group.isPassive
      case .reflexive: group.isReflexive
      case .plain: !group.isReflexive
      case .word(let words): hasWord(words, near: group, sentence, draft)
      case .noWord(let words): !hasWord(words, near: group, sentence, draft)
      case .topic(let topic): draft.topics.contains { $0 == topic }
      case .noTopic(let topic): !draft.topics.contains { $0 == topic }
      }
    }
  }

  /// The parties that the row asks for and that are not there.
  func unmet(actors: [Participant], targets: [Participant]) -> EventSigns {
    var unmet: EventSigns = []
    for need in needs {
      switch need {
      case .target: if targets.isEmpty { unmet.insert(.unmetTarget) }
      case .actor: if actors.isEmpty { unmet.insert(.unmetActor) }
      default: continue
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
