import ArgumentParser

/// `telex-bench start`: how long the program takes to answer.
struct StartBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", abstract: "Start of the program: --version, and an extract of one dispatch.")

  func run() throws {
    for arguments in [["--version"], ["extract", "SampleData/dispatches/wire/s001.txt"]] {
      var isRight = true
      let timing = Measure.time(runs: 25) { isRight = Child.run(arguments)?.status == 0 && isRight }
      print("start           telex \(arguments[0]): \(Measure.rounded(timing.median * 1000, 1)) ms (\(Measure.rounded(timing.fastest * 1000, 1))–\(Measure.rounded(timing.slowest * 1000, 1)))\(isRight ? "" : "  FAILED")")
    }
  }
}
