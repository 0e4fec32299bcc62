/// Dates as feeds, agencies and mail programs write them, to an instant; no clock, no locale. An impossible date is no date.
///
/// RFC 822, 850, 1123 and 5322 with their sloppy forms, asctime, ISO 8601 and W3CDTF (basic, ordinal and week dates too), dates
/// with month names of several languages, numbers with 年 or 년, Unix time. A time without zone is UTC. Two-digit years follow
/// RFC 5322 section 4.3, unknown zone names count as UTC, as it says there.
public import DispatchModel

public enum DateReader {
  /// The instant, or nil.
  public static func read(_ text: String) -> Moment? {
    guard text.utf8.count <= 200 else { return nil }
    let trimmed = text.trimmed
    guard trimmed.utf8.count >= 4, trimmed.utf8.contains(where: \.isASCIIDigit) else { return nil }
    if let answer = ISODate.read(trimmed) { return answer.moment }
    return LooseDate.read(trimmed) ?? withoutNote(trimmed).flatMap { read($0) }
  }

  /// The date without a note at its end, in parentheses (RFC 5322 section 3.2.2) or brackets (RFC 9557); nil where there is none.
  private static func withoutNote(_ text: String) -> String? {
    guard let last = text.last, last == ")" || last == "]", let open = text.lastIndex(of: last == ")" ? "(" : "[") else { return nil }
    return String(text[..<open])
  }
}

/// Parts of a date on their way to an instant; checked once, at the end.
struct DateParts {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  /// Seconds east of UTC.
  var offset = 0

  /// The instant; 24:00:00 and a leap second are the next second, everything else out of range is nil.
  var moment: Moment? {
    guard let year, let date = CalendarDate(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    return at(date)
  }

  func at(_ date: CalendarDate) -> Moment? {
    let isMidnight = hour == 24 && minute == 0 && second == 0
    guard (0...23).contains(hour) || isMidnight, (0...59).contains(minute), (0...60).contains(second),
      abs(offset) <= 18 * 3_600
    else { return nil }
    return Moment(date, hour: hour, minute: minute, second: second, offset: offset)
  }
}

/// ISO 8601 and its profiles.
enum ISODate {
  /// nil where the text is not of this shape; `moment` nil where it is and is impossible.
  static func read(_ text: String) -> (moment: Moment?, Void)? {
    var scanner = DigitScanner(text)
    guard scanner.digitRun() >= 4 || scanner.peek == UInt8(ascii: "-") else { return nil }
    if scanner.peek == UInt8(ascii: "-") { return isNegative(text) ? (nil, ()) : nil }
    var parts = DateParts()
    let run = scanner.digitRun()
    var date: CalendarDate?
    switch run {
    case 4:
      parts.year = scanner.number(4)
      guard let found = datePart(&scanner, &parts) else { return nil }
      date = found.date
      if found.isImpossible { return (nil, ()) }
    case 6 where scanner.isOver(after: 6): return nil
    case 8:
      parts.year = scanner.number(4)
      parts.month = scanner.number(2)
      parts.day = scanner.number(2)
    case 14 where scanner.isOver(after: 14) || scanner.byte(at: 14) == UInt8(ascii: "Z"):
      parts.year = scanner.number(4)
      parts.month = scanner.number(2)
      parts.day = scanner.number(2)
      parts.hour = scanner.number(2) ?? 0
      parts.minute = scanner.number(2) ?? 0
      parts.second = scanner.number(2) ?? 0
      return (parts.moment, ())
    case 9, 10, 13: return scanner.isOver(after: run) ? (epoch(text, digits: run), ()) : (nil, ())
    default: return (nil, ())
    }
    guard timePart(&scanner, &parts) else { return nil }
    guard let day = date ?? parts.year.flatMap({ CalendarDate(year: $0, month: parts.month ?? 1, day: parts.day ?? 1) })
    else { return (nil, ()) }
    return (parts.at(day), ())
  }

  private static func isNegative(_ text: String) -> Bool {
    text.dropFirst().prefix(while: { $0.isASCII && $0.isNumber }).count >= 4
  }

  private static func epoch(_ text: String, digits: Int) -> Moment? {
    Int64(text).map { Moment(seconds: digits == 13 ? $0 / 1_000 : $0) }
  }

