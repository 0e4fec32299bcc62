/// Walks over the tree of an RSS, RDF or Atom document and fills in a `FeedDocument`.
///
/// The formats are mixed in practice (Atom links in RSS, Dublin Core everywhere), so one walk knows all their elements:
/// `RSS.swift` and `Atom.swift` hold what is particular to each, `FeedExtensions.swift` the namespaces. An element nobody knows
/// keeps its text or attributes under its short name; the element of the least depth wins over deeper ones of its name, a later
/// one over an earlier.
struct FeedReader {
  var document = FeedDocument()
  var isAtom: Bool { document.version.hasPrefix("atom") }
  static let entryLimit = 20_000

  enum Place { case feed, entry, source }

  /// Reads a document's tree. `base` is the address it was fetched from, `language` what the HTTP header says.
  static func read(_ xml: XMLDocument, base: String?, language: String?) -> FeedDocument? {
    guard let root = xml.root else { return nil }
    var reader = FeedReader()
    reader.document.version = version(of: root, doctype: xml.doctype)
    reader.document.isMalformed = !xml.isWellFormed
    reader.document.isTruncated = xml.isTruncated
    let scope = FeedScope(base: base, language: language.flatMap(FeedScope.tag))
    var feed = FeedFields()
    feed.language = scope.language
    reader.visit(root, into: &feed, place: .feed, scope: scope)
    reader.document.feed = feed
    return reader.document
  }

  /// Reads every child of the element.
  mutating func children(of element: XMLElement, into fields: inout FeedFields, place: Place, scope: FeedScope) {
    for child in element.elements { visit(child, into: &fields, place: place, scope: scope) }
  }

  private mutating func visit(_ element: XMLElement, into fields: inout FeedFields, place: Place, scope outer: FeedScope) {
    // Pictures and formulas have titles and links of their own.
    if ["http://www.w3.org/2000/svg", "http://www.w3.org/1998/math/mathml"].contains(element.namespace.lowercased()) { return }
    let scope = outer.inside(element)
    let name = element.feedName
    if element.isCut { fields.isTooLarge = true }
    switch name {
    case "feed", "rss", "rdf_rdf", "rdf", "channel":
      if place == .feed {
        if let language = element.xmlAttribute("lang").flatMap(FeedScope.tag), fields.language == nil || name != "channel" {
          fields.language = language
        }
        if document.version.isEmpty { document.version = Self.version(of: element, doctype: nil) }
      }
      children(of: element, into: &fields, place: place, scope: scope)
    case "item", "entry", "product":
      guard document.entries.count < Self.entryLimit else { return }
      // Its place is kept before nested ones are read.
      let index = document.entries.count
      document.entries.append(FeedFields())
      var entry = FeedFields()
      if let about = element.attributes.first(where: { $0.prefix.lowercased() == "rdf" && $0.name == "about" })?.value {
        entry.id = about.nonEmpty
        entry.depths["id"] = .max
      }
      children(of: element, into: &entry, place: .entry, scope: scope)
      document.entries[index] = entry
    default:
      if Atom.read(element, name, into: &fields, place: place, scope: scope, reader: &self) { return }
      if RSS.read(element, name, into: &fields, place: place, scope: scope, reader: &self) { return }
      if FeedExtensions.read(element, name, into: &fields, place: place, scope: scope, reader: &self) { return }
      unknown(element, name, into: &fields, place: place, scope: scope)
    }
  }

  private mutating func unknown(
    _ element: XMLElement, _ name: String, into fields: inout FeedFields, place: Place, scope: FeedScope
  ) {
    let attributes = Dictionary(
      element.attributes.filter { $0.prefix != "xml" }.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    let own = element.children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    if fields.mayTake("other:" + name, at: scope.depth) {
      fields.others[name] = [FeedElement(text: own.trimming(while: \.isWhitespace), attributes: attributes)]
    }
    children(of: element, into: &fields, place: place, scope: scope)
  }

  /// The element as a text construct.
  func text(_ element: XMLElement, _ fallback: String, _ scope: FeedScope) -> FeedText {
    FeedTexts.read(element, fallback: fallback, scope: scope, isAtom: isAtom)
  }

  /// Which format and version the root says it is.
  static func version(of root: XMLElement, doctype: String?) -> String {
    let namespace = root.namespace.lowercased()
    switch root.name.lowercased() {
    case "rss":
      let version = root.attribute("version")?.trimmed ?? ""
      switch version {
      case "0.90": return "rss090"
      case "0.91": return doctype?.lowercased().contains("netscape") == true ? "rss091n" : "rss091u"
      case "0.92": return "rss092"
      case "0.93": return "rss093"
      case "0.94": return "rss094"
      default:
        if version.hasPrefix("2.") { return "rss20" }
        return namespace.hasPrefix("http://backend.userland.com/rss") ? "rss20" : "rss"
      }
    case "rdf":
      if root.descendantNamespace("http://my.netscape.com/rdf/simple/0.9/") { return "rss090" }
      return root.descendantNamespace("http://purl.org/rss/1.0/") ? "rss10" : ""
    case "feed":
      switch root.attribute("version")?.trimmed {
      case "0.1": return "atom01"
      case "0.2": return "atom02"
      case "0.3": return "atom03"
      default: return namespace == "http://www.w3.org/2005/atom" ? "atom10" : "atom"
      }
    case "channel", "item": return "rss"
    default: return ""
    }
  }
}

extension XMLElement {
  /// Whether a child is in that namespace (compared in lower case).
  func descendantNamespace(_ address: String) -> Bool { elements.contains { $0.namespace.lowercased() == address } }
}

extension FeedFields {
  /// Whether an element of that depth may set the field: no shallower one has.
  mutating func mayTake(_ field: String, at depth: Int) -> Bool {
    if let old = depths[field], old < depth { return false }
    depths[field] = depth
    return true
  }

  /// Sets the field from an element of that depth.
  mutating func set<Value>(_ field: WritableKeyPath<FeedFields, Value?>, _ name: String, _ value: Value?, at depth: Int) {
    guard let value, mayTake(name, at: depth) else { return }
    self[keyPath: field] = value
  }

  /// Adds a tag unless it is there.
  mutating func add(_ tag: FeedTag) {
    if tag.term != nil || tag.scheme != nil || tag.label != nil, !tags.contains(tag) { tags.append(tag) }
  }
}
