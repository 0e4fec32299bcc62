internal import DispatchModel
internal import Lexicon

/// The short form of a body named in full elsewhere in the text: `la Cour` of `Cour pénale internationale`, `l'Office` of `Office national
/// de l'huile`. It takes the value of the last one named before, else of the only one behind.
enum ShortForms {
  static func candidates(of found: [Candidate], heads: TableID?, grammar: InstitutionName, in draft: Draft) -> [Candidate] {
    guard let heads else { return [] }
    var taken = [Bool](repeating: false, count: draft.count)
    var full: [Word: [Candidate]] = [:]
    for candidate in found {
      for token in candidate.tokens { taken[token] = true }
      let first = candidate.tokens.lowerBound
      if candidate.tokens.count > 1, isHead(first, heads, draft) { full[draft.word(first), default: []].append(candidate) }
    }
    guard !full.isEmpty else { return [] }
    var short: [Candidate] = []
    for index in draft.tokens.indices where draft.isCapitalized(index) && !taken[index] && !draft.flags(index).contains(.startsLine) {
      guard let named = full[draft.word(index)], FunctionWords.articles.contains(draft.word(index - 1)), !draft.isCapitalized(index + 1), !FunctionWords.of.contains(draft.word(index + 1)),
        !grammar.isAdjective(index + 1, draft) || !draft.features(index + 1).isDisjoint(with: [.verb]), !(draft.isGlued(index + 1) && draft.word(index + 1) == Sign.hyphen), !NameHead.isPortfolio(index, in: draft)
      else { continue }
      let before = named.last { $0.tokens.upperBound <= index }
      let values = Set(named.map(\.value))
      guard let one = before ?? (values.count == 1 ? named.first : nil) else { continue }
      short.append(
        Candidate(
          type: .organization, tokens: index..<index + 1, value: one.value, confidence: 0.86, rule: "organization.short", country: one.country, isPrivate: one.isPrivate,
          reasons: draft.explains ? ["short for \(one.value)"] : []))
    }
    return short
  }

  private static func isHead(_ token: Int, _ heads: TableID, _ draft: Draft) -> Bool {
    draft.isCapitalized(token)
      && draft.matches.starting(at: token).contains { $0.table == heads && $0.tokens.count == 1 && draft.lexicon.columns(ofEntry: $0.entry).dropFirst().first == "name" }
  }
}
