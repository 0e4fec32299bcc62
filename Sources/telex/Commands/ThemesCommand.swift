import ArgumentParser
import Foundation
import Reader
import Terminal

/// `telex themes [list|show NAME|check [PATH…]]`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List, show and check themes.", subcommands: [ListThemes.self, ShowTheme.self, CheckThemes.self],
    defaultSubcommand: ListThemes.self)

  struct ListThemes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the installed themes.")

    func run() throws {
      var table = Table(["NAME", "KIND", "TITLE"])
      for theme in try Interface.themes(wanted: nil).all { table.add([DisplayText(theme.id), DisplayText(theme.kind.rawValue), theme.name]) }
      table.print()
    }
  }

  struct ShowTheme: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a theme's styles, one a line.")

    @Argument(help: "The theme's name.")
    var name: String

    func run() throws {
      let theme = try Interface.themes(wanted: name).chosen
      var table = Table(["ROLE", "STYLE"])
      for role in StyleRole.allCases { table.add([DisplayText(role.rawValue), DisplayText(StyleWords.of(theme[role]))]) }
      table.print()
    }
  }

  struct CheckThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check themes: that they can be read, their contrast (WCAG 4.5:1), and that kinds of names differ for every eye.")

    @Argument(help: "Theme files; all installed themes if left out.")
    var paths: [String] = []

    func run() throws {
      var themes: [Theme] = []
      var isRight = true
      let folders = Array(Locations.themes.reversed())
      func take(_ library: ThemeFile.Library) {
        themes += library.themes
        for problem in library.problems {
          Output.note(problem.sentence)
          if !problem.isWarning { isRight = false }
        }
      }
      if paths.isEmpty { take(ThemeFile.load(directories: folders)) }
      for path in paths {
        guard let data = FileManager.default.contents(atPath: path) else {
          Output.note("\(DisplayText(path)): the file cannot be read.")
          isRight = false
          continue
        }
        let id = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        take(ThemeFile.load(id: id, text: String(decoding: data, as: UTF8.self), directories: folders))
      }
      for theme in themes {
        let findings = ThemeCheck.findings(theme)
        if findings.isEmpty { Output.line("\(DisplayText(theme.id)): ok") }
        for finding in findings { Output.line("\(DisplayText(theme.id)): \(finding.sentence)") }
        if !findings.isEmpty { isRight = false }
      }
      if !isRight { throw ExitCode(1) }
    }
  }
}

/// A style in the words of a theme file.
enum StyleWords {
  static func of(_ style: Style) -> String {
    var words: [String] = []
    if let foreground = style.foreground { words.append(color(foreground)) }
    if let background = style.background { words.append("on \(color(background))") }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"), (.strikethrough, "strikethrough"),
    ]
    words += names.filter { style.attributes.contains($0.0) }.map(\.1)
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }

  private static func color(_ color: Color) -> String {
    switch color {
    case .default: "default"
    case .ansi(let number), .indexed(let number): String(number)
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
