internal import DispatchModel
internal import DispatchStore
internal import Feeds
internal import Foundation
internal import Synchronization
internal import WireFormats

/// Takes in what the feeds of one round answer: decodes, saves, and keeps with each feed how to ask it again.
final class FeedDesk: Sendable {
  private struct State {
    var report = FeedRoundReport()
    /// Feeds that had nothing new.
    var unchanged: [Subscription] = []
    var error: (any Error)?
  }

  private let round: FeedRound
  private let onVisit: @Sendable (FeedVisit) -> Void
  private let state = Mutex(State())

  init(round: FeedRound, onVisit: @escaping @Sendable (FeedVisit) -> Void) {
    self.round = round
    self.onVisit = onVisit
  }

  /// The store could not be written: there is no use in going on.
  var isBroken: Bool { state.withLock { $0.error != nil } }

  /// The round's end: keeps the visits that changed nothing.
  func finish() throws -> FeedRoundReport {
    try round.store.keepVisits(state.withLock { $0.unchanged })
    return try state.withLock { state in
      if let error = state.error { throw error }
      return state.report
    }
  }

  /// A file or a program.
  func takeLocal(_ feed: Subscription, _ source: FeedSource) {
    switch Self.read(source, limit: round.limits) {
    case .failure(let error): fail(feed, error)
    case .success(let bytes): take(bytes, feed, body: nil, Self.localResult(feed))
    }
  }

  /// An answer over the network.
  func take(_ feed: Subscription, _ result: FeedResult) {
    switch result.answer {
    case .unchanged:
      var new = feed
      // The new place knows the feed's validators: it holds the same feed.
      if let moved = result.movedTo, case .web? = FeedSource(feed.url) { new.url = moved }
      close(new, was: feed, result, feed: nil, outcome: .unchanged)
    case .failed(.cancelled): report(FeedVisit(feed: feed, outcome: .failed(.cancelled)))
    case .failed(let error): fail(feed, error, result)
    case .changed(let body):
      var bytes = body.bytes
      if case .filter(let words, _)? = FeedSource(feed.url) {
        switch ProgramRun.output(of: words, input: bytes, limit: round.limits.body, milliseconds: round.limits.total) {
        case .failure(let error): return fail(feed, error, result)
        case .success(let filtered): bytes = filtered
        }
      }
      take(bytes, feed, body: body, result)
    }
  }

  func fail(_ feed: Subscription, _ error: FeedError, _ result: FeedResult? = nil) {
    var result = result ?? Self.localResult(feed)
    result.answer = .failed(error)
    close(feed, was: feed, result, feed: nil, outcome: .failed(error))
  }

  private func take(_ bytes: [UInt8], _ old: Subscription, body: FeedBody?, _ result: FeedResult) {
    var feed = old
    let digest = Self.digest(bytes)
    if digest == feed.digest {
      keepValidators(body, in: &feed)
      return close(feed, was: old, result, feed: nil, outcome: .unchanged)
    }
    var decoded = WireFormats.decode(
      bytes, source: feed.origin, contentType: body?.contentType, baseURL: body?.finalURL, language: body?.contentLanguage)
    // Plain text over the network is an error page or an advertisement, never a feed.
    let isFeed = decoded.format != nil && (decoded.format != .text || body == nil) && (!decoded.dispatches.isEmpty || decoded.feed != nil)
    guard isFeed else { return fail(feed, .noFeed, result) }
    do { try round.store.adopt(decoded.dispatches, of: feed.origin) } catch { return state.withLock { $0.error = error } }
    if feed.wantsFullText { decoded.dispatches = FullTexts(round: round, feed: feed).completed(decoded.dispatches) }
    do {
      let saved = try round.intake.save(decoded, source: feed.title.isEmpty ? feed.origin : feed.title)
      state.withLock { state in
        state.report.new += saved.new
        state.report.updated += saved.updated
        state.report.ids += saved.ids
        state.report.refused += saved.refused
      }
      keepValidators(body, in: &feed)
      feed.digest = digest
      // Only now that the new place has proved to hold a feed.
      if let moved = body?.permanentURL, case .web? = FeedSource(feed.url) { feed.url = moved }
      if feed.title.isEmpty { feed.title = String((decoded.feed?.title ?? "").prefix(200)) }
      close(feed, was: old, result, feed: decoded.feed, outcome: .taken(new: saved.new, updated: saved.updated))
    } catch {
      state.withLock { $0.error = error }
    }
  }

