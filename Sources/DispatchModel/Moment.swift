/// An instant in seconds since 1970-01-01T00:00:00Z: when a dispatch was published, updated, read.
public struct Moment: Hashable, Sendable, Codable, Comparable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  /// The day's start in UTC plus hours, minutes and seconds; `offset` is the zone's distance east of UTC in seconds.
  public init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
  }

  /// The day in a zone so many seconds east of UTC (UTC itself where left out).
  public func date(offset: Int = 0) -> CalendarDate {
    let local = seconds + Int64(offset)
    return CalendarDate(dayNumber: Int((local - ((local % 86_400) + 86_400) % 86_400) / 86_400))
  }

  /// Seconds since midnight in that zone.
  public func secondOfDay(offset: Int = 0) -> Int {
    let local = seconds + Int64(offset)
    return Int(((local % 86_400) + 86_400) % 86_400)
  }

  /// `2018-03-20T14:30:00Z`.
  public var iso: String {
    let second = secondOfDay()
    return "\(date().iso)T\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}
