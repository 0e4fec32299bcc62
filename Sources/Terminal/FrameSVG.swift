/// A frame as an SVG picture, for documents: each cell on its place in a grid, whatever the font that shows it.
///
/// Line drawing, blocks and braille are drawn as shapes on whole pixels, so that they join as they do in a terminal.
public struct FrameSVG {
  /// Colours where a style says none: those of the theme's text.
  public let foreground: String
  public let background: String
  /// The width and height of a cell in pixels; whole numbers keep lines crisp.
  let cellWidth = 9
  let cellHeight = 20
  let fontSize = 15
  let padding = 14

  public init(base: Style = .plain) {
    foreground = Self.hex(base.foreground) ?? "#d0d0d0"
    background = Self.hex(base.background) ?? "#101010"
  }

  /// The picture. `title` is its accessible name.
  public func render(_ frame: Frame, title: DisplayText = DisplayText()) -> String {
    let width = frame.size.columns * cellWidth + 2 * padding
    let height = frame.size.rows * cellHeight + 2 * padding
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" font-family="'DejaVu Sans Mono','JetBrains Mono','Cascadia Mono',Menlo,Consolas,monospace" \
      font-size="\(fontSize)" xml:space="preserve">

      """
    if !title.isEmpty { svg += "<title>\(Self.escaped(title.string))</title>\n" }
    svg += "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(background)\"/>\n"
    for y in 0..<frame.size.rows {
      for run in runs(of: frame, row: y) { svg += backgroundOf(run, y) }
      for run in runs(of: frame, row: y) { svg += textOf(run, y) }
    }
    // On a bar the terminal's cursor only marks the place for screen readers.
    if let cursor = frame.cursor, frame.bounds.contains(x: cursor.x, y: cursor.y), frame[cursor.x, cursor.y].text != "▌" {
      svg += "<rect x=\"\(left(cursor.x))\" y=\"\(top(cursor.y))\" width=\"2\" height=\"\(cellHeight)\" fill=\"\(foreground)\"/>\n"
    }
    return svg + "</svg>\n"
  }

  /// Neighbouring cells of one style.
  private struct Run {
    var x: Int
    var style: Style
    var cells: [Cell]
    var columns: Int { cells.reduce(0) { $0 + Int($1.width) } }
  }

  private func runs(of frame: Frame, row: Int) -> [Run] {
    var runs: [Run] = []
    for x in 0..<frame.size.columns {
      let cell = frame[x, row]
      guard cell.width > 0 else { continue }
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append(Run(x: x, style: cell.style, cells: [cell]))
      }
    }
    return runs
  }

  /// The colours of a style as they are seen.
  private func colors(_ style: Style) -> (ink: String, paper: String) {
    let ink = Self.hex(style.foreground) ?? foreground
    let paper = Self.hex(style.background) ?? background
    return style.attributes.contains(.reverse) ? (paper, ink) : (ink, paper)
  }

  private func backgroundOf(_ run: Run, _ y: Int) -> String {
    let paper = colors(run.style).paper
    guard paper != background else { return "" }
    return rect(left(run.x), top(y), run.columns * cellWidth, cellHeight, paper)
  }

  private func textOf(_ run: Run, _ y: Int) -> String {
    var svg = ""
    let ink = colors(run.style).ink
    let attributes = run.style.attributes
    let opacity = attributes.contains(.dim) ? " opacity=\"0.62\"" : ""
    var x = run.x
    // Words go into one text element, each letter with its own x: the grid holds in every font.
    var letters = ""
    var places: [String] = []
    var shapes = ""
    func flush() {
      defer { (letters, places) = ("", []) }
      guard letters.contains(where: { $0 != " " }) else { return }
      let weight = attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
      let slant = attributes.contains(.italic) ? " font-style=\"italic\"" : ""
      svg += "<text y=\"\(top(y) + 15)\" x=\"\(places.joined(separator: " "))\" fill=\"\(ink)\"\(weight)\(slant)\(opacity)>\(Self.escaped(letters))</text>\n"
    }
    for cell in run.cells {
      defer { x += Int(cell.width) }
      if let parts = CellShape.rects(cell.text, width: cellWidth, height: cellHeight) {
        flush()
        for part in parts {
          shapes += "M\(left(x) + part.x) \(top(y) + part.y)h\(part.width)v\(part.height)h-\(part.width)z"
        }
        continue
      }
      if cell.text == " " {
        flush()
        continue
      }
      letters += cell.text
      // A cluster of several scalars takes one place; the x list counts characters in UTF-16 units at most.
      places.append("\(left(x))")
      if cell.text.utf16.count > 1 { flush() }
    }
    flush()
    if !shapes.isEmpty { svg += "<path d=\"\(shapes)\" fill=\"\(ink)\"\(opacity)/>\n" }
    let lineWidth = run.columns * cellWidth
    if attributes.contains(.underline) { svg += rect(left(run.x), top(y) + 17, lineWidth, 1, ink, extra: opacity) }
    if attributes.contains(.strikethrough) { svg += rect(left(run.x), top(y) + 11, lineWidth, 1, ink, extra: opacity) }
    return svg
  }

  private func left(_ x: Int) -> Int { padding + x * cellWidth }
  private func top(_ y: Int) -> Int { padding + y * cellHeight }

  private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String, extra: String = "") -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"\(extra)/>\n"
  }

  static func hex(_ color: Color?) -> String? {
    guard let (red, green, blue) = color?.components else { return nil }
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}
