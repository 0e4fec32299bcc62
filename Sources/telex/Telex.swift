import ArgumentParser

/// The program: one command with its sub-commands; without one it opens the reader.
@main
struct Telex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telex",
    abstract: "A terminal reader for news-agency dispatches that reads them with you.",
    version: "0.1.0",
    subcommands: [Extract.self])
}
