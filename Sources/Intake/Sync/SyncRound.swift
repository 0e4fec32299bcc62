internal import DispatchModel
public import DispatchStore
public import Feeds
internal import WireFormats

/// One round with a sync server: its new items come in, and the marks of both sides are brought together.
///
/// For each mark there are three states: here, there, and the one that both had at the end of the last round. A side that differs from
/// the last one has changed and wins; where both changed, they changed to the same.
public struct SyncRound: Sendable {
  public struct Report: Sendable {
    public var new = 0
    public var updated = 0
    /// Marks that were sent to the server, and that came from it.
    public var sent = 0
    public var received = 0
    public var subscriptions = 0
  }

  private let store: DispatchStore
  private let intake: Intake
  private let server: String

  public init(store: DispatchStore, intake: Intake, server: String) {
    self.store = store
    self.intake = intake
    self.server = server
  }

  /// Throws `FeedError` where the server fails, `StoreError` where the store does; what was done before stays.
  public func run(_ api: ReaderAPI) throws -> Report {
    var report = Report()
    let feeds = try api.subscriptions()
    report.subscriptions = feeds.count
    let since = try store.newestSynced(with: server)
    var newest = since
    var pages: [[ReaderAPI.Item]] = []
    // A second is asked for again: more may have come in it.
    try api.items(since: since - 1, feeds: feeds) { pages.append($0) }
    for items in pages {
      var decoded = Decoded()
      decoded.dispatches = items.map(\.dispatch)
      let saved = try intake.save(decoded, source: server)
      report.new += saved.new
      report.updated += saved.updated
      try store.note(items.map { ($0.dispatch.identity, $0.id) }, on: server)
      newest = max(newest, items.map(\.crawled).max() ?? 0)
    }
    let read = try api.ids(with: .read)
    let starred = try api.ids(with: .starred)
    var shared = try store.synced(with: server)
    for (tag, there) in [(ReaderAPI.Tag.read, read), (.starred, starred)] {
      // A list that was cut says nothing of what is missing in it.
      for isOn in there.count < ReaderAPI.idLimit ? [true, false] : [true] {
        let here = shared.filter { Self.mark($0, tag) == isOn && Self.last($0, tag) != isOn && there.contains($0.item) != isOn }
        try api.set(tag, isOn, items: here.map(\.item))
        report.sent += here.count
        let ids = shared.filter { Self.mark($0, tag) != isOn && Self.last($0, tag) != isOn && there.contains($0.item) == isOn }.map(\.id)
        if !ids.isEmpty {
          try store.mark(tag == .read ? .read(isOn) : .star(isOn), ids: ids)
          report.received += ids.count
        }
      }
    }
    shared = try store.synced(with: server)
    try store.agree(shared, newest: newest, on: server)
    return report
  }

  private static func mark(_ item: SyncedDispatch, _ tag: ReaderAPI.Tag) -> Bool { tag == .read ? item.isRead : item.isStarred }
  private static func last(_ item: SyncedDispatch, _ tag: ReaderAPI.Tag) -> Bool { tag == .read ? item.wasRead : item.wasStarred }
}
