/// JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
  /// nil where the value is no feed: no version of jsonfeed.org and no list of items.
  static func read(_ json: JSONValue, base: String?) -> FeedDocument? {
    let version = json["version"]?.string ?? ""
    guard json.isObject, version.contains("jsonfeed.org/version/") || json["items"]?.array != nil else { return nil }
    var document = FeedDocument()
    document.version = version.hasSuffix("/1.1") ? "json11" : "json1"
    let scope = FeedScope(base: base, language: json["language"]?.string)
    var feed = FeedFields()
    feed.title = text(json["title"], scope)
    feed.subtitle = text(json["description"], scope)
    feed.link = json["home_page_url"]?.string
    feed.language = json["language"]?.string
    for (member, rel) in [("home_page_url", "alternate"), ("feed_url", "self"), ("next_url", "next")] {
      if let href = json[member]?.string { feed.links.append(FeedLink(rel: rel, type: nil, href: scope.resolve(href))) }
    }
    for hub in json["hubs"]?.list ?? [] {
      if let href = hub["url"]?.string { feed.links.append(FeedLink(rel: "hub", type: hub["type"]?.string, href: href)) }
    }
    feed.id = json["feed_url"]?.string
    feed.icon = json["icon"]?.string
    feed.logo = json["favicon"]?.string
    authors(of: json, into: &feed)
    document.feed = feed
    document.entries = (json["items"]?.list ?? []).prefix(FeedReader.entryLimit).filter(\.isObject).map { entry($0, feed, scope) }
    return document
  }

  private static func entry(_ item: JSONValue, _ feed: FeedFields, _ outer: FeedScope) -> FeedFields {
    var entry = FeedFields()
    var scope = outer
    scope.language = item["language"]?.string ?? outer.language
    entry.id = item["id"]?.text
    entry.title = text(item["title"], scope)
    entry.summary = text(item["summary"], scope)
    entry.language = item["language"]?.string ?? feed.language
    if let html = item["content_html"]?.string {
      entry.content = [FeedText(value: html, type: "text/html", language: scope.language, base: scope.base)]
    } else if let plain = text(item["content_text"], scope) {
      entry.content = [plain]
    }
    if entry.summary == nil { entry.summary = entry.content.first }
    let address = item["url"]?.string ?? item["external_url"]?.string
    entry.link = address.map { scope.resolve($0) }
    if let href = entry.link { entry.links.append(FeedLink(rel: "alternate", type: nil, href: href)) }
    if let href = item["external_url"]?.string, item["url"]?.string != nil {
      entry.links.append(FeedLink(rel: "related", type: nil, href: scope.resolve(href)))
    }
    entry.published = item["date_published"]?.text.map { FeedDate($0) }
    entry.updated = item["date_modified"]?.text.map { FeedDate($0) }
    if let image = item["image"]?.string { entry.image = FeedImage(href: scope.resolve(image)) }
    for tag in item["tags"]?.list ?? [] { entry.add(FeedTag(term: tag.text, scheme: nil, label: nil)) }
    for file in item["attachments"]?.list ?? [] {
      guard let href = file["url"]?.string else { continue }
      entry.links.append(
        FeedLink(
          rel: "enclosure", type: file["mime_type"]?.string, href: scope.resolve(href), title: file["title"]?.string,
          length: file["size_in_bytes"]?.text))
    }
    authors(of: item, into: &entry)
    if entry.authors.isEmpty { (entry.authors, entry.author) = (feed.authors, feed.author) }
    return entry
  }

  private static func text(_ value: JSONValue?, _ scope: FeedScope) -> FeedText? {
    value?.text.map { FeedText(value: $0, type: "text/plain", language: scope.language, base: scope.base) }
  }

  /// Version 1 has one author, version 1.1 a list; an author may also be a plain name.
  private static func authors(of json: JSONValue, into fields: inout FeedFields) {
    for author in (json["authors"] ?? json["author"])?.list ?? [] {
      let person = FeedPerson(name: author["name"]?.text ?? author.string, email: nil, href: author["url"]?.string)
      if person != FeedPerson() { fields.authors.append(person) }
    }
    fields.author = fields.authors.last.flatMap(Atom.shown)
  }
}
