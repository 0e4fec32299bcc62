internal import DispatchModel
public import DispatchStore
public import Feeds
internal import WireFormats

/// One round with a sync server: subscriptions are brought together, its new items come in, and so are the marks of both sides.
///
/// For each mark there are three states: here, there, and the one that both had at the end of the last round. A side that differs from
/// the last one has changed and wins; where both changed, they changed to the same. What the server has forgotten keeps its marks here.
/// An item that a followed feed has brought already is that dispatch; one that it brings later takes the item's place.
public struct SyncRound: Sendable {
  public struct Report: Sendable {
    public var new = 0
    public var updated = 0
    /// Marks that were sent to the server, and that came from it.
    public var sent = 0
    public var received = 0
    public var subscriptions = 0
    public var followedHere = 0
    public var followedThere = 0
    public var givenUpHere = 0
    public var givenUpThere = 0
    public var changedHere = 0
    public var changedThere = 0
    /// Titles and folders that both sides changed.
    public var conflicts: [SyncConflict] = []
    /// Feeds missing on one side that stay on the other: too many at once.
    public var held = 0
    /// What the server would not do, by feed.
    public var failed: [(address: String, error: FeedError)] = []
  }

  private let store: DispatchStore
  private let intake: Intake
  private let server: String
  /// Feeds missing on one side are given up on the other, however many they are.
  public var acceptsRemovals = false

  public init(store: DispatchStore, intake: Intake, server: String) {
    self.store = store
    self.intake = intake
    self.server = server
  }

  /// Throws `FeedError` where the server fails, `StoreError` where the store does; what was done before stays.
  public func run(_ api: ReaderAPI) throws -> Report {
    var report = Report()
    let feeds = try SubscriptionSync(store: store, server: server, acceptsRemovals: acceptsRemovals).run(api, &report)
    var until = try store.syncedUntil(with: server)
    // A second is asked for again: more may have come in it.
    var pages: [[ReaderAPI.Item]] = []
    try api.items(since: until.newest - 1, above: until.item, feeds: feeds) { pages.append($0) }
    for items in pages {
      try take(items, &report)
      until.newest = max(until.newest, items.map(\.crawled).max() ?? 0)
      until.item = max(until.item, items.map(\.number).max() ?? 0)
    }
    try bringMarksTogether(api, &report)
    try store.agree(store.synced(with: server), until: until, on: server)
    return report
  }

  private func take(_ items: [ReaderAPI.Item], _ report: inout Report) throws {
    var fresh: [ReaderAPI.Item] = []
    for (origin, group) in Dictionary(grouping: items, by: \.dispatch.source).sorted(by: { $0.key < $1.key }) {
      fresh += try store.noteTwins(group.map { ($0.dispatch, $0.id) }, of: origin, on: server).map { group[$0] }
    }
    var decoded = Decoded()
    decoded.dispatches = fresh.map(\.dispatch)
    let saved = try intake.save(decoded, source: server)
    report.new += saved.new
    report.updated += saved.updated
    try store.note(fresh.map { ($0.dispatch, $0.id) }, on: server)
  }

  private func bringMarksTogether(_ api: ReaderAPI, _ report: inout Report) throws {
    let all = try api.numbers(.all), unread = try api.numbers(.unread), starred = try api.numbers(.starred)
    let shared = try store.synced(with: server).compactMap { item in Int64(item.item).map { (item, $0) } }
    for tag in [ReaderAPI.Tag.read, .starred] {
      /// nil where the server does not say: it has forgotten the item, or a list was cut.
      func there(_ number: Int64) -> Bool? {
        switch tag {
        case .read: unread.items.contains(number) ? false : all.items.contains(number) && unread.isWhole ? true : nil
        case .starred: starred.items.contains(number) ? true : all.items.contains(number) && starred.isWhole ? false : nil
        }
      }
      func isGone(_ number: Int64) -> Bool { all.isWhole && !all.items.contains(number) }
      for isOn in [true, false] {
        let ours = shared.filter { item, number in
          Self.mark(item, tag) == isOn && Self.last(item, tag) != isOn && there(number) != isOn && !isGone(number)
        }
        try api.set(tag, isOn, items: ours.map(\.1))
        report.sent += ours.count
        let theirs = shared.filter { item, number in
          Self.mark(item, tag) != isOn && Self.last(item, tag) != isOn && there(number) == isOn
        }
        if !theirs.isEmpty {
          try store.mark(tag == .read ? .read(isOn) : .star(isOn), ids: theirs.map(\.0.id))
          report.received += theirs.count
        }
      }
    }
  }

  private static func mark(_ item: SyncedDispatch, _ tag: ReaderAPI.Tag) -> Bool { tag == .read ? item.isRead : item.isStarred }
  private static func last(_ item: SyncedDispatch, _ tag: ReaderAPI.Tag) -> Bool { tag == .read ? item.wasRead : item.wasStarred }
}
