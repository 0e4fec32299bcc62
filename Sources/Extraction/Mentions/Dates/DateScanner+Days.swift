internal import DispatchModel
internal import Lexicon

/// Days of the calendar: `20 mars 2018`, `1er janvier`, `mardi 5 juin`, `14/06`, `du 4 au 6 novembre`, `lundi 12`, bare weekdays.
extension DateScanner {
  private static let dayJoins: WordSet = ["et", "au", "à", "ou", ",", "-", "–", "and", "to"]

  /// `6 et 7 février`, `4 au 6 novembre`, `le 5 et le 16 septembre`: two or more dates that share month and year.
  func dayList(_ at: Int) -> [FoundDate]? {
    guard var day = dayNumber(at) else { return nil }
    var days: [(Int, Range<Int>)] = [(day.number, at..<day.end)]
    var next = day.end
    while days.count < 5, let join = listJoin(next), let following = dayNumber(join, afterHyphen: join == next + 1 && draft.isGlued(join)) {
      days.append((following.number, join..<following.end))
      next = following.end
      day = following
    }
    guard days.count > 1, let month = monthNumber(next), let last = days.last else { return nil }
    var end = month.end
    var stated = yearAfter(end)
    if let stated { end = stated.end }
    var adjective: Int?
    if stated == nil, let row = row(end, .last, .next) {
      adjective = row.number
      end += row.length
    }
    guard let final = resolve(day: last.0, month: month.number, year: stated?.year, adjective: adjective, around: at..<end) else { return nil }
    stated = (final.year, end)
    return days.enumerated().compactMap { index, item in
      guard let date = CalendarDate(year: final.year, month: month.number, day: item.0) else { return nil }
      return FoundDate(tokens: index == days.count - 1 ? item.1.lowerBound..<end : item.1, value: .day(date), rule: "date.days")
    }
  }

  /// The token after `et`, `au`, `,`, `et le`, `-`.
  private func listJoin(_ at: Int) -> Int? {
    guard Self.dayJoins.contains(draft.word(at)), !draft.flags(at).contains(.startsLine) else { return nil }
    return DateWord.articles.contains(draft.word(at + 1)) || draft.word(at + 1) == "au" ? at + 2 : at + 1
  }

  /// A number from 1 to 31, `1er` too.
  func dayNumber(_ at: Int, afterHyphen: Bool = false) -> (number: Int, end: Int)? {
    guard let value = plainNumber(at), (1...31).contains(value), digitCount(at) <= 2, afterHyphen || !isTail(at) else { return nil }
    if draft.isGlued(at + 1), DateScanner.firsts.contains(draft.word(at + 1)) { return (value, at + 2) }
    return (value, at + 1)
  }

  private static let firsts: WordSet = ["er", "ᵉʳ", "st", "nd", "rd", "th"]

  /// Glued to what stands before: `A320`, `3,5`, `2-12`.
  private func isTail(_ at: Int) -> Bool { !isFree(at) }

  /// The year right after a month: `2018`, `, 2018` in English, `93` after a day and month.
  func yearAfter(_ at: Int, allowsTwoDigits: Bool = false) -> (year: Int, end: Int)? {
    if let year = year(at) { return (year, at + 1) }
    if isEnglish, draft.word(at) == Sign.comma, let year = year(at + 1) { return (year, at + 2) }
    if allowsTwoDigits, let value = plainNumber(at), digitCount(at) == 2, value > 31, !draft.flags(at).contains(.startsLine) { return (1900 + value, at + 1) }
    return nil
  }

  /// `20 mars 2018`, `1er oct 2020`, `mars 20, 2018` in English.
  func fullDate(_ at: Int) -> FoundDate? {
    if let day = dayNumber(at), let month = monthNumber(day.end), !draft.flags(day.end).contains(.startsLine) {
      return dated(from: at, weekday: nil, day: day.number, month: month.number, end: month.end)
    }
    if isEnglish, let month = monthNumber(at), let day = dayNumber(month.end), !draft.flags(month.end).contains(.startsLine) {
      return dated(from: at, weekday: nil, day: day.number, month: month.number, end: day.end)
    }
    return nil
  }

