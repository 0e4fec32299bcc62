/// What `DisplayText` lets through. One pass over the scalars, O(n).
///
/// The classes are those of UAX 9 (bidirectional controls), UAX 44 (Default_Ignorable_Code_Point, Noncharacter_Code_Point) and
/// ECMA-48 (control functions); the reasons are attacks on terminals such as CVE-2003-0063, CVE-2021-42574, CVE-2022-45063.
enum TextFilter {
  /// Marks kept on one base: with it they fill a cell of ncurses (CCHARW_MAX is 5).
  static let marksPerBase = 4
  /// Emoji joined to one: a family has three joiners.
  static let joinersPerCluster = 4

  static func filter(_ raw: String, _ layout: DisplayText.Layout) -> String {
    if isPlain(raw, layout) { return raw }
    var filter = Pass(layout: layout)
    var isAfterReturn = false
    for scalar in raw.unicodeScalars {
      // CR LF is one line break.
      if !(isAfterReturn && scalar == "\n") { filter.take(scalar) }
      isAfterReturn = scalar == "\r"
    }
    return String(filter.kept)
  }

  /// The state of one pass.
  private struct Pass {
    let layout: DisplayText.Layout
    var kept = String.UnicodeScalarView()
    private var previous: Unicode.Scalar?
    /// A joiner that is kept if what comes next needs it.
    private var heldJoiner: Unicode.Scalar?
    private var marks = 0
    private var joiners = 0

    init(layout: DisplayText.Layout) { self.layout = layout }

    mutating func take(_ scalar: Unicode.Scalar) {
      switch fate(of: scalar) {
      case .keep where ScalarClass.width(scalar) == 0: keepMark(scalar)
      case .keep: keepBase(scalar)
      case .breakLine: keepSpace(layout == .body ? "\n" : " ")
      case .tabulate: keepSpace(layout == .body ? "\t" : " ")
      case .joiner: if previous != nil, heldJoiner == nil { heldJoiner = scalar }
      case .emojiStyle:
        guard let previous, ScalarClass.isPictographic(previous) || isKeycapBase(previous) else { return }
        append(scalar)
      case .replace:
        marks = 0
        append("\u{FFFD}")
      case .drop: break
      }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      heldJoiner = nil
      kept.append(scalar)
      previous = scalar
    }

    private mutating func keepMark(_ scalar: Unicode.Scalar) {
      guard marks < marksPerBase else { return }
      switch previous {
      case nil, " ", "\n", "\t":
        append("\u{25CC}")
        marks = 0
      case .some(let before): keepJoiner(between: before, and: scalar)
      }
      marks += 1
      append(scalar)
    }

    private mutating func keepBase(_ scalar: Unicode.Scalar) {
      let isJoined = previous.map { keepJoiner(between: $0, and: scalar) } ?? false
      let isSecondFlag =
        ScalarClass.isRegionalIndicator(scalar) && (previous.map(ScalarClass.isRegionalIndicator) ?? false)
      // What the terminal draws into the cell of the one before shares its allowance of marks.
      if !isJoined, !isSecondFlag, !ScalarClass.isSkinTone(scalar) {
        marks = 0
        joiners = 0
      }
      append(scalar)
    }

    /// Keeps a joiner that waits, if a script or an emoji needs it here; whether it makes an emoji one with the next.
    @discardableResult
    private mutating func keepJoiner(between before: Unicode.Scalar, and after: Unicode.Scalar) -> Bool {
      guard let joiner = heldJoiner else { return false }
      if ScalarClass.usesJoiners(before), ScalarClass.usesJoiners(after) {
        append(joiner)
        return false
      }
      guard joiner.value == 0x200D, ScalarClass.isPictographic(after), joiners < joinersPerCluster,
        ScalarClass.isPictographic(before) || ScalarClass.isSkinTone(before) || before.value == 0xFE0F
      else { return false }
      joiners += 1
      append(joiner)
      return true
    }

    private mutating func keepSpace(_ space: Unicode.Scalar) {
      if layout == .line, previous == " " { return }
      marks = 0
      append(space)
    }
  }

  private enum Fate { case keep, breakLine, tabulate, joiner, emojiStyle, replace, drop }

  private static func fate(of scalar: Unicode.Scalar) -> Fate {
    let value = scalar.value
    switch value {
    case 0x20...0x7E: return .keep
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .breakLine
    case 0x09: return .tabulate
    case 0x00...0x1F, 0x7F...0x9F: return .drop
    case 0xAD: return .drop  // soft hyphen
    case 0xA0...0x2FF: return .keep
    case 0x200C, 0x200D: return .joiner
    case 0xFE0E, 0xFE0F: return .emojiStyle
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: return .drop  // zero width, bidi, deprecated
    case 0x2010...0x2FFF: return .keep
    case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: return .drop  // invisible
    case 0xFE00...0xFE0D, 0xFEFF, 0xFFF0...0xFFFB: return .drop  // variation, byte-order mark, interlinear annotation
    case 0x13430...0x1345F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: return .drop  // layout of hieroglyphs, shorthand, music
    case 0xE0000...0xE0FFF: return .drop  // tags, variation selectors
    case 0xFDD0...0xFDEF: return .replace
    default: return value & 0xFFFE == 0xFFFE ? .replace : .keep
    }
  }

  /// Whether no byte of it needs a look: printable ASCII, Latin letters to U+02FF, the typographer's punctuation, symbols and arrows
  /// to U+2BFF, and in a body line breaks and tabs. Nearly all French text is that.
  private static func isPlain(_ text: String, _ layout: DisplayText.Layout) -> Bool {
    var lead: UInt8 = 0
    var second: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20...0x7E: continue
      case 0x0A, 0x09: guard layout == .body else { return false }
      case 0xC2...0xCB, 0xE2: (lead, second) = (byte, 0)
      case 0x80...0xBF where lead == 0xC2: guard byte >= 0xA0, byte != 0xAD else { return false }
      case 0x80...0xBF where lead < 0xE2: continue
      case 0x80...0xBF where second == 0:
        // U+2000 to U+2BFF, but U+20C0 to U+20FF, where marks are.
        guard byte <= 0xAF, byte != 0x83 else { return false }
        second = byte
      case 0x80...0xBF where second == 0x80:
        guard (0x90...0xA7).contains(byte) || byte >= 0xAF else { return false }  // joiners, separators, embeddings
      case 0x80...0xBF where second == 0x81: guard byte < 0xA0 else { return false }  // invisible operators, isolates
      case 0x80...0xBF: continue
      default: return false
      }
    }
    return true
  }

  private static func isKeycapBase(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || scalar == "#" || scalar == "*"
  }
}
