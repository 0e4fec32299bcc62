internal import DispatchModel
internal import Lexicon

/// Places that only the list they stand in makes known: `les camps d'Adré, de Métché et d'Aboutengué`, `entre Balboa et Colón`. A name that
/// nothing else knows is a place where the same preposition joins it to one.
enum PlaceLists {
  private static let links: WordSet = ["de", "d'", "à", "vers", "entre", "depuis"]
  private static let between: Word = "entre"
  private static let joints: WordSet = [Sign.comma, "et", "ou", "puis"]

  static func candidates(beside found: [Candidate], country: String?, in draft: Draft) -> [Candidate] {
    guard !draft.isForeign else { return [] }
    var more: [Candidate] = []
    var taken = [Bool](repeating: false, count: draft.count)
    for candidate in found { for token in candidate.tokens { taken[token] = true } }
    func add(_ start: Int, _ home: String?) -> Candidate? {
      guard isUnknown(start, draft), !taken[start] else { return nil }
      let end = nameEnd(start, draft)
      for token in start..<end { taken[token] = true }
      let code = home ?? country
      return Candidate(
        type: .place, tokens: start..<end, value: "\(draft.text(start..<end))/\(code ?? "-")", confidence: 0.78, rule: "place.list", country: code,
        reasons: draft.explains ? ["it stands in a list of places"] : [])
    }
    var queue = found.filter { $0.confidence >= 0.5 }
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      let first = place.tokens.lowerBound
      guard first > 0, links.contains(draft.word(first - 1)) else { continue }
      // Behind it: `, de Y`, `et d'Y`; `entre X et Y`.
      let joint = place.tokens.upperBound
      if joints.contains(draft.word(joint)) {
        let start = draft.word(first - 1) == between ? joint + 1 : isSame(joint + 1, first - 1, draft) ? joint + 2 : -1
        if start > 0, let candidate = add(start, place.country) { (queue, more) = (queue + [candidate], more + [candidate]) }
      }
      // Before it: `de X, de Y`.
      guard first > 3, joints.contains(draft.word(first - 2)) else { continue }
      var start = first - 3
      while start > 0, draft.isGlued(start), draft.kind(start - 1) != .punctuation || draft.word(start - 1) == Sign.hyphen { start -= 1 }
      while start > 1, draft.isCapitalized(start - 1), draft.kind(start - 1) == .word { start -= 1 }
      guard start > 0, isSame(start - 1, first - 1, draft), nameEnd(start, draft) == first - 2 else { continue }
      if let candidate = add(start, place.country) { (queue, more) = (queue + [candidate], more + [candidate]) }
    }
    return more
  }

  private static func isSame(_ a: Int, _ b: Int, _ draft: Draft) -> Bool {
    links.contains(draft.word(a)) && (draft.word(a) == draft.word(b) || FunctionWords.of.contains(draft.word(a)) && FunctionWords.of.contains(draft.word(b)))
  }

  /// A word with a capital that the lexicon does not hold.
  private static func isUnknown(_ at: Int, _ draft: Draft) -> Bool {
    at < draft.count && draft.kind(at) == .word && draft.isCapitalized(at) && draft.features(at).isEmpty && !draft.flags(at).contains(.startsLine) && !draft.flags(at).contains(.allCapitals)
  }

  private static func nameEnd(_ start: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(draft.count, start + 5), !draft.flags(end).contains(.startsLine) {
      if draft.kind(end) == .word, draft.isCapitalized(end) {
        end += 1
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}
