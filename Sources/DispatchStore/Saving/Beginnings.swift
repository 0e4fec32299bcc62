/// The first one to three letters of words, as numbers: what the store counts dispatches by.
///
/// A prefix as short as `p*` has a posting for nearly every dispatch, and the index must merge them all before it gives the first. The
/// kept counts tell such a prefix beforehand, so that rows are tested instead (`TextTest`), and they are its exact count.
enum Beginnings {
  /// Letters and digits of ASCII only: words of other scripts have no kept counts.
  private static let base = 37
  /// One more than the highest number.
  static let limit = base * base * base

  /// The number of a word's beginning; nil where it is none of one to three letters or digits.
  static func code(of beginning: [UInt8]) -> Int? {
    guard (1...3).contains(beginning.count) else { return nil }
    var code = 0
    for byte in beginning {
      let letter = Self.letter(byte)
      guard letter > 0 else { return nil }
      code = code * base + letter
    }
    return code
  }

  /// The beginnings of all words of folded texts, each once.
  static func codes(of texts: [String]) -> [UInt16] {
    var seen = [Bool](repeating: false, count: limit)
    var codes: [UInt16] = []
    for text in texts {
      var text = text
      text.withUTF8 { bytes in
        IndexWords.forEach(in: bytes) { word in
          var code = 0
          for byte in bytes[word.prefix(3)] {
            let letter = Self.letter(byte)
            guard letter > 0 else { break }
            code = code * base + letter
            if !seen[code] {
              seen[code] = true
              codes.append(UInt16(code))
            }
          }
        }
      }
    }
    return codes
  }

  @inline(__always)
  private static func letter(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 96
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 21
    default: 0
    }
  }
}
