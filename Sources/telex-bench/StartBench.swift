import ArgumentParser
import Foundation

/// `telex-bench start`: how long the program takes to answer.
struct StartBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", abstract: "Start of the program: --version, and an extract of one dispatch.")

  func run() throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "telex")
    for arguments in [["--version"], ["extract", "SampleData/dispatches/wire/s001.txt"]] {
      var isRight = true
      let timing = Measure.time(runs: 15) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        do {
          try process.run()
          process.waitUntilExit()
          isRight = isRight && process.terminationStatus == 0
        } catch {
          isRight = false
        }
      }
      print("start           telex \(arguments[0]): \(Measure.rounded(timing.median * 1000, 1)) ms (\(Measure.rounded(timing.fastest * 1000, 1))–\(Measure.rounded(timing.slowest * 1000, 1)))\(isRight ? "" : "  FAILED")")
    }
  }
}
