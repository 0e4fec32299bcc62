internal import DispatchModel
internal import Lexicon

/// Durations, and the points in time that are told by one: `trois ans`, `deux heures et demie`, `il y a dix jours`, `un an plus tôt`,
/// `dix-huit derniers mois`, `30,4 secondes`, `six à vingt ans`.
extension DateScanner {
  private static let measures: WordSet = ["en", "pendant", "durant", "d'", "de", "depuis", "après", "avant", "dans", "à", "sur", "pour", "d'ici", "qu'", "moins", "plus", "encore", "il", "cours"]
  private static let approximates: WordSet = ["environ", "près", "plus", "moins", "de", "d'", "à", "peine", "quelque", "déjà", "presque", "tout", "juste", "seulement", "au"]
  private static let comparisons: WordSet = ["contre", "rapport", "comparaison", "that", "compared", "against"]
  private static let joins: WordSet = ["à", "ou", "et", "-", "to", "or"]

  /// A counted unit of time.
  struct Span {
    var amount: Amount?
    var unit: String
    var end: Int
    var text: String
  }

  /// `trois ans`, `une dizaine de jours`, `plusieurs mois`, `deux heures et demie`, `2 h 05 min`.
  func span(_ at: Int) -> Span? {
    if draft.word(at) == DateWord.quelques || draft.word(at) == DateWord.plusieurs || isEnglish && draft.word(at) == "several" {
      guard let unit = row(at + 1, .unit), unit.value != "SE", unit.value != "E" else { return nil }
      return Span(amount: nil, unit: unit.value, end: at + 1 + unit.length, text: DateScanner.duration("X", unit.value))
    }
    guard let number = numbers.read(draft, at: at), isFree(at) else { return nil }
    var next = number.end
    if number.endsWithScale, DateWord.of.contains(draft.word(next)) { next += 1 }
    if isEnglish, draft.word(next) == Sign.hyphen, draft.isGlued(next) { next += 1 }
    var adjectives = next
    while let row = row(adjectives, .last, .next, .ordinal, .previous), row.kind != .ordinal || row.number == 1 { adjectives += row.length }
    // « trois autres années », « six longs mois », « cinq bonnes minutes »
    if adjectives == next, DateScanner.between.contains(draft.word(next)) { adjectives += 1 }
    guard let unit = row(adjectives, .unit) else { return shortTime(at, number) }
    guard !draft.flags(adjectives).contains(.startsLine), unit.value != "SE", unit.value != "E" || !number.isArticle else { return nil }
    var amount = number.amount
    var end = adjectives + unit.length
    var extra = ""
    if draft.word(end) == "et", draft.word(end + 1) == "demi" || draft.word(end + 1) == "demie" {
      end += 2
      switch unit.value {
      case "TH": extra = "30M"
      case "Y": extra = "6M"
      case "TM": extra = "30S"
      case "M": extra = "15D"
      default: amount = amount.plus(Amount(digits: 5, power: -1)) ?? amount
      }
    } else if let more = numbers.read(draft, at: draft.word(end) == "et" ? end + 1 : end), let small = row(more.end, .unit),
      let rank = DateScanner.ranks.firstIndex(of: unit.value), let below = DateScanner.ranks.firstIndex(of: small.value), below > rank,
      draft.word(end) == "et" || !more.isWords, !draft.flags(end).contains(.startsLine)
    {
      extra = more.amount.text + (small.value.last.map(String.init) ?? "")
      end = more.end + small.length
    }
    return Span(amount: amount, unit: unit.value, end: end, text: DateScanner.duration(amount.text, unit.value) + extra)
  }

  private static let between: WordSet = ["autres", "longs", "longues", "bonnes", "bons", "petites", "pleines", "nouvelles", "consecutive", "more"]
  /// From the longest unit to the shortest.
  private static let ranks = ["Y", "M", "W", "D", "TH", "TM", "TS"]

  /// `1h23`, `2 h 05 min 13 s` after a number, where it measures.
  private func shortTime(_ at: Int, _ number: ReadNumber) -> Span? {
    guard number.end == at + 1, let hours = number.amount.whole, draft.word(number.end) == "h" || draft.word(number.end) == "min" else { return nil }
    let isMinutes = draft.word(number.end) == "min"
    var next = number.end + 1
    var text = "PT\(hours)\(isMinutes ? "M" : "H")"
    if !isMinutes, let minutes = plainNumber(next), minutes < 60, draft.word(next + 1) == "min" || draft.word(next + 1) == "mn" {
      text += "\(minutes)M"
      next += 2
    } else if !isMinutes {
      return draft.word(at - 1) == "pendant" || draft.word(at - 1) == "en" || draft.word(at - 1) == "durant"
        ? Span(amount: number.amount, unit: "TH", end: next, text: text) : nil
    }
    if let seconds = numbers.read(draft, at: next), draft.word(seconds.end) == "s" || draft.word(seconds.end) == "sec" {
      text += "\(seconds.amount.text)S"
      next = seconds.end + 1
    }
    return Span(amount: number.amount, unit: "TH", end: next, text: text)
  }

