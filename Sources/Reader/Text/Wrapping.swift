internal import DispatchModel
internal import Terminal

/// Setting text in lines as French typography wants it.
///
/// A line breaks only at a space; never before `; : ! ? » %` or a currency sign, never after `«`, never inside a number
/// grouped with spaces, never at a no-break space. A word is cut only where it is wider than the whole line. The last line of a
/// paragraph does not hold one short word alone where the line before can lend it another.
enum Wrapping {
  /// The lines of `scalars[span]` in at most `width` cells, each as a span of the same offsets, without the spaces at its ends. Linear.
  static func lines(_ scalars: [Unicode.Scalar], _ span: TextSpan, width: Int) -> [TextSpan] {
    let width = max(1, width)
    var lines: [TextSpan] = []
    var before: Line?
    var open: Line?
    // A dispatch may be one line of megabytes: its words are never held all at once.
    eachToken(scalars, span, width: width) { token in
      if var line = open, !token.startsLine {
        let gap = cells(scalars, line.last.span.end, token.span.start)
        if line.cells + gap + token.cells <= width {
          line.take(token, gap: gap)
          open = line
          return
        }
      }
      if let line = open { lines.append(line.span) }
      before = open
      open = Line(token)
    }
    guard let last = open else { return [] }
    if let before, let lent = before.word(toLend: last, width: width) {
      lines[lines.count - 1].end = before.endWithoutLast
      lines.append(TextSpan(start: lent.span.start, end: last.span.end))
    } else {
      lines.append(last.span)
    }
    return lines
  }

  /// The same for our own or filtered text: its lines.
  static func lines(_ text: DisplayText, width: Int) -> [DisplayText] {
    let scalars = Array(text.string.unicodeScalars)
    let spans = lines(scalars, TextSpan(start: 0, end: scalars.count), width: width)
    return spans.map { DisplayText(string(scalars, $0)) }
  }

  static func string(_ scalars: [Unicode.Scalar], _ span: TextSpan) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[clamped(span, scalars.count)])
    return String(view)
  }

  /// The part of a span that exists.
  static func clamped(_ span: TextSpan, _ count: Int) -> Range<Int> {
    let start = min(max(0, span.start), count)
    return start..<min(max(start, span.end), count)
  }

  private struct Token {
    var span: TextSpan
    var cells: Int
    /// Begins a line whatever room there is: the rest of a word that was cut, or text after a line break.
    var startsLine = false
  }

  /// A line on its way: what is needed of its words.
  private struct Line {
    var span: TextSpan
    var cells: Int
    var count = 1
    var last: Token
    var endWithoutLast: Int

    init(_ token: Token) {
      (span, cells, last, endWithoutLast) = (token.span, token.cells, token, token.span.start)
    }

    mutating func take(_ token: Token, gap: Int) {
      endWithoutLast = span.end
      span.end = token.span.end
      cells += gap + token.cells
      count += 1
      last = token
    }

    /// Its last word, where a last line that is one short word alone needs it and has room for it.
    func word(toLend next: Line, width: Int) -> Token? {
      guard next.count == 1, next.cells <= 4, !next.last.startsLine, count >= 3, !last.startsLine, last.cells + 1 + next.cells <= width else { return nil }
      return last
    }
  }

  private static func eachToken(_ scalars: [Unicode.Scalar], _ span: TextSpan, width: Int, _ take: (Token) -> Void) {
    let range = clamped(span, scalars.count)
    var isFirst = true
    var start: Int?
    var index = range.lowerBound
    var afterBreak = false
    func close(_ end: Int) {
      guard let from = start else { return }
      start = nil
      pieces(scalars, from, end, width: width, startsLine: afterBreak && !isFirst, take)
      afterBreak = false
      isFirst = false
    }
    while index < range.upperBound {
      let scalar = scalars[index]
      if scalar == "\n" || scalar == "\r" {
        close(index)
        afterBreak = true
      } else if isSpace(scalar) {
        if start != nil, canBreak(scalars, at: index, in: range) { close(index) }
      } else if start == nil {
        start = index
      }
      index += 1
    }
    var end = range.upperBound
    while end > range.lowerBound, isSpace(scalars[end - 1]) { end -= 1 }
    close(end)
  }

  /// Gives a token, cut into pieces where it is wider than a line.
  private static func pieces(
    _ scalars: [Unicode.Scalar], _ from: Int, _ end: Int, width: Int, startsLine: Bool, _ take: (Token) -> Void
  ) {
    let whole = cells(scalars, from, end)
    guard whole > width else {
      take(Token(span: TextSpan(start: from, end: end), cells: whole, startsLine: startsLine))
      return
    }
    var start = from
    var used = 0
    var isFirst = true
    for index in from..<end {
      let next = cells(scalars, index, index + 1)
      if used + next > width, index > start {
        take(Token(span: TextSpan(start: start, end: index), cells: used, startsLine: !isFirst || startsLine))
        isFirst = false
        start = index
        used = 0
      }
      used += next
    }
    take(Token(span: TextSpan(start: start, end: end), cells: used, startsLine: !isFirst || startsLine))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// Whether a line may end at the space at `index`.
  private static func canBreak(_ scalars: [Unicode.Scalar], at index: Int, in range: Range<Int>) -> Bool {
    var next = index
    while next < range.upperBound, isSpace(scalars[next]) { next += 1 }
    guard next < range.upperBound, index > range.lowerBound else { return true }
    let before = scalars[index - 1]
    let after = scalars[next]
    if before == "«" || before == "‹" { return false }
    switch after {
    case ";", ":", "!", "?", "»", "›", "%", "€", "‰": return false
    default: break
    }
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    guard digits.contains(before), digits.contains(after) else { return true }
    // « 12 000 » is one number, « en 2018 300 soldats » is not: groups of exactly three digits belong together.
    var group = next
    while group < range.upperBound, digits.contains(scalars[group]) { group += 1 }
    return group - next != 3
  }

  private static func cells(_ scalars: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
    guard from < end else { return 0 }
    var isNarrow = true
    for index in from..<end where !(0x20...0x2FF).contains(scalars[index].value) || scalars[index].value == 0xAD {
      isNarrow = false
      break
    }
    if isNarrow { return end - from }
    return TextWidth.width(of: DisplayText(string(scalars, TextSpan(start: from, end: end))))
  }
}
