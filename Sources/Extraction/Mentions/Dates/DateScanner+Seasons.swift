internal import DispatchModel
internal import Lexicon

/// Quarters, seasons, decades, holidays: `premier trimestre 2019`, `l'été dernier`, `les années 1990`, `Noël`.
extension DateScanner {
  /// `premier trimestre 2019`, `second semestre`, `T3 2018`, `trois premiers mois` is a duration.
  func ordinalPeriod(_ at: Int) -> FoundDate? {
    var ordinal = 0
    var next = at
    if let row = row(at, .ordinal) {
      ordinal = row.number
      next = at + row.length
    } else if draft.word(at) == "t" || draft.word(at) == "q", draft.isGlued(at + 1), let number = plainNumber(at + 1), (1...4).contains(number), let year = year(at + 2) {
      return FoundDate(tokens: at..<at + 3, value: .quarter(year: year, quarter: number), rule: "date.quarter")
    } else if let number = plainNumber(at), digitCount(at) == 1, (1...4).contains(number), draft.isGlued(at + 1), draft.kind(at + 1) == .word {
      ordinal = number
      next = at + 2
    }
    guard (1...4).contains(ordinal), let unit = row(next, .unit), unit.value == "Q" || unit.value == "H" && ordinal <= 2 else { return nil }
    var end = next + unit.length
    var year = reference.year
    let begins = unit.value == "Q" ? ordinal * 3 - 2 : ordinal * 6 - 5
    if let stated = self.year(end) {
      year = stated
      end += 1
    } else if DateWord.of.contains(draft.word(end)), let stated = self.year(end + 1) {
      year = stated
      end += 2
    } else if DateWord.of.contains(draft.word(end)), let item = periodBehindOf(end), let stated = item.value.year {
      // premier trimestre de l'année prochaine, first quarter of next year
      year = stated
      end = item.tokens.upperBound
    } else if let row = row(end, .last, .next) {
      year = row.kind == .last && begins >= reference.month ? year - 1 : row.kind == .next && begins <= reference.month ? year + 1 : year
      end += row.length
    } else {
      let time = time(around: at..<end)
      if begins > reference.month, time == .past { year -= 1 }
      if begins + (unit.value == "Q" ? 3 : 6) <= reference.month, time == .future { year += 1 }
    }
    let value: TimeValue = unit.value == "Q" ? .quarter(year: year, quarter: ordinal) : .half(year: year, half: ordinal)
    return FoundDate(tokens: at..<end, value: value, rule: "date.quarter", confidence: 0.95)
  }

  /// The year behind `de` or `of`: `de l'année prochaine`, `of last year`, `de cette année`.
  private func periodBehindOf(_ at: Int) -> FoundDate? {
    let next = DateWord.articles.contains(draft.word(at + 1)) ? at + 2 : at + 1
    guard let item = unitPeriod(next) ?? thisExpression(next), case .year = item.value else { return nil }
    return item
  }

  /// `été 2018`, `l'été dernier`, `au printemps`; not the participle (`a été`).
  func seasonDate(_ at: Int) -> FoundDate? {
    guard let row = row(at, .season) else { return nil }
    let end = at + row.length
    if let year = yearAfter(end) { return FoundDate(tokens: at..<year.end, value: .season(year: year.year, season: row.value), rule: "date.season-year") }
    let order = ["SP": 3, "SU": 6, "FA": 9, "WI": 12]
    let begins = order[row.value] ?? 6
    if let adjective = self.row(end, .last, .next) {
      let year = adjective.kind == .last ? (begins < reference.month ? reference.year : reference.year - 1) : begins > reference.month ? reference.year : reference.year + 1
      return FoundDate(tokens: at..<end + adjective.length, value: .season(year: year, season: row.value), rule: "date.season-adjective")
    }
    let before = draft.word(at - 1)
    let isNoun = before == "l'" || before == "cet" || before == "en" && row.value != "SP" || before == "au" || before == "le" || before == "plein" || before == "the"
      || before == "in" || before == "du" || before == "this" || times[at - 1]?.kind == .edge
    // « le printemps de l'environnement », « le printemps des poètes »: what bears a season's name.
    guard isNoun, !isCapitalInside(at), !DateWord.of.contains(draft.word(end)) else { return nil }
    let time = time(around: at..<end)
    let year = time == .past && begins > reference.month ? reference.year - 1 : time == .future && begins + 2 < reference.month ? reference.year + 1 : reference.year
    return FoundDate(tokens: at..<end, value: .season(year: year, season: row.value), rule: "date.season", confidence: 0.8)
  }

  /// `années 1990`, `années 60`, `1990s`.
  func decade(_ at: Int) -> FoundDate? {
    if isEnglish, let year = year(at), year % 10 == 0, draft.isGlued(at + 1), draft.word(at + 1) == "s" {
      return FoundDate(tokens: at..<at + 2, value: .decade(year / 10), rule: "date.decade")
    }
    guard let unit = row(at, .unit), unit.value == "Y", draft.features(at).isDisjoint(with: .singular) || draft.word(at) == "années" else { return nil }
    let next = at + unit.length
    if let year = year(next), year % 10 == 0 { return FoundDate(tokens: at..<next + 1, value: .decade(year / 10), rule: "date.decade") }
    guard let number = numbers.read(draft, at: next), let value = number.amount.whole, value % 10 == 0, (10...90).contains(value) else { return nil }
    return FoundDate(tokens: at..<number.end, value: .decade(190 + value / 10), rule: "date.decade")
  }

  private static let beforeHolidays: WordSet = ["à", "de", "avant", "après", "depuis", "pour", "le", "la", "at", "on", "before", "since", "jour"]

  /// `Noël`, `jour de l'An`.
  func holiday(_ at: Int) -> FoundDate? {
    guard let table = tables.holidays, let match = draft.matches.longest(in: table, at: at) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard !isCapitalInside(at) || DateScanner.beforeHolidays.contains(draft.word(at - 1)), columns.count > 2, let month = Int(columns[1]), let day = Int(columns[2]),
      let date = resolve(day: day, month: month, year: yearAfter(match.tokens.upperBound)?.year, adjective: nil, around: match.tokens)
    else { return nil }
    let end = yearAfter(match.tokens.upperBound)?.end ?? match.tokens.upperBound
    return FoundDate(tokens: at..<end, value: .day(date), rule: "date.holiday", confidence: 0.6)
  }
}
