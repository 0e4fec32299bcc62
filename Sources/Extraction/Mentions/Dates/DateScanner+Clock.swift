internal import DispatchModel
internal import Lexicon

/// Parts of the day and hours: `mardi soir`, `à l'aube`, `nuit de jeudi à vendredi`, `14h30`, `11H30 GMT`, `08H00 locales`, `midi`.
extension DateScanner {
  private static let hourTells: WordSet = ["à", "a", "vers", "dès", "at", "around", "by"]
  private static let hourMeasures: WordSet = ["pendant", "durant", "en", "après", "de", "plus"]

  /// The day with the part or the hour that follows it: `mardi matin`, `hier à 10 h`, `lundi en fin d'après-midi`.
  func withPart(_ item: FoundDate) -> FoundDate {
    guard let day = item.value.day else { return item }
    var item = item
    let end = item.tokens.upperBound
    if let part = partPhrase(end) {
      item.tokens = item.tokens.lowerBound..<part.end
      item.value = .part(day, part.code)
      return item
    }
    let isTold = item.rule != "date.day-month" && item.rule != "date.day-month-year"
    // `samedi 01H00 GMT`, `jeudi midi`, `lundi à 10 h`
    if isTold, let clock = clock(at: DateWord.at.contains(draft.word(end)) ? end + 1 : end), clock.isExact {
      item.tokens = item.tokens.lowerBound..<clock.end
      item.value = .clock(day, hour: clock.hour, minute: clock.minute, zone: clock.zone)
    }
    return item
  }

  /// `soir`, `à l'aube`, `dans la soirée`, `en fin d'après-midi`, `en début de matinée` after a day.
  private func partPhrase(_ at: Int) -> (code: String, end: Int)? {
    if let row = row(at, .part) { return (row.value, at + row.length) }
    var next = at
    // au petit matin, à l'aube, dans la nuit, en fin d'après-midi
    let word = draft.word(at)
    if DateWord.at.contains(word) || word == "dans" || word == "au" || word == "en" || word == "in" || word == "vers" {
      next = at + 1
    } else if !DateWord.of.contains(word) || !isEnglish {
      return nil
    }
    if let row = row(next, .edge) {
      next += row.length
      guard DateWord.of.contains(draft.word(next)) else { return nil }
      next += 1
    }
    if DateWord.articles.contains(draft.word(next)) { next += 1 }
    guard let row = row(next, .part) else { return nil }
    return (row.value, next + row.length)
  }

  /// A part of the day that stands alone: `dans la nuit`, `en fin d'après-midi`, `nuit de jeudi à vendredi`.
  func partOfDay(_ at: Int) -> FoundDate? {
    if let row = row(at, .part) {
      if row.value == "TNI", let night = night(at, row.length) { return night }
      return barePart(at, from: at, row)
    }
    // en [fin d'après-midi], en [début de soirée]
    if let edge = row(at, .edge), DateWord.of.contains(draft.word(at + edge.length)) {
      var next = at + edge.length + 1
      if DateWord.articles.contains(draft.word(next)) { next += 1 }
      if let row = row(next, .part), draft.word(at - 1) == "en" || draft.word(at - 1) == "a" || draft.word(at - 1) == "la" || draft.word(at - 1) == "au" {
        return barePart(next, from: at, row)
      }
    }
    return nil
  }

  private func barePart(_ at: Int, from start: Int, _ row: TableWords<TimeKind>.Row) -> FoundDate? {
    var end = at + row.length
    var day = sentenceDay(before: start) ?? narrativeDay(before: start)
    if draft.word(end) == "meme" {
      end += 1
    } else if let adjective = self.row(end, .last), row.value == "TNI" {
      return FoundDate(tokens: start..<end + adjective.length, value: .part(reference.adding(days: -1), "TNI"), rule: "date.last-night")
    } else if draft.word(end) == Sign.hyphen, draft.word(end + 1) == "la" {
      end += 2
    } else if start == at {
      let two = draft.word(at - 2)
      let one = draft.word(at - 1)
      let isIntroduced = one == "la" && (two == "dans" || two == "de" && draft.word(at - 3) == "cours" || DateScanner.passing.contains(two))
        || one == "en" || one == "l'" && two == "dans" || one == "the" && (two == "in" || two == "during")
      guard isIntroduced else { return nil }
      if DateScanner.passing.contains(two), row.value == "TNI" { day = reference.adding(days: -1) }
    }
    // en fin d'après-midi de mardi
    if DateWord.of.contains(draft.word(end)), let weekday = weekdayNumber(end + 1) {
      day = last(weekday.number, isStrict: false)
      end = weekday.end
    }
    return FoundDate(tokens: start..<end, value: .part(day, row.value), rule: "date.part", confidence: 0.8)
  }

