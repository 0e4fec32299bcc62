public import DispatchModel
internal import Terminal

/// Dates as people write them: `14:32`, `hier 14:32`, `20 mars`, `mardi 20 mars 2018`; from our own tables, without a locale.
enum Dates {
  static let months: [Phrase] = [
    Phrase("janvier", "January"), Phrase("février", "February"), Phrase("mars", "March"), Phrase("avril", "April"),
    Phrase("mai", "May"), Phrase("juin", "June"), Phrase("juillet", "July"), Phrase("août", "August"),
    Phrase("septembre", "September"), Phrase("octobre", "October"), Phrase("novembre", "November"),
    Phrase("décembre", "December"),
  ]
  /// At most five cells.
  static let shortMonths: [Phrase] = [
    Phrase("janv.", "Jan"), Phrase("févr.", "Feb"), Phrase("mars", "Mar"), Phrase("avril", "Apr"), Phrase("mai", "May"),
    Phrase("juin", "Jun"), Phrase("juil.", "Jul"), Phrase("août", "Aug"), Phrase("sept.", "Sep"), Phrase("oct.", "Oct"),
    Phrase("nov.", "Nov"), Phrase("déc.", "Dec"),
  ]
  static let weekdays: [Phrase] = [
    Phrase("lundi", "Monday"), Phrase("mardi", "Tuesday"), Phrase("mercredi", "Wednesday"), Phrase("jeudi", "Thursday"),
    Phrase("vendredi", "Friday"), Phrase("samedi", "Saturday"), Phrase("dimanche", "Sunday"),
  ]

  /// For the list, in at most eight cells: the hour today, `hier`, the day this year, else with the year: `20.03.18`.
  static func brief(_ moment: Moment, _ clock: Clock, _ language: Language) -> DisplayText {
    let date = moment.date(offset: clock.zone)
    let today = clock.now.date(offset: clock.zone)
    switch today.dayNumber - date.dayNumber {
    case 0: return hasTime(moment) ? time(moment, clock) : Words.today(language)
    case 1: return Words.yesterday(language)
    default:
      if date.year == today.year { return short(date, language) }
      return "\(two(date.day)).\(two(date.month)).\(two(date.year % 100))"
    }
  }

  /// For a headline: `hier 14:32`, `20 mars 14:32`, `20 mars 2018`.
  static func plain(_ moment: Moment, _ clock: Clock, _ language: Language) -> DisplayText {
    let date = moment.date(offset: clock.zone)
    let today = clock.now.date(offset: clock.zone)
    switch today.dayNumber - date.dayNumber {
    case 0: return hasTime(moment) ? time(moment, clock) : Words.today(language)
    case 1: return Words.yesterday(language) + (hasTime(moment) ? " " + time(moment, clock) : "")
    default:
      if date.year != today.year { return day(date, language) }
      return short(date, language) + (hasTime(moment) ? " " + time(moment, clock) : "")
    }
  }

  /// Whether it is more than a day: a dispatch that bears no hour is dated midnight UTC.
  private static func hasTime(_ moment: Moment) -> Bool { moment.secondOfDay() != 0 }

  /// `14:32`.
  static func time(_ moment: Moment, _ clock: Clock) -> DisplayText {
    let second = moment.secondOfDay(offset: clock.zone)
    return "\(two(second / 3_600)):\(two(second / 60 % 60))"
  }

  /// `20 mars`, `20 Mar`.
  static func short(_ date: CalendarDate, _ language: Language) -> DisplayText {
    DisplayText(date.day) + " " + shortMonths[date.month - 1](language)
  }

  /// `20 mars 2018`, `1er mars 2018`, `20 March 2018`.
  static func day(_ date: CalendarDate, _ language: Language) -> DisplayText {
    let number: DisplayText = language == .fr && date.day == 1 ? "1er" : DisplayText(date.day)
    return number + " " + months[date.month - 1](language) + " " + DisplayText(date.year)
  }

  /// `mardi 20 mars 2018`.
  static func full(_ date: CalendarDate, _ language: Language) -> DisplayText {
    weekdays[date.weekday - 1](language) + " " + day(date, language)
  }

  /// A resolved value (TIMEX3) in words; one of a form that is not known here as it is.
  static func value(_ value: String, _ language: Language) -> DisplayText {
    if let date = CalendarDate(iso: value) { return full(date, language) }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), let period = period(parts[1], year, language) { return period }
    if value.last == "X", let decade = Int(value.dropLast()), (100...999).contains(decade) {
      return Phrase("années \(decade)0", "\(decade)0s")(language)
    }
    if let duration = duration(value, language) { return duration }
    switch value {
    case "PAST_REF": return Words.pastReference(language)
    case "PRESENT_REF": return Words.presentReference(language)
    case "FUTURE_REF": return Words.futureReference(language)
    default: break
    }
    if let at = value.firstIndex(of: "T"), let date = CalendarDate(iso: value[..<at]) {
      let rest = value[value.index(after: at)...]
      if let part = Words.partsOfDay[String(rest)] { return full(date, language) + ", " + part(language) }
      return full(date, language) + " " + (rest.last == "Z" ? DisplayText(rest.dropLast()) + " GMT" : DisplayText(rest))
    }
    return DisplayText(value)
  }

  /// A part of a year, `03`, `W16`, `Q1`, `H2`, `SU`: `mars 2019`, `semaine du 15 avril 2019`, `1er trimestre 2019`, `été 2019`.
  private static func period(_ part: Substring, _ year: Int, _ language: Language) -> DisplayText? {
    if let month = Int(part), (1...12).contains(month) { return months[month - 1](language) + " " + DisplayText(year) }
    if let season = Words.seasons[String(part)] { return season(language) + " " + DisplayText(year) }
    guard let kind = part.first, let number = Int(part.dropFirst()), number >= 1 else { return nil }
    let ordinal: DisplayText = number == 1 ? "1er" : "\(number)e"
    switch kind {
    case "W":
      // The week in which the fourth of January lies is the first (ISO 8601).
      guard number <= 53, let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      return Phrase("semaine du ", "week of ")(language) + day(fourth.adding(days: 1 - fourth.weekday + (number - 1) * 7), language)
    case "Q" where number <= 4: return Phrase(ordinal + " trimestre ", "Q\(number) ")(language) + DisplayText(year)
    case "H" where number <= 2: return Phrase(ordinal + " semestre ", number == 1 ? "first half of " : "second half of ")(language) + DisplayText(year)
    default: return nil
    }
  }

  /// `3 ans`, `10 heures` for `P3Y`, `PT10H`; nil for anything else.
  private static func duration(_ value: String, _ language: Language) -> DisplayText? {
    guard value.first == "P", let unit = value.last else { return nil }
    let hasTime = value.hasPrefix("PT")
    let number = value.dropFirst(hasTime ? 2 : 1).dropLast()
    guard let noun = Words.durations[hasTime ? "T\(unit)" : String(unit)] else { return nil }
    if number == "X" { return Phrase("quelques ", "some ")(language) + noun.noun(2, language) }
    return Int(number).map { noun($0, language) }
  }

  /// A month of a chart: `03.18`.
  static func month(_ count: MonthCount) -> DisplayText { "\(two(count.month)).\(count.year)" }

  private static func two(_ number: Int) -> DisplayText { number < 10 ? "0\(number)" : DisplayText(number) }
}

/// What time it is for the reader: the present moment and the zone in seconds east of UTC.
public struct Clock: Hashable, Sendable {
  public var now: Moment
  public var zone: Int

  public init(now: Moment, zone: Int = 0) {
    self.now = now
    self.zone = zone
  }
}
