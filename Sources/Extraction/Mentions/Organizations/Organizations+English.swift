internal import DispatchModel
internal import Lexicon

/// English names of bodies: capitals that end in a word for one or go on from it over `of` (`Turkish Foreign Ministry`, `Bank of England`),
/// and a nationality before a lower-case word for a body of a state (`Kenyan police`). What each word does is in org-heads.tsv.
extension Organizations {
  /// The body whose name begins at the token.
  func englishBody(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard heads != nil, draft.kind(index) == .word, draft.isCapitalized(index), opensEnglishName(index, draft) else { return nil }
    if let demonym = grammar.demonym(at: index, draft), let end = head(at: demonym.end, of: ["house"], draft), demonym.end < limit, !draft.isCapitalized(demonym.end) {
      let tokens = index..<end
      return candidate(tokens, value: draft.text(tokens), confidence: 0.92, rule: "organization.head", country: demonym.code)
    }
    let run = index..<capitalsEnd(from: index, limit: limit, draft)
    if sites.isSite(run, in: draft) { return nil }
    // The last word for a body in the run, or the first that goes on over `of`.
    var found: (end: Int, isFirm: Bool, isAlone: Bool)?
    var at = index
    while at < run.upperBound {
      if let end = head(at: at, of: ["last"], draft), end <= run.upperBound {
        let whole = complementEnd(from: end, limit: limit, draft)
        if whole > end { return named(index..<whole, isFirm: false, draft) }
        found = (end, false, at == index)
      } else if let end = head(at: at, of: ["firm"], draft), end <= run.upperBound + (draft.word(end - 1) == Sign.stop ? 1 : 0) {
        found = (end, true, at == index)
      }
      at += 1
    }
    guard let found, !found.isAlone else { return nil }
    return named(index..<found.end, isFirm: found.isFirm, draft)
  }

  private func named(_ tokens: Range<Int>, isFirm: Bool, _ draft: Draft) -> Candidate {
    candidate(
      tokens, value: draft.text(tokens), confidence: 0.98, rule: isFirm ? "organization.firm" : "organization.head",
      country: grammar.country(in: tokens, draft), isPrivate: isFirm)
  }

  /// No article, day or title begins a body's name.
  private func opensEnglishName(_ index: Int, _ draft: Draft) -> Bool {
    guard draft.features(index).isDisjoint(with: [.determiner, .preposition, .pronoun, .conjunction, .adverb]) else { return false }
    return !draft.matches.starting(at: index).contains { calendar.contains($0.table) || $0.table == titles }
  }

  /// Where the word for a body that begins at the token ends, where it is one of the kinds.
  private func head(at index: Int, of kinds: [Substring], _ draft: Draft) -> Int? {
    guard let heads, draft.matches.has(heads, at: index) else { return nil }
    for match in draft.matches.starting(at: index, in: heads) {
      guard let kind = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first, kinds.contains(kind) else { continue }
      if kind == "house" || match.tokens.allSatisfy({ draft.isCapitalized($0) || draft.kind($0) != .word || draft.features($0).contains(.preposition) }) {
        return match.tokens.upperBound
      }
    }
    return nil
  }

  /// The end of words with capitals that stand together, with hyphens, `&`, `U.S.` and a plural's possessive (`Teachers' Union`).
  private func capitalsEnd(from start: Int, limit: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(limit, start + Draft.longestName), !draft.flags(end).contains(.startsLine) {
      let isInitial = draft.tokens[end - 1].end - draft.tokens[end - 1].start == 1 && draft.isCapitalized(end - 1)
      if draft.kind(end) == .word, draft.isCapitalized(end) || draft.isGlued(end) && draft.word(end - 1) == Sign.hyphen {
        end += 1
      } else if draft.word(end) == Sign.stop, draft.isGlued(end), isInitial, draft.kind(end + 1) == .word, draft.isCapitalized(end + 1) {
        end += 1
      } else if draft.isGlued(end), Self.possessives.contains(draft.word(end)), draft.isCapitalized(end + 1), !draft.isGlued(end + 1), endsInS(end - 1, draft) {
        // Workers' Party
        end += 2
      } else if draft.word(end) == "&" || draft.word(end) == Sign.hyphen && draft.isGlued(end) && draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Over `of Education`, `for Disease Control and Prevention`, `of Youth, Sport and Culture`.
  private func complementEnd(from start: Int, limit: Int, _ draft: Draft) -> Int {
    var end = start
    for _ in 0..<3 {
      guard end < limit, Self.englishLinks.contains(draft.word(end)), !draft.flags(end).contains(.startsLine) else { break }
      let next = draft.word(end + 1) == "the" ? end + 2 : end + 1
      guard next < limit, draft.kind(next) == .word, draft.isCapitalized(next), draft.features(next).isDisjoint(with: [.determiner, .pronoun]),
        !calendar.contains(where: { draft.matches.has($0, at: next) })
      else { break }
      end = capitalsEnd(from: next, limit: limit, draft)
      while end + 1 < limit, draft.word(end) == "and" || draft.word(end) == Sign.comma && listGoesOn(end, draft), draft.isCapitalized(end + 1),
        draft.kind(end + 1) == .word, !isPlace(end + 1, draft), !draft.matches.mayHave(anyOf: known, at: end + 1)
      { end = capitalsEnd(from: end + 1, limit: limit, draft) }
    }
    return end
  }

  /// The comma is inside a list of words with capitals that an `and` closes.
  private func listGoesOn(_ comma: Int, _ draft: Draft) -> Bool {
    var at = comma + 1
    while at < comma + 5, draft.isCapitalized(at) { at += 1 }
    return at > comma + 1 && draft.word(at) == "and" && draft.isCapitalized(at + 1)
  }

  private func isPlace(_ index: Int, _ draft: Draft) -> Bool {
    draft.candidates.contains { $0.type == .place && $0.tokens.lowerBound == index }
  }

  private func endsInS(_ index: Int, _ draft: Draft) -> Bool { draft.bytes[Int(draft.tokens[index].end) - 1] == UInt8(ascii: "s") }

  private static let possessives: WordSet = ["'", "’"]
  private static let englishLinks: WordSet = ["of", "for", "on", "against"]
}
