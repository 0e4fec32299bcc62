import DispatchModel
import DispatchStore
import Foundation
import Testing

private let now = Moment(seconds: 1_790_000_000)
private let today = Moment(seconds: 1_790_000_000).date()

/// A dispatch and a reading made by hand.
private func sample(
  _ id: String, _ text: String, day: String, focus: [String] = ["IQ"], mentions: [(MentionType, String)] = [], facts: [Fact] = [], version: Int? = nil
) -> (Dispatch, Reading) {
  let headline = text.split(separator: "\n").first.map(String.init) ?? text
  let date = CalendarDate(iso: day).map { Moment($0, hour: 9) }
  var reading = Reading(language: "fr", published: CalendarDate(iso: day), agency: "AA", headline: headline, focus: focus, mentioned: focus, topics: [.diplomacy])
  reading.parts = [Part(.headline, TextSpan(start: 0, end: headline.unicodeScalars.count))]
  reading.mentions = mentions.compactMap { type, value in
    guard let range = text.range(of: value.split(separator: "/").first.map(String.init) ?? value) else { return nil }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    let word = String(text[range])
    return Mention(span: TextSpan(start: start, end: start + word.unicodeScalars.count), type: type, text: word, value: value, confidence: 0.9)
  }
  reading.facts = facts
  return (Dispatch(identity: id, text: text, published: date, source: "fil", agency: "AA", version: version), reading)
}

private func query(_ text: String) throws -> Query { try Query.parse(text, today: today) }

private let massoum = sample(
  "a", "L'ambassadeur reçu à Bagdad\nLe président Fouad Massoum a reçu l'ambassadeur.", day: "2018-03-20", focus: ["IQ", "RU"],
  mentions: [(.person, "Fouad Massoum"), (.place, "Bagdad/IQ")],
  facts: [Fact(.office(Office(person: "Fouad Massoum", title: "président", of: "IQ")), evidence: Evidence(span: TextSpan(start: 28, end: 30), text: "Le"), confidence: 0.8)])
private let sahel = sample("b", "Mali : trêve au Sahel\nUne trêve a été signée.", day: "2018-03-21", focus: ["ML"], mentions: [(.place, "Sahel/-")])
private let sport = sample("c", "Football : la finale\nUn match à Bagdad.", day: "2018-03-19", focus: ["IQ"])

@Suite struct StoreTests {
  private func filled() throws -> DispatchStore {
    let store = try DispatchStore.openInMemory()
    let report = try store.save([massoum, sahel, sport], now: now)
    #expect(report == SaveReport(new: 3, ids: report.ids))
    return store
  }

  private func identities(_ store: DispatchStore, _ text: String, order: StoreOrder = .newest, at anchor: StoreAnchor = .first, limit: Int = 50) throws -> [String] {
    try store.page(of: query(text), order: order, at: anchor, limit: limit).map(\.identity)
  }

  @Test func spellingsOfOnePersonAreOneEntityAndTwoPeopleAreTwo() throws {
    let store = try DispatchStore.openInMemory()
    let texts = ["Vladimir Poutine a parlé.", "Vladimir Putin a parlé.", "Mohamed bin Salman a parlé.", "Mohammed ben Salmane a parlé.", "Salim Massoum a parlé.", "Fouad Massoum a parlé."]
    _ = try store.save(texts.enumerated().map { sample("p\($0)", "Titre \($0)\n\($1)", day: "2018-03-2\($0)", mentions: [(.person, String($1.dropLast(9)))]) }, now: now)
    #expect(try store.entities(type: .person).map(\.count) == [2, 2, 1, 1])
    #expect(try store.entities(prefix: "putin").map(\.name) == ["Vladimir Poutine"])
    #expect(try store.dossier(type: .person, name: "Vladimir Putin")?.dispatches.count == 2)
  }

