internal import Glibc

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
  func number(of color: Color) -> Int {
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

/// A colour in Ottosson's OKLab space: lightness 0…1, green–red and blue–yellow.
struct OKLab: Equatable {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let r = Self.linear[Int(red)]
    let g = Self.linear[Int(green)]
    let b = Self.linear[Int(blue)]
    let l = Self.cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = Self.cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = Self.cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The square of the distance.
  func distance(to other: OKLab) -> Double {
    let dl = lightness - other.lightness
    let da = a - other.a
    let db = b - other.b
    return dl * dl + da * da + db * db
  }

  /// The number of xterm's colour in `numbers` that is nearest.
  static func nearest(to color: OKLab, among numbers: Range<Int>) -> Int {
    var best = numbers.lowerBound
    var least = Double.infinity
    for number in numbers {
      let distance = color.distance(to: xterm[number])
      if distance < least { (best, least) = (number, distance) }
    }
    return best
  }

  private static let xterm: [OKLab] = Palette.xterm.map { OKLab($0.red, $0.green, $0.blue) }

  /// sRGB to linear light (IEC 61966-2-1).
  static let linear: [Double] = (0..<256).map { value in
    let v = Double(value) / 255
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
  }

  private static func cubeRoot(_ value: Double) -> Double { value <= 0 ? 0 : pow(value, 1 / 3) }
}
