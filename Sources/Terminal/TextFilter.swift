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
    if isPlain(raw) { return raw }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var marks = 0
    var joiners = 0
    var scalars = raw.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      switch fate(of: scalar) {
      case .keep:
        if ScalarClass.width(scalar) == 0 {
          if previous == nil || previous == " " || previous == "\n" || previous == "\t" {
            kept.append("\u{25CC}")
            marks = 0
          }
          marks += 1
          if marks > marksPerBase { continue }
        } else {
          marks = 0
          if !ScalarClass.isPictographic(scalar) && !ScalarClass.isSkinTone(scalar) { joiners = 0 }
        }
        kept.append(scalar)
        previous = scalar
      case .breakLine:
        if scalar == "\r", pending == "\n" { continue }
        let mark: Unicode.Scalar = layout == .body ? "\n" : " "
        if layout == .line, previous == " " { continue }
        kept.append(mark)
        previous = mark
        marks = 0
      case .tabulate:
        let mark: Unicode.Scalar = layout == .body ? "\t" : " "
        if layout == .line, previous == " " { continue }
        kept.append(mark)
        previous = mark
        marks = 0
      case .joiner:
        guard let before = previous, let after = pending, before.value != 0x200D, before.value != 0x200C else { continue }
        let inScript = ScalarClass.usesJoiners(before) && ScalarClass.usesJoiners(after)
        let inEmoji =
          scalar.value == 0x200D && ScalarClass.isPictographic(after) && joiners < joinersPerCluster
          && (ScalarClass.isPictographic(before) || ScalarClass.isSkinTone(before) || before.value == 0xFE0F)
        guard inScript || inEmoji, marks < marksPerBase else { continue }
        if inEmoji { joiners += 1 } else { marks += 1 }
        kept.append(scalar)
        previous = scalar
      case .emojiStyle:
        guard let before = previous, ScalarClass.isPictographic(before) || isKeycapBase(before) else { continue }
        kept.append(scalar)
        previous = scalar
      case .replace:
        kept.append("\u{FFFD}")
        previous = "\u{FFFD}"
        marks = 0
      case .drop: continue
      }
    }
    return String(kept)
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

  /// Whether no byte of it needs a look: printable ASCII and the letters U+00C0 to U+02FF, and « » and the no-break space.
  private static func isPlain(_ text: String) -> Bool {
    var lead: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x80 {
        guard byte >= 0x20, byte != 0x7F else { return false }
        lead = 0
      } else if byte >= 0xC0 {
        guard (0xC2...0xCB).contains(byte) else { return false }
        lead = byte
      } else if lead == 0xC2 {
        guard byte >= 0xA0, byte != 0xAD else { return false }
      }
    }
    return true
  }

  private static func isKeycapBase(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || scalar == "#" || scalar == "*"
  }
}
