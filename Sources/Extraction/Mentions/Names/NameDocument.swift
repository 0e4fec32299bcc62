internal import Lexicon

/// What the whole text tells of a word's use in names: `Massoum` alone is judged by the `Fouad Massoum` elsewhere.
struct NameDocument {
  private enum Use: Int { case none, tail, tailOfPerson, afterCivil }
  private var uses: [Word: Use] = [:]

  init(segments: [NameSegment], in draft: Draft, context: NameContext, tables: NameTables) {
    for segment in segments {
      let last = draft.word(segment.tokens.upperBound - 1)
      let use: Use
      if segment.titleLink == .direct, segment.title == .civil {
        use = .afterCivil
      } else if segment.tokens.count > 1, segment.titleLink != .none || NameSegments.isGiven(segment.tokens.lowerBound, in: draft, tables: tables) {
        use = .tailOfPerson
      } else if segment.tokens.count > 1 {
        use = .tail
      } else {
        continue
      }
      if use.rawValue > (uses[last] ?? .none).rawValue { uses[last] = use }
      // Of two surnames, as Spanish names have them, the first stands alone: `Aníbal Quispe Huamaní`, later `Quispe`.
      let middle = segment.tokens.upperBound - 2
      if use == .tailOfPerson, segment.tokens.count == 3, draft.isCapitalized(middle), draft.kind(middle) == .word, !NameSegments.isGiven(middle, in: draft, tables: tables),
        uses[draft.word(middle)] == nil
      {
        uses[draft.word(middle)] = .tailOfPerson
      }
    }
  }

  /// 0…3: what the segment's last word is elsewhere, the surest use.
  func evidence(for segment: NameSegment, in draft: Draft) -> Int {
    (uses[draft.word(segment.tokens.upperBound - 1)] ?? .none).rawValue
  }
}
