/// A client of the Google Reader API as FreshRSS, Miniflux and Inoreader speak it.
///
///     let api = try ReaderAPI.login(base: "https://rss.example/api/greader.php", user: "nom", password: "…")
///     let feeds = try api.subscriptions()
///
/// Addresses and fields: https://github.com/FreshRSS/FreshRSS/blob/edge/p/api/greader.php,
/// https://github.com/miniflux/v2/blob/main/internal/googlereader/README.md, https://www.inoreader.com/developers/. Every call is one
/// bounded transfer; nothing is retried. `ReaderAPI+Items` has what is read, `ReaderAPI+Feeds` what is followed.
internal import WireFormats

public struct ReaderAPI: Sendable {
  let base: String
  private let token: String

  /// Logs in; `base` is what comes before `/accounts/ClientLogin` and `/reader/api/0`.
  public static func login(base: String, user: String, password: String) throws(FeedError) -> ReaderAPI {
    let base = base.hasSuffix("/") ? String(base.dropLast()) : base
    let form = "Email=\(escaped(user))&Passwd=\(escaped(password))&service=reader&accountType=HOSTED_OR_GOOGLE"
    let answer = String(decoding: try transfer(base + "/accounts/ClientLogin", auth: nil, form: form), as: UTF8.self)
    let line = answer.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Auth=") }
    guard let token = line?.dropFirst(5), !token.isEmpty else { throw .http(401) }
    return ReaderAPI(base: base, token: String(token))
  }

  func json(_ path: String) throws(FeedError) -> JSONValue { try Self.json(in: get(path)) }

  /// Sends fields of a form, with the token that every change needs.
  @discardableResult
  func post(_ path: String, _ fields: [(name: String, value: String)]) throws(FeedError) -> [UInt8] {
    let edit = String(decoding: try get("/reader/api/0/token"), as: UTF8.self).trimmingBlanks
    let form = (fields + [("T", edit)]).map { "\($0.name)=\(Self.escaped($0.value))" }.joined(separator: "&")
    return try Self.transfer(base + path, auth: .reader(token: token), form: form)
  }

  static func json(in bytes: [UInt8]) throws(FeedError) -> JSONValue {
    guard let value = JSONReader.read(String(decoding: bytes, as: UTF8.self)).value else { throw .other("JSON") }
    return value
  }

  private func get(_ path: String) throws(FeedError) -> [UInt8] { try Self.transfer(base + path, auth: .reader(token: token), form: nil) }

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
  static func escaped(_ text: String) -> String {
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
