/// NewsML-G2 (IPTC, versions 2.0 to 2.34): newsItem, newsMessage with its itemSet, packageItem (`NewsMLPackage`). NewsML 1.2 has its own
/// file.
internal import DispatchModel

enum NewsML {
  static let itemLimit = 10_000

  static func decode(_ document: XMLDocument, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .newsml
    guard let root = document.root else { return Decoded(refusing: .malformedXML) }
    if root.name == "NewsML" { return NewsML1.decode(root, source: source, isTruncated: document.isTruncated) }
    let items = kinds.contains(root.name) ? [root] : items(under: root)
    let brought = headlines(of: items)
    for (index, item) in items.prefix(itemLimit).enumerated() {
      let package = item.name == "packageItem" ? NewsMLPackage(item, bringing: brought) : nil
      // One that only says in what order the message's own items belong is none.
      if let package, !package.isMoreThanTheMessage, items.count > 1 { continue }
      if let dispatch = dispatch(item, package, source: source) {
        decoded.dispatches.append(dispatch)
      } else {
        decoded.refusals.append(Refusal(.noText, at: .item(index + 1)))
      }
    }
    if items.isEmpty { decoded.refusals.append(Refusal(.noText, at: .whole)) }
    if items.count > itemLimit { decoded.refusals.append(Refusal(.tooMany(itemLimit), at: .whole)) }
    if document.isTruncated { decoded.refusals.append(Refusal(.truncated, at: .whole)) }
    decoded.dispatches = latest(decoded.dispatches)
    return decoded
  }

  private static let kinds: Set<String> = ["newsItem", "packageItem"]

