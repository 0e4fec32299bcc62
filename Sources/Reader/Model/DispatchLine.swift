public import DispatchModel

/// A dispatch as the list shows it: everything that a row needs and nothing more.
public struct DispatchLine: Hashable, Sendable, Identifiable {
  /// The store's row; it grows with the time of publication.
  public var id: Int64
  public var published: Moment
  public var agency: String?
  /// Codes of the focus countries, the most important first.
  public var countries: [String]
  public var headline: String
  public var isUnread: Bool
  public var isStarred: Bool
  public var tags: [String]
  /// URGENT, LEAD, RECTIFICATIF …, as written.
  public var priority: String?
  /// IPTC urgency, 1 (flash) … 9.
  public var urgency: Int?
  /// The story that it belongs to with others; nil where it stands alone.
  public var story: StoryMark?
  /// How many versions the store holds of this very dispatch; 1 where it was never corrected.
  public var versions: Int

  public init(
    id: Int64, published: Moment, agency: String? = nil, countries: [String] = [], headline: String, isUnread: Bool = true,
    isStarred: Bool = false, tags: [String] = [], priority: String? = nil, urgency: Int? = nil, story: StoryMark? = nil,
    versions: Int = 1
  ) {
    self.id = id
    self.published = published
    self.agency = agency
    self.countries = countries
    self.headline = headline
    self.isUnread = isUnread
    self.isStarred = isStarred
    self.tags = tags
    self.priority = priority
    self.urgency = urgency
    self.story = story
    self.versions = versions
  }
}

/// The story behind a line.
public struct StoryMark: Hashable, Sendable {
  public var id: Int64
  /// How many dispatches belong to it.
  public var count: Int
  /// The numbers of dead that an agency's dispatches gave, oldest first, repeats left out: 12, 17, 23.
  public var tolls: [Int]
  /// What other agencies say of them last.
  public var others: [StoryTolls.Toll]

  public init(id: Int64, count: Int, tolls: [Int] = [], others: [StoryTolls.Toll] = []) {
    self.id = id
    self.count = count
    self.tolls = tolls
    self.others = others
  }
}

/// The order of a list.
public enum ListOrder: String, CaseIterable, Hashable, Sendable {
  case newest, oldest
  /// By relevance to the query's words; only a first page of it is asked for.
  case relevance
}

/// Which window of a list is wanted. Lists are walked by the id of their ends, never by offset.
public struct PageRequest: Hashable, Sendable {
  public enum Anchor: Hashable, Sendable {
    /// The list's first lines.
    case first
    /// Its last lines.
    case last
    /// The lines that follow that one in the list's order, without it.
    case after(Int64)
    /// The lines that stand before it in the list's order, without it; still given in the list's order.
    case before(Int64)
  }

  public var query: String
  public var order: ListOrder
  public var anchor: Anchor
  public var limit: Int

  public init(query: String, order: ListOrder = .newest, anchor: Anchor = .first, limit: Int = 200) {
    self.query = query
    self.order = order
    self.anchor = anchor
    self.limit = limit
  }
}

/// A window, in the list's order. Fewer lines than asked for mean that the list ends there.
public struct DispatchPage: Hashable, Sendable {
  public var lines: [DispatchLine]

  public init(lines: [DispatchLine]) { self.lines = lines }
}

/// How many dispatches match.
public struct DispatchCount: Hashable, Sendable {
  public var total: Int
  /// nil where it is not known.
  public var unread: Int?
  /// False where counting was given up: at least so many match.
  public var isExact: Bool

  public init(total: Int, unread: Int?, isExact: Bool = true) {
    self.total = total
    self.unread = unread
    self.isExact = isExact
  }
}

/// A country and how many dispatches are about it.
public struct CountryCount: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  public var code: String
  public var count: Int

  public init(code: String, count: Int) {
    self.code = code
    self.count = count
  }
}
