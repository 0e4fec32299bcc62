internal import DispatchModel
internal import Lexicon

/// Walks a draft's tokens once and reads every expression of time; each kind of expression is an extension of its own.
///
/// State is what earlier expressions leave behind: the day last told (`la veille`, `à 14h30`), the period last told (`le mois
/// précédent`). Each reader gets the token that an expression may begin at and returns it whole, or nil.
final class DateScanner {
  let draft: Draft
  let times: TableWords<TimeKind>
  let numbers: NumberReader
  let verbs: VerbTimeReader
  let tables: DateTables
  let reference: CalendarDate
  let isEnglish: Bool
  private let these = DateWord.these

  private(set) var found: [FoundDate] = []
  /// The day last told that something happened on.
  private var lastDay: TimeValue?
  /// The same, days of telling too (`a annoncé mardi`).
  private(set) var lastTold: CalendarDate?
  /// The quarter last told.
  private(set) var lastQuarter: TimeValue?
  /// The month, quarter, half or year last told.
  private(set) var lastPeriod: TimeValue?

  init(_ draft: Draft, tables: DateTables) {
    self.draft = draft
    self.tables = tables
    times = TableWords(draft, tables.times)
    numbers = NumberReader(draft, tables.numbers)
    verbs = VerbTimeReader(draft, tables.prospective)
    reference = draft.reference
    isEnglish = draft.language == "en"
  }

  func run() {
    var at = 0
    while at < draft.count {
      guard canBegin(at), let items = read(at), let last = items.last, last.tokens.upperBound > at else {
        at += 1
        continue
      }
      for item in items { keep(item) }
      at = last.tokens.upperBound
    }
  }

  /// A cheap look before the readers: a number, or a word of one of the tables.
  private func canBegin(_ at: Int) -> Bool {
    draft.kind(at) == .number || times.has(at) || numbers.words.has(at) || draft.matches.mayHave(anyOf: tables.days, at: at)
      || these.contains(draft.word(at)) || draft.word(at) == DateWord.quelques || draft.word(at) == DateWord.plusieurs
  }

  /// The readers in their order; those that what stands at the token rules out are not asked.
  private func read(_ at: Int) -> [FoundDate]? {
    let isDigits = draft.kind(at) == .number
    let isNumber = isDigits || numbers.words.has(at)
    let kind = times.kind(at)
    let isDay = draft.matches.mayHave(anyOf: tables.days, at: at)
    let word = draft.word(at)
    if isDigits, let items = dayList(at) ?? yearRange(at) { return items }
    if isNumber, let items = durationRange(at) { return items }
    if isDigits, let item = numericDate(at) { return [item] }
    if isDigits || isDay, let item = fullDate(at) ?? weekdayDate(at) { return [item] }
    if kind != nil, let item = relativeDay(at) ?? partOfDay(at) { return [item] }
    if isDigits || kind == .clock, let item = clockTime(at) { return [item] }
    if kind != nil, let item = agoExpression(at) ?? edgeExpression(at) { return [item] }
    if these.contains(word), let item = thisExpression(at) { return [item] }
    if isDigits || kind != nil || word == "t" || word == "q", let item = ordinalPeriod(at) { return [item] }
    if isDigits || kind != nil, let item = decade(at) { return [item] }
    let isCounted = isNumber || kind != nil || word == DateWord.quelques || word == DateWord.plusieurs || word == "several"
    if isCounted, let item = countedDuration(at) { return [item] }
    if kind != nil, let item = unitPeriod(at) { return [item] }
    if isDay, let item = monthDate(at) { return [item] }
    if kind != nil, let item = seasonDate(at) { return [item] }
    if isDay, let item = holiday(at) { return [item] }
    if isDigits, let item = yearAlone(at) { return [item] }
    if kind == .ref, let row = times[at] { return [FoundDate(tokens: at..<at + row.length, value: .reference(row.value), rule: "date.vague")] }
    return nil
  }

  private func keep(_ item: FoundDate) {
    found.append(item)
    if let day = item.value.day, item.rule != "date.ago", day <= reference.adding(days: 7) {
      // « a annoncé mardi » tells when it was said, not when the rest happened.
      if lastDay == nil || !isReported(item.tokens.lowerBound) { lastDay = item.value }
      lastTold = day
    }
    switch item.value {
    case .quarter:
      lastQuarter = item.value
      lastPeriod = item.value
    case .month, .half, .season, .year: lastPeriod = item.value
    case .day(let day): lastPeriod = .month(year: day.year, month: day.month)
    default: break
    }
  }

  private func isReported(_ token: Int) -> Bool {
    for at in max(0, token - 3)..<token where verbs.cues[at]?.kind == .report { return true }
    return false
  }

