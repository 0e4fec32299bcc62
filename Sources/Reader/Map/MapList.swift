public import Terminal

/// The map as a list, where there is no room or no braille for one: countries by their count, each with a bar.
public struct MapList {
  /// The codes in the order of their rows: most dispatches first, then by code.
  public let codes: [String]
  private let counts: [String: Int]
  private let selected: String?
  private let name: (String) -> DisplayText

  /// Whether the map can be drawn in such a rectangle; else this list is the better answer.
  public static func isNeeded(for size: Size, isUTF8: Bool = true) -> Bool {
    !isUTF8 || size.columns < 40 || size.rows < 10
  }

  public init(counts: [String: Int], selected: String?, name: @escaping (String) -> DisplayText) {
    self.counts = counts.filter { $0.value > 0 }
    codes = self.counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    self.selected = selected
    self.name = name
  }

  /// The row shown at the top so that the selected country is in sight, as near to the middle as the ends allow.
  func first(rows: Int) -> Int {
    let index = selected.flatMap { codes.firstIndex(of: $0) } ?? 0
    return max(0, min(index - rows / 2, codes.count - rows))
  }

  /// The country in a row of the rectangle, for a click.
  public func country(atRow row: Int, of rect: Rect) -> String? {
    let index = first(rows: rect.height) + row
    return row >= 0 && row < rect.height && codes.indices.contains(index) ? codes[index] : nil
  }

  public func draw(into frame: inout Frame, _ rect: Rect, _ theme: Theme) {
    let first = first(rows: rect.height)
    let greatest = max(1, counts.values.max() ?? 1)
    let numberWidth = String(greatest).count
    let (names, rest) = rect.inset(left: 1).splitLeft(min(26, max(0, rect.width - numberWidth - 3)))
    for (row, code) in codes.dropFirst(first).prefix(rect.height).enumerated() {
      let y = rect.y + row
      if code == selected {
        frame.patch(rect.row(row), theme[.listSelected])
        frame.put("▌", x: rect.x, y: y, style: theme[.listBar], clip: rect)
      }
      let count = counts[code] ?? 0
      let label = TextWidth.fit("\(DisplayText(code))  \(name(code))", to: names.width)
      frame.put(label, x: names.x, y: y, style: theme[.listItem], clip: rect)
      let number = TextWidth.pad(DisplayText(count), to: numberWidth, atRight: true)
      frame.put(number, x: rest.x + 1, y: y, style: theme[.pickerCount], clip: rect)
      let room = rest.width - numberWidth - 3
      guard room > 0 else { continue }
      let length = max(1, Int(Double(count) / Double(greatest) * Double(room)))
      frame.put(("▄" as DisplayText).repeated(length), x: rest.x + numberWidth + 2, y: y, style: theme[.pickerBar], maxWidth: room, clip: rect)
    }
  }
}
