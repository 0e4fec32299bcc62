import DispatchModel
import DispatchStore
import Foundation
import Testing

/// Whether pairs of dispatches become one story: all that saving takes into account is in them.
@Suite struct StoryPairTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var isSame: Bool
    var country: String
    var texts: [String]
    var testDescription: String { texts.map { $0.split(separator: "\n").first.map(String.init) ?? "" }.joined(separator: " / ") }
  }

  static let pairs: [Pair] = storyPairs.components(separatedBy: "\n\n").map { block in
    let lines = block.split(separator: "\n").map(String.init)
    let head = lines[0].split(separator: " ").map(String.init)
    return Pair(isSame: head[0] == "same", country: head[1], texts: [lines[1] + "\n\n" + lines[2], lines[3] + "\n\n" + lines[4]])
  }

  /// Whether the pair's dispatches become one story, saved in that order, one a transaction.
  private func becomesOne(_ pair: Pair, reversed: Bool) throws -> Bool {
    let store = try DispatchStore.openInMemory()
    for (number, text) in (reversed ? pair.texts.reversed() : pair.texts).enumerated() {
      let headline = String(text.prefix { $0 != "\n" })
      var reading = Reading(
        language: "fr", published: CalendarDate(iso: "2024-03-0\(4 + number)"), headline: headline, focus: [pair.country], mentioned: [pair.country], topics: [])
      reading.parts = [Part(.headline, TextSpan(start: 0, end: headline.unicodeScalars.count))]
      _ = try store.save([(Dispatch(identity: text, text: text, source: "fil"), reading)], now: Moment(seconds: 1_790_000_000))
    }
    return try store.page(of: .everything).contains { $0.story != nil }
  }

  /// A story that is two happenings misleads; two stories of one happening only cost a line. So none of the first kind, few of the second.
  @Test(arguments: pairs.filter { !$0.isSame })
  func twoHappeningsStayApart(pair: Pair) throws {
    #expect(try !becomesOne(pair, reversed: false))
    #expect(try !becomesOne(pair, reversed: true))
  }

  /// Subheads stand in a block of their own, long enough for a lead, and are none.
  @Test func subheadsAreNoLead() throws {
    let lead = """
      Pérou : le bilan du séisme d'Arequipa passe à 17 morts
      (Actualisé avec nouveau bilan)

      LIMA, 4 mars 2024 (Telex) - Le séisme de magnitude 6,9 qui a frappé lundi la région d'Arequipa a fait au moins 17 morts et 120 blessés, selon la protection civile.
      """
    let paper = """
      Pérou : 23 morts dans le séisme d'Arequipa, course contre la montre dans les Andes
      (Actualisé avec nouveau bilan, aide internationale)
      - Trois provinces en état d'urgence
      - Une équipe chilienne de secouristes attendue mercredi

      AREQUIPA (Pérou), 5 mars 2024 (Telex) - Les secouristes cherchaient mardi des survivants dans les villages frappés la veille par un séisme de magnitude 6,9 qui a fait 23 morts, selon la protection civile.
      """
    #expect(try becomesOne(Pair(isSame: true, country: "PE", texts: [lead, paper]), reversed: false))
    #expect(try becomesOne(Pair(isSame: true, country: "PE", texts: [lead, paper]), reversed: true))
  }

  @Test func mostTellingsOfOneHappeningComeTogether() throws {
    let same = Self.pairs.filter(\.isSame)
    #expect(same.count >= 23 && Self.pairs.count >= 49)
    let missed = try same.filter { pair in try !(becomesOne(pair, reversed: false) && becomesOne(pair, reversed: true)) }
    #expect(missed.count <= 4, "\(missed.map(\.testDescription))")
  }
}
