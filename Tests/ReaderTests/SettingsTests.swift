import Synchronization
import Testing

@testable import Reader
@testable import Terminal

@Test func settingsAreRead() {
  let outcome = SettingsFile.read(
    """
    theme = "fjord"
    language = "en"
    read_after = 0
    start = "is:unread"
    [layout]
    measure = 60
    list = 40
    [keys]
    star = "Ctrl-s"
    read = ["; r", "F3"]
    help = []
    [programs]
    print = ["lp", "-d", "desk"]
    titles = { run = ["jq", ".headline"], format = "jsonl" }
    [macros]
    F2 = "c i r a k Enter"
    """, language: .fr)
  #expect(outcome.problems.isEmpty)
  var wanted = ReaderSettings()
  wanted.theme = "fjord"
  wanted.language = .en
  wanted.readAfterSeconds = 0
  wanted.startQuery = "is:unread"
  (wanted.measure, wanted.listShare) = (60, 40)
  wanted.keys = ["star": ["Ctrl-s"], "read": ["; r", "F3"], "help": []]
  wanted.programs = ["print": ["lp", "-d", "desk"], "titles": ReaderProgram(["jq", ".headline"], format: .jsonl)]
  wanted.macros = ["F2": "c i r a k Enter"]
  #expect(outcome.settings == wanted)
}

@Test(arguments: [
  ("theme = 3", "ligne 1, colonne 1"), ("\nthme = \"x\"", "ligne 2, colonne 1"), ("[keys]\n  star = \"Ctrl-Wrong-x\"", "ligne 2, colonne 3"),
  ("[keys]\nnothing = \"x\"", "ligne 2"), ("read_after = 9999999", "un nombre de 0 à 3600"), ("theme = \"a\"\nlanguage = \"x", "ligne 2"), ("layout = 4", "table [layout]"),
  ("[programs]\nlp = \"lp\"", "ligne 2"), ("[programs]\nlp = { run = [\"lp\"], format = \"pdf\" }", "un format, non pdf"), ("ascii = 1", "true ou false"), ("[keys]\nstar = \"g s\"", "« g » est déjà à first"),
])
func whatIsWrongIsSaidWithItsPlaceAndIsNeverFatal(text: String, place: String) {
  let outcome = SettingsFile.read(text, language: .fr)
  #expect(outcome.problems.count == 1)
  #expect(outcome.problems.first?.string.contains(place) == true, "\(outcome.problems.map(\.string))")
}

@Test func aSequenceMayBeginWithAKeyThatIsFreeOrFreed() {
  for text in ["star = \"Ctrl-x s\"", "star = \"g s\"\nfirst = []", "\"story.toggle\" = \"g s\""] {
    #expect(SettingsFile.read("[keys]\n" + text, language: .fr).problems.isEmpty, "\(text)")
  }
}

@Test func whatIsWrongIsSaidInTheOrderOfTheFileAndWhereOneLooks() async throws {
  let outcome = SettingsFile.read("zoom = 1\nread_after = \"x\"\n[keys]\nstar = \"Ctrl-Wrong-x\"\nblub = \"x\"\n", language: .fr)
  #expect(outcome.problems.map { $0.string.prefix(8) } == ["ligne 1,", "ligne 2,", "ligne 4,", "ligne 5,"])
  let state = ReaderState(size: Size(columns: 80, rows: 24), clock: Samples.clock, language: .fr, problems: outcome.problems.map(\.string))
  var session = ReaderSession(services: SampleWorld().services, state: state)
  await session.start()
  #expect(session.statusLine.contains("config.toml, ligne 1, colonne 1 : zoom est inconnu. (+3)"))
  try await session.play("j")
  #expect(!session.statusLine.contains("config.toml"))
}

@Test(arguments: Language.allCases)
func theCommentedFileIsRightAndNamesEveryCommand(language: Language) {
  let text = SettingsText.commented(language).string
  let outcome = SettingsFile.read(text, language: language)
  #expect(outcome.problems.isEmpty)
  #expect(outcome.settings == ReaderSettings())
  // With the comment signs taken away from keys, it is still right and changes nothing.
  let keys = text.split(separator: "\n").filter { $0.hasPrefix("# \"") }.map { $0.dropFirst(2) }
  #expect(keys.count == CommandTable.all.count)
  let open = SettingsFile.read("[keys]\n" + keys.joined(separator: "\n"), language: language)
  #expect(open.problems.isEmpty)
  #expect(KeyMap.make(overrides: open.settings.keys, language: language).map.bindings.count == KeyMap.standard.bindings.count)
}

@Test func aMacroPlaysItsKeysAndNoOther() async throws {
  var settings = ReaderSettings()
  settings.macros = ["F2": "c i r a k Enter", "F3": "F3 j"]
  var session = try await ReaderSession.sample("F2", settings: settings)
  #expect(session.state.query.text == "country:IQ")
  try await session.play("C F3")
  #expect(session.state.list.shownIndex == 1)
}

