internal import DispatchModel

/// Where the words of a query stand in a text.
enum Hits {
  /// The spans of the words and phrases in the text, in order; case and accents do not matter. Linear in the text for each word.
  static func find(_ wanted: [String], in scalars: [Unicode.Scalar]) -> [TextSpan] {
    let phrases = wanted.map(Phrase.init).filter { !$0.letters.isEmpty }
    guard !phrases.isEmpty else { return [] }
    let (folded, origin) = Folding.indexed(scalars[...])
    var spans: [TextSpan] = []
    var index = 0
    while index < folded.count {
      guard index == 0 || !isWord(folded[index - 1]) else {
        index += 1
        continue
      }
      let longest = phrases.filter { $0.matches(folded, index) }.map(\.letters.count).max()
      if let longest {
        spans.append(TextSpan(start: origin[index], end: origin[index + longest - 1] + 1))
        index += longest
      } else {
        index += 1
      }
    }
    return spans
  }

  /// A folded word or phrase; a star at its end lets the last word go on.
  private struct Phrase {
    var letters: [Unicode.Scalar]
    var isPrefix: Bool

    init(_ text: String) {
      letters = Array(Folding.fold(text).unicodeScalars)
      isPrefix = letters.last == "*"
      if isPrefix { letters.removeLast() }
    }

    func matches(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
      let end = start + letters.count
      guard end <= text.count else { return false }
      for offset in letters.indices where text[start + offset] != letters[offset] { return false }
      return isPrefix || end == text.count || !Hits.isWord(text[end])
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
