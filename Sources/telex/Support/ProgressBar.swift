import DispatchStore
import Feeds
import Synchronization
import Terminal

/// How far a round has come, on one line of the terminal that is drawn anew.
final class ProgressBar: Sendable {
  private let count: Int
  private let done = Mutex(0)
  private static let cells = 20

  init(count: Int) { self.count = count }

  /// One more is done.
  func advance(to feed: Subscription) {
    let done = done.withLock { done in
      done += 1
      return done
    }
    let full = count > 0 ? Self.cells * done / count : Self.cells
    let bar = DisplayText(stringLiteral: "█").repeated(full) + DisplayText(stringLiteral: "░").repeated(Self.cells - full)
    let name = feed.title.isEmpty ? FeedAddress.shown(feed.url) : feed.title
    Output.progress("\(bar) \(done)/\(count) \(DisplayText(String(name.prefix(40))))")
  }
}