  /// The date whose day and month are read, with year or adjective if they follow.
  func dated(from start: Int, weekday: Int?, day: Int, month: Int, end: Int) -> FoundDate? {
    var end = end
    var adjective: Int?
    let year = yearAfter(end, allowsTwoDigits: true)
    if let year {
      end = year.end
    } else if let row = row(end, .last, .next) {
      adjective = row.number
      end += row.length
    } else if row(end, .following) != nil, let told = lastTold {
      // « Déclenché le 22 février 2019, il avait contraint à la démission, le 2 avril suivant, »
      let days = [told.year, told.year + 1].compactMap { CalendarDate(year: $0, month: month, day: day) }
      if let date = days.first(where: { $0 >= told }) {
        return FoundDate(tokens: start..<end, value: .day(date), rule: "date.day-following", confidence: 0.95)
      }
    }
    guard var date = resolve(day: day, month: month, year: year?.year, adjective: adjective, around: start..<end) else { return nil }
    if let weekday, year == nil, date.weekday != weekday {
      let same = (-2...2).compactMap { CalendarDate(year: date.year + $0, month: month, day: day) }.filter { $0.weekday == weekday }
      date = same.min { abs($0.dayNumber - reference.dayNumber) < abs($1.dayNumber - reference.dayNumber) } ?? date
    }
    return FoundDate(tokens: start..<end, value: .day(date), rule: year == nil ? "date.day-month" : "date.day-month-year", confidence: 0.97)
  }

  /// The year that a day and month without one means: the nearest to the reference, unless the verb says the other side.
  func resolve(day: Int, month: Int, year: Int?, adjective: Int?, around tokens: Range<Int>) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    let options = (reference.year - 1...reference.year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
    if let frame = draft.frame.dateTokens, frame.overlaps(tokens), draft.hasOwnDate, let same = options.first(where: { $0.month == reference.month && $0.day == reference.day }) {
      return same
    }
    if adjective == -1 { return options.last { $0 <= reference } }
    if adjective == 1 { return options.first { $0 >= reference } }
    guard let near = options.min(by: { abs($0.dayNumber - reference.dayNumber) < abs($1.dayNumber - reference.dayNumber) }) else {
      return CalendarDate(year: reference.year, month: month, day: min(day, 28))
    }
    switch time(around: tokens) {
    case .past:
      // « à moins de deux mois des élections du 3 octobre »: the noun's day may lie ahead of a past verb.
      let isComplement = draft.word(tokens.lowerBound - 1) == "du" && !draft.features(tokens.lowerBound - 2).isDisjoint(with: [.noun, .adjective])
      if isComplement, near > reference, near <= reference.adding(days: 65) { return near }
      return near <= reference ? near : options.last { $0 <= reference } ?? near
    case .future: return near >= reference.adding(days: -45) ? near : options.first { $0 >= reference } ?? near
    case .present, .unknown: return near
    }
  }

  /// `14/06`, `14/06/2024`, `2024-06-14`, `14.06.2024`.
  func numericDate(_ at: Int) -> FoundDate? {
    guard let first = plainNumber(at), !draft.isGlued(at) || draft.kind(at - 1) == .punctuation && draft.kind(at - 2) != .number else { return nil }
    let mark = draft.word(at + 1)
    guard draft.isGlued(at + 1), draft.isGlued(at + 2), let second = plainNumber(at + 2), mark == Sign.slash || mark == Sign.hyphen || mark == Sign.stop else { return nil }
    let hasThird = draft.isGlued(at + 3) && draft.word(at + 3) == mark && draft.isGlued(at + 4) && draft.kind(at + 4) == .number
    if digitCount(at) == 4, hasThird, mark == Sign.hyphen, digitCount(at + 2) == 2, let third = plainNumber(at + 4) {
      return CalendarDate(year: first, month: second, day: third).map { FoundDate(tokens: at..<at + 5, value: .day($0), rule: "date.numeric") }
    }
    if hasThird, digitCount(at) <= 2, digitCount(at + 2) <= 2, digitCount(at + 4) == 4 || digitCount(at + 4) == 2 && mark == Sign.slash, let third = plainNumber(at + 4) {
      let year = third < 100 ? (third < 70 ? 2000 + third : 1900 + third) : third
      let date = CalendarDate(year: year, month: second, day: first) ?? CalendarDate(year: year, month: first, day: second)
      return date.map { FoundDate(tokens: at..<at + 5, value: .day($0), rule: "date.numeric") }
    }
    guard !hasThird, mark == Sign.slash, digitCount(at) == 2, digitCount(at + 2) == 2, (1...12).contains(second),
      let date = resolve(day: first, month: second, year: nil, adjective: nil, around: at..<at + 3)
    else { return nil }
    return FoundDate(tokens: at..<at + 3, value: .day(date), rule: "date.numeric", confidence: 0.85)
  }

