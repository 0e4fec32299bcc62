internal import DispatchModel
internal import Lexicon

/// The values of places that only the words around made known: with the gazetteer's reading where it has one, else with the country
/// beside the name, else the one that the text speaks of most.
struct PlaceValues {
  private let names: PlaceNames
  private let context: PlaceContext
  private let demonyms: TableID?
  private let twins: PlaceTwins

  init(lexicon: LexiconFile) {
    names = PlaceNames(lexicon: lexicon)
    context = PlaceContext(lexicon: lexicon)
    demonyms = lexicon.table("demonyms")
    twins = PlaceTwins(lexicon: lexicon)
  }

  func evidence(of draft: Draft) -> CountryEvidence {
    draft.evidence { CountryEvidence(draft, names: names, demonyms: demonyms, twins: twins) }
  }

  /// `Boni/ML`; `Boni/-` where the text names no country.
  func value(of tokens: Range<Int>, _ draft: Draft, _ evidence: CountryEvidence) -> (value: String, country: String?) {
    let beside = context.countryBeside(draft, tokens)
    let senses = names.senses(draft, tokens)
    if let sense = senses.first(where: { beside != nil && $0.country == beside }) ?? senses.first(where: { evidence.weight($0.country) > 0 }) ?? senses.first {
      return (sense.value, sense.country)
    }
    let country = beside ?? evidence.dominant ?? evidence.first
    return ("\(draft.text(tokens))/\(country ?? "-")", country)
  }
}
