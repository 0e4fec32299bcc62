/// Dates with month names, and other forms that are not ISO 8601: RFC 822 and its kin, asctime, `26 janvier 2004 à 16h31`.
internal import DispatchModel

enum LooseDate {
  private enum Token {
    /// A run of digits.
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  static func read(_ text: String) -> Moment? {
    guard !hasYearBelowZero(text), let tokens = cut(text) else { return nil }
    var parts = DateParts()
    var numbers: [(value: Int, digits: Int, after: Character?)] = []
    var hasTime = false
    var hasZone = false
    var isAfternoon: Bool?
    var index = 0
    func number(_ at: Int) -> Int? {
      guard at >= 0, at < tokens.count, case .number(let value, let digits) = tokens[at], digits <= 2 else { return nil }
      return value
    }
    func mark(_ at: Int) -> Character? {
      if at >= 0, at < tokens.count, case .mark(let mark) = tokens[at] { mark } else { nil }
    }
    func word(_ at: Int) -> String? { if at >= 0, at < tokens.count, case .word(let word) = tokens[at] { word } else { nil } }

    while index < tokens.count {
      switch tokens[index] {
      case .number(let value, let digits):
        let isHour = word(index + 1) == "h" || word(index + 1) == "시" || word(index + 1) == "時"
        if !hasTime, digits <= 2, mark(index + 1) == ":" || isHour {
          hasTime = true
          parts.hour = value
          index += 2
          guard let minute = number(index) else { continue }
          parts.minute = minute
          index += 1
          if word(index) == "분" || word(index) == "分" { index += 1 }
          if mark(index) == ":" { index += 1 }
          if let second = number(index), mark(index - 1) == ":" || word(index + 1) == "초" || word(index + 1) == "秒" {
            parts.second = second
            index += 1
            if mark(index) == "." || mark(index) == ",", case .number = tokens[min(index + 1, tokens.count - 1)], index + 1 < tokens.count {
              index += 2
            }
          }
          continue
        }
        if hasTime, !hasZone, let sign = mark(index - 1), sign == "+" || sign == "-" {
          guard let offset = zone(sign, value, digits, mark(index + 1) == ":" ? number(index + 2) : nil) else { return nil }
          parts.offset += offset
          hasZone = true
          index += mark(index + 1) == ":" ? 3 : 1
          continue
        }
        numbers.append((value, digits, mark(index + 1)))
        index += 1
      case .word(let word):
        if word == "am" || word == "pm" || word == "오전" || word == "오후" {
          isAfternoon = word == "pm" || word == "오후"
        } else if let month = DateWords.months[word] {
          guard parts.month == nil else { return nil }
          parts.month = month
        } else if DateWords.isNoise(word), !(hasTime && word == "a") {
          // Weekdays, articles, "at": they decide nothing.
        } else if let offset = TimeZones.named[word] {
          parts.offset = offset
          hasZone = hasZone || (offset != 0)
        } else if hasTime, (2...5).contains(word.utf8.count), word.utf8.allSatisfy(\.isASCIILetter) {
          // An unknown zone name: RFC 5322 reads it as UTC.
        } else {
          return nil
        }
        index += 1
      case .mark: index += 1
      }
    }
    if let isAfternoon {
      guard (1...12).contains(parts.hour) || (isAfternoon && parts.hour < 24) else { return nil }
      if parts.hour < 12, isAfternoon { parts.hour += 12 } else if parts.hour == 12, !isAfternoon { parts.hour = 0 }
    }
    return assign(numbers, to: &parts) ? parts.moment : nil
  }

  /// `Wed, 30 Nov -0001 00:00:00 +0000`, as programs write that they have no date. After the time it would be a zone.
  private static func hasYearBelowZero(_ text: String) -> Bool {
    guard let sign = text.firstRange(of: " -") else { return false }
    let rest = text[sign.upperBound...]
    return rest.prefix(while: { $0.isASCII && $0.isNumber }).count >= 4 && !text[..<sign.lowerBound].contains(":") && rest.contains(":")
  }