  private static let passing: WordSet = ["passé", "passe", "passer", "toute", "pendant", "durant"]

  /// `nuit de jeudi à vendredi`, `nuit du 12 au 13 mars`, `nuit de samedi`: the night that begins on the first day.
  private func night(_ at: Int, _ length: Int) -> FoundDate? {
    let next = at + length
    guard DateWord.of.contains(draft.word(next)) || draft.word(next) == "between" else { return nil }
    if let first = weekdayNumber(next + 1) {
      let time = time(around: at..<first.end)
      let day = time == .future ? self.next(first.number, isStrict: false) : last(first.number, isStrict: false)
      var end = first.end
      var begins = day
      // `nuit du vendredi 13 au samedi 14 juin`
      let numbered = dayNumber(end)
      if let numbered { end = numbered.end }
      if DateWord.at.contains(draft.word(end)) || draft.word(end) == "au", let second = weekdayNumber(end + 1) {
        if numbered != nil, let whole = weekdayDate(end + 1), whole.tokens.upperBound > second.end, let last = whole.value.day {
          return FoundDate(tokens: at..<whole.tokens.upperBound, value: .part(last.adding(days: -1), "TNI"), rule: "date.night", confidence: 0.95)
        }
        end = second.end
        // The second day is the nearest one; the night began the day before.
        let after = time == .future ? self.next(second.number, isStrict: false) : last(second.number, isStrict: false)
        begins = after.adding(days: -1)
        if let row = row(end, .last, .next) { end += row.length }
      } else if numbered != nil {
        return nil
      }
      return FoundDate(tokens: at..<end, value: .part(begins, "TNI"), rule: "date.night", confidence: 0.95)
    }
    if let first = dayNumber(next + 1), draft.word(first.end) == "au", let second = dayNumber(first.end + 1), let month = monthNumber(second.end) {
      let year = yearAfter(month.end)
      let end = year?.end ?? month.end
      return resolve(day: second.number, month: month.number, year: year?.year, adjective: nil, around: at..<end).map {
        FoundDate(tokens: at..<end, value: .part($0.adding(days: -1), "TNI"), rule: "date.night")
      }
    }
    return nil
  }

  // MARK: Hours

  struct Clock {
    var hour: Int
    var minute: Int
    var end: Int
    var zone = ""
    /// `14h30` or `midi`, which cannot be a duration.
    var isExact = true
  }

  /// An hour at the token: `14h30`, `18 h`, `11:30`, `18 heures 30`, `midi`; not what only measures (`36 heures`).
  func clock(at: Int) -> Clock? {
    if let row = row(at, .clock) { return zoned(Clock(hour: row.number, minute: 0, end: at + row.length)) }
    // 1330 GMT
    if isEnglish, digitCount(at) == 4, isFree(at), let digits = plainNumber(at), digits / 100 < 24, digits % 100 < 60, let row = row(at + 1, .zone), row.value == "Z" || row.value == "-" {
      return Clock(hour: digits / 100, minute: digits % 100, end: at + 1 + row.length, zone: row.value)
    }
    guard let hour = plainNumber(at), hour <= 24, digitCount(at) <= 2, isFree(at) else { return nil }
    let mark = draft.word(at + 1)
    if mark == "h" {
      guard draft.isGlued(at + 1) || !draft.flags(at + 1).contains(.startsLine) else { return nil }
      if draft.word(at + 3) == "min" || draft.word(at + 3) == "mn" { return nil }
      if let minute = plainNumber(at + 2), digitCount(at + 2) == 2, minute < 60, !draft.flags(at + 2).contains(.startsLine) {
        return zoned(Clock(hour: hour, minute: minute, end: at + 3))
      }
      guard draft.word(at - 1) != Sign.slash else { return nil }
      return zoned(Clock(hour: hour, minute: 0, end: at + 2))
    }
    if mark == Sign.colon, draft.isGlued(at + 1), draft.isGlued(at + 2), let minute = plainNumber(at + 2), digitCount(at + 2) == 2, minute < 60, hour < 24,
      !(draft.isGlued(at + 3) && draft.word(at + 3) == Sign.colon)
    {
      return zoned(Clock(hour: hour, minute: minute, end: at + 3))
    }
    if isEnglish, let row = row(at + 1, .zone), row.value == "AM" || row.value == "PM" {
      let noon = hour % 12
      return zoned(Clock(hour: row.value == "PM" ? noon + 12 : noon, minute: 0, end: at + 1 + row.length))
    }
    if !isEnglish, let row = row(at + 1, .zone), row.value == "-", draft.word(at + 1) == "heures" || draft.word(at + 1) == "heure" {
      return Clock(hour: hour, minute: 0, end: at + 1 + row.length, zone: row.value)
    }
    if !isEnglish, let row = row(at + 1, .unit), row.value == "TH", hour < 24 {
      let end = at + 1 + row.length
      if let minute = plainNumber(end), digitCount(end) == 2, minute < 60 { return zoned(Clock(hour: hour, minute: minute, end: end + 1)) }
      return zoned(Clock(hour: hour, minute: 0, end: end, isExact: self.row(end, .zone) != nil))
    }
    return nil
  }

