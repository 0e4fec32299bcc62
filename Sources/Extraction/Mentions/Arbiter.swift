internal import DispatchModel
internal import Lexicon

/// Chooses the mentions among overlapping candidates.
///
/// What the frame says (agency, author) is kept as it is. Of candidates that overlap, the one with the higher weight stays: its
/// confidence, and a tenth for every token more, so that `parquet de Lille` beats a `Lille` that is surer of itself. The choice
/// is greedy and deterministic: O(n log n) in candidates.
struct Arbiter: Annotator {
  static let requires: Set<Layer> = [.dates, .figures, .places, .nationalities, .names, .organizations, .persons]
  static let provides: Set<Layer> = [.mentions]

  /// What a token more is worth, and for how many tokens.
  static let lengthBonus = 0.1
  static let longestCounted = 6

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    var taken = [Bool](repeating: false, count: draft.count)
    var chosen = frameMentions(of: draft, taken: &taken)
    for index in order(of: draft.candidates) {
      let tokens = draft.candidates[index].tokens
      guard isFree(tokens, in: taken) else { continue }
      for token in tokens { taken[token] = true }
      chosen.append(DraftMention(draft.candidates[index], isFrame: isInFrame(draft.candidates[index], of: draft)))
    }
    addFramePlace(of: draft, to: &chosen, taken: taken)
    draft.setMentions(chosen)
  }

  // MARK: Candidates

  /// The candidates' numbers, the weightiest first; equal weights in the order they were proposed.
  private func order(of candidates: [Candidate]) -> [Int] {
    let weights = candidates.indices.map { index in
      candidates[index].confidence + Arbiter.lengthBonus * Double(min(max(candidates[index].tokens.count - 1, 0), Arbiter.longestCounted))
    }
    return candidates.indices.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1] }
  }

  private func isFree(_ tokens: Range<Int>, in taken: [Bool]) -> Bool {
    guard !tokens.isEmpty, tokens.lowerBound >= 0, tokens.upperBound <= taken.count else { return false }
    return !tokens.contains { taken[$0] }
  }

  // MARK: Frame

  /// What the layout found in dateline, byline and signature: kept as it is.
  private func frameMentions(of draft: Draft, taken: inout [Bool]) -> [DraftMention] {
    var found: [DraftMention] = []
    for index in draft.candidates.indices where draft.candidates[index].rule.utf8.first == UInt8(ascii: "f") && draft.candidates[index].rule.utf8.starts(with: "frame.".utf8) && isFree(draft.candidates[index].tokens, in: taken) {
      for token in draft.candidates[index].tokens { taken[token] = true }
      found.append(DraftMention(draft.candidates[index], isFrame: true))
    }
    return found
  }

  private func isInFrame(_ candidate: Candidate, of draft: Draft) -> Bool {
    switch candidate.type {
    case .place: draft.frame.placeTokens.map { $0.overlaps(candidate.tokens) } ?? false
    case .date: draft.frame.dateTokens.map { $0.overlaps(candidate.tokens) } ?? false
    default: false
    }
  }

  /// A dateline's place that no lexicon knows is one all the same.
  private func addFramePlace(of draft: Draft, to chosen: inout [DraftMention], taken: [Bool]) {
    guard let tokens = draft.frame.placeTokens, let place = draft.frame.place, isFree(tokens, in: taken) else { return }
    chosen.append(DraftMention(type: .place, tokens: tokens, value: place, confidence: 0.9, rule: "frame.place", isFrame: true))
  }
}
