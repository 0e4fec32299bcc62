import ArgumentParser
import Terminal

/// `telex manual`: the manual page, for `make install` and packagers. Not shown in the help: people type `man telex`.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "manual", abstract: "Print the manual page, in roff.", shouldDisplay: false)

  func run() throws {
    let page = ManualPage.text(of: try CommandInfo.of(dump: Telex._dumpHelp()), version: Telex.configuration.version)
    Output.line(DisplayText(page, .body))
  }
}
