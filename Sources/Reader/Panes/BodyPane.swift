internal import DispatchModel
internal import Terminal

/// The text of a dispatch, set for reading.
enum BodyPane {
  /// What a pane so wide leaves free at both sides together.
  static func margins(_ width: Int) -> Int { width >= 60 ? 6 : 4 }

  /// The column where the text begins.
  static func left(_ content: Rect, _ state: ReaderState) -> Int {
    content.left + max(2, (content.width - state.body.layout.width) / 2)
  }

  /// The scalar of the text at a cell; nil beside the text.
  static func offset(row: Int, x: Int, _ content: Rect, _ state: ReaderState) -> Int? {
    guard let line = state.body.layout.lines[safe: state.body.top + row], !line.span.isEmpty else { return nil }
    var column = left(content, state)
    for offset in line.span.start..<line.span.end {
      let width = TextWidth.width(of: state.body.layout.text(TextSpan(start: offset, end: offset + 1)))
      if x >= column, x < column + max(1, width) { return offset }
      column += width
    }
    return nil
  }

  static func draw(_ canvas: inout Canvas, _ rect: Rect, _ layout: Layout) {
    let state = canvas.state
    canvas.title(.body, rect, title(state, rect.width), count: "", detail: progress(state), rule: layout.form == .stacked && rect.top > 0)
    guard let content = layout.content(.body) else { return }
    guard let document = state.body.document else { return drawGreeting(&canvas, content) }
    let body = state.body.layout
    let x = left(content, state)
    let painter = Painter(document, state, canvas.theme)
    for row in 0..<content.height {
      guard let line = body.lines[safe: state.body.top + row] else { break }
      let y = content.top + row
      if let words = line.words {
        let role: StyleRole = line.kind == .notice ? .accent : .bodyDateline
        canvas.frame.put(words, x: x, y: y, style: canvas.theme[role], maxWidth: content.right - x)
      } else if !line.span.isEmpty {
        painter.draw(line, &canvas.frame, x: x, y: y, clip: content)
        if painter.isQuoted(line) {
          canvas.frame.put(canvas.glyphs.quote, x: x - 2, y: y, style: canvas.theme[.bodyQuoteBar])
        }
      }
    }
    if state.choice.focus == .body, state.layers.isEmpty {
      canvas.frame.cursor = Position(x: x, y: content.top)
      if let span = state.body.currentMention?.span, let line = body.line(of: span), line >= state.body.top,
        line < state.body.top + content.height
      {
        let before = body.text(TextSpan(start: body.lines[line].span.start, end: max(body.lines[line].span.start, span.start)))
        canvas.frame.cursor = Position(x: min(x + TextWidth.width(of: before), content.right - 1), y: content.top + line - state.body.top)
      }
    }
    if state.body.hints != nil { drawHints(&canvas, content) }
  }

  /// The name stood on; the headline where it is scrolled out of sight; else nothing.
  private static func title(_ state: ReaderState, _ width: Int) -> DisplayText {
    guard let mention = state.body.currentMention else {
      guard let last = state.body.layout.lines.lastIndex(where: { $0.kind == .headline }), last < state.body.top else { return "" }
      return Fitting.words(DisplayText(state.body.document?.line.headline ?? ""), to: width - 14)
    }
    let name = Wording.name(EntityReference(mention), state.language)
    let whole = name + " · " + Wording.singular(mention.type)(state.language)
    return TextWidth.width(of: whole) <= width - 14 ? whole : Fitting.words(name, to: width - 14)
  }

  /// The dispatch's tags, and how much of it has been seen where it does not fit.
  private static func progress(_ state: ReaderState) -> DisplayText {
    guard let document = state.body.document else { return "" }
    let lines = state.body.layout.lines.count
    let tags = Fitting.words(document.line.tags.map { "#" + DisplayText($0) }.joined(separator: " "), to: 30)
    guard state.bodyBottom > 0, lines > 0 else { return tags }
    let seen: DisplayText = "\(min(100, (state.body.top + state.bodyRows) * 100 / lines))\u{A0}%"
    return tags.isEmpty ? seen : tags + "  " + seen
  }

