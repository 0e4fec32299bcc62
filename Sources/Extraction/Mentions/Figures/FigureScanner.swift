internal import DispatchModel
internal import Lexicon

/// Walks a draft's tokens once and reads every figure. What the number is followed by decides its sort; numbers that are followed by
/// nothing countable are figures only where the words around make them refer to one before (`contre 39 en 2020`, `dont sept
/// grièvement`).
final class FigureScanner {
  let draft: Draft
  let tables: FigureTables
  let numbers: NumberReader
  let units: TableWords<UnitKind>
  let money: TableWords<MoneyKind>
  let signs: TableWords<MoneyKind>
  /// Tokens of dates.
  private var taken: [Bool]
  private(set) var found: [FoundFigure] = []
  /// The count, the amount of money and the amount or measure read last.
  private(set) var lastCount: FoundFigure?
  private(set) var lastMoney: FoundFigure?

  init(_ draft: Draft, tables: FigureTables) {
    self.draft = draft
    self.tables = tables
    numbers = NumberReader(draft, tables.numbers)
    units = TableWords(draft, tables.units)
    money = TableWords(draft, tables.currencies)
    signs = TableWords(draft, tables.signs)
    taken = [Bool](repeating: false, count: draft.count)
    for candidate in draft.candidates where candidate.type == .date {
      for token in candidate.tokens { taken[token] = true }
    }
    for frame in [draft.frame.dateTokens].compactMap({ $0 }) {
      for token in frame where token < taken.count { taken[token] = true }
    }
  }

  func run() {
    var at = 0
    while at < draft.count {
      guard !taken[at], canBegin(at), let items = read(at), let end = items.map(\.tokens.upperBound).max(), end > at else {
        at += 1
        continue
      }
      for item in items where !item.tokens.isEmpty && item.confidence > 0 { keep(item) }
      at = end
    }
  }

  /// A cheap look before the readers: a number, a sign of money before one, or `magnitude`.
  private func canBegin(_ at: Int) -> Bool {
    draft.kind(at) == .number || numbers.words.has(at) || signs.has(at) || draft.word(at) == "magnitude"
  }

  private func keep(_ item: FoundFigure) {
    found.append(item)
    if item.sort == .count { lastCount = item }
    if item.sort == .money { lastMoney = item }
  }

  /// The figures that begin at the token; items of confidence 0 are numbers to pass over.
  private func read(_ at: Int) -> [FoundFigure]? {
    if let item = magnitude(at) ?? signFirst(at) { return [item] }
    guard draft.kind(at) == .number || numbers.words[at] != nil, let number = numbers.read(draft, at: at) else { return nil }
    guard !taken[min(number.end - 1, taken.count - 1)], !isPartOfName(at, number) else { return [skip(at, number)] }
    if isEnglishRatio(at, number) { return [skip(at, number)] }
    if let items = range(at, number) ?? ratio(at, number) { return items }
    if let item = measured(at, number) { return [item] }
    guard !isLabelled(at, number), !isAnaphoric(at, number) else { return [skip(at, number)] }
    if let item = counted(at, number) ?? (followsName(at, number) ? nil : elliptic(at, number)) { return [item] }
    return [skip(at, number)]
  }

  private func skip(_ at: Int, _ number: ReadNumber) -> FoundFigure {
    FoundFigure(tokens: at..<number.end, amount: number.amount, unit: "", sort: .bare, rule: "figure.none", confidence: 0)
  }

  // MARK: Measures and money

  /// `magnitude 7,1`, `magnitude de 6,4`.
  private func magnitude(_ at: Int) -> FoundFigure? {
    if let item = englishMagnitude(at) { return item }
    guard draft.word(at) == "magnitude" else { return nil }
    let next = draft.word(at + 1) == "de" ? at + 2 : at + 1
    guard let number = numbers.read(draft, at: next), draft.kind(next) == .number, number.amount.digits > 0 else { return nil }
    return FoundFigure(tokens: at..<number.end, amount: number.amount, unit: "magnitude", sort: .measure, rule: "figure.magnitude", confidence: 0.97)
  }

