/// How many colours a terminal shows, and a colour's number there.
///
/// The nearest colour is found in OKLab (Björn Ottosson, 2020, public domain: https://bottosson.github.io/posts/oklab/), where
/// distances agree with what eyes see far better than in RGB.
public enum ColorDepth: String, Sendable, CaseIterable {
  /// None, or none wanted (NO_COLOR).
  case none
  /// 8 and 16: the ANSI colours.
  case eight, sixteen
  /// xterm's 256.
  case indexed
  /// Any RGB value.
  case direct

  /// The depth for that many colours.
  init(colors: Int, isDirect: Bool) {
    self = isDirect ? .direct : colors >= 256 ? .indexed : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
  }

  /// The colour's number, -1 for the terminal's own. In `direct` the RGB value, but ANSI colours keep 0 to 7, and RGB values
  /// below 8, which terminfo's direct colours cannot say, become 8.
  public func number(of color: Color) -> Int {
    if self == .none || color == .default { return -1 }
    guard let (red, green, blue) = color.components else { return -1 }
    switch (self, color) {
    case (.indexed, .ansi(let index)), (.sixteen, .ansi(let index)): return Int(min(index, 15))
    case (.direct, .ansi(let index)) where index < 8: return Int(index)
    case (.eight, .ansi(let index)): return Int(min(index, 15)) % 8
    case (.indexed, .indexed(let index)): return Int(index)
    case (.direct, _): return max(8, Int(red) << 16 | Int(green) << 8 | Int(blue))
    // The sixteen can look like anything in the user's terminal, so an RGB value is sought among the fixed 240.
    case (.indexed, _): return OKLab.nearest(to: OKLab(red, green, blue), among: 16..<256)
    case (.sixteen, _): return OKLab.nearest(to: OKLab(red, green, blue), among: 0..<16)
    default: return OKLab.nearest(to: OKLab(red, green, blue), among: 0..<8)
    }
  }

  /// Both numbers of a style. Where few colours would make text vanish into its background, the text becomes black or white.
  func numbers(of style: Style) -> (foreground: Int, background: Int) {
    let foreground = number(of: style.foreground ?? .default)
    let background = number(of: style.background ?? .default)
    guard foreground == background, foreground >= 0, style.foreground != style.background,
      self == .eight || self == .sixteen
    else { return (foreground, background) }
    let (red, green, blue) = Palette.xterm[background]
    return (OKLab(red, green, blue).lightness > 0.6 ? 0 : 7, background)
  }
}
