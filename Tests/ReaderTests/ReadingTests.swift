import DispatchModel
import Synchronization
import Testing

@testable import Reader
@testable import Terminal

private func words(_ session: ReaderSession, _ span: TextSpan) -> String { session.state.body.layout.text(span).string }

@Test func movingInTheFactsLightsUpTheirWordsAndBringsThemIntoView() async throws {
  var session = try await ReaderSession.sample("3", columns: 120, rows: 14)
  for _ in 0..<12 {
    let spans = session.state.evidence
    let first = try #require(spans.first)
    let lines = try #require(session.state.body.layout.lines(of: first))
    #expect(lines.lowerBound >= session.state.body.top && lines.lowerBound < session.state.body.top + session.state.bodyRows)
    try await session.play("j")
  }
}

@Test func enterOnAFactGoesToItsWordsAndCtrlOComesBackToTheVerySamePlace() async throws {
  var session = try await ReaderSession.sample("3 j j j", columns: 120, rows: 16)
  let card = session.state.facts.selected
  let (top, factsTop) = (session.state.body.top, session.state.facts.top)
  try await session.play("Enter")
  #expect(session.state.choice.focus == .body)
  #expect(words(session, try #require(session.state.evidence.first)).hasPrefix("souhaitait"))
  try await session.play("Ctrl-d Ctrl-d Ctrl-o")
  #expect(session.state.choice.focus == .facts)
  #expect(session.state.facts.selected == card)
  #expect((session.state.body.top, session.state.facts.top) == (top, factsTop))
}

@Test func evidenceThatIsOutOfViewComesToAThirdOfTheHeight() async throws {
  var session = try await ReaderSession.sample("3", columns: 100, rows: 20)
  for _ in 0..<20 {
    let before = session.state.body.top
    try await session.play("j")
    guard session.state.body.top != before, let span = session.state.evidence.first else { continue }
    let line = try #require(session.state.body.layout.line(of: span))
    let third = line - session.state.body.top
    #expect(third == session.state.bodyRows / 3 || session.state.body.top == 0 || session.state.body.top == session.state.bodyBottom)
  }
}

@Test func aNameInTheBodyLightsUpItsFacts() async throws {
  var session = try await ReaderSession.sample("Enter e")
  #expect(session.state.body.currentMention?.text == "irakien")
  #expect(!session.state.facts.linked.isEmpty)
  for index in session.state.facts.linked {
    let card = session.state.facts.board.cards[index]
    let mention = try #require(session.state.body.currentMention)
    #expect(card.entities.contains(EntityReference(mention)) || card.spans.contains { $0.overlaps(mention.span) })
  }
  try await session.play("E")
  #expect(session.state.body.currentMention?.value == "Mossoul/IQ", "before the first name comes the last one")
  try await session.play("Esc")
  #expect(session.state.body.mention == nil && session.state.facts.linked.isEmpty)
}

@Test func enterOnANameOpensItsDossierAndBackLeadsThroughWhereOneWas() async throws {
  var session = try await ReaderSession.sample("Enter e e e")
  try await session.play("Enter")
  #expect(session.state.dossier?.entity == .country("RU"))
  try await session.play("Ctrl-o")
  #expect(session.state.layers.isEmpty)
  #expect(session.state.body.currentMention?.value == "RU")
  try await session.play("Alt-o")
  #expect(session.state.dossier?.entity == .country("RU"))
}

@Test func everyRowOfADossierCanBeEntered() async throws {
  let world = SampleWorld()
  let start = try await ReaderSession.sample("3 D", world: world)
  let view = try #require(start.state.dossier)
  let stops = view.rows.filter { $0.target != nil && $0.isFirst }.count
  #expect(stops >= 5)
  for row in 0..<stops {
    var session = start
    for _ in 0..<row { try await session.play("j") }
    try await session.play("Enter")
    #expect(session.state.dossier != view, "row \(row) leads nowhere")
  }
}

@Test func highlightingGoesThroughAllKinds() async throws {
  var session = try await ReaderSession.sample("x")
  #expect(session.state.highlight == .only(.person))
  #expect(session.statusLine.contains("personnes"))
  for _ in 0..<(Highlight.cycle.count - 1) { try await session.play("x") }
  #expect(session.state.highlight == .all)
}

@Test func placesInADispatchAreKept() async throws {
  var session = try await ReaderSession.sample("Enter Ctrl-d", columns: 100, rows: 14)
  let top = session.state.body.top
  #expect(top > 0)
  try await session.play("J K")
  #expect(session.state.body.document?.line.id == 900)
  #expect(session.state.body.top == top)
}

@Test func spacePagesOnAndThenGoesToTheNextUnreadDispatch() async throws {
  var session = try await ReaderSession.sample("Enter", columns: 100, rows: 14)
  var pages = 0
  while session.state.body.document?.line.id == 900, pages < 20 {
    try await session.play("Space")
    pages += 1
  }
  #expect(pages > 2)
  #expect(session.state.body.document?.line.id == 850)
  #expect(session.state.list.lines.first?.isUnread == false)
}

@Test func aStoryShowsItsVersionsAndWhatChanged() async throws {
  var session = try await ReaderSession.sample("j j Enter v")
  let view = try #require(session.state.story)
  #expect(view.entries.compactMap(\.toll?.dead) == [12, 17, 23])
  #expect(session.text.contains("12 → 17 → 23 morts"))
  #expect(view.rows.flatMap(\.runs).contains { $0.role == .diffAdded && $0.text.string.contains("23") })
  #expect(view.rows.flatMap(\.runs).contains { $0.role == .diffRemoved && $0.text.string.contains("12") })
  #expect(view.tolls.row == [12, 17, 23] && view.tolls.others.isEmpty)
  #expect(session.text.contains("Changements depuis : "), "compared with what its own agency wrote before")
  try await session.play("k Enter")
  #expect(session.state.body.document?.line.id == 803)
}

@Test func copyingAFactGivesASentenceWithItsSource() async throws {
  let world = SampleWorld()
  _ = try await ReaderSession.sample("3 y", world: world)
  let copied = try #require(world.state.withLock { $0.copied.last })
  #expect(copied.hasPrefix("Anis Karam, président"))
  #expect(copied.contains("AA, mardi 20 mars 2018"))
  #expect(copied.hasSuffix("https://example.org/depeches/900"))
}

@Test func linksHaveLettersThatOpenThem() async throws {
  let world = SampleWorld()
  let session = try await ReaderSession.sample("L", world: world)
  #expect(session.text.contains("https://example.org/depeches/900"))
  _ = try await ReaderSession.sample("L f", world: world)
  #expect(world.state.withLock { $0.opened } == ["https://example.org/depeches/900"])
}
