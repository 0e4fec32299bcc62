internal import DispatchModel
internal import Terminal

/// The facts of the dispatch as cards under group titles.
enum FactsPane {
  /// Cells beside a card's words: bar, glyph, space; and the margin at the right.
  static let indent = 6

  static func draw(_ canvas: inout Canvas, _ rect: Rect, _ layout: Layout) {
    let state = canvas.state
    let facts = state.facts
    let count = facts.board.cards.isEmpty ? DisplayText() : Numbers.grouped(facts.board.cards.count, canvas.language)
    let only = facts.only.map { $0.title(canvas.language) } ?? ""
    canvas.title(.facts, rect, Words.factsTitle(canvas.language), count: count, detail: only, rule: layout.form == .stacked && rect.top > 0)
    guard let content = layout.content(.facts), state.body.document != nil else { return }
    if facts.layout.rows.isEmpty {
      canvas.frame.put(
        TextWidth.fit(Words.noFacts(canvas.language), to: content.width - 3), x: content.left + 2, y: content.top, style: canvas.theme[.textDim], maxWidth: content.width - 3)
      return
    }
    let isFocused = state.choice.focus == .facts && state.layers.isEmpty
    for row in 0..<content.height {
      guard let line = facts.layout.rows[safe: facts.top + row] else { break }
      let y = content.top + row
      switch line.kind {
      case .blank: continue
      case .group(let group, let count, let isFolded):
        drawGroup(&canvas, group, count, isFolded, content, y)
      case .card(let card):
        drawRow(&canvas, line, card, facts, content, y, isFocused: isFocused)
      }
    }
  }

  private static func drawGroup(
    _ canvas: inout Canvas, _ group: FactGroup, _ count: Int, _ isFolded: Bool, _ content: Rect, _ y: Int
  ) {
    var x = content.left + 2
    x += canvas.frame.put(group.title(canvas.language), x: x, y: y, style: canvas.theme[.factGroup], maxWidth: content.right - x)
    if isFolded { canvas.frame.put(" " + canvas.glyphs.folded + DisplayText(count), x: x, y: y, style: canvas.theme[.textDim], maxWidth: content.right - x) }
  }

  private static func drawRow(
    _ canvas: inout Canvas, _ line: FactsRow, _ card: Int, _ facts: FactsState, _ content: Rect, _ y: Int, isFocused: Bool
  ) {
    let area = Rect(x: content.x, y: y, width: content.width, height: 1)
    let isSelected = facts.selected == card
    let isLinked = facts.linked.contains(card)
    guard let model = facts.board.cards[safe: card] else { return }
    if isSelected, isFocused {
      canvas.frame.patch(area, canvas.theme[.factSelected])
      canvas.frame.put(canvas.glyphs.bar, x: content.left, y: y, style: canvas.theme[.listBar])
      if line.isFirst { canvas.frame.cursor = Position(x: content.left, y: y) }
    } else if isLinked {
      canvas.frame.put(canvas.glyphs.bar, x: content.left, y: y, style: canvas.theme[.accent])
    }
    if line.isFirst {
      let glyph = canvas.state.usesASCII ? model.group.glyph.ascii : model.group.glyph.0
      canvas.frame.put(glyph, x: content.left + 2, y: y, style: canvas.theme[.textDim], maxWidth: 2)
    }
    let room = content.width - indent
    let used = canvas.put(line.runs, x: content.left + 4, y: y, maxWidth: room + 1)
    if isLinked { canvas.frame.patch(Rect(x: content.left + 4, y: y, width: used, height: 1), canvas.theme[.factEvidence]) }
    // A doubt is said quietly, where the card leaves room for it.
    if line.isFirst, model.confidence < 0.75 {
      let doubt: DisplayText = "\(Int((max(0, model.confidence) * 100).rounded()))\u{A0}%"
      let width = TextWidth.width(of: doubt)
      if used + width + 2 <= room + 1 {
        canvas.frame.put(doubt, x: content.right - width - 1, y: y, style: canvas.theme[.factConfidence])
      }
    }
  }
}
