internal import DispatchModel
internal import Lexicon

/// Names in capitals (`OCP`), and bodies that the acronym in parentheses behind them makes known: `Elections Cameroon (Elecam)`.
extension Organizations {
  /// Names that are common words or people's: only with a sign beside them.
  static let roman: WordSet = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xv", "xvi", "xx", "xxi"]

  /// Two to six capitals that are nothing else.
  func acronym(at index: Int, _ draft: Draft) -> Candidate? {
    let length = draft.tokens[index].end - draft.tokens[index].start
    guard draft.kind(index) == .word, draft.flags(index).contains(.allCapitals), (2...7).contains(length), !Self.roman.contains(draft.word(index)),
      !draft.isGlued(index) || draft.word(index - 1) == Sign.open || draft.word(index - 1) == Sign.straightQuote || draft.flags(index - 1).contains(.capitalized) == false,
      !(draft.isGlued(index + 1) && (draft.word(index + 1) == Sign.hyphen || draft.kind(index + 1) == .number))
    else { return nil }
    if let countries, draft.matches.longest(in: countries, at: index) != nil { return nil }
    if let plain, draft.matches.longest(in: plain, at: index) != nil { return nil }
    // `(PLR/FR)`: two letters are a canton or a country.
    if length == 2, draft.word(index - 1) == "/" { return nil }
    if draft.isClosingMark(index) { return nil }
    // An elided article is one capital and an apostrophe.
    if draft.bytes[Int(draft.tokens[index].end) - 1] == 0x27 || draft.bytes[Int(draft.tokens[index].end) - 1] >= 0x80 { return nil }
    // `OCP Africa`: a name in capitals may go on.
    if draft.isCapitalized(index + 1), draft.flags(index + 1).isDisjoint(with: [.startsLine, .allCapitals]), !draft.isGlued(index + 1) {
      return candidate(index..<index + 2, value: draft.text(index..<index + 2), confidence: 0.6, rule: "organization.capitals", country: nil)
    }
    let isEnclosed = draft.word(index - 1) == Sign.open && draft.word(index + 1) == Sign.close
    return candidate(index..<index + 1, value: draft.text(index), confidence: isEnclosed ? 0.7 : 0.6, rule: "organization.capitals", country: nil)
  }

  /// Bodies that only the acronym behind them makes known: `Elections Cameroon (Elecam)`, `Fondation pour la justice, le développement
  /// et la paix (FJDP)`: the words before whose beginnings spell it.
  func named(byAcronym found: [Candidate], _ draft: Draft) -> [Candidate] {
    var more: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      for open in part.tokens where draft.word(open) == Sign.open && draft.word(open + 2) == Sign.close && draft.isCapitalized(open + 1) {
        guard let start = AcronymSpelling.start(of: open + 1, before: open, from: part.tokens.lowerBound, heads: heads, draft) else { continue }
        let tokens = start..<open
        if found.contains(where: { $0.tokens.upperBound == open && $0.tokens.lowerBound <= start }) { continue }
        // `le Gazoduc transanatolien (TANAP)`, `le Festival … (Fespaco)` are no bodies.
        if draft.candidates.contains(where: { $0.tokens.lowerBound <= start && $0.tokens.upperBound == open && ($0.type == .event || $0.type == .law || $0.type == .place && $0.rule == "place.site") }) { continue }
        more.append(candidate(tokens, value: draft.text(tokens), confidence: 0.94, rule: "organization.acronym", country: grammar.country(in: tokens, draft)))
        if !found.contains(where: { $0.tokens == open + 1..<open + 2 }) {
          more.append(candidate(open + 1..<open + 2, value: draft.text(open + 1), confidence: 0.94, rule: "organization.acronym", country: nil))
        }
      }
    }
    return more
  }

  /// `Institut national … (INLUCC)`: one body; its value is the full name in every mention, unless the lexicon has its own canonical
  /// name.
  func defineAcronyms(_ found: inout [Candidate], _ draft: Draft) {
    var values: [String: String] = [:]
    for index in found.indices {
      let end = found[index].tokens.upperBound
      guard draft.word(end) == Sign.open, let other = found.firstIndex(where: { $0.tokens.lowerBound == end + 1 }), draft.word(found[other].tokens.upperBound) == Sign.close,
        found[other].tokens.count == 1
      else { continue }
      let acronym = draft.text(found[other].tokens)
      let isKnown = (found[index].rule == "organization.known", found[other].rule == "organization.known")
      // World-wide bodies have the acronym that the lexicon gives them, bodies of one country the fullest form.
      let value = isKnown.1 && found[other].country == nil ? found[other].value : found[index].value
      values[draft.text(found[index].tokens)] = value
      values[acronym] = value
      if let country = found[index].country {
        found[other].country = country
        found[other].isPrivate = found[index].isPrivate
      }
      found[other].confidence = max(found[other].confidence, 0.9)
      found[index].confidence = max(found[index].confidence, 0.93)
    }
    for index in found.indices {
      guard let value = values[draft.text(found[index].tokens)] else { continue }
      found[index].value = value
      found[index].confidence = max(found[index].confidence, 0.9)
    }
  }
}

extension Draft {
  /// Capitals alone on the last line, or in the parenthesis that ends the text: who wrote it (`(FDM, GGD)`).
  func isClosingMark(_ index: Int) -> Bool {
    guard flags(index).contains(.allCapitals), count - index <= 8 else { return false }
    if flags(index).contains(.startsLine) { return index == count - 1 }
    guard word(count - 1) == Sign.close, let open = (max(0, count - 9)..<index).last(where: { word($0) == Sign.open }), word(open - 1) == Sign.stop else { return false }
    return (open + 1..<count - 1).allSatisfy { flags($0).contains(.allCapitals) || word($0) == Sign.comma || word($0) == "/" || word($0) == Sign.hyphen }
  }
}
