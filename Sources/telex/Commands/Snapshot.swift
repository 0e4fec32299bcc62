import ArgumentParser
import DispatchModel
import Foundation
import Reader
import Terminal

/// `telex snapshot`: plays keys into the reader without a terminal and prints what it shows.
struct Snapshot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "snapshot", abstract: "Play keys into the reader without a terminal and print what it shows.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Flag(help: "Use a throw-away store with the sample data.")
  var demo = false

  @Option(help: "Columns and rows, such as 120x36.")
  var size = "120x36"

  @Option(help: "Keys apart by spaces, such as: c I r a k Enter Tab j")
  var keys = ""

  @Option(help: "The theme to wear.")
  var theme: String?

  @Option(help: "The language of the interface: fr or en.")
  var lang: Language?

  @Option(help: "How to print.")
  var format: Format = .text

  func run() async throws {
    _ = try query.parsed()
    let numbers = size.lowercased().split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, (1...1_000).contains(numbers[0]), (1...1_000).contains(numbers[1]) else {
      throw Failure.misuse("--size \(DisplayText(size)) is not columns and rows such as 120x36.")
    }
    let played: [Key]
    do {
      played = try KeyNotation.parse(keys)
    } catch {
      let advice: DisplayText = error.spelledOut.map { "to type it, write its letters apart: \($0)" } ?? "write such as: c I r a k Enter Tab Ctrl-d PgDn"
      throw Failure.misuse("--keys: \(error.word) is no key; \(advice)")
    }
    let settings = Interface.settings(lang ?? Interface.language)
    let (themes, chosen) = try Interface.themes(wanted: theme, setting: settings.theme)
    let store = demo ? try Demo.store() : try options.open()
    var session = ReaderSession(
      services: Services.over(store, language: lang ?? settings.language ?? Interface.language, keeps: false), size: Size(columns: numbers[0], rows: numbers[1]), theme: chosen, clock: Interface.clock,
      language: lang ?? settings.language ?? Interface.language, query: query.text, settings: settings, themes: themes,
      usesASCII: settings.usesASCII)
    await session.start()
    await session.play(played)
    let frame = session.frame
    switch format {
    case .text: Output.line(DisplayText(FrameText.plain(frame), .body))
    case .ansi: Output.drawing(FrameText.ansi(frame))
    case .svg: Output.drawing(FrameSVG(base: session.state.theme[.text]).render(frame, title: "Telex"))
    }
  }
}
