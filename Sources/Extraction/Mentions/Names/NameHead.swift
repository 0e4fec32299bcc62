internal import DispatchModel
internal import Lexicon

/// The head of a run of capitals that is no part of the name behind it: a nationality (`la Néerlandaise Margriet van der Heijden`), what a
/// title governs (`le secrétaire général de l'Otan Jens Stoltenberg`, `la ministre du Tourisme Altagracia Féliz`) or whom words were
/// said to (`a déclaré à l'AFP Prem Goburdhun`).
enum NameHead {
  private static let federal: Word = "fédéral"
  private static let openers: WordSet = FunctionWords.articles.union(FunctionWords.of).union(["à", "et", "ou", Sign.comma])
  private static let links: WordSet = FunctionWords.articles.union(FunctionWords.of).union(["à", "et", Sign.hyphen])

  /// How many tokens of the run belong to the head; 0 where all of it may be a name.
  static func length(of tokens: Range<Int>, in draft: Draft, context: NameContext, tables: NameTables) -> Int {
    let start = tokens.lowerBound
    guard tokens.count > 1, draft.kind(start) == .word else { return 0 }
    let before = draft.word(start - 1)
    let isGoverned = context.title(before: start) != .none || context.isNationality[max(0, start - 1)]
    guard openers.contains(before) || isGoverned else { return 0 }
    if context.isNationality[start] {
      // `la Sud-Coréenne Park Ji-woo`
      var end = start + 1
      while end < tokens.upperBound, context.isNationality[end] { end += 1 }
      if opensName(end, of: tokens, in: draft) { return end - start }
    }
    // What another annotator is sure of, from the run's first token on, with a name of two words or a given name behind it.
    var end = start
    for over in [context.organizationOver[start], context.placeOver[start]] where over >= 0 {
      let candidate = draft.candidates[Int(over)]
      guard candidate.tokens.lowerBound <= start, candidate.tokens.upperBound < tokens.upperBound, candidate.confidence >= 0.7 || candidate.rule == "place.country" && FunctionWords.of.contains(before) else { continue }
      end = max(end, candidate.tokens.upperBound)
    }
    if end > start {
      guard opensName(end, of: tokens, in: draft), isNamelike(end..<tokens.upperBound, in: draft, tables: tables) else { return 0 }
      return end - start
    }
    // A common noun written with a capital, as in names of ministries.
    let features = draft.features(start)
    guard features.contains(.noun), !NameSegments.isGiven(start, in: draft, tables: tables), opensName(start + 1, of: tokens, in: draft),
      isNamelike(start + 1..<tokens.upperBound, in: draft, tables: tables), title(governing: start, in: draft, context: context).0 != .none
    else { return 0 }
    return 1
  }

  /// The title that governs the head: `secrétaire général de l'`, `ministre de la Défense et du`; none behind a comma or a verb.
  static func title(governing head: Int, in draft: Draft, context: NameContext) -> (TitleClass, TitleLink) {
    if context.isNationality[head] { return (.role, .direct) }
    var at = head
    for _ in 0..<10 {
      let title = context.title(before: at)
      if title != .none, title != .civil { return (title, .complement) }
      at -= 1
      guard at > 0, !draft.flags(at).contains(.startsLine), draft.word(at) != Sign.comma, draft.word(at) != NameRuns.stop else { break }
      let isLink = links.contains(draft.word(at)) || draft.isCapitalized(at) || context.isNationality[at]
      guard isLink || !draft.features(at).isDisjoint(with: [.adjective, .noun]) else { break }
    }
    return (.none, .none)
  }

  /// `ministre de l'Economie`, `secrétaire d'Etat chargé des Transports`, `ministre de l'Agriculture et des Forêts`: the noun with a capital
  /// names a minister's portfolio and no body. `isDirect` looks over no other word with a capital, as in `ministres des Affaires
  /// étrangères de l'Union européenne`.
  static func isPortfolio(_ index: Int, isDirect: Bool = false, in draft: Draft) -> Bool {
    guard links.contains(draft.word(index - 1)) else { return false }
    var at = index - 1
    for _ in 0..<12 {
      guard at > 0, !draft.flags(at).contains(.startsLine), draft.word(at) != Sign.comma, draft.kind(at) == .word || draft.word(at) == Sign.hyphen else { return false }
      // A secretary general has no portfolio.
      if draft.word(at, is: .minister) { return !draft.word(at + 1, is: .titleQualifier) || draft.word(at + 1) == Self.federal }
      if isDirect, draft.isCapitalized(at) { return false }
      let isLink = links.contains(draft.word(at)) || draft.isCapitalized(at) || draft.word(at) == "charge" || draft.word(at) == "chargee" || draft.word(at) == "aux" || draft.word(at) == "au"
      guard isLink || draft.features(at).isEmpty || !draft.features(at).isDisjoint(with: [.adjective, .noun, .pastParticiple]) else { return false }
      at -= 1
    }
    return false
  }

  /// A word with a capital, apart from what stands before it.
  private static func opensName(_ index: Int, of tokens: Range<Int>, in draft: Draft) -> Bool {
    index < tokens.upperBound && draft.kind(index) == .word && !draft.isGlued(index) && (draft.isCapitalized(index) || tokens.upperBound > index + 1)
  }

  /// Two words with capitals, or one that is a given name.
  private static func isNamelike(_ tokens: Range<Int>, in draft: Draft, tables: NameTables) -> Bool {
    let capitals = tokens.count { draft.kind($0) == .word && draft.isCapitalized($0) }
    return capitals > 1 || NameSegments.isGiven(tokens.lowerBound, in: draft, tables: tables)
  }
}
