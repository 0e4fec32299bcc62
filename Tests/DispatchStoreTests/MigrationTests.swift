// A store of any earlier schema opens, keeps what it held, and works on.
import DispatchModel
@testable import DispatchStore
import Foundation
import GRDB
import Testing

private let now = Moment(seconds: 1_790_000_000)

/// An empty store as an earlier version left it, in a folder of its own.
private struct EarlierStore {
  let folder = FileManager.default.temporaryDirectory.appending(path: "telex-migrations-\(UUID().uuidString)")
  let path: String
  let database: DatabaseQueue

  init(upTo step: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "telex.sqlite").path
    database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)") }
    try Migrations.migrator.migrate(database, upTo: step)
  }

  func remove() { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(error)") } }
}

@Suite struct MigrationTests {
  @Test(arguments: Migrations.migrator.migrations)
  func aStoreOfAnEarlierSchemaOpensAndWorksOn(step: String) throws {
    let earlier = try EarlierStore(upTo: step)
    defer { earlier.remove() }
    let (path, old) = (earlier.path, earlier.database)
    let mention = Mention(span: TextSpan(start: 0, end: 4), type: .place, text: "Irak", value: "IQ", confidence: 0.9)
    let reading = Reading(language: "fr", headline: "Irak : un accord est signé", focus: ["IQ"], mentioned: ["IQ"], mentions: [mention])
    let one = Prepared(Dispatch(identity: "ancien", text: "Irak : un accord est signé\nTexte."), reading)
    try old.write { db in
      try db.execute(
        sql: "INSERT INTO dispatch (id, identity, digest, published, saved, headline, focus, is_starred) VALUES (1, 'ancien', ?, 0, 0, ?, 'IQ', 1)",
        arguments: [one.digest, one.headline])
      if try db.columns(in: "body").contains(where: { $0.name == "packed" }) {
        try db.execute(sql: "INSERT INTO body (id, packed) VALUES (1, ?)", arguments: [one.packed])
        for code in one.beginnings { try db.execute(sql: "INSERT INTO beginning (code, count) VALUES (?, 1)", arguments: [code]) }
      } else {
        let parts = try PackedBody.decode(one.packed)
        try db.execute(
          sql: "INSERT INTO body (id, text, envelope, reading) VALUES (1, ?, ?, ?)", arguments: [parts.text, Data(parts.envelope), Data(parts.reading)])
      }
      try db.execute(
        sql: "INSERT INTO search (rowid, headline, body, filters) VALUES (1, ?, ?, ?)",
        arguments: [one.words.headline, one.words.body, one.words.filters])
      if try db.tableExists("word") {
        for word in one.unknownWords { try db.execute(sql: "INSERT INTO word (word) VALUES (?)", arguments: [word]) }
      }
      try db.execute(sql: """
        INSERT INTO entity (id, type, key, name, count) VALUES (1, 'place', 'iq', 'IQ', 1);
        INSERT INTO appearance (entity, dispatch) VALUES (1, 1);
        INSERT INTO testimony (entity, kind, dispatch, fact) VALUES (1, 0, 1, 0);
        INSERT INTO country_count (code, count) VALUES ('IQ', 1);
        INSERT INTO tag (name, dispatch) VALUES ('suivi', 1);
        """)
    }
    try old.close()
    let store = try DispatchStore.open(path: path)
    #expect(try store.check().isEmpty)
    let line = try #require(try store.page(of: .everything).first)
    #expect(line.isStarred && line.tags == ["suivi"])
    #expect(try store.document(id: line.id)?.reading == reading)
    #expect(try store.counts(of: Query.parse("acc*", today: CalendarDate(dayNumber: 0))).total == 1)
    #expect(try store.save([(one.dispatch, one.reading)], now: now).unchanged == 1)
    #expect(try store.save([(Dispatch(identity: "neuf", text: "Mali : trêve"), Reading(headline: "Mali : trêve"))], now: now).new == 1)
    #expect(try store.dossier(type: .place, name: "IQ")?.dispatches.count == 1)
    try store.remove(ids: [line.id])
    #expect(try store.check().isEmpty)
    #expect(try store.count(of: .everything) == 1)
    #expect(try store.countries(of: .everything).isEmpty)
  }

