import Feeds
import Foundation
import Reader
import Synchronization
import TOMLKit
import Terminal

/// What `config.toml` says of feeds: who asks, and whether pages are fetched.
///
///     [[feeds]]
///     match = "https://fil.example/"          # the beginning of the feed's address
///     user = "nom"
///     password_command = ["pass", "fil"]      # or password = "…"
///     # token_command = ["pass", "jeton"]     # or token = "…": Authorization: Bearer
///
/// The longest match counts. A command is a program and its arguments; no shell reads it, its first line is the secret.
struct FeedSettings: Sendable {
  private struct Entry: Sendable {
    var match: String
    var user: String?
    var secret: Secret?
    var isToken: Bool
  }

  private enum Secret: Sendable {
    case written(String)
    case command([String])
  }

  private let entries: [Entry]
  private let asked = Asked()

  /// What commands said, once each in a run.
  private final class Asked: Sendable {
    let answers = Mutex<[[String]: String?]>([:])
  }

  /// The settings file's feeds; what is wrong with an entry is said and the entry passed over.
  static func load() -> FeedSettings {
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else { return FeedSettings(entries: []) }
    do {
      let text = String(decoding: data, as: UTF8.self)
      try TOMLText.check(text)
      let table = try TOMLTable(string: text)
      let entries = table["feeds"]?.array.map { list in list.compactMap { $0.table.flatMap(entry) } } ?? []
      return FeedSettings(entries: entries.sorted { $0.match.utf8.count > $1.match.utf8.count })
    } catch {
      // The settings' own reader has said where the file goes wrong.
      return FeedSettings(entries: [])
    }
  }

  private static func entry(_ table: TOMLTable) -> Entry? {
    guard let match = table["match"]?.string, match.contains("://") else {
      Output.note("\(DisplayText(Locations.configFile)): [[feeds]] wants match = \"https://…\".")
      return nil
    }
    func secret(_ name: String) -> Secret? {
      if let words = table["\(name)_command"]?.array?.compactMap(\.string), !words.isEmpty { return .command(words) }
      return table[name]?.string.map { .written($0) }
    }
    if let token = secret("token") { return Entry(match: match, user: nil, secret: token, isToken: true) }
    return Entry(match: match, user: table["user"]?.string, secret: secret("password"), isToken: false)
  }

  /// What to say to the server of an address; nil where nothing is set for it.
  func credentials(for address: String) -> FeedAuth? {
    guard let entry = entries.first(where: { Self.covers($0.match, address) }), let secret = entry.secret, let word = word(of: secret) else { return nil }
    if entry.isToken { return .bearer(token: word) }
    return entry.user.map { .basic(user: $0, password: word) }
  }

  /// Whether an address lies below a prefix: the same server, and the path begins alike. `https://a.example` is not `https://a.example.evil`.
  private static func covers(_ match: String, _ address: String) -> Bool {
    FeedAddress.isSameHost(match, address) && (address.hasPrefix(match) || address + "/" == match)
  }

  private func word(of secret: Secret) -> String? {
    switch secret {
    case .written(let text): return text
    case .command(let words):
      if let known = asked.answers.withLock({ $0[words] }) { return known }
      let answer: String?
      switch ProgramRun.output(of: words, limit: 1 << 16) {
      case .success(let bytes): answer = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
      case .failure(let error):
        Output.note("\(DisplayText(words.first ?? "")): \(DisplayText(error.english))")
        answer = nil
      }
      asked.answers.withLock { $0[words] = answer }
      return answer
    }
  }
}
