/// JSON Lines: one dispatch a line, `{"id", "text", "published"}` and optional fields named as in `Dispatch`.
internal import DispatchModel

enum JSONLines {
  static let lineLimit = 16 << 20

  static func decode(_ text: String, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .jsonl
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let written = Substring(line).trimmed
      guard !written.isEmpty else { continue }
      let (value, complaint) = JSONReader.read(written)
      guard complaint == nil, let value, value.isObject else {
        decoded.refusals.append(Refusal(.malformedJSON(complaint ?? "no object"), at: .line(number)))
        continue
      }
      if let dispatch = dispatch(value, source: source) {
        decoded.dispatches.append(dispatch)
      } else {
        decoded.refusals.append(Refusal(.noText, at: .line(number)))
      }
    }
    if decoded.dispatches.isEmpty, decoded.refusals.isEmpty { decoded.refusals = [Refusal(.empty, at: .whole)] }
    decoded.dispatches = decoded.dispatches.uniqueByIdentity
    return decoded
  }

  private static func dispatch(_ object: JSONValue, source: String) -> Dispatch? {
    let headline = object["headline"]?.string?.collapsed.nonEmpty
    let subheads = object["subheads"]?.list.compactMap { $0.string?.collapsed.nonEmpty } ?? []
    guard let written = object["text"]?.string ?? headline, written.contains(where: { !$0.isWhitespace }) else { return nil }
    // `text` is the whole dispatch; a headline beside it is put before it only where it is not its first line.
    let firstLine = written.drop(while: \.isNewline).prefix(while: { !$0.isNewline })
    let addsHeadline = headline.map { firstLine.collapsed != $0 && !firstLine.collapsed.hasSuffix($0) } ?? false
    let text = addsHeadline ? ([headline ?? ""] + subheads + [written]).joined(separator: "\n") : written
    let id = object["id"]?.text?.nonEmpty
    // Never another format's identity: a line must not be able to take the place of what came from elsewhere.
    var dispatch = Dispatch(identity: id.map { "id:" + $0 } ?? "text:" + digest(text), text: text, source: source)
    dispatch.published = moment(object["published"])
    dispatch.updated = moment(object["updated"])
    dispatch.agency = object["agency"]?.string?.collapsed.nonEmpty
    dispatch.author = object["author"]?.string?.collapsed.nonEmpty
    dispatch.place = object["place"]?.string?.collapsed.nonEmpty
    dispatch.language = FeedDispatches.language(object["language"]?.string)
    dispatch.link = Address.harmless(object["link"]?.string ?? object["url"]?.string)
    dispatch.categories = object["categories"]?.list.compactMap { $0.string?.collapsed.nonEmpty } ?? []
    dispatch.urgency = object["urgency"]?.int.flatMap { (1...9).contains($0) ? $0 : nil }
    dispatch.embargo = moment(object["embargo"])
    dispatch.version = object["version"]?.int
    dispatch.status = object["status"]?.string.flatMap { DispatchStatus(rawValue: $0) } ?? .usable
    dispatch.enclosures = (object["enclosures"]?.list ?? []).compactMap { file in
      Address.web(file["url"]?.string).map { Enclosure(url: $0, mediaType: file["type"]?.string, length: file["length"]?.int) }
    }
    dispatch.links = object["links"]?.list.compactMap { Address.harmless($0.string) } ?? []
    dispatch.hasHeadlineLine = addsHeadline
    dispatch.subheadLines = addsHeadline ? subheads.count : 0
    return dispatch
  }

  /// A date as text, or seconds (or milliseconds) since 1970.
  static func moment(_ value: JSONValue?) -> Moment? {
    if let text = value?.string { return DateReader.read(text) }
    guard let number = value?.int, abs(number) < 253_402_300_800_000 else { return nil }
    return Moment(seconds: Int64(abs(number) > 99_999_999_999 ? number / 1_000 : number))
  }
}
