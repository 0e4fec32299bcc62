/// Feeds and lists taken out: RSS 2.0 of a saved search, OPML 2.0, newsboat's `urls` file in and out.
public import DispatchModel

public enum FeedWriter {
  /// RSS 2.0 (rssboard.org) with Dublin Core and content:encoded: the dispatches of a search, so that any reader can follow it.
  ///
  /// `link` is the page of the search, which need not be one of the web. The same dispatches give the same bytes.
  public static func rss(title: String, link: String, _ items: [(dispatch: Dispatch, reading: Reading)]) -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel>
      """
    out += "\n<title>\(xml(title))</title>\n<link>\(xml(link))</link>\n<description>\(xml(title))</description>\n"
    if let newest = items.lazy.compactMap({ $0.dispatch.updated ?? $0.dispatch.published }).max() {
      out += "<lastBuildDate>\(newest.rfc822)</lastBuildDate>\n"
    }
    for (dispatch, reading) in items { out += item(dispatch, reading) }
    return out + "</channel>\n</rss>\n"
  }

  private static func item(_ dispatch: Dispatch, _ reading: Reading) -> String {
    let lines = dispatch.text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    let headline = reading.headline.nonEmpty ?? lines.first ?? ""
    var out = "<item>\n<title>\(xml(headline.collapsed))</title>\n"
    if let link = Address.web(dispatch.link) { out += "<link>\(xml(link))</link>\n" }
    out += "<guid isPermaLink=\"false\">\(xml(dispatch.identity))</guid>\n"
    if let published = dispatch.published ?? reading.published.map({ Moment($0) }) { out += "<pubDate>\(published.rfc822)</pubDate>\n" }
    if let author = dispatch.author ?? reading.author { out += "<dc:creator>\(xml(author))</dc:creator>\n" }
    for code in reading.focus { out += "<category domain=\"country\">\(xml(code))</category>\n" }
    for topic in reading.topics { out += "<category domain=\"topic\">\(xml(topic.rawValue))</category>\n" }
    // One enclosure an item, with type and length, is what RSS allows.
    if let file = dispatch.enclosures.first(where: { $0.mediaType != nil }), let type = file.mediaType {
      out += "<enclosure url=\"\(xml(file.url))\" length=\"\(file.length ?? 0)\" type=\"\(xml(type))\"/>\n"
    }
    let body = lines.filter { $0.collapsed != headline.collapsed }
    if let teaser = body.max(by: { $0.count < $1.count }) { out += "<description>\(xml(xml(String(teaser.prefix(400)))))</description>\n" }
    if !body.isEmpty { out += "<content:encoded>\(xml(body.map { "<p>\(xml($0))</p>" }.joined()))</content:encoded>\n" }
    return out + "</item>\n"
  }

  /// OPML 2.0; folders become outlines around their feeds.
  public static func opml(title: String, _ outlines: [Outline]) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>\(xml(title))</title></head>\n<body>\n"
    var open: [String] = []
    func place(_ outline: Outline) -> (String, String) { (outline.folders.joined(separator: "\u{0}"), outline.feed) }
    for outline in outlines.sorted(by: { place($0) < place($1) }) {
      let shared = zip(open, outline.folders).prefix { $0 == $1 }.count
      while open.count > shared {
        out += "</outline>\n"
        open.removeLast()
      }
      for folder in outline.folders[shared...] {
        out += "<outline text=\"\(xml(folder))\">\n"
        open.append(folder)
      }
      let name = xml(outline.title ?? outline.feed)
      out += "<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\" xmlUrl=\"\(xml(outline.feed))\""
      if let page = outline.page { out += " htmlUrl=\"\(xml(page))\"" }
      out += "/>\n"
    }
    for _ in open { out += "</outline>\n" }
    return out + "</body>\n</opml>\n"
  }

  /// Escaped, and without what XML cannot hold or a terminal obeys.
  static func xml(_ text: String) -> String {
    Markup.escaped(String(String.UnicodeScalarView(text.unicodeScalars.filter { !isHarmful($0) })))
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}

extension Moment {
  /// `Tue, 20 Mar 2018 14:30:00 +0000` (RFC 822 with a year of four digits, as RSS wants it).
  var rfc822: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = date()
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = secondOfDay()
    return "\(days[date.weekday - 1]), \(two(date.day)) \(months[date.month - 1]) \(iso.prefix(4)) "
      + "\(two(time / 3_600)):\(two(time / 60 % 60)):\(two(time % 60)) +0000"
  }
}

/// newsboat's `urls` file: an address a line, then tags; `"~Title"` is a title; lines with `exec:`, `filter:`, `file:` and
/// `query:` are refused here, they need the user's own word.
public enum NewsboatURLs {
  public static func read(_ text: String) -> Decoded {
    var decoded = Decoded()
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let fields = fields(line.trimmed)
      guard let address = fields.first, !address.hasPrefix("#") else { continue }
      guard let feed = Address.web(address) else {
        decoded.refusals.append(Refusal(.unsafeAddress(address), at: .line(number + 1)))
        continue
      }
      let title = fields.dropFirst().first { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
      let folders = fields.dropFirst().filter { !$0.hasPrefix("~") && $0 != "!" }
      decoded.outlines.append(Outline(title: title, feed: feed, folders: Array(folders)))
    }
    return decoded
  }

  public static func write(_ outlines: [Outline]) -> String {
    outlines.map { outline in
      let tags = outline.folders + [outline.title.map { "~" + $0 }].compactMap { $0 }
      return ([outline.feed] + tags.map { "\"" + $0.collapsed.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" })
        .joined(separator: " ") + "\n"
    }.joined()
  }

  /// Words apart by blanks; quotes hold blanks, a backslash takes the next character as it is.
  private static func fields(_ line: String) -> [String] {
    var out: [String] = []
    var field = ""
    var isQuoted = false
    var isStarted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        field.append(character)
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        isStarted = true
      } else if character.isWhitespace, !isQuoted {
        if isStarted || !field.isEmpty { out.append(field) }
        (field, isStarted) = ("", false)
      } else {
        field.append(character)
      }
    }
    if isStarted || !field.isEmpty { out.append(field) }
    return out
  }
}
