// What hangs on a dispatch under embargo is left out of every answer until its hour.
import DispatchModel
import DispatchStore
import Testing

private let now = Moment(seconds: 1_790_000_000)
private let never = Moment(seconds: 32_000_000_000)
private let past = Moment(seconds: 1_000_000_000)

private func report(_ id: String, dead: Int, embargo: Moment?) -> (Dispatch, Reading) {
  let text = "Séisme violent dans la région de Mossoul\n\(dead) morts, selon Anis Karam."
  let toll = Fact(.casualties(Casualties(dead: dead, place: "Mossoul/IQ")), evidence: Evidence(span: TextSpan(start: 41, end: 43), text: "\(dead)"))
  var reading = Reading(language: "fr", headline: "Séisme violent dans la région de Mossoul", focus: ["IQ"], mentioned: ["IQ"])
  reading.mentions = [Mention(span: TextSpan(start: 57, end: 67), type: .person, text: "Anis Karam", value: "Anis Karam", confidence: 0.9)]
  reading.facts = [toll, Fact(.office(Office(person: "Anis Karam", title: "maire", of: nil)), evidence: Evidence(span: TextSpan(start: 57, end: 61), text: "Anis"))]
  let dispatch = Dispatch(identity: id, text: text, published: Moment(seconds: 1_789_990_000 + Int64(dead)), embargo: embargo)
  return (dispatch, reading)
}

@Suite struct EmbargoTests {
  @Test func untilItsHourNothingHangsOnIt() throws {
    let store = try DispatchStore.openInMemory()
    _ = try store.save([report("a", dead: 12, embargo: never)], now: now)
    let line = try #require(try store.page(of: .everything).first)
    #expect(line.embargo == never && line.focus.isEmpty && line.headline.hasPrefix("Séisme"))
    #expect(try store.countries(of: .everything).isEmpty)
    #expect(try store.countries(of: Query.parse("mossoul", today: now.date())).isEmpty)
    #expect(try store.entities().isEmpty && store.entities(prefix: "karam").isEmpty)
    #expect(try store.entities(of: Query.parse("mossoul", today: now.date())).isEmpty)
    #expect(try store.dossier(type: .person, name: "Anis Karam") == nil)
    #expect(try store.check().isEmpty)
  }

  /// A headline that is a product word to the reading: what follows is the text, which nobody may see.
  @Test func theTextNeverTakesTheHeadlinesPlace() throws {
    let store = try DispatchStore.openInMemory()
    let dispatch = Dispatch(identity: "a", text: "Sous embargo\nLe texte tenu.", published: Moment(seconds: 1_789_990_000), embargo: never, hasHeadlineLine: true)
    _ = try store.save([(dispatch, Reading(language: "fr", headline: "Le texte tenu."))], now: now)
    #expect(try store.page(of: .everything).map(\.headline) == ["Sous embargo"])
  }

  @Test func besideOthersOnlyTheyCount() throws {
    let store = try DispatchStore.openInMemory()
    _ = try store.save([report("a", dead: 12, embargo: nil), report("b", dead: 17, embargo: never), report("c", dead: 23, embargo: past)], now: now)
    #expect(try store.countries(of: .everything).map(\.count) == [2])
    #expect(try store.entities().first { $0.name == "Anis Karam" }?.count == 2)
    let dossier = try #require(try store.dossier(type: .person, name: "Anis Karam"))
    #expect(dossier.entity.count == 2 && dossier.dispatches.map(\.identity) == ["c", "a"])
    #expect(dossier.offices.count == 2)
    #expect(try store.page(of: .everything).allSatisfy { !($0.story?.tolls.contains(17) ?? false) })
  }

  @Test func whatTheAgencyWithholdsIsHeldAndWhatItCancelsSaysSo() throws {
    let store = try DispatchStore.openInMemory()
    var (withheld, reading) = report("a", dead: 12, embargo: nil)
    withheld.status = .withheld
    var (canceled, other) = report("b", dead: 13, embargo: nil)
    canceled.status = .canceled
    other.language = "fr"
    reading.language = "fr"
    _ = try store.save([(withheld, reading), (canceled, other)], now: now)
    let lines = try store.page(of: .everything)
    #expect(lines.first { $0.identity == "a" }?.embargo != nil)
    #expect(lines.first { $0.identity == "b" }?.priority == "ANNULATION")
    #expect(try store.countries(of: .everything).map(\.count) == [1])
    withheld.status = .usable
    _ = try store.save([(withheld, reading)], now: now)
    #expect(try store.page(of: .everything).allSatisfy { $0.embargo == nil })
  }

  @Test func aVersionWithoutEmbargoLiftsIt() throws {
    let store = try DispatchStore.openInMemory()
    _ = try store.save([report("a", dead: 12, embargo: never)], now: now)
    _ = try store.save([report("a", dead: 12, embargo: nil)], now: now)
    let line = try #require(try store.page(of: .everything).first)
    #expect(line.embargo == nil && line.focus == ["IQ"])
    #expect(try store.entities().count >= 1)
    try store.remove(ids: [line.id])
    #expect(try store.check().isEmpty)
  }
}
