internal import DispatchModel

/// What an expression of time stands for, and its TIMEX3 value (ISO 8601 as TimeML extends it).
enum TimeValue: Hashable, Sendable {
  case day(CalendarDate)
  /// A part of a day: TMO, TMI, TAF, TEV, TNI.
  case part(CalendarDate, String)
  /// An hour of a day; `zone` is `Z`, `-` (the place's own) or empty.
  case clock(CalendarDate, hour: Int, minute: Int, zone: String)
  /// The ISO week that the day is in.
  case week(CalendarDate)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case half(year: Int, half: Int)
  case season(year: Int, season: String)
  case year(Int)
  /// 199 for the nineties, written `199X`.
  case decade(Int)
  case century(Int)
  case duration(String)
  case reference(String)

  var text: String {
    switch self {
    case .day(let day): return day.iso
    case .part(let day, let part): return day.iso + part
    case .clock(let day, let hour, let minute, let zone):
      return "\(day.iso)T\(TimeValue.two(hour)):\(TimeValue.two(minute))\(zone == "Z" ? "Z" : "")"
    case .week(let day):
      let week = day.isoWeek
      return "\(TimeValue.four(week.year))-W\(TimeValue.two(week.week))"
    case .month(let year, let month): return "\(TimeValue.four(year))-\(TimeValue.two(month))"
    case .quarter(let year, let quarter): return "\(TimeValue.four(year))-Q\(quarter)"
    case .half(let year, let half): return "\(TimeValue.four(year))-H\(half)"
    case .season(let year, let season): return "\(TimeValue.four(year))-\(season)"
    case .year(let year): return TimeValue.four(year)
    case .decade(let decade): return "\(decade)X"
    case .century(let century): return String(century)
    case .duration(let text), .reference(let text): return text
    }
  }

  /// The year it lies in.
  var year: Int? {
    switch self {
    case .day(let day), .part(let day, _), .clock(let day, _, _, _), .week(let day): day.year
    case .month(let year, _), .quarter(let year, _), .half(let year, _), .season(let year, _), .year(let year): year
    default: nil
    }
  }

  /// The day, where it is one or lies in one.
  var day: CalendarDate? {
    switch self {
    case .day(let day), .part(let day, _), .clock(let day, _, _, _): day
    default: nil
    }
  }

  /// A day inside it that stands for it in arithmetic: the day itself, the middle of a month, of a year.
  var middle: CalendarDate? {
    switch self {
    case .day, .part, .clock: day
    case .week(let day): day
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 15)
    case .quarter(let year, let quarter): CalendarDate(year: year, month: quarter * 3 - 1, day: 15)
    case .half(let year, let half): CalendarDate(year: year, month: half * 6 - 3, day: 15)
    case .season(let year, let season):
      CalendarDate(year: year, month: ["SP": 4, "SU": 7, "FA": 10, "WI": 1][season] ?? 7, day: 15)
    case .year(let year): CalendarDate(year: year, month: 7, day: 1)
    default: nil
    }
  }

  static func two(_ number: Int) -> String { number < 10 && number >= 0 ? "0\(number)" : String(number) }

  static func four(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
