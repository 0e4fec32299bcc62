internal import Lexicon

/// How number words work in the language's table `numbers`.
enum NumberKind: String, Sendable {
  /// 0…19, added; `and` joins tens and units.
  case unit, ten, hundred
  /// A power of a thousand, which multiplies what stands before.
  case scale
  /// A collective number: dizaine, centaine; takes `de`.
  case about
  /// A half after a number: `et demi`.
  case half
}

/// A cardinal number in the text.
struct ReadNumber: Sendable {
  var amount: Amount
  /// The token after its last.
  var end: Int
  /// Written in words, all of it.
  var isWords = false
  /// Ends with million, milliard …, which take `de`.
  var endsWithScale = false
  /// One of dizaine, centaine …
  var isCollective = false
  /// Just `un`, `une`, `a`, `one`.
  var isArticle = false
}

/// Reads cardinal numbers: `9.500`, `35 000`, `1,2 milliard`, `60 mille`, `Cinq cent soixante et onze`, `un milliard et demi`.
///
/// In French a full stop or a space groups three digits and a comma begins decimals; in English a comma groups and a full stop
/// begins decimals. Numbers beyond 64 bits are no numbers.
struct NumberReader: Sendable {
  let words: TableWords<NumberKind>
  private let isEnglish: Bool
  private static let and: WordSet = ["et", "and"]
  private static let half: WordSet = ["demi", "demie", "half"]

  init(_ draft: Draft, _ table: WordTable<NumberKind>) {
    words = TableWords(draft, table)
    isEnglish = draft.language == "en"
  }

  /// The number that begins at the token.
  func read(_ draft: Draft, at start: Int) -> ReadNumber? {
    guard start >= 0, start < draft.count else { return nil }
    if draft.kind(start) == .number { return digits(draft, at: start) }
    return words.has(start) ? inWords(draft, at: start) : nil
  }

  // MARK: Digits

  private func digits(_ draft: Draft, at start: Int) -> ReadNumber? {
    guard var value = NumberReader.integer(draft, start) else { return nil }
    var end = start + 1
    var groups = 0
    let firstLength = length(draft, start)
    // `35 000`: groups of three after a group of at most three.
    while firstLength <= 3, draft.word(start) != "0", let next = group(draft, at: end) {
      guard let group = NumberReader.integer(draft, next), value < Int.max / 2000 else { return nil }
      value = value * 1000 + group
      end = next + 1
      groups += 1
    }
    var amount = Amount(value)
    if let (fraction, places) = decimals(draft, at: end) {
      var scale = 1
      for _ in 0..<places { scale *= 10 }
      let (whole, isOver) = value.multipliedReportingOverflow(by: scale)
      guard !isOver else { return nil }
      amount = Amount(digits: whole + fraction, power: -places)
      end += 2
    }
    var number = ReadNumber(amount: amount, end: end)
    scales(&number, draft)
    return number
  }

  /// The token of a group of three digits that goes on at `end`: after a space, or after a grouping mark.
  private func group(_ draft: Draft, at end: Int) -> Int? {
    if draft.kind(end) == .number, !draft.isGlued(end), !draft.flags(end).contains(.startsLine), length(draft, end) == 3 {
      return isOneSpace(draft, before: end) ? end : nil
    }
    let mark: Word = isEnglish ? "," : "."
    guard draft.isGlued(end), draft.word(end) == mark || draft.word(end) == "'" || draft.word(end) == Sign.curlyApostrophe,
      draft.isGlued(end + 1), draft.kind(end + 1) == .number, length(draft, end + 1) == 3
    else { return nil }
    return end + 1
  }

  /// The digits after the decimal mark at `end`, and how many.
  private func decimals(_ draft: Draft, at end: Int) -> (Int, Int)? {
    let mark: Word = isEnglish ? "." : ","
    let other: Word = isEnglish ? "," : "."
    guard draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .number else { return nil }
    let places = length(draft, end + 1)
    guard draft.word(end) == mark || draft.word(end) == other && places != 3, places <= 6 else { return nil }
    // `3,4,5` is a list, `192.168.1.1` an address.
    guard !(draft.isGlued(end + 2) && (draft.word(end + 2) == mark || draft.word(end + 2) == other) && draft.isGlued(end + 3)
      && draft.kind(end + 3) == .number) else { return nil }
    return NumberReader.integer(draft, end + 1).map { ($0, places) }
  }