@Test func aProgramGetsTheDispatchAndNoShell() async throws {
  let world = SampleWorld()
  var services = world.services
  let runs = Runs()
  services.give = { program, target in
    runs.add(program.arguments + ["\(target)"])
    return (1, "fait")
  }
  var settings = ReaderSettings()
  settings.programs = ["imprimer": ["lp", "-n", "1"]]
  var session = ReaderSession(services: services, size: Size(columns: 120, rows: 36), clock: Samples.clock, language: .fr, settings: settings)
  await session.start()
  try await session.play("| i m p Enter")
  #expect(runs.all == [["lp", "-n", "1", "ids([900])"]])
  #expect(session.statusLine.contains("1 dépêche → imprimer : fait"))
}

@Test func themesAreTriedOnWhileChoosing() async throws {
  let world = SampleWorld()
  let other = Theme(id: "autre", name: "Autre", kind: .dark, styles: [:])
  var session = try await ReaderSession.sample("T ↓", world: world, themes: [.builtin, other])
  #expect(session.state.theme.id == "autre")
  try await session.play("Esc")
  #expect(session.state.theme.id == "builtin")
  try await session.play("T a u t r e Enter")
  #expect(session.state.theme.id == "autre")
  #expect(world.state.withLock { $0.settings["theme"] } == "autre")
}

@Test func panesAreResizedByKeyAndByDraggingAndTheSizesAreKept() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("> >", world: world)
  #expect(session.state.choice.listShare == 36)
  #expect(world.state.withLock { $0.settings["layout.list"] } == "36")
  let border = try #require(session.state.layout.borders.first).rect
  await session.send(.mouse(Mouse(.press, x: border.x, y: 10)))
  await session.send(.mouse(Mouse(.drag, x: 60, y: 10)))
  await session.send(.mouse(Mouse(.release, x: 60, y: 10)))
  #expect(session.state.layout.list?.width == 60)
}

@Test func theMouseSelectsScrollsAndOpens() async throws {
  var session = try await ReaderSession.sample("")
  await session.send(.mouse(Mouse(.press, x: 10, y: 6)))
  #expect(session.state.list.selected == 850)
  await session.send(.mouse(Mouse(.press, x: 10, y: 6)))
  #expect(session.state.choice.focus == .body)
  await session.send(.mouse(Mouse(.wheelUp, x: 10, y: 6)))
  #expect(session.state.list.selected == 900)
  await session.send(.mouse(Mouse(.press, x: 90, y: 3)))
  #expect(session.state.choice.focus == .facts)
}

/// A double click opens, also where its first press falls on the line that is selected already.
@Test(arguments: [6, 3]) func aDoubleClickOpensAndStaysThere(row: Int) async throws {
  var session = try await ReaderSession.sample("")
  var second = Mouse(.press, x: 10, y: row)
  second.isDouble = true
  await session.send(.mouse(Mouse(.press, x: 10, y: row)))
  await session.send(.mouse(second))
  #expect(session.state.choice.focus == .body)
  await session.send(.mouse(Mouse(.press, x: 10, y: row)))
  #expect(session.state.choice.focus == .list, "a later click goes back to the list")
}

@Test func aClickSelectsAVersionAndTheWheelMovesFactsFromElsewhere() async throws {
  var session = try await ReaderSession.sample("j j Enter v")
  await session.send(.mouse(Mouse(.press, x: 5, y: 7)))
  #expect(session.state.story?.selected == 1)
  await session.send(.mouse(Mouse(.press, x: 5, y: 7)))
  #expect(session.state.body.document?.line.id == 802)
  session = try await ReaderSession.sample("", columns: 120, rows: 20)
  await session.send(.mouse(Mouse(.wheelDown, x: 100, y: 8)))
  #expect(session.state.facts.top == 3 && session.state.choice.focus == .list)
}

@Test func aClickTakesACompletion() async throws {
  var session = try await ReaderSession.sample("/ c o u")
  let row = try #require(session.frame.lines().lastIndex { $0.contains("country:") })
  await session.send(.mouse(Mouse(.press, x: 4, y: row)))
  #expect(session.state.queryLine?.editor.text == "country:")
}

@Test func thePaletteTakesArguments() async throws {
  var session = try await ReaderSession.sample(": l a n g u a g e Space e n Enter")
  #expect(session.state.language == .en)
  #expect(session.text.contains("Statements"))
  try await session.play(": g o t o Space 3 Enter")
  #expect(session.state.list.shownIndex == 2)
  try await session.play(": r e a d Space a l l Space m a l i Enter")
  #expect(session.state.list.lines.first { $0.id == 700 }?.isUnread == false)
  #expect(session.state.list.lines.first { $0.id == 900 }?.isUnread == true)
}
