/// Character references in text and attribute values: `&amp;`, `&#233;`, `&eacute`.
enum CharacterReferences {
  /// Reads the reference that starts at `index` (an ampersand). Gives its UTF-8 bytes and the index after it, or nil where
  /// there is none and the ampersand stands for itself.
  ///
  /// `own` are names that the document declares; `lenient` also takes the old names without a semicolon, as HTML does.
  static func read(
    _ bytes: [UInt8], at index: Int, own: [String: String] = [:], lenient: Bool = true
  ) -> (value: [UInt8], next: Int)? {
    var cursor = index + 1
    guard cursor < bytes.count else { return nil }
    if bytes[cursor] == UInt8(ascii: "#") {
      cursor += 1
      var radix: UInt32 = 10
      if cursor < bytes.count, bytes[cursor] | 0x20 == UInt8(ascii: "x") {
        radix = 16
        cursor += 1
      }
      let start = cursor
      var number: UInt32 = 0
      while cursor < bytes.count, let digit = value(of: bytes[cursor]), digit < radix {
        number = min(number * radix + digit, 0x20_0000)
        cursor += 1
      }
      guard cursor > start else { return nil }
      if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
      return (Array(String(character(number)).utf8), cursor)
    }
    let start = cursor
    while cursor < bytes.count, cursor - start < 40, bytes[cursor].isASCIIAlphanumeric { cursor += 1 }
    guard cursor > start else { return nil }
    let name = String(decoding: bytes[start..<cursor], as: UTF8.self)
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") {
      guard let text = own[name] ?? NamedReferences.all[name] else { return nil }
      return (Array(text.utf8), cursor + 1)
    }
    guard lenient, NamedReferences.withoutSemicolon.contains(name), let text = NamedReferences.all[name] else { return nil }
    return (Array(text.utf8), cursor)
  }

  /// The text with its references decoded once.
  static func decode(_ text: String, lenient: Bool = true) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (value, next) = read(bytes, at: index, lenient: lenient) {
        out.append(contentsOf: value)
        index = next
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The character of a number; U+FFFD for surrogates, zero and what lies outside Unicode; the C1 range is read as
  /// Windows-1252, as the HTML standard demands.
  private static func character(_ number: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(number) { return Unicode.Scalar(Charset.highControls[Int(number) - 0x80]) ?? "\u{FFFD}" }
    if number == 0 { return "\u{FFFD}" }
    return Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}

extension UInt8 {
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// Space, tab, line feed, form feed, carriage return.
  var isASCIIBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
