internal import DispatchModel
internal import Lexicon

/// Months, years, quarters, weeks, seasons, decades: `mars dernier`, `fin 2027`, `premier trimestre 2019`, `semaine prochaine`,
/// `cette année`, `les années 1990`, `l'été dernier`.
extension DateScanner {
  // MARK: Months and years

  /// `février dernier`, `août 2008`, bare `mars`.
  func monthDate(_ at: Int) -> FoundDate? {
    guard let month = monthNumber(at), !month.isShort, !isMonthElsewhere(at) else { return nil }
    let read = monthValue(at, month: month)
    return FoundDate(tokens: at..<read.end, value: read.value, rule: read.rule, confidence: read.isStated ? 0.95 : 0.88)
  }

  /// `Mars` the planet, `M. Mai`, `Place de Juin`.
  private func isMonthElsewhere(_ at: Int) -> Bool {
    // English months are capitals always; `May` and `March` need a word that leads to a month.
    if isEnglish { return !draft.isCapitalized(at) || year(at + 1) == nil && !DateScanner.beforeEnglishMonths.contains(draft.word(at - 1)) && times[at - 1] == nil }
    if isCapitalInside(at) { return year(at + 1) == nil && row(at + 1, .last, .next) == nil }
    if draft.isCapitalized(at), !draft.flags(at).contains(.allCapitals) {
      // A sentence's first word: a month if a year, a verb or a comma follows.
      return row(at + 1, .last, .next) == nil && year(at + 1) == nil && draft.features(at + 1).isDisjoint(with: .verb) && draft.word(at + 1) != Sign.comma
    }
    if DateWord.articles.contains(draft.word(at - 1)), row(at + 1, .last) == nil { return true }
    return draft.isGlued(at) && draft.word(at - 1) == Sign.hyphen && times[at - 2]?.kind != .edge && monthNumber(at - 2) == nil
  }

  private static let beforeEnglishMonths: WordSet = ["in", "since", "by", "until", "of", "from", "for", "before", "after", "during", "between", "this", "through"]

  private func monthValue(_ at: Int, month: (number: Int, end: Int, isShort: Bool), isSecond: Bool = false) -> (value: TimeValue, end: Int, rule: String, isStated: Bool) {
    if let year = yearAfter(month.end) { return (.month(year: year.year, month: month.number), year.end, "date.month-year", true) }
    if let row = row(month.end, .last, .next, .following) {
      let isLast = row.kind == .last
      let year = isLast ? (month.number < reference.month ? reference.year : reference.year - 1) : month.number > reference.month ? reference.year : reference.year + 1
      return (.month(year: year, month: month.number), month.end + row.length, "date.month-adjective", true)
    }
    // mars-avril 1999, décembre 2013 à mars 2014
    if !isSecond, draft.word(month.end) == Sign.hyphen || draft.word(month.end) == "et" || draft.word(month.end) == "a", let other = monthNumber(month.end + 1), !other.isShort {
      let later = monthValue(month.end + 1, month: other, isSecond: true)
      if later.isStated, let year = later.value.year {
        return (.month(year: other.number < month.number ? year - 1 : year, month: month.number), month.end, "date.month-range", true)
      }
    }
    return (.month(year: monthYear(month.number, around: at..<month.end), month: month.number), month.end, "date.month", false)
  }

  /// The year of a month without one, by the time of its verb.
  private func monthYear(_ month: Int, around tokens: Range<Int>) -> Int {
    switch time(around: tokens) {
    case .past: return month <= reference.month ? reference.year : reference.year - 1
    case .future: return month >= reference.month ? reference.year : reference.year + 1
    case .present, .unknown:
      // The nearest: the reference's own month is this year's.
      let ahead = month - reference.month
      return ahead > 4 ? reference.year - 1 : ahead < -7 ? reference.year + 1 : reference.year
    }
  }

  /// `2003` where the words around it make it a year.
  func yearAlone(_ at: Int) -> FoundDate? {
    guard let value = year(at), (1000...2199).contains(value), !draft.isGlued(at) || DateScanner.yearOpeners.contains(draft.word(at - 1)) else { return nil }
    if draft.isGlued(at + 1), draft.kind(at + 1) == .word { return nil }
    if draft.isGlued(at + 1), draft.word(at + 1) == Sign.slash || draft.word(at + 1) == Sign.hyphen, draft.isGlued(at + 2), draft.kind(at + 2) == .number { return nil }
    let before = draft.word(at - 1)
    let isTold = DateScanner.beforeYears.contains(before) || times[at - 1]?.kind == .edge
    guard isTold || (1900...2100).contains(value) || before == "de" && value >= 1500 else { return nil }
    if DateScanner.numbered.contains(before) { return nil }
    if !isTold, counts(at + 1) || numbers.read(draft, at: at)?.end ?? at + 1 > at + 1 { return nil }
    if before == "de", counts(at + 1) { return nil }
    if let table = tables.units, isTold, before != "en", draft.matches.longest(in: table, at: at + 1) != nil { return nil }
    // 2 018 habitants
    if draft.kind(at - 1) == .number, !draft.flags(at).contains(.startsLine), draft.word(at - 1) != Sign.comma { return nil }
    return FoundDate(tokens: at..<at + 1, value: .year(value), rule: "date.year", confidence: isTold ? 0.95 : 0.8)
  }

