/// Bytes to text: which character set they are in, and the text without its byte-order mark.
///
/// The order is byte-order mark, HTTP header, declaration inside the document, UTF-8, a guess from the bytes
/// (`CharsetGuess`), Windows-1252. A set that the bytes contradict is passed over: so is Latin-1 on bytes that are UTF-8 throughout,
/// for no text in Latin-1 is. Stray bytes among UTF-8 are read as Windows-1252 where they can be; UTF-7 is never decoded. RFC 7303 section 3 for XML, WHATWG Encoding for the names (Latin-1 is read as Windows-1252).
public struct DecodedText: Hashable, Sendable {
  public var text: String
  /// The name of the set, in lower case, as it was declared or found.
  public var charset: String
  /// Some bytes had no meaning in the set, or the declaration was wrong.
  public var isDamaged: Bool
}

public enum TextDecoding {
  /// Decodes any input. `contentType` is the HTTP header's value, if there is one.
  public static func decode(_ bytes: [UInt8], contentType: String? = nil) -> DecodedText {
    if let marked = byMark(bytes) { return marked }
    let header = contentType.flatMap { charsetParameter($0) ?? usualCharset($0) }
    let wide = byPattern(bytes)
    if let wide { return wide }
    let declared = declaration(bytes)
    var wrongName = false
    for name in [header, declared].compactMap({ $0 }) {
      guard let charset = Charset(named: name) else {
        wrongName = true
        continue
      }
      if case .latin = charset, UTF8Census(bytes).isUTF8 {
        wrongName = true
        continue
      }
      if let text = charset.decodeStrictly(bytes) {
        return DecodedText(text: text, charset: charset.name, isDamaged: wrongName)
      }
      wrongName = true
    }
    if let text = Charset.utf8.decodeStrictly(bytes) {
      return DecodedText(text: text, charset: "utf-8", isDamaged: wrongName)
    }
    let claimsUTF8 = [header, declared].contains { $0.flatMap { Charset(named: $0) } == .utf8 }
    if UTF8Census(bytes).looksLikeUTF8(claimed: claimsUTF8) {
      return DecodedText(text: UTF8Census.repair(bytes), charset: "utf-8", isDamaged: true)
    }
    if header == nil, declared == nil, let guess = CharsetGuess.guess(bytes), let text = guess.decodeStrictly(bytes) {
      return DecodedText(text: text, charset: guess.name, isDamaged: true)
    }
    // Five bytes have no meaning in Windows-1252: with one of them the text is more likely Central European.
    if bytes.contains(where: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }), let other = Charset(named: "iso-8859-2"),
      let text = other.decodeStrictly(bytes)
    {
      return DecodedText(text: text, charset: other.name, isDamaged: true)
    }
    return DecodedText(text: Charset.windows1252(bytes), charset: "windows-1252", isDamaged: true)
  }

  /// RFC 3023: XML sent as `text/…` without a charset is US-ASCII. RFC 7303 took that back; bytes beyond ASCII overrule it here.
  private static func usualCharset(_ contentType: String) -> String? {
    let type = contentType.prefix(while: { $0 != ";" }).trimmed.lowercased()
    return type.hasPrefix("text/") && (type.hasSuffix("/xml") || type.hasSuffix("+xml") || type.hasPrefix("text/xml-")) ? "us-ascii" : nil
  }

  /// The `charset` of a media type: `text/xml; charset="iso-8859-1"`.
  public static func charsetParameter(_ contentType: String) -> String? {
    for part in contentType.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { continue }
      let name = pair[1].trimmed.trimming(while: { $0 == "\"" || $0 == "'" || $0.isWhitespace })
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static func byMark(_ bytes: [UInt8]) -> DecodedText? {
    var rest = bytes[...]
    var count = 0
    while rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      rest = rest.dropFirst(3)
      count += 1
    }
    if count > 0 {
      let body = Array(rest)
      if let text = Charset.utf8.decodeStrictly(body) {
        return DecodedText(text: text, charset: "utf-8", isDamaged: count > 1)
      }
      return DecodedText(text: UTF8Census.repair(body), charset: "utf-8", isDamaged: true)
    }
    let marks: [([UInt8], Charset)] = [
      ([0xFF, 0xFE, 0, 0], .utf32(bigEndian: false)), ([0, 0, 0xFE, 0xFF], .utf32(bigEndian: true)),
      ([0xFF, 0xFE], .utf16(bigEndian: false)), ([0xFE, 0xFF], .utf16(bigEndian: true)),
    ]
    for (mark, charset) in marks where bytes.starts(with: mark) {
      let (text, isClean) = charset.decodeWide(bytes.dropFirst(mark.count))
      return DecodedText(text: text, charset: charset.name, isDamaged: !isClean)
    }
    return nil
  }

  /// UTF-16 and UTF-32 without a mark: where the zero bytes of the first ASCII characters lie.
  private static func byPattern(_ bytes: [UInt8]) -> DecodedText? {
    let head = Array(bytes.prefix(64))
    guard head.count >= 4 else { return nil }
    let charset: Charset
    switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
    case (true, true, true, false): charset = .utf32(bigEndian: true)
    case (false, true, true, true): charset = .utf32(bigEndian: false)
    case (true, false, true, false): charset = .utf16(bigEndian: true)
    case (false, true, false, true): charset = .utf16(bigEndian: false)
    default: return nil
    }
    let (text, isClean) = charset.decodeWide(bytes[...])
    // Zeros by accident (a binary file) give text full of controls or holes.
    guard isClean, !text.unicodeScalars.prefix(64).contains(where: { $0.value == 0 }) else { return nil }
    return DecodedText(text: text, charset: charset.name, isDamaged: false)
  }

  /// The name in `<?xml … encoding="…"?>` or `<meta charset=…>`, read as ASCII from the first 1,024 bytes.
  static func declaration(_ bytes: [UInt8]) -> String? {
    guard bytes.prefix(1_024).contains(0x3C) else { return nil }
    let head = String(decoding: bytes.prefix(1_024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    let start = head.drop(while: { $0.isWhitespace })
    if start.hasPrefix("<?xml"), let end = start.firstRange(of: "?>") {
      return value(after: "encoding", in: start[..<end.lowerBound])
    }
    guard let meta = head.firstRange(of: "<meta") ?? head.firstRange(of: "<META") else { return nil }
    return value(after: "charset", in: head[meta.upperBound...].prefix(200))
  }

  private static func value(after key: String, in text: Substring) -> String? {
    guard let found = text.firstRange(of: key) else { return nil }
    let rest = text[found.upperBound...].drop(while: { $0.isWhitespace })
    guard rest.first == "=" else { return nil }
    let quoted = rest.dropFirst().drop(while: { $0.isWhitespace || $0 == "\"" || $0 == "'" })
    let name = quoted.prefix(while: { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:+".contains($0)) })
    return name.isEmpty ? nil : String(name)
  }
}

/// How much of the input is UTF-8, for input that is not quite.
struct UTF8Census {
  var wellFormed = 0
  var illFormed = 0
  /// Every byte that belongs to no sequence stands alone among ASCII, as those of Windows-1252 do.
  var strayAlone = true

  /// Counts multi-byte sequences that are whole and bytes that belong to none.
  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let length = Self.sequenceLength(bytes, at: index)
      if length > 1 { wellFormed += 1 } else if length == 0 {
        illFormed += 1
        if !Self.isAlone(bytes, at: index) { strayAlone = false }
      }
      index += max(length, 1)
    }
  }

  /// A text of whole sequences with few stray bytes among them; no more than those, where it says that it is UTF-8.
  func looksLikeUTF8(claimed: Bool) -> Bool {
    wellFormed > illFormed * 3 || claimed && strayAlone && wellFormed > 0 && wellFormed >= illFormed
  }

  /// Beyond ASCII, and all of it well-formed.
  var isUTF8: Bool { wellFormed > 0 && illFormed == 0 }

  /// UTF-8, with bytes that stand alone among ASCII read as Windows-1252 (texts put together from two sources), and U+FFFD for what
  /// is left of a sequence that was cut.
  static func repair(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if length > 0 {
        out.append(contentsOf: bytes[index..<(index + length)])
      } else if isAlone(bytes, at: index) {
        out.append(contentsOf: Charset.windows1252([bytes[index]]).utf8)
      } else {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        while index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { index += 1 }
      }
      index += max(length, 1)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a byte beyond ASCII has none beside it and means something in Windows-1252.
  private static func isAlone(_ bytes: [UInt8], at index: Int) -> Bool {
    let isLast = index + 1 == bytes.count
    if bytes[index] >= 0xC2, isLast || bytes[index + 1] >= 0x80 { return false }
    if bytes[index] < 0xA0, Charset.highControls[Int(bytes[index]) - 0x80] < 0xA0 { return false }
    return index == 0 || bytes[index - 1] < 0x80
  }

  /// The length of the well-formed sequence that starts there (Unicode table 3-7), 0 if none does.
  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else { return 0 }
    for next in bytes[(index + 2)..<(index + length)] where next & 0xC0 != 0x80 { return 0 }
    return length
  }
}
