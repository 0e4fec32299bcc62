internal import DispatchModel
internal import Lexicon

/// Dates of languages whose grammar of time is not described: `March 20, 2018`, `20/03/2018`, `March 2018`, a bare weekday, a year.
///
/// A bare weekday is the nearest such day up to the dispatch's own; a day without a year the nearest to it.
struct PlainDates: Annotator {
  static let requires: Set<Layer> = [.dates]
  static let provides: Set<Layer> = []

  private let dates: PlainDate

  init(lexicon: LexiconFile) { dates = PlainDate(lexicon: lexicon) }

  func annotate(_ draft: Draft) {
    var found: [Candidate] = []
    for sentence in draft.sentences {
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard let (tokens, value, confidence) = date(draft, at: at), tokens.upperBound <= sentence.upperBound else {
          at += 1
          continue
        }
        found.append(
          Candidate(
            type: .date, tokens: tokens, value: value, confidence: confidence, rule: "date.plain", country: nil,
            reasons: draft.explains ? ["a plain date"] : []))
        at = tokens.upperBound
      }
    }
    draft.candidates += found
  }

  private func date(_ draft: Draft, at token: Int) -> (tokens: Range<Int>, value: String, confidence: Double)? {
    if let found = dates.read(draft, at: token) {
      guard let day = dates.nearest(found, to: draft.reference) else { return nil }
      return (found.tokens, day.iso, 0.95)
    }
    if let month = dates.month(draft, at: token), let year = dates.year(draft, at: month.end) {
      let digits = month.number < 10 ? "0\(month.number)" : "\(month.number)"
      return (token..<month.end + 1, "\(year)-\(digits)", 0.94)
    }
    if let weekday = dates.weekday(draft, at: token), draft.isCapitalized(token) {
      let back = (draft.reference.weekday - weekday + 7) % 7
      return (token..<token + 1, draft.reference.adding(days: -back).iso, 0.9)
    }
    if let year = dates.year(draft, at: token), PlainDates.yearWords.contains(draft.word(token - 1)) {
      return (token..<token + 1, "\(year)", 0.85)
    }
    return nil
  }

  private static let yearWords: WordSet = ["in", "since", "of", "by", "until", "from", "after", "before", "en", "de", "desde", "del"]
}