  /// News items and packages at any depth.
  private static func items(under element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child in kinds.contains(child.name) ? [child] : items(under: child) }
  }

  private static func headlines(of items: [XMLElement]) -> [String: String] {
    var headlines: [String: String] = [:]
    for item in items where item.name == "newsItem" {
      if let id = item.attribute("guid")?.trimmed.nonEmpty { headlines[id] = headline(item.first("contentMeta")) ?? "" }
    }
    return headlines
  }

  /// Of several versions of one item the highest.
  static func latest(_ dispatches: [Dispatch]) -> [Dispatch] {
    var out: [Dispatch] = []
    var places: [String: Int] = [:]
    for dispatch in dispatches {
      guard let place = places[dispatch.identity] else {
        places[dispatch.identity] = out.count
        out.append(dispatch)
        continue
      }
      if (dispatch.version ?? 0) >= (out[place].version ?? 0) { out[place] = dispatch }
    }
    return out
  }

  private static func dispatch(_ item: XMLElement, _ package: NewsMLPackage?, source: String) -> Dispatch? {
    let itemMeta = item.first("itemMeta")
    let contentMeta = item.first("contentMeta")
    var envelope = EnvelopeText()
    envelope.headline =
      headline(contentMeta) ?? contentMeta?.first("slugline")?.text.collapsed.nonEmpty ?? itemMeta?.first("title")?.text.nonEmpty
    envelope.subheads = contentMeta?.all("headline").filter { role($0).contains("sub") }.map(\.text) ?? []
    let contentSet = item.first("contentSet")
    body(of: contentSet, into: &envelope)
    if envelope.paragraphs.isEmpty {
      envelope.paragraphs = (contentMeta?.all("description") ?? []).flatMap { FeedDispatches.paragraphs($0.text) }
    }
    if let package { envelope.add(html: package.html) }
    let guid = item.attribute("guid")?.trimmed.nonEmpty
    guard var dispatch = envelope.dispatch(identity: guid.map { "newsml:" + $0 }, source: source) else { return nil }
    dispatch.version = item.attribute("version").flatMap { Int($0.trimmed) }
    dispatch.published =
      date(contentMeta?.first("contentCreated")) ?? date(itemMeta?.first("firstCreated")) ?? date(itemMeta?.first("versionCreated"))
    dispatch.updated = date(contentMeta?.first("contentModified")) ?? date(itemMeta?.first("versionCreated"))
    dispatch.embargo = date(itemMeta?.first("embargoed"))
    dispatch.urgency = contentMeta?.first("urgency").flatMap { Int($0.text.trimmed) }.flatMap { (1...9).contains($0) ? $0 : nil }
    dispatch.agency =
      contentMeta?.first("creditline")?.text.collapsed.nonEmpty ?? named(itemMeta?.first("provider"))
      ?? named(contentMeta?.first("infoSource"))
    dispatch.author =
      contentMeta?.first("by")?.text.collapsed.nonEmpty
      ?? (contentMeta?.all("creator") ?? []).compactMap { named($0) }.unique.joined(separator: ", ").nonEmpty
    dispatch.place = contentMeta?.first("located").flatMap { named($0) } ?? contentMeta?.first("dateline")?.text.collapsed.nonEmpty
    let language = contentMeta?.first("language")?.attribute("tag") ?? item.xmlAttribute("lang")
    dispatch.language = FeedDispatches.language(language)
    dispatch.categories = (contentMeta?.all("subject") ?? []).compactMap { named($0) }.unique
    dispatch.link = Address.harmless(itemMeta?.elements.first { $0.name == "link" && role($0).contains("permalink") }?.attribute("href"))
    dispatch.status = status(itemMeta)
    dispatch.enclosures = (contentSet?.all("remoteContent") ?? []).compactMap { remote in
      Address.web(remote.attribute("href")).map {
        Enclosure(url: $0, mediaType: remote.attribute("contenttype"), length: remote.attribute("size").flatMap { Int($0) })
      }
    }
    return dispatch
  }

  private static func headline(_ meta: XMLElement?) -> String? {
    let all = meta?.all("headline") ?? []
    return (all.first { !role($0).contains("sub") } ?? all.first)?.text.collapsed.nonEmpty
  }

  private static func role(_ element: XMLElement) -> String {
    ((element.attribute("role") ?? "") + " " + (element.attribute("rel") ?? "")).lowercased()
  }

  /// A French name before an English one before any; else a literal.
  static func named(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let names = element.all("name")
    let preferred =
      names.first { $0.xmlAttribute("lang")?.hasPrefix("fr") == true } ?? names.first {
        $0.xmlAttribute("lang")?.hasPrefix("en") == true
      } ?? names.first
    return preferred?.text.collapsed.nonEmpty ?? element.attribute("literal")?.nonEmpty ?? element.attribute("uri")?.nonEmpty
      ?? element.attribute("qcode").flatMap { $0.split(separator: ":").last.map(String.init) }
  }

  private static func date(_ element: XMLElement?) -> Moment? { element.flatMap { DateReader.read($0.text) } }

  private static func status(_ meta: XMLElement?) -> DispatchStatus {
    let code = (meta?.first("pubStatus")?.attribute("qcode") ?? "").lowercased()
    if code.hasSuffix("canceled") || code.hasSuffix("cancelled") { return .canceled }
    if code.hasSuffix("withheld") { return .withheld }
    let signals = (meta?.all("signal") ?? []).map { ($0.attribute("qcode") ?? "").lowercased() }
    return signals.contains { $0.hasSuffix("correction") || $0.hasSuffix("corrected") } ? .corrected : .usable
  }

  /// The best rendition: inline XML (NITF or XHTML), else inline data.
  private static func body(of contentSet: XMLElement?, into envelope: inout EnvelopeText) {
    if let inline = contentSet?.first("inlineXML") {
      if let nitf = inline.descendant("nitf") {
        NITF.read(nitf, into: &envelope)
      } else {
        envelope.add(html: Markup.source(of: inline))
      }
      if !envelope.paragraphs.isEmpty { return }
    }
    guard let data = contentSet?.first("inlineData") else { return }
    let type = data.attribute("contenttype")?.lowercased() ?? "text/plain"
    var text = data.text
    if data.attribute("encoding")?.lowercased().contains("base64") == true {
      guard let decoded = Base64.decode(text) else { return }
      text = TextDecoding.decode(decoded).text
    }
    if type.contains("html") || FeedTexts.looksLikeHTML(text.trimmed) {
      envelope.add(html: text)
    } else {
      envelope.paragraphs += FeedDispatches.paragraphs(text)
    }
  }
}

/// The body of the News Industry Text Format (IPTC NITF 3): headlines, byline and dateline from its head, block content.
enum NITF {
  static func read(_ nitf: XMLElement, into envelope: inout EnvelopeText) {
    let head = nitf.descendant("body.head")
    if let title = head?.descendant("hl1")?.text.collapsed.nonEmpty ?? nitf.descendant("title")?.text.collapsed.nonEmpty {
      envelope.headline = envelope.headline ?? title
    }
    envelope.subheads += head?.descendants("hl2").map(\.text) ?? []
    for name in ["dateline", "byline"] {
      if let line = head?.descendant(name)?.text.collapsed.nonEmpty { envelope.paragraphs.append(line) }
    }
    envelope.add(html: Markup.source(of: nitf.descendant("body.content") ?? nitf.descendant("body") ?? nitf))
  }
}