  /// `$5 million`, `US$ 5`, `EUR 3,2 milliards`.
  private func signFirst(_ at: Int) -> FoundFigure? {
    guard let sign = signs[at], sign.kind != .weak, Int(sign.more) ?? 1 == 1, draft.kind(at + sign.length) == .number, !draft.isGlued(at) || draft.kind(at - 1) != .number,
      draft.isGlued(at + sign.length) != (sign.length == 1 && draft.kind(at) == .word), let number = numbers.read(draft, at: at + sign.length)
    else { return nil }
    // `5 $ 3` : the sign belongs to the number before it.
    return FoundFigure(tokens: at..<number.end, amount: number.amount, unit: code(sign), sort: .money, rule: "figure.money-sign")
  }

  private func code(_ row: TableWords<MoneyKind>.Row) -> String { row.kind == .full ? row.value : "?" + row.value }

  /// What a measuring word at the token makes of a number: its unit, its sort, where it ends.
  struct Measure {
    var unit: String
    var sort: FoundFigure.Sort
    var end: Int
    var factor = 1
  }

  /// The unit or currency after a number that ends at `end`.
  func measure(after number: ReadNumber) -> Measure? {
    var starts = [number.end]
    if number.endsWithScale, isOf(number.end) { starts = [number.end + 1] }
    for at in starts {
      guard !draft.flags(at).contains(.startsLine), at < draft.count else { continue }
      if let sign = signs[at], sign.kind != .weak || hasMoney(before: at) {
        let unit = sign.kind == .weak ? lastMoney?.unit ?? code(sign) : code(sign)
        return Measure(unit: unit, sort: .money, end: at + sign.length, factor: Int(sign.more) ?? 1)
      }
      if let row = money[at], row.length > 0 { return Measure(unit: code(row), sort: .money, end: at + row.length) }
      if let row = units[at], row.kind != .after, isUnitHere(at, row) {
        var measure = Measure(unit: row.value, sort: row.kind == .ratio ? .share : .measure, end: at + row.length)
        if row.kind == .ratio { return measure }
        if let rate = units[measure.end], rate.kind == .after, !draft.flags(measure.end).contains(.startsLine) {
          measure.unit += "/" + rate.value
          measure.end += rate.length
        }
        return measure
      }
    }
    return nil
  }

  /// Symbols of one or two letters are units only as written (`m`, not `M`), and after a number that touches or precedes them.
  private func isUnitHere(_ at: Int, _ row: TableWords<UnitKind>.Row) -> Bool {
    // 22° 52′ is no temperature.
    if row.kind == .degree, draft.kind(at) == .symbol { return draft.kind(at + 1) != .number || draft.flags(at + 1).contains(.startsLine) }
    guard row.length == 1, draft.kind(at) == .word, draft.tokens[at].end - draft.tokens[at].start <= 2 else { return true }
    return draft.kind(at - 1) == .number && draft.text(at) == (row.value == "hectares" ? "ha" : row.value) || draft.text(at) == "pc"
  }

  private func isOf(_ at: Int) -> Bool { FigureWord.of.contains(draft.word(at)) }

  /// Whether an amount of money stands before in the text: `F` means francs only then.
  private func hasMoney(before at: Int) -> Bool { lastMoney != nil }

