/// Text transmission of ANPA 1312 (Newspaper Association of America, 84-2): SYN SYN SOH header STX text ETX.
///
/// The header has the service level and number (`a0123`), then priority, category, format and a slug with date and word count.
/// Lines `^…<` of the text are its headlines and byline.
internal import DispatchModel

enum ANPA1312 {
  static func decode(_ text: String, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .anpa
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
    let above = WireFraming.lines(message.header).map(\.trimmed).filter { !$0.isEmpty }
    let headerLines = above.filter { !$0.hasPrefix("^") }
    var envelope = EnvelopeText()
    var author: String?
    var body: [String] = []
    // Some write the lines of the headline before STX.
    for line in above.filter({ $0.hasPrefix("^") }) + WireFraming.lines(message.text) {
      guard line.hasPrefix("^") else {
        body.append(line.hasSuffix("<") ? String(line.dropLast()) : line)
        continue
      }
      let text: String = line.dropFirst().trimming(while: { $0 == "<" || $0.isWhitespace })
      if let by = text.range(ofPrefix: ["By ", "Par ", "BY ", "PAR "]) {
        author = text[by].trimming(while: { $0 == "=" || $0.isWhitespace }).nonEmpty
      } else if envelope.headline == nil {
        envelope.headline = text.nonEmpty
      } else {
        envelope.subheads.append(text)
      }
    }
    envelope.paragraphs = WireFraming.paragraphs(body)
    if envelope.headline == nil, envelope.paragraphs.count > 1 { envelope.takeHeadline() }
    let header = headerLines.joined(separator: " ")
    guard
      var dispatch = envelope.dispatch(
        identity: header.isEmpty ? nil : "anpa:" + digest(header + "\u{0}" + (envelope.headline ?? "")), source: source)
    else { return nil }
    dispatch.author = author
    dispatch.embargo = EmbargoNotice.hour(in: body)
    dispatch.published = sent(header, message.trailer)
    // The second header line: priority letter, category letter, slug.
    if let line = headerLines.dropFirst().first ?? headerLines.first {
      let fields = line.split(separator: " ")
      if let priority = fields.first, priority.count == 1 { dispatch.urgency = urgency[priority.lowercased()] }
      dispatch.categories = fields.first { $0.contains("-") }.map { [String($0)] } ?? []
    }
    return dispatch
  }

  /// The trailer's date-time group, `AP-NY-03-20-18 1430GMT` or without its letters; the slug's own date has no year.
  private static func sent(_ header: String, _ trailer: String) -> Moment? {
    for line in WireFraming.lines(trailer) {
      if let moment = WireFraming.moment(line) { return moment }
      for word in line.split(separator: " ") {
        let numbers = word.split(separator: "-").suffix(3).map(String.init)
        guard numbers.count == 3, numbers.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isASCIIDigit) }) else { continue }
        let clock = line.split(separator: " ").first { $0.utf8.count >= 4 && $0.utf8.prefix(4).allSatisfy(\.isASCIIDigit) }
        var parts = DateParts()
        (parts.month, parts.day) = (Int(numbers[0]), Int(numbers[1]))
        parts.year = Int(numbers[2]).map { $0 < 70 ? 2_000 + $0 : 1_900 + $0 }
        if let clock, let time = Int(clock.prefix(4)) { (parts.hour, parts.minute) = (time / 100, time % 100) }
        // AP's own clock is New York's; without GMT the day alone is sure.
        if !line.uppercased().contains("GMT") { (parts.hour, parts.minute) = (12, 0) }
        return parts.moment
      }
    }
    return nil
  }

  /// Flash, urgent, bulletin, ordinary … as IPTC urgencies.
  private static let urgency = ["f": 1, "b": 2, "u": 2, "r": 4, "d": 5, "z": 4, "w": 6, "s": 6, "a": 6]
}

extension String {
  /// Where the text goes on after the first of the prefixes that it has.
  func range(ofPrefix prefixes: [String]) -> PartialRangeFrom<String.Index>? {
    prefixes.first { hasPrefix($0) }.map { index(startIndex, offsetBy: $0.count)... }
  }
}