  @Test(arguments: [
    ("", ["b", "a", "c"]), ("president", ["a"]), ("président", ["a"]), ("presidente", []), ("ambassadeur", ["a"]), ("PRES*", ["a"]),
    ("\"a reçu\"", ["a"]), ("country:IQ", ["a", "c"]), ("country:irak -football", ["a"]), ("-country:IQ", ["b"]), ("country:RU", ["a"]),
    ("mali OR finale", ["b", "c"]), ("person:massoum", ["a"]), ("person:\"Fouad Massoum\"", ["a"]), ("person:\"Massoum Fouad\"", []),
    ("place:bagdad", ["a"]), ("entity:sahel", ["b"]), ("type:office", ["a"]), ("topic:diplomacy", ["b", "a", "c"]), ("agency:aa", ["b", "a", "c"]),
    ("lang:fr", ["b", "a", "c"]), ("feed:fil", ["b", "a", "c"]), ("since:2018-03-20", ["b", "a"]), ("until:2018-03-20", ["a", "c"]), ("on:2018-03-21", ["b"]),
    ("title:ambassadeur", ["a"]), ("title:massoum", []), ("is:read", []), ("is:unread treve", ["b"]), ("(mali OR is:starred)", ["b"]),
    ("-(mali OR finale)", ["a"]), ("tag:suivi", []), ("zzfiq", []),
  ])
  func aQueryFindsWhatItAsksFor(text: String, expected: [String]) throws {
    let store = try filled()
    #expect(try identities(store, text) == expected)
    #expect(try store.count(of: query(text)) == expected.count)
    #expect(try store.counts(of: query(text)).unread == expected.count)
  }

  @Test func windowsWalkTheListBothWays() throws {
    let store = try DispatchStore.openInMemory()
    let batch = (0..<25).map { sample("d\($0)", "Titre \($0)\nTexte.", day: "2018-03-\($0 / 2 + 1 < 10 ? "0" : "")\($0 / 2 + 1)") }
    _ = try store.save(batch, now: now)
    let all = try identities(store, "")
    #expect(all.count == 25)
    let lines = try store.page(of: query(""), limit: 10)
    #expect(try identities(store, "", at: .after(lines[9].id), limit: 10) == Array(all[10..<20]))
    #expect(try identities(store, "", at: .before(lines[9].id), limit: 4) == Array(all[5..<9]))
    #expect(try identities(store, "", at: .last, limit: 3) == Array(all.suffix(3)))
    #expect(try identities(store, "texte", order: .oldest, limit: 25) == all.reversed())
    #expect(try identities(store, "texte", order: .oldest, at: .after(lines[3].id), limit: 9) == Array(all[..<3].reversed()))
    #expect(Set(try identities(store, "titre", order: .relevance)) == Set(all))
  }

  @Test func aClockThatGoesBackTakesNoDatesAway() throws {
    let store = try filled()
    let past = Moment(seconds: now.seconds - 3_650 * 86_400)
    _ = try store.save([sample("d", "Un accord\nTexte.", day: "2018-03-21")], now: past)
    #expect(try store.page(of: query("accord")).first?.published.date().iso == "2018-03-21")
    #expect(try identities(store, "").first == "d")
  }

  /// More dispatches than a second has ids for: they stand in the next seconds, in the order they came, and what is of those stands behind them.
  @Test func aSecondOfManyDispatchesKeepsTheirOrder() throws {
    let store = try DispatchStore.openInMemory()
    let later = Moment(seconds: now.seconds + 2)
    func batch(_ range: Range<Int>, at moment: Moment) -> [(Dispatch, Reading)] {
      range.map { (Dispatch(identity: "\($0)", text: "Titre \($0)", published: moment), Reading(headline: "Titre \($0)")) }
    }
    for part in [batch(0..<100, at: now), batch(100..<101, at: later), batch(101..<300, at: now), batch(300..<310, at: later)] {
      #expect(try store.save(part, now: now).new == part.count)
    }
    let order = try store.page(of: .everything, order: .oldest, limit: 400).compactMap { Int($0.identity) }
    #expect(order.count == 310)
    #expect(order.filter { $0 < 100 || (101..<300).contains($0) } == Array(0..<100) + Array(101..<300))
    #expect(order.filter { $0 == 100 || $0 >= 300 } == [100] + Array(300..<310))
    #expect(try store.check().isEmpty)
  }

  @Test func savingTwiceChangesNothing() throws {
    let store = try filled()
    let again = try store.save([massoum, sahel, sport], now: Moment(seconds: now.seconds + 60))
    #expect(again == SaveReport(unchanged: 3))
    #expect(try store.check().isEmpty)
  }

  @Test func aCorrectedDispatchIsANewVersionOfTheOld() throws {
    let store = try filled()
    let id = try #require(try store.page(of: query("massoum")).first?.id)
    _ = try store.mark(.star(true), ids: [id])
    let corrected = sample("a", "L'ambassadeur reçu à Erbil\nLe président a reçu l'ambassadeur.", day: "2018-03-20", focus: ["TR"])
    #expect(try store.save([corrected], now: now).updated == 1)
    let document = try #require(try store.document(id: id))
    #expect(document.dispatch.text == corrected.0.text)
    #expect(document.versions.map(\.text) == [massoum.0.text])
    #expect(document.line.versions == 2 && document.line.isStarred)
    #expect(try identities(store, "massoum").isEmpty, "the old words are forgotten")
    #expect(try identities(store, "erbil") == ["a"])
    #expect(try identities(store, "country:RU").isEmpty)
    #expect(try store.countries(of: .everything).map(\.code).sorted() == ["IQ", "ML", "TR"])
    #expect(try store.dossier(type: .person, name: "Fouad Massoum")?.dispatches.isEmpty ?? true)
    #expect(try store.check().isEmpty)
  }

