import ArgumentParser

/// Measurements and generators for Telex's own developers; never installed.
///
/// Every figure is a median of several runs in one process on one core, beside a bare loop over the same bytes, so that the ratio
/// holds on another machine too. A benchmark checks its answer as well as its time.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telex-bench", abstract: "Measure Telex.", subcommands: [All.self, ExtractionBench.self, ImportBench.self, StartBench.self, StoreBench.self, GenerateCommand.self, WorkerCommand.self, NameFeaturesDump.self, EventSignsDump.self, TopicSignsDump.self, ConformanceCommand.self, GoldFacts.self])
}

/// `telex-bench all`: what `make bench` runs.
struct All: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Every measurement, one after another.")

  @Option(help: "How many dispatches the store holds that is measured: 20000 ends in about two minutes, 100000 is what make bench takes, 1000000 is the budgets' size.")
  var size = 20_000

  @Option(help: "How many dispatches are imported with extraction.")
  var imported = 2_000

  func run() throws {
    try ExtractionBench.parse([]).run()
    try ImportBench.parse(["--size", String(imported)]).run()
    try StartBench.parse([]).run()
    try StoreBench.parse(["--size", String(size)]).run()
  }
}
