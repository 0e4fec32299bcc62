internal import Lexicon

/// Names that two places share (tables `twins` and `demonymtwins`): Congo, Géorgie; congolais.
struct PlaceTwins {
  private let places: TableID?
  private let demonyms: TableID?
  private let tables: TableSet

  init(lexicon: LexiconFile) {
    places = lexicon.table("twins")
    demonyms = lexicon.table("demonymtwins")
    tables = TableSet([places, demonyms])
  }

  /// Whether exactly these tokens are a name that speaks for no country by itself.
  func isShared(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
    draft.matches.mayHave(anyOf: tables, at: tokens.lowerBound) && draft.matches.starting(at: tokens.lowerBound).contains { $0.tokens == tokens && ($0.table == places || $0.table == demonyms) }
  }

  /// The other place of that name, where the text speaks of its country and not of the usual one.
  func other(_ draft: Draft, _ tokens: Range<Int>, _ evidence: CountryEvidence) -> PlaceNames.Sense? {
    guard draft.matches.mayHave(anyOf: tables, at: tokens.lowerBound), let match = draft.matches.starting(at: tokens.lowerBound).first(where: { $0.tokens == tokens && ($0.table == places || $0.table == demonyms) })
    else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count > 3, evidence.counts[String(columns[2])] ?? 0 == 0, evidence.counts[String(columns[3])] ?? 0 > 0 else { return nil }
    let parts = columns[1].split(separator: "/")
    if parts.count == 2 { return PlaceNames.Sense(kind: .region, name: String(parts[0]), country: String(parts[1]), weight: 1) }
    return PlaceNames.Sense(kind: .country, name: String(columns[1]), country: String(columns[1]), weight: 1)
  }
}
