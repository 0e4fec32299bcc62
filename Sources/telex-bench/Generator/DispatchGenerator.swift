import DispatchModel

/// Invented dispatches by the million: words, countries and people with a Zipf spread, over ten years, some in stories whose tolls change.
///
/// The same seed gives the same bytes. A reading comes with each that costs nothing to make: what the generator knows it wrote.
/// It stands in for the extractor's where only the store is measured.
struct DispatchGenerator {
  private let stock: WordStock
  private var random: SeededRandom
  private let wordRanks: Zipf
  private let cityRanks: Zipf
  private let personRanks: Zipf
  private let organizationRanks: Zipf
  private let step: Int64
  private var number = 0
  private var slot: Int64 = 0
  private var story: Story?

  /// The last of the ten years ends here.
  static let end = Moment(CalendarDate(year: 2026, month: 11, day: 1) ?? CalendarDate(dayNumber: 0))
  private static let years: Int64 = 10 * 365 * 86_400
  private static let small = ["de la", "et", "à la", "des", "en", "dans les", "pour le", "sur", "que les", "par une", "avec", "du", "qui", "au"]

  private struct Story {
    var place: WordStock.Place
    var headline: [String]
    var people: [Int]
    var dead: Int
    var told: Int
    var length: Int
    var isToll: Bool
  }

  /// `count` is how many are to come: they are spread over the ten years.
  init(stock: WordStock, seed: UInt64, count: Int) {
    self.stock = stock
    random = SeededRandom(seed: seed)
    wordRanks = Zipf(count: stock.words.count, flat: 2.7)
    cityRanks = Zipf(count: stock.cities.count, flat: 30)
    personRanks = Zipf(count: 300_000, flat: 30)
    organizationRanks = Zipf(count: stock.organizations.count, flat: 5)
    step = DispatchGenerator.years / Int64(max(count, 1))
  }

  mutating func next() -> (Dispatch, Reading) {
    if let current = story, current.told >= current.length { story = nil }
    var current = story ?? newStory()
    let start = DispatchGenerator.end.seconds - DispatchGenerator.years + slot * step
    let moment = Moment(seconds: start + Int64(current.told) * 2_400)
    if current.told > 0, random.chance(60) { current.dead += 1 + random.below(9) }
    let written = write(current, at: moment)
    current.told += 1
    story = current
    number += 1
    slot += 1
    return written
  }

  private mutating func newStory() -> Story {
    Story(
      place: stock.cities[cityRanks.draw(&random)], headline: (0..<4).map { _ in word() },
      people: (0..<3).map { _ in personRanks.draw(&random) }, dead: 1 + random.below(40), told: 0,
      length: random.chance(85) ? 1 : 2 + random.below(6), isToll: random.chance(30))
  }

  private mutating func word() -> String { stock.words[wordRanks.draw(&random)] }

  private mutating func write(_ story: Story, at moment: Moment) -> (Dispatch, Reading) {
    var draft = DraftText()
    let agency = ["AFP", "Reuters", "AA", "dpa", "Belga", "ATS", "TASS"][min(random.below(14), 6)]
    let country = stock.countries.first { $0.code == story.place.country }
    let name = country?.name(in: "fr") ?? story.place.country
    let city = "\(story.place.name)/\(story.place.country)"
    draft.part(.headline) { draft in
      draft.name(.place, name, value: story.place.country)
      draft.add(" : " + story.headline.joined(separator: " ") + (story.isToll ? ", \(story.dead) morts" : ""))
    }
    let headline = String(draft.text.dropLast())
    draft.add("\n")
    draft.part(.paragraph) { draft in
      draft.name(.place, story.place.name, value: city)
      draft.add(", \(moment.date().day) (\(agency)) – ")
      if story.isToll {
        let toll = Casualties(dead: story.dead, injured: story.dead * 2, place: city, when: moment.date().iso)
        draft.fact(.casualties(toll)) { $0.add("Au moins \(story.dead) personnes ont été tuées et \(story.dead * 2) blessées") }
        draft.add(" près de ")
        draft.name(.place, story.place.name, value: city)
        draft.add(". ")
      }
      filler(&draft, sentences: 2)
    }
    for number in story.people {
      draft.part(.paragraph) { draft in
        statement(&draft, by: number, of: story.place.country)
        filler(&draft, sentences: 2 + random.below(3))
      }
    }
    let other = stock.countries[min(Zipf.steep(&random), stock.countries.count - 1)]
    let (organization, value) = stock.organizations[organizationRanks.draw(&random)]
    draft.part(.paragraph) { draft in
      let event = Event(
        category: random.pick(EventCategory.allCases), actors: [Participant(id: story.place.country)], targets: [Participant(id: other.code)],
        when: moment.date().iso, trigger: "rencontre")
      draft.fact(.event(event)) { draft in
        draft.add("Une rencontre avec ")
        draft.name(.place, other.name(in: "fr"), value: other.code)
        draft.add(" et ")
        draft.name(.organization, organization, value: value)
        draft.add(" est prévue")
      }
      draft.add(". ")
      filler(&draft, sentences: 2 + random.below(5))
    }
    let focus = story.place.country == other.code || random.chance(50) ? [story.place.country] : [story.place.country, other.code]
    let mentioned = focus.contains(other.code) ? focus : focus + [other.code]
    let dispatch = Dispatch(identity: "id:bench-\(self.number)", text: draft.text, published: moment, source: "bench", agency: agency, language: "fr")
    let reading = Reading(
      language: "fr", published: moment.date(), agency: agency, place: city, headline: headline, parts: draft.parts, focus: focus,
      mentioned: mentioned, topics: [random.pick(Topic.allCases)], mentions: draft.mentions.sorted { $0.span < $1.span }, facts: draft.facts)
    return (dispatch, reading)
  }

  private mutating func statement(_ draft: inout DraftText, by number: Int, of country: String) {
    let person = stock.person(number)
    let full = "\(person.given) \(person.family)"
    draft.add("Le ")
    draft.fact(.office(Office(person: full, title: person.office, of: country))) { draft in
      draft.add(person.office + " ")
      draft.name(.person, full, value: full)
    }
    draft.add(" a déclaré ")
    let quoted = sentence()
    draft.fact(.statement(Statement(speaker: Participant(id: full, country: country), content: quoted, isQuoted: false, cue: "déclaré"))) {
      $0.add("que " + quoted)
    }
    draft.add(". ")
  }

  private mutating func filler(_ draft: inout DraftText, sentences: Int) {
    for _ in 0..<sentences {
      let words = sentence()
      draft.add("Les " + words + ". ")
    }
  }

  private mutating func sentence() -> String {
    var words: [String] = []
    for _ in 0..<4 + random.below(6) {
      words.append(word())
      words.append(random.pick(DispatchGenerator.small))
    }
    words.append(word())
    return words.joined(separator: " ")
  }
}

extension Zipf {
  /// A rank below 250 whose frequency falls fast: which other country a text speaks of.
  static func steep(_ random: inout SeededRandom) -> Int {
    let fraction = random.fraction()
    return Int(fraction * fraction * fraction * 250)
  }
}
