/// A frame as text: plain, or with ANSI sequences for a terminal's scroll-back; `FrameSVG` draws pictures.
public enum FrameText {
  /// The rows without the spaces at their ends, each ended by a line break.
  public static func plain(_ frame: Frame) -> String {
    frame.lines().map { $0 + "\n" }.joined()
  }

  /// The rows with SGR sequences (ECMA-48, direct colours as of ISO 8613-6 in xterm's form), each row ended by a reset and a line break.
  public static func ansi(_ frame: Frame, depth: ColorDepth = .direct) -> String {
    var text = ""
    for y in 0..<frame.size.rows {
      var current = Style.plain
      for x in 0..<frame.size.columns {
        let cell = frame[x, y]
        guard cell.width > 0 else { continue }
        if cell.style != current {
          text += sgr(cell.style, depth)
          current = cell.style
        }
        text += cell.text
      }
      if current != .plain { text += "\u{1B}[0m" }
      text += "\n"
    }
    return text
  }

  /// The sequence that sets exactly that style.
  static func sgr(_ style: Style, _ depth: ColorDepth) -> String {
    var parameters = ["0"]
    let codes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
    ]
    for (attribute, code) in codes where style.attributes.contains(attribute) { parameters.append(code) }
    let numbers = depth.numbers(of: style)
    parameters += sgr(style.foreground, numbers.foreground, depth, base: 30)
    parameters += sgr(style.background, numbers.background, depth, base: 40)
    return "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  private static func sgr(_ color: Color?, _ number: Int, _ depth: ColorDepth, base: Int) -> [String] {
    guard let color, number >= 0 else { return [] }
    if depth == .direct, let (red, green, blue) = color.components {
      if case .ansi = color {} else { return ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"] }
      return ansiCode(color, base: base)
    }
    if depth == .indexed, number >= 16 { return ["\(base + 8)", "5", "\(number)"] }
    return [number < 8 ? "\(base + number)" : "\(base + 52 + number)"]
  }

  private static func ansiCode(_ color: Color, base: Int) -> [String] {
    guard case .ansi(let index) = color else { return [] }
    let number = Int(min(index, 15))
    return [number < 8 ? "\(base + number)" : "\(base + 52 + number)"]
  }
}