  /// The value of a token of digits; nil from 10^15 on.
  static func integer(_ draft: Draft, _ token: Int) -> Int? {
    guard token >= 0, token < draft.count, draft.tokens[token].kind == .number else { return nil }
    let bytes = draft.bytes[Int(draft.tokens[token].start)..<Int(draft.tokens[token].end)]
    guard bytes.count <= 15 else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private func length(_ draft: Draft, _ token: Int) -> Int {
    token < draft.count ? Int(draft.tokens[token].end - draft.tokens[token].start) : 0
  }

  private func isOneSpace(_ draft: Draft, before token: Int) -> Bool {
    let gap = draft.bytes[Int(draft.tokens[token - 1].end)..<Int(draft.tokens[token].start)]
    return gap.elementsEqual([0x20]) || gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0xAF])
      || gap.elementsEqual([0xE2, 0x80, 0x89])
  }

  // MARK: Words

  private func inWords(_ draft: Draft, at start: Int) -> ReadNumber? {
    // half a million
    if isEnglish, words[start]?.kind == .half {
      guard let row = words[start + 2], row.kind == .scale, words[start + 1]?.number == 1, let amount = Amount(row.number / 10).times(5) else { return nil }
      return ReadNumber(amount: amount, end: start + 2 + row.length, isWords: true, endsWithScale: true)
    }
    var total = 0
    var current = 0
    var at = start
    var count = 0
    var lastScale = Int.max
    var number = ReadNumber(amount: Amount(0), end: start, isWords: true)
    while let row = words[at] {
      var next = row.number
      switch row.kind {
      case .unit:
        guard fits(next, after: current, isFirst: count == 0 || number.endsWithScale) else { return finish(number, total + current, count, draft) }
        current += next
      case .ten:
        if current == 4, next == 20 {
          next = 76
        } else if current % 100 != 0 {
          return finish(number, total + current, count, draft)
        }
        current += next
      case .hundred:
        guard current < 100 else { return finish(number, total + current, count, draft) }
        current = max(current, 1) * 100
      case .scale:
        guard next < lastScale, current > 0 || next == 1000 && total == 0 || count > 0 && current > 0 else {
          return finish(number, total + current, count, draft)
        }
        let (product, isOver) = max(current, 1).multipliedReportingOverflow(by: next)
        guard !isOver, product < 1 << 60 else { return nil }
        total += product
        current = 0
        lastScale = next
      case .about:
        return collective(draft, number, row, at: at, count: count)
      case .half: return finish(number, total + current, count, draft)
      }
      number.endsWithScale = row.kind == .scale
      at += row.length
      number.end = at
      count += 1
      // `dix-sept`, `vingt et un`, `two hundred and five`
      if draft.word(at) == Sign.hyphen, draft.isGlued(at), draft.isGlued(at + 1), let after = words[at + 1], after.kind != .about {
        at += 1
      } else if Self.and.contains(draft.word(at)), joins(current, draft, at: at + 1) {
        at += 1
      }
      guard !draft.flags(at).contains(.startsLine) else { break }
    }
    return finish(number, total + current, count, draft)
  }

  /// Whether a unit can follow: `vingt deux`, `cent trois`, `soixante-dix`, `dix-sept`.
  private func fits(_ unit: Int, after current: Int, isFirst: Bool) -> Bool {
    if current == 0 { return isFirst }
    if unit == 0 { return false }
    if current % 100 == 0 { return true }
    let tens = current % 100
    if unit >= 10 { return tens == 60 || tens == 80 }
    return tens % 10 == 0 && (tens >= 20 || unit >= 7)
  }

  /// `vingt et un`, `soixante et onze`; in English any rest after hundreds.
  private func joins(_ current: Int, _ draft: Draft, at next: Int) -> Bool {
    guard let row = words[next], row.kind == .unit || isEnglish && row.kind == .ten else { return false }
    if isEnglish { return current >= 100 && current % 100 == 0 }
    return current % 100 >= 20 && current % 10 == 0 && (row.number == 1 || row.number == 11)
  }

  /// `une dizaine`, `deux douzaines`; the article belongs to it.
  private func collective(_ draft: Draft, _ before: ReadNumber, _ row: TableWords<NumberKind>.Row, at token: Int, count: Int)
    -> ReadNumber?
  {
    guard count == 1, draft.word(before.end - 1) == "une" || draft.word(before.end - 1) == "un" || draft.word(before.end - 1) == "a"
    else { return nil }
    return ReadNumber(amount: Amount(row.number), end: token + row.length, isWords: true, endsWithScale: true, isCollective: true)
  }

  private func finish(_ number: ReadNumber, _ value: Int, _ count: Int, _ draft: Draft) -> ReadNumber? {
    guard count > 0 else { return nil }
    var number = number
    number.amount = Amount(value)
    // English `one` counts, `a` and `an` do not.
    number.isArticle = count == 1 && value == 1 && !(isEnglish && draft.word(number.end - 1) == "one")
    if number.endsWithScale { addHalf(&number, draft) }
    return number
  }

  // MARK: What follows a number in digits

  /// `1,2 milliard`, `60 mille`, `2.300 milliards`, `3 millions et demi`.
  private func scales(_ number: inout ReadNumber, _ draft: Draft) {
    var scaled = false
    while let row = words[number.end], row.kind == .scale, !draft.flags(number.end).contains(.startsLine),
      !(draft.flags(number.end).contains(.allCapitals) && length(draft, number.end) <= 3),
      let amount = number.amount.times(row.number)
    {
      number.amount = amount
      number.end += row.length
      number.endsWithScale = true
      scaled = true
    }
    if scaled { addHalf(&number, draft) }
    // `11 mille 342`, as some agencies write it.
    if scaled, let row = words[number.end - 1], row.number == 1000, length(draft, number.end) == 3, !draft.isGlued(number.end), !draft.flags(number.end).contains(.startsLine),
      let rest = NumberReader.integer(draft, number.end), let sum = number.amount.plus(Amount(rest))
    {
      number.amount = sum
      number.end += 1
      number.endsWithScale = false
    }
  }

  private func addHalf(_ number: inout ReadNumber, _ draft: Draft) {
    guard Self.and.contains(draft.word(number.end)), Self.half.contains(draft.word(number.end + 1)),
      let row = words[number.end - 1], row.kind == .scale, let more = Amount(row.number / 10).times(5),
      let sum = number.amount.plus(more)
    else { return }
    number.amount = sum
    number.end += 2
  }
}
