import Synchronization
import Testing

@testable import Reader
@testable import Terminal

@Test(arguments: ["c i r a k Enter", "c I r a k Enter", "c i q Enter", "c I R A Q Enter"])
func typingACountryFiltersByIt(keys: String) async throws {
  let session = try await ReaderSession.sample(keys)
  #expect(session.state.query.text == "country:IQ")
  #expect(session.state.list.lines.allSatisfy { $0.countries.contains("IQ") })
  #expect(session.statusLine.contains("country:IQ ×"))
}

@Test func spaceTakesSeveralCountriesAndTheListFollows() async throws {
  var session = try await ReaderSession.sample("c m a l i Space")
  #expect(session.state.query.text == "country:ML")
  try await session.play("t u n i Space Enter")
  #expect(session.state.query.text == "(country:ML OR country:TN)")
  #expect(session.state.list.lines.map(\.id) == [700, 600])
  #expect(session.statusLine.contains("country:ML+TN ×"))
}

@Test func minusShutsACountryOut() async throws {
  let session = try await ReaderSession.sample("c m a r o c - Enter")
  #expect(session.state.query.text == "-country:MA")
  #expect(!session.state.list.lines.contains { $0.countries.contains("MA") })
}

@Test func aRegionStandsForItsCountries() async throws {
  let session = try await ReaderSession.sample("c m a g h r e b Enter")
  #expect(session.state.query.countries.chosen.contains("TN"))
  #expect(session.statusLine.contains("Maghreb ×"))
}

@Test func escPutsTheListBackAsItWas() async throws {
  var session = try await ReaderSession.sample("j j j")
  let before = session.state.list
  try await session.play("c i r a k")
  #expect(session.state.list.lines.count == 1)
  try await session.play("Esc")
  #expect(session.state.query.text.isEmpty)
  #expect(session.state.list.selected == before.selected && session.state.list.top == before.top)
}

@Test func theFilterIsDroppedByKeyAndByPress() async throws {
  var session = try await ReaderSession.sample("c i r a k Enter C")
  #expect(session.state.query.text.isEmpty && session.state.list.lines.count == 12)
  try await session.play("Ctrl-o")
  #expect(session.state.query.text == "country:IQ")
  await session.send(.mouse(Mouse(.press, x: 3, y: 35)))
  #expect(session.state.query.text.isEmpty)
}

@Test func theMapFiltersByTheCountryStoodOn() async throws {
  let session = try await ReaderSession.sample("m j a p o n Enter")
  #expect(session.state.query.text == "country:JP")
  #expect(session.state.layers.isEmpty)
}

@Test func theListFollowsWhileAQueryIsTyped() async throws {
  var session = try await ReaderSession.sample("/ s a n c t i o n s")
  #expect(session.state.list.lines.map(\.id) == [900, 700])
  try await session.play("Esc")
  #expect(session.state.list.lines.count == 12)
  try await session.play("/ s a n c t i o n s Enter n")
  #expect(session.state.body.hits.count == 2)
  #expect(session.state.body.hit == 0)
  try await session.play("/ ↑")
  #expect(session.state.queryLine?.editor.text == "sanctions")
}

@Test func aWrongQuerySaysWhereAndChangesNothing() async throws {
  let session = try await ReaderSession.sample("/ c o u n t r y : z z z z", rows: 30)
  let lines = session.frame.lines()
  #expect(lines[28].contains("country:zzzz"))
  #expect(lines[29].contains("^") && lines[29].contains("zzzz"))
  #expect(session.state.list.lines.count == 12)
}

@Test func fieldsAndCountriesAreCompleted() async throws {
  var session = try await ReaderSession.sample("/ c o u Tab")
  #expect(session.state.queryLine?.editor.text == "country:")
  try await session.play("i r a k Tab")
  #expect(session.state.queryLine?.editor.text == "country:IQ ")
  #expect(session.state.list.lines.count == 1)
}

@Test func aSearchIsSavedUnderAName() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("c i r a k Enter S b a g d a d Enter", world: world)
  #expect(world.state.withLock { $0.searches.last } == SavedSearch(name: "bagdad", query: "country:IQ"))
  try await session.play("C S b a g d Enter")
  #expect(session.state.query.text == "country:IQ")
}

@Test func termsAreCutAtTheOutermostLevelOnly() {
  #expect(QueryText("country:IQ person:\"Anis Karam\" (a OR b) -c").terms == ["country:IQ", "person:\"Anis Karam\"", "(a OR b)", "-c"])
  #expect(QueryText("a OR b c").terms == ["a OR b c"])
  #expect(QueryText("sanctions \"deux mots\" -non country:IQ title:eau").words == ["sanctions", "deux mots", "eau"])
  #expect(QueryText("a OR b").withCountries(chosen: ["FR"], excluded: []).text == "country:FR (a OR b)")
  #expect(QueryText("(a) OR (b)").toggling("is:unread").text == "((a) OR (b)) is:unread")
  #expect(QueryText("a is:unread").toggling("is:unread").text == "a")
  #expect(QueryText("country:Irak x").withCountries(chosen: ["FR"], excluded: ["DE"]).text == "country:FR -country:DE x")
}