  @Test func anOlderVersionThatComesLateChangesNothing() throws {
    let store = try DispatchStore.openInMemory()
    _ = try store.save([sample("v", "Deux\nTexte", day: "2018-03-20", version: 2)], now: now)
    #expect(try store.save([sample("v", "Un\nTexte", day: "2018-03-20", version: 1)], now: now).unchanged == 1)
    #expect(try store.save([sample("v", "Trois\nTexte", day: "2018-03-20", version: 3)], now: now).updated == 1)
  }

  @Test func aReadingComesBackAsItWas() throws {
    let store = try filled()
    let id = try #require(try store.page(of: query("massoum")).first?.id)
    let document = try #require(try store.document(id: id))
    #expect(document.dispatch == massoum.0)
    #expect(document.reading == massoum.1)
  }

  @Test func countriesAreCountedUnderTheFilter() throws {
    let store = try filled()
    #expect(try store.countries(of: .everything).map { "\($0.code) \($0.count)" } == ["IQ 2", "ML 1", "RU 1"])
    #expect(try store.countries(of: query("ambassadeur")).map { "\($0.code) \($0.count)" } == ["IQ 1", "RU 1"])
  }

  @Test func entitiesHaveDossiers() throws {
    let store = try filled()
    #expect(try store.entities(prefix: "mass").map(\.name) == ["Fouad Massoum"])
    #expect(try store.entities(of: query("country:RU"), type: .person).map(\.name) == ["Fouad Massoum"])
    let dossier = try #require(try store.dossier(type: .person, name: "fouad massoum"))
    #expect(dossier.offices.map(\.fact) == massoum.1.facts)
    #expect(dossier.companions.map(\.name) == ["Bagdad/IQ"])
    #expect(dossier.months.map(\.count) == [1])
    #expect(dossier.dispatches.map(\.identity) == ["a"])
    #expect(try store.dossier(type: .person, name: "Nobody") == nil)
  }

  /// Whoever sends dispatches or signs them appears in all of them, and is nobody that they tell of.
  @Test func agenciesAndAuthorsAreNoCompanions() throws {
    let store = try DispatchStore.openInMemory()
    var (dispatch, reading) = sample(
      "a", "Accord à Bagdad\nFouad Massoum a reçu l'ONU, selon AA. Leïla Haddad", day: "2018-03-20",
      mentions: [(.person, "Fouad Massoum"), (.place, "Bagdad/IQ"), (.organization, "ONU"), (.organization, "AA"), (.organization, "AFP"), (.person, "Leïla Haddad")])
    reading.author = "Leïla Haddad"
    dispatch.author = "Leïla Haddad"
    let other = sample("b", "Autre\nTexte de l'AFP.", day: "2018-03-21")
    _ = try store.save([(dispatch, reading), (Dispatch(identity: "b", text: other.0.text, published: other.0.published, source: "fil", agency: "AFP"), other.1)], now: now)
    let dossier = try #require(try store.dossier(type: .place, name: "Bagdad/IQ"))
    #expect(dossier.companions.map(\.name) == ["Fouad Massoum", "ONU"])
  }

  @Test func marksCanBeTakenBackAndDoneAgain() throws {
    let store = try filled()
    let ids = try store.page(of: query("country:IQ")).map(\.id)
    #expect(try store.mark(.read(true), ids: ids).ids == ids)
    #expect(try store.mark(.read(true), ids: ids).ids.isEmpty, "nothing changes twice")
    #expect(try store.mark(.addTag("suivi"), matching: query("mali")).ids.count == 1)
    #expect(try identities(store, "tag:suivi") == ["b"])
    #expect(try identities(store, "is:unread") == ["b"])
    #expect(try store.undo()?.action == .removeTag("suivi"))
    #expect(try identities(store, "tag:suivi").isEmpty)
    #expect(try store.undo()?.ids == ids)
    #expect(try identities(store, "is:unread").count == 3)
    #expect(try store.undo() == nil)
    #expect(try store.redo()?.action == .read(true))
    #expect(try identities(store, "is:unread") == ["b"])
    #expect(try store.mark(.star(true), ids: ids).ids == ids)
    #expect(try store.redo() == nil, "a new step cuts what was undone")
    #expect(try identities(store, "is:starred") == ["a", "c"])
    #expect(try identities(store, "-is:starred") == ["b"])
  }

