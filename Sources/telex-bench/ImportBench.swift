import ArgumentParser
import Foundation

/// `telex-bench import`: the real program's import of invented dispatches: decoding, extraction, store and index.
struct ImportBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "telex import: dispatches/s and peak memory.")

  @Option(help: "How many dispatches.")
  var size = 5_000

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telex-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { Measure.remove(folder) }
    let file = folder.appending(path: "in.jsonl").path
    let store = folder.appending(path: "store.sqlite").path
    let bytes = try GenerateCommand.lines(size, seed: 1, at: file)
    for (name, unit) in [("import", "new"), ("import again", "unchanged")] {
      guard let outcome = Child.run(["import", "--store", store, file]), outcome.status == 0 else {
        print("\(name): telex import FAILED")
        throw ExitCode(1)
      }
      print(
        "\(name.padding(toLength: 15, withPad: " ", startingAt: 0)) \(Measure.rounded(Double(size) / outcome.seconds, 0)) dispatches/s, "
          + "\(Measure.rounded(Double(bytes) / 1e6 / outcome.seconds)) MB/s of text (\(size) \(unit)), peak memory \(Measure.rounded(outcome.memory, 0)) MB")
    }
  }
}
