/// News in JSON (IPTC ninjs 1.0 to 3.1): one object, a list of them, a search answer's `items`, or one a line.
internal import DispatchModel

enum NinJS {
  static func decode(_ text: String, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .ninjs
    let (value, complaint) = JSONReader.read(text)
    var items: [JSONValue] = []
    if let value, complaint == nil || value.array != nil || value["items"] != nil {
      items = value.array ?? value["items"]?.array ?? [value]
      if let complaint { decoded.refusals.append(Refusal(.malformedJSON(complaint), at: .whole)) }
    } else {
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
        let (value, wrong) = JSONReader.read(String(line))
        if let value, wrong == nil { items.append(value) } else if !items.isEmpty {
          decoded.refusals.append(Refusal(.malformedJSON(wrong ?? "no object"), at: .line(number + 1)))
        }
      }
      if items.isEmpty { return Decoded(refusing: .malformedJSON(complaint ?? "no object")) }
    }
    for (index, item) in items.prefix(NewsML.itemLimit).enumerated() {
      if let dispatch = dispatch(item, source: source) {
        decoded.dispatches.append(dispatch)
      } else {
        decoded.refusals.append(Refusal(.noText, at: .item(index + 1)))
      }
    }
    decoded.dispatches = NewsML.latest(decoded.dispatches)
    return decoded
  }

  private static func dispatch(_ item: JSONValue, source: String) -> Dispatch? {
    guard item.isObject else { return nil }
    var envelope = EnvelopeText()
    let headlines = item["headlines"]?.list ?? []
    func isSub(_ value: JSONValue) -> Bool { value["role"]?.string?.lowercased().contains("sub") == true }
    let main = headlines.first { !isSub($0) } ?? headlines.first
    envelope.headline =
      main?["value"]?.string ?? item["headline"]?.string ?? item["title"]?.string ?? item["slugline"]?.string
    envelope.subheads = headlines.filter(isSub).compactMap { $0["value"]?.string }
    body(of: item, into: &envelope)
    let uri = item["uri"]?.text?.trimmed.nonEmpty
    guard var dispatch = envelope.dispatch(identity: uri.map { "ninjs:" + $0 }, source: source) else { return nil }
    func date(_ names: String...) -> Moment? { names.lazy.compactMap { JSONLines.moment(item[$0]) }.first }
    dispatch.published = date("firstCreated", "firstcreated", "contentCreated", "versionCreated", "versioncreated")
    dispatch.updated = date("versionCreated", "versioncreated")
    dispatch.embargo = date("embargoedUntil", "embargoed")
    dispatch.version = item["version"]?.text.flatMap { Int($0) }
    dispatch.urgency = item["urgency"]?.int.flatMap { (1...9).contains($0) ? $0 : nil }
    dispatch.language = FeedDispatches.language(item["language"]?.string)
    dispatch.agency =
      names(item["infoSources"] ?? item["infosources"] ?? item["infosource"]).first ?? item["copyrightHolder"]?.string?.nonEmpty
      ?? item["copyrightholder"]?.string?.nonEmpty ?? item["source"]?.string?.nonEmpty
    dispatch.author = item["by"]?.string?.collapsed.nonEmpty ?? item["byline"]?.string?.collapsed.nonEmpty
    dispatch.place = item["located"]?.string?.collapsed.nonEmpty
    let keywords = item["keywords"]?.list.compactMap { $0.string?.collapsed.nonEmpty } ?? []
    dispatch.categories = (names(item["subjects"] ?? item["subject"]) + keywords).unique
    dispatch.link = Address.harmless(link(item["altIds"] ?? item["altids"])) ?? Address.harmless(item["link"]?.string)
    dispatch.status = status(item)
    dispatch.enclosures = renditions(item)
    return dispatch
  }

  /// The page of the item: a member of version 2's object, an element of version 3's list by its role.
  private static func link(_ ids: JSONValue?) -> String? {
    let listed = ids?.array?.first { ["link", "url", "permalink", "canonical"].contains($0["role"]?.string?.lowercased() ?? "") }
    return listed?["value"]?.string ?? ids?["link"]?.string
  }

  private static func names(_ value: JSONValue?) -> [String] {
    (value?.list ?? []).compactMap { ($0["name"]?.string ?? $0.string)?.collapsed.nonEmpty }
  }

  private static func status(_ item: JSONValue) -> DispatchStatus {
    switch (item["pubStatus"] ?? item["pubstatus"])?.string?.lowercased() {
    case "canceled", "cancelled": return .canceled
    case "withheld": return .withheld
    default:
      let signal = (item["signal"]?.string ?? item["genres"]?.list.first?["name"]?.string ?? "").lowercased()
      return signal.contains("correct") ? .corrected : .usable
    }
  }

  /// The main body as plain text, else as HTML; version 1 has a member for each.
  private static func body(of item: JSONValue, into envelope: inout EnvelopeText) {
    let bodies = item["bodies"]?.list ?? []
    func isMain(_ body: JSONValue) -> Bool { ["main", "body", nil].contains(body["role"]?.string?.lowercased()) }
    func isPlain(_ body: JSONValue) -> Bool {
      ((body["contentType"] ?? body["contenttype"])?.string ?? "text/plain").lowercased().hasPrefix("text/plain")
    }
    let main = bodies.filter(isMain).isEmpty ? bodies : bodies.filter(isMain)
    if let plain = main.first(where: isPlain)?["value"]?.string ?? item["body_text"]?.string {
      envelope.paragraphs = FeedDispatches.paragraphs(plain)
    } else if let html = main.first?["value"]?.string ?? item["body_xhtml"]?.string ?? item["body_html"]?.string ?? item["body"]?.string {
      envelope.add(html: html)
    }
    if envelope.paragraphs.isEmpty {
      let descriptions = item["descriptions"]?.list.compactMap { $0["value"]?.string } ?? []
      let texts = descriptions.isEmpty ? [item["description_text"]?.string ?? item["description"]?.string].compactMap { $0 } : descriptions
      envelope.paragraphs = texts.flatMap(FeedDispatches.paragraphs)
    }
  }

  /// Files that go with the item: a list in version 3, named members before.
  private static func renditions(_ item: JSONValue) -> [Enclosure] {
    var values = item["renditions"]?.array ?? []
    if case .object(let members) = item["renditions"] { values = members.map(\.value) }
    return values.compactMap { value in
      Address.web(value["href"]?.string).map {
        Enclosure(
          url: $0, mediaType: (value["contentType"] ?? value["mimetype"])?.string,
          length: (value["sizeInBytes"] ?? value["sizeinbytes"])?.int)
      }
    }.unique
  }
}
