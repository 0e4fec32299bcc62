internal import DispatchModel
internal import Lexicon

/// Finds adjectives and nouns of nationality (table `demonyms`). Whether one belongs to an organization, a law or a product is
/// left to the arbiter.
struct Nationalities: Annotator {
  static let requires: Set<Layer> = [.places]
  static let provides: Set<Layer> = [.nationalities]

  private let demonyms: TableID?
  private let names: PlaceNames
  private let twins: PlaceTwins

  init(lexicon: LexiconFile) {
    demonyms = lexicon.table("demonyms")
    names = PlaceNames(lexicon: lexicon)
    twins = PlaceTwins(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    guard let demonyms else { return }
    var evidence: CountryEvidence?
    var found: [Candidate] = []
    for sentence in draft.sentences {
      var at = sentence.lowerBound
      // « le russe et l'italien »: what follows a language closely is one too.
      var lastLanguage = -1
      while at < sentence.upperBound {
        guard let match = draft.matches.longest(in: demonyms, at: at), match.tokens.upperBound <= sentence.upperBound,
          let column = draft.lexicon.column(1, ofEntry: match.entry)
        else {
          at += 1
          continue
        }
        at = match.tokens.upperBound
        if isLanguage(draft, match.tokens) || (lastLanguage >= 0 && match.tokens.lowerBound - lastLanguage <= 3 && !draft.isCapitalized(match.tokens.lowerBound)) {
          lastLanguage = match.tokens.upperBound
          continue
        }
        if draft.language == "en" { yieldPlaces(on: match.tokens, draft) }
        guard draft.language == "en" || !isCountry(draft, match.tokens), !isContinent(draft, match.tokens.lowerBound) else { continue }
        var code = column
        if evidence == nil, twins.isShared(draft, match.tokens) {
          evidence = CountryEvidence(draft, names: names, demonyms: nil, twins: twins)
        }
        if let evidence, let other = twins.other(draft, match.tokens, evidence), other.kind == .country { code = other.name }
        found.append(
          Candidate(
            type: .nationality, tokens: match.tokens, value: code, confidence: 0.93, rule: "nationality.lexicon", country: code,
            reasons: draft.explains ? ["the lexicon knows it as a nationality"] : []))
      }
    }
    draft.candidates += found
  }

  /// `Somali` is a region too; an English adjective is written as a name is, and the people are meant.
  private func yieldPlaces(on tokens: Range<Int>, _ draft: Draft) {
    for index in draft.candidates.indices where draft.candidates[index].type == .place && draft.candidates[index].tokens == tokens {
      draft.candidates[index].confidence = min(draft.candidates[index].confidence, 0.5)
    }
  }

  /// `la Suisse`, `Philippines:`, where the country's name is a form of the demonym too; but `un Suisse`.
  private func isCountry(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
    draft.isCapitalized(tokens.lowerBound) && names.isKnown(draft, tokens) && !Nationalities.masculine.contains(draft.word(tokens.lowerBound - 1))
  }

  /// `sud-américain`, `nord-africain`, `latino-américain`: a part of the world, not a country.
  private func isContinent(_ draft: Draft, _ first: Int) -> Bool {
    draft.isGlued(first) && draft.word(first - 1) == Sign.hyphen && draft.word(first - 2, is: .compass)
  }

  private static let masculine: WordSet = ["un", "le", "ce", "cet", "du", "jeune", "premier"]

  /// `en russe`, `parle couramment l'italien`, `traduit de l'arabe`, `version française`: the language, not the nationality.
  private func isLanguage(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard !draft.isCapitalized(first) else { return false }
    if Nationalities.into.contains(draft.word(first - 1)) { return true }
    // `(…; version française Laure Castelnaud)`, `pour le service français)`: the desk that wrote it.
    if draft.word(first - 1) == "version" || draft.word(first - 1) == "service" && draft.word(tokens.upperBound) == Sign.close { return true }
    let article = draft.word(first - 1) == Nationalities.le || draft.word(first - 1) == Nationalities.elided
    guard article || draft.word(first - 1) == Nationalities.du else { return false }
    let next = draft.word(tokens.upperBound)
    let endsThere = draft.kind(tokens.upperBound) == .punctuation || Nationalities.joins.contains(next)
    for back in 2...4 where draft.word(first - back, is: .speaking) { return endsThere || back <= 3 }
    return false
  }

  private static let into: WordSet = ["en"]
  private static var le: Word { "le" }
  private static var du: Word { "du" }
  private static var elided: Word { "l'" }
  private static let joins: WordSet = ["et", "ou", "comme"]
}
