/// Items of a server of the Google Reader API, their numbers, and the marks on them.
public import DispatchModel
public import WireFormats

extension ReaderAPI {
  /// One item of the server's.
  public struct Item: Sendable {
    /// The server's number, in decimal.
    public var id: String
    public var number: Int64
    /// When the server got it, in seconds since 1970.
    public var crawled: Int64
    public var dispatch: Dispatch
  }

  public enum Tag: String, Sendable {
    case read = "user/-/state/com.google/read"
    case starred = "user/-/state/com.google/starred"
  }

  /// Lists of numbers that a server gives.
  public enum List: Sendable { case all, unread, starred }

  /// Numbers of items; not all where there are more than are asked for.
  public struct Numbers: Sendable {
    public var items: Set<Int64> = []
    public var isWhole = false
  }

  private static let all = "user/-/state/com.google/reading-list"
  private static let page = 200
  private static let pageLimit = 50
  /// Numbers asked for at once, and how often.
  private static let numbersPage = 10_000
  private static let numbersPages = 100
  /// Items asked for by number at once.
  private static let batch = 100

  /// Items that the server got since then, or with numbers above `number` where it gives items by their numbers only, as Miniflux does.
  /// Each page is handed over as it comes.
  public func items(
    since: Int64, above number: Int64, feeds: [String: Outline], _ body: ([Item]) throws(FeedError) -> Void
  ) throws(FeedError) {
    var mark = ""
    for _ in 0..<Self.pageLimit {
      let path = "/reader/api/0/stream/contents/\(Self.all)?output=json&n=\(Self.page)&ot=\(max(0, since))\(mark)"
      guard let answer = try contents(path), let items = answer["items"]?.array else {
        if mark.isEmpty { try itemsByNumber(above: number, feeds: feeds, body) }
        return
      }
      try body(items.compactMap { item($0, feeds) })
      guard let next = answer["continuation"]?.text, !next.isEmpty else { return }
      mark = "&c=" + Self.escaped(next)
    }
  }

  /// nil where the server knows no such address: Miniflux answers `[]` then.
  private func contents(_ path: String) throws(FeedError) -> JSONValue? {
    do {
      return try json(path)
    } catch {
      if case .http(404) = error { return nil }
      throw error
    }
  }

  private func itemsByNumber(above number: Int64, feeds: [String: Outline], _ body: ([Item]) throws(FeedError) -> Void) throws(FeedError) {
    let fresh = try numbers(.all).items.filter { $0 > number }.sorted(by: >).prefix(Self.page * Self.pageLimit)
    for start in stride(from: 0, to: fresh.count, by: Self.batch) {
      let asked = fresh[start..<min(start + Self.batch, fresh.count)].map { ("i", Self.name(of: $0)) }
      let answer = try Self.json(in: post("/reader/api/0/stream/items/contents", asked + [("output", "json")]))
      try body((answer["items"]?.array ?? []).compactMap { item($0, feeds) })
    }
  }

  /// The numbers of the items of a list, page by page.
  public func numbers(_ list: List) throws(FeedError) -> Numbers {
    let stream = list == .starred ? Tag.starred.rawValue : Self.all + (list == .unread ? "&xt=" + Tag.read.rawValue : "")
    var found = Numbers()
    var mark = ""
    for _ in 0..<Self.numbersPages {
      let answer = try json("/reader/api/0/stream/items/ids?output=json&n=\(Self.numbersPage)&s=\(stream)\(mark)")
      let before = found.items.count
      found.items.formUnion((answer["itemRefs"]?.array ?? []).compactMap { Self.number($0["id"]) })
      guard let next = answer["continuation"]?.text, !next.isEmpty, found.items.count > before else {
        found.isWhole = true
        return found
      }
      mark = "&c=" + Self.escaped(next)
    }
    return found
  }

  /// Puts a tag on items, or takes it off.
  public func set(_ tag: Tag, _ isOn: Bool, items: [Int64]) throws(FeedError) {
    for start in stride(from: 0, to: items.count, by: Self.batch) {
      let chosen = items[start..<min(start + Self.batch, items.count)].map { ("i", Self.name(of: $0)) }
      try post("/reader/api/0/edit-tag", chosen + [(isOn ? "a" : "r", tag.rawValue)])
    }
  }

  private func item(_ value: JSONValue, _ feeds: [String: Outline]) -> Item? {
    guard let number = Self.number(value["id"]) else { return nil }
    let origin = value["origin"]?["streamId"]?.string ?? ""
    let html = value["content"]?["content"]?.string ?? value["summary"]?["content"]?.string ?? ""
    let body = HTMLText(html, base: value["origin"]?["htmlUrl"]?.string)
    let title = value["title"]?.string.map { HTMLText($0, base: nil).lines.joined(separator: " ") } ?? ""
    let lines = body.lines.first == title ? Array(body.lines.dropFirst()) : body.lines
    let text = ((title.isEmpty ? [] : [title]) + lines).joined(separator: "\n")
    guard !text.isEmpty else { return nil }
    var dispatch = Dispatch(identity: "reader:\(base)#\(number)", text: text, source: feeds[origin]?.feed ?? base)
    dispatch.hasHeadlineLine = !title.isEmpty
    dispatch.published = value["published"]?.int.map { Moment(seconds: Int64($0)) }
    dispatch.updated = value["updated"]?.int.map { Moment(seconds: Int64($0)) }
    dispatch.author = value["author"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let links = [value["canonical"], value["alternate"]].compactMap { $0?.array?.first?["href"]?.string }
    dispatch.link = links.lazy.compactMap { Address.harmless($0) }.first
    dispatch.links = body.links
    let crawled = value["crawlTimeMsec"]?.text.flatMap { Int64($0) }.map { $0 / 1_000 } ?? dispatch.published?.seconds ?? 0
    return Item(id: String(number), number: number, crawled: crawled, dispatch: dispatch)
  }

  /// An item's number: servers write `123`, 123, or `tag:google.com,2005:reader/item/` and 16 hexadecimal digits.
  static func number(_ value: JSONValue?) -> Int64? {
    if let number = value?.int { return Int64(number) }
    guard let text = value?.string, !text.isEmpty else { return nil }
    if let last = text.split(separator: "/").last, text.hasPrefix("tag:"), let bits = UInt64(last, radix: 16) { return Int64(bitPattern: bits) }
    return Int64(text)
  }

  /// The long form, which every server takes: some read a bare number as a hexadecimal one.
  private static func name(of number: Int64) -> String {
    let digits = String(UInt64(bitPattern: number), radix: 16)
    return "tag:google.com,2005:reader/item/" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
