/// Feeds that an HTML page offers: `<link rel="alternate" type="application/rss+xml" href=…>`
/// (https://blog.whatwg.org/feed-autodiscovery), in the page's order.
public enum FeedDiscovery {
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "text/xml",
    "application/xml",
  ]

  /// The feeds of a page at that address, each once, http(s) only.
  public static func feeds(inPage bytes: [UInt8], contentType: String? = nil, at address: String) -> [Outline] {
    var lexer = MarkupLexer(Array(TextDecoding.decode(bytes, contentType: contentType).text.utf8), isHTML: true)
    var base = address
    var found: [Outline] = []
    while found.count < 50, let token = lexer.next() {
      guard case .open(let tag) = token else { continue }
      func attribute(_ name: String) -> String? { tag.attributes.first { $0.name.lowercased() == name }?.value }
      switch tag.name.lowercased() {
      case "script", "style": lexer.skipRawText(until: tag.name.lowercased())
      case "base": base = Address.web(Address.resolve(attribute("href") ?? "", base: address)) ?? base
      case "link":
        let rels = (attribute("rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        let type = (attribute("type") ?? "").prefix(while: { $0 != ";" }).trimmed.lowercased()
        guard rels.contains("feed") || rels.contains("alternate") && types.contains(type), let href = attribute("href"),
          let feed = Address.web(Address.resolve(href, base: base)), !found.contains(where: { $0.feed == feed })
        else { continue }
        found.append(Outline(title: attribute("title")?.collapsed.nonEmpty, feed: feed, page: address))
      default: break
      }
    }
    return found
  }
}
