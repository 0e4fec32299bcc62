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
