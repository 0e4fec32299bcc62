internal import DispatchModel
internal import Terminal

/// A line of the body on the page.
struct BodyLine: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case blank, notice, headline, subhead, meta, crosshead, note, paragraph, signature }

  var kind: Kind
  /// The stretch of the dispatch's text that it shows, offsets in scalars; empty for lines of our own.
  var span: TextSpan
  /// What it shows where that is not a stretch of the text.
  var words: DisplayText?
}

/// A dispatch set for reading at one width: headline, sub-headlines, a line of place, agency, author and date, paragraphs with a
/// blank line between.
///
/// Made once for a dispatch and a width, linear in the text; drawing then costs only the lines on the screen.
struct BodyLayout: Hashable, Sendable {
  var width: Int
  var lines: [BodyLine]
  /// The text's scalars, for drawing stretches of it.
  var scalars: [Unicode.Scalar]

  /// The widest measure that is set: longer lines are hard to come back from.
  static let measure = 72

  static let empty = BodyLayout(width: 0, lines: [], scalars: [])

  init(width: Int, lines: [BodyLine], scalars: [Unicode.Scalar]) {
    self.width = width
    self.lines = lines
    self.scalars = scalars
  }

  init(_ document: DispatchDocument, width: Int, clock: Clock, language: Language) {
    self.width = width
    scalars = Array(document.dispatch.text.unicodeScalars)
    lines = []
    let parts = document.reading.parts.isEmpty ? Self.plainParts(scalars) : document.reading.parts
    addHead(parts, document, clock, language)
    var previous: TextSpan?
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .priority, .headline, .subhead: continue
      case .dateline where startsParagraph(parts, index): continue
      case .dateline, .byline: continue
      default: break
      }
      // Items of a list and rows of a table stand together.
      if let previous, !isRow(previous) || !isRow(part.span) { addBlank() }
      var span = part.span
      if part.kind == .paragraph, index > 0, parts[index - 1].kind == .dateline, startsParagraph(parts, index - 1) {
        span.start = min(span.start, parts[index - 1].span.start)
      }
      add(Self.lineKind(part.kind), span)
      previous = part.span
    }
  }

  /// The first line that shows something of a span; nil where none does.
  func line(of span: TextSpan) -> Int? {
    lines.firstIndex { !$0.span.isEmpty && ($0.span.overlaps(span) || (span.isEmpty && $0.span.contains(span))) }
  }

  /// The first and last lines that show something of a span.
  func lines(of span: TextSpan) -> ClosedRange<Int>? {
    guard let first = line(of: span),
      let last = lines.lastIndex(where: { !$0.span.isEmpty && $0.span.overlaps(span) }), last >= first
    else { return nil }
    return first...last
  }

  /// A stretch of the text for the screen.
  func text(_ span: TextSpan) -> DisplayText { DisplayText(Wrapping.string(scalars, span)) }

  private mutating func addHead(_ parts: [Part], _ document: DispatchDocument, _ clock: Clock, _ language: Language) {
    if let priority = document.reading.priority ?? document.line.priority {
      lines.append(BodyLine(kind: .notice, span: TextSpan(start: 0, end: 0), words: DisplayText(priority)))
    }
    for part in parts where part.kind == .headline { add(.headline, part.span) }
    let subheads = parts.filter { $0.kind == .subhead }
    if !subheads.isEmpty { addBlank() }
    for part in subheads { add(.subhead, part.span) }
    if !lines.isEmpty { addBlank() }
    for line in Wrapping.lines(Self.origin(document, clock, language), width: width) {
      lines.append(BodyLine(kind: .meta, span: TextSpan(start: 0, end: 0), words: Fitting.withoutSeparator(line)))
    }
    addBlank()
  }

  /// `Bagdad · AA · Ibrahim Saleh · mardi 20 mars 2018`.
  private static func origin(_ document: DispatchDocument, _ clock: Clock, _ language: Language) -> DisplayText {
    let reading = document.reading
    let date = reading.published ?? document.line.published.date(offset: clock.zone)
    var facts: [DisplayText] = []
    if let place = reading.place ?? document.dispatch.place { facts.append(Wording.place(place, language)) }
    if let agency = reading.agency ?? document.dispatch.agency ?? document.line.agency { facts.append(DisplayText(agency)) }
    if let author = reading.author ?? document.dispatch.author { facts.append(DisplayText(author)) }
    facts.append(Dates.full(date, language))
    // A piece is not broken; the dot stays with the piece before it.
    return facts.map { DisplayText(String($0.string.map { $0 == " " ? "\u{A0}" : $0 })) }.joined(separator: "\u{A0}· ")
  }

  /// Sets a part, its first line with the blanks before it in the text where they mean something: lists in lists, columns.
  private mutating func add(_ kind: BodyLine.Kind, _ span: TextSpan) {
    let indent = kind == .paragraph ? indent(of: span) : 0
    for (index, line) in Wrapping.lines(scalars, span, width: width - indent).enumerated() {
      lines.append(BodyLine(kind: kind, span: TextSpan(start: line.start - (index == 0 ? indent : 0), end: line.end)))
    }
  }

  /// The blanks between the start of the line and a part that is an item of a list or no longer than a line: wire text begins its
  /// paragraphs with some too.
  private func indent(of span: TextSpan) -> Int {
    let end = min(max(0, span.start), scalars.count)
    var start = end
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    guard start < end, start == 0 || scalars[start - 1] == "\n" else { return 0 }
    return isItem(span) || span.end - span.start <= width - (end - start) ? min(end - start, width / 2) : 0
  }

  /// Whether a part stands with its like: an item of a list, a quotation, a row of a table, a line of columns, as `HTMLText` writes them.
  private func isRow(_ span: TextSpan) -> Bool {
    if isItem(span) || indent(of: span) > 0 { return true }
    let text = scalars[Wrapping.clamped(span, scalars.count)].prefix(Self.longestRow)
    return text.indices.contains { text[$0...].starts(with: " | ".unicodeScalars) }
  }

  private func isItem(_ span: TextSpan) -> Bool {
    let text = scalars[Wrapping.clamped(span, scalars.count)].prefix(8)
    let number = text.prefix { ("0"..."9").contains($0) }.count
    return text.starts(with: "• ".unicodeScalars) || text.starts(with: "> ".unicodeScalars)
      || (1...4).contains(number) && text.dropFirst(number).starts(with: ". ".unicodeScalars)
  }

  /// A row of a table has its first bar within so many characters.
  private static let longestRow = 120

  private mutating func addBlank() {
    lines.append(BodyLine(kind: .blank, span: TextSpan(start: 0, end: 0)))
  }

  /// Whether the dateline at `index` opens the paragraph after it on the same line: then it is read with it.
  private func startsParagraph(_ parts: [Part], _ index: Int) -> Bool {
    guard index + 1 < parts.count, parts[index + 1].kind == .paragraph else { return false }
    let gap = Wrapping.clamped(TextSpan(start: parts[index].span.end, end: parts[index + 1].span.start), scalars.count)
    return !scalars[gap].contains("\n")
  }

  private static func lineKind(_ kind: PartKind) -> BodyLine.Kind {
    switch kind {
    case .priority: .notice
    case .headline: .headline
    case .subhead: .subhead
    case .dateline, .byline: .meta
    case .note: .note
    case .crosshead: .crosshead
    case .paragraph: .paragraph
    case .signature: .signature
    }
  }

  /// For a text that was not read: its first line is the headline, every other line that is not empty a paragraph.
  private static func plainParts(_ scalars: [Unicode.Scalar]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || scalars[index] == "\n" {
      if let first = scalars[start..<index].firstIndex(where: { $0 != " " && $0 != "\r" && $0 != "\t" }) {
        parts.append(Part(parts.isEmpty ? .headline : .paragraph, TextSpan(start: first, end: index)))
      }
      start = index + 1
    }
    return parts
  }
}
