internal import Dispatch
public import DispatchModel
public import DispatchStore
public import Feeds
internal import WireFormats

/// One visit to many feeds: fetched several at a time, decoded, read and saved as they come in, each feed's answer kept with it.
///
///     let report = try FeedRound(store: store, intake: intake, now: now).run(feeds) { visit in … }
///
/// A feed that fails fails alone. What a feed answers is taken in on one worker, so the network never waits for a long feed to be read.
public struct FeedRound: Sendable {
  /// Which feeds are asked.
  public enum Choice: Sendable {
    /// All but those whose server wants to be left alone (Retry-After), and those that failed three times in a row until their turn.
    case willing
    /// Those whose turn has come: by the feed's own wishes (max-age, ttl, skipHours), the usual interval, and the back-off.
    case due
    /// All, whatever they said.
    case all
  }

  /// Failures in a row from which on a feed waits for its turn.
  static let patience = 3
  /// Answers that may wait to be read: more hold up the network, not the memory.
  private static let room = 4

  let store: DispatchStore
  let intake: Intake
  let now: Moment
  /// What to say to the server of an address.
  public var credentials: @Sendable (String) -> FeedAuth? = { _ in nil }
  public var limits = FeedLimits()
  public var fetcher = FeedFetcher()
  public var schedule = FeedSchedule()

  public init(store: DispatchStore, intake: Intake, now: Moment) {
    self.store = store
    self.intake = intake
    self.now = now
  }

  /// Whether a feed is asked now.
  public func wants(_ feed: Subscription, _ choice: Choice) -> Bool {
    // Fetched in the future: the clock has gone back, and what was to wait for would not come for long.
    if let fetched = feed.fetched, fetched.seconds > now.seconds + 3_600 { return true }
    func isOver(_ moment: Moment?) -> Bool { moment.map { $0 <= now } ?? true }
    switch choice {
    case .all: return true
    case .due: return isOver(feed.waitUntil) && isOver(feed.nextFetch)
    case .willing: return isOver(feed.waitUntil) && (feed.failures < Self.patience || isOver(feed.nextFetch))
    }
  }

  /// Visits the feeds; blocks until all are done. `onVisit` is called on a worker, one visit after another.
  /// Throws `StoreError` where the store cannot be written; what was saved before stays.
  public func run(
    _ feeds: [Subscription], isCancelled: @escaping @Sendable () -> Bool = { false }, onVisit: @escaping @Sendable (FeedVisit) -> Void = { _ in }
  ) throws -> FeedRoundReport {
    let desk = FeedDesk(round: self, onVisit: onVisit)
    let worker = DispatchQueue(label: "telex.feeds")
    let seats = DispatchSemaphore(value: Self.room)
    var requests: [FeedRequest] = []
    var asked: [Int64: Subscription] = [:]
    for feed in feeds {
      guard let source = FeedSource(feed.url) else {
        worker.async { desk.fail(feed, .badAddress) }
        continue
      }
      guard let address = source.web else {
        worker.async { if !isCancelled() { desk.takeLocal(feed, source) } }
        continue
      }
      var request = FeedRequest(
        url: address, etag: feed.etag, lastModified: feed.lastModified, allowPrivate: feed.allowsPrivate, auth: credentials(address), limits: limits)
      request.label = feed.id
      requests.append(request)
      asked[feed.id] = feed
    }
    fetcher.fetch(requests, isCancelled: { isCancelled() || desk.isBroken }) { result in
      guard let feed = asked[result.request.label] else { return }
      seats.wait()
      worker.async {
        desk.take(feed, result)
        seats.signal()
      }
    }
    worker.sync {}
    return try desk.finish()
  }
}

/// One feed's answer.
public struct FeedVisit: Sendable {
  public enum Outcome: Sendable {
    case unchanged
    case taken(new: Int, updated: Int)
    case failed(FeedError)
  }

  public var feed: Subscription
  public var outcome: Outcome
}

/// What a round brought.
public struct FeedRoundReport: Sendable {
  public var new = 0
  public var updated = 0
  /// Rows of what is new and updated.
  public var ids: [Int64] = []
  public var unchangedFeeds = 0
  public var changedFeeds = 0
  public var failed: [(feed: Subscription, error: FeedError)] = []
  /// Items that were not taken, with their feed and reason.
  public var refused: [IntakeReport.Refused] = []

  public init() {}
}
