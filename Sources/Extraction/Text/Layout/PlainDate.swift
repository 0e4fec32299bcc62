internal import DispatchModel
internal import Lexicon

/// Reads the plain dates that stand in datelines: `20 mars`, `mardi 20 mars 2018`, `1er oct. 2020`, `14/06`, `14.03.2022`,
/// `2018-03-20`, `March 20, 2018`. Month names come from the language's table `months` (name, number), weekdays from `weekdays`.
struct PlainDate {
  /// A date as written.
  struct Found {
    var tokens: Range<Int>
    var day: Int
    var month: Int
    var year: Int?
  }

  private let months: TableID?
  private let weekdays: TableID?

  init(lexicon: LexiconFile) {
    months = lexicon.table("months")
    weekdays = lexicon.table("weekdays")
  }

  /// The date that begins at the token.
  func read(_ draft: Draft, at start: Int) -> Found? {
    var at = start
    if weekday(draft, at: at) != nil {
      at += 1
      if draft.word(at) == Sign.comma || draft.word(at) == Sign.stop { at += 1 }
    }
    if draft.word(at) == PlainDate.le { at += 1 }
    let first = draft.word(start) == PlainDate.le ? start + 1 : start
    if let number = number(draft, at) {
      if let iso = isoDate(draft, at, number) { return iso }
      if let dotted = dottedDate(draft, at, number) { return dotted }
      if draft.word(at + 1) == Sign.slash, let month = self.number(draft, at + 2) {
        var found = Found(tokens: first..<at + 3, day: number, month: month, year: nil)
        if draft.word(at + 3) == Sign.slash, let year = self.number(draft, at + 4) {
          found.year = year < 100 ? 2000 + year : year
          found.tokens = first..<at + 5
        }
        return PlainDate.isDay(found) ? found : nil
      }
      at += 1
      if draft.isGlued(at), PlainDate.ordinals.contains(draft.word(at)) { at += 1 }
      guard let month = month(draft, at: at) else { return nil }
      var found = Found(tokens: first..<month.end, day: number, month: month.number, year: nil)
      let yearAt = draft.word(month.end) == Sign.comma ? month.end + 1 : month.end
      if let year = self.number(draft, yearAt), (1900...2199).contains(year) {
        found.year = year
        found.tokens = first..<yearAt + 1
      }
      return PlainDate.isDay(found) ? found : nil
    }
    guard let month = month(draft, at: at), let day = number(draft, month.end), day <= 31 else { return nil }
    var found = Found(tokens: first..<month.end + 1, day: day, month: month.number, year: nil)
    let yearAt = draft.word(month.end + 1) == Sign.comma ? month.end + 2 : month.end + 1
    if let year = number(draft, yearAt), (1900...2199).contains(year) {
      found.year = year
      found.tokens = first..<yearAt + 1
    }
    return PlainDate.isDay(found) ? found : nil
  }

  /// The weekday's number, Monday being 1.
  func weekday(_ draft: Draft, at token: Int) -> Int? {
    guard let weekdays, let match = draft.matches.longest(in: weekdays, at: token) else { return nil }
    return draft.lexicon.columns(ofEntry: match.entry).dropFirst().first.flatMap { Int($0) }
  }

  /// The day meant: its own year, else the year that brings it nearest to the reference, weighed against the weekday that the
  /// lead names (the day itself or the day before it, as agencies write) and against the latest year that the text names.
  func resolve(_ found: Found, draft: Draft, bodyStart: Int) -> CalendarDate? {
    if let year = found.year { return CalendarDate(year: year, month: found.month, day: found.day) }
    let leadWeekday = (bodyStart..<min(bodyStart + 60, draft.count)).lazy.compactMap { weekday(draft, at: $0) }.first
    let reference = draft.reference
    guard !draft.hasOwnDate else { return nearest(found, to: reference) }
    // Read on the day it bears: the reader's day, not one of another year with the same weekday.
    if found.month == reference.month, found.day == reference.day { return reference }
    let latest = latestYear(draft, notAfter: reference.year)
    var best: (day: CalendarDate, cost: Double)?
    for year in stride(from: reference.year + 1, through: reference.year - 15, by: -1) {
      guard let day = CalendarDate(year: year, month: found.month, day: found.day) else { continue }
      var cost = Double(abs(day.dayNumber - reference.dayNumber)) / 365 * 0.2
      if day > reference.adding(days: 2) { cost += 3 }
      if let leadWeekday {
        let back = (day.weekday - leadWeekday + 7) % 7
        cost += back == 0 ? 0 : back == 1 ? 0.6 : 1.6
      }
      if let latest { cost += 0.3 * Double(abs(min(year, reference.year) - latest)) }
      if cost < best?.cost ?? .infinity { best = (day, cost) }
    }
    return best?.day
  }

