internal import DispatchStore
internal import Feeds
internal import WireFormats

/// Brings the subscriptions of this store and of a sync server together, as `SubscriptionPlan` has it. A feed that the server will not
/// follow stops no other.
struct SubscriptionSync {
  let store: DispatchStore
  let server: String
  let acceptsRemovals: Bool

  /// The feeds that the server has, under the address that each has here, by the server's names.
  func run(_ api: ReaderAPI, _ report: inout SyncRound.Report) throws -> [String: Outline] {
    let before = try api.subscriptions()
    let last = try store.sharedFeeds(with: server)
    let isInside = FeedAddress.isInternal(server)
    let plan = SubscriptionPlan(
      here: try store.subscriptions(), there: before, last: last, acceptsRemovals: acceptsRemovals,
      mayTell: { isInside || !FeedAddress.isInternal($0) })
    report.conflicts = plan.conflicts
    report.held = plan.held
    // What was sent there, with the server's name of it where it says one.
    var names: [String: String?] = [:]
    var isChanged = false
    for step in plan.steps {
      do {
        isChanged = try take(step, api, &report, &names) || isChanged
      } catch let error as FeedError {
        guard case .http = error else { throw error }
        report.failed.append((Self.address(of: step), error))
      }
    }
    let there = isChanged ? try api.subscriptions() : before
    return try keep(there, before, last, names, &report)
  }

  /// Whether the server was changed.
  private func take(_ step: SubscriptionPlan.Step, _ api: ReaderAPI, _ report: inout SyncRound.Report, _ names: inout [String: String?]) throws -> Bool {
    switch step {
    case .followHere(let outline):
      let folders = outline.folders.first.map(SubscriptionPlan.folders) ?? []
      if try store.subscribe(Subscription(url: outline.feed, title: String((outline.title ?? "").prefix(200)), folders: folders)) { report.followedHere += 1 }
    case .giveUpHere(let feed): report.givenUpHere += try store.unsubscribe(id: feed.id)
    case .changeHere(let feed):
      try store.update([feed])
      report.changedHere += 1
    case .followThere(let feed):
      names.updateValue(try api.follow(feed.url, title: feed.title, folder: SubscriptionPlan.label(feed.folders)), forKey: feed.origin)
      report.followedThere += 1
      return true
    case .giveUpThere(let stream, _):
      try api.giveUp(stream)
      report.givenUpThere += 1
      return true
    case .changeThere(let stream, _, let title, let into, let outOf):
      try api.change(stream, title: title, into: into, outOf: outOf)
      report.changedThere += 1
      return true
    }
    return false
  }

  private static func address(of step: SubscriptionPlan.Step) -> String {
    switch step {
    case .followHere(let outline): outline.feed
    case .followThere(let feed), .giveUpHere(let feed), .changeHere(let feed): feed.url
    case .giveUpThere(_, let address), .changeThere(_, let address, _, _, _): address
    }
  }

  /// Keeps what both sides have by now; what is missing on one side, and stayed on the other, stays known as shared.
  private func keep(
    _ there: [String: Outline], _ before: [String: Outline], _ last: [SharedFeed], _ names: [String: String?], _ report: inout SyncRound.Report
  ) throws -> [String: Outline] {
    let here = try store.subscriptions()
    let known = Dictionary(last.compactMap { shared in SubscriptionPlan.stream(of: shared, in: there).map { (shared.origin, $0) } }, uniquingKeysWith: { first, _ in first })
    var free = there
    var pairs: [(Subscription, String)] = []
    var alone: [Subscription] = []
    for feed in here {
      let keys = Set([feed.url, feed.origin].map(FeedAddress.key))
      let stream = [names[feed.origin] ?? nil, known[feed.origin]].compactMap { $0 }.first { free[$0] != nil } ?? free.first { keys.contains(FeedAddress.key($0.value.feed)) }?.key
      if let stream {
        free[stream] = nil
        pairs.append((feed, stream))
      } else {
        alone.append(feed)
      }
    }
    // A server may follow a feed under another address than the one it was told: the only newcomer is the only one that was sent.
    let sent = alone.filter { names.keys.contains($0.origin) }
    let newcomers = free.keys.filter { before[$0] == nil }
    if let feed = sent.first, sent.count == 1, let stream = newcomers.first, newcomers.count == 1 { pairs.append((feed, stream)) }
    var shared = pairs.compactMap { feed, stream in
      there[stream].map { theirs in
        SharedFeed(
          stream: stream, origin: feed.origin, addressThere: theirs.feed, titleHere: feed.title, foldersHere: feed.folders,
          titleThere: theirs.title ?? "", labelsThere: theirs.folders)
      }
    }
    let origins = Set(shared.map(\.origin)), streams = Set(shared.map(\.stream))
    for old in last where !origins.contains(old.origin) && !streams.contains(old.stream) {
      let isHere = here.contains { $0.origin == old.origin }
      if isHere != (SubscriptionPlan.stream(of: old, in: there) != nil) { shared.append(old) }
    }
    try store.keepShared(shared, with: server)
    report.subscriptions = there.count
    var found = there
    for (feed, stream) in pairs { found[stream]?.feed = feed.origin }
    return found
  }
}