  @Test func aStoryGathersItsUpdatesAndTolls() throws {
    func quake(_ id: String, _ headline: String, _ dead: Int, day: String) -> (Dispatch, Reading) {
      sample(
        id, "\(headline)\nTexte.", day: day, focus: ["PE"],
        facts: [Fact(.casualties(Casualties(dead: dead)), evidence: Evidence(span: TextSpan(start: 0, end: 1), text: String(headline.prefix(1))))])
    }
    let store = try DispatchStore.openInMemory()
    _ = try store.save([
      quake("1", "Pérou : 12 morts dans le séisme d'Arequipa", 12, day: "2024-03-04"),
      quake("2", "Pérou : le bilan du séisme d'Arequipa passe à 17 morts", 17, day: "2024-03-04"),
      quake("3", "Séisme au Pérou : 23 morts à Arequipa", 23, day: "2024-03-05"),
      quake("4", "Pérou : grève dans les mines de cuivre", 0, day: "2024-03-05"),
    ], now: now)
    let line = try #require(try store.page(of: query("title:23")).first)
    #expect(line.story?.count == 3)
    #expect(line.story?.tolls == [12, 17, 23])
    #expect(try store.story(try #require(line.story).id).map(\.identity) == ["3", "2", "1"])
    #expect(try store.page(of: query("cuivre")).first?.story == nil)
  }

  /// The story of each headline, by the first of its dispatches; nil where it stands alone.
  private func stories(_ headlines: [String], _ days: [String]) throws -> Set<Set<String>> {
    let store = try DispatchStore.openInMemory()
    // One batch each: the order in which they come in is the order of the table.
    for (number, headline) in headlines.enumerated() {
      _ = try store.save([sample(headline, "\(headline)\nTexte.", day: days[number % days.count], focus: ["PE"])], now: now)
    }
    let lines = try store.page(of: query(""))
    let groups = Set(lines.compactMap(\.story?.id)).map { story in Set(lines.filter { $0.story?.id == story }.map(\.identity)) }
    for group in groups { #expect(lines.filter { group.contains($0.identity) }.allSatisfy { $0.story?.count == group.count }) }
    return Set(groups)
  }

  private static let quake = [
    "Pérou : fort séisme dans la région d'Arequipa", "Pérou : au moins 12 morts dans le séisme d'Arequipa (protection civile)",
    "Pérou : le bilan du séisme d'Arequipa passe à 17 morts",
    "Pérou : 23 morts dans le séisme d'Arequipa, course contre la montre dans les Andes",
    "Séisme au Pérou : 21 morts dans la région d'Arequipa, selon la Croix-Rouge",
  ]

  /// In whatever order its dispatches come in, one happening is one story.
  @Test(arguments: [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 4, 1, 0, 2], [1, 0, 4, 3, 2], [2, 0, 3, 1, 4]])
  func aStoryToldInOtherWordsIsOneStory(order: [Int]) throws {
    let headlines = order.map { Self.quake[$0] }
    let days = order.map { $0 < 3 ? "2024-03-04" : "2024-03-05" }
    #expect(try stories(headlines, days) == [Set(Self.quake)])
  }

  /// Headlines that look alike and tell of different things stay apart, also where one lies between them.
  @Test(arguments: [
    ["Pérou : 12 morts dans le séisme d'Arequipa", "Pérou : trois morts dans le séisme de Loreto"],
    ["Pérou : 23 morts dans un séisme à Loreto, l'état d'urgence décrété", "Pérou : 12 morts dans le séisme d'Arequipa"],
    ["Pérou : le président Emmanuel Prado reçoit Olaf Brandt à Lima", "Pérou : le président Emmanuel Prado reçoit Joe Miller à Lima"],
    ["Pérou : victoire de Cusco face à Trujillo en championnat", "Pérou : victoire de Tacna face à Chiclayo en championnat"],
    ["Pérou : grève dans les mines de cuivre", "Pérou : accord sur les mines d'or avec un groupe chilien"],
  ])
  func whatOnlyLooksAlikeStaysApart(headlines: [String]) throws {
    #expect(try stories(headlines, ["2024-03-04"]).isEmpty)
    #expect(try stories(headlines.reversed(), ["2024-03-04"]).isEmpty)
  }

