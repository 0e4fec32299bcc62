/// Cuts markup, well-formed or not, XML or HTML, into tags and text. Never fails, looks at each byte a bounded number of times.
///
/// It follows the HTML standard's tokenization where XML leaves off: attributes without quotes or values, `<` that opens
/// nothing is text, an unclosed comment or CDATA section ends with the input.
struct MarkupLexer {
  enum Token {
    case text([UInt8])
    /// Text of a CDATA section, taken literally.
    case literal([UInt8])
    case open(Tag)
    case close(String)
    /// A comment, processing instruction or declaration.
    case other
  }

  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
    var isSelfClosing: Bool
  }

  /// More attributes than this are read over.
  static let attributeLimit = 256
  /// Longer names are no names.
  static let nameLimit = 1_024

  private let bytes: [UInt8]
  private var index = 0
  /// Marks that do not occur any more from here on, so that nobody looks for them twice.
  private var absent: [[UInt8]] = []
  private let isHTML: Bool
  private var own: [String: String]
  /// How many bytes the document's own entities may still bring in.
  private var budget = 1 << 20
  /// The input broke off inside a tag, comment or section, or held things that XML forbids.
  private(set) var isDamaged = false

  /// `own` are the entities that the document declares.
  init(_ bytes: [UInt8], isHTML: Bool, own: [String: String] = [:]) {
    self.bytes = bytes
    self.isHTML = isHTML
    self.own = own
  }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "<"), let token = markup() { return token }
    return text()
  }

  /// The raw text up to the end tag of that name (script, style): skipped, the end tag too.
  mutating func skipRawText(until name: String) {
    _ = rawText(until: name)
  }

  /// The raw text up to the end tag of that name.
  mutating func rawText(until name: String) -> [UInt8] {
    let wanted = Array(name.utf8)
    let start = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"),
        index + 2 + wanted.count <= bytes.count,
        zip(bytes[(index + 2)..<(index + 2 + wanted.count)], wanted).allSatisfy({ $0 | 0x20 == $1 })
      {
        let end = index
        skip(past: UInt8(ascii: ">"))
        return Array(bytes[start..<end])
      }
      index += 1
    }
    return Array(bytes[start...])
  }

  private mutating func text() -> Token {
    var out: [UInt8] = []
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), index > start,
        opensMarkup(at: index) || (isHTML && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">"))
      {
        break
      }
      if byte == UInt8(ascii: "&") {
        if let (value, next) = CharacterReferences.read(bytes, at: index, own: own) {
          spend(value.count)
          out.append(contentsOf: value)
          index = next
          continue
        }
        isDamaged = true
      }
      out.append(byte)
      index += 1
    }
    return .text(out)
  }

  private func opensMarkup(at position: Int) -> Bool {
    guard position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    return next.isASCIILetter || next >= 0x80 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?") || (!isHTML && (next == UInt8(ascii: "_") || next == UInt8(ascii: ":")))
  }

  /// nil where the `<` opens nothing; nothing is consumed then.
  private mutating func markup() -> Token? {
    guard opensMarkup(at: index) else {
      // An empty tag is nothing in HTML.
      if isHTML, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") {
        index += 2
        return .other
      }
      isDamaged = true
      return nil
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "!"):
      if isHTML, !isDeclaration() { return nil }
      return declaration()
    case UInt8(ascii: "?"):
      skip(pastAll: isHTML ? [UInt8(ascii: ">")] : [UInt8(ascii: "?"), UInt8(ascii: ">")], from: index + 2)
      return .other
    case UInt8(ascii: "/"):
      index += 2
      let name = self.name()
      skip(past: UInt8(ascii: ">"))
      return name.isEmpty ? .other : .close(name)
    default:
      index += 1
      return .open(tag())
    }
  }

  /// Whether what looks like a comment, a section or a declaration ends as one: else HTML readers take it as text.
  private mutating func isDeclaration() -> Bool {
    if has("<!--") { return true }
    if has("<![CDATA[") { return find(Array("]]>".utf8), from: index + 9) != nil }
    guard index + 2 < bytes.count, bytes[index + 2].isASCIILetter || bytes[index + 2] == UInt8(ascii: "[") else { return false }
    return find([UInt8(ascii: ">")], from: index) != nil
  }

  private mutating func declaration() -> Token {
    if has("<!--") {
      // HTML also ends a comment at once: <!--> and <!--->.
      if isHTML, has("<!-->") || has("<!--->") {
        skip(past: UInt8(ascii: ">"))
      } else {
        skipComment()
      }
      return .other
    }
    if has("<![CDATA[") {
      let start = index + 9
      let end = find(Array("]]>".utf8), from: start)
      let literal = Array(bytes[start..<(end ?? bytes.count)])
      if end == nil { isDamaged = true }
      index = end.map { $0 + 3 } ?? bytes.count
      return .literal(literal)
    }
    // A document type may hold an internal subset in brackets.
    index += 2
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "["), !isHTML { depth += 1 }
      if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
      if byte == UInt8(ascii: ">"), depth == 0 { break }
    }
    return .other
  }

  /// A comment that nobody ends ends with its tag in HTML, and with the input in XML.
  private mutating func skipComment() {
    if isHTML, find(Array("-->".utf8), from: min(index + 4, bytes.count)) == nil {
      skip(past: UInt8(ascii: ">"))
    } else {
      skip(pastAll: Array("-->".utf8), from: index + 4)
    }
  }

  private mutating func tag() -> Tag {
    var tag = Tag(name: name(), attributes: [], isSelfClosing: false)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return tag
      }
      if byte == UInt8(ascii: "/") {
        index += 1
        tag.isSelfClosing = index < bytes.count && bytes[index] == UInt8(ascii: ">")
      } else if byte.isASCIIBlank || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=") {
        index += 1
      } else if byte == UInt8(ascii: "<") {
        isDamaged = true
        return tag
      } else {
        let (name, value) = attribute()
        if tag.attributes.count < Self.attributeLimit { tag.attributes.append((name, value)) }
      }
    }
    isDamaged = true
    return tag
  }

  private mutating func attribute() -> (String, String) {
    let start = index
    while index < bytes.count, !bytes[index].isASCIIBlank, !"=>/<".utf8.contains(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[start..<min(index, start + Self.nameLimit)], as: UTF8.self)
    let afterName = index
    while index < bytes.count, bytes[index].isASCIIBlank { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      index = max(afterName, start + 1)
      return (name, "")
    }
    index += 1
    while index < bytes.count, bytes[index].isASCIIBlank { index += 1 }
    guard index < bytes.count else { return (name, "") }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      // A quote that nobody closes ends with its tag, and not with the document, nor with the quote that opens a later value.
      let end = find([quote], from: index)
      if end.map({ isHTML ? false : isOpening($0, after: index) }) ?? true {
        isDamaged = true
        return (name, value(until: { $0 == UInt8(ascii: ">") }, isQuoted: false))
      }
      return (name, value(until: { $0 == quote }, isQuoted: true))
    }
    isDamaged = true
    return (name, value(until: { $0.isASCIIBlank || $0 == UInt8(ascii: ">") }, isQuoted: false))
  }

  /// Whether a quote opens a value rather than closing the one that begins at `start`: there is a tag between, which no value of XML may
  /// hold, and what follows goes on without a blank.
  private func isOpening(_ quote: Int, after start: Int) -> Bool {
    guard quote + 1 < bytes.count, bytes[start..<quote].contains(UInt8(ascii: "<")) else { return false }
    let next = bytes[quote + 1]
    return !next.isASCIIBlank && !">/?".utf8.contains(next)
  }

  private mutating func value(until ends: (UInt8) -> Bool, isQuoted: Bool) -> String {
    var out: [UInt8] = []
    while index < bytes.count, !ends(bytes[index]) {
      if bytes[index] == UInt8(ascii: "&"),
        let (value, next) = CharacterReferences.read(bytes, at: index, own: own, lenient: false)
      {
        spend(value.count)
        out.append(contentsOf: value)
        index = next
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    if isQuoted { index = min(index + 1, bytes.count) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Past the budget the document's own entities count as unknown.
  private mutating func spend(_ count: Int) {
    guard !own.isEmpty else { return }
    budget -= count
    if budget < 0 { own = [:] }
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !bytes[index].isASCIIBlank, !"/><=".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<min(index, start + Self.nameLimit)], as: UTF8.self)
  }

  private func has(_ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return prefix.withUTF8Buffer { wanted in
      for offset in 0..<count where bytes[index + offset] != wanted[offset] { return false }
      return true
    }
  }

  private mutating func find(_ wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, !absent.contains(wanted) else { return nil }
    var cursor = start
    while cursor + wanted.count <= bytes.count {
      if bytes[cursor] == first, bytes[cursor..<(cursor + wanted.count)].elementsEqual(wanted) { return cursor }
      cursor += 1
    }
    absent.append(wanted)
    return nil
  }

  private mutating func skip(past byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
    if index == bytes.count { isDamaged = true }
    index = min(index + 1, bytes.count)
  }

  private mutating func skip(pastAll end: [UInt8], from start: Int) {
    if let found = find(end, from: min(start, bytes.count)) {
      index = found + end.count
    } else {
      isDamaged = true
      index = bytes.count
    }
  }
}
