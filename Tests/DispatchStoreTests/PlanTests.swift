// Queries answered by testing rows, by marks first, by kept counts: the same answers as the index gives.
import DispatchModel
@testable import DispatchStore
import Foundation
import GRDB
import Testing

private let now = Moment(seconds: 1_790_000_000)
private let today = Moment(seconds: 1_790_000_000).date()
private func query(_ text: String) throws -> Query { try Query.parse(text, today: today) }

private let texts = [
  "Prêts à l'Irak\n« L'ambassadeur » (président) a-t-il parlé ? Près de 12 000 m² ; №5, p. 3.",
  "Sommet\n«Pression» sur l'Élysée : œuvre, cœur, Łódź, Straße; pré-accord—pro.",
  "Пресса\nПрезидент говорит; press.", "Rien\nDu tout.", "PRESIDENT\nPRÉSIDENTE", "Une page\nprends\u{A0}: l\u{2019}apre\u{0301}s-midi", "日本\npr日本 pre1 1pre",
]

@Suite struct PlanTests {
  private func filled() throws -> DispatchStore {
    let store = try DispatchStore.openInMemory()
    let batch = texts.enumerated().map { number, text in
      let headline = text.split(separator: "\n").first.map(String.init) ?? ""
      let focus = number.isMultiple(of: 2) ? ["IQ"] : ["ML"]
      return (Dispatch(identity: "d\(number)", text: text, published: Moment(seconds: 1_780_000_000 + Int64(number))), Reading(headline: headline, focus: focus))
    }
    let report = try store.save(batch, now: now)
    _ = try store.mark(.read(true), ids: Array(report.ids.prefix(2)))
    _ = try store.mark(.star(true), ids: Array(report.ids.suffix(3)))
    return store
  }

  private static let queries = [
    "p*", "pr*", "pre*", "pres*", "e*", "elys*", "1*", "12*", "5*", "m*", "title:p*", "title:pre*", "-p*", "-pre*", "p* -pres*", "p* country:IQ",
    "pre* country:ML", "(p* OR zz)", "p* since:2026-01-01", "l* is:starred", "p* is:read", "a* b*", "(a* OR u*) -title:u*", "oe*", "lod*", "stras*", "midi*",
    "\"l ambassadeur\" p*", "apres*", "z*", "p* is:unread", "(p* tout)",
  ]

