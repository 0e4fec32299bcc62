/// Atom 1.0 (RFC 4287) and 0.3 (the draft of December 2003): its elements, wherever they occur. RSS shares many of them.
enum Atom {
  /// Whether the element was one of Atom's, and read.
  static func read(
    _ element: XMLElement, _ name: String, into fields: inout FeedFields, place: FeedReader.Place, scope: FeedScope,
    reader: inout FeedReader
  ) -> Bool {
    let depth = scope.depth
    switch name {
    case "title", "dc_title": title(reader.text(element, "text/plain", scope), at: depth, into: &fields)
    case "tagline", "subtitle", "itunes_subtitle":
      fields.set(\.subtitle, "subtitle", reader.text(element, "text/plain", scope), at: depth)
    case "info", "feedburner_browserfriendly": fields.set(\.info, "info", reader.text(element, "text/plain", scope), at: depth)
    case "rights", "copyright", "dc_rights":
      fields.set(\.rights, "rights", reader.text(element, "text/plain", scope), at: depth)
    case "summary", "itunes_summary": summary(reader.text(element, "text/plain", scope), element, at: depth, into: &fields)
    case "content": content(reader.text(element, "text/plain", scope), into: &fields)
    case "link": link(element, into: &fields, place: place, scope: scope)
    case "id":
      let id = element.text.trimmed.nonEmpty.map { scope.resolve($0) }
      fields.set(\.id, "id", id, at: depth)
      if fields.guidIsLink == nil { fields.guidIsLink = fields.link == nil }
      // Many an id is the page's address, and the only one that the entry has.
      if fields.link == nil { fields.link = id }
    case "author": author(element, into: &fields, scope: scope)
    case "contributor": fields.contributors.append(person(element, scope: scope))
    case "published", "issued": fields.set(\.published, "published", FeedDate(element.text.trimmed), at: depth)
    case "updated", "modified": fields.set(\.updated, "updated", FeedDate(element.text.trimmed), at: depth)
    case "created": fields.set(\.created, "created", FeedDate(element.text.trimmed), at: depth)
    case "icon": fields.set(\.icon, "icon", scope.resolve(element.text), at: depth)
    case "logo": fields.set(\.logo, "logo", scope.resolve(element.text), at: depth)
    case "category", "dc_subject", "keywords": category(element, into: &fields)
    case "generator":
      let href = (element.attribute("uri") ?? element.attribute("url") ?? element.attribute("href")).map { scope.resolve($0) }
      let generator = FeedGenerator(name: element.text.trimmed.nonEmpty, href: href, version: element.attribute("version"))
      fields.set(\.generator, "generator", generator, at: depth)
    default: return false
    }
    return true
  }

  /// The first title at the least depth wins; an empty one says nothing.
  static func title(_ text: FeedText, at depth: Int, into fields: inout FeedFields) {
    guard !text.value.isEmpty else { return }
    if let old = fields.depths["title"], old <= depth { return }
    fields.depths["title"] = depth
    fields.title = text
  }

  /// A second summary is content, as the feed that gives both a description and a summary means it.
  static func summary(_ text: FeedText, _ element: XMLElement, at depth: Int, into fields: inout FeedFields) {
    if fields.depths["summary"] != nil, fields.content.isEmpty, depth <= fields.depths["summary"] ?? depth {
      content(text, into: &fields)
    } else {
      fields.set(\.summary, "summary", text, at: depth)
    }
  }

  /// Content that can be read as text also stands in for a summary.
  static func content(_ text: FeedText, into fields: inout FeedFields) {
    fields.content.append(text)
    if fields.summary == nil, text.isHTML || text.type == "text/plain" { fields.summary = text }
  }

  static func link(_ element: XMLElement, into fields: inout FeedFields, place: FeedReader.Place, scope: FeedScope) {
    let written = element.attribute("href") ?? element.attribute("url") ?? element.attribute("uri")
    // Relations of the IANA registry are compared without case (RFC 8288, section 2.1.1).
    let rel = element.attribute("rel").map { $0.contains(":") ? $0 : $0.lowercased() } ?? "alternate"
    let type = element.attribute("type") ?? (rel == "self" ? "application/atom+xml" : "text/html")
    var link = FeedLink(rel: rel, type: type, href: nil, title: element.attribute("title"), length: element.attribute("length"))
    if let written {
      link.href = scope.resolve(written)
      fields.links.append(link)
      if rel == "license" { fields.others["license"] = [FeedElement(text: link.href ?? "", attributes: [:])] }
      if rel == "alternate", ["text/html", "application/xhtml+xml"].contains(FeedTexts.mediaType(type)) {
        fields.set(\.link, "link", link.href, at: scope.depth)
      }
      return
    }
    let text = scope.resolve(withPlainAmpersands(element.text.trimmed))
    if !text.isEmpty {
      link.href = text
      if rel == "alternate" { fields.set(\.link, "link", text, at: scope.depth) }
    }
    if link.href != nil || link.title != nil { fields.links.append(link) }
  }

  /// `?a=1&amp;b=2` escaped once too often, in an address.
  private static func withPlainAmpersands(_ address: String) -> String { address.replacing("&amp;", with: "&") }

  /// A person construct (name, email, uri), or a name with or without an address as RSS writes it.
  static func author(_ element: XMLElement, into fields: inout FeedFields, scope: FeedScope) {
    let person = person(element, scope: scope)
    guard person != FeedPerson() else { return }
    fields.authors.append(person)
    fields.author = element.elements.isEmpty ? element.text.trimmed : shown(person)
  }

  static func person(_ element: XMLElement, scope: FeedScope) -> FeedPerson {
    if element.elements.isEmpty { return person(element.text) }
    var person = FeedPerson()
    for child in element.elements {
      let inner = scope.inside(child)
      let text = child.text.trimmed
      switch child.name.lowercased() {
      case "name": person.name = text.nonEmpty ?? person.name
      case "email": person.email = text.nonEmpty ?? person.email
      case "url", "uri", "homepage": person.href = inner.resolve(text).nonEmpty ?? person.href
      default: break
      }
    }
    return person
  }

  /// `Name (name@example.com)`, `name@example.com (Name)`, `Name <name@example.com>`.
  static func person(_ text: String) -> FeedPerson {
    let text = text.collapsed
    guard let at = text.firstIndex(of: "@") else { return FeedPerson(name: text.nonEmpty) }
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "._%+-?=&/".contains(character))
    }
    let local = text[..<at].reversed().prefix(while: isPart).count
    let domain = text[text.index(after: at)...].prefix(while: isPart)
    guard local > 0, domain.contains(".") else { return FeedPerson(name: text.nonEmpty) }
    let start = text.index(at, offsetBy: -local)
    let email = String(text[start..<domain.endIndex])
    var name = (text[..<start] + text[domain.endIndex...]).replacing("()", with: "").replacing("<>", with: "").trimmed
    if name.hasPrefix("(") { name = String(name.dropFirst()) }
    if name.hasSuffix(")") { name = String(name.dropLast()) }
    return FeedPerson(name: name.trimmed.nonEmpty, email: email)
  }

  /// `Name (email)`, or the one that there is.
  static func shown(_ person: FeedPerson) -> String? {
    if let name = person.name, let email = person.email { return "\(name) (\(email))" }
    return person.name ?? person.email
  }

  private static func category(_ element: XMLElement, into fields: inout FeedFields) {
    let text = element.ownText.nonEmpty
    fields.add(
      FeedTag(
        term: element.attribute("term") ?? text, scheme: element.attribute("scheme") ?? element.attribute("domain"),
        label: element.attribute("label")))
  }
}
