import DispatchModel
import Synchronization
import Testing

@testable import Reader
@testable import Terminal

/// Plays keys, then types a command into the palette and runs it.
private func run(_ typed: String, after keys: String = "", world: SampleWorld, settings: ReaderSettings = ReaderSettings()) async throws -> ReaderSession {
  var session = try await ReaderSession.sample(keys, world: world, settings: settings)
  await session.play([.character(":")] + typed.map { .character($0) } + [.enter])
  return session
}

private func tagged(_ world: SampleWorld, _ tag: String) -> [Int64] { world.lines("tag:\(tag)").map(\.id) }

@Test(arguments: [
  ("tag eau", "", [900]), ("tag eau above", "j j", [900, 850, 804]), ("tag eau below", "G k", [500, 450]),
  ("tag eau picked", "V V j", [900, 850]), ("tag eau all", "U", [900, 850, 804, 803, 802, 801, 700, 600, 550, 500, 450]),
  ("tag eau country:MA", "", [804, 803, 802, 801]), ("tag eau above", "O j", [500, 450]),
] as [(String, String, [Int64])])
func aTagFallsOnWhatItsScopeNames(row: (typed: String, keys: String, ids: [Int64])) async throws {
  let world = SampleWorld()
  _ = try await run(row.typed, after: row.keys, world: world)
  #expect(tagged(world, "eau") == row.ids)
}

@Test func severalTagsAndTagsOfSeveralWordsArePutOn() async throws {
  let world = SampleWorld()
  _ = try await run("tag eau,urgent above", after: "j", world: world)
  #expect(tagged(world, "eau") == [900, 850] && tagged(world, "urgent") == [900, 850])
  _ = try await run("tag à lire", world: world)
  #expect(tagged(world, "à-lire") == [900])
}

@Test func aScopeThatIsNoQuerySaysWhatIsWrongAndChangesNothing() async throws {
  let world = SampleWorld()
  let session = try await run("star (sanctions", world: world)
  #expect(session.state.message?.isError == true)
  #expect(world.lines("is:starred").map(\.id) == [600])
  #expect(session.state.picker != nil, "the palette stays open, to mend it")
}

@Test func aQueryIsStarredAsOneStep() async throws {
  let world = SampleWorld()
  var session = try await run("star sanctions", world: world)
  #expect(world.lines("is:starred").map(\.id) == [900, 700, 600])
  #expect(session.statusLine.contains("2 dépêches avec étoile ; u annule."))
  try await session.play("u")
  #expect(world.lines("is:starred").map(\.id) == [600])
}

@Test func numbersBeforeKeysCountThem() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("4 j", world: world)
  #expect(session.state.list.selected == 650)
  try await session.play("0 2 k")
  #expect(session.state.list.selected == 804)
  try await session.play("0 2")
  #expect(session.statusLine.contains("  2  "), "the number is shown while it waits")
  try await session.play("Esc k")
  #expect(session.state.list.selected == 850)
  try await session.play("0 1 0 G")
  #expect(session.state.list.position == 10)
  try await session.play("g 0 3 s")
  #expect(world.lines("is:starred").map(\.id) == [900, 850, 804, 600])
  #expect(session.state.list.marked.isEmpty)
  try await session.play("2")
  #expect(session.state.choice.focus == .body, "a lone digit still goes to its pane")
}

@Test func movingInBetweenDoesNotChangeWhatIsRepeated() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("s J J . ] . x .", world: world)
  #expect(world.lines("is:starred").map(\.id) == [900, 804, 600], "the third point took the second star away again")
  try await session.play("g t e a u Enter j .")
  #expect(tagged(world, "eau") == [900, 850])
}

@Test func aKeyMayBearACommandWithItsArgument() async throws {
  var settings = ReaderSettings()
  settings.keys = ["tag eau above": ["F5"], "read country:MA": ["F6"]]
  let world = SampleWorld()
  _ = try await ReaderSession.sample("j F5 F6", world: world, settings: settings)
  #expect(tagged(world, "eau") == [900, 850])
  #expect(world.lines("country:MA").allSatisfy { !$0.isUnread })
}

@Test func aMacroWaitsForWhatItsKeysFallOn() async throws {
  var settings = ReaderSettings()
  settings.macros = ["F5": "c m a r o c Enter 3 Enter", "F6": "F6 s"]
  var session = try await ReaderSession.sample("F5", settings: settings)
  #expect(session.state.query.text == "country:MA")
  #expect(session.state.choice.focus == .body && !session.state.body.lit.isEmpty, "the facts of the new dispatch, not of the one before")
  try await session.play("F6")
  #expect(session.state.list.selectedLine?.isStarred == true, "a macro does not play itself")
}

@Test func queriesOfEarlierSessionsComeBack() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("/ e a u Enter / Backspace Backspace Backspace Backspace s e l Enter c m a r o c Enter", world: world)
  #expect(world.state.withLock { $0.history } == ["eau", "sel", "country:MA sel"])
  session = try await ReaderSession.sample("/ Up", world: world)
  #expect(session.state.queryLine?.editor.text == "country:MA sel")
  try await session.play("Up Up Down")
  #expect(session.state.queryLine?.editor.text == "sel")
  try await session.play("Esc c")
  #expect(session.text.contains("Récents") && session.state.recentCountries == ["MA"])
}

@Test func theQueryLineKnowsFieldsCountriesAndNames() async throws {
  var session = try await ReaderSession.sample("/ c o u")
  #expect(session.state.queryLine?.completions.map(\.text).first == "country:")
  session = try await ReaderSession.sample("/ i r a k")
  #expect(session.state.queryLine?.completions.map(\.text).contains("country:IQ") == true)
  try await session.play("Tab Enter")
  #expect(session.state.query.text == "country:IQ")
}

