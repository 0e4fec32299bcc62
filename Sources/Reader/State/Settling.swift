internal import DispatchModel
internal import Terminal

/// After every event: what depends on sizes is brought into line. Nothing that is in view moves.
extension ReaderState {
  mutating func settle() {
    settleBody()
    settleFacts()
    settleList()
    settleLayers()
  }

  /// Sets the body anew where its width has changed, keeping the line at the top.
  mutating func settleBody() {
    guard let document = body.document else { return }
    let width = bodyMeasure
    if body.layout.width != width || body.layout.lines.isEmpty {
      let anchor = body.layout.lines.dropFirst(body.top).first { !$0.span.isEmpty }?.span
      let wasAtTop = body.top == 0
      body.layout = BodyLayout(document, width: width, clock: clock, language: language)
      if let anchor, !wasAtTop {
        let start = TextSpan(start: anchor.start, end: anchor.start + 1)
        if let line = body.layout.line(of: start) { body.top = line }
      }
    }
    if body.hitsOf != query {
      body.hits = Hits.find(query.words, in: body.layout.scalars)
      body.hitsOf = query
      body.hit = nil
    }
    body.top = min(max(0, body.top), bodyBottom)
  }

  /// The width that the body is set in.
  var bodyMeasure: Int {
    let width = layout.body?.width ?? max(20, size.columns)
    return min(settings.measure, max(8, width - BodyPane.margins(width)))
  }

  mutating func settleFacts() {
    let width = max(8, (layout.facts?.width ?? 40) - FactsPane.indent)
    let fresh = facts.layout.width != width || facts.needsLayout
    if fresh {
      facts.layout = FactsLayout(facts.board, width: width, folded: facts.folded, only: facts.only)
      facts.needsLayout = false
    }
    if let selected = facts.selected, !facts.layout.cards.contains(selected) {
      facts.selected = facts.layout.cards.first { $0 >= selected } ?? facts.layout.cards.last
    } else if facts.selected == nil {
      facts.selected = facts.layout.cards.first
    }
    let rows = factsRows
    // Read from elsewhere the pane may be wheeled on from the card.
    if facts.linked.isEmpty, choice.focus == .facts || fresh, let selected = facts.selected, let range = facts.layout.rows(of: selected) {
      let isFirst = facts.layout.cards.first == selected
      let lower = isFirst ? 0 : facts.layout.head(of: range.lowerBound)
      if lower < facts.top { facts.top = lower }
      if range.upperBound > facts.top + rows { facts.top = range.upperBound - rows }
    }
    facts.top = min(max(0, facts.top), max(0, facts.layout.rows.count - rows))
  }

  /// Moves the list's first shown line just as far as the selection needs to be in view.
  mutating func settleList() {
    if list.selected == nil || list.shownIndex == nil { list.selected = list.shown.first.map { list.lines[$0].id } }
    guard let selected = list.shownIndex, let rect = layout.content(.list) ?? lastListRect else { return }
    var top = list.shownIndex(of: list.top) ?? max(0, selected - 3)
    if selected < top { top = selected }
    var used = 0
    var first = selected
    while first >= 0 {
      used += ListPane.height(list.lines[list.shown[first]], width: rect.width, state: self)
      if used > rect.height { break }
      first -= 1
    }
    if top < first + 1 { top = min(first + 1, selected) }
    // Where the list ends above the pane's foot, the rows above are brought back into view.
    var below = 0
    var index = top
    while index < list.shown.count, below <= rect.height {
      below += ListPane.height(list.lines[list.shown[index]], width: rect.width, state: self)
      index += 1
    }
    while top > 0, below < rect.height, list.reachesEnd || index < list.shown.count {
      let height = ListPane.height(list.lines[list.shown[top - 1]], width: rect.width, state: self)
      if below + height > rect.height { break }
      below += height
      top -= 1
    }
    list.top = list.lines[list.shown[top]].id
  }

  /// Where the list is not shown it keeps the height of a usual pane.
  private var lastListRect: Rect? {
    size.columns > 0 && size.rows > 0 ? Rect(x: 0, y: 0, width: 40, height: max(1, size.rows - 2)) : nil
  }
}