  private func keepValidators(_ body: FeedBody?, in feed: inout Subscription) {
    feed.etag = body?.etag
    feed.lastModified = body?.lastModified
  }

  /// Keeps the visit with the feed: in its row where the visit changed something, else beside the store.
  private func close(
    _ feed: Subscription, was old: Subscription, _ result: FeedResult, feed description: FeedDescription?, outcome: FeedVisit.Outcome
  ) {
    var feed = feed
    if let description {
      feed.ttl = description.ttl
      feed.skipHours = description.skipHours
      feed.skipDays = description.skipDays
    }
    if case .failed(let error) = outcome {
      feed.failures = min(feed.failures + 1, 1_000)
      feed.error = error.english
    } else {
      feed.failures = 0
      feed.error = nil
    }
    var wishes = FeedDescription()
    wishes.ttl = feed.ttl
    wishes.skipHours = feed.skipHours
    wishes.skipDays = feed.skipDays
    feed.fetched = round.now
    feed.nextFetch = round.schedule.next(after: round.now, result: result, feed: wishes, failures: feed.failures, seed: feed.origin)
    feed.waitUntil = result.retryAfter.map { Moment(seconds: round.now.seconds + Int64($0)) }
    if case .unchanged = outcome, Self.isSame(feed, old) {
      state.withLock { $0.unchanged.append(feed) }
      return report(FeedVisit(feed: feed, outcome: outcome))
    }
    do {
      try round.store.update([feed])
      report(FeedVisit(feed: feed, outcome: outcome))
    } catch {
      state.withLock { $0.error = error }
    }
  }

  /// Whether a visit left everything as it was but the hour and the validators, and the clock has not gone back since the last one.
  private static func isSame(_ feed: Subscription, _ old: Subscription) -> Bool {
    var feed = feed
    guard let now = feed.fetched, let last = old.fetched, last <= now else { return false }
    feed.fetched = old.fetched
    feed.nextFetch = old.nextFetch
    feed.etag = old.etag
    feed.lastModified = old.lastModified
    return feed == old
  }

  private func report(_ visit: FeedVisit) {
    state.withLock { state in
      switch visit.outcome {
      case .unchanged: state.report.unchangedFeeds += 1
      case .taken: state.report.changedFeeds += 1
      case .failed(let error): state.report.failed.append((visit.feed, error))
      }
    }
    onVisit(visit)
  }

  private static func localResult(_ feed: Subscription) -> FeedResult {
    FeedResult(request: FeedRequest(url: feed.url), answer: .unchanged, status: 0)
  }

  /// The bytes of what lies on this machine.
  static func read(_ source: FeedSource, limit: FeedLimits) -> Result<[UInt8], FeedError> {
    switch source {
    case .web: return .failure(.badAddress)
    case .program(let words): return ProgramRun.output(of: words, limit: limit.body, milliseconds: limit.total)
    case .filter(let words, let inner):
      return read(inner, limit: limit).flatMap {
        ProgramRun.output(of: words, input: $0, limit: limit.body, milliseconds: limit.total)
      }
    case .file(let path):
      // Only plain files: a pipe or a device could be read for ever.
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path)
      else { return .failure(.noFile) }
      defer { handle.closeFile() }
      let kind: FileAttributeType?
      do { kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType } catch { return .failure(.noFile) }
      guard kind == .typeRegular || kind == .typeSymbolicLink else { return .failure(.noFile) }
      let bytes = [UInt8](handle.readData(ofLength: limit.body + 1))
      return bytes.count > limit.body ? .failure(.tooLarge(limit: limit.body)) : .success(bytes)
    }
  }

  /// FNV-1a over the bytes.
  private static func digest(_ bytes: [UInt8]) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
