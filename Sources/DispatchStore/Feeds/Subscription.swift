public import DispatchModel

/// A feed that is followed: where it lies, how to ask for it the next time, and how the last visit went.
public struct Subscription: Hashable, Sendable, Identifiable {
  public var id: Int64
  /// http(s), `file:`, `exec:` with a program and its arguments, `filter:` with a program and an address.
  public var url: String
  /// The address under which it was first known: identities of its dispatches count within it, wherever it moves.
  public var origin: String
  public var title: String
  /// The folders it lies in, outermost first.
  public var folders: [String]
  public var etag: String?
  public var lastModified: String?
  /// A digest of the last body, for servers that know no conditional requests.
  public var digest: Int64?
  public var fetched: Moment?
  /// When its turn comes by its own wishes and the back-off.
  public var nextFetch: Moment?
  /// Until when the server wants to be left alone (Retry-After).
  public var waitUntil: Moment?
  /// Failures in a row.
  public var failures: Int
  /// The last failure, in English; nil after a success.
  public var error: String?
  /// Addresses of this machine and its network may be asked: the user typed it in.
  public var allowsPrivate: Bool
  /// The article's page is fetched for what the feed only teases.
  public var wantsFullText: Bool
  /// Minutes between visits, UTC hours and days (1 Monday) without one, as the feed wishes.
  public var ttl: Int?
  public var skipHours: [Int]
  public var skipDays: [Int]

  public init(url: String, title: String = "", folders: [String] = [], allowsPrivate: Bool = false, wantsFullText: Bool = false) {
    id = 0
    self.url = url
    origin = url
    self.title = title
    self.folders = folders
    failures = 0
    self.allowsPrivate = allowsPrivate
    self.wantsFullText = wantsFullText
    skipHours = []
    skipDays = []
  }
}
