/// What a text is, by its content; names and media types are not asked.
enum Sniffer {
  enum Verdict: Equatable {
    case format(WireFormat)
    case refusal(Refusal.Reason)
  }

  /// Bytes that are no text at all.
  static func refusal(of bytes: [UInt8]) -> Refusal.Reason? {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x42, 0x5A, 0x68])
      || bytes.starts(with: [0xFD, 0x37, 0x7A]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    {
      return .isCompressed
    }
    let binary: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("%PDF-".utf8), [0x7F, 0x45, 0x4C, 0x46],
      Array("OggS".utf8), Array("ID3".utf8), Array("SQLite format 3".utf8), [0xD0, 0xCF, 0x11, 0xE0],
    ]
    return binary.contains { bytes.starts(with: $0) } ? .isBinary : nil
  }

  /// The format of a decoded text.
  static func sniff(_ text: String) -> Verdict {
    let head = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{0}" }.prefix(4_096)
    guard let first = head.first else { return .refusal(.empty) }
    switch first {
    case "<": return markup(String(String.UnicodeScalarView(head)), text)
    case "{", "[": return .format(json(text))
    case "\u{1}", "\u{16}": return .format(String(String.UnicodeScalarView(head)).contains("\u{16}") ? .anpa : .iptc7901)
    default: break
    }
    let start = String(String.UnicodeScalarView(head))
    if isMail(start) { return .format(.eml) }
    if IPTC7901.hasHeader(start) { return .format(.iptc7901) }
    // Feeds after a line of junk, as broken servers send them.
    if let open = start.firstIndex(of: "<"), start[open...].hasPrefix("<?xml") || root(start[open...]).map(isFeedRoot) == true {
      return markup(String(start[open...]), text)
    }
    return .format(.text)
  }

  private static func isFeedRoot(_ name: String) -> Bool { ["rss", "rdf", "feed", "opml"].contains(name) }

  private static func markup(_ head: String, _ text: String) -> Verdict {
    // The root may lie behind long comments or a document type.
    guard var name = root(head[...]) ?? root(text[...]) else { return .refusal(.malformedXML) }
    // Scraps of a page before a feed, as servers put them there; a page itself begins with what only pages have.
    if ["br", "hr", "p", "b", "div", "font", "meta", "link", "img", "span"].contains(name),
      let feed = root(text.prefix(65_536), where: isFeedRoot)
    {
      name = feed
    }
    switch name {
    case "rss", "rdf", "channel": return .format(.rss)
    case "feed", "entry": return .format(.atom)
    case "opml": return .format(.opml)
    case "newsitem", "newsmessage", "packageitem", "newsml", "knowledgeitem", "conceptitem", "planningitem": return .format(.newsml)
    case "html", "head", "body": return .refusal(.isHTML)
    default:
      let lower = head.lowercased()
      if lower.hasPrefix("<!doctype html") { return .refusal(.isHTML) }
      return Markup.elements.contains(name) ? .refusal(.isHTML) : .refusal(.unknownFormat)
    }
  }

  /// The local name of the first element that is wanted, in lower case.
  private static func root(_ text: Substring, where isWanted: (String) -> Bool = { _ in true }) -> String? {
    var lexer = MarkupLexer(Array(text.prefix(65_536).utf8), isHTML: false)
    while let token = lexer.next() {
      guard case .open(let tag) = token else { continue }
      let name = (tag.name.split(separator: ":").last.map(String.init) ?? tag.name).lowercased()
      if isWanted(name) { return name }
    }
    return nil
  }

  /// A JSON text as a whole, or a line each.
  private static func json(_ text: String) -> WireFormat {
    let lines = text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }).lazy.filter { !$0.allSatisfy(\.isWhitespace) }
    let firstLine = lines.first.map(String.init) ?? text
    let (first, complaint) = JSONReader.read(firstLine)
    if complaint == nil, let first, lines.dropFirst().first != nil || first["text"] != nil && first["type"] == nil {
      return first["uri"] != nil ? .ninjs : .jsonl
    }
    let (value, _) = JSONReader.read(text)
    guard let value else { return .jsonl }
    if value["version"]?.string?.contains("jsonfeed.org") == true || value["items"]?.array != nil { return .jsonfeed }
    let sample = value.array?.first ?? value
    if sample["uri"] != nil || sample["headlines"] != nil || sample["bodies"] != nil || sample["body_text"] != nil
      || sample["body_xhtml"] != nil || sample["body_html"] != nil
    {
      return .ninjs
    }
    return sample["text"] != nil ? .jsonl : .ninjs
  }

  /// Two header fields of mail at the start, one of which only mail has.
  private static func isMail(_ head: String) -> Bool {
    var names: Set<String> = []
    for line in head.split(whereSeparator: \.isNewline).prefix(40) {
      if line.first == " " || line.first == "\t" { continue }
      if line.hasPrefix("From "), names.isEmpty { continue }
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }), !line[..<colon].isEmpty
      else { break }
      names.insert(line[..<colon].lowercased())
    }
    let mail: Set<String> = ["from", "received", "message-id", "mime-version", "return-path", "content-type"]
    return names.contains("from") && names.intersection(mail).count >= 2
      || names.intersection(["message-id", "received", "mime-version", "return-path"]).count >= 2
  }
}
