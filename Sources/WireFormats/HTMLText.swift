/// HTML to text that reads well: one paragraph a line, lists with their bullets, tables as rows, quotations marked, preformatted text with
/// its indents; no script, style or hidden text. Linear time, bounded indent, any input.
public struct HTMLText: Sendable {
  /// One paragraph, list item or table row each; never empty.
  public private(set) var lines: [String] = []
  /// Targets of its links, resolved, http(s) and mailto only, each once, in order.
  public private(set) var links: [String] = []

  /// Indents and quotation marks go no deeper than this.
  static let depthLimit = 6
  /// Longer texts are cut.
  static let sizeLimit = 8 << 20
  private static let linkLimit = 500
  /// The longest run of blanks in preformatted text.
  private static let blankLimit = 120

  /// The text without line breaks, bullets and marks: for titles.
  public static func flat(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html.collapsed }
    return HTMLText(html, base: nil, isDecorated: false).lines.joined(separator: " ")
  }

  public init(_ html: String, base: String?) { self.init(html, base: base, isDecorated: true) }

  /// A whole page: the title in its head is no part of its text. In a feed's text it is, as feed readers have it.
  init(page html: String, base: String?) { self.init(html, base: base, isDecorated: true, isPage: true) }

  private init(_ html: String, base: String?, isDecorated: Bool, isPage: Bool = false) {
    self.isDecorated = isDecorated
    self.isPage = isPage
    self.base = base
    read(Array(html.utf8))
  }

  private let isDecorated: Bool
  private let isPage: Bool
  private var base: String?
  private var line: [UInt8] = []
  private var needsSpace = false
  private var quoteDepth = 0
  /// The open lists: nil for bullets, else the next number.
  private var lists: [Int?] = []
  private var preDepth = 0
  private var cells = 0
  private var size = 0
  private var seen: Set<String> = []

  private static let raw: Set<String> = ["script", "style"]
  /// Between the head's start tag and the first block.
  private var isInHead = false
  /// Elements whose content is not for reading.
  private static let unread: Set<String> = ["template", "applet", "datalist"]
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption", "blockquote", "pre",
    "hr", "br", "section", "article", "header", "footer", "figure", "figcaption", "address", "main", "aside", "nav", "form",
    "fieldset", "legend", "details", "summary", "center", "dir", "menu", "tbody", "thead", "tfoot", "body", "html", "listing", "option",
  ]

  private mutating func read(_ bytes: [UInt8]) {
    var lexer = MarkupLexer(bytes, isHTML: true)
    // The element whose content is skipped, and how many of its name are open.
    var skipped: (name: String, depth: Int)?
    var earlyEnds = 0
    while size < Self.sizeLimit, let token = lexer.next() {
      switch token {
      case .text(let text), .literal(let text): if skipped == nil { append(text) }
      case .other: break
      case .open(let tag):
        let name = tag.name.lowercased()
        if let open = skipped {
          if open.name == name, !tag.isSelfClosing { skipped = (name, open.depth + 1) }
          if Self.raw.contains(name), !tag.isSelfClosing { lexer.skipRawText(until: name) }
        } else if Self.raw.contains(name) {
          // An end tag that came too early cancels the next start tag, as feed readers have it: what follows is text.
          if name == "script", earlyEnds > 0 { earlyEnds -= 1 } else if !tag.isSelfClosing { lexer.skipRawText(until: name) }
        } else if isPage, isInHead, name == "title" {
          lexer.skipRawText(until: name)
        } else if Self.unread.contains(name) || isHidden(tag), !Markup.empty.contains(name), !tag.isSelfClosing {
          if Self.blocks.contains(name) { breakLine() }
          skipped = (name, 1)
        } else {
          open(name, tag)
        }
      case .close(let written):
        let name = written.lowercased()
        if let open = skipped {
          if open.name == name { skipped = open.depth > 1 ? (name, open.depth - 1) : nil }
        } else {
          if name == "script" { earlyEnds = 1 }
          close(name)
        }
      }
    }
    breakLine()
  }

  private func isHidden(_ tag: MarkupLexer.Tag) -> Bool {
    for (name, value) in tag.attributes {
      switch name.lowercased() {
      case "hidden": return true
      case "aria-hidden": if value.lowercased() == "true" { return true }
      case "style":
        let style = value.lowercased().filter { !$0.isWhitespace }
        for hiding in ["display:none", "visibility:hidden", "font-size:0", "opacity:0;", "mso-hide:all"] where style.contains(hiding) {
          // `font-size:0.9em` is small, not hidden.
          if hiding != "font-size:0" || !style.contains("font-size:0.") { return true }
        }
      default: break
      }
    }
    return false
  }

  private mutating func open(_ name: String, _ tag: MarkupLexer.Tag) {
    if Self.blocks.contains(name) {
      breakLine()
      isInHead = false
    }
    switch name {
    case "head": isInHead = true
    case "a": note(tag.attributes.first { $0.name.lowercased() == "href" }?.value)
    case "base":
      if let href = tag.attributes.first(where: { $0.name.lowercased() == "href" })?.value { base = Address.web(href) ?? base }
    case "ul", "dir", "menu": if lists.count < 64 { lists.append(nil) }
    case "ol":
      let start = tag.attributes.first { $0.name.lowercased() == "start" }.flatMap { Int($0.value) } ?? 1
      if lists.count < 64 { lists.append((-9_999...999_999).contains(start) ? start : 1) }
    case "li": bullet()
    case "blockquote": quoteDepth += 1
    case "pre", "listing": preDepth += 1
    case "tr": cells = 0
    case "td", "th":
      if cells > 0, isDecorated {
        trimLine()
        line.append(contentsOf: " | ".utf8)
        needsSpace = false
      } else if cells > 0 {
        needsSpace = true
      }
      cells += 1
    case "q": append(Array("«\u{A0}".utf8))
    default: break
    }
  }

  private mutating func close(_ name: String) {
    if Self.blocks.contains(name) { breakLine() }
    switch name {
    case "head": isInHead = false
    case "ul", "ol", "dir", "menu": if !lists.isEmpty { lists.removeLast() }
    case "blockquote": quoteDepth = max(0, quoteDepth - 1)
    case "pre", "listing": preDepth = max(0, preDepth - 1)
    case "q": append(Array("\u{A0}»".utf8))
    default: break
    }
  }

  private mutating func bullet() {
    guard isDecorated else { return }
    var mark = String(repeating: "  ", count: min(max(lists.count - 1, 0), Self.depthLimit))
    if let last = lists.indices.last, let number = lists[last] {
      mark += "\(number). "
      lists[last] = number + 1
    } else {
      mark += "• "
    }
    line = Array(mark.utf8)
    needsSpace = false
  }

  private mutating func append(_ text: [UInt8]) {
    size += text.count
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte.isASCIIBlank {
        if preDepth == 0 || !isDecorated { needsSpace = true } else if byte == 0x0A { breakLine() } else { keepBlank(byte) }
      } else if let length = Self.lineBreak(byte, rest) {
        rest = rest.dropFirst(length)
        if preDepth > 0, isDecorated { breakLine() } else { needsSpace = true }
      } else if byte >= 0x20 && byte != 0x7F {
        if needsSpace, let last = line.last, last != 0x20 { line.append(0x20) }
        needsSpace = false
        line.append(byte)
      }
    }
  }

  /// In preformatted text blanks stand as they are, and a tab as blanks up to the next eighth column. A run of them is bounded.
  private mutating func keepBlank(_ byte: UInt8) {
    guard byte == 0x20 || byte == 0x09 else { return }
    let run = line.reversed().prefix { $0 == 0x20 }.count
    var width = 1
    // Columns of a line longer than any screen are not counted: that would take quadratic time.
    if byte == 0x09, line.count < 1_000 { width = 8 - line.count { $0 & 0xC0 != 0x80 } % 8 }
    line.append(contentsOf: repeatElement(0x20, count: min(width, Self.blankLimit - run)))
  }

  /// How many bytes more the line breaks have that are not ASCII's: NEL, and Unicode's ends of line and paragraph. nil for anything else.
  private static func lineBreak(_ byte: UInt8, _ rest: ArraySlice<UInt8>) -> Int? {
    if byte == 0xC2 { return rest.first == 0x85 ? 1 : nil }
    return byte == 0xE2 && rest.starts(with: [0x80, 0xA8]) || byte == 0xE2 && rest.starts(with: [0x80, 0xA9]) ? 2 : nil
  }

  private mutating func trimLine() {
    while line.last == 0x20 { line.removeLast() }
  }

  private mutating func breakLine() {
    trimLine()
    needsSpace = false
    defer { line.removeAll(keepingCapacity: true) }
    // A bullet or a row of empty cells alone is nothing to read.
    let text = String(decoding: line, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "•" && $0 != "|" }) else { return }
    let quote = isDecorated ? String(repeating: "> ", count: min(quoteDepth, Self.depthLimit)) : ""
    lines.append(quote + text)
  }

  private mutating func note(_ target: String?) {
    guard let target, links.count < Self.linkLimit, !target.hasPrefix("#") else { return }
    guard let address = Address.harmless(Address.resolve(target, base: base)), seen.insert(address).inserted else { return }
    links.append(address)
  }
}