  private static func drawGreeting(_ canvas: inout Canvas, _ content: Rect) {
    guard canvas.state.list.isEmpty, !canvas.state.list.isLoading, canvas.state.query.text.isEmpty else { return }
    let theme = canvas.theme
    let width = min(content.width - 4, 64)
    let x = content.left + max(2, (content.width - width) / 2)
    var y = content.top + max(0, (content.height - Words.emptyLines.count - 2) / 3)
    canvas.frame.put(Words.emptyTitle(canvas.language), x: x, y: y, style: theme[.bodyHeadline], maxWidth: width)
    y += 2
    for line in Words.emptyLines {
      let isCommand = line.fr.string.hasPrefix("telex")
      // What a command does hangs under it.
      let indent = line.fr.string.hasPrefix(" ") ? 3 : 0
      for row in Wrapping.lines(line(canvas.language), width: max(4, width - indent)) where y < content.bottom {
        canvas.frame.put(row, x: x + indent, y: y, style: theme[isCommand ? .helpKey : .bodyText], maxWidth: width - indent)
        y += 1
      }
    }
  }

  private static func drawHints(_ canvas: inout Canvas, _ content: Rect) {
    let links = Array(canvas.state.links.prefix(ReaderState.hintLetters.count))
    let height = min(links.count, content.height)
    let area = Rect(x: content.x, y: content.bottom - height, width: content.width, height: height)
    canvas.frame.fill(area, canvas.ground)
    for (index, link) in links.prefix(height).enumerated() {
      let y = area.top + index
      canvas.frame.put(DisplayText(String(ReaderState.hintLetters[index])), x: area.left + 2, y: y, style: canvas.theme[.helpKey])
      canvas.frame.put(
        TextWidth.fit(DisplayText(link), to: area.width - 6), x: area.left + 5, y: y, style: canvas.theme[.bodyLink], maxWidth: area.width - 6)
    }
  }
}

/// Draws lines of the body with their names, evidence and hits.
private struct Painter {
  private let state: ReaderState
  private let theme: Theme
  private let mentions: [Mention]
  private let datelines: [TextSpan]
  private let evidence: [TextSpan]
  private let current: TextSpan?
  private let currentHit: TextSpan?

  init(_ document: DispatchDocument, _ state: ReaderState, _ theme: Theme) {
    self.state = state
    self.theme = theme
    mentions = document.reading.mentions.filter { state.highlight.shows($0.type) }
    datelines = document.reading.parts.filter { $0.kind == .dateline || $0.kind == .byline }.map(\.span)
    evidence = state.evidence
    current = state.body.currentMention?.span
    currentHit = state.body.hit.flatMap { state.body.hits[safe: $0] }
  }

  func isQuoted(_ line: BodyLine) -> Bool { evidence.contains { $0.overlaps(line.span) } }

  /// Cuts the line where the style changes and draws piece after piece.
  func draw(_ line: BodyLine, _ frame: inout Frame, x: Int, y: Int, clip: Rect) {
    var cuts: Set<Int> = [line.span.start, line.span.end]
    func cut(_ span: TextSpan) {
      if span.start > line.span.start, span.start < line.span.end { cuts.insert(span.start) }
      if span.end > line.span.start, span.end < line.span.end { cuts.insert(span.end) }
    }
    let here = mentions.filter { $0.span.overlaps(line.span) }
    let hits = state.body.hits.filter { $0.overlaps(line.span) }
    here.forEach { cut($0.span) }
    hits.forEach(cut)
    datelines.forEach(cut)
    evidence.forEach(cut)
    current.map(cut)
    let edges = cuts.sorted()
    var column = x
    for (start, end) in zip(edges, edges.dropFirst()) {
      let span = TextSpan(start: start, end: end)
      let style = style(of: span, line, here, hits)
      column += frame.put(state.body.layout.text(span), x: column, y: y, style: style, clip: clip)
    }
  }

  private func style(of span: TextSpan, _ line: BodyLine, _ here: [Mention], _ hits: [TextSpan]) -> Style {
    var style = theme[base(line.kind)]
    if line.kind == .paragraph, datelines.contains(where: { $0.contains(span) }) { style = theme[.bodyDateline] }
    if let mention = here.first(where: { $0.span.contains(span) }) { style = style.patched(by: theme[.entity(mention.type)]) }
    if evidence.contains(where: { $0.contains(span) }) { style = style.patched(by: theme[.factEvidence]) }
    if hits.contains(where: { $0.contains(span) }) { style = style.patched(by: theme[.searchHit]) }
    if current?.contains(span) == true || currentHit?.contains(span) == true { style = style.patched(by: theme[.entityCurrent]) }
    return style
  }

  private func base(_ kind: BodyLine.Kind) -> StyleRole {
    switch kind {
    case .headline: .bodyHeadline
    case .subhead, .crosshead: .bodySubhead
    case .meta, .note, .signature: .bodyDateline
    case .notice: .accent
    case .paragraph, .blank: .bodyText
    }
  }
}