  /// The TIMEX3 form of so many units.
  static func duration(_ amount: String, _ unit: String) -> String {
    func times(_ factor: Int) -> String { Int(amount).flatMap { $0 < 1_000_000 ? String($0 * factor) : nil } ?? amount }
    switch unit {
    case "Y", "M", "W", "D": return "P\(amount)\(unit)"
    case "TH": return "PT\(amount)H"
    case "TM": return "PT\(amount)M"
    case "TS": return "PT\(amount)S"
    case "Q": return "P\(times(3))M"
    case "H": return "P\(times(6))M"
    case "E": return "P\(amount)WE"
    case "DE": return "P\(times(10))Y"
    case "CE": return "P\(times(100))Y"
    default: return "P\(amount)Y"
    }
  }

  /// `trois ans`, `un an plus tôt`, `trois jours plus tard`, `trois premiers mois`, `dont deux avec sursis`.
  func countedDuration(_ at: Int) -> FoundDate? {
    if let row = row(at, .span) {
      return FoundDate(tokens: at..<at + row.length, value: .duration(row.value), rule: "date.span", confidence: 0.7)
    }
    if let item = suspended(at) { return item }
    guard let span = span(at) else { return nil }
    if let turn = row(span.end, .earlier, .later) {
      guard let value = point(span, direction: turn.number, isAgo: false, at: at) else { return nil }
      return FoundDate(tokens: at..<span.end + turn.length, value: value, rule: turn.kind == .earlier ? "date.earlier" : "date.later", confidence: 0.85)
    }
    if isEnglish, let ago = row(span.end, .ago), let value = point(span, direction: -1, isAgo: true, at: at) {
      return FoundDate(tokens: at..<span.end + ago.length, value: value, rule: "date.ago")
    }
    // a 61-year-old woman
    if isEnglish, draft.isGlued(span.end), draft.word(span.end) == Sign.hyphen, draft.word(span.end + 1) == "old" {
      return FoundDate(tokens: at..<span.end + 2, value: .duration(span.text), rule: "date.age", confidence: 0.92)
    }
    if isRate(at, span) { return nil }
    return FoundDate(tokens: at..<span.end, value: .duration(span.text), rule: "date.duration", confidence: span.amount == nil ? 0.7 : 0.92)
  }

  /// `par an`, `tous les deux ans`, `un jour` (some day), `une heure de grande écoute`.
  private func isRate(_ at: Int, _ span: Span) -> Bool {
    let before = draft.word(at - 1)
    if before == "par" || before == Sign.slash { return true }
    if before == "les", draft.word(at - 2) == "tous" || draft.word(at - 2) == "toutes" { return true }
    let isOne = numbers.read(draft, at: at)?.isArticle ?? false
    if isOne, isEnglish {
      // « a day » is a rate or some day; « a week », « a year » last where something measures with them.
      return !DateScanner.englishMeasures.contains(before)
    }
    guard isOne else { return false }
    // « un jour » is some day, unless something measures with it.
    if draft.word(at + 1) == "jour" || draft.word(at + 1) == "heure" || draft.word(at + 1) == "moment" || draft.word(at + 1) == "seconde" || draft.word(at + 1) == "minute" {
      return !Self.measures.contains(before) || draft.word(at + 1) != "heure" && DateWord.of.contains(draft.word(span.end)) && before != "pendant" && before != "en"
    }
    if draft.word(at + 1) == "annee" || draft.word(at + 1) == "semaine" || draft.word(at + 1) == "saison" || draft.word(at + 1) == "decennie" {
      // « une année record », « une saison difficile »
      return draft.features(span.end).contains(.adjective) && draft.features(span.end).isDisjoint(with: [.preposition, .verb, .conjunction])
    }
    return false
  }

  private static let englishMeasures: WordSet = ["for", "in", "within", "than", "nearly", "about", "almost", "over", "after", "during", "of", "around"]

  /// `dont deux avec sursis` after `trois ans`: years again.
  private func suspended(_ at: Int) -> FoundDate? {
    guard let number = numbers.read(draft, at: at), draft.word(at - 1) == "dont", let last = found.last, at - last.tokens.upperBound < 4,
      case .duration(let text) = last.value, let unit = text.last, let value = number.amount.whole,
      draft.word(number.end) == "avec" || draft.word(number.end) == "ferme" || draft.word(number.end) == "fermes"
    else { return nil }
    return FoundDate(tokens: at..<number.end, value: .duration("P\(value)\(unit)"), rule: "date.suspended", confidence: 0.85)
  }

