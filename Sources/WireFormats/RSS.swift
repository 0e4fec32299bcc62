/// RSS 0.90 to 2.0 (rssboard.org) and RSS 1.0 (web.resource.org/rss/1.0): the elements that Atom has not.
enum RSS {
  /// Whether the element was one of RSS's, and read.
  static func read(
    _ element: XMLElement, _ name: String, into fields: inout FeedFields, place: FeedReader.Place, scope: FeedScope,
    reader: inout FeedReader
  ) -> Bool {
    let depth = scope.depth
    switch name {
    case "description", "dc_description":
      let text = reader.text(element, "text/html", scope)
      if place == .entry {
        Atom.summary(text, element, at: depth, into: &fields)
      } else {
        fields.set(\.subtitle, "subtitle", text, at: depth)
      }
    case "abstract": fields.set(\.summary, "summary", reader.text(element, "text/plain", scope), at: depth)
    case "content_encoded", "fullitem": Atom.content(reader.text(element, "text/html", scope), into: &fields)
    case "body", "xhtml_body", "xhtml": Atom.content(reader.text(element, "application/xhtml+xml", scope), into: &fields)
    case "guid": guid(element, into: &fields, scope: scope)
    case "managingeditor", "dc_author", "dc_creator", "itunes_author": Atom.author(element, into: &fields, scope: scope)
    case "webmaster", "dc_publisher", "itunes_owner":
      let person = Atom.person(element, scope: scope)
      // A podcast's owner stands for an author whom it does not name.
      if name == "itunes_owner", fields.author == nil, person != FeedPerson() {
        fields.author = person.name
        fields.authors.append(person)
      }
      fields.publishers.append(person)
      fields.publisher = element.elements.isEmpty ? element.text.trimmed : Atom.shown(person)
    case "dc_contributor": fields.contributors.append(FeedPerson(name: element.text.trimmed.nonEmpty))
    case "pubdate", "dcterms_issued": fields.set(\.published, "published", FeedDate(element.text.trimmed), at: depth)
    case "date" where element.elements.isEmpty, "lastbuilddate", "dc_date", "dcterms_modified":
      fields.set(\.updated, "updated", FeedDate(element.text.trimmed), at: depth)
    case "dcterms_created": fields.set(\.created, "created", FeedDate(element.text.trimmed), at: depth)
    case "expirationdate": fields.set(\.expired, "expired", FeedDate(element.text.trimmed), at: depth)
    case "dcterms_valid":
      validity(element.text, into: &fields)
      fields.others["validity"] = [FeedElement(text: element.text.trimmed, attributes: [:])]
    case "language", "dc_language": fields.set(\.language, "language", FeedScope.tag(element.text), at: depth)
    case "enclosure":
      fields.links.append(
        FeedLink(
          rel: "enclosure", type: element.attribute("type"),
          href: (element.attribute("url") ?? element.attribute("href")).map { scope.resolve($0) },
          title: element.attribute("title"), length: element.attribute("length")))
    case "source", "dc_source": source(element, into: &fields, scope: scope, reader: &reader)
    case "image": image(element, into: &fields, place: place, scope: scope, reader: reader)
    case "textinput", "textinputs": textInput(element, into: &fields, scope: scope, reader: reader)
    case "skiphours":
      fields.skipHours = element.descendants("hour").compactMap { Int($0.text.trimmed) }.filter { (0...24).contains($0) }.map { $0 % 24 }
    case "skipdays": fields.skipDays = element.descendants("day").map(\.text.trimmed)
    case "comments", "docs", "wfw_comment", "wfw_commentrss", "newlocation":
      let address = scope.resolve(element.text.trimmed)
      if fields.mayTake(name, at: depth) { fields.others[name] = [FeedElement(text: address, attributes: [:])] }
    default: return false
    }
    return true
  }

  /// The guid is the address too, unless it says that it is none or a link stands beside it.
  private static func guid(_ element: XMLElement, into fields: inout FeedFields, scope: FeedScope) {
    let isPermanent = (element.attribute("ispermalink")?.trimmed.lowercased() ?? "true") == "true"
    let text = element.text.trimmed
    let id = isPermanent ? scope.resolve(text) : text
    fields.set(\.id, "id", id.isEmpty ? nil : id, at: scope.depth)
    if fields.guidIsLink == nil { fields.guidIsLink = isPermanent && fields.link == nil }
    if isPermanent, fields.link == nil, !id.isEmpty { fields.link = id }
  }

  private static func validity(_ text: String, into fields: inout FeedFields) {
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      switch pair[0].trimmed.lowercased() {
      case "start": fields.validFrom = FeedDate(pair[1].trimmed)
      case "end": fields.validTo = FeedDate(pair[1].trimmed)
      default: break
      }
    }
  }

  /// Atom's source is a feed in small; RSS's is a title with an address.
  private static func source(
    _ element: XMLElement, into fields: inout FeedFields, scope: FeedScope, reader: inout FeedReader
  ) {
    var source = FeedFields()
    reader.children(of: element, into: &source, place: .source, scope: scope)
    let own = element.children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }.trimmed
    if !own.isEmpty { source.title = FeedText(value: own, type: "text/plain", language: scope.language, base: scope.base) }
    if let address = element.attribute("url") ?? element.attribute("href") { source.link = source.link ?? scope.resolve(address) }
    fields.source = [source]
  }

  private static func image(
    _ element: XMLElement, into fields: inout FeedFields, place: FeedReader.Place, scope: FeedScope, reader: FeedReader
  ) {
    var image = FeedImage()
    image.href = element.attribute("href").map { scope.resolve($0) }
    for child in element.elements {
      let inner = scope.inside(child)
      let text = child.text.trimmed
      switch child.feedName {
      case "url", "href", "uri": image.href = inner.resolve(text)
      case "title": image.title = reader.text(child, "text/plain", inner).plain
      case "link": image.link = inner.resolve(child.attribute("href") ?? text)
      case "width": image.width = text
      case "height": image.height = text
      case "description": image.description = reader.text(child, "text/html", inner).plain
      default: break
      }
    }
    if place == .feed || fields.image == nil, image != FeedImage() { fields.set(\.image, "image", image, at: scope.depth) }
  }

  private static func textInput(_ element: XMLElement, into fields: inout FeedFields, scope: FeedScope, reader: FeedReader) {
    var input = FeedTextInput()
    for child in element.elements {
      let inner = scope.inside(child)
      switch child.feedName {
      case "title": input.title = reader.text(child, "text/plain", inner).plain
      case "link": input.link = inner.resolve(child.text)
      case "name": input.name = child.text.trimmed
      case "description": input.description = reader.text(child, "text/html", inner).plain
      default: break
      }
    }
    fields.set(\.textInput, "textinput", input, at: scope.depth)
  }
}
