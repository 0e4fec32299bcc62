internal import DispatchModel
internal import Lexicon

/// Months and years: `février dernier`, `août 2008`, `en 2003`, `1998-1999`.
extension DateScanner {
  /// `février dernier`, `août 2008`, bare `mars`.
  func monthDate(_ at: Int) -> FoundDate? {
    guard let month = monthNumber(at), !month.isShort, !isMonthElsewhere(at) else { return nil }
    let read = monthValue(at, month: month)
    return FoundDate(tokens: at..<read.end, value: read.value, rule: read.rule, confidence: read.isStated ? 0.95 : 0.88)
  }

  /// `Mars` the planet, `M. Mai`, `Place de Juin`.
  private func isMonthElsewhere(_ at: Int) -> Bool {
    // English months are capitals always; `May` and `March` need a word that leads to a month.
    if isEnglish { return !draft.isCapitalized(at) || year(at + 1) == nil && !DateScanner.beforeEnglishMonths.contains(draft.word(at - 1)) && times[at - 1] == nil }
    if isCapitalInside(at) { return year(at + 1) == nil && row(at + 1, .last, .next) == nil }
    if draft.isCapitalized(at), !draft.flags(at).contains(.allCapitals) {
      // A sentence's first word: a month if a year, a verb or a comma follows.
      return row(at + 1, .last, .next) == nil && year(at + 1) == nil && draft.features(at + 1).isDisjoint(with: .verb) && draft.word(at + 1) != Sign.comma
    }
    if DateWord.articles.contains(draft.word(at - 1)), row(at + 1, .last) == nil { return true }
    return draft.isGlued(at) && draft.word(at - 1) == Sign.hyphen && times[at - 2]?.kind != .edge && monthNumber(at - 2) == nil
  }

  private static let beforeEnglishMonths: WordSet = ["in", "since", "by", "until", "of", "from", "for", "before", "after", "during", "between", "this", "through"]

  func monthValue(_ at: Int, month: (number: Int, end: Int, isShort: Bool), isSecond: Bool = false) -> (value: TimeValue, end: Int, rule: String, isStated: Bool) {
    if let year = yearAfter(month.end) { return (.month(year: year.year, month: month.number), year.end, "date.month-year", true) }
    if let row = row(month.end, .last, .next, .following) {
      let isLast = row.kind == .last
      let year = isLast ? (month.number < reference.month ? reference.year : reference.year - 1) : month.number > reference.month ? reference.year : reference.year + 1
      return (.month(year: year, month: month.number), month.end + row.length, "date.month-adjective", true)
    }
    // mars-avril 1999, décembre 2013 à mars 2014
    if !isSecond, draft.word(month.end) == Sign.hyphen || draft.word(month.end) == "et" || draft.word(month.end) == "à", let other = monthNumber(month.end + 1), !other.isShort {
      let later = monthValue(month.end + 1, month: other, isSecond: true)
      if later.isStated, let year = later.value.year {
        return (.month(year: other.number < month.number ? year - 1 : year, month: month.number), month.end, "date.month-range", true)
      }
    }
    // « mars-avril »: the second month is of the first one's year.
    if draft.isGlued(at), let first = found.last, first.tokens.upperBound == at - 1, case .month(let year, let earlier) = first.value {
      return (.month(year: month.number < earlier ? year + 1 : year, month: month.number), month.end, "date.month-range", false)
    }
    return (.month(year: monthYear(month.number, around: at..<month.end), month: month.number), month.end, "date.month", false)
  }