  // MARK: Weekdays

  /// `mardi`, `mardi dernier`, `mardi 5 juin 2018`, `lundi 12`, `mardi soir`, `lundi à 10h00`, `ce dimanche` from its weekday on.
  func weekdayDate(_ at: Int, from start: Int? = nil) -> FoundDate? {
    guard let weekday = weekdayNumber(at), isEnglish || !isCapitalInside(at) else { return nil }
    // « le deuxième vendredi de mobilisation », « le 107e vendredi du Hirak » are counted, not told.
    if !isEnglish, row(at - 1, .ordinal) != nil || draft.kind(at - 2) == .number && draft.isGlued(at - 1) && draft.kind(at - 1) == .word { return nil }
    let first = start ?? at
    var dayAt = weekday.end
    if isEnglish, draft.word(dayAt) == Sign.comma { dayAt += 1 }
    if let day = dayNumber(dayAt), !draft.flags(dayAt).contains(.startsLine), clock(at: dayAt).map({ !$0.isExact }) ?? true {
      if let month = monthNumber(day.end), let item = dated(from: first, weekday: weekday.number, day: day.number, month: month.number, end: month.end) {
        return withPart(item)
      }
      if !isEnglish, let date = nearest(day: day.number, weekday: weekday.number) {
        return withPart(FoundDate(tokens: first..<day.end, value: .day(date), rule: "date.weekday-day"))
      }
    }
    if isEnglish, let month = monthNumber(dayAt), let day = dayNumber(month.end),
      let item = dated(from: first, weekday: weekday.number, day: day.number, month: month.number, end: day.end)
    {
      return item
    }
    if let row = row(weekday.end, .last, .next, .following) {
      if row.kind == .following {
        let narrative = narrativeDay(before: at)
        let ahead = (weekday.number - narrative.weekday + 6) % 7 + 1
        return withPart(FoundDate(tokens: first..<weekday.end + row.length, value: .day(narrative.adding(days: ahead)), rule: "date.weekday-following", confidence: 0.8))
      }
      let step = row.kind == .last ? last(weekday.number, isStrict: true) : next(weekday.number, isStrict: true)
      return withPart(FoundDate(tokens: first..<weekday.end + row.length, value: .day(step), rule: "date.weekday-adjective"))
    }
    // « hier mercredi », « demain, samedi »
    let beside = draft.word(first - 1) == Sign.comma ? first - 1 : first
    if let told = found.last, told.tokens.upperBound == beside, told.rule == "date.relative-day", let day = told.value.day, day.weekday == weekday.number {
      return withPart(FoundDate(tokens: first..<weekday.end, value: .day(day), rule: "date.weekday"))
    }
    let time = weekdayTime(first..<weekday.end, weekday.number)
    let day: CalendarDate
    switch time {
    case .future: day = next(weekday.number, isStrict: false)
    case .present where weekday.number != reference.weekday && !isHeadline(at): day = next(weekday.number, isStrict: false)
    default: day = last(weekday.number, isStrict: false)
    }
    return withPart(
      FoundDate(
        tokens: first..<weekday.end, value: .day(day), rule: "date.weekday", confidence: time == .unknown ? 0.85 : 0.95, reasons: draft.explains ? ["verb: \(time)"] : []))
  }

  /// « l'attentat de mardi »: a noun's complement is the past day unless that is far; else the verb decides.
  private func weekdayTime(_ tokens: Range<Int>, _ weekday: Int) -> VerbTime {
    let isComplement = draft.word(tokens.lowerBound - 1) == "de" && draft.features(tokens.lowerBound - 2).contains(.noun)
    if isComplement, (reference.weekday - weekday + 7) % 7 <= 4 { return .past }
    return time(around: tokens)
  }

  func isHeadline(_ token: Int) -> Bool {
    token < 600 && draft.parts.prefix(20).first { $0.tokens.contains(token) }.map { $0.kind == .headline || $0.kind == .subhead } == true
  }

