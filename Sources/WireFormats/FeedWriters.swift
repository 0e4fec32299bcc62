/// Feeds and lists taken out: RSS 2.0 of a saved search, OPML 2.0, newsboat's `urls` file in and out.
public import DispatchModel

public enum FeedWriter {
  /// RSS 2.0 with Dublin Core and content:encoded.
  public static func rss(title: String, link: String, _ items: [(dispatch: Dispatch, reading: Reading?)]) -> String {
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel>
      """
    out += "\n<title>\(xml(title))</title>\n<link>\(xml(link))</link>\n<description>\(xml(title))</description>\n"
    for (dispatch, reading) in items {
      let lines = dispatch.text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
      let headline = DispatchWriter.headline(dispatch, reading)
      out += "<item>\n<title>\(xml(headline))</title>\n"
      if let link = Address.harmless(dispatch.link) { out += "<link>\(xml(link))</link>\n" }
      out += "<guid isPermaLink=\"false\">\(xml(dispatch.identity))</guid>\n"
      if let published = dispatch.published { out += "<dc:date>\(published.iso)</dc:date>\n" }
      if let author = dispatch.author ?? reading?.author { out += "<dc:creator>\(xml(author))</dc:creator>\n" }
      for code in reading?.focus ?? [] { out += "<category domain=\"country\">\(xml(code))</category>\n" }
      for topic in reading?.topics ?? [] { out += "<category domain=\"topic\">\(xml(topic.rawValue))</category>\n" }
      let body = lines.enumerated().filter { $0.offset > 0 || $0.element.collapsed != headline }.map { "<p>\(xml($0.element))</p>" }
      out += "<content:encoded>\(xml(body.joined()))</content:encoded>\n</item>\n"
    }
    return out + "</channel>\n</rss>\n"
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

  static func xml(_ text: String) -> String {
    Markup.escaped(DispatchWriter.harmless(text)).unicodeScalars.reduce(into: "") { out, scalar in
      // Two code points that XML cannot hold.
      if scalar.value != 0xFFFE && scalar.value != 0xFFFF { out.unicodeScalars.append(scalar) }
    }
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
