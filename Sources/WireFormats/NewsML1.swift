/// NewsML 1.2 (IPTC, 2003) as AFP and others sent it: NewsItem, NewsManagement, NewsComponent, NewsLines.
internal import DispatchModel

enum NewsML1 {
  static func decode(_ root: XMLElement, source: String, isTruncated: Bool) -> Decoded {
    var decoded = Decoded()
    decoded.format = .newsml
    let envelopeDate = root.first("NewsEnvelope")?.first("DateAndTime").flatMap { DateReader.read($0.text) }
    let items = root.all("NewsItem")
    for (index, item) in items.prefix(NewsML.itemLimit).enumerated() {
      if let dispatch = dispatch(item, source: source, sent: envelopeDate) {
        decoded.dispatches.append(dispatch)
      } else {
        decoded.refusals.append(Refusal(.noText, at: .item(index + 1)))
      }
    }
    if items.isEmpty { decoded.refusals.append(Refusal(.noText, at: .whole)) }
    if isTruncated { decoded.refusals.append(Refusal(.truncated, at: .whole)) }
    decoded.dispatches = NewsML.latest(decoded.dispatches)
    return decoded
  }

  private static func dispatch(_ item: XMLElement, source: String, sent: Moment?) -> Dispatch? {
    let identification = item.first("Identification")?.first("NewsIdentifier")
    let management = item.first("NewsManagement")
    // Components nest: the innermost that holds text is the story.
    let component = item.descendants("NewsComponent").lazy.compactMap(story).first ?? item.first("NewsComponent")
    let lines = component?.descendant("NewsLines") ?? item.descendant("NewsLines")
    var envelope = EnvelopeText()
    envelope.headline = lines?.first("HeadLine")?.text ?? identification?.first("NameLabel")?.text
    envelope.subheads = lines?.all("SubHeadLine").map(\.text) ?? []
    if let dateline = lines?.first("DateLine")?.text.collapsed.nonEmpty { envelope.paragraphs.append(dateline) }
    if let byline = lines?.first("ByLine")?.text.collapsed.nonEmpty { envelope.paragraphs.append(byline) }
    let frame = envelope.paragraphs.count
    if let content = component?.descendant("ContentItem") ?? item.descendant("ContentItem") { body(of: content, into: &envelope) }
    // The text may begin with the dateline itself.
    if frame > 0, envelope.paragraphs.count > frame, envelope.paragraphs[frame].hasPrefix(envelope.paragraphs[0]) {
      envelope.paragraphs.removeSubrange(0..<frame)
    }
    let publicId = identification?.first("PublicIdentifier")?.text.trimmed.nonEmpty
    let parts = ["ProviderId", "DateId", "NewsItemId"].compactMap { identification?.first($0)?.text.trimmed.nonEmpty }
    // A public identifier ends with the revision, which is no part of the story's identity.
    let id = parts.count == 3 ? parts.joined(separator: ":") : publicId
    guard var dispatch = envelope.dispatch(identity: id.map { "newsml1:" + $0 }, source: source) else { return nil }
    dispatch.version = identification?.first("RevisionId").flatMap { Int($0.text.trimmed) }
    dispatch.published = date(management?.first("FirstCreated")) ?? date(management?.first("ThisRevisionCreated")) ?? sent
    dispatch.updated = date(management?.first("ThisRevisionCreated"))
    dispatch.urgency = management?.first("Urgency")?.attribute("FormalName").flatMap { Int($0) }.flatMap { (1...9).contains($0) ? $0 : nil }
    dispatch.agency = agency(lines, identification)
    dispatch.author = lines?.first("ByLine")?.text.collapsed.nonEmpty
    let location = item.descendant("DescriptiveMetadata")?.first("Location")
    dispatch.place =
      location?.elements.first { $0.attribute("FormalName") == "City" }?.attribute("Value")
      ?? lines?.first("DateLine")?.text.collapsed.nonEmpty
    dispatch.language = FeedDispatches.language(
      item.descendant("Language")?.attribute("FormalName") ?? item.xmlAttribute("lang") ?? component?.xmlAttribute("lang"))
    let keywords = (lines?.all("KeywordLine") ?? []).flatMap { $0.text.split(whereSeparator: { $0 == "," || $0 == ";" }).map(\.trimmed) }
    dispatch.categories = keywords.filter { !$0.isEmpty }.unique
    if dispatch.categories.isEmpty {
      dispatch.categories =
        lines?.first("SlugLine")?.text.split(whereSeparator: { $0 == "-" || $0 == "," }).map(\.trimmed).filter { !$0.isEmpty } ?? []
    }
    let status = management?.first("Status")?.attribute("FormalName")?.lowercased() ?? ""
    dispatch.status = status.hasPrefix("cancel") ? .canceled : status == "embargoed" ? .withheld : .usable
    if status == "embargoed" { dispatch.embargo = date(management?.first("StatusWillChange")?.first("DateAndTime")) }
    if let instruction = management?.first("Instruction")?.attribute("FormalName")?.lowercased(), dispatch.status == .usable,
      instruction.hasPrefix("correct") || instruction == "rectify"
    {
      dispatch.status = .corrected
    }
    return dispatch
  }

  private static func story(_ component: XMLElement) -> XMLElement? {
    for child in component.all("NewsComponent") {
      if let found = story(child) { return found }
    }
    guard let content = component.first("ContentItem") ?? component.first("NewsItem") else { return nil }
    return content.descendant("DataContent") == nil ? nil : component
  }

  private static func agency(_ lines: XMLElement?, _ identification: XMLElement?) -> String? {
    if let provider = identification?.first("ProviderId")?.text.trimmed.nonEmpty {
      // `afp.com` is a domain of the agency, whose name is its first label.
      return provider.split(separator: ".").first.map { $0.utf8.count <= 4 ? $0.uppercased() : String($0) }
    }
    return lines?.first("CreditLine")?.text.collapsed.nonEmpty
  }

  private static func date(_ element: XMLElement?) -> Moment? { element.flatMap { DateReader.read($0.text) } }

  private static func body(of content: XMLElement, into envelope: inout EnvelopeText) {
    guard let data = content.descendant("DataContent") else { return }
    if let nitf = data.descendant("nitf") {
      NITF.read(nitf, into: &envelope)
    } else if data.elements.isEmpty {
      let text = data.text
      if FeedTexts.looksLikeHTML(text.trimmed) { envelope.add(html: text) } else { envelope.paragraphs += FeedDispatches.paragraphs(text) }
    } else {
      envelope.add(html: Markup.source(of: data))
    }
  }
}
