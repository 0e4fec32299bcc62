/// The namespaces that feeds use beside their format: iTunes, Media RSS, Creative Commons, administration.
enum FeedExtensions {
  /// Whether the element was known, and read.
  static func read(
    _ element: XMLElement, _ name: String, into fields: inout FeedFields, place: FeedReader.Place, scope: FeedScope,
    reader: inout FeedReader
  ) -> Bool {
    let text = element.text.trimmed
    switch name {
    case "itunes_image", "itunes_link":
      if name == "itunes_link", element.attribute("rel")?.lowercased() != "image" { return false }
      // An image without an address is none.
      let address = element.attribute("href") ?? element.attribute("url")
      if let address { fields.image = FeedImage(href: scope.resolve(address)) }
    case "itunes_category":
      fields.add(FeedTag(term: element.attribute("text"), scheme: "http://www.itunes.com/", label: nil))
      reader.children(of: element, into: &fields, place: place, scope: scope)
    case "itunes_keywords":
      for term in text.split(separator: ",") {
        if let term = term.trimmed.nonEmpty { fields.add(FeedTag(term: term, scheme: "http://www.itunes.com/", label: nil)) }
      }
    case "itunes_explicit":
      switch text.lowercased() {
      case "yes", "true", "explicit": fields.isExplicit = true
      case "clean", "no", "false": fields.isExplicit = false
      default: fields.isExplicit = nil
      }
    case "itunes_block": fields.isBlocked = text.lowercased() == "yes"
    case "media_title":
      // A plain title that follows still wins.
      if fields.title == nil { fields.title = reader.text(element, "text/plain", scope) }
    case "media_category":
      fields.add(
        FeedTag(
          term: text.nonEmpty, scheme: element.attribute("scheme") ?? "http://search.yahoo.com/mrss/category_schema",
          label: element.attribute("label")))
    case "media_keywords":
      keep(element, name, text: text, into: &fields, scope: scope)
      for term in text.split(separator: ",") {
        if let term = term.trimmed.nonEmpty { fields.add(FeedTag(term: term, scheme: nil, label: nil)) }
      }
    case "media_description":
      if fields.summary == nil, place == .entry { fields.summary = reader.text(element, "text/plain", scope) }
      if place == .feed { fields.set(\.subtitle, "subtitle", reader.text(element, "text/html", scope), at: scope.depth) }
      keep(element, name, text: text, into: &fields, scope: scope)
    case "media_content", "media_thumbnail", "media_credit", "media_rating", "media_restriction", "media_license", "media_player",
      "media_text":
      keep(element, name, text: text, into: &fields, scope: scope)
      reader.children(of: element, into: &fields, place: place, scope: scope)
    case "creativecommons_license", "cc_license":
      let address = element.attributes.first { $0.name.lowercased() == "resource" }?.value ?? text
      fields.others["license"] = [FeedElement(text: scope.resolve(address), attributes: [:])]
      fields.links.append(FeedLink(rel: "license", href: scope.resolve(address)))
    case "admin_generatoragent":
      if let address = element.attributes.first(where: { $0.name.lowercased() == "resource" })?.value {
        fields.set(\.generator, "generator", FeedGenerator(name: address, href: address), at: scope.depth)
      }
    case "admin_errorreportsto":
      let address = element.attributes.first { $0.name.lowercased() == "resource" }?.value ?? text
      fields.others["errorreportsto"] = [FeedElement(text: address, attributes: [:])]
    default: return false
    }
    return true
  }

  /// Keeps the element as it is, one among several; `url` and `uri` are its `href`.
  private static func keep(_ element: XMLElement, _ name: String, text: String, into fields: inout FeedFields, scope: FeedScope) {
    var attributes: [String: String] = [:]
    for attribute in element.attributes where attribute.prefix.isEmpty { attributes[attribute.name.lowercased()] = attribute.value }
    // A thumbnail's address may be its text.
    if name == "media_thumbnail", attributes["url"] == nil, attributes["href"] == nil, !text.isEmpty { attributes["url"] = scope.resolve(text) }
    if let address = attributes["href"] ?? attributes["url"] ?? attributes["uri"] { attributes["href"] = scope.resolve(address) }
    fields.others[name, default: []].append(FeedElement(text: text, attributes: attributes))
  }
}
