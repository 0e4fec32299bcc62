import Testing

@testable import Reader
@testable import Terminal

/// The keys of the contract and the commands that they run.
private let contract: [(keys: String, command: String)] = [
  ("j", "down"), ("k", "up"), ("↓", "down"), ("↑", "up"), ("g", "first"), ("G", "last"), ("Ctrl-d", "half.down"), ("Ctrl-u", "half.up"),
  ("PgDn", "page.down"), ("PgUp", "page.up"), ("Enter", "open"), ("Space", "space"), ("/", "search"), ("n", "hit.next"), ("N", "hit.previous"),
  ("c", "countries"), ("C", "clear"), ("m", "map"), ("e", "name.next"), ("E", "name.previous"), ("x", "highlight"), ("f", "facts.toggle"),
  ("r", "read"), ("s", "star"), ("t", "tags"), ("T", "themes"), ("o", "browser"), ("y", "copy"), ("u", "undo"), ("Ctrl-r", "redo"),
  ("R", "fetch"), (":", "commands"), ("?", "help"), ("Tab", "pane.next"), ("⇧Tab", "pane.previous"), ("1", "pane.list"), ("2", "pane.body"),
  ("3", "pane.facts"), ("z", "zoom"), ("Esc", "back"), ("q", "quit"),
]

@Test(arguments: contract)
func theContractsKeyRunsItsCommand(row: (keys: String, command: String)) throws {
  let key = try #require(Key(notation: row.keys))
  for scope in [Command.Scope.list, .body, .facts, .sheet] {
    #expect(KeyMap.standard.lookup([key], in: [scope, .everywhere]) == .found(row.command))
  }
}

@Test func noKeyIsBoundTwiceInAScope() {
  var seen: Set<String> = []
  for command in CommandTable.all {
    for key in command.keys { #expect(seen.insert("\(command.scope) \(key)").inserted, "\(key) of \(command.id)") }
  }
  #expect(KeyMap.standard.bindings.count == seen.count)
}

@Test func everyCommandHasAnIdOfItsOwnAndWordsInBothLanguages() {
  #expect(Set(CommandTable.all.map(\.id)).count == CommandTable.all.count)
  for command in CommandTable.all {
    for phrase in [command.title, command.help] {
      for language in Language.allCases { #expect(!phrase(language).isEmpty, "\(command.id)") }
    }
    #expect(TextWidth.width(of: command.title.fr) <= 32 && TextWidth.width(of: command.title.en) <= 32, "\(command.id)")
    for key in command.keys { #expect(key.split(separator: " ").allSatisfy { Key(notation: String($0)) != nil }, "\(key)") }
  }
}

@Test(arguments: CommandTable.all.map(\.id))
func theCommandRunsFromThePaletteInEveryPane(id: String) async throws {
  guard let command = CommandTable.command(id) else { return }
  for pane in ["1", "2", "3"] {
    var session = try await ReaderSession.sample(pane)
    let reason = command.disabledReason(session.state)
    await session.send(.key(.character(":")))
    for letter in id { await session.send(.key(.character(letter))) }
    await session.send(.key(.enter))
    if let reason {
      #expect(session.state.message?.text == reason.fr, "\(id) does not say why it does nothing")
    } else {
      #expect(session.state.message?.isError != true || command.argument != .none, "\(id): \(session.state.message?.text.string ?? "")")
    }
  }
}

@Test func usersKeysGoBeforeTheDefaultOnes() throws {
  let made = KeyMap.make(overrides: ["star": ["j"], "read": ["g r"], "help": [], "nothing": ["a"]], language: .en)
  #expect(made.map.lookup([.character("j")], in: [.list, .everywhere]) == .found("star"))
  #expect(made.map.keys(of: "down") == ["↓"])
  #expect(made.map.keys(of: "help").isEmpty)
  #expect(made.problems.count == 1)
  #expect(made.map.lookup([.character("g"), .character("r")], in: [.everywhere]) == .found("read"))
}

@Test func aSequenceWaitsForItsNextKeyAndShowsHowItGoesOn() async throws {
  var settings = ReaderSettings()
  settings.keys = ["first": [], "star": ["g s"], "read": ["g r"]]
  var session = try await ReaderSession.sample("g", settings: settings)
  #expect(session.state.pendingBindings.count == 2)
  #expect(session.text.contains("Étoile"))
  try await session.play("s")
  #expect(session.state.pendingKeys.isEmpty)
  #expect(session.state.list.selectedLine?.isStarred == true)
}

@Test func anUnboundKeySaysSo() async throws {
  let session = try await ReaderSession.sample("F9")
  #expect(session.statusLine.contains("Aucune commande sur F9"))
}
