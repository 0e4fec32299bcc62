/// Dispatches that come as mail: RFC 5322 header, MIME body (RFC 2045-2047): quoted-printable, base64, multipart.
internal import DispatchModel

enum Mail {
  static let depthLimit = 16

  static func decode(_ bytes: [UInt8], source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .eml
    let message = MIMEPart(bytes[...])
    var envelope = EnvelopeText()
    envelope.headline = message.header("subject").map(EncodedWords.decode).map(withoutMarks)
    if let text = readable(message, depth: 0) {
      if text.isHTML { envelope.add(html: text.value) } else { envelope.paragraphs = paragraphs(text.value) }
    }
    let id = message.header("message-id")?.trimmed.nonEmpty
    guard var dispatch = envelope.dispatch(identity: id.map { "mail:" + $0 }, source: source) else {
      return Decoded(refusing: .noText)
    }
    dispatch.published = message.header("date").flatMap { DateReader.read(withoutComment($0)) }
    let sender = message.header("from").map { Atom.person(EncodedWords.decode($0).replacing("\"", with: "")) }
    dispatch.author = sender?.name ?? sender?.email
    dispatch.language = FeedDispatches.language(message.header("content-language"))
    if let priority = message.header("x-priority")?.trimmed.first?.wholeNumberValue, (1...5).contains(priority) {
      dispatch.urgency = [1, 3, 5, 6, 8][priority - 1]
    }
    dispatch.embargo = EmbargoNotice.hour(in: envelope.paragraphs)
    decoded.dispatches = [dispatch]
    return decoded
  }

  /// `Re:`, `Fwd:` and `TR:` are no part of a headline.
  private static func withoutMarks(_ subject: String) -> String {
    var subject = subject.collapsed
    for mark in ["Re:", "RE:", "Fwd:", "FW:", "Fw:", "TR:", "Tr:"] where subject.hasPrefix(mark) {
      subject = String(subject.dropFirst(mark.count)).trimmed
    }
    return subject
  }

  private static func withoutComment(_ date: String) -> String { String(date.prefix(while: { $0 != "(" })) }

  /// Plain text before HTML in alternatives; the first readable part of a mixture.
  private static func readable(_ part: MIMEPart, depth: Int) -> (value: String, isHTML: Bool)? {
    guard depth < depthLimit else { return nil }
    let type = part.mediaType
    if type.hasPrefix("multipart/") || type == "message/rfc822" {
      let found = part.parts().lazy.compactMap { readable($0, depth: depth + 1) }
      return found.first { !$0.isHTML } ?? found.first
    }
    guard type.hasPrefix("text/"), part.header("content-disposition")?.lowercased().hasPrefix("attachment") != true else { return nil }
    let text = TextDecoding.decode(part.content(), contentType: part.header("content-type")).text
    return (text, type == "text/html")
  }

  /// Lines of one paragraph are joined where an empty line or an indent separates paragraphs; else each line is one.
  private static func paragraphs(_ text: String) -> [String] {
    var lines = WireFraming.lines(text)
    // What follows `-- ` is a signature.
    if let cut = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).firstIndex(where: { $0 == "-- " }), cut > 0 {
      lines.removeSubrange(min(cut, lines.count)...)
    }
    let body = lines.drop { $0.isEmpty }
    return body.contains("") ? WireFraming.paragraphs(Array(body)) : body.map(\.trimmed).filter { !$0.isEmpty }
  }
}

/// A part of a MIME message: its header and its encoded body.
struct MIMEPart {
  private var fields: [(name: String, value: String)] = []
  private let body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var header: [String] = []
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line = line.dropLast() }
      index = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      let text = TextDecoding.decode(Array(line)).text
      if let first = text.first, first == " " || first == "\t", let last = header.indices.last {
        header[last] += " " + text.trimmed
      } else if header.count < 1_000 {
        header.append(text)
      }
    }
    body = bytes[index...]
    for line in header {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields.append((line[..<colon].trimmed.lowercased(), line[line.index(after: colon)...].trimmed))
    }
  }

  func header(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  var mediaType: String {
    header("content-type")?.prefix(while: { $0 != ";" }).trimmed.lowercased().nonEmpty ?? "text/plain"
  }

  /// The parts between the boundaries; of an attached message its only one.
  func parts() -> [MIMEPart] {
    if mediaType == "message/rfc822" { return [MIMEPart(content()[...])] }
    guard let boundary = parameter("boundary") else { return [] }
    let mark = Array(("--" + boundary).utf8)
    var out: [MIMEPart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex, out.count < 200 {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        if let start { out.append(MIMEPart(body[start..<index])) }
        start = min(end + 1, body.endIndex)
        if body[index..<end].dropFirst(mark.count).starts(with: "--".utf8) { return out }
      }
      index = min(end + 1, body.endIndex)
    }
    if let start, start < body.endIndex { out.append(MIMEPart(body[start...])) }
    return out
  }

  private func parameter(_ name: String) -> String? {
    for part in (header("content-type") ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].trimmed.lowercased() == name { return pair[1].trimmed.trimming(while: { $0 == "\"" }).nonEmpty }
    }
    return nil
  }

  /// The body, its transfer encoding undone.
  func content() -> [UInt8] {
    switch header("content-transfer-encoding")?.lowercased() {
    case "base64": Base64.decode(String(decoding: body, as: UTF8.self)) ?? Array(body)
    case "quoted-printable": QuotedPrintable.decode(body)
    default: Array(body)
    }
  }
}

/// RFC 2045 section 6.7.
enum QuotedPrintable {
  static func decode(_ bytes: some Collection<UInt8>, underscoreIsSpace: Bool = false) -> [UInt8] {
    let bytes = Array(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "="), index + 1 < bytes.count {
        if index + 2 < bytes.count, let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16) {
          out.append(value)
          index += 3
          continue
        }
        // A soft line break: nothing.
        var next = index + 1
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A {
          index = next + 1
          continue
        }
      }
      out.append(underscoreIsSpace && byte == UInt8(ascii: "_") ? 0x20 : byte)
      index += 1
    }
    return out
  }
}

/// `=?utf-8?Q?D=C3=A9p=C3=AAche?=` (RFC 2047).
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var out = ""
    var rest = Substring(text)
    var wasEncoded = false
    while let open = rest.firstRange(of: "=?") {
      let before = rest[..<open.lowerBound]
      let fields = rest[open.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[3].first == "=", let charset = Charset(named: String(fields[0].prefix(while: { $0 != "*" }))),
        let bytes = bytes(fields[1], fields[2])
      else {
        out += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        wasEncoded = false
        continue
      }
      // White space between two encoded words is no part of the text.
      if !(wasEncoded && before.allSatisfy(\.isWhitespace)) { out += before }
      out += charset.decodeStrictly(bytes) ?? TextDecoding.decode(bytes).text
      rest = fields[3].dropFirst()
      wasEncoded = true
    }
    return out + rest
  }

  private static func bytes(_ encoding: Substring, _ text: Substring) -> [UInt8]? {
    switch encoding.lowercased() {
    case "b": Base64.decode(String(text))
    case "q": QuotedPrintable.decode(text.utf8, underscoreIsSpace: true)
    default: nil
    }
  }
}
