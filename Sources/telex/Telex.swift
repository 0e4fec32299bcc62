import ArgumentParser
import Glibc

/// The program: one command with its sub-commands; without one it opens the reader.
@main
struct Telex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telex",
    abstract: "A terminal reader for news-agency dispatches that reads them with you.",
    version: "0.1.0",
    subcommands: [
      Read.self, Import.self, Fetch.self, FeedsCommand.self, Sync.self, List.self, Show.self, Facts.self, Entities.self,
      Countries.self, Extract.self, Export.self, Snapshot.self, ThemesCommand.self, Config.self, Backup.self, Doctor.self,
      Manual.self,
    ],
    defaultSubcommand: Read.self)

  static func main() async {
    // A reader that closes the pipe is answered by write(2), not by a signal.
    signal(SIGPIPE, SIG_IGN)
    await main(nil)
  }
}