  /// Which of the numbers is year, month and day.
  private static func assign(_ numbers: [(value: Int, digits: Int, after: Character?)], to parts: inout DateParts) -> Bool {
    var rest = numbers
    guard rest.count <= 3, rest.allSatisfy({ $0.digits <= 4 && $0.digits != 3 }) else { return false }
    if let index = rest.firstIndex(where: { $0.digits == 4 }) {
      parts.year = rest[index].value
      let isFirst = index == 0
      rest.remove(at: index)
      if parts.month == nil, rest.count == 2 {
        if isFirst {
          (parts.month, parts.day) = (rest[0].value, rest[1].value)
        } else if rest[0].value > 12 || rest[0].after == "." || rest[1].value <= 12 {
          (parts.day, parts.month) = (rest[0].value, rest[1].value)
        } else {
          (parts.month, parts.day) = (rest[0].value, rest[1].value)
        }
        return true
      }
    } else if parts.month != nil, rest.count == 2 {
      // Two digits of a year come after the day: 00-49 are 2000 and on, 50-99 are 1950 and on.
      let year = rest.removeLast().value
      parts.year = year < 50 ? 2_000 + year : 1_900 + year
    }
    guard parts.month != nil, parts.year != nil, rest.count <= 1 else { return false }
    parts.day = rest.first?.value ?? 1
    return parts.day != 0
  }

  private static func zone(_ sign: Character, _ value: Int, _ digits: Int, _ minutes: Int?) -> Int? {
    let seconds: Int
    switch digits {
    case 1, 2: seconds = value * 3_600 + (minutes ?? 0) * 60
    case 3, 4: seconds = value / 100 * 3_600 + value % 100 * 60
    default: return nil
    }
    guard digits < 3 || value % 100 < 60, (minutes ?? 0) < 60 else { return nil }
    return sign == "-" ? -seconds : seconds
  }

  /// nil where a number is longer than any date's.
  private static func cut(_ text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix(while: { $0.isASCII && $0.isNumber })
        guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
        tokens.append(.number(value, digits: digits.utf8.count))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let letters = rest.prefix(while: { $0.isLetter || $0 == "/" && $0 != first })
        let word = DateWords.fold(letters)
        // A word that sticks to a number is a unit or a known name, never a zone that nobody knows.
        if letters.startIndex > text.startIndex, text[text.index(before: letters.startIndex)].isNumber, DateWords.months[word] == nil,
          !DateWords.isNoise(word), TimeZones.named[word] == nil, !["am", "pm", "h", "시", "時"].contains(word)
        {
          return nil
        }
        tokens.append(.word(word))
        rest = rest[letters.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
      guard tokens.count <= 40 else { return nil }
    }
    return tokens
  }
}

/// Zones of time by name and by number.
enum TimeZones {
  /// Seconds east of UTC. RFC 822's names, and those of Europe and East Asia.
  static let named: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "etc/gmt": 0, "etc/utc": 0, "wet": 0, "tu": 0,
    "est": -5 * 3_600, "edt": -4 * 3_600, "cst": -6 * 3_600, "cdt": -5 * 3_600, "mst": -7 * 3_600, "mdt": -6 * 3_600,
    "pst": -8 * 3_600, "pdt": -7 * 3_600, "akst": -9 * 3_600, "akdt": -8 * 3_600, "hst": -10 * 3_600, "ast": -4 * 3_600,
    "adt": -3 * 3_600, "nst": -12_600, "ndt": -9_000, "et": -5 * 3_600, "ct": -6 * 3_600, "mt": -7 * 3_600, "pt": -8 * 3_600,
    "bst": 3_600, "west": 3_600, "cet": 3_600, "cest": 7_200, "met": 3_600, "mest": 7_200, "mez": 3_600, "mesz": 7_200,
    "eet": 7_200, "eest": 10_800, "msk": 10_800, "trt": 10_800, "jst": 9 * 3_600, "kst": 9 * 3_600, "hkt": 8 * 3_600,
    "sgt": 8 * 3_600, "wib": 7 * 3_600, "awst": 8 * 3_600, "aest": 10 * 3_600, "aedt": 11 * 3_600, "nzst": 12 * 3_600,
    "nzdt": 13 * 3_600, "cat": 7_200, "eat": 10_800, "wat": 3_600, "sast": 7_200,
  ]

  /// `Z`, `GMT`, `+01:00`, `-0500`, `+01`; nil for anything else.
  static func offset(_ text: String) -> Int? {
    if let known = named[text.lowercased()] { return known }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard [1, 2, 4].contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit), let value = Int(digits) else { return nil }
    let hours = digits.utf8.count == 4 ? value / 100 : value
    let minutes = digits.utf8.count == 4 ? value % 100 : 0
    guard hours <= 18, minutes < 60 else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return sign == "-" ? -seconds : seconds
  }
}
