internal import Lexicon

/// Which countries a text names beyond doubt, before its places are told apart: how often by country name, demonym, region or a
/// big city that no other place shares its name with.
struct CountryEvidence {
  private(set) var counts: [String: Double] = [:]
  /// The country named most.
  private(set) var first: String?
  /// The country named at least twice as often as any other.
  private(set) var dominant: String?

  init(_ draft: Draft, names: PlaceNames, demonyms: TableID?, twins: PlaceTwins) {
    var last = -1
    for match in draft.matches.all where match.tokens.lowerBound > last && (match.table == demonyms || names.tables.mayHold(match.table)) {
      guard match.table == demonyms || names.kind(of: match.table) != nil else { continue }
      if twins.isShared(draft, match.tokens) {
        last = match.tokens.upperBound - 1
        continue
      }
      if match.table == demonyms {
        if let code = draft.lexicon.column(1, ofEntry: match.entry) { add(code, 0.8) }
        last = match.tokens.upperBound - 1
        continue
      }
      guard let kind = names.kind(of: match.table) else { continue }
      switch kind {
      case .country:
        if let country = names.sense(match, draft)?.country { add(country, 1) }
        last = match.tokens.upperBound - 1
      case .city:
        let senses = names.senses(draft, match.tokens)
        if senses.count == 1, let sense = senses.first, sense.weight >= 300, let country = sense.country { add(country, 0.6) }
      case .region:
        if let country = names.sense(match, draft)?.country { add(country, 0.3) }
      }
    }
    if let place = draft.frame.place {
      let code = place.split(separator: "/").last.map { String($0) } ?? place
      if code != "-" { add(code, 1) }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    first = ranked.first?.key
    if let best = ranked.first, ranked.count == 1 || best.value >= 2 * ranked[1].value { dominant = best.key }
  }

  private mutating func add(_ country: String, _ weight: Double) { counts[country, default: 0] += weight }

  /// How much the text speaks for the country, 0…2.
  func weight(_ country: String?) -> Double {
    guard let country, let count = counts[country] else { return 0 }
    return min(2, 0.6 + count / 4)
  }
}
