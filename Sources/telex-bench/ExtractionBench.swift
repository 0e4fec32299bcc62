import ArgumentParser
import DispatchModel
import Extraction
import Foundation

/// `telex-bench extraction`: how fast dispatches are read on one core, and what memory `telex extract` takes, also for one long text.
struct ExtractionBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extraction", abstract: "Extraction: MB/s and dispatches/s on one core, peak memory.")

  func run() throws {
    let extractor = try Extractor()
    let day = CalendarDate(iso: "2026-11-24") ?? CalendarDate(dayNumber: 0)
    let samples = try Samples.texts()
    let dispatches = (0..<20).flatMap { round in
      samples.enumerated().map { Dispatch(identity: "\(round)-\($0.offset)", text: $0.element) }
    }
    let bytes = dispatches.reduce(0) { $0 + $1.text.utf8.count }
    var facts = 0
    let reading = Measure.time {
      facts = dispatches.reduce(0) { $0 + extractor.read($1, date: day).facts.count }
    }
    var words = 0
    let bare = Measure.time { words = dispatches.reduce(0) { $0 + countWords($1.text) } }
    let megabytes = Double(bytes) / 1e6
    print("extraction      \(Measure.rounded(megabytes / reading.median)) MB/s, \(Measure.rounded(Double(dispatches.count) / reading.median, 0)) dispatches/s")
    print("                \(dispatches.count) dispatches, \(Measure.rounded(megabytes)) MB, \(facts) facts, range \(Measure.rounded(reading.fastest, 3))–\(Measure.rounded(reading.slowest, 3)) s")
    print("bare word count \(Measure.rounded(megabytes / bare.median)) MB/s (\(words) words): extraction takes \(Measure.rounded(reading.median / bare.median, 1)) times as long")
    let long = dispatches.map(\.text).joined(separator: "\n") + "\n"
    let single = Dispatch(identity: "long", text: String(repeating: long, count: max(1, 9_000_000 / max(long.utf8.count, 1))))
    let whole = Measure.time(runs: 1) { _ = extractor.read(single, date: day) }
    let size = Double(single.text.utf8.count) / 1e6
    print("one long text   \(Measure.rounded(size / whole.median)) MB/s (\(Measure.rounded(size, 1)) MB)")
    try measureProgram(dispatches: dispatches, long: single)
  }

  /// The real program on files: its peak of resident memory, which this process's own would hide.
  private func measureProgram(dispatches: [Dispatch], long: Dispatch) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telex-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { Measure.remove(folder) }
    let files = try (0..<min(dispatches.count, 1_000)).map { index in
      let file = folder.appending(path: "\(index).txt")
      try Data(dispatches[index].text.utf8).write(to: file)
      return file.path
    }
    let file = folder.appending(path: "long.txt")
    try Data(long.text.utf8).write(to: file)
    for (name, paths) in [("\(files.count) dispatches", files), ("one long text", [file.path])] {
      guard let outcome = Child.run(["extract"] + paths), outcome.status == 0 else {
        print("telex extract   FAILED")
        throw ExitCode(1)
      }
      print("telex extract   peak memory \(Measure.rounded(outcome.memory, 0)) MB, \(Measure.rounded(outcome.seconds, 2)) s (\(name))")
    }
  }

  private func countWords(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      let isSpace = byte <= 0x20
      if !isSpace && !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
