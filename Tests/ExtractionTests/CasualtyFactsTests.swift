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
}
