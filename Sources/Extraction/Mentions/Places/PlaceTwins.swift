internal import Lexicon

/// Countries that share a name with another place (table `twins`): Congo, Géorgie.
struct PlaceTwins {
  private let table: TableID?
  private let lexicon: LexiconFile

  init(lexicon: LexiconFile) {
    table = lexicon.table("twins")
    self.lexicon = lexicon
  }

  /// The other place of that name, where the text speaks of its country and not of the usual one.
  func other(of value: String, _ evidence: CountryEvidence) -> PlaceNames.Sense? {
    guard let table, let entry = lexicon.entry(ofPhrase: value, in: table) else { return nil }
    let columns = lexicon.columns(ofEntry: entry)
    guard columns.count > 2 else { return nil }
    let country = String(columns[2])
    // A plain name counts for the usual country too, so the other must be named more often than that.
    guard evidence.counts[country] ?? 0 > 1.5 * (evidence.counts[value] ?? 0) else { return nil }
    let parts = columns[1].split(separator: "/")
    if parts.count == 2 { return PlaceNames.Sense(kind: .region, name: String(parts[0]), country: String(parts[1]), weight: 1) }
    return PlaceNames.Sense(kind: .country, name: String(columns[1]), country: String(columns[1]), weight: 1)
  }
}
