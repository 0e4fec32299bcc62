/// Text transmission of IPTC 7901 (The IPTC Recommended Message Format, 1985): SOH header STX text ETX, one or many.
///
/// The header is `source number priority category words free`; the text starts with a keyword line and a headline; it ends, before or
/// after ETX, with the day, hour and minute of sending in GMT, the month and the year: `201430 MAR 18`.
internal import DispatchModel

enum IPTC7901 {
  /// Whether a text starts with a header line of this format, with or without its framing character.
  static func hasHeader(_ head: String) -> Bool {
    let line = head.prefix(while: { !$0.isNewline && $0 != "\u{2}" })
    return line.utf8.count <= 80 && header(String(line)) != nil && head.unicodeScalars.prefix(400).contains("\u{2}")
  }

  struct Header {
    var service: String
    var number: Int
    var priority: Int?
    var category: String
  }

  /// `eca062 4 i 211 ccccb dpa 061`, the number joined to its service or apart.
  static func header(_ line: String) -> Header? {
    let fields = line.filter { $0 != "\u{1}" && $0 != "\u{16}" }.split(separator: " ").map(String.init)
    guard fields.count >= 3, let first = fields.first else { return nil }
    let service = String(first.prefix(while: { $0.isLetter }))
    guard (2...4).contains(service.count), first.dropFirst(service.count).allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(first.dropFirst(service.count)), let priority = Int(fields[1]), (1...9).contains(priority),
      fields[2].count <= 3, fields[2].allSatisfy(\.isLetter)
    else { return nil }
    return Header(service: service, number: number, priority: priority, category: fields[2].lowercased())
  }

  static func decode(_ text: String, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .iptc7901
    for (index, message) in WireFraming.messages(text).enumerated() {
      if let dispatch = dispatch(message, source: source) {
        decoded.dispatches.append(dispatch)
      } else {
        decoded.refusals.append(Refusal(.noText, at: .item(index + 1)))
      }
    }
    if decoded.dispatches.isEmpty, decoded.refusals.isEmpty { decoded.refusals = [Refusal(.empty, at: .whole)] }
    decoded.dispatches = decoded.dispatches.uniqueByIdentity
    return decoded
  }

  private static func dispatch(_ message: WireFraming.Message, source: String) -> Dispatch? {
    var lines = WireFraming.lines(message.text)
    let headerLine = message.header.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let header = header(headerLine)
    // Keyword line: between the header and STX, or the first line of the text where a blank line follows.
    let keywords = message.header.split(whereSeparator: \.isNewline).dropFirst().map(\.trimmed).filter { !$0.isEmpty }
    // Notes to editors stand at the end, after words that say so.
    if let cut = lines.firstIndex(where: { $0.lowercased().contains("not for publication") || $0.lowercased() == "notes d'agence" }) {
      lines.removeSubrange(cut...)
    }
    var sent = WireFraming.lines(message.trailer).lazy.compactMap(WireFraming.moment).first
    if sent == nil, let last = lines.lastIndex(where: { !$0.trimmed.isEmpty }), let moment = WireFraming.moment(lines[last]) {
      sent = moment
      lines.removeSubrange(last...)
    }
    var envelope = EnvelopeText()
    let paragraphs = WireFraming.paragraphs(lines)
    envelope.paragraphs = paragraphs
    envelope.takeHeadline()
    let identity = header.map { "iptc7901:" + digest($0.service + "\u{0}\($0.number)\u{0}" + (keywords.first ?? paragraphs.first ?? "")) }
    guard var dispatch = envelope.dispatch(identity: identity, source: source) else { return nil }
    dispatch.urgency = header?.priority
    dispatch.published = sent
    dispatch.embargo = EmbargoNotice.hour(in: lines)
    dispatch.categories = ([header?.category].compactMap { $0 } + keywords.flatMap { $0.split(separator: "/").map(\.trimmed) }).unique
    return dispatch
  }
}

/// The framing that IPTC 7901 and ANPA 1312 share: SOH header STX text ETX, and telex fillers around it.
enum WireFraming {
  struct Message {
    var header: String
    var text: String
    /// A line or two between the message's end and the next one's start: when it was sent.
    var trailer = ""
  }

  /// The messages of a transmission; one without framing is a message as a whole.
  static func messages(_ text: String) -> [Message] {
    var out: [Message] = []
    var header = ""
    var body = ""
    var isHeader = false
    var isAfterEnd = false
    func finish() {
      if isAfterEnd, body.utf8.count <= 120, header.isEmpty, let last = out.indices.last {
        out[last].trailer = body
      } else if body.contains(where: { !$0.isWhitespace }) || header.contains(where: { !$0.isWhitespace }) {
        out.append(Message(header: header, text: body))
      }
      (header, body) = ("", "")
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{1}":
        finish()
        isHeader = true
        isAfterEnd = false
      case "\u{2}": isHeader = false
      case "\u{3}", "\u{4}":
        finish()
        isHeader = false
        isAfterEnd = true
      case "\u{16}", "\u{0}", "\u{7F}": break
      default: if isHeader { header.unicodeScalars.append(scalar) } else { body.unicodeScalars.append(scalar) }
      }
    }
    finish()
    return out
  }

  /// The moment of a date-time group: `201430 MAR 18`, `AFP 310544 AOU 97`, `061351 GMT Nov 2013`; GMT, and years from 1970 on.
  static func moment(_ line: String) -> Moment? {
    var words = line.split { $0.isWhitespace || $0 == "/" || $0 == "." }.map(String.init)
    if let first = words.first, first.count <= 4, first.allSatisfy(\.isLetter) { words.removeFirst() }
    words.removeAll { ["gmt", "utc", "tu", "z"].contains($0.lowercased()) }
    guard words.count == 3, words[0].utf8.count == 6, words[0].utf8.allSatisfy(\.isASCIIDigit), let group = Int(words[0]),
      let month = DateWords.months[DateWords.fold(words[1])], [2, 4].contains(words[2].utf8.count), let year = Int(words[2])
    else { return nil }
    var parts = DateParts()
    parts.year = year >= 100 ? year : year < 70 ? 2_000 + year : 1_900 + year
    (parts.month, parts.day, parts.hour, parts.minute) = (month, group / 10_000, group / 100 % 100, group % 100)
    return parts.moment
  }

  /// The lines, trimmed at their end, without control characters; a tab at the start stays, it marks a paragraph.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }))
        .trimmingEnd
    }
  }

  /// Paragraphs out of lines: an empty line, an indent or a new block starts one; lines of one paragraph are joined.
  static func paragraphs(_ lines: [String]) -> [String] {
    var out: [String] = []
    var isOpen = false
    for line in lines {
      let text = line.trimmed
      if text.isEmpty {
        isOpen = false
        continue
      }
      let isIndented = line.hasPrefix("\t") || line.hasPrefix("  ")
      if isOpen, !isIndented, let last = out.indices.last { out[last] += " " + text } else { out.append(text) }
      isOpen = true
    }
    return out
  }
}

extension String {
  var trimmingEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
