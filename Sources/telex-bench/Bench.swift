import ArgumentParser

/// Measurements and generators for Telex's own developers; never installed.
///
/// Every figure is a median of several runs in one process on one core, beside a bare loop over the same bytes, so that the ratio
/// holds on another machine too. A benchmark checks its answer as well as its time.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telex-bench", abstract: "Measure Telex.", subcommands: [All.self, ExtractionBench.self, StartBench.self, NameFeaturesDump.self, ConformanceCommand.self])
}

/// `telex-bench all`: what `make bench` runs.
struct All: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Every measurement, one after another.")

  func run() throws {
    try ExtractionBench().run()
    try StartBench().run()
  }
}
