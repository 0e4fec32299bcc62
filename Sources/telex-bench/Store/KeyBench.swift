import DispatchModel
import DispatchStore
import Foundation
import Reader
import Synchronization
import Terminal

/// From a key to the frame on a memory screen, through the reader's own state, over a real store.
///
/// Two figures a key. *Frame*: the key is taken and a frame drawn, as the reader does before any answer is there. *Settled*: the same
/// with the page and the document that the key asked for; counts come later on the screen too and stay outside.
struct KeyBench {
  let store: DispatchStore
  /// What is typed into the query line.
  let word: String

  /// What the questions of one key took.
  private final class Stopwatch: Sendable {
    private let times = Mutex((shown: 0.0, later: 0.0))

    func measure<Value>(isShown: Bool, _ ask: () throws -> Value) rethrows -> Value {
      let start = ContinuousClock.now
      defer {
        let seconds = Measure.seconds(since: start)
        times.withLock { if isShown { $0.shown += seconds } else { $0.later += seconds } }
      }
      return try ask()
    }

    func take() -> (shown: Double, later: Double) {
      times.withLock { times in
        defer { times = (0, 0) }
        return times
      }
    }
  }

  func report() -> String {
    let semaphore = DispatchSemaphore(value: 0)
    let result = Mutex("")
    Task {
      let text = await measure()
      result.withLock { $0 = text }
      semaphore.signal()
    }
    semaphore.wait()
    return result.withLock { $0 }
  }

  private func measure() async -> String {
    let watch = Stopwatch()
    var session = ReaderSession(
      services: services(watch), size: Size(columns: 120, rows: 36), clock: Clock(now: DispatchGenerator.end), language: .fr)
    var screen = MemoryScreen(size: Size(columns: 120, rows: 36))
    await session.start()
    _ = watch.take()
    var frames: [String: [Double]] = [:]
    var settled: [String: [Double]] = [:]
    for (name, keys) in walks {
      for notation in keys {
        guard let key = Key(notation: notation) else { return "keys            \(notation) is no key" }
        let start = ContinuousClock.now
        await session.play([key])
        screen.show(session.frame)
        let whole = Measure.seconds(since: start)
        let questions = watch.take()
        frames[name, default: []].append(whole - questions.shown - questions.later)
        settled[name, default: []].append(whole - questions.later)
      }
    }
    return walks.map { name, _ in
      "key to frame    \(name): \(Self.spread(frames[name] ?? [])); settled with page and document: \(Self.spread(settled[name] ?? []))"
    }.joined(separator: "\n") + "\nkey bench       \(screen.shown) frames, peak memory of this process \(Measure.rounded(Measure.peakMemory, 0)) MB"
  }

  private var walks: [(String, [String])] {
    let typed = ["/"] + word.map(String.init) + ["Enter", "Esc"]
    return [
      ("scrolling", Array(repeating: "j", count: 300) + Array(repeating: "PageDown", count: 60) + ["G"] + Array(repeating: "k", count: 100) + ["g"]),
      ("filtering", Array(repeating: ["c", "c", "h", "i", "n", "Enter", "C"], count: 12).flatMap { $0 }),
      ("typing a query", Array(repeating: typed + ["C"], count: 12).flatMap { $0 }),
    ]
  }

  static func spread(_ times: [Double]) -> String {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return "nothing measured" }
    return "median \(Measure.milliseconds(sorted[sorted.count / 2])), p99 \(Measure.milliseconds(sorted[min(sorted.count - 1, sorted.count * 99 / 100)]))"
  }

  private func services(_ watch: Stopwatch) -> ReaderServices {
    let store = store
    let today = DispatchGenerator.end.date()
    var services = ReaderServices()
    services.page = { request in
      try watch.measure(isShown: true) {
        let anchor: StoreAnchor = switch request.anchor {
        case .first: .first
        case .last: .last
        case .after(let id): .after(id)
        case .before(let id): .before(id)
        }
        return DispatchPage(lines: try store.page(of: Query.parse(request.query, today: today), at: anchor, limit: request.limit).map(Self.line))
      }
    }
    services.document = { id in
      try watch.measure(isShown: true) {
        try store.document(id: id).map { DispatchDocument(line: Self.line($0.line), dispatch: $0.dispatch, reading: $0.reading, siblings: $0.siblings.map(Self.line)) }
      }
    }
    services.count = { text in
      try watch.measure(isShown: false) {
        let counts = try store.counts(of: Query.parse(text, today: today), within: .milliseconds(100))
        return DispatchCount(total: counts.total, unread: counts.unread, isExact: counts.isExact)
      }
    }
    services.countries = { text in
      try watch.measure(isShown: false) { try store.countries(of: Query.parse(text, today: today)).map { CountryCount(code: $0.code, count: $0.count) } }
    }
    return services
  }

  private static func line(_ listed: ListedDispatch) -> DispatchLine {
    DispatchLine(
      id: listed.id, published: listed.published, agency: listed.agency, countries: listed.focus, headline: listed.headline,
      isUnread: !listed.isRead, isStarred: listed.isStarred, tags: listed.tags, priority: listed.priority, urgency: listed.urgency,
      story: listed.story.map { StoryMark(id: $0.id, count: $0.count, tolls: $0.tolls, others: $0.others) }, versions: listed.versions)
  }
}