  @Test(arguments: queries)
  func testingRowsFindsWhatTheIndexFinds(text: String) throws {
    let index = try filled()
    var testing = index
    testing.manyPostings = 0
    testing.dividedFrom = 0
    let asked = try query(text)
    let plan = try testing.reading { db in try QueryPlan(asked.root, many: 0, db) }
    let hits = try index.ids(of: asked)
    #expect(plan.tested != nil || plan.page.match != plan.whole.match || hits.isEmpty, "rows are tested, or words stand for their beginning")
    #expect(try index.page(of: asked).map(\.id) == hits)
    for (order, expected) in [(StoreOrder.newest, hits), (.oldest, Array(hits.reversed()))] {
      #expect(try testing.page(of: asked, order: order).map(\.id) == expected)
      #expect(try testing.page(of: asked, order: order, at: .last, limit: 2).map(\.id) == Array(expected.suffix(2)))
    }
    let count = try testing.counts(of: asked)
    #expect(count.total == hits.count && count.isExact)
    #expect(try testing.count(of: asked) == hits.count)
    let lines = try index.lines(ids: hits)
    if let unread = count.unread { #expect(unread == lines.count { !$0.isRead }) }
  }

  /// Alternatives of marks and words, and exclusions alone: the same answers as one question to the whole list.
  @Test(arguments: [
    "(pre* OR is:starred)", "(presse OR is:read) country:IQ", "(is:read OR is:starred OR page)", "-page", "-page -presse", "-(page OR is:starred)", "-is:starred",
    "(country:IQ OR -is:starred) -page", "(a OR is:read) (b OR is:starred)",
  ])
  func partsOfAnAlternativeAreAskedApart(text: String) throws {
    let store = try filled()
    let asked = try query(text)
    let hits = try store.ids(of: asked)
    #expect(try store.page(of: asked).map(\.id) == hits)
    #expect(try store.page(of: asked, order: .oldest).map(\.id) == hits.reversed())
    #expect(try store.page(of: asked, limit: 2).map(\.id) == Array(hits.prefix(2)))
    #expect(try store.page(of: asked, at: .last, limit: 2).map(\.id) == Array(hits.suffix(2)))
    if let first = hits.first { #expect(try store.page(of: asked, at: .after(first)).map(\.id) == Array(hits.dropFirst())) }
    let unread = try store.lines(ids: hits).count { !$0.isRead }
    var divided = store
    divided.dividedFrom = 0
    for count in [try store.counts(of: asked), try divided.counts(of: asked)] {
      #expect(count.total == hits.count && count.isExact && (count.unread ?? unread) == unread)
    }
  }

  @Test func fewMarksAreLookedUpInTheIndex() throws {
    let store = try filled()
    let asked = try query("country:IQ is:starred")
    #expect(try store.reading { db in try QueryPlan(asked.root, many: 30_000, db).marksFirst })
    #expect(try store.page(of: asked).map(\.identity) == ["d6", "d4"])
    #expect(try store.page(of: asked, order: .oldest).map(\.identity) == ["d4", "d6"])
    #expect(try store.counts(of: asked) == StoreCount(total: 2, unread: 2, isExact: true))
  }

  @Test func whatHasNoMoreTimeIsABound() throws {
    var store = try filled()
    store.manyPostings = 0
    #expect(try store.counts(of: query("is:unread"), within: .zero) == StoreCount(total: 5, unread: 5, isExact: true), "kept counts take no time")
    #expect(try store.counts(of: .everything, within: .zero) == StoreCount(total: 7, unread: 5, isExact: true))
  }

  /// Counts of beginnings follow saving, correcting and removing.
  @Test func keptCountsFollowEveryChange() throws {
    let store = try filled()
    let corrected = (Dispatch(identity: "d0", text: "Autre chose\nSans le mot.", published: Moment(seconds: 1_780_000_000)), Reading(headline: "Autre chose"))
    _ = try store.save([corrected], now: now)
    try expectRightCounts(store)
    try store.remove(ids: try store.ids(of: query("title:sommet")))
    try expectRightCounts(store)
    _ = try store.mark(.read(true), matching: .everything)
    _ = try store.undo()
    #expect(try store.check().isEmpty)
  }

  private func expectRightCounts(_ store: DispatchStore) throws {
    var expected: [Int: Int] = [:]
    try store.forEach(of: .everything) { _, dispatch, reading in
      for code in Prepared(dispatch, reading).beginnings { expected[Int(code), default: 0] += 1 }
    }
    let kept = try store.reading { db in
      try Row.fetchAll(db, sql: "SELECT code, count FROM beginning WHERE count != 0").reduce(into: [Int: Int]()) { counts, row in
        counts[row["code"]] = row["count"]
      }
    }
    #expect(kept == expected)
  }
}

@Suite struct PackedBodyTests {
  @Test func damagedBytesNeverGiveABody() throws {
    let text = String(repeating: "Un texte. ", count: 50)
    var failures = 0
    let packed = PackedBody.encode(text: text, envelope: [1, 2, 3], reading: [4, 5])
    let parts = try PackedBody.decode(packed)
    #expect(parts.text == text && parts.envelope == [1, 2, 3] && parts.reading == [4, 5])
    for index in packed.indices {
      var damaged = packed
      damaged[index] ^= 0x40
      // A bit that only fills up the stream's last byte changes nothing.
      do {
        let parts = try PackedBody.decode(damaged)
        #expect(parts.text == text && parts.envelope == [1, 2, 3] && parts.reading == [4, 5])
      } catch {
        failures += 1
      }
    }
    #expect(failures >= packed.count - 1)
    for count in 0..<packed.count { #expect(throws: (any Error).self) { try PackedBody.decode(packed.prefix(count)) } }
  }
}
