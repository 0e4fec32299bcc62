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
    read = ["g r", "F3"]
    help = []
    [programs]
    print = ["lp", "-d", "desk"]
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
  wanted.keys = ["star": ["Ctrl-s"], "read": ["g r", "F3"], "help": []]
  wanted.programs = ["print": ["lp", "-d", "desk"]]
  wanted.macros = ["F2": "c i r a k Enter"]
  #expect(outcome.settings == wanted)
}

@Test(arguments: [
  ("theme = 3", "ligne 1, colonne 1"), ("\nthme = \"x\"", "ligne 2, colonne 1"), ("[keys]\n  star = \"Ctrl-Wrong-x\"", "ligne 2, colonne 3"),
  ("[keys]\nquit = \"\"", "ligne 2, colonne 1"), ("[keys]\nquit = []", "ligne 2, colonne 1"), ("[keys]\nquit = [\"a\", 1]", "ligne 2, colonne 1"),
  ("[keys]\nnothing = \"x\"", "ligne 2"), ("read_after = 9999999", "un nombre de 0 à 3600"), ("theme = \"a\"\nlanguage = \"x", "ligne 2"), ("layout = 4", "table [layout]"),
  ("[programs]\nlp = \"lp\"", "ligne 2"), ("ascii = 1", "true ou false"),
])
func whatIsWrongIsSaidWithItsPlaceAndIsNeverFatal(text: String, place: String) {
  let outcome = SettingsFile.read(text, language: .fr)
  #expect(outcome.problems.count == 1)
  #expect(outcome.problems.first?.string.contains(place) == true, "\(outcome.problems.map(\.string))")
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

@Test func aProgramGetsTheTextAndNoShell() async throws {
  let world = SampleWorld()
  var services = world.services
  let runs = Runs()
  services.run = { arguments, input in
    runs.add(arguments + [String(input.prefix(12))])
    return "fait"
  }
  var settings = ReaderSettings()
  settings.programs = ["imprimer": ["lp", "-n", "1"]]
  var session = ReaderSession(services: services, size: Size(columns: 120, rows: 36), clock: Samples.clock, language: .fr, settings: settings)
  await session.start()
  try await session.play("| i m p Enter")
  #expect(runs.all == [["lp", "-n", "1", "Le président"]])
  #expect(session.statusLine.contains("fait"))
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
