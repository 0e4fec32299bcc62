internal import DispatchModel
internal import Lexicon

/// Finds percentages, amounts of money, and numbers with what they count or measure.
///
/// Numbers inside dates are left to `Dates`. Bare nouns of currencies (`dinars`) keep their choices in the value until `Currencies`
/// knows the countries of the dispatch.
struct Figures: Annotator {
  static let requires: Set<Layer> = [.dates]
  static let provides: Set<Layer> = [.figures]

  private let tables: FigureTables

  init(lexicon: LexiconFile) {
    tables = FigureTables(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    guard !draft.isForeign else { return }
    let scanner = FigureScanner(draft, tables: tables)
    scanner.run()
    for found in scanner.found {
      draft.candidates.append(
        Candidate(
          type: .figure, tokens: found.tokens, value: found.value, confidence: found.confidence, rule: found.rule, country: nil,
          reasons: draft.explains ? ["number \(found.amount.text)", "unit \(found.unit)"] : []))
    }
  }
}

/// The tables that figures are read with.
struct FigureTables: Sendable {
  let numbers: WordTable<NumberKind>
  let units: WordTable<UnitKind>
  let currencies: WordTable<MoneyKind>
  let signs: WordTable<MoneyKind>
  let compounds: TableID?
  let labels: TableID?
  let demonyms: TableID?
  let countries: TableID?
  let people: TableID?

  init(lexicon: LexiconFile) {
    numbers = WordTable("numbers", of: lexicon)
    units = WordTable("units", of: lexicon)
    currencies = WordTable("currencies", of: lexicon)
    signs = WordTable("currency-signs", of: lexicon)
    compounds = lexicon.table("compounds")
    labels = lexicon.table("number-labels")
    demonyms = lexicon.table("demonyms")
    countries = lexicon.table("countries")
    people = lexicon.table("people-nouns")
  }
}

/// A figure in the text.
struct FoundFigure {
  /// What the unit is of; a bare number takes the unit of a figure before it.
  enum Sort: Sendable { case share, money, measure, count, bare }

  var tokens: Range<Int>
  var amount: Amount
  /// Canonical unit, currency (`?` and the choices where countries must decide), or the counted noun as written.
  var unit: String
  var sort: Sort
  var rule: String
  var confidence = 0.9

  var value: String { unit.isEmpty ? amount.text : "\(amount.text) \(unit)" }
}

/// Rows of `units`: a unit of measure, degrees, the percent sign, the denominator of a rate.
enum UnitKind: String, Sendable { case measure, degree, ratio, after }

/// Rows of `currencies` and `currency-signs`: a code; a noun that several countries use; a letter that needs a currency before it.
enum MoneyKind: String, Sendable { case full, noun, weak }
