/// When a feed is to be asked again: what server and feed wish, within bounds, and further apart the more often it failed.
public import DispatchModel
public import WireFormats

public struct FeedSchedule: Hashable, Sendable {
  /// Seconds between two visits where nobody says anything.
  public var interval: Int
  public static let shortest = 300
  public static let longest = 86_400

  public init(interval: Int = 1_800) { self.interval = interval }

  /// The next visit after an answer at `now`. `failures` counts those in a row, this one included; `seed` (the feed's address)
  /// spreads visits by up to a tenth, always in the same way.
  public func next(
    after now: Moment, result: FeedResult, feed: FeedDescription?, failures: Int, seed: String
  ) -> Moment {
    var wait = interval
    if case .failed = result.answer {
      // Doubling: 1, 2, 4 … intervals, a day at most.
      wait = min(Self.longest, wait << min(max(failures - 1, 0), 10))
    } else {
      wait = max(wait, result.maxAge ?? 0, (feed?.ttl ?? 0) * 60)
    }
    wait = min(max(wait, Self.shortest), Self.longest)
    wait += wait * jitter(seed, failures) / 1_000
    wait = max(wait, result.retryAfter ?? 0)
    return awake(Moment(seconds: now.seconds + Int64(wait)), feed)
  }

  /// 0…100 thousandths, a function of the address and the count.
  private func jitter(_ seed: String, _ failures: Int) -> Int {
    var hash: UInt32 = 2_166_136_261 &+ UInt32(truncatingIfNeeded: failures)
    for byte in seed.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash % 101)
  }

  /// The first full hour that is neither among the feed's skipped hours nor on its skipped days.
  private func awake(_ moment: Moment, _ feed: FeedDescription?) -> Moment {
    guard let feed, !feed.skipHours.isEmpty || !feed.skipDays.isEmpty else { return moment }
    var candidate = moment
    for _ in 0..<(24 * 7) {
      let hour = candidate.secondOfDay() / 3_600
      if !feed.skipHours.contains(hour), !feed.skipDays.contains(candidate.date().weekday) { return candidate }
      candidate = Moment(seconds: candidate.seconds - Int64(candidate.secondOfDay() % 3_600) + 3_600)
    }
    // A feed that never wants to be asked is asked as if it had said nothing.
    return moment
  }
}
