import ArgumentParser
import Glibc
import Terminal

/// The program: one command with its sub-commands; without one it opens the reader.
@main
struct Telex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "telex",
    abstract: "A terminal reader for news-agency dispatches that reads them with you.",
    version: "0.1.0",
    subcommands: [
      Read.self, Import.self, Fetch.self, FeedsCommand.self, Sync.self, List.self, Show.self, Facts.self, Entities.self,
      Countries.self, Extract.self, Export.self, Snapshot.self, ThemesCommand.self, Config.self, Backup.self, Expire.self, Compact.self,
      Doctor.self,
      Manual.self,
    ],
    defaultSubcommand: Read.self)

  static func main() async {
    // A reader that closes the pipe is answered by write(2), not by a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      if let reader = reader() { return try reader.run() }
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch {
      end(error)
    }
  }

  /// The reader, where the arguments are its own: it is what is started most often, and describing all the other commands to the parser takes a
  /// fifth of its start. Whatever is not plainly the reader's is for the whole parser, which also knows what to say of it.
  private static func reader() -> Read? {
    let arguments = CommandLine.arguments.dropFirst()
    let others = Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    guard others.isDisjoint(with: arguments), !arguments.contains(where: { $0.hasPrefix("--generate") || $0.hasPrefix("--experimental") }) else { return nil }
    do { return try Read.parse(Array(arguments)) } catch { return nil }
  }

  /// Says what the parser has to say: help to standard output, complaints to standard error. They quote the arguments, and a file may
  /// be called anything.
  private static func end(_ error: any Error) -> Never {
    let status = exitCode(for: error)
    let text = DisplayText(fullMessage(for: error), .body)
    if !text.isEmpty { status.isSuccess ? Output.line(text) : Output.complaint(text) }
    Glibc.exit(status.rawValue)
  }
}
