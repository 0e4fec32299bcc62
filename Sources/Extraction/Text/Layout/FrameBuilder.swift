internal import DispatchModel
internal import Lexicon

/// Gathers what datelines, bylines and signatures say, and writes the draft's frame, reference date and frame mentions.
struct FrameBuilder {
  private let datelines: DatelineParser
  private var priority: String?
  private var agencies: [Range<Int>] = []
  private var places: [(tokens: Range<Int>, isDateline: Bool)] = []
  private var country: Range<Int>?
  private var authors: [Range<Int>] = []
  private var credited: [Range<Int>] = []
  private var date: PlainDate.Found?

  init(datelines: DatelineParser) { self.datelines = datelines }

  mutating func setPriority(_ text: String) { priority = priority ?? text }

  mutating func add(_ dateline: Dateline, _ draft: Draft) {
    agencies += dateline.agencies
    for place in dateline.places { places.append((place, true)) }
    country = country ?? dateline.country
    date = date ?? dateline.date
  }

  mutating func add(_ credit: Credit, _ draft: Draft, isByline: Bool) {
    agencies += credit.agencies
    for place in credit.places { places.append((place, isByline)) }
    if isByline { authors += credit.persons } else { credited += credit.persons }
  }

  mutating func addAgency(_ tokens: Range<Int>, _ draft: Draft) { agencies.append(tokens) }

  /// Writes everything into the draft.
  func finish(_ draft: Draft, bodyStart: Int) {
    let names = datelines.agencies
    let placeNames = datelines.places
    draft.frame.priority = priority
    draft.frame.agencyTokens = agencies
    for tokens in agencies {
      let agency = names.agency(draft, tokens)
      draft.frame.agency = draft.frame.agency ?? agency.name
      add(.organization, tokens, agency.name, "frame.agency", country: agency.country, to: draft)
    }
    if draft.frame.agency == nil { draft.frame.agency = toldAgency(draft) }
    let agency = agencies.first.map { names.agency(draft, $0) }
    let hint = country.flatMap { placeNames.country(draft, $0) }
    for (index, place) in places.enumerated() {
      let found = placeNames.frameValue(
        draft, place.tokens, country: index == 0 ? hint : nil, fallback: agency?.isNational == true ? agency?.country : nil)
      // A country alone (a page's rubric) gives way to the town below it.
      if place.isDateline, draft.frame.place == nil || (draft.frame.place?.count == 2 && found.value.count > 2) {
        draft.frame.place = found.value
        draft.frame.placeTokens = place.tokens
      }
      add(.place, place.tokens, found.value, "frame.place", country: found.country, to: draft)
    }
    if let country {
      let value = placeNames.frameValue(draft, country, country: nil, fallback: nil)
      add(.place, country, value.value, "frame.country", country: value.country, to: draft)
    }
    for tokens in authors + credited {
      add(.person, tokens, PlaceNames.titleCase(draft, tokens), "frame.author", country: nil, to: draft)
    }
    draft.frame.authorTokens = authors + credited
    // A signature such as « (Mathilde Grandclément, édité par Yves-Marie Pons) » names the author first.
    // « Reporting by Claire Donnelly; Editing by Mark Hastings » names the author first.
    let signed = credited.last { draft.word($0.lowerBound - 1) == Sign.open } ?? credited.first { draft.word($0.lowerBound - 2) == "reporting" && draft.word($0.lowerBound - 1) == "by" }
    draft.frame.author = (authors.first ?? signed).map { PlaceNames.titleCase(draft, $0) }
    if let date, let day = datelines.dates.resolve(date, draft: draft, bodyStart: bodyStart) {
      draft.reference = day
      draft.hasOwnDate = true
      draft.frame.dateTokens = date.tokens
      add(.date, date.tokens, day.iso, "frame.date", country: nil, to: draft)
    }
    applyEnvelope(draft)
  }

  /// Where the frame names no agency: the one that people of the text told something (`a déclaré à l'AFP`).
  private func toldAgency(_ draft: Draft) -> String? {
    for token in draft.tokens.indices where draft.word(token) == FrameBuilder.elided && draft.word(token - 1) == FrameBuilder.at {
      if let name = datelines.agencies.name(draft, at: token + 1), draft.flags(token + 1).contains(.allCapitals) {
        return datelines.agencies.agency(draft, name).name
      }
    }
    return nil
  }

  private static var elided: Word { "l'" }
  private static let at: Word = "à"

  /// Fields of the envelope win.
  private func applyEnvelope(_ draft: Draft) {
    if let agency = draft.dispatch.agency, !agency.isEmpty {
      draft.frame.agency = datelines.agencies.canonical(agency, lexicon: draft.lexicon)
    }
    if let author = draft.dispatch.author, !author.isEmpty { draft.frame.author = author }
    if draft.frame.place == nil, let place = draft.dispatch.place, !place.isEmpty {
      draft.frame.place = datelines.places.value(ofName: place, lexicon: draft.lexicon)
    }
  }

  private func add(
    _ type: MentionType, _ tokens: Range<Int>, _ value: String, _ rule: String, country: String?, to draft: Draft
  ) {
    guard !tokens.isEmpty, !value.isEmpty else { return }
    draft.candidates.append(
      Candidate(
        type: type, tokens: tokens, value: value, confidence: 0.99, rule: rule, country: country,
        reasons: draft.explains ? ["it stands in the dispatch's frame"] : []))
  }
}
