import Reader
import Terminal

/// `telex(1)`: commands and options from the argument parser, keys from the reader's command table, the rest from `ManualTexts`.
/// Made by the program, so that it says what this program does.
enum ManualPage {
  static func text(of command: CommandInfo, version: String) -> String {
    var page = Roff(title: "TELEX", section: 1, source: "Telex \(version)", manual: "User Commands")
    page.section("NAME")
    page.paragraph("telex - read news-agency dispatches, with their facts beside them")
    page.section("SYNOPSIS")
    page.example("telex [QUERY]\ntelex --demo\ntelex COMMAND [OPTION]... [ARGUMENT]...")
    page.section("DESCRIPTION")
    page.paragraph(ManualTexts.description)
    commands(command, &page)
    keys(&page)
    page.section("QUERIES")
    page.paragraph(ManualTexts.queries)
    for (term, meaning) in ManualTexts.fields { page.item(term, meaning) }
    page.section("FILES")
    for (term, meaning) in ManualTexts.files { page.item(term, meaning) }
    page.section("ENVIRONMENT")
    for (term, meaning) in ManualTexts.environment { page.item(term, meaning) }
    page.section("EXIT STATUS")
    for (term, meaning) in ManualTexts.statuses { page.item(term, meaning) }
    page.section("EXAMPLES")
    for (sentence, lines) in ManualTexts.examples {
      page.paragraph(sentence)
      page.example(lines)
    }
    page.section("SEE ALSO")
    page.paragraph(ManualTexts.seeAlso)
    return page.text
  }

  private static func commands(_ command: CommandInfo, _ page: inout Roff) {
    page.section("COMMANDS")
    page.paragraph(ManualTexts.commands)
    for each in command.shownSubcommands { describe(each, "telex", &page) }
  }

  private static func describe(_ command: CommandInfo, _ parent: String, _ page: inout Roff) {
    let name = "\(parent) \(command.commandName)"
    let inside = command.shownSubcommands
    let positional = command.ownArguments.filter { $0.kind == "positional" }
    page.subsection(([name] + (inside.isEmpty ? positional.map(\.usage) : [])).joined(separator: " "))
    page.paragraph([command.abstract, command.discussion].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    if inside.isEmpty {
      for argument in command.ownArguments { page.item(argument.usage, argument.explanation) }
    } else {
      for each in inside { describe(each, name, &page) }
    }
  }

  private static func keys(_ page: inout Roff) {
    page.section("KEYS OF THE READER")
    page.paragraph(ManualTexts.keys)
    for section in CommandTable.sections {
      page.subsection(section.title(.en).string)
      for command in section.commands {
        let keys = command.keys.isEmpty ? ":\(command.id)" : command.keys.joined(separator: ", ")
        page.item(keys, "\(command.title(.en).string): \(command.help(.en).string).")
      }
    }
  }
}
