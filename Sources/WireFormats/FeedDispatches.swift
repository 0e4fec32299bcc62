/// Dispatches out of a feed: headline line, paragraphs, stable identity.
internal import DispatchModel

enum FeedDispatches {
  /// Takes every entry that has a headline or text. `source` is the feed's address or the file's path.
  static func decode(_ document: FeedDocument, source: String, format: WireFormat) -> Decoded {
    var decoded = Decoded()
    decoded.format = format
    decoded.feed = FeedDescription(document)
    let scope = identityScope(document, source: source)
    var places: [String: Int] = [:]
    for (index, entry) in document.entries.enumerated() {
      guard !entry.isTooLarge else {
        decoded.refusals.append(Refusal(.tooLarge(XMLTreeBuilder.textLimit), at: .item(index + 1)))
        continue
      }
      guard let dispatch = dispatch(entry, in: document, scope: scope, source: source) else {
        decoded.refusals.append(Refusal(.noText, at: .item(index + 1)))
        continue
      }
      // One identity twice in one feed: the later one is what the feed says last.
      if let place = places[dispatch.identity] {
        decoded.dispatches[place] = dispatch
        decoded.refusals.append(Refusal(.duplicate(entry.id ?? dispatch.link ?? ""), at: .item(index + 1)))
      } else {
        places[dispatch.identity] = decoded.dispatches.count
        decoded.dispatches.append(dispatch)
      }
    }
    if document.entries.count == FeedReader.entryLimit {
      decoded.refusals.append(Refusal(.tooMany(FeedReader.entryLimit), at: .whole))
    }
    if document.isTruncated { decoded.refusals.append(Refusal(.truncated, at: .whole)) }
    return decoded
  }

  /// Ids count within their feed. A subscribed feed is known by its address; a file by what it says of itself, so that it
  /// can be moved.
  private static func identityScope(_ document: FeedDocument, source: String) -> String {
    if Address.web(source) != nil || ["file:", "exec:", "filter:"].contains(where: source.hasPrefix) { return source }
    let feed = document.feed
    return feed.links.first { $0.rel == "self" }?.href ?? feed.id ?? feed.link ?? feed.title?.plain ?? source
  }

  private static func dispatch(
    _ entry: FeedFields, in document: FeedDocument, scope: String, source: String
  ) -> Dispatch? {
    let headline = entry.title?.plain.nonEmpty.map(EnvelopeText.headline)
    let main = body(of: entry)
    var (lines, links) = main.map(lines(of:)) ?? ([], [])
    // A body that only repeats the headline adds nothing.
    if let headline, lines.first == headline { lines.removeFirst() }
    guard headline != nil || !lines.isEmpty else { return nil }
    let text = ((headline.map { [$0] } ?? []) + lines).joined(separator: "\n")
    let link = Address.harmless(entry.link) ?? entry.links.first { $0.rel == "alternate" }.flatMap { Address.harmless($0.href) }
    let key = entry.id?.nonEmpty ?? link ?? digest(text)
    var dispatch = Dispatch(identity: "feed:" + digest(scope + "\u{0}" + key), text: text, source: source)
    dispatch.published = (entry.published ?? entry.created ?? entry.updated)?.moment ?? entry.updated?.moment
    dispatch.updated = entry.updated?.moment
    dispatch.agency = (entry.source.first?.title ?? nil)?.plain.nonEmpty
    dispatch.author = entry.authors.compactMap { ($0.name ?? $0.email)?.collapsed.nonEmpty }.unique.joined(separator: ", ").nonEmpty
    dispatch.language = language(entry.language ?? entry.content.first?.language ?? main?.language ?? document.feed.language)
    dispatch.link = link
    dispatch.categories = entry.tags.compactMap { ($0.label ?? $0.term)?.collapsed.nonEmpty }.unique
    dispatch.enclosures = enclosures(of: entry)
    dispatch.links = links
    dispatch.hasHeadlineLine = headline != nil
    return dispatch
  }

  /// The longest of content and summary: some feeds put a teaser into one and the text into the other.
  private static func body(of entry: FeedFields) -> FeedText? {
    let readable = entry.content.filter { $0.isHTML || $0.type == "text/plain" }
    if let first = readable.first, readable.count == 1 || first.isHTML { return first }
    return readable.max { $0.value.utf8.count < $1.value.utf8.count } ?? entry.summary ?? entry.subtitle
      ?? entry.others["media_description"]?.first.map { FeedText(value: $0.text, type: "text/html", language: nil, base: nil) }
  }

  /// A text's paragraphs, and the links in it.
  static func lines(of text: FeedText) -> ([String], [String]) {
    if text.isHTML {
      let html = HTMLText(text.value, base: text.base)
      return (html.lines, html.links)
    }
    return (paragraphs(text.value), [])
  }

  /// The lines of a plain text, without those that are empty.
  static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
  }

  private static func enclosures(of entry: FeedFields) -> [Enclosure] {
    var found = entry.enclosures.compactMap { link in
      Address.web(link.href).map { Enclosure(url: $0, mediaType: link.type, length: link.length.flatMap { Int($0.trimmed) }) }
    }
    for media in entry.others["media_content"] ?? [] {
      if let address = Address.web(media.attributes["href"]) {
        found.append(
          Enclosure(url: address, mediaType: media.attributes["type"], length: media.attributes["filesize"].flatMap { Int($0) }))
      }
    }
    return found.unique
  }

  /// The first part of a language tag, two letters, in lower case.
  static func language(_ tag: String?) -> String? {
    guard let first = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first, first.utf8.count == 2,
      first.utf8.allSatisfy(\.isASCIILetter)
    else { return nil }
    return first.lowercased()
  }
}

extension FeedDescription {
  init(_ document: FeedDocument) {
    self.init()
    let feed = document.feed
    title = feed.title?.plain.nonEmpty
    subtitle = (feed.subtitle ?? feed.summary)?.plain.nonEmpty
    link = Address.web(feed.link)
    language = FeedDispatches.language(feed.language)
    generator = feed.generator?.name ?? feed.generator?.href
    image = Address.web(feed.image?.href ?? feed.logo ?? feed.icon)
    updated = (feed.updated ?? feed.published)?.moment
    ttl = feed.others["ttl"]?.first.flatMap { Int($0.text) }.flatMap { (1...10_080).contains($0) ? $0 : nil }
    skipHours = feed.skipHours
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    skipDays = feed.skipDays.compactMap { days.firstIndex(of: $0.lowercased()).map { $0 + 1 } }
    selfLink = Address.web(feed.links.first { $0.rel == "self" }?.href)
    hub = Address.web(feed.links.first { $0.rel == "hub" }?.href)
    next = Address.web(feed.links.first { $0.rel == "next" }?.href)
    newLocation = Address.web(feed.others["newlocation"]?.first?.text)
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first occurs.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
