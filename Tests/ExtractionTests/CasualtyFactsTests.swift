import DispatchModel
import Testing

/// Tolls as facts.
struct CasualtyFactsTests {
  struct Toll: Sendable {
    let text: String
    var dead: Int?
    var injured: Int?
    var missing: Int?
    var isAbout = false
  }

  @Test(arguments: [
    Toll(text: "Au moins douze personnes ont été tuées et 30 blessées dans un attentat à Bagdad, mardi.", dead: 12, injured: 30, isAbout: true),
    Toll(text: "Les affrontements ont fait 454 morts et 2.154 blessés, selon l'OMS.", dead: 454, injured: 2154),
    Toll(text: "Le naufrage a fait trois morts et sept disparus, a annoncé la police.", dead: 3, missing: 7),
    Toll(text: "Un gendarme mobile a été tué mardi à Nouméa.", dead: 1),
    Toll(text: "Un randonneur s'est noyé et trois autres sont portés disparus.", dead: 1, missing: 3),
    Toll(text: "Un soignant et un patient ont été tués jeudi à Yirol.", dead: 2),
    Toll(text: "Un homme a ouvert le feu dans un tribunal, tuant six personnes et en blessant onze.", dead: 6, injured: 11),
    Toll(text: "L'explosion a tué 214 personnes et en a blessé 6.500.", dead: 214, injured: 6500),
    Toll(text: "Le séisme a fait 11 mille 342 morts en Turquie.", dead: 11342),
  ])
  func aTollIsOneFact(_ expected: Toll) throws {
    let tolls = try reading("Un titre sans chiffre\n\nPARIS, 14 mai (AFP) - " + expected.text).facts.compactMap { fact in
      if case .casualties(let toll) = fact.content { toll } else { nil }
    }
    #expect(tolls.count == 1)
    let toll = try #require(tolls.first)
    #expect(toll.dead == expected.dead)
    #expect(toll.injured == expected.injured)
    #expect(toll.missing == expected.missing)
    #expect(toll.isAbout == expected.isAbout)
  }

  @Test func whoIsNamedIsNoToll() throws {
    let facts = try reading("Un titre\n\nPARIS, 14 mai (AFP) - Un touriste, Graham Aylward, avait été décapité en avril.").facts
    #expect(!facts.contains { if case .casualties = $0.content { true } else { false } })
  }
}