  private func measured(_ at: Int, _ number: ReadNumber) -> FoundFigure? {
    guard let measure = measure(after: number), let amount = number.amount.times(measure.factor) else { return nil }
    // « une tonne », « un degré » of something else; « un pour cent » is one.
    if number.isArticle, measure.sort == .measure { return nil }
    var start = at
    var signed = amount
    let mark = draft.word(at - 1)
    if draft.isGlued(at), mark == "+" || mark == Sign.hyphen || mark == Sign.minus, !draft.isGlued(at - 1) || draft.word(at - 2) == Sign.open {
      start = at - 1
      if mark != "+" { signed.digits = -signed.digits }
    }
    let rule =
      switch measure.sort {
      case .share: "figure.share"
      case .money: "figure.money"
      case .measure: "figure.measure"
      case .count, .bare: "figure"
      }
    return FoundFigure(tokens: start..<measure.end, amount: signed, unit: measure.unit, sort: measure.sort, rule: rule, confidence: 0.96)
  }

  /// `50 et 300 MW`, `8 à 8,5%`, `six à onze morts`, `d'un à deux milliards de francs`: the first number takes the second's unit.
  private func range(_ at: Int, _ first: ReadNumber) -> [FoundFigure]? {
    guard FigureWord.joins.contains(draft.word(first.end)), !draft.flags(first.end).contains(.startsLine) else { return nil }
    var next = first.end + 1
    if draft.word(next) == "de" || draft.word(next) == "d'" { next += 1 }
    guard next < draft.count, !taken[next], !draft.isGlued(next) || !first.isWords && draft.isGlued(first.end), let second = numbers.read(draft, at: next), !second.isArticle else { return nil }
    // A score: `3-1`.
    guard !(draft.isGlued(first.end) && draft.isGlued(next) && second.amount.digits < 100 && first.amount.digits < 100) else { return nil }
    let isAnd = draft.word(first.end) == "et" || draft.word(first.end) == "ou" || draft.word(first.end) == "and"
    guard let item = measured(next, second) ?? counted(next, second), item.tokens.lowerBound == next else { return nil }
    // « par 102 voix contre trois et 17 abstentions »
    if isAnd, draft.word(at - 1) == "contre", let earlier = elliptic(at, first) { return [earlier, item] }
    if isAnd, first.isArticle || first.endsWithScale && item.sort != .count { return nil }
    var amount = first.amount
    if second.endsWithScale, !first.endsWithScale {
      let scale = scaleFactor(second)
      guard let scaled = amount.times(scale) else { return nil }
      amount = scaled
    } else if first.isArticle {
      return nil
    }
    var early = item
    early.tokens = at..<first.end
    early.amount = amount
    early.rule = "figure.range"
    early.confidence = 0.85
    return [early, item]
  }

  /// `un train sur deux`, `une infirmière sur cinq`, `trois personnes sur 10`: a part of a whole, both of them figures.
  private func ratio(_ at: Int, _ first: ReadNumber) -> [FoundFigure]? {
    guard draft.language != "en", (first.amount.whole ?? 100) <= 10, draft.word(at - 1) != "a", draft.kind(first.end) == .word, draft.features(first.end).contains(.noun),
      !draft.flags(first.end).contains(.startsLine), units[first.end] == nil, money[first.end] == nil
    else { return nil }
    let on = (first.end + 1...first.end + 2).first { draft.word($0) == "sur" }
    guard let on, let second = numbers.read(draft, at: on + 1), !second.isArticle, let whole = second.amount.whole, (2...100).contains(whole), !second.endsWithScale,
      followsNothing(second.end) || draft.word(second.end) == "a", second.end == on + 2
    else { return nil }
    let noun = draft.text(first.end)
    let plural = noun.hasSuffix("s") || noun.hasSuffix("x") ? noun : noun + "s"
    let part = FoundFigure(tokens: at..<on, amount: first.amount, unit: draft.text(first.end..<on), sort: .count, rule: "figure.ratio", confidence: 0.85)
    let all = FoundFigure(tokens: on + 1..<second.end, amount: second.amount, unit: first.isArticle ? plural : noun, sort: .count, rule: "figure.ratio", confidence: 0.8)
    return [part, all]
  }

