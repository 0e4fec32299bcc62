public import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation
public import Reader
import Terminal

/// `telex [QUERY]`: opens the reader. `--demo` opens it on a throw-away store filled from the sample data.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open the reader, filtered by a query if one is given.", discussion: "This is what telex does without a command.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Flag(help: "Open the reader on the sample dispatches, in a store that is thrown away.")
  var demo = false

  @Option(help: "The theme to wear; `telex themes` lists them.")
  var theme: String?

  @Option(help: "The language of the interface: fr or en.")
  var lang: Language?

  func run() throws {
    _ = try query.parsed()
    let language = lang ?? Interface.language(ofSettings: Interface.language)
    let (settings, problems) = Interface.settingsAndProblems(language)
    let chosen = try Interface.theme(wanted: theme, setting: settings.theme)
    let mailbox = Mailbox<ReaderEvent>()
    // The terminal first: where it cannot draw, nothing else is begun.
    let ending: ReaderLoop.Ending
    do {
      var screen = try NcursesScreen(wakeup: mailbox.descriptor, environment: ProcessInfo.processInfo.environment)
      let store = demo ? try Demo.store() : try options.open()
      let isPlain = theme == nil && settings.theme == nil && screen.colorDepth == .none
      let worn = (isPlain ? ThemeFile.load(["mono"], directories: Locations.themes.reversed())["mono"] ?? chosen : chosen).fitted(to: screen.colorDepth)
      let depth = screen.colorDepth
      var services = Services.over(store, language: language, keeps: !demo)
      services.themes = { ThemeFile.load(directories: Locations.themes.reversed()).themes.map { $0.fitted(to: depth) } }
      let state = ReaderState(
        size: screen.size, clock: Interface.clock, language: language, query: query.text.isEmpty && !demo ? settings.startQuery : query.text,
        settings: settings, themes: [worn], theme: worn,
        usesASCII: settings.usesASCII || !screen.isUTF8, problems: problems)
      ending = ReaderLoop(services: services, mailbox: mailbox).run(state, on: &screen) { Interface.clock }
    } catch let error as TerminalError {
      throw Failure.misuse(error.sentence)
    }
    if case .signal(let number) = ending { throw ExitCode(128 + number) }
  }
}

extension Language: ExpressibleByArgument {}
