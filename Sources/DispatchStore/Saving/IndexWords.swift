/// Words as the full-text index parts them (FTS5's unicode61): runs of letters, digits and private-use characters.
enum IndexWords {
  /// Where each word of a folded text begins and ends, in bytes of its UTF-8.
  @inline(__always)
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = -1
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      var length = 1
      let isWord: Bool
      if byte < 0x80 {
        isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      } else {
        let (scalar, count) = decode(bytes, at)
        length = count
        isWord = isWordScalar(scalar)
      }
      if isWord {
        if start < 0 { start = at }
      } else if start >= 0 {
        body(start..<at)
        start = -1
      }
      at += length
    }
    if start >= 0 { body(start..<bytes.count) }
  }

  /// The words of a text, folded already, as bytes.
  static func all(in text: String) -> [[UInt8]] {
    var text = text
    return text.withUTF8 { bytes in
      var words: [[UInt8]] = []
      forEach(in: bytes) { words.append(Array(bytes[$0])) }
      return words
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    // What French typography puts between words, known without a look into the tables.
    if scalar.value < 0xAA || (0x2000..<0x2070).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      return true
    default: return false
    }
  }

  /// The scalar that begins there, and its number of bytes. The bytes are a string's: well-formed.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[at])
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    for offset in 1..<count where at + offset < bytes.count { value = value << 6 | UInt32(bytes[at + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", count)
  }
}