  @Test func aHeadlineBetweenTwoStoriesJoinsNeitherTo() throws {
    let strike = ["Pérou : grève dans les mines de cuivre de Cerro", "Pérou : la grève dans les mines de cuivre entre en deuxième semaine"]
    let fire = ["Pérou : incendie dans un dépôt de carburant du port", "Pérou : l'incendie du dépôt de carburant maîtrisé"]
    let between = "Pérou : grève dans les mines, incendie au dépôt"
    let found = try stories(strike + fire + [between], ["2024-03-04"])
    #expect(found.count == 2 && found.contains { $0.isSuperset(of: strike) && $0.isDisjoint(with: fire) }, "\(found)")
  }

  @Test(arguments: [
    ["Pérou : Fouad Mamani écrit à Quispe sur les mines", "Pérou : Mamani écrit à Julio Quispe sur les mines"],
    ["PEROU : FORT SEISME DANS LA REGION D'AREQUIPA", "PEROU : FORT SEISME PRES D'AREQUIPA"],
    ["Pérou : séisme à Arequipa, le président Castillo décrète l'état d'urgence", "Arequipa : le président décrète l'état d'urgence après le séisme"],
  ])
  func spellingsOfNamesPartNoStory(headlines: [String]) throws {
    #expect(try stories(headlines, ["2024-03-04"]) == [Set(headlines)])
  }

  /// Another agency's number is no correction of the row.
  @Test func tollsOfAnotherAgencyStandBesideTheRow() throws {
    func quake(_ number: Int, _ dead: Int, agency: String) -> (Dispatch, Reading) {
      var (dispatch, reading) = sample(
        "\(number)", "Pérou : \(dead) morts dans le séisme d'Arequipa\nTexte.", day: "2024-03-0\(number)", focus: ["PE"],
        facts: [Fact(.casualties(Casualties(dead: dead)), evidence: Evidence(span: TextSpan(start: 0, end: 1), text: "P"))])
      dispatch.agency = agency
      reading.agency = agency
      return (dispatch, reading)
    }
    let store = try DispatchStore.openInMemory()
    for (number, one) in [(12, "AFP"), (17, "AFP"), (15, "ATS"), (23, "AFP")].enumerated() {
      _ = try store.save([quake(number + 1, one.0, agency: one.1)], now: now)
    }
    let story = try #require(try store.page(of: query("")).first?.story)
    #expect(story.count == 4 && story.tolls == [12, 17, 23])
    #expect(story.others == [StoryTolls.Toll(agency: "ATS", dead: 15)])
    try store.remove(ids: try store.page(of: query("title:23")).map(\.id))
    #expect(try store.page(of: query("")).first?.story?.tolls == [12, 17], "counted anew")
  }

  /// The same text in several feeds: found from each, an update with the same headline is none.
  @Test func copiesAreTheSameTextsOfOtherFeeds() throws {
    let headline = "Pérou : accord sur l'eau du lac Titicaca"
    let store = try DispatchStore.openInMemory()
    let texts = ["Un accord a été signé.", "Un  accord a été\nsigné.", "Un accord a été signé. La Bolivie le salue."]
    _ = try store.save(texts.enumerated().map { sample("\($0)", "\(headline)\n\($1)", day: "2024-03-04", focus: ["PE"]) }, now: now)
    let ids = Dictionary(uniqueKeysWithValues: try store.page(of: query("")).map { ($0.identity, $0.id) })
    #expect(try store.copies(of: [try #require(ids["0"])]) == [ids["1"]])
    #expect(try store.copies(of: [try #require(ids["1"])]) == [ids["0"]])
    #expect(try store.copies(of: [try #require(ids["2"])]).isEmpty)
    #expect(try store.copies(of: ids.values.sorted()).isEmpty)
  }

  @Test func searchesAreKeptByName() throws {
    let store = try filled()
    try store.saveSearch(name: "Irak", query: "country:IQ")
    try store.saveSearch(name: "Sahel", query: "country:sahel")
    try store.saveSearch(name: "Irak", query: "country:IQ is:unread")
    #expect(try store.savedSearches().map(\.query) == ["country:IQ is:unread", "country:sahel"])
    try store.removeSearch(name: "Irak")
    #expect(try store.savedSearches().map(\.name) == ["Sahel"])
  }

  @Test func removingForgetsEverywhere() throws {
    let store = try filled()
    try store.remove(ids: try store.page(of: query("massoum")).map(\.id))
    #expect(try identities(store, "") == ["b", "c"])
    #expect(try identities(store, "ambassadeur").isEmpty)
    #expect(try store.check().isEmpty)
  }
}
