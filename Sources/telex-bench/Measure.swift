import Foundation
import Glibc

/// Medians of repeated runs, and the machine's own account of memory.
enum Measure {
  /// The median and the range of a work's duration in seconds.
  struct Timing {
    var median: Double
    var fastest: Double
    var slowest: Double
  }

  /// Runs the work so many times and gives the median. The first run warms up and does not count.
  static func time(runs: Int = 5, _ work: () -> Void) -> Timing {
    work()
    let times = (0..<max(runs, 1)).map { _ in
      let start = ContinuousClock.now
      work()
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      return Double(seconds) + Double(attoseconds) / 1e18
    }.sorted()
    return Timing(median: times[times.count / 2], fastest: times[0], slowest: times[times.count - 1])
  }

  /// The peak of resident memory of this process in MB (`ru_maxrss`, getrusage(2)).
  static var peakMemory: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// Whether questions are timed by the processor's time that this process used, and not by the clock: for a machine that does other work
  /// meanwhile, where the clock tells how busy that machine is.
  static let countsProcessor = ProcessInfo.processInfo.environment["TELEX_BENCH_CPU"] != nil

  /// Seconds on that clock or processor.
  static func reading() -> Double {
    var time = timespec()
    clock_gettime(countsProcessor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds since then.
  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// A question asked seven times after a first one that does not count; the median time in seconds and the answer. A question that
  /// takes over half a second is asked once.
  static func asking(_ ask: () throws -> Int) throws -> (median: Double, answer: Int) {
    var start = reading()
    var answer = try ask()
    let first = reading() - start
    if first > 0.5 { return (first, answer) }
    let times = try (0..<7).map { _ in
      start = reading()
      answer = try ask()
      return reading() - start
    }
    return (times.sorted()[3], answer)
  }

  static func milliseconds(_ seconds: Double) -> String { "\(rounded(seconds * 1_000)) ms" }

  static func column(_ text: String, _ width: Int) -> String { text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0) }

  /// Removes a folder of this run's own; one that stays is said.
  static func remove(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
  }

  static func rounded(_ number: Double, _ decimals: Int = 2) -> String {
    let scale = Foundation.pow(10.0, Double(decimals))
    let whole = (number * scale).rounded() / scale
    return decimals == 0 ? String(Int(whole)) : String(whole)
  }
}

/// The project's sample dispatches, raw.
enum Samples {
  /// Looked for from the working folder upwards.
  static func texts() throws -> [String] {
    let folder = URL(fileURLWithPath: "SampleData/gold")
    let marked = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "marked" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    return try marked.map { strip(try String(contentsOf: $0, encoding: .utf8)) }
  }

  /// `⟦Irak|place|IQ⟧` → `Irak`.
  private static func strip(_ text: String) -> String {
    var raw = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      raw += rest[..<open]
      raw += rest[rest.index(after: open)..<close].split(separator: "|").first ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return raw + rest
  }
}
