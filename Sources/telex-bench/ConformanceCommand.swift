internal import ArgumentParser

/// `telex-bench conformance DIR`: see `Conformance`.
struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance", abstract: "Hold the feed readers against a folder of feeds with known values.")

  @Argument(help: "The folder with index.jsonl.")
  var directory: String

  @Flag(help: "Print every difference, not only those of core cases.")
  var verbose = false

  func run() throws {
    throw ExitCode(Conformance.run(directory: directory, verbose: verbose))
  }
}