  @Test func spellingsOfOnePersonBecomeOne() throws {
    let earlier = try EarlierStore(upTo: "5 what hangs on a dispatch")
    defer { earlier.remove() }
    let (path, old) = (earlier.path, earlier.database)
    try old.write { db in
      for (id, key, name) in [(1, "vladimir poutine", "Vladimir Poutine"), (2, "vladimir putin", "Vladimir Putin"), (3, "fouad massoum", "Fouad Massoum")] {
        try db.execute(sql: "INSERT INTO entity (id, type, key, name, count) VALUES (?, 'person', ?, ?, 1)", arguments: [id, key, name])
        try db.execute(sql: "INSERT INTO entity_word (word, entity) VALUES (?, ?)", arguments: [name.lowercased(), id])
        try db.execute(
          sql: "INSERT INTO dispatch (id, identity, digest, published, saved, headline, focus) VALUES (?, ?, 0, 0, 0, '', '')", arguments: [id, name])
        try db.execute(sql: "INSERT INTO appearance (entity, dispatch) VALUES (?, ?)", arguments: [id, id])
      }
    }
    try old.close()
    let people = try DispatchStore.open(path: path).entities(type: .person)
    #expect(people.map(\.count) == [2, 1])
    #expect(people.map(\.name) == ["Vladimir Poutine", "Fouad Massoum"])
  }

  /// Ids lie closer together from step 9 on: the order of the list, stories, marks and the steps that can be undone go with them.
  @Test func denserIDsKeepOrderStoriesAndSteps() throws {
    let earlier = try EarlierStore(upTo: "8 one person for all spellings")
    defer { earlier.remove() }
    let (path, old) = (earlier.path, earlier.database)
    let seconds: [Int64] = [-86_400, 0, 1_500_000_000, 1_500_000_000, 1_500_000_001, 1_790_000_000]
    var ids: [Int64] = []
    try old.write { db in
      for (number, second) in seconds.enumerated() {
        let id = second << RowID.formerSerialBits + (ids.last.map { $0 >> RowID.formerSerialBits == second ? 1 : 0 } ?? 0)
        ids.append(id)
        let one = Prepared(Dispatch(identity: "d\(number)", text: "Titre numéro \(number)\nTexte."), Reading(headline: "Titre numéro \(number)"))
        try db.execute(
          sql: "INSERT INTO dispatch (id, identity, digest, published, saved, headline, focus, story) VALUES (?, ?, ?, ?, 0, ?, '', ?)",
          arguments: [id, one.dispatch.identity, one.digest, second, one.headline, number < 3 ? nil : number < 5 ? ids[2] : 77])
        try db.execute(sql: "INSERT INTO body (id, packed) VALUES (?, ?)", arguments: [id, one.packed])
      }
      try db.execute(sql: "INSERT INTO story (id, count, tolls) VALUES (?, 2, '3'), (77, 2, '5')", arguments: [ids[2]])
      try db.execute(sql: "INSERT INTO tag (name, dispatch) VALUES ('suivi', ?)", arguments: [ids[3]])
      try db.execute(sql: "INSERT INTO journal (change, ids) VALUES ('tag suivi', ?)", arguments: [DispatchStore.pack([ids[3]])])
    }
    try old.close()
    let store = try DispatchStore.open(path: path)
    #expect(try store.check().isEmpty)
    let lines = try store.page(of: .everything, order: .oldest)
    #expect(lines.map(\.identity) == (0..<6).map { "d\($0)" })
    #expect(lines.map { RowID.moment(of: $0.id).seconds } == seconds)
    #expect(lines.map(\.tags) == [[], [], [], ["suivi"], [], []])
    #expect(lines.map { $0.story?.tolls } == [nil, nil, nil, [3], [3], [5]])
    #expect(try store.page(of: Query.parse("numero", today: CalendarDate(dayNumber: 0))).count == 6)
    #expect(try store.undo()?.ids == [lines[3].id])
    #expect(try store.page(of: .everything).allSatisfy { $0.tags.isEmpty })
  }
}
