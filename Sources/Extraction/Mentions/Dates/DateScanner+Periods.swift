internal import DispatchModel
internal import Lexicon

/// Edges and units of time: `fin 2027`, `mi-avril`, `semaine prochaine`, `cette année`.
extension DateScanner {
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
    // early Wednesday, late on Friday
    if isEnglish, next == direct, draft.word(at) == "early" || draft.word(at) == "late",
      let item = weekdayDate(draft.word(next) == "on" ? next + 1 : next)
    {
      return whole(item.value, item.tokens.upperBound, "date.edge-day")
    }
    if let month = monthNumber(next), !month.isShort || isEnglish {
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
      // « une fête de fin d'année » is of every year.
      if unit.value == "Y", next > direct, !DateWord.articles.contains(draft.word(next - 1)), draft.word(at - 1) == "de", draft.features(at - 2).contains(.noun) { return nil }
      guard unit.value != "D", unit.value != "SE", unit.value != "CE" || DateWord.articles.contains(draft.word(next - 1)) else { return nil }
      let end = next + unit.length
      return whole(value, end, "date.edge-unit")
    }
    return nil
  }

  /// The span of the unit that the reference lies in.
  private func present(_ unit: String) -> TimeValue? { shifted(unit, from: .day(reference), by: 0) }

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
      let isTold = adjective.kind == .previous || adjective.kind == .following
      return shifted(unit.value, from: isTold ? anchorPeriod(of: unit.value) : .day(reference), by: adjective.number).map {
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
    var anchor: TimeValue = adjective.kind == .previous || adjective.kind == .following ? anchorPeriod(of: unit.value) : .day(reference)
    // « Arrêté le 26 mai 2011, il avait été transféré la semaine suivante »
    if adjective.kind == .following, unit.value == "W", let told = lastTold { anchor = .day(told) }
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
}
