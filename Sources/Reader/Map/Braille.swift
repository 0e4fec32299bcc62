internal import Terminal

/// Braille patterns as a fine grid: two dots across a cell, four down (Unicode block U+2800).
enum Braille {
  /// Where the dot of each bit stands in its cell.
  static let places: [(x: Int, y: Int)] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]

  /// The character with those dots.
  static func cell(_ dots: UInt8) -> DisplayText { cells[Int(dots)] }

  private static let cells: [DisplayText] = (0..<256).map { dots in
    DisplayText(Unicode.Scalar(UInt32(0x2800 + dots)).map { String($0) } ?? " ")
  }
}
