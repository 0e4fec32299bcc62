internal import DispatchModel
internal import Lexicon

/// Finds points in time and durations, resolved against the dispatch's date.
///
/// The grammar walks the tokens once (`DateScanner`); words of time come from the language's tables `times`, `months`,
/// `weekdays`, `holidays`, numbers from `numbers`, cues for the future from `prospective`.
struct Dates: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.dates]

  private let tables: DateTables

  init(lexicon: LexiconFile) {
    tables = DateTables(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    guard !draft.isForeign else { return }
    let scanner = DateScanner(draft, tables: tables)
    scanner.run()
    for found in scanner.found {
      draft.candidates.append(
        Candidate(
          type: .date, tokens: found.tokens, value: found.value.text, confidence: found.confidence, rule: found.rule, country: nil,
          reasons: draft.explains ? ["read against \(draft.reference.iso)"] + found.reasons : []))
    }
  }
}

/// The tables of words of time.
struct DateTables: Sendable {
  let times: WordTable<TimeKind>
  let months: TableID?
  let weekdays: TableID?
  let holidays: TableID?
  let numbers: WordTable<NumberKind>
  let prospective: WordTable<CueKind>
  let units: TableID?
  /// Months, days of the week and holidays.
  let days: TableSet

  init(lexicon: LexiconFile) {
    times = WordTable("times", of: lexicon)
    months = lexicon.table("months")
    weekdays = lexicon.table("weekdays")
    holidays = lexicon.table("holidays")
    numbers = WordTable("numbers", of: lexicon)
    prospective = WordTable("prospective", of: lexicon)
    units = lexicon.table("units")
    days = TableSet([months, weekdays, holidays])
  }
}

/// An expression of time in the text.
struct FoundDate {
  var tokens: Range<Int>
  var value: TimeValue
  var rule: String
  var confidence = 0.9
  var reasons: [String] = []
}

/// What the rows of `times` are; the table's head explains each.
enum TimeKind: String, Sendable {
  case day, from, same, part, clock, unit, span, season, ref, last, next, following, previous, this, edge, ago, earlier, later
  case ordinal, zone
}
