internal import DispatchModel
internal import Foundation
internal import Synchronization

/// When feeds that had nothing new were last asked: kept beside the store and not in it, so that a visit that changes nothing writes no
/// row.
///
/// `STORE-visits` has a line for each such feed: its number, the second of the visit, that of the next one, and the validators (ETag,
/// Last-Modified) of the answer, apart by tabs. A line counts where it is no older than what the feed's own row says. Without the file, or
/// with a damaged one, feeds are only asked a little earlier than they wish.
final class VisitTimes: Sendable {
  private struct Visit {
    var fetched: Int64
    var next: Int64
    var etag: String?
    var lastModified: String?
  }

  /// nil for a store in memory.
  private let path: String?
  private let visits = Mutex<[Int64: Visit]>([:])
  /// A file of ours is no longer than this: lines of a thousand feeds with the longest validators.
  private static let limit = 4 << 20

  /// Up to the end of the year 9999: no damaged line may bring a moment that cannot be written as a date.
  private static let seconds: ClosedRange<Int64> = 0...253_402_300_799

  init(store: String) { path = store == ":memory:" ? nil : store + "-visits" }

  /// Gives the subscriptions what later visits said.
  func complete(_ feeds: inout [Subscription]) {
    let known = read()
    for index in feeds.indices {
      guard let visit = known[feeds[index].id], let last = feeds[index].fetched, visit.fetched >= last.seconds else { continue }
      feeds[index].fetched = Moment(seconds: visit.fetched)
      feeds[index].nextFetch = Moment(seconds: visit.next)
      feeds[index].etag = visit.etag
      feeds[index].lastModified = visit.lastModified
    }
  }

  /// Keeps the visits of these feeds; what is known of others stays. Throws where the file cannot be written.
  func keep(_ feeds: [Subscription]) throws {
    var known = read()
    for feed in feeds {
      guard let fetched = feed.fetched?.seconds else { continue }
      known[feed.id] = Visit(
        fetched: fetched, next: feed.nextFetch?.seconds ?? fetched, etag: Self.plain(feed.etag), lastModified: Self.plain(feed.lastModified))
    }
    guard let path else { return visits.withLock { $0 = known } }
    let lines = known.sorted { $0.key < $1.key }.map { id, visit in
      "\(id)\t\(visit.fetched)\t\(visit.next)\t\(visit.etag ?? "")\t\(visit.lastModified ?? "")\n"
    }
    let new = path + "-\(ProcessInfo.processInfo.processIdentifier)"
    // It says which servers were asked when: nobody else's business, as the store.
    guard FileManager.default.createFile(atPath: new, contents: Data(lines.joined().utf8), attributes: [.posixPermissions: 0o600]),
      rename(new, path) == 0
    else {
      unlink(new)
      throw CocoaError(.fileWriteUnknown)
    }
  }

  private func read() -> [Int64: Visit] {
    guard let path else { return visits.withLock { $0 } }
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.limit else { return [:] }
    var known: [Int64: Visit] = [:]
    for line in data.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5, let id = Int64(fields[0]), let fetched = Int64(fields[1]), let next = Int64(fields[2]),
        Self.seconds.contains(fetched), Self.seconds.contains(next)
      else { continue }
      known[id] = Visit(fetched: fetched, next: next, etag: Self.plain(fields[3]), lastModified: Self.plain(fields[4]))
    }
    return known
  }

  /// A validator that can be a field of a line; others are never sent to a server either.
  private static func plain(_ validator: String?) -> String? {
    guard let validator, !validator.isEmpty, validator.utf8.count <= 1_024, validator.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
    return validator
  }
}
