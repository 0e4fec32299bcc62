internal import DispatchModel
internal import Terminal

/// A row of the facts pane.
struct FactsRow: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case blank
    case group(FactGroup, count: Int, isFolded: Bool)
    /// A line of the card with that index.
    case card(Int)
  }

  /// A stretch of a row in one style.
  struct Run: Hashable, Sendable {
    var text: DisplayText
    var role: StyleRole
  }

  var kind: Kind
  var runs: [Run]
  /// The first row of its card: the one with the glyph.
  var isFirst: Bool
}

/// The cards set at one width, under their group titles. Made when the dispatch, the width, the fold or the filter changes.
struct FactsLayout: Hashable, Sendable {
  var width: Int
  var rows: [FactsRow]
  /// The cards that can be stood on, in order.
  var cards: [Int]

  static let empty = FactsLayout(width: 0, rows: [], cards: [])

  init(width: Int, rows: [FactsRow], cards: [Int]) {
    self.width = width
    self.rows = rows
    self.cards = cards
  }

  init(_ board: FactsBoard, width: Int, folded: Set<FactGroup>, only: FactGroup?) {
    self.width = width
    rows = []
    cards = []
    for group in FactGroup.allCases where only == nil || only == group {
      let members = board.cards.indices.filter { board.cards[$0].group == group }
      guard !members.isEmpty else { continue }
      if !rows.isEmpty { rows.append(FactsRow(kind: .blank, runs: [], isFirst: false)) }
      let isFolded = folded.contains(group)
      rows.append(FactsRow(kind: .group(group, count: members.count, isFolded: isFolded), runs: [], isFirst: true))
      guard !isFolded else { continue }
      for index in members {
        cards.append(index)
        rows += Self.rows(of: board.cards[index], index, width: width)
      }
    }
  }

  /// The rows of a card.
  func rows(of card: Int) -> Range<Int>? {
    guard let first = rows.firstIndex(where: { $0.kind == .card(card) }) else { return nil }
    var end = first
    while end < rows.count, rows[end].kind == .card(card) { end += 1 }
    return first..<end
  }

  /// The row itself, or its group's title where that stands right above: a first card is shown with its title.
  func head(of row: Int) -> Int {
    guard row > 0, rows.indices.contains(row - 1), case .group = rows[row - 1].kind else { return row }
    return row - 1
  }

  /// Title and detail set as one text that hangs under its title; statements get at most four lines, others two.
  private static func rows(of card: FactCard, _ index: Int, width: Int) -> [FactsRow] {
    let title = Array(card.title.string.unicodeScalars)
    let gap = Array((card.detail.isEmpty ? "" : "  ").unicodeScalars)
    let scalars = title + gap + Array(card.detail.string.unicodeScalars)
    let limit = card.isStatement ? 4 : 2
    var spans = Wrapping.lines(scalars, TextSpan(start: 0, end: scalars.count), width: max(4, width))
    let isCut = spans.count > limit
    if isCut { spans = Array(spans.prefix(limit)) }
    return spans.enumerated().map { number, span in
      var runs: [FactsRow.Run] = []
      let border = min(max(span.start, title.count), span.end)
      if span.start < border {
        var text = DisplayText(Wrapping.string(scalars, TextSpan(start: span.start, end: border)))
        // A title that fills all the rows is cut itself.
        if isCut, number == limit - 1, border >= span.end { text = Fitting.words(text + "…", to: max(4, width)) }
        runs.append(FactsRow.Run(text: text, role: .factTitle))
      }
      if border < span.end {
        var text = DisplayText(Wrapping.string(scalars, TextSpan(start: border, end: span.end)))
        if number < spans.count - 1 || isCut { text = Fitting.withoutSeparator(text) }
        if isCut, number == limit - 1 {
          let room = max(4, width) - runs.reduce(0) { $0 + TextWidth.width(of: $1.text) }
          text = Fitting.words(text + "…", to: room)
        }
        runs.append(FactsRow.Run(text: text, role: .factDetail))
      }
      return FactsRow(kind: .card(index), runs: runs, isFirst: number == 0)
    }
  }
}