  /// What follows the year: month and day, a week, a day of the year. nil where it is another kind of date.
  private static func datePart(
    _ scanner: inout DigitScanner, _ parts: inout DateParts
  ) -> (date: CalendarDate?, isImpossible: Bool)? {
    guard scanner.peek == UInt8(ascii: "-") || scanner.peek == UInt8(ascii: "/") else {
      return scanner.isAtEnd ? (nil, false) : nil
    }
    let separator = scanner.peek
    scanner.skip()
    if scanner.peek == UInt8(ascii: "W") || scanner.peek == UInt8(ascii: "w") {
      scanner.skip()
      guard let week = scanner.number(2), let year = parts.year else { return nil }
      var weekday = 1
      if scanner.peek == UInt8(ascii: "-") {
        scanner.skip()
        weekday = scanner.number(1) ?? 0
      }
      guard (1...53).contains(week), (1...7).contains(weekday), let fourth = CalendarDate(year: year, month: 1, day: 4)
      else { return (nil, true) }
      let date = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7 + weekday - 1)
      return (date, date.isoWeek.week != week)
    }
    let run = scanner.digitRun()
    if run == 3, let number = scanner.number(3), let year = parts.year {
      guard (1...(CalendarDate.isLeap(year) ? 366 : 365)).contains(number), let first = CalendarDate(year: year, month: 1, day: 1)
      else { return (nil, true) }
      return (first.adding(days: number - 1), false)
    }
    guard run == 1 || run == 2 else { return nil }
    parts.month = scanner.number(run)
    if scanner.peek == separator {
      scanner.skip()
      let run = scanner.digitRun()
      guard run == 1 || run == 2 else { return nil }
      parts.day = scanner.number(run)
    }
    return (nil, false)
  }

  /// The time and zone after the date; false where something else follows.
  private static func timePart(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
    if scanner.isAtEnd { return true }
    guard let mark = scanner.peek else { return true }
    if mark == UInt8(ascii: "Z") || mark == UInt8(ascii: "z") || mark == UInt8(ascii: "+") { return zonePart(&scanner, &parts) }
    guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") || mark == 0x20 || mark == UInt8(ascii: "_") else { return false }
    scanner.skip()
    while scanner.peek == 0x20 { scanner.skip() }
    let run = scanner.digitRun()
    guard run == 1 || run == 2 || run == 4 || run == 6 else { return false }
    parts.hour = scanner.number(min(run, 2)) ?? 0
    let hasColon = scanner.peek == UInt8(ascii: ":")
    if run > 2 {
      parts.minute = scanner.number(2) ?? 0
      if run == 6 { parts.second = scanner.number(2) ?? 0 }
    } else if hasColon {
      scanner.skip()
      guard scanner.digitRun() == 2, let minute = scanner.number(2) else { return false }
      parts.minute = minute
      if scanner.peek == UInt8(ascii: ":") {
        scanner.skip()
        guard scanner.digitRun() == 2, let second = scanner.number(2) else { return false }
        parts.second = second
      }
    } else if run <= 2, scanner.isAtEnd == false, scanner.peek != UInt8(ascii: "Z") {
      return false
    }
    if scanner.peek == UInt8(ascii: ".") || scanner.peek == UInt8(ascii: ",") {
      scanner.skip()
      let digits = scanner.digitRun()
      guard digits > 0 else { return false }
      for _ in 0..<digits { scanner.skip() }
    }
    return zonePart(&scanner, &parts)
  }

  private static func zonePart(_ scanner: inout DigitScanner, _ parts: inout DateParts) -> Bool {
    let rest = scanner.rest.trimmed
    if rest.isEmpty { return true }
    guard let offset = TimeZones.offset(rest) else { return false }
    parts.offset = offset
    return true
  }
}

/// Walks over the ASCII bytes of a date.
struct DigitScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var peek: UInt8? { byte(at: 0) }
  var isAtEnd: Bool { index >= bytes.count }
  var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  func byte(at offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }
  func isOver(after count: Int) -> Bool { index + count >= bytes.count }

  mutating func skip() { index = min(index + 1, bytes.count) }

  /// How many digits follow.
  func digitRun() -> Int { bytes[index...].prefix(while: \.isASCIIDigit).count }

  mutating func number(_ digits: Int) -> Int? {
    guard digits > 0, digits <= 9, index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<(index + digits)] {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += digits
    return value
  }
}
