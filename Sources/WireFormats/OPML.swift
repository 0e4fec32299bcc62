/// Subscription lists: OPML 1 and 2 (opml.org) in and out. Addresses other than http(s) are refused: a list never brings a command.
enum OPML {
  static let depthLimit = 64
  static let outlineLimit = 20_000

  static func decode(_ document: XMLDocument) -> Decoded {
    guard let root = document.root, root.name.lowercased() == "opml" else { return Decoded(refusing: .noSuchFormat(.opml)) }
    var decoded = Decoded()
    decoded.format = .opml
    var seen: Set<String> = []
    if let body = root.elements.first(where: { $0.name.lowercased() == "body" }) {
      read(body, folders: [], seen: &seen, into: &decoded)
    }
    if decoded.outlines.isEmpty, decoded.refusals.isEmpty { decoded.refusals.append(Refusal(.noText, at: .whole)) }
    if document.isTruncated { decoded.refusals.append(Refusal(.truncated, at: .whole)) }
    return decoded
  }

  private static func read(_ element: XMLElement, folders: [String], seen: inout Set<String>, into decoded: inout Decoded) {
    for outline in element.elements where outline.name.lowercased() == "outline" {
      guard decoded.outlines.count < outlineLimit else { return }
      let title = (outline.attribute("title") ?? outline.attribute("text"))?.collapsed.nonEmpty
      if let written = outline.attribute("xmlUrl")?.trimmed, !written.isEmpty {
        if let feed = Address.web(written) {
          if seen.insert(feed).inserted {
            decoded.outlines.append(
              Outline(title: title, feed: feed, page: Address.web(outline.attribute("htmlUrl")), folders: folders))
          }
        } else {
          decoded.refusals.append(Refusal(.unsafeAddress(written), at: .item(decoded.outlines.count + decoded.refusals.count + 1)))
        }
      }
      let inner = folders.count < depthLimit ? folders + [title].compactMap { $0 } : folders
      read(outline, folders: inner, seen: &seen, into: &decoded)
    }
  }
}
