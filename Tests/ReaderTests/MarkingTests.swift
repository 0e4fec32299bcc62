import Dispatch
import DispatchModel
import Synchronization
import Testing

@testable import Reader
@testable import Terminal

@Test func marksAreSetAtOnceAndTakenBack() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("r s", world: world)
  #expect(session.state.list.selectedLine?.isUnread == false && session.state.list.selectedLine?.isStarred == true)
  #expect(session.statusLine.contains("10 non lues"))
  try await session.play("u")
  #expect(session.state.list.selectedLine?.isStarred == false)
  try await session.play("u")
  #expect(session.state.list.selectedLine?.isUnread == true)
  try await session.play("Ctrl-r")
  #expect(session.state.list.selectedLine?.isUnread == false)
  try await session.play("Ctrl-r Ctrl-r")
  #expect(session.statusLine.contains("Rien à refaire."))
}

@Test func aDispatchJustReadStaysInAnUnreadOnlyList() async throws {
  var session = try await ReaderSession.sample("", query: "is:unread")
  let before = session.state.list.lines.map(\.id)
  try await session.play("Enter q j Enter q")
  #expect(session.state.list.lines.map(\.id) == before)
  #expect(session.state.list.lines.prefix(2).allSatisfy { !$0.isUnread })
}

@Test func previewMarksAsReadOnlyAfterADelay() async throws {
  var session = try await ReaderSession.sample("")
  #expect(session.state.list.selectedLine?.isUnread == true)
  let generation = try #require(session.state.timers[.readDelay])
  await session.send(.timer(Ticket(kind: .readDelay, generation: generation - 1)))
  #expect(session.state.list.selectedLine?.isUnread == true, "an old wait rings for nobody")
  await session.send(.timer(Ticket(kind: .readDelay, generation: generation)))
  #expect(session.state.list.selectedLine?.isUnread == false)
}

@Test func severalPickedLinesAreChangedTogether() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("V V s", world: world)
  #expect(world.lines("is:starred").map(\.id).count == 3)
  #expect(session.state.list.marked.isEmpty)
  try await session.play("u")
  #expect(world.lines("is:starred").count == 1)
}

@Test func tagsArePutOnAndTakenOff() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("t e a u Enter", world: world)
  #expect(world.lines("tag:eau").map(\.id) == [900])
  try await session.play("t Space Enter")
  #expect(world.lines("tag:eau").isEmpty)
  try await session.play(": t a g Space g a r d e r Enter")
  #expect(world.lines("tag:garder").map(\.id) == [900])
}

@Test func aWholeQueryIsMarkedRead() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("A", world: world)
  #expect(world.lines("is:unread").isEmpty)
  #expect(session.statusLine.contains("12 dépêches marquées lues ; u annule."))
  try await session.play("u")
  #expect(world.lines("is:unread").count == 11)
}

@Test func repeatingDoesTheLastActionAgain() async throws {
  let world = SampleWorld()
  _ = try await ReaderSession.sample("s j .", world: world)
  #expect(Set(world.lines("is:starred").map(\.id)).isSuperset(of: [900, 850]))
}

@Test func everythingDownToHereIsMarkedRead() async throws {
  let world = SampleWorld()
  var session = try await ReaderSession.sample("j j : r e a d Space a b o v e Enter", world: world)
  #expect(Set(world.lines("is:unread").map(\.id)).isDisjoint(with: [900, 850, 804]))
  #expect(world.lines("is:unread").count == 8)
  try await session.play("u U")
  #expect(session.state.query.text == "is:unread" && session.state.list.lines.count == 11)
  try await session.play("U")
  #expect(session.state.query.text.isEmpty)
}

@Test func aStarGivenRightBeforeTheEndIsWaitedFor() async {
  let kept = Kept()
  var services = ReaderServices()
  services.mark = { _ in
    try await Task.sleep(for: .milliseconds(200))
    kept.flag.store(true, ordering: .relaxed)
    return MarkOutcome(ids: [1], count: 1)
  }
  let runner = EffectRunner(services: services, mailbox: Mailbox())
  runner.start(.ask(Ticket(kind: .act, generation: 1), .mark(MarkChange(.star(true), on: .ids([1])))))
  await withCheckedContinuation { over in
    DispatchQueue.global().async {
      // Long, for tests that block hold the pool's threads meanwhile.
      runner.finish(within: .seconds(600))
      over.resume()
    }
  }
  let isKept = kept.flag.load(ordering: .relaxed)
  #expect(isKept)
}

private final class Kept: Sendable {
  let flag = Atomic(false)
}
