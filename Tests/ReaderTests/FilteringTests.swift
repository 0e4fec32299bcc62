import DispatchModel
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

/// A name typed whole is that country's, though another that begins so is in the news.
@Test func aWholeNameGoesBeforeALongerOneInTheNews() async throws {
  var services = SampleWorld().services
  services.countries = { _ in [CountryCount(code: "NG", count: 5)] }
  var session = ReaderSession(services: services, size: Size(columns: 120, rows: 36), clock: Samples.clock, language: .fr)
  await session.start()
  try await session.play("c n i g e")
  #expect(session.state.picker?.current?.id == "NG")
  try await session.play("r Enter")
  #expect(session.state.query.text == "country:NE")
}

@Test func spaceTakesSeveralCountriesAndTheListFollows() async throws {
  var session = try await ReaderSession.sample("c m a l i Space")
  #expect(session.state.query.text == "country:ML")
  try await session.play("t u n i Space Enter")
  #expect(session.state.query.text == "(country:ML OR country:TN)")
  #expect(session.state.list.lines.map(\.id) == [700, 600])
  #expect(session.statusLine.contains("country:ML+TN ×"))
}

/// Spaces and hyphens within names are typed; behind a whole name they tick and shut out.
@Test(arguments: [
  ("c é t a t s - u n i s Enter", "country:US"), ("c e t a t s Space u n i s Enter", "country:US"), ("c c o r é e Space d u Space s u d Enter", "country:KR"),
  ("c a r a b i e Space s a o u d i t e Enter", "country:SA"), ("c m a l i Space Enter", "country:ML"), ("c g u i n é e - b i s s a u Enter", "country:GW"),
  ("c n i g e r Space Enter", "country:NE"), ("c u s Space f r Space Enter", "(country:US OR country:FR)"), ("c m a l i - Enter", "-country:ML"),
  ("c r o y a u m e - u n i - Enter", "-country:GB"),
])
func signsWithinNamesAreTyped(keys: String, query: String) async throws {
  #expect(try await ReaderSession.sample(keys).state.query.text == query)
}

/// A region is one term, one chip and one row of the picker, chosen or shut out.
@Test func aRegionIsShutOutAsOne() async throws {
  var session = try await ReaderSession.sample("c m a g h r e b -")
  #expect(session.state.query.terms.count == 1 && session.state.query.text.hasPrefix("-(country:DZ OR "))
  #expect(session.state.query.countries.excluded.count == 6)
  #expect(session.state.picker?.items.filter { $0.tick == .excluded }.map(\.id) == ["maghreb"])
  try await session.play("Enter")
  #expect(session.statusLine.contains("-country:Maghreb ×") && !session.statusLine.contains("DZ"))
  #expect(session.state.list.lines.allSatisfy { !$0.countries.contains("TN") } && !session.state.list.isEmpty)
  try await session.play("c m a g h r e b - Enter")
  #expect(session.state.query.text.isEmpty)
}

/// A dispatch about two of a region's countries counts once.
@Test func aRegionsCountIsThatOfItsDispatches() async throws {
  let session = try await ReaderSession.sample("c")
  let picker = try #require(session.state.picker)
  #expect(!picker.foremostRegions.isEmpty)
  for region in picker.foremostRegions {
    let codes = Set(region.members)
    let count = Samples.documents.filter { !codes.isDisjoint(with: $0.line.countries) }.count
    #expect(picker.items.first { $0.id == region.id }?.count == count, "\(region.id)")
  }
}

@Test func countriesAreNamedByTheGroupsThatTheyMakeUp() {
  let maghreb = CountryNames.members("maghreb")
  #expect(CountryNames.grouped(["FR"] + maghreb + ["DE"]) == ["FR", "maghreb", "DE"])
  #expect(CountryNames.grouped(Array(maghreb.dropLast())) == Array(maghreb.dropLast()))
  #expect(CountryNames.grouped(["EE", "LV", "LT"]) == ["baltes"])
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

/// The word being typed is looked for as a beginning, exactly once it is finished.
@Test func anUnfinishedWordFindsWhatBeginsSo() async throws {
  var session = try await ReaderSession.sample("/ s a n c t i")
  #expect(session.state.query.text == "sancti*")
  #expect(session.state.list.lines.map(\.id) == [900, 700])
  #expect(session.statusLine.contains("sancti…  2 dépêches"), "it says that the word is taken as a beginning")
  #expect(session.state.queryLine?.editor.text == "sancti")
  try await session.play("Space")
  #expect(session.state.query.text == "sancti" && session.state.list.isEmpty)
  try await session.play("Backspace")
  #expect(session.state.query.text == "sancti*")
  try await session.play("Enter")
  #expect(session.state.query.text == "sancti" && session.state.list.isEmpty)
  #expect(session.text.contains("sancti* trouve les mots"), "what would find more is said")
  try await session.play("/ * Enter")
  #expect(session.state.query.text == "sancti*" && session.state.list.lines.count == 2)
  #expect(session.state.queryHistory == ["sancti", "sancti*"])
}

@Test(arguments: [
  ("prés", "prés*"), ("deux mots", "deux mots*"), ("(a OR b", "(a OR b*"), ("title:ea", "title:ea*"), ("l'ambass", "l'ambass*"), ("2018", "2018*"),
  ("", ""), ("-pré", "-pré"), ("!pré", "!pré"), ("a OR", "a OR"), ("\"deux mo", "\"deux mo"), ("\"deux mots\"", "\"deux mots\""),
  ("country:IQ", "country:IQ"), ("person:Mass", "person:Mass"), ("http://a.example", "http://a.example"), ("pres*", "pres*"), ("(a)", "(a)"), ("c'", "c'"),
])
func onlyAnUnfinishedPlainWordIsABeginning(text: String, wanted: String) {
  #expect(QueryText(text).whileTyped.text == wanted)
}

@Test func aQueryFromTheHistoryIsTakenAsItStands() async throws {
  var session = try await ReaderSession.sample("/ s a n c t i o n s Enter / ↑")
  #expect(session.state.queryLine?.editor.text == "sanctions" && session.state.query.text == "sanctions")
  try await session.play("Esc C / e a u Left")
  #expect(session.state.query.text == "eau*", "moving the cursor asks for nothing")
  try await session.play("x")
  #expect(session.state.query.text == "eaxu*")
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