  /// The day that the narration is at before the token.
  func narrativeDay(before token: Int) -> CalendarDate { lastDay?.day ?? reference }

  /// Whether the narration is at an evening or a night, which midnight ends.
  var isEvening: Bool {
    if case .part(_, let part)? = lastDay { return part == "TEV" || part == "TNI" }
    return false
  }

  /// The day told last in the token's own sentence.
  func sentenceDay(before token: Int) -> CalendarDate? {
    let sentence = VerbTimeReader.bounds(of: token, in: draft)
    return recent.last { $0.value.day != nil && $0.tokens.lowerBound >= sentence.lowerBound }?.value.day
  }

  /// The expressions read last: enough for a sentence, few enough to look through each time.
  var recent: ArraySlice<FoundDate> { found.suffix(24) }

  // MARK: Small looks

  func monthNumber(_ at: Int) -> (number: Int, end: Int, isShort: Bool)? {
    guard let table = tables.months, let match = draft.matches.longest(in: table, at: at) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count > 1, let number = Int(columns[1]), (1...12).contains(number) else { return nil }
    var end = match.tokens.upperBound
    let isShort = columns.count > 2
    if isShort, draft.word(end) == Sign.stop, draft.isGlued(end) { end += 1 }
    return (number, end, isShort)
  }

  func weekdayNumber(_ at: Int) -> (number: Int, end: Int)? {
    guard let table = tables.weekdays, let match = draft.matches.longest(in: table, at: at),
      let number = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first.flatMap({ Int($0) }), (1...7).contains(number)
    else { return nil }
    return (number, match.tokens.upperBound)
  }

  /// A number of digits only, not part of a decimal, a score or a name.
  func plainNumber(_ at: Int) -> Int? {
    guard draft.kind(at) == .number, let value = NumberReader.integer(draft, at) else { return nil }
    return value
  }

  func digitCount(_ at: Int) -> Int { at < draft.count ? Int(draft.tokens[at].end - draft.tokens[at].start) : 0 }

  /// The word of time at the token if it is of the kind.
  func row(_ at: Int, _ kind: TimeKind) -> TableWords<TimeKind>.Row? { times.kind(at) == kind ? times[at] : nil }

  /// The word of time at the token if it is of one of the kinds; at the start of a line only of the first.
  func row(_ at: Int, _ first: TimeKind, _ second: TimeKind, _ third: TimeKind? = nil, _ fourth: TimeKind? = nil, _ fifth: TimeKind? = nil) -> TableWords<TimeKind>.Row? {
    guard let kind = times.kind(at) else { return nil }
    guard kind == first || (kind == second || kind == third || kind == fourth || kind == fifth) && (at == 0 || !draft.flags(at).contains(.startsLine)) else { return nil }
    return times[at]
  }

  /// A four-digit year at the token.
  func year(_ at: Int) -> Int? {
    guard let value = plainNumber(at), digitCount(at) == 4, (1000...2199).contains(value), !draft.flags(at).contains(.startsLine) else { return nil }
    // `2018,5` and `2.018` are numbers.
    if draft.isGlued(at + 1), draft.isGlued(at + 2), draft.kind(at + 2) == .number, draft.word(at + 1) == Sign.comma || draft.word(at + 1) == Sign.stop { return nil }
    return value
  }

  func isFree(_ at: Int) -> Bool { draft.numberStandsFree(at) }

  func time(around tokens: Range<Int>) -> VerbTime { verbs.time(around: tokens, in: draft) }

  func isCapitalInside(_ at: Int) -> Bool {
    guard draft.isCapitalized(at), !draft.flags(at).contains(.startsLine), !draft.flags(at).contains(.allCapitals) else { return false }
    let sentence = VerbTimeReader.bounds(of: at, in: draft)
    if at == sentence.lowerBound || at == sentence.lowerBound + 1 && draft.kind(at - 1) == .punctuation { return false }
    return !DateWord.openers.contains(draft.word(at - 1))
  }
}

/// Function words that the grammar of dates asks for.
enum DateWord {
  static var quelques: Word { "quelques" }
  static var plusieurs: Word { "plusieurs" }
  static let these: WordSet = ["ce", "cet", "cette", "ces", "this"]
  static let openers: WordSet = ["«", "\"", "“", "(", "-", "–", "—", ".", ":", "¶", "!", "?", "…", "•"]
  static let of: WordSet = ["de", "d'", "du", "des", "of"]
  static let articles: WordSet = ["le", "la", "les", "l'", "the"]
  static let at: WordSet = ["à", "a", "at"]
  static var and: Word { "et" }
}
