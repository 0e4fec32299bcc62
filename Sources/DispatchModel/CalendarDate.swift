/// A day of the proleptic Gregorian calendar, with the arithmetic that dated text needs; no clock, zone or locale.
///
/// Day numbers count from 1970-01-01. The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (https://howardhinnant.github.io/date_algorithms.html), ISO weeks follow ISO 8601.
public struct CalendarDate: Hashable, Sendable, Codable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The day, or nil where the calendar has none such (30 February) or the year is outside 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day with that number, 0 being 1970-01-01. Numbers outside the years 1…9999 are clamped to the nearest day inside.
  public init(dayNumber: Int) {
    let clamped = min(max(dayNumber, -719_162), 2_932_896)
    let z = clamped + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2018-03-20`; nil for anything else, the impossible day included.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let shifted = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shifted + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Monday is 1, Sunday 7 (ISO 8601).
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The week of ISO 8601 and the year it is counted in.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = CalendarDate(dayNumber: dayNumber - weekday + 4)
    let firstOfYear = CalendarDate(dayNumber: thursday.dayNumber).yearStart
    return (thursday.year, (thursday.dayNumber - firstOfYear) / 7 + 1)
  }

  /// The day so many days later (earlier where negative).
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day so many months later, or that month's last day where it is shorter.
  public func adding(months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    let newYear = min(max(index / 12, 1), 9999)
    let newMonth = index - (index / 12) * 12 + 1
    let newDay = min(day, CalendarDate.days(inMonth: newMonth, of: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The ISO form, `2018-03-20`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { room in
      func put(_ number: Int, at end: Int, digits: Int) {
        var rest = number
        for place in 1...digits {
          room[end - place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      put(year, at: 4, digits: 4)
      room[4] = UInt8(ascii: "-")
      put(month, at: 7, digits: 2)
      room[7] = UInt8(ascii: "-")
      put(day, at: 10, digits: 2)
      return 10
    }
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// How many days the month has; 0 for a month that does not exist.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  private var yearStart: Int { CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? dayNumber }
}

/// The number in decimal digits, filled with zeros on the left to the width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