  /// The year of a month without one, by the time of its verb.
  private func monthYear(_ month: Int, around tokens: Range<Int>) -> Int {
    // « le recensement de mars, qui devrait être affiné »: what a noun has for its month is the nearest one.
    let isComplement = DateWord.of.contains(draft.word(tokens.lowerBound - 1)) && draft.features(tokens.lowerBound - 2).contains(.noun) && times[tokens.lowerBound - 2] == nil
    switch isComplement ? .unknown : time(around: tokens) {
    case .past: return month <= reference.month ? reference.year : reference.year - 1
    case .future: return month >= reference.month ? reference.year : reference.year + 1
    case .present, .unknown:
      // The nearest: the reference's own month is this year's.
      let ahead = month - reference.month
      return ahead > 4 ? reference.year - 1 : ahead < -7 ? reference.year + 1 : reference.year
    }
  }

  /// `2003` where the words around it make it a year.
  func yearAlone(_ at: Int) -> FoundDate? {
    guard let value = year(at), (1000...2199).contains(value), !draft.isGlued(at) || DateScanner.yearOpeners.contains(draft.word(at - 1)) else { return nil }
    if draft.isGlued(at + 1), draft.kind(at + 1) == .word { return nil }
    if draft.isGlued(at + 1), draft.word(at + 1) == Sign.slash || draft.word(at + 1) == Sign.hyphen, draft.isGlued(at + 2), draft.kind(at + 2) == .number { return nil }
    let before = draft.word(at - 1)
    let isTold = DateScanner.beforeYears.contains(before) || times[at - 1]?.kind == .edge
    guard isTold || (1900...2100).contains(value) || before == "de" && value >= 1500 else { return nil }
    if draft.word(before, is: .numbered) { return nil }
    if !isTold, counts(at + 1) || numbers.read(draft, at: at)?.end ?? at + 1 > at + 1 { return nil }
    if before == "de", counts(at + 1) { return nil }
    if let table = tables.units, isTold, before != "en", draft.matches.longest(in: table, at: at + 1) != nil { return nil }
    // 2 018 habitants
    if draft.kind(at - 1) == .number, !draft.flags(at).contains(.startsLine), draft.word(at - 1) != Sign.comma { return nil }
    return FoundDate(tokens: at..<at + 1, value: .year(value), rule: "date.year", confidence: isTold ? 0.95 : 0.8)
  }

  /// Whether the token is a noun that a number counts, or a unit.
  func counts(_ at: Int) -> Bool {
    guard draft.kind(at) == .word || draft.kind(at) == .symbol, !draft.flags(at).contains(.startsLine) else { return false }
    if let table = tables.units, draft.matches.longest(in: table, at: at) != nil, draft.word(at) != "a" { return true }
    if draft.kind(at) == .symbol { return true }
    let features = draft.features(at)
    return features.contains(.noun) && features.isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction, .adverb]) && features.contains(.plural)
  }

  private static let yearOpeners: WordSet = ["(", "-", "–", "«", "\"", "d'", "l'", "qu'", "'", "“", "/"]
  private static let beforeYears: WordSet = ["en", "depuis", "dès", "an", "année", "in", "since", "by", "until", "horizon", "courant", "avant", "d'ici"]

  /// `1998-1999`, `1982-90`, `2013/2014`, `de 2017 à 2019` is two plain years.
  func yearRange(_ at: Int) -> [FoundDate]? {
    guard let first = year(at), (1000...2199).contains(first), !draft.isGlued(at) || draft.kind(at - 1) == .punctuation,
      draft.word(at + 1) == Sign.hyphen || draft.word(at + 1) == Sign.slash || draft.word(at + 1) == Sign.enDash, draft.isGlued(at + 1), draft.isGlued(at + 2),
      let second = plainNumber(at + 2), !(draft.isGlued(at + 3) && draft.word(at + 3) == draft.word(at + 1))
    else { return nil }
    let last = digitCount(at + 2) == 4 ? second : digitCount(at + 2) == 2 && second == (first + 1) % 100 ? first + 1 : 0
    guard last > first, last - first < 200 else { return nil }
    return [
      FoundDate(tokens: at..<at + 1, value: .year(first), rule: "date.year-range"),
      FoundDate(tokens: at + 2..<at + 3, value: .year(last), rule: "date.year-range"),
    ]
  }
}