  /// Whether the token is a noun that a number counts, or a unit.
  private func counts(_ at: Int) -> Bool {
    guard draft.kind(at) == .word || draft.kind(at) == .symbol, !draft.flags(at).contains(.startsLine) else { return false }
    if let table = tables.units, draft.matches.longest(in: table, at: at) != nil, draft.word(at) != "a" { return true }
    if draft.kind(at) == .symbol { return true }
    let features = draft.features(at)
    return features.contains(.noun) && features.isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction, .adverb]) && features.contains(.plural)
  }

  private static let yearOpeners: WordSet = ["(", "-", "–", "«", "\"", "d'", "l'", "qu'", "'", "“", "/"]
  private static let beforeYears: WordSet = ["en", "depuis", "dès", "an", "année", "in", "since", "by", "until", "horizon", "courant", "avant", "d'ici"]
  private static let numbered: WordSet = ["article", "résolution", "n°", "numéro", "loi", "vol", "route", "chambre", "formule", "ouaga"]

  /// `1998-1999`, `1982-90`, `2013/2014`, `de 2017 à 2019` is two plain years.
  func yearRange(_ at: Int) -> [FoundDate]? {
    guard let first = year(at), (1000...2199).contains(first), !draft.isGlued(at) || draft.kind(at - 1) == .punctuation,
      draft.word(at + 1) == Sign.hyphen || draft.word(at + 1) == Sign.slash || draft.word(at + 1) == Sign.enDash, draft.isGlued(at + 1), draft.isGlued(at + 2),
      let second = plainNumber(at + 2), !(draft.isGlued(at + 3) && draft.word(at + 3) == draft.word(at + 1))
    else { return nil }
    let last = digitCount(at + 2) == 4 ? second : digitCount(at + 2) == 2 && second == (first + 1) % 100 ? first + 1 : 0
    guard last > first, last - first < 200 else { return nil }
    return [
      FoundDate(tokens: at..<at + 1, value: .year(first), rule: "date.year-range"),
      FoundDate(tokens: at + 2..<at + 3, value: .year(last), rule: "date.year-range"),
    ]
  }

  // MARK: Edges: début, fin, mi-, milieu

  /// `fin 2027`, `mi-avril`, `début de l'année prochaine`, `fin du mois`, `milieu de semaine`, `fin des années 90`.
  func edgeExpression(_ at: Int) -> FoundDate? {
    guard let edge = row(at, .edge) else { return nil }
    var next = at + edge.length
    if draft.word(next) == Sign.hyphen { next += 1 }
    let direct = next
    if DateWord.of.contains(draft.word(next)) {
      next += 1
      if DateWord.articles.contains(draft.word(next)) { next += 1 }
    } else if DateWord.articles.contains(draft.word(next)) {
      return nil
    }
    func whole(_ value: TimeValue, _ end: Int, _ rule: String) -> FoundDate { FoundDate(tokens: at..<end, value: value, rule: rule, confidence: 0.93) }
    if let month = monthNumber(next), !month.isShort {
      let read = monthValue(next, month: month)
      return whole(read.value, read.end, "date.edge-month")
    }
    // fin du mois de mars
    if let unit = row(next, .unit), unit.value == "M", DateWord.of.contains(draft.word(next + unit.length)), let month = monthNumber(next + unit.length + 1) {
      let read = monthValue(next + unit.length + 1, month: month)
      return whole(read.value, read.end, "date.edge-month")
    }
    if let year = year(next), next == direct || draft.word(direct) == "de" || isEnglish { return whole(.year(year), next + 1, "date.edge-year") }
    if let item = decade(next) { return whole(item.value, item.tokens.upperBound, "date.edge-decade") }
    if let item = ordinalPeriod(next) { return whole(item.value, item.tokens.upperBound, "date.edge-period") }
    if let item = thisExpression(next) { return whole(item.value, item.tokens.upperBound, "date.edge-this") }
    if let item = seasonDate(next) { return whole(item.value, item.tokens.upperBound, "date.edge-season") }
    if let item = unitPeriod(next) { return whole(item.value, item.tokens.upperBound, "date.edge-unit") }
    // fin de l'année, début du mois, milieu de semaine
    if let unit = row(next, .unit), let value = present(unit.value), next > direct || edge.value != "END" {
      // « fin de journée » is a part of the day; « fin de saison » stays.
      guard unit.value != "D", unit.value != "SE", unit.value != "CE" || DateWord.articles.contains(draft.word(next - 1)) else { return nil }
      let end = next + unit.length
      return whole(value, end, "date.edge-unit")
    }
    return nil
  }

  // MARK: Units with adjectives

  /// The span of the unit that the reference lies in.
  func present(_ unit: String) -> TimeValue? { shifted(unit, from: .day(reference), by: 0) }

  /// The unit so many steps from the one that the value lies in.
  func shifted(_ unit: String, from value: TimeValue, by step: Int) -> TimeValue? {
    guard let day = value.middle else { return nil }
    switch unit {
    case "Y", "SE": return .year(day.year + step)
    case "M":
      let month = (CalendarDate(year: day.year, month: day.month, day: 1) ?? day).adding(months: step)
      return .month(year: month.year, month: month.month)
    case "W", "E": return .week(day.adding(days: 7 * step))
    case "D": return .day(day.adding(days: step))
    case "Q":
      let index = day.year * 4 + (day.month - 1) / 3 + step
      return .quarter(year: index / 4, quarter: index % 4 + 1)
    case "H":
      let index = day.year * 2 + (day.month - 1) / 6 + step
      return .half(year: index / 2, half: index % 2 + 1)
    case "DE": return .decade(day.year / 10 + step)
    case "CE": return .century(day.year / 100 + step)
    default: return nil
    }
  }

  /// `semaine prochaine`, `an dernier`, `mois précédent`, `année en cours`, `trimestre suivant`, `last week` in English.
  func unitPeriod(_ at: Int) -> FoundDate? {
    if isEnglish, let adjective = row(at, .last, .next, .following), let item = englishAdjective(at, adjective) { return item }
    if isEnglish, let adjective = row(at, .last, .next, .previous, .following), let unit = row(at + adjective.length, .unit) {
      return shifted(unit.value, from: adjective.kind == .previous ? lastPeriod ?? .day(reference) : .day(reference), by: adjective.number).map {
        FoundDate(tokens: at..<at + adjective.length + unit.length, value: $0, rule: "date.unit-adjective")
      }
    }
    guard let unit = row(at, .unit), let adjective = row(at + unit.length, .last, .next, .previous, .following, .this) else { return nil }
    let tokens = at..<at + unit.length + adjective.length
    // « les années précédentes », « ces jours derniers », « douze mois écoulés »
    let isPlural = unit.value == "M" ? draft.word(at - 1) == "les" || draft.word(at - 1) == "ces" : draft.features(at).contains(.plural) && !draft.features(at).contains(.singular)
    if isPlural {
      guard adjective.kind == .last || adjective.kind == .next, unit.value != "Y" || adjective.kind == .next else { return nil }
      return FoundDate(tokens: tokens, value: .reference(adjective.kind == .last ? "PAST_REF" : "FUTURE_REF"), rule: "date.vague", confidence: 0.6)
    }
    let anchor: TimeValue = adjective.kind == .previous || adjective.kind == .following ? anchorPeriod(of: unit.value) : .day(reference)
    guard let value = shifted(unit.value, from: anchor, by: adjective.number) else { return nil }
    return FoundDate(tokens: tokens, value: value, rule: "date.unit-adjective", confidence: adjective.kind == .this ? 0.7 : 0.93)
  }

  /// `last Tuesday`, `next March`, `last night`, `last summer`.
  private func englishAdjective(_ at: Int, _ adjective: TableWords<TimeKind>.Row) -> FoundDate? {
    let next = at + adjective.length
    let isLast = adjective.kind == .last
    if let weekday = weekdayNumber(next) {
      let day = isLast ? last(weekday.number, isStrict: true) : self.next(weekday.number, isStrict: true)
      return withPart(FoundDate(tokens: at..<weekday.end, value: .day(day), rule: "date.weekday-adjective"))
    }
    if let month = monthNumber(next), !month.isShort {
      let year = isLast ? (month.number < reference.month ? reference.year : reference.year - 1) : month.number > reference.month ? reference.year : reference.year + 1
      return FoundDate(tokens: at..<month.end, value: .month(year: year, month: month.number), rule: "date.month-adjective")
    }
    if isLast, let part = row(next, .part) {
      return FoundDate(tokens: at..<next + part.length, value: .part(reference.adding(days: -1), part.value), rule: "date.last-part")
    }
    if let season = row(next, .season) {
      let begins = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season.value] ?? 6
      let year = isLast ? (begins < reference.month ? reference.year : reference.year - 1) : begins > reference.month ? reference.year : reference.year + 1
      return FoundDate(tokens: at..<next + season.length, value: .season(year: year, season: season.value), rule: "date.season-adjective")
    }
    return nil
  }

  /// What `le mois précédent` counts from: the period told last where it is of that size or smaller, else the reference.
  private func anchorPeriod(of unit: String) -> TimeValue {
    if unit == "D" { return .day(narrativeDay(before: 0)) }
    if unit == "W" || unit == "E" { return .day(reference) }
    if unit == "Q" { return lastQuarter ?? .day(reference) }
    switch (unit, lastPeriod) {
    case ("M", .month), ("Y", .some), ("SE", .some), ("H", .half), ("DE", .some): return lastPeriod ?? .day(reference)
    default: return .day(reference)
    }
  }

  /// `cette année`, `ce mois-ci`, `ce soir`, `cet été`, `ce lundi`, `ce week-end`, `ces trois derniers mois` from `trois` on.
  func thisExpression(_ at: Int) -> FoundDate? {
    guard DateWord.these.contains(draft.word(at)), draft.word(at) != "ces" else { return nil }
    let next = at + 1
    if let weekday = weekdayNumber(next) { return weekdayThis(at, weekday) }
    if let row = row(next, .unit), row.value == "M", DateWord.of.contains(draft.word(next + row.length)), let month = monthNumber(next + row.length + 1) {
      let read = monthValue(next + row.length + 1, month: month)
      return FoundDate(tokens: at..<read.end, value: read.value, rule: "date.this-month")
    }
    if let row = row(next, .unit), let value = present(row.value), row.value != "D" || draft.word(next) == "jour" || isEnglish {
      var end = next + row.length
      if draft.word(end) == Sign.hyphen, draft.word(end + 1) == "ci" {
        end += 2
      } else if draft.word(end) == Sign.hyphen, draft.word(end + 1) == "la" {
        let past = row.value == "D" ? TimeValue.day(narrativeDay(before: at)) : lastPeriod ?? value
        return FoundDate(tokens: at..<end + 2, value: past, rule: "date.that", confidence: 0.75)
      }
      return FoundDate(tokens: at..<end, value: value, rule: "date.this-unit", confidence: 0.93)
    }
    if let row = row(next, .part) {
      let end = next + row.length
      if draft.word(end) == Sign.hyphen, draft.word(end + 1) == "la" {
        return FoundDate(tokens: at..<end + 2, value: .part(narrativeDay(before: at), row.value), rule: "date.that-part", confidence: 0.75)
      }
      let quotedDay = isQuoted(at) ? narrativePart(row.value) : nil
      return FoundDate(tokens: at..<end, value: .part(quotedDay ?? reference, row.value), rule: "date.this-part")
    }
    if let row = row(next, .season) {
      return FoundDate(tokens: at..<next + row.length, value: .season(year: reference.year, season: row.value), rule: "date.this-season")
    }
    return nil
  }

  /// « Ce soir », said on an evening before the dispatch: words quoted from a rally the night before.
  private func narrativePart(_ code: String) -> CalendarDate? {
    let earlier = recent.last { item in
      if case .clock(let day, let hour, _, _) = item.value { return day == reference && hour < 8 || day < reference && code == "TEV" && hour > 16 }
      if case .part(let day, "TMO") = item.value { return day == reference }
      return false
    }
    return code == "TEV" && earlier != nil && recent.contains { $0.value == .day(reference.adding(days: -1)) } ? reference.adding(days: -1) : nil
  }

  private func weekdayThis(_ at: Int, _ weekday: (number: Int, end: Int)) -> FoundDate? {
    guard var item = weekdayDate(at + 1, from: at) else { return nil }
    if item.rule == "date.weekday", weekday.number == reference.weekday { item.confidence = 0.97 }
    return item
  }

  // MARK: Quarters, seasons, decades

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
    guard isNoun, !isCapitalInside(at) else { return nil }
    let time = time(around: at..<end)
    let year = time == .past && begins > reference.month ? reference.year - 1 : time == .future && begins + 2 < reference.month ? reference.year + 1 : reference.year
    return FoundDate(tokens: at..<end, value: .season(year: year, season: row.value), rule: "date.season", confidence: 0.8)
  }

  /// `années 1990`, `années 60`, `1990s`.
  func decade(_ at: Int) -> FoundDate? {
    if isEnglish, let year = year(at), year % 10 == 0, draft.isGlued(at + 1), draft.word(at + 1) == "s" {
      return FoundDate(tokens: at..<at + 2, value: .decade(year / 10), rule: "date.decade")
    }
    guard let unit = row(at, .unit), unit.value == "Y", draft.features(at).isDisjoint(with: .singular) || draft.word(at) == "annees" else { return nil }
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
