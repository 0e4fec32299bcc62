import ArgumentParser
import Reader
import Terminal

/// `telex config print`: the settings with their defaults and what each is for.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Settings.", subcommands: [Print.self], defaultSubcommand: Print.self)

  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "print", abstract: "Print a complete, commented config.toml.")

    func run() { Output.line(SettingsText.commented(Interface.language)) }
  }
}
