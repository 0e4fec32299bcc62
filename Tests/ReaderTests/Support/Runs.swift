import Synchronization

/// What was run, from any thread.
final class Runs: Sendable {
  private let runs = Mutex<[[String]]>([])

  func add(_ run: [String]) { runs.withLock { $0.append(run) } }
  var all: [[String]] { runs.withLock { $0 } }
}
