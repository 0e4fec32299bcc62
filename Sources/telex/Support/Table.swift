import Terminal

/// A plain table for the terminal: columns as wide as their widest cell, the last one unbounded, two spaces between.
struct Table {
  private let heads: [DisplayText]
  private var rows: [[DisplayText]] = []
  /// Columns whose cells stand at the right (numbers).
  private let rightAligned: Set<Int>

  init(_ heads: [DisplayText], rightAligned: Set<Int> = []) {
    self.heads = heads
    self.rightAligned = rightAligned
  }

  mutating func add(_ cells: [DisplayText]) { rows.append(cells) }

  /// Prints head and rows; nothing where there are no rows.
  func print() {
    guard !rows.isEmpty else { return }
    var widths = heads.map { TextWidth.width(of: $0.string) }
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], TextWidth.width(of: cell.string))
      }
    }
    for row in [heads] + rows {
      let cells = row.enumerated().map { column, cell -> DisplayText in
        let space = DisplayText(stringLiteral: " ").repeated(max(0, widths[column] - TextWidth.width(of: cell.string)))
        if rightAligned.contains(column) { return space + cell }
        return column == row.count - 1 ? cell : cell + space
      }
      Output.line(cells.joined(separator: DisplayText(stringLiteral: "  ")))
    }
  }
}