  /// The day, in the year that brings it nearest to the reference where it bears none.
  func nearest(_ found: Found, to reference: CalendarDate) -> CalendarDate? {
    if let year = found.year { return CalendarDate(year: year, month: found.month, day: found.day) }
    return [-1, 0, 1].compactMap { CalendarDate(year: reference.year + $0, month: found.month, day: found.day) }
      .min { abs($0.dayNumber - reference.dayNumber) < abs($1.dayNumber - reference.dayNumber) }
  }

  /// The latest year of four digits, alone between spaces or marks, in the first 2,000 tokens.
  private func latestYear(_ draft: Draft, notAfter last: Int) -> Int? {
    var latest: Int?
    for token in 0..<min(draft.count, 2_000) where draft.kind(token) == .number {
      guard !draft.isGlued(token), !draft.isGlued(token + 1) || draft.kind(token + 1) == .punctuation,
        let year = number(draft, token), year >= 1950, year <= last
      else { continue }
      latest = max(latest ?? year, year)
    }
    return latest
  }

  /// A year of four digits that stands alone.
  func year(_ draft: Draft, at token: Int) -> Int? {
    guard !draft.isGlued(token) || draft.kind(token - 1) == .punctuation, draft.kind(token + 1) != .symbol,
      let year = number(draft, token), (1900...2100).contains(year)
    else { return nil }
    return year
  }

  /// The month that the token names, and where its name ends.
  func month(_ draft: Draft, at token: Int) -> (number: Int, end: Int)? {
    guard let months, let match = draft.matches.longest(in: months, at: token) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count > 1, let number = Int(columns[1]), (1...12).contains(number) else { return nil }
    let end = match.tokens.upperBound
    // `22 févr.`, but `22 mai.` ends with a stop.
    let isShort = columns.count > 2 && draft.word(end) == Sign.stop && draft.isGlued(end)
    return (number, isShort && !Sign.dashes.contains(draft.word(end + 1)) ? end + 1 : end)
  }

  private func isoDate(_ draft: Draft, _ at: Int, _ year: Int) -> Found? {
    guard (1900...2199).contains(year), draft.word(at + 1) == Sign.hyphen, let month = number(draft, at + 2),
      draft.word(at + 3) == Sign.hyphen, let day = number(draft, at + 4)
    else { return nil }
    let found = Found(tokens: at..<at + 5, day: day, month: month, year: year)
    return PlainDate.isDay(found) ? found : nil
  }

  /// `14.03.2022`, with its year only: without one it may be any number.
  private func dottedDate(_ draft: Draft, _ at: Int, _ day: Int) -> Found? {
    guard draft.word(at + 1) == Sign.stop, draft.isGlued(at + 2), let month = number(draft, at + 2), draft.word(at + 3) == Sign.stop,
      draft.isGlued(at + 4), let year = number(draft, at + 4), (1900...2199).contains(year)
    else { return nil }
    let found = Found(tokens: at..<at + 5, day: day, month: month, year: year)
    return PlainDate.isDay(found) ? found : nil
  }

  private static func isDay(_ found: Found) -> Bool {
    CalendarDate(year: found.year ?? 2000, month: found.month, day: found.day) != nil
  }

  /// The value of at most four digits.
  private func number(_ draft: Draft, _ token: Int) -> Int? {
    guard draft.kind(token) == .number, token < draft.count, draft.tokens[token].end - draft.tokens[token].start <= 4 else {
      return nil
    }
    return Int(draft.text(token))
  }

  private static var le: Word { "le" }
  private static let ordinals: WordSet = ["er", "st", "nd", "rd", "th"]
}
