internal import DispatchStore
internal import Feeds
internal import WireFormats

/// What brings the subscriptions of this store and those of a sync server together, worked out without touching either.
///
/// Each side is held against what it had at the end of the last round (`SharedFeed`); what differs was changed there. A change of one
/// side goes to the other. Where both changed the same thing, this side's title or folder counts, the other's is told, and its folder
/// stays beside ours where the server knows several. A feed that one side gave up is given up on the other, unless that one changed it
/// since: then it is followed again. More than half missing at once is a mishap until it is said to be none.
struct SubscriptionPlan {
  enum Step {
    case followHere(Outline)
    case followThere(Subscription)
    case giveUpHere(Subscription)
    case giveUpThere(stream: String, address: String)
    case changeHere(Subscription)
    case changeThere(stream: String, address: String, title: String?, into: String?, outOf: String?)
  }

  private(set) var steps: [Step] = []
  private(set) var conflicts: [SyncConflict] = []
  /// Feeds that are missing on one side and stay on the other until removals are accepted.
  private(set) var held = 0

  /// `mayTell`: an address that only this network knows is no business of a server outside it, nor the other way round.
  init(here: [Subscription], there: [String: Outline], last: [SharedFeed], acceptsRemovals: Bool, mayTell: (String) -> Bool) {
    var restHere = here
    var restThere = there
    var goneHere: [Step] = []
    var goneThere: [Step] = []
    for shared in last {
      let mine = restHere.firstIndex { $0.origin == shared.origin }.map { restHere.remove(at: $0) }
      let stream = Self.stream(of: shared, in: restThere)
      let theirs = stream.flatMap { restThere.removeValue(forKey: $0) }
      switch (mine, theirs) {
      case (let mine?, let theirs?): compare(mine, theirs, stream ?? shared.stream, shared)
      case (let mine?, nil):
        let isChanged = mine.folders != shared.foldersHere || Self.isRenamed(mine, shared)
        if isChanged { steps.append(.followThere(mine)) } else { goneThere.append(.giveUpHere(mine)) }
      case (nil, let theirs?):
        let isChanged = (theirs.title ?? "") != shared.titleThere || Set(theirs.folders) != Set(shared.labelsThere)
        if isChanged { steps.append(.followHere(theirs)) } else { goneHere.append(.giveUpThere(stream: stream ?? shared.stream, address: theirs.feed)) }
      case (nil, nil): break
      }
    }
    for gone in [goneHere, goneThere] {
      if !acceptsRemovals, gone.count > 2, gone.count * 2 > last.count { held += gone.count } else { steps += gone }
    }
    var places: [String: Subscription] = [:]
    for feed in restHere { for address in [feed.url, feed.origin] { places[FeedAddress.key(address)] = feed } }
    var met: Set<Int64> = []
    for (stream, theirs) in restThere.sorted(by: { $0.key < $1.key }) {
      if let mine = places[FeedAddress.key(theirs.feed)], met.insert(mine.id).inserted {
        meet(mine, theirs, stream)
      } else if Address.web(theirs.feed) != nil, mayTell(theirs.feed) {
        steps.append(.followHere(theirs))
      }
    }
    for mine in restHere where !met.contains(mine.id) && Address.web(mine.url) != nil && mayTell(mine.url) && FeedAddress.shown(mine.url) == mine.url {
      steps.append(.followThere(mine))
    }
  }

  /// The server's name for a shared feed; a server that was set up anew counts from one again.
  static func stream(of shared: SharedFeed, in there: [String: Outline]) -> String? {
    let key = FeedAddress.key(shared.addressThere)
    if let feed = there[shared.stream], FeedAddress.key(feed.feed) == key { return shared.stream }
    return there.first { FeedAddress.key($0.value.feed) == key }?.key ?? (there[shared.stream] == nil ? nil : shared.stream)
  }

  static func label(_ folders: [String]) -> String? { folders.isEmpty ? nil : folders.joined(separator: "/") }
  static func folders(_ label: String) -> [String] { label.split(separator: "/").map { String($0) } }

  /// A title that a feed got from its own first visit is nobody's renaming.
  private static func isRenamed(_ mine: Subscription, _ shared: SharedFeed) -> Bool { !shared.titleHere.isEmpty && mine.title != shared.titleHere }

  private mutating func compare(_ mine: Subscription, _ theirs: Outline, _ stream: String, _ shared: SharedFeed) {
    var changed = mine
    var title: String?
    let theirTitle = theirs.title ?? ""
    switch (Self.isRenamed(mine, shared), theirTitle != shared.titleThere) {
    case (true, let both):
      if mine.title != theirTitle {
        title = mine.title
        if both { conflicts.append(SyncConflict(feed: mine.url, here: mine.title, there: theirTitle)) }
      }
    case (false, true): if !theirTitle.isEmpty { changed.title = theirTitle }
    case (false, false): break
    }
    var into: String?
    var outOf: String?
    let ours = Self.label(mine.folders)
    let old = Self.label(shared.foldersHere)
    switch (mine.folders != shared.foldersHere, Set(theirs.folders) != Set(shared.labelsThere)) {
    case (true, false):
      if let ours, !theirs.folders.contains(ours) { into = ours }
      if let old, old != ours, theirs.folders.contains(old) { outOf = old }
    case (false, true):
      let new = theirs.folders.first { !shared.labelsThere.contains($0) }
      let kept = ours.flatMap { theirs.folders.contains($0) ? $0 : nil }
      changed.folders = (new ?? kept ?? theirs.folders.first).map(Self.folders) ?? []
    case (true, true):
      let theirNew = theirs.folders.first { !shared.labelsThere.contains($0) } ?? theirs.folders.first
      if let ours {
        if !theirs.folders.contains(ours) {
          into = ours
          conflicts.append(SyncConflict(feed: mine.url, here: ours, there: theirNew ?? ""))
        }
      } else if let theirNew {
        changed.folders = Self.folders(theirNew)
        conflicts.append(SyncConflict(feed: mine.url, here: "", there: theirNew))
      }
    case (false, false): break
    }
    if changed != mine { steps.append(.changeHere(changed)) }
    if title != nil || into != nil || outOf != nil {
      steps.append(.changeThere(stream: stream, address: mine.url, title: title, into: into, outOf: outOf))
    }
  }

  /// Both follow it and neither knew of the other: each fills in what the other has not.
  private mutating func meet(_ mine: Subscription, _ theirs: Outline, _ stream: String) {
    var changed = mine
    if mine.title.isEmpty { changed.title = theirs.title ?? "" }
    if mine.folders.isEmpty { changed.folders = theirs.folders.first.map(Self.folders) ?? [] }
    if changed != mine { steps.append(.changeHere(changed)) }
    if theirs.folders.isEmpty, let ours = Self.label(mine.folders) {
      steps.append(.changeThere(stream: stream, address: mine.url, title: nil, into: ours, outOf: nil))
    }
  }
}

/// What both sides changed differently: a title or a folder. What is here counts.
public struct SyncConflict: Hashable, Sendable {
  public var feed: String
  public var here: String
  public var there: String
}
