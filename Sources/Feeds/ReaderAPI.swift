/// A client of the Google Reader API as FreshRSS, Miniflux and Inoreader speak it.
///
/// Addresses and fields: https://github.com/FreshRSS/FreshRSS/blob/edge/p/api/greader.php, https://miniflux.app/docs/google_reader.html,
/// https://www.inoreader.com/developers/. Every call is one bounded transfer; nothing is retried.
public import DispatchModel
public import WireFormats

public struct ReaderAPI: Sendable {
  /// One item of the server's.
  public struct Item: Sendable {
    /// The server's number, in decimal.
    public var id: String
    public var isRead: Bool
    public var isStarred: Bool
    /// When the server got it, in seconds since 1970.
    public var crawled: Int64
    public var dispatch: Dispatch
  }

  public enum Tag: String, Sendable {
    case read = "user/-/state/com.google/read"
    case starred = "user/-/state/com.google/starred"
  }

  private static let all = "user/-/state/com.google/reading-list"
  private let base: String
  private let token: String
  private static let page = 200
  private static let pageLimit = 50
  /// As many numbers are asked for at once.
  public static let idLimit = 10_000

  /// Logs in; `base` is what comes before `/accounts/ClientLogin` and `/reader/api/0`.
  public static func login(base: String, user: String, password: String) throws(FeedError) -> ReaderAPI {
    let base = base.hasSuffix("/") ? String(base.dropLast()) : base
    let form = "Email=\(escaped(user))&Passwd=\(escaped(password))&service=reader&accountType=HOSTED_OR_GOOGLE"
    let answer = String(decoding: try transfer(base + "/accounts/ClientLogin", auth: nil, form: form), as: UTF8.self)
    let line = answer.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Auth=") }
    guard let token = line?.dropFirst(5), !token.isEmpty else { throw .http(401) }
    return ReaderAPI(base: base, token: String(token))
  }

  /// The subscriptions: title, address and folders, by the server's name of each (`feed/12`).
  public func subscriptions() throws(FeedError) -> [String: Outline] {
    let answer = try json("/reader/api/0/subscription/list?output=json")
    var found: [String: Outline] = [:]
    for entry in answer["subscriptions"]?.array ?? [] {
      guard let id = entry["id"]?.string else { continue }
      let address = Address.web(entry["url"]?.string) ?? Address.web(id.hasPrefix("feed/") ? String(id.dropFirst(5)) : nil)
      let folders = entry["categories"]?.array?.compactMap { $0["label"]?.string } ?? []
      found[id] = Outline(title: entry["title"]?.string, feed: address ?? id, page: Address.web(entry["htmlUrl"]?.string), folders: folders)
    }
    return found
  }

  /// Items that the server got since then, oldest pages last; each page is handed over as it comes.
  public func items(since: Int64, feeds: [String: Outline], _ body: ([Item]) throws(FeedError) -> Void) throws(FeedError) {
    var mark = ""
    for _ in 0..<Self.pageLimit {
      let answer = try json("/reader/api/0/stream/contents/\(Self.all)?output=json&n=\(Self.page)&ot=\(max(0, since))\(mark)")
      try body((answer["items"]?.array ?? []).compactMap { item($0, feeds) })
      guard let next = answer["continuation"]?.string, !next.isEmpty else { return }
      mark = "&c=" + Self.escaped(next)
    }
  }

  /// The numbers of the items that bear a tag.
  public func ids(with tag: Tag) throws(FeedError) -> Set<String> {
    let answer = try json("/reader/api/0/stream/items/ids?output=json&n=\(Self.idLimit)&s=\(tag.rawValue)")
    return Set((answer["itemRefs"]?.array ?? []).compactMap { Self.number($0["id"]) })
  }

