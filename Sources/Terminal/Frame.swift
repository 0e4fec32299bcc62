/// What a screen shows at one moment: cells, the cursor, the title. A value: drawing is a function that gives one.
///
/// All drawing is clipped to the frame, and a wide character is never left cut in half. Text can only be drawn as
/// `DisplayText`, so nothing unfiltered reaches a terminal.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` each.
  public internal(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Position?
  /// The window's title, where the terminal has one; nil leaves it alone.
  public var title: DisplayText?

  /// A frame of spaces.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .space(style), count: size.columns * size.rows)
  }

  /// The whole frame.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank one outside.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < size.columns, y < size.rows else { return .blank }
    return cells[y * size.columns + x]
  }

  /// The rows as plain text, without the spaces at their ends.
  public func lines() -> [String] {
    (0..<size.rows).map { y in
      var line = ""
      var end = line.endIndex
      for cell in cells[(y * size.columns)..<((y + 1) * size.columns)] {
        line += cell.text
        if cell.text != " " { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }
}

extension Frame {
  /// Draws a text from (`x`, `y`) to the right, its style laid over that of the cells it meets, and stops at `maxWidth`
  /// cells, at the right edge of `clip` and of the frame. What lies left of `clip` is passed over. Line breaks and tabs count as spaces.
  /// - Returns: the cells used from `x` on, including those clipped away at the left.
  @discardableResult
  public mutating func put(
    _ text: DisplayText, x: Int, y: Int, style: Style = .plain, maxWidth: Int? = nil, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard maxWidth ?? 1 > 0 else { return 0 }
    guard y >= area.top, y < area.bottom, x < area.right, x > Int(Int32.min) else { return 0 }
    let limit = maxWidth.map { $0 < area.right - x ? x + $0 : area.right } ?? area.right
    let row = y * size.columns
    var column = x
    var clusters = CellClusters(text.string)
    while column < limit, let (cluster, width) = clusters.next() {
      if column + width > limit { break }
      if column >= area.left {
        set(row + column, cluster, width, style)
      } else if column + width > area.left {
        // The left half of this wide character is clipped: a space stands for the right one.
        set(row + area.left, " ", 1, style)
      }
      column += width
    }
    return column - x
  }

  /// Makes the rectangle spaces of exactly that style.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let space = Cell.space(style)
    for y in area.top..<area.bottom {
      let row = y * size.columns
      healLeft(row + area.left)
      healRight(row + area.right - 1)
      for index in (row + area.left)..<(row + area.right) { cells[index] = space }
    }
  }

  /// Lays a style over the cells of the rectangle, leaving their text.
  public mutating func patch(_ rect: Rect, _ style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.top..<area.bottom {
      let row = y * size.columns
      for index in (row + area.left)..<(row + area.right) { cells[index].style = cells[index].style.patched(by: style) }
    }
  }

  /// Repeats a text of one cell over a rectangle: lines, bars.
  public mutating func tile(_ rect: Rect, _ text: DisplayText, style: Style = .plain) {
    let area = rect.intersection(bounds)
    var clusters = CellClusters(text.string)
    guard !area.isEmpty, let (cluster, width) = clusters.next(), width == 1 else { return }
    for y in area.top..<area.bottom {
      for x in area.left..<area.right { set(y * size.columns + x, cluster, 1, style) }
    }
  }

  /// Draws another frame into this one with its top left corner at (`x`, `y`), cells and all.
  public mutating func draw(_ other: Frame, x: Int, y: Int) {
    let area = Rect(x: x, y: y, width: other.size.columns, height: other.size.rows).intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.top..<area.bottom {
      healLeft(row * size.columns + area.left)
      healRight(row * size.columns + area.right - 1)
      for column in area.left..<area.right {
        var cell = other[column - x, row - y]
        let cutAtLeft = column == area.left && cell.isContinuation
        let cutAtRight = column == area.right - 1 && cell.width == 2
        if cutAtLeft || cutAtRight { cell = .space(cell.style) }
        cells[row * size.columns + column] = cell
      }
    }
  }

  /// Writes one cluster into cells that the caller has checked, and blanks the other halves of wide characters that it meets.
  private mutating func set(_ index: Int, _ cluster: String, _ width: Int, _ style: Style) {
    if cells[index].width != 1 || width == 2 {
      healLeft(index)
      healRight(index + width - 1)
    }
    cells[index] = Cell(text: cluster, width: Int8(width), style: cells[index].style.patched(by: style))
    if width == 2 { cells[index + 1] = .continuation(cells[index].style) }
  }

  /// Before the cell at `index` is overwritten: if it is a second half, its first half becomes a space.
  private mutating func healLeft(_ index: Int) {
    if cells[index].isContinuation, index > 0 { cells[index - 1] = .space(cells[index - 1].style) }
  }

  /// Before the cell at `index` is overwritten: if it is a first half, its second half becomes a space.
  private mutating func healRight(_ index: Int) {
    if cells[index].width == 2, index + 1 < cells.count { cells[index + 1] = .space(cells[index + 1].style) }
  }
}
