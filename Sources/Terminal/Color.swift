/// A colour as a theme names it; the screen brings it down to what the terminal can show (`ColorDepth`).
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// One of the sixteen ANSI colours, whose look the user's terminal decides: 0–7, bright 8–15. Above 15 counts as 15.
  case ansi(UInt8)
  /// One of xterm's 256 colours.
  case indexed(UInt8)
  /// A direct colour, sRGB.
  case rgb(UInt8, UInt8, UInt8)

  /// Reads `#rrggbb` or `#rgb`; nil for anything else.
  public init?(hex: String) {
    var digits: [UInt8] = []
    guard hex.utf8.first == UInt8(ascii: "#") else { return nil }
    for byte in hex.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    switch digits.count {
    case 3: self = .rgb(digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6:
      self = .rgb(digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
    default: return nil
    }
  }

  /// Its red, green and blue, each 0…255; for ANSI colours xterm's, which a terminal may show otherwise; nil for `default`.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .default: return nil
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .ansi(let index): return Palette.xterm[Int(min(index, 15))]
    case .indexed(let index): return Palette.xterm[Int(index)]
    }
  }
}

/// How a text is set besides its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
  public static let strikethrough = Attributes(rawValue: 32)
}

/// An increment of style: what is nil is left as it was, attributes are added.
public struct Style: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var attributes: Attributes

  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Changes nothing.
  public static let plain = Style()

  /// This style with `other` laid over it: its colours where it has some, its attributes in addition.
  public func patched(by other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}
