public import DispatchModel
internal import GRDB

/// A dispatch as lists show it.
public struct ListedDispatch: Hashable, Sendable {
  public var id: Int64
  public var identity: String
  public var published: Moment
  public var agency: String?
  public var headline: String
  public var priority: String?
  public var urgency: Int?
  /// Codes of the focus countries; none under embargo.
  public var focus: [String]
  public var isRead: Bool
  public var isStarred: Bool
  public var tags: [String]
  public var versions: Int
  public var story: ListedStory?
  /// The hour until which the text is not to be shown; nil where there is none or it has come.
  public var embargo: Moment?

  /// The columns that `init(row:)` reads by their number, for a table `d`: they stand first in every SELECT.
  static let columns = """
    d.id, d.identity, d.published, d.agency, d.headline, d.priority, d.urgency, d.focus, d.is_read, d.is_starred, d.versions, d.story,
    (SELECT count FROM story s WHERE s.id = d.story) AS story_count, (SELECT tolls FROM story s WHERE s.id = d.story) AS story_tolls,
    (SELECT group_concat(name, char(31)) FROM tag WHERE tag.dispatch = d.id) AS tags,
    (SELECT until FROM embargo m WHERE m.dispatch = d.id AND m.until > \(Embargoes.now)) AS embargo
    """

  /// The lines of a walk, without a copy of each of its rows.
  static func all(_ rows: RowCursor) throws -> [ListedDispatch] {
    var lines: [ListedDispatch] = []
    while let row = try rows.next() { lines.append(try ListedDispatch(row: row)) }
    return lines
  }

  init(row: Row) throws {
    // By number: a list is two hundred of these, and looking names up took half of its time.
    id = try row.decode(atIndex: 0)
    identity = try row.decode(atIndex: 1)
    published = try Moment(seconds: row.decode(atIndex: 2))
    agency = try row.decode(atIndex: 3)
    headline = try row.decode(atIndex: 4)
    priority = try row.decode(atIndex: 5)
    urgency = try row.decode(atIndex: 6)
    focus = try row.decode(String.self, atIndex: 7).split(separator: " ").map(String.init)
    isRead = try row.decode(atIndex: 8)
    isStarred = try row.decode(atIndex: 9)
    versions = try row.decode(atIndex: 10)
    tags = try row.decode(String?.self, atIndex: 14)?.split(separator: "\u{1F}").map(String.init).sorted() ?? []
    let count: Int? = try row.decode(atIndex: 12)
    if let story = try row.decode(Int64?.self, atIndex: 11), let count, count > 1 {
      let tolls = StoryTolls(Stories.tolls(try row.decode(String?.self, atIndex: 13) ?? ""))
      self.story = ListedStory(id: story, count: count, tolls: tolls.row, others: tolls.others)
    }
    embargo = try row.decode(Int64?.self, atIndex: 15).map { Moment(seconds: $0) }
    if embargo != nil { focus = [] }
  }
}

/// The story behind a dispatch.
public struct ListedStory: Hashable, Sendable {
  public var id: Int64
  public var count: Int
  /// Numbers of dead as one agency gave them, oldest first, repeats left out.
  public var tolls: [Int]
  /// What other agencies say of them last.
  public var others: [StoryTolls.Toll]
}

/// The order of a list.
public enum StoreOrder: Hashable, Sendable { case newest, oldest, relevance }

/// Which window of a list.
public enum StoreAnchor: Hashable, Sendable {
  case first, last
  /// What follows that dispatch in the list's order; what stands before it.
  case after(Int64), before(Int64)
}