  /// Puts a tag on items, or takes it off.
  public func set(_ tag: Tag, _ isOn: Bool, items: [String]) throws(FeedError) {
    guard !items.isEmpty else { return }
    let edit = String(decoding: try get("/reader/api/0/token"), as: UTF8.self).trimmingBlanks
    for start in stride(from: 0, to: items.count, by: 100) {
      let form = items[start..<min(start + 100, items.count)].map { "i=\(Self.escaped($0))" }.joined(separator: "&")
      _ = try Self.transfer(
        base + "/reader/api/0/edit-tag", auth: .reader(token: token), form: "\(form)&\(isOn ? "a" : "r")=\(tag.rawValue)&T=\(Self.escaped(edit))")
    }
  }

  private func item(_ value: JSONValue, _ feeds: [String: Outline]) -> Item? {
    guard let id = Self.number(value["id"]) else { return nil }
    let origin = value["origin"]?["streamId"]?.string ?? ""
    let html = value["content"]?["content"]?.string ?? value["summary"]?["content"]?.string ?? ""
    let body = HTMLText(html, base: value["origin"]?["htmlUrl"]?.string)
    let title = value["title"]?.string.map { HTMLText($0, base: nil).lines.joined(separator: " ") } ?? ""
    let lines = body.lines.first == title ? Array(body.lines.dropFirst()) : body.lines
    let text = ((title.isEmpty ? [] : [title]) + lines).joined(separator: "\n")
    guard !text.isEmpty else { return nil }
    var dispatch = Dispatch(identity: "reader:\(base)#\(id)", text: text, source: feeds[origin]?.feed ?? base)
    dispatch.hasHeadlineLine = !title.isEmpty
    dispatch.published = value["published"]?.int.map { Moment(seconds: Int64($0)) }
    dispatch.updated = value["updated"]?.int.map { Moment(seconds: Int64($0)) }
    dispatch.author = value["author"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let links = [value["canonical"], value["alternate"]].compactMap { $0?.array?.first?["href"]?.string }
    dispatch.link = links.lazy.compactMap { Address.harmless($0) }.first
    dispatch.links = body.links
    let tags = value["categories"]?.array?.compactMap(\.string) ?? []
    let crawled = value["crawlTimeMsec"]?.string.flatMap { Int64($0) }.map { $0 / 1_000 } ?? dispatch.published?.seconds ?? 0
    return Item(
      id: id, isRead: tags.contains { $0.hasSuffix("/state/com.google/read") },
      isStarred: tags.contains { $0.hasSuffix("/state/com.google/starred") }, crawled: crawled, dispatch: dispatch)
  }

  /// An item's number in decimal: servers write `123`, 123, or `tag:google.com,2005:reader/item/` and 16 hexadecimal digits.
  static func number(_ value: JSONValue?) -> String? {
    if let number = value?.int { return String(number) }
    guard let text = value?.string, !text.isEmpty else { return nil }
    if let last = text.split(separator: "/").last, text.hasPrefix("tag:"), let bits = UInt64(last, radix: 16) { return String(Int64(bitPattern: bits)) }
    return Int64(text).map { String($0) }
  }

  private func get(_ path: String) throws(FeedError) -> [UInt8] { try Self.transfer(base + path, auth: .reader(token: token), form: nil) }

  private func json(_ path: String) throws(FeedError) -> JSONValue {
    guard let value = JSONReader.read(String(decoding: try get(path), as: UTF8.self)).value else { throw .other("JSON") }
    return value
  }

  private static func transfer(_ url: String, auth: FeedAuth?, form: String?) throws(FeedError) -> [UInt8] {
    // The server's address is the user's own.
    var request = FeedRequest(url: url, allowPrivate: true, auth: auth)
    request.form = form
    var answer = FeedAnswer.failed(.cancelled)
    FeedFetcher().fetch([request]) { answer = $0.answer }
    switch answer {
    case .changed(let body): return body.bytes
    case .unchanged: return []
    case .failed(let error): throw error
    }
  }

  /// A form's value (application/x-www-form-urlencoded).
  private static func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { out, byte in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
        out.append(character)
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
