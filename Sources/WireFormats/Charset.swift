/// A character set that text can be in, and its decoder: our own for the Unicode forms and Windows-1252, iconv's for the rest.
internal import Glibc

enum Charset: Hashable, Sendable {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  /// Windows-1252 under the name that was declared (Latin-1, US-ASCII).
  case latin(String)
  /// A set that iconv knows, under its declared and its iconv name.
  case other(name: String, iconv: String)

  /// The set of that name, or nil for names nobody knows, and for UTF-7.
  init?(named name: String) {
    let folded = name.lowercased().trimming(while: { $0 == "\"" || $0 == "'" || $0.isWhitespace })
    guard folded.utf8.count <= 40, folded.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
    switch folded {
    case "": return nil
    case "utf-8", "utf8", "utf_8", "u8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf16", "utf_16", "utf-16le", "utf-16be", "utf_16le", "utf_16be", "u16", "ucs-2", "iso-10646-ucs-2":
      self = .utf16(bigEndian: folded.hasSuffix("be"))
    case "utf-32", "utf32", "utf_32", "utf-32le", "utf-32be", "utf_32le", "utf_32be", "u32", "ucs-4", "iso-10646-ucs-4":
      self = .utf32(bigEndian: folded.hasSuffix("be"))
    case "utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7": return nil
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252",
      "ansi_x3.4-1968":
      self = .latin(folded)
    default:
      let iconvName = Self.superset[folded] ?? folded
      guard Iconv.knows(iconvName) else { return nil }
      self = .other(name: folded, iconv: iconvName)
    }
  }

  /// Sets that are declared by the name of an older and smaller one.
  private static let superset = [
    "gb2312": "GB18030", "gbk": "GB18030", "gb_2312-80": "GB18030", "x-gbk": "GB18030", "euc-kr": "CP949",
    "ks_c_5601-1987": "CP949", "ksc5601": "CP949", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
    "x-sjis": "CP932", "big5": "CP950", "tis-620": "CP874", "windows-874": "CP874", "iso-8859-9": "CP1254",
    "x-mac-roman": "MACINTOSH", "macroman": "MACINTOSH", "windows-949": "CP949", "windows-936": "GB18030",
    "windows-31j": "CP932", "big5-hkscs": "BIG5-HKSCS", "mac-roman": "MACINTOSH", "iso2022_jp": "ISO-2022-JP", "iso2022-jp": "ISO-2022-JP",
    "iso2022_kr": "ISO-2022-KR", "ptcp154": "PT154", "x-sjis-jp": "CP932", "x-euc-jp": "EUC-JP", "x-mac-cyrillic": "MAC-CYRILLIC",
  ]

  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(let big): big ? "utf-16be" : "utf-16le"
    case .utf32(let big): big ? "utf-32be" : "utf-32le"
    case .latin(let name): name
    case .other(let name, _): name
    }
  }

  /// The text, or nil where the bytes are not in this set. A name of UTF-16 or UTF-32 on bytes without zeros is a lie.
  func decodeStrictly(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16, .utf32:
      guard bytes.prefix(256).contains(0) else { return nil }
      let (text, isClean) = decodeWide(bytes[...])
      return isClean ? text : nil
    case .latin(let name):
      if name == "us-ascii" || name == "ascii", bytes.contains(where: { $0 >= 0x80 }) { return nil }
      return Self.windows1252(bytes)
    case .other(_, let iconv): return Iconv.decode(bytes, from: iconv)
    }
  }

  /// UTF-16 or UTF-32 with U+FFFD for what is none, and whether all of it was.
  func decodeWide(_ bytes: ArraySlice<UInt8>) -> (text: String, isClean: Bool) {
    let width: Int
    let big: Bool
    switch self {
    case .utf16(let isBig): (width, big) = (2, isBig)
    case .utf32(let isBig): (width, big) = (4, isBig)
    default: return (String(decoding: bytes, as: UTF8.self), true)
    }
    var scalars = String.UnicodeScalarView()
    var isClean = bytes.count % width == 0
    var high: UInt32?
    var index = bytes.startIndex
    func take(_ value: UInt32) {
      if let scalar = Unicode.Scalar(value) {
        scalars.append(scalar)
      } else {
        scalars.append("\u{FFFD}")
        isClean = false
      }
    }
    while index + width <= bytes.endIndex {
      var unit: UInt32 = 0
      for offset in 0..<width { unit = unit << 8 | UInt32(bytes[big ? index + offset : index + width - 1 - offset]) }
      index += width
      if width == 2, let first = high {
        high = nil
        if (0xDC00...0xDFFF).contains(unit) {
          take(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
          continue
        }
        take(0xD800)
      }
      if width == 2, (0xD800...0xDBFF).contains(unit) { high = unit } else { take(unit) }
    }
    if high != nil { take(0xD800) }
    return (String(scalars), isClean)
  }

  /// Windows-1252 as browsers read it: the five empty places are controls.
  static func windows1252(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let value = byte < 0xA0 ? highControls[Int(byte) - 0x80] : UInt16(byte)
        if value < 0x800 {
          out.append(0xC0 | UInt8(value >> 6))
        } else {
          out.append(0xE0 | UInt8(value >> 12))
          out.append(0x80 | UInt8(value >> 6 & 0x3F))
        }
        out.append(0x80 | UInt8(value & 0x3F))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The characters that Windows-1252 puts where Latin-1 has the C1 controls (unicode.org, CP1252.TXT).
  static let highControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// glibc's converter, used strictly: nil at the first byte that has no meaning.
enum Iconv {
  static func knows(_ name: String) -> Bool {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return false }
    iconv_close(handle)
    return true
  }

  static func decode(_ bytes: [UInt8], from name: String) -> String? {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    defer { iconv_close(handle) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    var buffer = [CChar](repeating: 0, count: 16_384)
    var source = bytes.map { CChar(bitPattern: $0) }
    let isWhole = source.withUnsafeMutableBufferPointer { input -> Bool in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        var failure: Int32 = 0
        let written = buffer.withUnsafeMutableBufferPointer { output -> Int in
          var target = output.baseAddress
          var room = output.count
          if iconv(handle, &next, &left, &target, &room) == -1 { failure = errno }
          return output.count - room
        }
        out.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
        if failure != 0 && (failure != E2BIG || written == 0) { return false }
      }
      return true
    }
    return isWhole ? String(validating: out, as: UTF8.self) : nil
  }
}