  /// `il y a deux ans`, `voilà trois semaines`: whole.
  func agoExpression(_ at: Int) -> FoundDate? {
    guard let ago = row(at, .ago), !isEnglish else { return nil }
    var next = at + ago.length
    var steps = 0
    while Self.approximates.contains(draft.word(next)), steps < 3 {
      next += 1
      steps += 1
    }
    guard let span = span(next) else { return nil }
    let value = point(span, direction: -1, isAgo: true, at: at) ?? .reference("PAST_REF")
    return FoundDate(tokens: at..<span.end, value: value, rule: "date.ago", confidence: 0.95)
  }

  /// The point that lies a span before or after the reference, or before or after what was told last; as fine as its unit.
  private func point(_ span: Span, direction: Int, isAgo: Bool, at token: Int) -> TimeValue? {
    guard let amount = span.amount, let count = amount.whole ?? amount.times(1).flatMap({ Int($0.digits / 10) }), count < 100_000 else {
      // « quelques heures plus tard » stays in the day.
      if !isAgo, span.amount == nil, span.unit == "TH" || span.unit == "TM" { return .day(sentenceDay(before: token) ?? lastTold ?? narrativeDay(before: token)) }
      return .reference(direction < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    // « contre 825 un an plus tôt » compares with the period of the text.
    if !isAgo, span.unit == "Y", case .quarter(let year, let quarter)? = lastQuarter, comparing(token) {
      return .quarter(year: year + direction * count, quarter: quarter)
    }
    let anchor: TimeValue
    if isAgo {
      anchor = .day(reference)
    } else if span.unit == "Y", comparing(token) {
      // « 1,9 milliard en 2016, contre 2,3 un an plus tôt »
      if case .year? = sentencePoint(before: token) { anchor = sentencePoint(before: token) ?? .day(reference) } else { anchor = .day(reference) }
    } else if let sentence = sentencePoint(before: token) {
      anchor = sentence
    } else {
      anchor = .day(min(narrativeDay(before: token), reference))
    }
    let step = direction * count
    switch span.unit {
    case "TH", "TM", "TS": return anchor.middle.map { .day($0) }
    case "Y", "M", "W", "D", "Q", "H", "DE", "CE":
      if case .year(let year) = anchor, span.unit != "Y", span.unit != "DE", span.unit != "CE" { return .year(year) }
      if case .month = anchor, span.unit == "D" || span.unit == "W" { return anchor }
      if span.unit == "Y" || span.unit == "DE" || span.unit == "CE" {
        let factor = span.unit == "Y" ? 1 : span.unit == "DE" ? 10 : 100
        return anchor.year.map { .year($0 + step * factor) }
      }
      if span.unit == "Q" || span.unit == "H" { return shifted("M", from: anchor, by: step * (span.unit == "Q" ? 3 : 6)) }
      return shifted(span.unit, from: anchor, by: step)
    default: return nil
    }
  }

  private func comparing(_ token: Int) -> Bool {
    let sentence = VerbTimeReader.bounds(of: token, in: draft)
    return (max(sentence.lowerBound, token - 12)..<token).contains { Self.comparisons.contains(draft.word($0)) }
  }

  /// The last point of time told in the sentence.
  private func sentencePoint(before token: Int) -> TimeValue? {
    let sentence = VerbTimeReader.bounds(of: token, in: draft)
    let last = recent.last { $0.tokens.lowerBound >= sentence.lowerBound && $0.value.middle != nil }
    return last?.value
  }

  /// `six à vingt ans`, `8 à 24 mois`, `18 mois à 22 ans` is two plain ones: the first number takes the unit of the second.
  func durationRange(_ at: Int) -> [FoundDate]? {
    guard let first = numbers.read(draft, at: at), first.end < draft.count, !first.isCollective else { return nil }
    guard Self.joins.contains(draft.word(first.end)), row(first.end, .unit) == nil, !draft.flags(first.end + 1).contains(.startsLine),
      numbers.read(draft, at: first.end + 1) != nil, let span = span(first.end + 1), span.amount != nil, !first.isArticle || span.unit != "TH",
      draft.word(first.end) != "et" || draft.word(at - 1) == "entre", row(span.end, .earlier, .later) == nil
    else { return nil }
    return [
      FoundDate(tokens: at..<first.end, value: .duration(DateScanner.duration(first.amount.text, span.unit)), rule: "date.duration-range"),
      FoundDate(tokens: first.end + 1..<span.end, value: .duration(span.text), rule: "date.duration-range"),
    ]
  }
}
