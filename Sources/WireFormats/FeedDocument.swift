/// A feed as it was read, whatever its format: everything RSS, Atom, JSON Feed and their usual namespaces can say, before
/// dispatches are made of it. Names follow the RSS and Atom specifications.
public import DispatchModel

public struct FeedDocument: Sendable {
  /// `rss20`, `rss10`, `rss091u`, `atom10`, `atom03`, `json1`, `json11` …; empty where the root says nothing.
  public var version = ""
  /// The character set that the bytes were read in.
  public var charset = "utf-8"
  /// Not well-formed, or its encoding or media type was wrong.
  public var isMalformed = false
  /// The input broke off.
  public var isTruncated = false
  public var feed = FeedFields()
  public var entries: [FeedFields] = []

  public init() {}
}

/// The fields of a feed, of an entry, or of the source that an entry was taken from.
public struct FeedFields: Sendable {
  /// One of its texts was longer than is read.
  var isTooLarge = false
  public var title: FeedText?
  public var subtitle: FeedText?
  public var summary: FeedText?
  public var info: FeedText?
  public var rights: FeedText?
  public var content: [FeedText] = []
  public var link: String?
  public var links: [FeedLink] = []
  public var id: String?
  /// RSS: the guid serves as the address.
  public var guidIsLink: Bool?
  public var author: String?
  public var authors: [FeedPerson] = []
  public var contributors: [FeedPerson] = []
  public var publisher: String?
  public var publishers: [FeedPerson] = []
  public var published: FeedDate?
  public var updated: FeedDate?
  public var created: FeedDate?
  public var expired: FeedDate?
  public var validFrom: FeedDate?
  public var validTo: FeedDate?
  public var tags: [FeedTag] = []
  public var language: String?
  public var image: FeedImage?
  public var icon: String?
  public var logo: String?
  public var generator: FeedGenerator?
  public var textInput: FeedTextInput?
  public var skipHours: [Int] = []
  public var skipDays: [String] = []
  /// The feed that the entry comes from; empty or one.
  public var source: [FeedFields] = []
  /// iTunes: true, false, or nil for what says neither.
  public var isExplicit: Bool?
  public var isBlocked: Bool?
  /// Elements without a field of their own, by their short name (`slash_comments`, `docs`, `ttl`): text, attributes.
  public var others: [String: [FeedElement]] = [:]
  /// How deep the element lay that gave each field: the shallowest wins.
  var depths: [String: Int] = [:]

  public init() {}

  public var enclosures: [FeedLink] { links.filter { $0.rel == "enclosure" } }
}

/// A text with its media type, language and base address.
public struct FeedText: Hashable, Sendable {
  /// As it came: HTML source where the type is an HTML one.
  public var value: String
  public var type: String
  public var language: String?
  public var base: String?

  public var isHTML: Bool { type == "text/html" || type == "application/xhtml+xml" }

  /// On one line, without markup.
  public var plain: String { isHTML ? HTMLText.flat(value) : value.collapsed }
}

public struct FeedLink: Hashable, Sendable {
  public var rel: String
  public var type: String?
  public var href: String?
  public var title: String?
  public var length: String?
}

public struct FeedPerson: Hashable, Sendable {
  public var name: String?
  public var email: String?
  public var href: String?
}

/// A date as written, and its instant where it has one.
public struct FeedDate: Hashable, Sendable {
  public var written: String
  public var moment: Moment?

  init(_ written: String) {
    self.written = written
    moment = DateReader.read(written)
  }
}

public struct FeedTag: Hashable, Sendable {
  public var term: String?
  public var scheme: String?
  public var label: String?
}

public struct FeedImage: Hashable, Sendable {
  public var href: String?
  public var title: String?
  public var link: String?
  public var width: String?
  public var height: String?
  public var description: String?
}

public struct FeedTextInput: Hashable, Sendable {
  public var title: String?
  public var link: String?
  public var name: String?
  public var description: String?
}

public struct FeedGenerator: Hashable, Sendable {
  public var name: String?
  public var href: String?
  public var version: String?
}

/// An element that is kept as it is.
public struct FeedElement: Hashable, Sendable {
  public var text: String
  public var attributes: [String: String]
}
