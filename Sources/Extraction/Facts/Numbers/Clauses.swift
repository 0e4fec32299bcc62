internal import Lexicon

/// The stretch of a sentence around a span that serves as evidence: out to the next strong break on each side.
struct Clauses {
  private static var comma: Word { "," }
  private static var semicolon: Word { ";" }
  private static var colon: Word { ":" }
  private static let openers: WordSet = ["(", "«", "“", "—", "–"]
  private static let closers: WordSet = [")", "»", "”", "—", "–"]

  /// The clause of the sentence that holds the span; at least four words around it where the sentence has them.
  static func around(_ span: Range<Int>, in draft: Draft) -> Range<Int> {
    guard let sentence = draft.sentence(of: span.lowerBound) else { return span }
    var start = span.lowerBound
    while start > sentence.lowerBound {
      if isBreak(start - 1, openers, draft), span.lowerBound - start >= 3 || isHard(start - 1, draft) { break }
      start -= 1
    }
    var end = max(span.upperBound, start + 1)
    while end < sentence.upperBound {
      if isBreak(end, closers, draft), end - span.upperBound >= 1 || isHard(end, draft) { break }
      end += 1
    }
    // The sentence's full stop is no part of the words.
    while end > span.upperBound, draft.kind(end - 1) == .punctuation, draft.word(end - 1) == Sign.stop { end -= 1 }
    return start..<end
  }

  private static func isBreak(_ index: Int, _ marks: WordSet, _ draft: Draft) -> Bool {
    guard draft.kind(index) == .punctuation else { return false }
    // A comma between digits belongs to the number.
    if draft.word(index) == comma { return !(draft.kind(index + 1) == .number && draft.isGlued(index + 1)) }
    return draft.word(index) == semicolon || draft.word(index) == colon || marks.contains(draft.word(index))
  }

  private static func isHard(_ index: Int, _ draft: Draft) -> Bool {
    draft.word(index) == semicolon || draft.word(index) == colon
  }
}