@Test func theTourLeadsThroughItsSteps() async throws {
  var session = try await ReaderSession.sample("Ctrl-t")
  #expect(session.text.contains("Visite 1/12"))
  try await session.play("k")
  #expect(session.state.tour == 0, "only the step's own key goes on")
  for (number, step) in Tour.steps.enumerated() {
    #expect(session.state.tour == number, "\(step.words.en)")
    // The first dispatch has names.
    if number == 1 { try await session.play("k") }
    guard let command = step.command, let key = CommandTable.command(command)?.keys.first else { continue }
    try await session.play(key)
    if command == "countries" { try await session.play("m a r o c Enter") }
    if ["map", "search"].contains(command) { try await session.play("Esc") }
  }
  #expect(session.text.contains("La visite est finie"))
  try await session.play("j")
  #expect(session.state.tour == nil)
}

@Test func oneSavedSearchIsTheStartView() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("S Space", world: world)
  #expect(world.state.withLock { $0.settings["start"] } == "is:unread")
  #expect(session.text.contains("vue de départ"))
  try await session.play("Space")
  #expect(world.state.withLock { $0.settings["start"] } == "")
}

/// Under a page nothing changes unseen: what works on the panes says so, what finds dispatches leaves the page, marks fall on its row.
@Test func onAPageEveryKeyIsSeenOrSaysWhyNot() async throws {
  for key in ["z", "f", "x", "e", "J", "]", ">", "V", "o", "y", "F", "n", "O"] {
    var session = try await ReaderSession.sample("3 D")
    let before = session.state
    try await session.play(key)
    #expect(session.statusLine.contains("Fermez d'abord cette page"), "\(key)")
    #expect(session.state.choice == before.choice && session.state.list == before.list, "\(key)")
  }
  var session = try await ReaderSession.sample("3 D / t r ê v e Enter")
  #expect(session.state.layers.isEmpty && session.state.query.text == "trêve")
  try await session.play("Ctrl-o")
  #expect(session.state.dossier != nil && session.state.query.text.isEmpty)
  session = try await ReaderSession.sample("3 D c m a r o c Enter")
  #expect(session.state.layers.isEmpty && session.state.query.text == "country:MA")
  session = try await ReaderSession.sample("3 D 2")
  #expect(session.state.layers.isEmpty && session.state.choice.focus == .body)
}

@Test func tabGoesFromSectionToSectionOfADossierAndMarksFallOnItsRow() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("3 D", world: world)
  let first = session.state.dossier?.selected
  try await session.play("Tab")
  #expect(session.state.dossier?.selected != first)
  try await session.play("⇧Tab")
  #expect(session.state.dossier?.selected == first)
  try await session.play("G s")
  #expect(world.lines("is:starred").map(\.id) == [900, 600])
}

/// Programs of the settings get what is picked, what is at hand, or what a scope says.
@Test(arguments: [
  ("run lp", "", [900]), ("run lp", "V V j", [900, 850]), ("run lp above", "j j", [900, 850, 804]), ("run lp all", "U", [900, 850, 804, 803, 802, 801, 700, 600, 550, 500, 450]),
  ("run lp country:MA", "", [804, 803, 802, 801]), ("run bon a tirer below", "G k", [500, 450]), ("run lp", "J J 2", [804]),
] as [(String, String, [Int64])])
func aProgramGetsWhatItsScopeNames(row: (typed: String, keys: String, ids: [Int64])) async throws {
  let world = SampleWorld()
  var settings = ReaderSettings()
  settings.programs = ["lp": ["lp"], "bon a tirer": ["lp", "-d", "bat"], "bon": ["true"]]
  let session = try await run(row.typed, after: row.keys, world: world, settings: settings)
  let ran = world.state.withLock { $0.runs }
  #expect(ran.map(\.ids) == [row.ids], "\(session.statusLine)")
  #expect(ran.first?.arguments == (row.typed.contains("bon") ? ["lp", "-d", "bat"] : ["lp"]))
  #expect(session.state.list.marked.isEmpty && session.state.layers.isEmpty)
}

@Test func thePaletteSaysHowManyAProgramWillGet() async throws {
  var settings = ReaderSettings()
  settings.programs = ["imprimer": ["lp"]]
  var session = try await ReaderSession.sample("V V |", settings: settings)
  #expect(session.text.contains("imprimer"))
  try await session.play("i m p r i m e r Space")
  #expect(session.text.contains("→ imprimer") && session.text.contains("2 dépêches") && session.text.contains("above"))
  try await session.play("( Enter")
  #expect(session.state.picker != nil && session.state.message?.isError == true, "a wrong scope can be mended")
  try await session.play("Ctrl-u r u n Space n e a n t Enter")
  #expect(session.state.picker != nil || session.state.message?.isError == true)
}

/// Letters in order find a command by its title or its id.
@Test(arguments: [("rdall", "read.all"), ("tmlu", "read.all"), ("pgdn", "page.down"), ("thm", "themes"), ("cpr", "copy"), ("etiq", "tags")])
func thePaletteIsFuzzy(typed: String, command: String) async throws {
  let session = try await ReaderSession.sample(": " + typed.map(String.init).joined(separator: " "))
  #expect(session.state.picker?.items.prefix(3).contains { $0.id == command } == true, "\(session.state.picker?.items.prefix(4).map(\.id) ?? [])")
}
