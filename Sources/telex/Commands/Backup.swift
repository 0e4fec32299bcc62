import ArgumentParser
import DispatchStore
import Terminal

/// `telex backup PATH`: a consistent copy of the store, also while it is in use.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: "Copy the store, also while it is in use.")

  @OptionGroup var options: StoreOptions

  @Argument(help: "Where the copy goes; the file must not be there yet.")
  var path: String

  func run() throws {
    try StoreAnswer.of { try options.open().backup(to: path) }
  }
}
