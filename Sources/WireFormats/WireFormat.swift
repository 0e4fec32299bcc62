public import DispatchModel

/// The formats that dispatches come in. `auto` is none of them: it asks for detection by content (`Sniffer`).
public enum WireFormat: String, CaseIterable, Hashable, Sendable {
  case auto
  /// Plain dispatches, one or several a file.
  case text
  /// RSS 0.9x, 1.0 (RDF) and 2.0.
  case rss
  /// Atom 0.3 and 1.0 (RFC 4287).
  case atom
  /// JSON Feed 1 and 1.1 (jsonfeed.org).
  case jsonfeed
  /// NewsML-G2 and NewsML 1.2 (IPTC).
  case newsml
  /// News in JSON 1 to 3 (IPTC).
  case ninjs
  /// One JSON object a line: `{"id","text","published"}` and optional fields.
  case jsonl
  /// Subscription lists (opml.org).
  case opml
  /// A mail message (RFC 5322, MIME).
  case eml
  /// Text transmission of IPTC 7901.
  case iptc7901
  /// Text transmission of ANPA 1312.
  case anpa
}

/// What a decoding gave: the dispatches, what was refused, and what the input says of itself.
public struct Decoded: Sendable {
  public var dispatches: [Dispatch] = []
  public var refusals: [Refusal] = []
  /// The feed's own description, where the input is a feed.
  public var feed: FeedDescription?
  /// The subscriptions of an OPML list.
  public var outlines: [Outline] = []
  /// The format that the content was read as; nil where none was recognized.
  public var format: WireFormat?

  public init() {}

  init(refusing reason: Refusal.Reason, at place: Refusal.Place = .whole) {
    refusals = [Refusal(reason, at: place)]
  }
}

/// A part of the input that was not taken, or taken with a loss: where and why, in both languages.
public struct Refusal: Hashable, Sendable, Error {
  /// Where it lies: counted from 1.
  public enum Place: Hashable, Sendable {
    case whole
    case item(Int)
    case line(Int)
  }

  public enum Reason: Hashable, Sendable {
    case empty
    case isHTML
    case isBinary
    case isCompressed
    case unknownFormat
    case noSuchFormat(WireFormat)
    case malformedJSON(String)
    case malformedXML
    case truncated
    case noText
    case tooMany(Int)
    case tooLarge(Int)
    case duplicate(String)
    case unsafeAddress(String)
  }

  public var place: Place
  public var reason: Reason

  public init(_ reason: Reason, at place: Place) {
    self.reason = reason
    self.place = place
  }
}

/// What a feed says of itself, as far as subscriptions and politeness need it.
public struct FeedDescription: Hashable, Sendable {
  public var title: String?
  public var subtitle: String?
  public var link: String?
  public var language: String?
  public var generator: String?
  public var image: String?
  public var updated: Moment?
  /// Minutes between two visits that the feed asks for.
  public var ttl: Int?
  /// Hours of the day (UTC) in which it does not want to be asked.
  public var skipHours: [Int] = []
  /// Days (1 Monday … 7 Sunday) on which it does not want to be asked.
  public var skipDays: [Int] = []
  /// The feed's own address.
  public var selfLink: String?
  /// A WebSub hub.
  public var hub: String?
  /// The next page of the feed (JSON Feed, RFC 5005).
  public var next: String?
  /// Where the feed says that it has moved to.
  public var newLocation: String?

  public init() {}
}

/// One subscription of a list.
public struct Outline: Hashable, Sendable {
  public var title: String?
  /// The feed's address, http(s) only.
  public var feed: String
  public var page: String?
  /// The folders it lies in, outermost first.
  public var folders: [String]

  public init(title: String? = nil, feed: String, page: String? = nil, folders: [String] = []) {
    self.title = title
    self.feed = feed
    self.page = page
    self.folders = folders
  }
}
