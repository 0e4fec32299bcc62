/// The main text of an article's page: the paragraphs that lie together, without menus, advertisements and comments.
///
/// A paragraph is worth its characters that are not links (the link density of Kohlschütter et al., "Boilerplate Detection using
/// Shallow Text Features", WSDM 2010, in its simplest form); one that is mostly links is worth nothing. From the page down, the
/// container that holds seven tenths of its parent's worth is gone into; an `article` that holds half of the page's wins at once.
public struct MainText: Sendable {
  /// One paragraph each.
  public private(set) var lines: [String] = []
  /// Targets of the links in these paragraphs, http(s) and mailto only, each once.
  public private(set) var links: [String] = []

  /// nil where the page has no text to speak of.
  public static func read(_ bytes: [UInt8], contentType: String? = nil, base: String? = nil) -> MainText? {
    var page = ArticlePage(base: base)
    page.read(Array(TextDecoding.decode(bytes, contentType: contentType).text.utf8))
    let block = page.mainBlock
    guard page.blocks[block].total >= shortest else { return nil }
    var text = MainText()
    for paragraph in page.paragraphs where page.lies(paragraph.block, in: block) {
      text.lines.append(paragraph.text)
      text.links += paragraph.links
    }
    text.links = text.links.unique
    return text
  }

  /// Shorter texts are no article.
  private static let shortest = 200
}

/// A page cut into containers and the paragraphs in them.
private struct ArticlePage {
  struct Block {
    var name: String
    var parent: Int
    /// Characters of the paragraphs inside, links left out; with those of the blocks inside.
    var total = 0
  }

  struct Paragraph {
    var block: Int
    var text: String
    var links: [String]
  }

  /// The page itself is the first; a parent comes before what lies in it.
  private(set) var blocks = [Block(name: "", parent: 0)]
  private(set) var paragraphs: [Paragraph] = []
  private let base: String?
  private var open = [0]
  private var current: String?
  private var text: [UInt8] = []
  private var links: [String] = []
  private var linked = 0
  private var isInLink = false

  private static let raw: Set<String> = ["script", "style"]
  /// What never holds the text.
  private static let besides: Set<String> = [
    "nav", "aside", "footer", "form", "noscript", "template", "svg", "button", "select", "figure", "iframe", "head",
  ]
  private static let containers: Set<String> = ["div", "section", "article", "main", "body", "td", "header"]
  private static let texts: Set<String> = ["p", "h2", "h3", "h4", "li", "blockquote", "pre"]
  private static let blockLimit = 20_000

  init(base: String?) { self.base = base }

  mutating func read(_ bytes: [UInt8]) {
    var lexer = MarkupLexer(bytes, isHTML: true)
    var skipped: (name: String, depth: Int)?
    while let token = lexer.next() {
      switch token {
      case .text(let bytes), .literal(let bytes): if skipped == nil, current != nil { append(bytes) }
      case .other: break
      case .open(let tag):
        let name = tag.name.lowercased()
        if Self.raw.contains(name) {
          if !tag.isSelfClosing { lexer.skipRawText(until: name) }
        } else if let outer = skipped {
          if outer.name == name, !tag.isSelfClosing { skipped = (name, outer.depth + 1) }
        } else if Self.besides.contains(name) {
          close()
          if !tag.isSelfClosing { skipped = (name, 1) }
        } else {
          begin(name, tag)
        }
      case .close(let written):
        let name = written.lowercased()
        if let outer = skipped {
          if outer.name == name { skipped = outer.depth > 1 ? (name, outer.depth - 1) : nil }
        } else {
          end(name)
        }
      }
    }
    close()
    for index in blocks.indices.dropFirst().reversed() { blocks[blocks[index].parent].total += blocks[index].total }
  }

  /// The container that holds the article.
  var mainBlock: Int {
    let articles = blocks.indices.filter { blocks[$0].name == "article" && blocks[$0].total * 2 >= blocks[0].total }
    if let article = articles.max(by: { blocks[$0].total < blocks[$1].total }) { return article }
    var heaviest: [Int: Int] = [:]
    for index in blocks.indices.dropFirst() where blocks[index].total > heaviest[blocks[index].parent].map({ blocks[$0].total }) ?? 0 {
      heaviest[blocks[index].parent] = index
    }
    var block = 0
    while let inner = heaviest[block], blocks[inner].total * 10 >= blocks[block].total * 7 { block = inner }
    return block
  }

  func lies(_ block: Int, in outer: Int) -> Bool {
    var block = block
    while block > outer { block = blocks[block].parent }
    return block == outer
  }

  private mutating func begin(_ name: String, _ tag: MarkupLexer.Tag) {
    if Self.containers.contains(name) {
      close()
      guard blocks.count < Self.blockLimit else { return }
      blocks.append(Block(name: name, parent: open.last ?? 0))
      open.append(blocks.count - 1)
    } else if Self.texts.contains(name) {
      close()
      current = name
    } else if name == "br" {
      append([0x20])
    } else if name == "a", current != nil {
      isInLink = true
      let target = tag.attributes.first { $0.name.lowercased() == "href" }?.value
      if let address = target.flatMap({ Address.harmless(Address.resolve($0, base: base)) }) { links.append(address) }
    }
  }

  private mutating func end(_ name: String) {
    if name == "a" {
      isInLink = false
    } else if Self.containers.contains(name) {
      close()
      if let index = open.lastIndex(where: { blocks[$0].name == name }), index > 0 { open.removeSubrange(index...) }
    } else if Self.texts.contains(name) {
      close()
    }
  }

  private mutating func append(_ bytes: [UInt8]) {
    text += bytes
    if isInLink { linked += bytes.count }
  }

  /// Ends the paragraph that is being read.
  private mutating func close() {
    defer { (current, text, links, linked, isInLink) = (nil, [], [], 0, false) }
    guard current != nil, linked * 2 <= text.count else { return }
    let line = String(decoding: text, as: UTF8.self).collapsed
    guard !line.isEmpty else { return }
    let block = open.last ?? 0
    blocks[block].total += max(0, line.utf8.count - linked)
    paragraphs.append(Paragraph(block: block, text: line, links: links))
  }
}
