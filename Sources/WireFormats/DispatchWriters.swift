/// Dispatches and their readings taken out: JSON Lines that come in again, CSV, Markdown.
///
/// Control characters other than tab and line feed are left out of every format: an export ends up on terminals too.
public import DispatchModel

public enum DispatchWriter {
  /// A line that `JSONLines` reads back: identity, text and fields, and the reading's frame.
  public static func jsonLine(_ dispatch: Dispatch, _ reading: Reading?) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("id", dispatch.identity)
      json.member("text", dispatch.text)
      json.member("published", dispatch.published?.iso)
      json.member("updated", dispatch.updated?.iso)
      json.member("embargo", dispatch.embargo?.iso)
      json.member("source", dispatch.source.nonEmpty)
      json.member("agency", dispatch.agency ?? reading?.agency)
      json.member("author", dispatch.author ?? reading?.author)
      json.member("place", dispatch.place ?? reading?.place)
      json.member("language", dispatch.language ?? reading?.language)
      json.member("link", dispatch.link)
      json.member("urgency", dispatch.urgency)
      json.member("version", dispatch.version)
      json.member("status", dispatch.status == .usable ? nil : dispatch.status.rawValue)
      if !dispatch.categories.isEmpty { json.member("categories", dispatch.categories) }
      if !dispatch.links.isEmpty { json.member("links", dispatch.links) }
      if let reading {
        json.member("countries", reading.focus)
        json.member("mentioned", reading.mentioned)
        json.member("topics", reading.topics.map(\.rawValue))
      }
    }
    return json.text
  }

  /// The names of the columns of `csvRow`.
  public static let csvHeader =
    "id,published,agency,place,author,language,headline,countries,topics,link,text"

  /// A row of RFC 4180 without its line end. A field that a spreadsheet would take for a formula gets an apostrophe first
  /// (OWASP, CSV injection).
  public static func csvRow(_ dispatch: Dispatch, _ reading: Reading?) -> String {
    [
      dispatch.identity, dispatch.published?.iso ?? reading?.published?.iso ?? "", dispatch.agency ?? reading?.agency ?? "",
      dispatch.place ?? reading?.place ?? "", dispatch.author ?? reading?.author ?? "",
      dispatch.language ?? reading?.language ?? "", headline(dispatch, reading), (reading?.focus ?? []).joined(separator: " "),
      (reading?.topics.map(\.rawValue) ?? []).joined(separator: " "), dispatch.link ?? "", dispatch.text,
    ].map(csvField).joined(separator: ",")
  }

  /// One field, quoted where it must be.
  public static func csvField(_ text: String) -> String {
    var field = harmless(text)
    if let first = field.first, "=+-@\t\r".contains(first) { field = "'" + field }
    guard field.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A dispatch as Markdown (CommonMark): headline, frame, paragraphs, links; no markup of the text takes effect.
  public static func markdown(_ dispatch: Dispatch, _ reading: Reading?) -> String {
    let lines = harmless(dispatch.text).split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    let title = headline(dispatch, reading)
    var out = "# " + markdownText(title) + "\n\n"
    let frame = [
      dispatch.agency ?? reading?.agency, dispatch.place ?? reading?.place, dispatch.author ?? reading?.author,
      dispatch.published?.iso ?? reading?.published?.iso,
    ].compactMap { $0?.nonEmpty.map { markdownText(harmless($0)) } }
    if !frame.isEmpty { out += "*" + frame.joined(separator: " · ") + "*\n\n" }
    for (index, line) in lines.enumerated() where index > 0 || line.collapsed != title { out += markdownText(line) + "\n\n" }
    if let link = Address.harmless(dispatch.link) { out += "<" + link + ">\n\n" }
    if let reading, !reading.focus.isEmpty { out += "Pays : " + reading.focus.joined(separator: ", ") + "\n\n" }
    return out
  }

  /// The headline of the reading, else of the envelope, else the first line.
  static func headline(_ dispatch: Dispatch, _ reading: Reading?) -> String {
    let given = reading?.headline.nonEmpty
    return harmless(given ?? dispatch.text.drop(while: \.isWhitespace).prefix(while: { !$0.isNewline }).description).collapsed
  }

  /// Without control characters, tab and line feed apart.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isHarmful($0) }))
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x0D: true
    case ..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func markdownText(_ text: String) -> String {
    var out = ""
    for (index, character) in text.enumerated() {
      let isBlockMark = index == 0 && "#>+-=~|".contains(character)
      if "\\`*_[]<>&".contains(character) || isBlockMark { out.append("\\") }
      out.append(character)
    }
    return out
  }
}

/// Writes JSON, member by member, in the order given; nil members are left out.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  mutating func array<Element>(_ key: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
    self.key(key)
    open("[")
    for element in elements { body(&self, element) }
    close("]")
  }

  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    comma()
    text += String(value)
    needsComma = true
  }

  mutating func member(_ name: String, _ values: [String]) { array(name, values) { $0.string($1) } }

  mutating func string(_ value: String) {
    comma()
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        // C1 controls too are escaped, for the terminals that JSON is shown on.
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
    needsComma = true
  }

  private mutating func key(_ name: String) {
    string(name)
    text += ":"
    needsComma = false
  }

  private mutating func comma() {
    if needsComma { text += "," }
  }

  private mutating func open(_ mark: String) {
    comma()
    text += mark
    needsComma = false
  }

  private mutating func close(_ mark: String) {
    text += mark
    needsComma = true
  }
}
