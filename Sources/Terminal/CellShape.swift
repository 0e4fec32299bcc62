/// Characters that terminals draw as shapes filling their cell: lines, blocks, braille dots, as rectangles in a cell of whole pixels.
enum CellShape {
  struct Part: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// The parts of a character's shape; nil where it is a letter for the font.
  static func rects(_ text: String, width: Int, height: Int) -> [Part]? {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x2800...0x28FF: return braille(Int(scalar.value) - 0x2800, width, height)
    case 0x2581...0x2588:
      let filled = height * (Int(scalar.value) - 0x2580) / 8
      return [Part(x: 0, y: height - filled, width: width, height: filled)]
    case 0x2589...0x258F:
      let filled = max(1, (width * (0x2590 - Int(scalar.value)) + 4) / 8)
      return [Part(x: 0, y: 0, width: filled, height: height)]
    case 0x2580: return [Part(x: 0, y: 0, width: width, height: height / 2)]
    case 0x2590: return [Part(x: width / 2, y: 0, width: width - width / 2, height: height)]
    case 0x2500...0x257F:
      guard let arms = lines[scalar] else { return nil }
      return line(arms, width, height)
    default: return nil
    }
  }

  /// Dots 1 to 8 of a braille cell as bits; the left column holds dots 1, 2, 3, 7.
  private static func braille(_ dots: Int, _ width: Int, _ height: Int) -> [Part] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    let side = 3
    return places.enumerated().compactMap { bit, place in
      guard dots >> bit & 1 == 1 else { return nil }
      let x = place.0 == 0 ? (width / 2 - side) / 2 + 1 : width / 2 + (width - width / 2 - side) / 2
      let y = (2 * place.1 + 1) * height / 8 - side / 2
      return Part(x: x, y: y, width: side, height: side)
    }
  }

  /// Which arms a line character has from the middle of its cell.
  private struct Arms: OptionSet {
    let rawValue: Int
    static let left = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let up = Arms(rawValue: 4)
    static let down = Arms(rawValue: 8)
    static let heavy = Arms(rawValue: 16)
  }

  private static let lines: [Unicode.Scalar: Arms] = [
    "─": [.left, .right], "━": [.left, .right, .heavy], "│": [.up, .down], "┃": [.up, .down, .heavy],
    "┌": [.right, .down], "┐": [.left, .down], "└": [.right, .up], "┘": [.left, .up],
    "╭": [.right, .down], "╮": [.left, .down], "╰": [.right, .up], "╯": [.left, .up],
    "├": [.up, .down, .right], "┤": [.up, .down, .left], "┬": [.left, .right, .down], "┴": [.left, .right, .up],
    "┼": [.left, .right, .up, .down], "╴": [.left], "╶": [.right], "╵": [.up], "╷": [.down],
    "╸": [.left, .heavy], "╺": [.right, .heavy],
  ]

  private static func line(_ arms: Arms, _ width: Int, _ height: Int) -> [Part] {
    let thickness = arms.contains(.heavy) ? 2 : 1
    let x = width / 2
    let y = height / 2
    var parts: [Part] = []
    if arms.contains(.left) || arms.contains(.right) {
      let from = arms.contains(.left) ? 0 : x
      let to = arms.contains(.right) ? width : x + 1
      parts.append(Part(x: from, y: y, width: to - from, height: thickness))
    }
    if arms.contains(.up) || arms.contains(.down) {
      let from = arms.contains(.up) ? 0 : y
      let to = arms.contains(.down) ? height : y + 1
      parts.append(Part(x: x, y: from, width: thickness, height: to - from))
    }
    return parts
  }
}
