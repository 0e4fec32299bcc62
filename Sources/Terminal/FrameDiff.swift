/// What has to be drawn to turn one frame into another.
public enum FrameDiff {
  /// Cells of one row that changed: from column `x` on, `cells.count` of them.
  public struct Run: Equatable, Sendable {
    public let x: Int
    public let y: Int
    public let cells: ArraySlice<Cell>
  }

  /// The runs of changed cells in reading order; all rows where there is no frame before or its size differs. A run never
  /// begins inside a wide character and never ends in its middle.
  public static func runs(from old: Frame?, to new: Frame) -> [Run] {
    let columns = new.size.columns
    guard columns > 0 else { return [] }
    guard let old, old.size == new.size else {
      return (0..<new.size.rows).map { y in Run(x: 0, y: y, cells: new.cells[(y * columns)..<((y + 1) * columns)]) }
    }
    var runs: [Run] = []
    for y in 0..<new.size.rows {
      let row = y * columns
      let end = row + columns
      var index = row
      while index < end {
        guard new.cells[index] != old.cells[index] else {
          index += 1
          continue
        }
        var start = index
        if start > row, new.cells[start].isContinuation || old.cells[start].isContinuation { start -= 1 }
        if let last = runs.last, last.y == y, last.x + last.cells.count > start - row { start = index }
        index += 1
        while index < end,
          new.cells[index] != old.cells[index] || new.cells[index].isContinuation || old.cells[index].isContinuation
        {
          index += 1
        }
        runs.append(Run(x: start - row, y: y, cells: new.cells[start..<index]))
      }
    }
    return runs
  }
}
