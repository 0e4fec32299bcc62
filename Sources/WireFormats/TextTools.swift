/// Small tools for strings that several formats share.
extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String { trimming(while: { $0.isWhitespace }) }

  /// Without the characters at both ends for which the test holds.
  func trimming(while isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(self[first...last])
  }

  /// Runs of white space become one space, none is left at the ends.
  var collapsed: String {
    var out = ""
    var isGap = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}" {
        isGap = !out.isEmpty
      } else {
        if isGap { out.unicodeScalars.append(" ") }
        isGap = false
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// nil instead of an empty string.
  var nonEmpty: String? { isEmpty ? nil : String(self) }
}

/// A digest for identities: 128 bits of FNV-1a in two halves, as 32 hexadecimal digits. Not for secrets.
///
/// Fowler, Noll, Vo (http://www.isthe.com/chongo/tech/comp/fnv/), 64-bit primes; the second half starts from another basis.
func digest(_ text: String) -> String {
  var first: UInt64 = 0xcbf2_9ce4_8422_2325
  var second: UInt64 = 0x6c62_272e_07bb_0142
  for byte in text.utf8 {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
    second = (second ^ UInt64(byte) ^ (first >> 32)) &* 0x100_0000_01b3
  }
  func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
  return hex(first) + hex(second)
}