  /// The latest such weekday up to the reference.
  func last(_ weekday: Int, isStrict: Bool) -> CalendarDate {
    let back = (reference.weekday - weekday + 7) % 7
    return reference.adding(days: back == 0 && isStrict ? -7 : -back)
  }

  func next(_ weekday: Int, isStrict: Bool) -> CalendarDate {
    let forward = (weekday - reference.weekday + 7) % 7
    return reference.adding(days: forward == 0 && isStrict ? 7 : forward)
  }

  /// `lundi 12`: the nearest day of that number that is that weekday.
  private func nearest(day: Int, weekday: Int) -> CalendarDate? {
    (-6...6).compactMap { step -> CalendarDate? in
      let month = (CalendarDate(year: reference.year, month: reference.month, day: 1) ?? reference).adding(months: step)
      let date = CalendarDate(year: month.year, month: month.month, day: day)
      return date?.weekday == weekday ? date : nil
    }.min { abs($0.dayNumber - reference.dayNumber) < abs($1.dayNumber - reference.dayNumber) }
  }

  // MARK: Relative days

  /// `hier`, `demain`, `la veille`, `le lendemain`, `le même jour`, with the part of the day that follows.
  func relativeDay(_ at: Int) -> FoundDate? {
    guard let row = times[at] else { return nil }
    let tokens = at..<at + row.length
    switch row.kind {
    case .day:
      if isVague(row.number, tokens) {
        return FoundDate(tokens: tokens, value: .reference(row.number == 0 ? "PRESENT_REF" : "FUTURE_REF"), rule: "date.vague-day", confidence: 0.75)
      }
      return withPart(FoundDate(tokens: tokens, value: .day(reference.adding(days: row.number)), rule: "date.relative-day"))
    case .from:
      let isEve = row.number < 0 && DateWord.of.contains(draft.word(tokens.upperBound)) && draft.word(at - 1) == "la" && DateWord.at.contains(draft.word(at - 2))
      // « au lendemain d'un dîner » is the day itself that the text is at; « la veille » is never ahead of the dispatch.
      let isAfter = row.number > 0 && DateWord.of.contains(draft.word(tokens.upperBound))
      let told = lastTold.map { row.number < 0 ? min($0, reference) : $0 } ?? reference
      let day = isEve ? reference : isAfter ? sentenceDay(before: at) ?? told : told.adding(days: row.number)
      return withPart(FoundDate(tokens: tokens, value: .day(day), rule: "date.from-day", confidence: 0.8))
    case .same: return FoundDate(tokens: tokens, value: .day(lastTold ?? reference), rule: "date.same-day", confidence: 0.8)
    default: return nil
    }
  }

  /// `aujourd'hui` and `demain` that mean nowadays and the future: in quoted words, or where the present speaks in general.
  private func isVague(_ days: Int, _ tokens: Range<Int>) -> Bool {
    guard days == 0 || days == 1, times[tokens.upperBound]?.kind != .part, !DateWord.at.contains(draft.word(tokens.upperBound)) || times[tokens.upperBound + 2] == nil
    else { return false }
    // Ni aujourd'hui ni demain; hier comme aujourd'hui.
    if draft.word(tokens.lowerBound - 1) == "ni" || draft.word(tokens.lowerBound - 1) == "comme" { return true }
    if isQuoted(tokens.lowerBound) { return true }
    guard days == 0, !isEnglish else { return false }
    if draft.word(tokens.upperBound) == Sign.comma && tokens.lowerBound == VerbTimeReader.bounds(of: tokens.lowerBound, in: draft).lowerBound { return true }
    return time(around: tokens) == .present && draft.word(tokens.upperBound) != "à" && draft.word(tokens.upperBound) != "au" && draft.word(tokens.upperBound) != "aux"
  }

  /// Whether more quotation marks open than close before the token in its paragraph.
  func isQuoted(_ token: Int) -> Bool {
    var at = token - 1
    var straight = 0
    while at >= 0, token - at < 200 {
      let word = draft.word(at)
      if word == Sign.openGuillemet || word == Sign.openCurly { return true }
      if word == Sign.closeGuillemet || word == Sign.closeCurly { return false }
      if word == Sign.straightQuote { straight += 1 }
      if draft.flags(at).contains(.startsLine) { break }
      at -= 1
    }
    return straight % 2 == 1
  }
}
