internal import Lexicon

/// One line of a text that holds at least one token.
struct TextLine {
  var tokens: Range<Int>
  /// At least one empty line lies between it and the line before.
  var isAfterBlank: Bool
  /// From the first token's first byte to the last token's last.
  var byteCount: Int
}

/// The lines of a draft, and what tells hard-wrapped text from one paragraph a line.
struct TextLines {
  private(set) var lines: [TextLine] = []

  init(_ draft: Draft) {
    let tokens = draft.tokens
    var start = 0
    var blank = false
    func close(_ end: Int, _ lines: inout [TextLine]) {
      guard end > start else { return }
      lines.append(
        TextLine(tokens: start..<end, isAfterBlank: blank, byteCount: Int(tokens[end - 1].end) - Int(tokens[start].start)))
    }
    for index in tokens.indices where index > 0 && tokens[index].flags.contains(.startsLine) {
      close(index, &lines)
      start = index
      blank = TextLines.breaks(draft, between: Int(tokens[index - 1].end), and: Int(tokens[index].start)) > 1
    }
    close(tokens.count, &lines)
  }

  /// How many line breaks lie between two bytes; CRLF counts once.
  private static func breaks(_ draft: Draft, between start: Int, and end: Int) -> Int {
    var feeds = 0
    var returns = 0
    for index in start..<end {
      if draft.bytes[index] == 0x0A { feeds += 1 } else if draft.bytes[index] == 0x0D { returns += 1 }
    }
    return max(feeds, returns)
  }

  /// Joins the lines of hard-wrapped paragraphs from the given line on, so that each line left is one paragraph.
  ///
  /// Text counts as wrapped where at least three lines, and one in four, go on in lower case after a line of 40 bytes or more
  /// that does not end a sentence.
  func paragraphs(from first: Int, _ draft: Draft) -> [TextLine] {
    guard first < lines.count else { return [] }
    let rest = lines[first...]
    let goesOn = rest.indices.dropFirst().filter { continues(lines[$0], after: lines[$0 - 1], draft) }.count
    guard goesOn >= 3, goesOn * 4 >= rest.count else { return Array(rest) }
    var joined: [TextLine] = []
    for line in rest {
      if let last = joined.last, !line.isAfterBlank, !draft.endsSentence(last.tokens.upperBound - 1) || last.byteCount >= 40 {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<line.tokens.upperBound
        joined[joined.count - 1].byteCount = line.byteCount
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private func continues(_ line: TextLine, after last: TextLine, _ draft: Draft) -> Bool {
    !line.isAfterBlank && last.byteCount >= 40 && draft.kind(line.tokens.lowerBound) == .word
      && !draft.isCapitalized(line.tokens.lowerBound) && !draft.endsSentence(last.tokens.upperBound - 1)
  }
}

extension Draft {
  /// Whether the token is a mark that ends sentences, or a closing mark right after one.
  func endsSentence(_ token: Int) -> Bool {
    if Sign.finals.contains(word(token)) { return true }
    return Sign.closers.contains(word(token)) && Sign.finals.contains(word(token - 1))
  }
}
