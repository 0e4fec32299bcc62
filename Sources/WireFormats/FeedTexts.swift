/// Text constructs of feeds: which media type a text has, base64, inline markup, and HTML that nobody declared.
enum FeedTexts {
  /// Reads the text of an element. `fallback` is the type where none is given.
  static func read(_ element: XMLElement, fallback: String, scope: FeedScope, isAtom: Bool) -> FeedText {
    var type = mediaType(element.attribute("type") ?? fallback)
    let mode = element.attribute("mode")?.lowercased()
    let hasMarkup = !element.elements.isEmpty
    var value: String
    if hasMarkup, type == "text/html", withoutWrapper(element).elements.isEmpty {
      // Escaped HTML in an XHTML `div`, as TypePad wrote it.
      value = element.text
    } else if hasMarkup, mode != "escaped" {
      type = "application/xhtml+xml"
      value = Markup.source(of: withoutWrapper(element))
    } else if type.hasSuffix("xml"), mode != "escaped", mode != "base64" {
      value = Markup.source(of: element)
    } else {
      value = element.text
      if isBase64(type: type, mode: mode), Base64.isWhole(value), let decoded = Base64.decode(value) {
        value = TextDecoding.decode(decoded).text
      }
    }
    value = withoutC1(value.trimming(while: \.isWhitespace))
    if !isAtom, type == "text/plain", looksLikeHTML(value) { type = "text/html" }
    return FeedText(value: value, type: type, language: scope.language, base: scope.base)
  }

  /// `text`, `html`, `xhtml` and `plain` are short for media types.
  static func mediaType(_ type: String) -> String {
    switch type.trimmed.lowercased() {
    case "text", "plain", "": "text/plain"
    case "html": "text/html"
    case "xhtml": "application/xhtml+xml"
    case let other: other
    }
  }

  /// Atom 1.0, section 4.1.3.3: what is neither text nor XML is base64; Atom 0.3 says so by its mode.
  private static func isBase64(type: String, mode: String?) -> Bool {
    if mode == "base64" { return true }
    if type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml") || type.hasSuffix("/json") { return false }
    return mode == nil && type.contains("/")
  }

  /// The `div` that Atom 1.0 wraps around XHTML is no part of the text.
  private static func withoutWrapper(_ element: XMLElement) -> XMLElement {
    guard element.elements.count == 1, let only = element.elements.first, only.name.lowercased() == "div" else { return element }
    for case .text(let text) in element.children where !text.allSatisfy(\.isWhitespace) { return element }
    return only
  }

  /// A plain text that has an end tag or a reference, and no tag or reference that HTML does not know.
  static func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return false }
    let bytes = Array(text.utf8)
    var hasSign = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        var cursor = index + 1
        let isEnd = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "/")
        if isEnd { cursor += 1 }
        let start = cursor
        while cursor < bytes.count, bytes[cursor].isASCIIAlphanumeric { cursor += 1 }
        if cursor > start {
          guard Markup.elements.contains(String(decoding: bytes[start..<cursor], as: UTF8.self).lowercased()) else { return false }
          if isEnd { hasSign = true }
          if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "/") || bytes[cursor] == UInt8(ascii: ">"), !isEnd {
            hasSign = hasSign || Markup.empty.contains(String(decoding: bytes[start..<cursor], as: UTF8.self).lowercased())
          }
        }
        index = max(cursor, index + 1)
      } else if bytes[index] == UInt8(ascii: "&") {
        var cursor = index + 1
        let start = cursor
        while cursor < bytes.count, cursor - start < 40, bytes[cursor].isASCIIAlphanumeric || bytes[cursor] == UInt8(ascii: "#") {
          cursor += 1
        }
        if cursor > start, cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") {
          guard CharacterReferences.read(bytes, at: index, lenient: false) != nil else { return false }
          hasSign = true
        }
        index += 1
      } else {
        index += 1
      }
    }
    return hasSign
  }

  /// Windows-1252 punctuation that came through as C1 controls.
  static func withoutC1(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let known = (0x80...0x9F).contains(scalar.value) ? Unicode.Scalar(Charset.highControls[Int(scalar.value) - 0x80]) : nil
      out.append(known ?? scalar)
    }
    return String(out)
  }
}

/// Base64 (RFC 4648), white space skipped; nil for anything else.
enum Base64 {
  /// Whether the text is filled up to whole groups of four, as an encoder leaves it and a word of a language rarely is.
  static func isWhole(_ text: String) -> Bool { text.utf8.count(where: { !$0.isASCIIBlank }) % 4 == 0 }

  static func decode(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var isOver = false
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
      case 0x30...0x39: value = UInt32(byte - 0x30) + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D:
        isOver = true
        continue
      default:
        if byte.isASCIIBlank { continue }
        return nil
      }
      if isOver { return nil }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        out.append(contentsOf: [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)])
        (bits, count) = (0, 0)
      }
    }
    if count == 1 { return nil }
    if count == 2 { out.append(UInt8(bits >> 4 & 0xFF)) }
    if count == 3 { out.append(contentsOf: [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]) }
    return out
  }
}
