internal import DispatchModel
internal import Lexicon

/// Names that no lexicon knows and that signs beside them show to be a company's or a body's: its last word (`Halvorsen Tankers`), a change of
/// price behind it (`Harbour Trust (-6,3%)`), `chez`, what companies have (`les titres de X`), an apposition (`l'armateur, X,`), a
/// list of companies (`deux compagnies, dont X`), the parenthesis behind a body (`(Optimex)`). The words are in org-heads.tsv.
extension Organizations {
  static let bySigns = "organization.signs"
  private static let house: Word = "chez"
  private static let signs: WordSet = ["+", "-", "−", "–"]
  private static let introductions: WordSet = ["dont", "comme", "notamment", "tels", "telles", "que", Sign.comma, Sign.colon]
  private static let joints: WordSet = [Sign.comma, "et", "ou"]

  /// The name whose first word stands at the token.
  func named(bySigns index: Int, limit: Int, isCapitals: Bool, _ draft: Draft) -> Candidate? {
    guard !isCapitals, !draft.isForeign, opensUnknown(index, draft) else { return nil }
    let end = properEnd(index, limit: limit, draft)
    let tokens = index..<end
    if tokens.count > 1, isKind("tail", at: end - 1, draft), !isGiven(index, draft) { return signed(tokens, 0.985, draft) }
    guard !isTaken(index, draft), !isGiven(index, draft) else { return nil }
    if hasChange(end, draft) { return signed(tokens, 0.985, draft) }
    guard draft.features(index).isEmpty || tokens.count > 1 else { return nil }
    if draft.word(index - 1) == Self.house { return signed(tokens, 0.9, draft) }
    if FunctionWords.of.contains(draft.word(index - 1)), holds(before: index - 1, "owned", draft) { return signed(tokens, 0.74, draft) }
    if isApposed(tokens, draft) { return signed(tokens, 0.985, draft) }
    return nil
  }