  private func scaleFactor(_ number: ReadNumber) -> Int {
    var factor = 1
    var at = number.end - 1
    while let row = numbers.words[at], row.kind == .scale {
      factor *= row.number
      at -= 1
    }
    return factor
  }

  // MARK: What is no figure

  /// Digits that are glued to letters or to other digits: `A320`, `T-90`, `16es`, `3-1`, `1/4`, `90e+4`.
  private func isPartOfName(_ at: Int, _ number: ReadNumber) -> Bool {
    guard draft.numberStandsFree(at), !isCoordinate(at) else { return true }
    guard draft.kind(number.end - 1) == .number else { return false }
    let end = number.end
    if draft.isGlued(end), draft.kind(end) == .word, units[end] == nil, signs[end] == nil { return true }
    let mark = draft.word(end)
    if draft.isGlued(end), draft.isGlued(end + 1), mark == Sign.hyphen || mark == Sign.slash || mark == Sign.colon || mark == Sign.enDash || mark == Sign.stop {
      return draft.kind(end + 1) == .number ? draft.word(end + 2) != "%" && measureAfterRange(end + 1) == nil : mark == Sign.hyphen && draft.kind(end + 1) == .word
    }
    return false
  }

  /// Decimals beside a slash or minutes of arc: `22° 52′ 16″ N / 22.871 , 120.668`.
  private func isCoordinate(_ at: Int) -> Bool {
    (max(0, at - 8)..<at).contains { draft.word($0) == Sign.prime || draft.word($0) == Sign.doublePrime || draft.word($0) == "'" && draft.kind($0 - 1) == .number && draft.word($0 - 2) == Sign.degree }
  }

  private func measureAfterRange(_ at: Int) -> Measure? { numbers.read(draft, at: at).flatMap { measure(after: $0) } }

  /// `numéro 2`, `article 49`, `Boeing 737`, `Ouaga 2000`.
  private func isLabelled(_ at: Int, _ number: ReadNumber) -> Bool {
    guard draft.kind(at) == .number else { return false }
    if let labels = tables.labels {
      for back in 1...2 where at >= back {
        guard let match = draft.matches.longest(in: labels, at: at - back), match.tokens.upperBound == at else { continue }
        // `A 10` is a road, `à 10` and `a 10` are not.
        if draft.word(at - back) == "a", !draft.isCapitalized(at - back) || draft.sentence(of: at)?.lowerBound == at - back { continue }
        return true
      }
    }
    return false
  }

  /// `Boeing 737`, `Ouaga 2000`: digits after a capital, which count nothing that follows.
  private func followsName(_ at: Int, _ number: ReadNumber) -> Bool {
    let before = at - 1
    return draft.kind(at) == .number && before >= 0 && draft.kind(before) == .word && draft.isCapitalized(before) && !draft.flags(at).contains(.startsLine)
      && !draft.flags(before).contains(.startsLine) && !draft.features(before).contains(.preposition) && number.amount.power == 0 && number.end == at + 1
      && draft.sentence(of: at).map { $0.lowerBound < before } ?? true
  }

  /// `les deux pays`, `ces trois jours`, `nos deux peuples`: small numbers in words after a definite article, or a possessive of those
  /// who speak, refer back.
  private func isAnaphoric(_ at: Int, _ number: ReadNumber) -> Bool {
    guard number.isWords, !number.isArticle, let value = number.amount.whole, value <= 4 else { return false }
    return FigureWord.definite.contains(draft.word(at - 1)) || FigureWord.shared.contains(draft.word(at - 1))
  }
}

/// Function words that the grammar of figures asks for.
enum FigureWord {
  static let of: WordSet = ["de", "d'", "of"]
  static let joins: WordSet = ["à", "et", "ou", "to", "and", "or", "-", "–"]
  static let definite: WordSet = ["les", "des", "ces", "aux", "the", "these", "both"]
  static let shared: WordSet = ["nos", "vos", "our", "your"]
}
