/// An XML document as a tree of elements, with namespaces resolved, at most 256 deep.
final class XMLElement {
  /// The name without its prefix, as written.
  let name: String
  let prefix: String
  /// The namespace's address, empty where there is none.
  let namespace: String
  let attributes: [XMLAttribute]
  /// A text of its own was longer than `XMLTreeBuilder.textLimit` and is cut.
  fileprivate(set) var isCut = false
  fileprivate(set) var children: [XMLNode] = []

  init(name: String, prefix: String, namespace: String, attributes: [XMLAttribute]) {
    self.name = name
    self.prefix = prefix
    self.namespace = namespace
    self.attributes = attributes
  }

  /// The child elements, in order.
  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text inside, in order.
  var text: String {
    var out = ""
    appendText(to: &out)
    return out
  }

  /// The text of the element itself, without that of elements inside it; trimmed.
  var ownText: String {
    children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }.trimmed
  }

  private func appendText(to out: inout String) {
    for child in children {
      switch child {
      case .text(let text): out += text
      case .element(let element): element.appendText(to: &out)
      }
    }
  }

  /// The first child element of that name, whatever its namespace.
  func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The child elements of that name.
  func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// The first element of that name anywhere below, in document order.
  func descendant(_ name: String) -> XMLElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.descendant(name) { return found }
    }
    return nil
  }

  /// Every element of that name below, in document order; none inside another of them.
  func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// The value of the attribute of that local name, upper and lower case alike; one without a prefix wins, and XLink's are not the
  /// element's own.
  func attribute(_ name: String) -> String? {
    let wanted = name.lowercased()
    return (attributes.first { $0.prefix.isEmpty && $0.name.lowercased() == wanted }
      ?? attributes.first { $0.name.lowercased() == wanted && $0.prefix.lowercased() != "xlink" })?.value
  }

  /// The value of `xml:base`, `xml:lang`.
  func xmlAttribute(_ name: String) -> String? { attributes.first { $0.prefix == "xml" && $0.name == name }?.value }
}

struct XMLAttribute {
  var prefix: String
  var name: String
  var value: String
}

enum XMLNode {
  case text(String)
  case element(XMLElement)
}

/// A document and what its reading showed.
struct XMLDocument {
  var root: XMLElement?
  /// Read by the strict parser, or by the tolerant one without complaint.
  var isWellFormed: Bool
  /// The input ended inside an element.
  var isTruncated: Bool
  /// The document type as written, without its internal subset.
  var doctype: String?

  /// Reads decoded XML: by libxml2 where it is well-formed, else by the tolerant parser.
  static func read(_ text: String) -> XMLDocument {
    let prolog = XMLProlog(text)
    if prolog.isClean, let (root, isWellFormed) = XMLReader.parse(prolog.body) {
      return XMLDocument(root: root, isWellFormed: isWellFormed, isTruncated: false, doctype: prolog.doctype)
    }
    var document = TolerantXML.parse(prolog.body, own: prolog.entities)
    document.doctype = prolog.doctype
    // The strict parser knows no entities, so with some its refusal says nothing.
    if !prolog.isClean || prolog.entities.isEmpty { document.isWellFormed = false }
    return document
  }
}

/// Builds the tree from the events of either parser.
final class XMLTreeBuilder {
  static let depthLimit = 256
  /// Bytes of one text: what is longer is no dispatch.
  static let textLimit = 16 << 20
  private(set) var root: XMLElement?
  /// A prefix was used that nobody declared.
  private(set) var hasUndeclaredPrefix = false
  private var stack: [(element: XMLElement, scope: [String: String], qualified: String)] = []
  private var closedRoot: (element: XMLElement, scope: [String: String], qualified: String)?
  private var pending: [UInt8] = []
  /// Elements deeper than the limit: their text is kept, they themselves are not.
  private var ignored = 0

  var depth: Int { stack.count }
  /// The names of the open elements as written, the outermost first.
  var open: [String] { stack.map(\.qualified) }
  var top: String? { stack.last?.qualified }

  func open(_ qualified: String, _ attributes: [(name: String, value: String)]) {
    guard stack.count < Self.depthLimit else {
      ignored += 1
      return
    }
    flush()
    var scope = stack.last?.scope ?? [:]
    for (name, value) in attributes where name.hasPrefix("xmlns") {
      if name == "xmlns" { scope[""] = value } else if name.hasPrefix("xmlns:") { scope[String(name.dropFirst(6))] = value }
    }
    let (prefix, name) = Self.split(qualified)
    if !prefix.isEmpty, prefix != "xml", scope[prefix] == nil { hasUndeclaredPrefix = true }
    let element = XMLElement(
      name: name, prefix: prefix, namespace: scope[prefix] ?? XMLNamespaces.usual[prefix.lowercased()] ?? "",
      attributes: attributes.compactMap { attribute in
        guard !attribute.name.hasPrefix("xmlns") else { return nil }
        let (prefix, name) = Self.split(attribute.name)
        return XMLAttribute(prefix: prefix, name: name, value: attribute.value)
      })
    if let parent = stack.last?.element { parent.children.append(.element(element)) } else if root == nil { root = element }
    stack.append((element, scope, qualified))
  }

  /// Goes on inside the root, which was closed, as if it were open still; false where it has another name.
  func reopenRoot(named qualified: String) -> Bool {
    guard stack.isEmpty, let closedRoot, closedRoot.qualified == qualified else { return false }
    flush()
    stack.append(closedRoot)
    return true
  }

  /// The next element to open is the root.
  func forgetRoot() {
    guard stack.isEmpty else { return }
    pending.removeAll(keepingCapacity: true)
    root = nil
  }

  /// Closes the innermost element.
  func close() {
    if ignored > 0 {
      ignored -= 1
      return
    }
    flush()
    if stack.count == 1 { closedRoot = stack.last }
    stack.removeLast(stack.isEmpty ? 0 : 1)
  }

  func text(_ bytes: some Collection<UInt8>) {
    // One byte more than may be: enough to tell that it is too long.
    let room = Self.textLimit + 1 - pending.count
    if bytes.count > room {
      pending.append(contentsOf: bytes.prefix(max(0, room)))
      stack.last?.element.isCut = true
    } else {
      pending.append(contentsOf: bytes)
    }
  }

  func finish() { flush() }

  private func flush() {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    guard let element = stack.last?.element else { return }
    element.children.append(.text(String(decoding: pending, as: UTF8.self)))
  }

  private static func split(_ qualified: String) -> (String, String) {
    guard let colon = qualified.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", qualified) }
    return (String(qualified[..<colon]), String(qualified[qualified.utf8.index(after: colon)...]))
  }
}