  /// `Deux compagnies, dont Kaito Lines`, `les firmes Startup Square et TiE`, `des valeurs bancaires comme X et Y`.
  func listed(beside found: [Candidate], _ draft: Draft) -> [Candidate] {
    guard !draft.isForeign, let heads else { return [] }
    var taken = [Bool](repeating: false, count: draft.count)
    for candidate in found { for token in candidate.tokens { taken[token] = true } }
    var more: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      for index in part.tokens where draft.matches.has(heads, at: index) && isKind("companies", at: index, draft) {
        guard let head = draft.matches.longest(in: heads, at: index) else { continue }
        var at = head.tokens.upperBound
        while at < head.tokens.upperBound + 3, !draft.isCapitalized(at), grammar.isAdjective(at, draft) || grammar.demonym(at: at, draft) != nil { at += 1 }
        var steps = 0
        while steps < 3, Self.introductions.contains(draft.word(at)) { (at, steps) = (at + 1, steps + 1) }
        while at < part.tokens.upperBound {
          if FunctionWords.articles.contains(draft.word(at)), draft.isCapitalized(at + 1) { at += 1 }
          guard draft.kind(at) == .word, draft.isCapitalized(at), !draft.flags(at).contains(.startsLine) else { break }
          let end = properEnd(at, limit: part.tokens.upperBound, draft)
          if !taken[at], opensUnknown(at, draft), !isTaken(at, draft), !isGiven(at, draft) { more.append(signed(at..<end, 0.88, draft)) }
          guard Self.joints.contains(draft.word(end)) else { break }
          at = end + 1
        }
      }
    }
    return more
  }

  /// `Office de promotion du commerce extérieur (Optimex)`: the parenthesis behind a body is its short name.
  func enclosed(_ found: [Candidate], _ draft: Draft) -> [Candidate] {
    let taken = Set(found.map(\.tokens.lowerBound))
    return found.compactMap { body in
      let open = body.tokens.upperBound
      guard body.tokens.count > 1, draft.tokens[min(open + 1, draft.count - 1)].end - draft.tokens[min(open + 1, draft.count - 1)].start > 2, plain.flatMap({ draft.matches.longest(in: $0, at: open + 1) }) == nil, draft.word(open) == Sign.open, draft.word(open + 2) == Sign.close, draft.kind(open + 1) == .word, draft.isCapitalized(open + 1),
        !taken.contains(open + 1), body.rule == "organization.known" || !draft.isCapitalized(open - 1), draft.features(open + 1).isEmpty, !isTaken(open + 1, draft), !isGiven(open + 1, draft)
      else { return nil }
      return candidate(open + 1..<open + 2, value: body.value, confidence: 0.9, rule: "organization.acronym", country: body.country, isPrivate: body.isPrivate)
    }
  }

  private func signed(_ tokens: Range<Int>, _ confidence: Double, _ draft: Draft) -> Candidate {
    candidate(tokens, value: draft.text(tokens), confidence: confidence, rule: Self.bySigns, country: nil, isPrivate: true)
  }

  /// The first of words with capitals, none of them grammar.
  private func opensUnknown(_ index: Int, _ draft: Draft) -> Bool {
    guard draft.kind(index) == .word, draft.isCapitalized(index), !Self.roman.contains(draft.word(index)), !(draft.isGlued(index) && draft.word(index - 1) == Sign.hyphen), draft.tokens[index].end - draft.tokens[index].start > 1,
      draft.features(index).isDisjoint(with: [.determiner, .preposition, .pronoun, .conjunction]), grammar.demonym(at: index, draft) == nil
    else { return false }
    return draft.flags(index).contains(.startsLine) || !(draft.kind(index - 1) == .word && draft.isCapitalized(index - 1) && draft.features(index - 1).isDisjoint(with: [.determiner, .preposition]))
  }

  /// Whether the gazetteer knows a place of that name.
  func isTaken(_ index: Int, _ draft: Draft) -> Bool {
    func has(_ table: TableID?) -> Bool { table.map { draft.matches.has($0, at: index) } ?? false }
    return has(countries) || has(regions) || has(cities)
  }

  func isGiven(_ index: Int, _ draft: Draft) -> Bool {
    draft.features(index).contains(.givenName) || given.map { draft.matches.has($0, at: index) } ?? false
  }

  private func isKind(_ kind: Substring, at index: Int, _ draft: Draft) -> Bool {
    guard let heads, draft.matches.has(heads, at: index) else { return false }
    return draft.matches.starting(at: index).contains { $0.table == heads && draft.lexicon.columns(ofEntry: $0.entry).dropFirst().first == kind }
  }

  /// `(-6,3%)`, `(+0,4 %)`: a sign, a number, a per cent sign.
  private func hasChange(_ open: Int, _ draft: Draft) -> Bool {
    guard draft.word(open) == Sign.open, Self.signs.contains(draft.word(open + 1)) || draft.kind(open + 1) == .number && draft.text(open + 1).first.map({ "+-−".contains($0) }) == true else { return false }
    return (open + 2..<min(draft.count, open + 7)).contains { draft.word($0) == "%" || draft.text($0).hasSuffix("%") }
  }

  /// A row of that kind ends at the token.
  private func holds(before end: Int, _ kind: Substring, _ draft: Draft) -> Bool {
    guard let heads else { return false }
    return (max(0, end - 4)..<max(0, end)).contains { start in
      draft.matches.has(heads, at: start) && draft.matches.starting(at: start).contains { $0.table == heads && $0.tokens.upperBound == end && draft.lexicon.columns(ofEntry: $0.entry).dropFirst().first == kind }
    }
  }

  /// `l'armateur, Halvorsen Tankers, …`, `l'association organisatrice, Yerma Gnaoua.`
  private func isApposed(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.word(tokens.lowerBound - 1) == Sign.comma, draft.kind(tokens.upperBound) == .punctuation, draft.word(tokens.upperBound) != Sign.open else { return false }
    var end = tokens.lowerBound - 1
    while end > tokens.lowerBound - 3, !draft.isCapitalized(end - 1), grammar.isAdjective(end - 1, draft) || grammar.demonym(at: end - 1, draft) != nil { end -= 1 }
    guard holds(before: end, "company", draft) else { return false }
    // The head itself is no title, and none governs it: `le patron de la société, X,`.
    guard let titles else { return true }
    let start = (max(0, end - 4)..<end).first { at in heads.map { draft.matches.longest(in: $0, at: at)?.tokens.upperBound == end } ?? false } ?? end - 1
    return draft.matches.longest(in: titles, at: start) == nil && FunctionWords.articles.contains(draft.word(start - 1)) && !isGoverned(start, draft)
  }
}
