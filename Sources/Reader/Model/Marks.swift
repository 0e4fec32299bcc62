public import DispatchModel

/// A change of marks that people make: one step of the undo journal.
public struct MarkChange: Hashable, Sendable {
  /// What it falls on.
  public enum Target: Hashable, Sendable {
    case ids([Int64])
    /// All dispatches that a query finds.
    case query(String)
    /// A list's dispatches from its start down to that one, or from that one to its end; that one always with them.
    case part(query: String, order: ListOrder, id: Int64, isAbove: Bool)
  }

  public enum Action: Hashable, Sendable {
    case read(Bool)
    case star(Bool)
    case addTag(String)
    case removeTag(String)
  }

  public var target: Target
  public var action: Action

  public init(_ action: Action, on target: Target) {
    self.target = target
    self.action = action
  }
}

/// What a change, an undo or a redo did.
public struct MarkOutcome: Hashable, Sendable {
  /// The changed dispatches, the first thousand of them.
  public var ids: [Int64]
  /// How many were changed in all.
  public var count: Int
  /// The change that was taken back or done again.
  public var change: MarkChange?

  public init(ids: [Int64], count: Int, change: MarkChange? = nil) {
    self.ids = ids
    self.count = count
    self.change = change
  }
}

public struct TagCount: Hashable, Sendable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// A query kept under a name.
public struct SavedSearch: Hashable, Sendable {
  public var name: String
  public var query: String

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}

/// One thing that may be typed next.
public struct Completion: Hashable, Sendable {
  /// What is put into the line, quotes included where it needs them.
  public var text: String
  /// What is shown beside it.
  public var detail: String
  /// What it is, where it may be a name of several types; shown in the reader's words.
  public var type: MentionType?
  public var count: Int?

  public init(text: String, detail: String = "", type: MentionType? = nil, count: Int? = nil) {
    self.text = text
    self.detail = detail
    self.type = type
    self.count = count
  }
}

/// What a fetch brought.
public struct FetchOutcome: Hashable, Sendable {
  public var new: Int
  public var updated: Int
  /// One sentence for each feed that failed.
  public var failed: [Phrase]
  /// The saved searches that are to be told of, with how much of what came matches them; none without anything.
  public var alerts: [SearchAlert]

  public init(new: Int, updated: Int, failed: [Phrase], alerts: [SearchAlert] = []) {
    self.new = new
    self.updated = updated
    self.failed = failed
    self.alerts = alerts
  }
}

/// A saved search and how many new dispatches match it.
public struct SearchAlert: Hashable, Sendable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// A feed that is followed, as the reader lists it.
public struct FeedLine: Hashable, Sendable {
  public var title: String
  /// The folders it lies in, outermost first.
  public var folders: [String]
  /// The query of its dispatches.
  public var query: String
  /// Why its last visit failed; nil where it went well.
  public var failure: Phrase?

  public init(title: String, folders: [String] = [], query: String, failure: Phrase? = nil) {
    self.title = title
    self.folders = folders
    self.query = query
    self.failure = failure
  }
}
