/// Packages of NewsML-G2 (IPTC, chapter "Packages" of the NewsML-G2 guidelines): a list of items in groups, each by reference. It becomes
/// a dispatch of its own, one line for each item, whose link opens the item where it has an address.
struct NewsMLPackage {
  private let groups: [String: XMLElement]
  private let roots: [XMLElement]
  /// Headlines of the items that the same message brings, by their ids.
  private let brought: [String: String]
  private static let depthLimit = 16
  /// References of one package.
  private static let lineLimit = 2_000

  init(_ package: XMLElement, bringing brought: [String: String]) {
    let set = package.first("groupSet")
    let all = set?.all("group") ?? []
    self.brought = brought
    let groups = Dictionary(all.compactMap { group in group.attribute("id").map { ($0, group) } }, uniquingKeysWith: { first, _ in first })
    self.groups = groups
    // Without a root that is there, every group counts that no other holds.
    let inner = Set(all.flatMap { $0.all("groupRef") }.compactMap { $0.attribute("idref") })
    roots = set?.attribute("root").flatMap { groups[$0] }.map { [$0] } ?? all.filter { group in group.attribute("id").map { !inner.contains($0) } ?? true }
  }

  /// Whether it names an item that the message does not bring.
  var isMoreThanTheMessage: Bool {
    (roots + groups.values).contains { group in
      group.all("itemRef").contains { reference in Self.id(reference).map { brought[$0] == nil } ?? false }
    }
  }

  /// The items as nested lists.
  var html: String {
    var out = ""
    var lines = 0
    var seen: Set<String> = []
    for root in roots { write(root, depth: 0, &seen, &lines, &out) }
    return out
  }

  private func write(_ group: XMLElement, depth: Int, _ seen: inout Set<String>, _ lines: inout Int, _ out: inout String) {
    guard depth < Self.depthLimit else { return }
    // Groups that hold each other are shown once.
    if let id = group.attribute("id"), !seen.insert(id).inserted { return }
    let list = group.attribute("mode")?.lowercased().hasSuffix("seq") == true ? "ol" : "ul"
    out += "<\(list)>"
    for child in group.elements where lines < Self.lineLimit {
      switch child.name {
      case "itemRef":
        guard let line = line(child) else { continue }
        lines += 1
        out += "<li>\(line)</li>"
      case "groupRef":
        guard let inner = child.attribute("idref").flatMap({ groups[$0] }) else { continue }
        if let title = Self.title(inner) {
          lines += 1
          out += "<li>\(Markup.escaped(title))</li>"
        }
        write(inner, depth: depth + 1, &seen, &lines, &out)
      default: continue
      }
    }
    out += "</\(list)>"
  }

  private func line(_ reference: XMLElement) -> String? {
    let id = Self.id(reference)
    let address = Address.web(reference.attribute("href")) ?? Address.web(id)
    guard let title = Self.title(reference) ?? id.flatMap({ brought[$0] }) ?? reference.first("description")?.text.collapsed.nonEmpty ?? id
    else { return nil }
    let words = Markup.escaped(title)
    guard let address else { return words }
    return "<a href=\"\(Markup.escaped(address))\">\(words)</a>"
  }

  /// What a reference or a group is called.
  private static func title(_ element: XMLElement) -> String? {
    for name in ["headline", "title", "name"] { if let text = element.first(name)?.text.collapsed.nonEmpty { return text } }
    return nil
  }

  static func id(_ reference: XMLElement) -> String? {
    reference.attribute("residref")?.trimmed.nonEmpty ?? reference.attribute("href")?.trimmed.nonEmpty
  }
}
