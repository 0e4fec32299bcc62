import DispatchModel
import Testing

@testable import Reader
@testable import Terminal

private func wrap(_ text: String, _ width: Int) -> [String] {
  let scalars = Array(text.unicodeScalars)
  return Wrapping.lines(scalars, TextSpan(start: 0, end: scalars.count), width: width).map { Wrapping.string(scalars, $0) }
}

@Test(arguments: [
  ("il a dit : « oui » !", 9, ["il a", "dit :", "« oui » !"]),
  ("un taux de 76,66 % des voix", 15, ["un taux de", "76,66 % des", "voix"]),
  ("le total de 12 000 soldats", 13, ["le total de", "12 000", "soldats"]),
  ("mot\u{A0}lié ensemble", 8, ["mot\u{A0}lié", "ensemble"]),
  ("anticonstitutionnellement", 10, ["anticonsti", "tutionnell", "ement"]),
  ("東京東京", 5, ["東京", "東京"]),
  ("", 10, []),
  ("a\nb", 10, ["a", "b"]),
])
func linesBreakAsFrenchTypographyWants(text: String, width: Int, lines: [String]) { #expect(wrap(text, width) == lines) }

@Test func noLineIsWiderThanAskedAndNoWordIsLost() {
  let text = "Le président « souhaitait améliorer ; ses relations » avec la Russie : 1 200 000 habitants, 76 % des voix ! Vraiment ?"
  for width in 1...80 {
    let lines = wrap(text, width)
    if width >= 14 { #expect(lines.allSatisfy { TextWidth.width(of: $0) <= width }, "\(width): \(lines)") }
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(!lines.contains { line in [";", ":", "!", "?", "»", "%"].contains { line.hasPrefix($0) } } || width < 14)
  }
}

@Test func aShortWordIsNotLeftAloneOnTheLastLine() {
  #expect(wrap("alpha beta gamma delta et", 22) == ["alpha beta gamma", "delta et"])
}

@Test(arguments: [
  ("Président", "president"), ("ÉTAT", "etat"), ("œuvre", "oeuvre"), ("l\u{2019}eau", "l'eau"), ("e\u{301}te", "ete"), ("Łódź", "lodz"),
])
func foldingForgetsCaseAndAccents(text: String, folded: String) { #expect(Folding.fold(text) == folded) }

@Test func hitsAreWholeWordsWhateverCaseAndAccents() {
  let scalars = Array("Le Président présidentiel president, PRÉSIDENTS".unicodeScalars)
  #expect(Hits.find(["president"], in: scalars).map { Wrapping.string(scalars, $0) } == ["Président", "president"])
  #expect(Hits.find(["presid*"], in: scalars).count == 4)
  #expect(Hits.find([""], in: scalars).isEmpty)
}

@Test(arguments: [
  ("une œuvre, œuvres", "oeuvre", ["œuvre"]), ("une œuvre", "o*", ["œ"]), ("une œuvre", "o", []), ("cafe\u{301} et cafe\u{301}s", "cafe", ["cafe"]),
  ("l\u{2019}eau, l'eau", "l'eau", ["l\u{2019}eau", "l'eau"]), ("le 3e et 3", "3", ["3"]), ("New\u{A0}York new york", "new york", ["New\u{A0}York", "new york"]),
  ("abab ab", "ab", ["ab"]), ("ab-ab", "ab", ["ab", "ab"]), ("ĲSSEL", "ijssel", []),
] as [(String, String, [String])])
func hitsAreFoundThroughLigaturesAndMarks(text: String, words: String, found: [String]) {
  let scalars = Array(text.unicodeScalars)
  #expect(Hits.find([words], in: scalars).map { Wrapping.string(scalars, $0) } == found)
}

@Test func ofAMillionHitsTheFirstAreShown() {
  let scalars = Array(String(repeating: "lorem ipsum ", count: 50_000).unicodeScalars)
  #expect(Hits.find(["lorem", "ipsum"], in: scalars).count == Hits.limit)
}

@Test(arguments: [
  (0, "0 dépêche", "0 dispatches"), (1, "1 dépêche", "1 dispatch"), (2, "2 dépêches", "2 dispatches"),
  (12_348, "12\u{202F}348 dépêches", "12,348 dispatches"),
])
func countsAreWrittenAsTheLanguageDoes(count: Int, fr: String, en: String) {
  #expect(Words.dispatches(count, .fr).string == fr)
  #expect(Words.dispatches(count, .en).string == en)
}

@Test(arguments: [(76.66, "76,66", "76.66"), (1_200_000_000, "1,2\u{A0}milliard", "1.2\u{A0}billion"), (26e6, "26\u{A0}millions", "26\u{A0}million"), (-3, "−3", "−3"), (1_234_567, "1,235\u{A0}million", "")])
func figuresAreWrittenAsNewsroomsDo(value: Double, fr: String, en: String) {
  if value == 1_234_567 {
    #expect(Numbers.rounded(value, .fr).string == "1\u{202F}234\u{202F}567")
  } else {
    #expect(Numbers.rounded(value, .fr).string == fr)
    #expect(Numbers.rounded(value, .en).string == en)
  }
}

@Test func datesAreWrittenAsPeopleDo() {
  func moment(_ day: Int, _ month: Int = 3) -> Moment { Moment(Samples.day(day, month: month), hour: 14, minute: 32) }
  #expect(Dates.brief(moment(21), Samples.clock, .fr).string == "14:32")
  #expect(Dates.plain(moment(20), Samples.clock, .fr).string == "hier 14:32")
  #expect(Dates.brief(moment(19), Samples.clock, .fr).string == "19 mars")
  #expect(Dates.full(Samples.day(1), .fr).string == "jeudi 1er mars 2018")
  #expect(Dates.full(Samples.day(1), .en).string == "Thursday 1 March 2018")
  #expect(Dates.value("2018-02", .fr).string == "février 2018")
  #expect(Dates.value("P3Y", .fr).string == "3 ans")
  #expect(Dates.value("PT1H", .en).string == "1 hour")
  #expect(Dates.value("PXD", .fr).string == "quelques jours")
  for (value, french, english) in [
    ("2018-W12", "semaine du 19 mars 2018", "week of 19 March 2018"), ("2020-W53", "semaine du 28 décembre 2020", "week of 28 December 2020"),
    ("2018-03-20TMO", "mardi 20 mars 2018, matin", "Tuesday 20 March 2018, morning"), ("2018-03-20T06:00Z", "mardi 20 mars 2018 06:00 GMT", "Tuesday 20 March 2018 06:00 GMT"),
    ("2019-Q1", "1er trimestre 2019", "Q1 2019"), ("2019-H2", "2e semestre 2019", "second half of 2019"), ("2018-SU", "été 2018", "summer 2018"),
    ("199X", "années 1990", "1990s"), ("2018-W99", "2018-W99", "2018-W99"), ("2018-XX", "2018-XX", "2018-XX"),
  ] {
    #expect(Dates.value(value, .fr).string == french)
    #expect(Dates.value(value, .en).string == english)
  }
  #expect(Dates.plain(Moment(Samples.day(21)), Samples.clock, .fr).string == "auj.")
  let zone = Clock(now: Samples.clock.now, zone: 3_600)
  #expect(Dates.time(moment(21), zone).string == "15:32")
}

@Test func aComparisonShowsWhatCameAndWhatWent() {
  let parts = WordDiff.compare("Au moins 12 morts à Agadir", "Au moins 17 morts dont un enfant à Agadir")
  #expect(parts.filter { $0.change == .added }.map(\.word) == ["17", "dont", "un", "enfant"])
  #expect(parts.filter { $0.change == .removed }.map(\.word) == ["12"])
}

/// Words that happen to meet within a rewritten passage make no salad of it: what went, then what came.
@Test func aRewrittenPassageIsShownWhole() {
  let parts = WordDiff.compare(
    "Les secouristes cherchaient mardi des survivants dans les villages frappés la veille.",
    "Les secours attendaient mercredi une équipe venue dans les provinces touchées du sud.")
  #expect(parts.map { $0.change } == [.same] + Array(repeating: .removed, count: 11) + Array(repeating: .added, count: 12))
  #expect(WordDiff.likeness(parts) < 0.1)
}

@Test(arguments: [(Language.fr, "ex-président · Irak"), (.en, "former président · Iraq")])
func aFormerOfficeIsSpelledAsTheLanguageDoes(language: Language, detail: String) {
  let office = Fact(
    .office(Office(person: "Anis Karam", title: "président", of: "IQ", isFormer: true)),
    evidence: Evidence(span: TextSpan(start: 0, end: 4), text: "Anis"))
  var builder = FactsBuilder(Reading(facts: [office]), language)
  #expect(builder.build().first?.detail.string.replacing("\u{A0}", with: " ") == detail)
}

/// A chart shows the whole time, however long it is: nothing is cut off at its start.
@Test(arguments: [(1, 20), (20, 20), (21, 20), (107, 26), (300, 7), (5, 0)])
func aChartShowsTheWholeTime(months: Int, cells: Int) {
  let counts = (0..<months).map { MonthCount(year: 2000 + $0 / 12, month: $0 % 12 + 1, count: $0 % 3 + 1) }
  let chart = Spark.fitted(counts, to: cells)
  #expect(chart.count <= max(1, cells))
  #expect(chart.reduce(0, +) == counts.reduce(0) { $0 + $1.count })
  if months <= cells { #expect(chart == counts.map(\.count)) }
}

/// Lists and columns stand as they were written; paragraphs of wire text that begin with blanks are paragraphs.
@Test func itemsAndColumnsStandTogetherWithTheirIndents() {
  let long = String(repeating: "mot ", count: 20)
  let text = "Titre\n  Commune     Voix\n    Bagdad      12\n• un\n  • sous \(long)\nA | B\n1 | 2\n   \(long)\n   \(long)\n1. premier\n2. second\nFin."
  let dispatch = Dispatch(identity: "a", text: text, source: "a")
  let line = DispatchLine(id: 1, published: Moment(seconds: 0), headline: "Titre")
  let document = DispatchDocument(line: line, dispatch: dispatch, reading: Reading(language: "fr"))
  let layout = BodyLayout(document, width: 40, clock: Clock(now: Moment(seconds: 0), zone: 0), language: .fr)
  let shown = layout.lines.filter { $0.kind == .paragraph || $0.kind == .blank }.map { layout.text($0.span).string }
  #expect(Array(shown.dropFirst(2)) == [
    "  Commune     Voix", "    Bagdad      12", "• un", "  • sous mot mot mot mot mot mot mot mot", "mot mot mot mot mot mot mot mot mot", "mot mot mot", "A | B", "1 | 2", "",
    "mot mot mot mot mot mot mot mot mot mot", "mot mot mot mot mot mot mot mot mot mot", "", "mot mot mot mot mot mot mot mot mot mot",
    "mot mot mot mot mot mot mot mot mot mot", "", "1. premier", "2. second", "", "Fin.",
  ])
}
