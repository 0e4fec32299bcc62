/// Broken XML to a tree: what strict parsers refuse and feeds contain all the same.
///
/// Bare ampersands and HTML entities, undeclared prefixes, attributes without quotes, end tags missing, crossed or in another
/// case, junk before the start and after the end, a cut in the middle, a feed written twice. An end tag closes up to its match; a new
/// item closes the old one.
enum TolerantXML {
  /// Elements that hold nothing but text: a field that opens inside one of them means that its end tag was forgotten.
  private static let leaves: Set<String> = [
    "title", "link", "guid", "id", "pubdate", "updated", "published", "category", "dc:date", "dc:creator", "dc:subject",
    "language", "author",
  ]
  private static let fields: Set<String> = [
    "title", "link", "guid", "id", "pubdate", "updated", "published", "category", "dc:date", "dc:creator", "dc:subject",
    "language", "description", "summary", "content", "content:encoded", "author", "item", "entry", "channel",
  ]
  private static let items: Set<String> = ["item", "entry"]
  /// What a feed begins with.
  private static let roots: Set<String> = ["rss", "feed", "rdf:rdf", "rdf", "channel"]
  private static let frames: Set<String> = ["item", "entry", "channel", "rss", "feed", "rdf:rdf"]

  static func parse(_ body: [UInt8], own: [String: String]) -> XMLDocument {
    var lexer = MarkupLexer(body, isHTML: false, own: own)
    let builder = XMLTreeBuilder()
    var complaints = 0
    // Only inside a feed does an opening item close the one before it.
    var isFeed = false
    var isOver = false
    reading: while let token = lexer.next() {
      switch token {
      case .text(let bytes), .literal(let bytes):
        if builder.depth > 0 { builder.text(bytes) } else if !bytes.allSatisfy(\.isASCIIBlank) { complaints += 1 }
      case .other: break
      case .open(let tag):
        let name = tag.name.lowercased()
        if isOver {
          complaints += 1
          // Junk before a feed is forgotten; a feed again goes on with the first; anything else after the root is no part of it.
          if isFeed, builder.reopenRoot(named: tag.name) {
            isOver = false
            continue
          }
          guard !isFeed else { break reading }
          guard roots.contains(name) else { continue }
          builder.forgetRoot()
          isOver = false
        }
        if builder.depth == 0 { isFeed = roots.contains(name) }
        if isFeed { complaints += closeForgotten(before: name, tag, in: builder) }
        builder.open(tag.name, tag.attributes)
        if tag.isSelfClosing { builder.close() }
        isOver = builder.depth == 0
      case .close(let name):
        complaints += close(name.lowercased(), in: builder)
        isOver = builder.depth == 0 && builder.root != nil
      }
    }
    let isTruncated = builder.depth > 0
    while builder.depth > 0 { builder.close() }
    builder.finish()
    return XMLDocument(
      root: builder.root, isWellFormed: complaints == 0 && !builder.hasUndeclaredPrefix && !isTruncated && !lexer.isDamaged,
      isTruncated: isTruncated, doctype: nil)
  }

  /// Closes leaves and items whose end tags were forgotten. Gives the number of complaints.
  private static func closeForgotten(before name: String, _ tag: MarkupLexer.Tag, in builder: XMLTreeBuilder) -> Int {
    var complaints = 0
    while let top = builder.top?.lowercased(), leaves.contains(top), fields.contains(name), builder.depth > 1 {
      // An Atom author holds persons' fields, none of which is a field of the item.
      builder.close()
      complaints += 1
    }
    // An item ends the one before it, and lies in nothing but the feed.
    let place = builder.open.lastIndex { items.contains($0.lowercased()) } ?? builder.open.lastIndex { frames.contains($0.lowercased()) }.map { $0 + 1 }
    if items.contains(name), let place {
      while builder.depth > place {
        builder.close()
        complaints += 1
      }
    }
    return complaints
  }

  private static func close(_ name: String, in builder: XMLTreeBuilder) -> Int {
    guard let top = builder.top else { return 1 }
    if top == name || top.lowercased() == name {
      builder.close()
      return top == name ? 0 : 1
    }
    let open = builder.open
    guard let match = open.lastIndex(where: { $0.lowercased() == name }) else { return 1 }
    // A stray end tag inside an item must not end the item.
    if !frames.contains(name), open[(match + 1)...].contains(where: { items.contains($0.lowercased()) }) { return 1 }
    while builder.depth > match { builder.close() }
    return 1
  }
}
