import DispatchModel
import Testing

@testable import Reader
@testable import Terminal

/// A store of many dispatches that makes its lines when they are asked for.
private func vast(_ count: Int) -> ReaderServices {
  @Sendable func line(_ id: Int64) -> DispatchLine {
    DispatchLine(id: id, published: Moment(seconds: id * 60), agency: "AA", countries: ["IQ"], headline: "Dépêche \(id)")
  }
  var services = ReaderServices()
  services.page = { request in
    let ids: [Int64]
    let limit = Int64(request.limit)
    switch request.anchor {
    case .first: ids = Array(stride(from: Int64(count), to: max(0, Int64(count) - limit), by: -1))
    case .last: ids = Array(stride(from: min(limit, Int64(count)), to: 0, by: -1))
    case .after(let id): ids = Array(stride(from: id - 1, to: max(0, id - 1 - limit), by: -1))
    case .before(let id): ids = Array(stride(from: min(Int64(count), id + limit), to: id, by: -1))
    }
    return DispatchPage(lines: ids.map(line))
  }
  services.count = { _ in DispatchCount(total: count, unread: count) }
  services.document = { id in
    DispatchDocument(line: line(id), dispatch: Dispatch(identity: "\(id)", text: "Dépêche \(id)\nTexte."), reading: Reading())
  }
  services.lines = { $0.map(line) }
  return services
}

private func session(_ count: Int) async -> ReaderSession {
  var session = ReaderSession(services: vast(count), size: Size(columns: 120, rows: 30), clock: Samples.clock, language: .fr)
  await session.start()
  return session
}

@Test func aListOfAMillionIsWalkedInWindows() async throws {
  var session = await session(1_000_000)
  #expect(session.statusLine.contains("1/1\u{202F}000\u{202F}000"))
  for _ in 0..<80 { try await session.play("PgDn PgDn") }
  #expect(session.state.list.lines.count <= ListState.capacity)
  let position = try #require(session.state.list.position)
  #expect(position > ListState.capacity)
  #expect(session.state.list.selected == Int64(1_000_000 - position + 1))
  for _ in 0..<80 { try await session.play("PgUp PgUp") }
  #expect(session.state.list.position == 1)
  #expect(session.asked.count { if case .page(let request) = $0 { request.limit > ListState.page } else { false } } == 0)
}

@Test func theLastDispatchIsOneKeyAway() async throws {
  var session = await session(1_000_000)
  try await session.play("G")
  #expect(session.state.list.selected == 1)
  #expect(session.state.list.position == 1_000_000)
  try await session.play("g")
  #expect(session.state.list.position == 1)
}

@Test func newDispatchesComeInAboveWithoutMovingAnything() async throws {
  var session = await session(500)
  try await session.play("j j j j j j j j j j j j j j j j j j j j")
  let (selected, top) = (session.state.list.selected, session.state.list.top)
  let before = session.frame.lines()[5...20].map { $0.prefix(36) }
  var grown = ReaderSession(services: vast(520), state: session.state)
  await grown.send(.key(.character("R")))
  var state = grown.state
  let effects = update(&state, .answer(try #require(ticket(&state)), .count("", DispatchCount(total: 520, unread: 520))))
  #expect(effects.contains { if case .ask(_, .page(let request)) = $0 { request.anchor == .before(500) } else { false } })
  var after = ReaderSession(services: vast(520), state: state)
  for effect in effects {
    if case .ask(let ticket, let question) = effect { await after.send(.answer(ticket, await vast(520).answer(question))) }
  }
  #expect(after.state.list.selected == selected && after.state.list.top == top)
  #expect(after.frame.lines()[5...20].map { $0.prefix(36) } == before)
  #expect(after.state.list.position == 41)
}

/// Asks for the count again, as a fetch does, and gives its ticket.
private func ticket(_ state: inout ReaderState) -> Ticket? {
  state.ask(.count(""), as: .count)
  return state.running.first { $0.kind == .count }
}

@Test func aLateAnswerIsDropped() async throws {
  var state = ReaderState(size: Size(columns: 80, rows: 24), clock: Samples.clock, language: .fr)
  let first = update(&state, .start)
  guard case .ask(let old, .page(let request)) = first.first(where: { if case .ask(_, .page) = $0 { true } else { false } }) else {
    Issue.record("nothing was asked")
    return
  }
  _ = update(&state, .key(.character("/")))
  _ = update(&state, .key(.character("x")))
  let late = DispatchPage(lines: [DispatchLine(id: 1, published: Samples.clock.now, headline: "trop tard")])
  _ = update(&state, .answer(old, .page(request, late)))
  #expect(state.list.isEmpty)
}

@Test func aCountThatComesBeforeItsPageIsKept() async throws {
  var state = ReaderState(size: Size(columns: 80, rows: 24), clock: Samples.clock, language: .fr)
  var tickets: [EffectKind: (Ticket, Question)] = [:]
  for effect in update(&state, .start) { if case .ask(let ticket, let question) = effect { tickets[ticket.kind] = (ticket, question) } }
  let count = try #require(tickets[.count]), page = try #require(tickets[.page])
  let services = vast(1_000)
  _ = update(&state, .answer(count.0, await services.answer(count.1)))
  _ = update(&state, .answer(page.0, await services.answer(page.1)))
  #expect(state.list.total == 1_000)
}

@Test func anErrorOfTheStoreIsSaidOnTheStatusLine() async throws {
  struct Broken: Error, CustomStringConvertible { var description: String { "Le fichier est verrouillé." } }
  var services = vast(3)
  services.page = { _ in throw Broken() }
  var session = ReaderSession(services: services, size: Size(columns: 80, rows: 24), clock: Samples.clock, language: .fr)
  await session.start()
  #expect(session.statusLine.contains("Le fichier est verrouillé."))
}

@Test func anEmptyStoreSaysWhatToDo() async throws {
  for language in Language.allCases {
    let session = try await ReaderSession.sample("", language: language, world: SampleWorld([]))
    for command in ["telex --demo", "telex import", "telex feeds add"] { #expect(session.text.contains(command)) }
  }
}
