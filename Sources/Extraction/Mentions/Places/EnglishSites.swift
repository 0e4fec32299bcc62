internal import DispatchModel
internal import Lexicon

/// English names of sites, whose noun comes last: `Hamid Karzai International Airport`, `Rod Laver Arena`, `Tahrir Square`.
struct EnglishSites: Sendable {
  private let nouns: TableID?

  init(lexicon: LexiconFile) {
    nouns = lexicon.table("placenouns")
  }

  /// Whether the words with capitals end in a noun for a site.
  func isSite(_ run: Range<Int>, in draft: Draft) -> Bool {
    guard let nouns, run.count > 1, let last = run.last else { return false }
    return draft.matches.starting(at: last, in: nouns).contains { match in
      match.tokens.upperBound == run.upperBound && draft.lexicon.column(1, ofEntry: match.entry) == "last"
    }
  }

  /// The sites of a sentence; their country is the one that the text speaks of.
  func candidates(in sentence: Range<Int>, country: String?, _ draft: Draft) -> [Candidate] {
    guard nouns != nil else { return [] }
    var found: [Candidate] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard draft.kind(at) == .word, draft.isCapitalized(at), draft.features(at).isDisjoint(with: [.determiner, .preposition, .pronoun, .conjunction]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < min(sentence.upperBound, at + Draft.longestName), draft.kind(end) == .word, draft.isCapitalized(end), !draft.flags(end).contains(.startsLine) { end += 1 }
      if isSite(at..<end, in: draft) {
        found.append(
          Candidate(
            type: .place, tokens: at..<end, value: "\(draft.text(at..<end))/\(country ?? "-")", confidence: 0.98, rule: "place.site", country: country,
            reasons: draft.explains ? ["its last word names a site"] : []))
      }
      at = end
    }
    return found
  }
}
