import DispatchModel
import DispatchStore
import Extraction
import Foundation
import Intake
import Testing
import WireFormats

private let now = Moment(seconds: 1_790_000_000)
private let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "SampleData")

@Suite struct IntakeTests {
  private func intake() throws -> (Intake, DispatchStore) {
    let store = try DispatchStore.openInMemory()
    return (Intake(store: store, extractor: try Extractor(), now: now), store)
  }

  /// A clock that has gone back starves no feed, and a feed that was fetched then waits again.
  @Test func aFeedFetchedInTheFutureIsDue() throws {
    let (intake, store) = try intake()
    let round = FeedRound(store: store, intake: intake, now: now)
    var feed = Subscription(url: "https://a.example/")
    for (fetched, next, isDue) in [(-60, 3_600, false), (-7_200, -1, true), (315_360_000, 315_363_600, true), (60, 3_660, false)] as [(Int64, Int64, Bool)] {
      feed.fetched = Moment(seconds: now.seconds + fetched)
      feed.nextFetch = Moment(seconds: now.seconds + next)
      #expect(round.wants(feed, .due) == isDue, "\(fetched)")
    }
  }

  @Test func theSampleDataComesInOnceEach() throws {
    let (intake, store) = try intake()
    let first = try intake.importFiles(at: [samples.path])
    #expect(first.refused.isEmpty, "\(first.refused)")
    #expect(first.new >= 50 && first.updated == 0)
    #expect(first.subscriptions.count == 2)
    #expect(try store.count(of: .everything) == first.new)
    let again = try intake.importFiles(at: [samples.path])
    #expect(again.new == 0 && again.updated == 0 && again.unchanged == first.new)
    #expect(try store.check().isEmpty)
  }

  @Test func aBadFileStopsNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telex-intake-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "skipped"), withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(error)") } }
    try Data("Titre\n\nParis (Telex) - Un texte.".utf8).write(to: folder.appending(path: "a.txt"))
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]).write(to: folder.appending(path: "b.txt"))
    try Data("{\"id\":\"1\",\"text\":\"Un\"}\nnonsense\n{\"id\":\"2\",\"text\":\"Deux\"}\n".utf8).write(to: folder.appending(path: "c.jsonl"))
    try Data().write(to: folder.appending(path: "skipped/.telexignore"))
    try Data("Jamais".utf8).write(to: folder.appending(path: "skipped/d.txt"))
    let (intake, _) = try intake()
    let report = try intake.importFiles(at: [folder.path, folder.appending(path: "missing").path])
    #expect(report.new == 3)
    #expect(report.refused.count == 3, "\(report.refused)")
    #expect(report.refused.contains { $0.source.hasSuffix("c.jsonl") && $0.english.contains("2") })
  }

  @Test func aTextBeyondTheLimitIsRefusedAndTheOthersKept() throws {
    let (intake, store) = try intake()
    var decoded = Decoded()
    decoded.dispatches = [
      Dispatch(identity: "long", text: String(repeating: "x", count: Intake.textLimit + 1), source: "feed"),
      Dispatch(identity: "short", text: "Titre\n\nUn texte.", source: "feed"),
    ]
    let report = try intake.save(decoded, source: "feed")
    #expect(report.new == 1)
    #expect(report.refused.map(\.english) == ["item 1: larger than \(Intake.textLimit) bytes"])
    #expect(try store.count(of: .everything) == 1)
  }
}
