internal import DispatchModel

/// Where the words of a query stand in a text.
enum Hits {
  /// So many are shown: in a text of megabytes a common word has a million.
  static let limit = 20_000

  /// The spans of the words and phrases in the text, in order, the first `limit`; case and accents do not matter. Linear in the text
  /// for each word, without a copy of it.
  static func find(_ wanted: [String], in scalars: [Unicode.Scalar]) -> [TextSpan] {
    let phrases = wanted.map(Phrase.init).filter { !$0.letters.isEmpty }
    guard !phrases.isEmpty else { return [] }
    var spans: [TextSpan] = []
    var index = 0
    var isInWord = false
    while index < scalars.count, spans.count < limit {
      if !isInWord, let end = phrases.compactMap({ $0.end(in: scalars, from: index) }).max(), end > index {
        spans.append(TextSpan(start: index, end: end))
        isInWord = isWord(scalars[end - 1])
        index = end
      } else {
        // A mark that folding leaves out ends no word.
        let folded = folded(scalars[index])
        if folded.count > 0 { isInWord = isWord(folded[folded.count - 1]) }
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

    /// Where it ends in the text if it begins at `start`, as a word or words of their own; nil where it does not stand there.
    func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
      var matched = 0
      var index = start
      while matched < letters.count {
        guard index < scalars.count else { return nil }
        let folded = Hits.folded(scalars[index])
        // It begins at a letter, not at a mark before one.
        if folded.count == 0, matched == 0 { return nil }
        for place in 0..<folded.count {
          // It ends within a ligature: that is within a word.
          if matched == letters.count { return isPrefix ? index + 1 : nil }
          guard folded[place] == letters[matched] else { return nil }
          matched += 1
        }
        index += 1
      }
      guard !isPrefix else { return index }
      var next = index
      while next < scalars.count {
        let folded = Hits.folded(scalars[next])
        if folded.count > 0 { return Hits.isWord(folded[0]) ? nil : index }
        next += 1
      }
      return index
    }
  }

  /// What one scalar becomes by folding; those of ASCII without an array.
  private static func folded(_ scalar: Unicode.Scalar) -> Folded {
    guard scalar.isASCII else {
      var view = String.UnicodeScalarView()
      Folding.append(scalar, to: &view)
      return Folded(others: Array(view))
    }
    return Folded(ascii: (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
  }

  private struct Folded {
    var ascii: Unicode.Scalar?
    var others: [Unicode.Scalar] = []

    var count: Int { ascii == nil ? others.count : 1 }
    subscript(place: Int) -> Unicode.Scalar { ascii ?? others[place] }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