  private func zoned(_ clock: Clock) -> Clock {
    var clock = clock
    if let row = row(clock.end, .zone), row.value != "AM", row.value != "PM" {
      clock.zone = row.value
      clock.end += row.length
    } else if isEnglish, let row = row(clock.end, .zone), clock.hour <= 12 {
      clock.hour = row.value == "PM" ? clock.hour % 12 + 12 : clock.hour % 12
      clock.end += row.length
      if let zone = self.row(clock.end, .zone), zone.value != "AM", zone.value != "PM" {
        clock.zone = zone.value
        clock.end += zone.length
      }
    }
    return clock
  }

  /// An hour that stands alone, on the day that its sentence or the narration is at.
  func clockTime(_ at: Int) -> FoundDate? {
    guard let clock = clock(at: at) else { return nil }
    let before = draft.word(at - 1)
    if !clock.isExact {
      guard Self.hourTells.contains(before), !DateWord.of.contains(draft.word(clock.end)), row(clock.end, .later, .earlier) == nil else { return nil }
    } else if times[at]?.kind == .clock {
      guard Self.hourTells.contains(before) || before == "apres" || before == "avant" || before == "jusqu'" || DateWord.at.contains(before) || before == "de" else { return nil }
    } else if draft.word(at + 1) == "h", plainNumber(at + 2) == nil || clock.end == at + 2 {
      // « 24 h de garde à vue », « en 3 h »: measured, not told.
      guard !Self.hourMeasures.contains(before) || before == "de" && DateWord.at.contains(draft.word(clock.end)) else { return nil }
    } else if draft.word(at + 1) == Sign.colon, clock.zone.isEmpty {
      guard Self.hourTells.contains(before) || before == Sign.open else { return nil }
    }
    // Markets and quakes: an hour in GMT that no day of its sentence governs is of the dispatch's own day.
    var day = sentenceDay(before: at) ?? (clock.zone == "Z" ? reference : narrativeDay(before: at))
    if times[at]?.kind == .clock, clock.hour == 0, isEvening { day = day.adding(days: 1) }
    var end = clock.end
    // Vers 0 h 40, jeudi; à 4 h mardi
    let next = draft.word(end) == Sign.comma ? end + 1 : isEnglish && draft.word(end) == "on" ? end + 1 : end
    if let weekday = weekdayNumber(next), isEnglish || !isCapitalInside(next) {
      day = time(around: next..<weekday.end) == .future ? self.next(weekday.number, isStrict: false) : last(weekday.number, isStrict: false)
      if next == end || isEnglish && draft.word(end) == "on" { end = weekday.end }
    }
    return FoundDate(
      tokens: at..<end, value: .clock(day, hour: clock.hour == 24 ? 0 : clock.hour, minute: clock.minute, zone: clock.zone), rule: "date.clock",
      confidence: clock.isExact ? 0.9 : 0.75)
  }
}
