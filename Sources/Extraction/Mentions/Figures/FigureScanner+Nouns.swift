internal import DispatchModel
internal import Lexicon

/// Counted nouns, and bare numbers that take the noun of a figure before them.
extension FigureScanner {
  /// `73 chars`, `bureaux de vote`, `deux | Mexicains`, `420 mille Rohingyas`, `trois autres personnes`.
  func counted(_ at: Int, _ number: ReadNumber) -> FoundFigure? {
    var head = number.end
    if number.endsWithScale {
      if FigureWord.of.contains(draft.word(head)) {
        head += 1
      } else if number.isCollective && draft.language != "en" || !isThousand(number) {
        return nil
      }
    }
    guard head < draft.count, !draft.flags(head).contains(.startsLine), draft.kind(head) == .word else { return nil }
    let numberEnd = head
    var steps = 0
    while draft.word(head, is: .prenominal), steps < 2, draft.kind(head + 1) == .word, !draft.flags(head + 1).contains(.startsLine) {
      head += 1
      steps += 1
    }
    if number.isArticle, !oneCounts(at, head) { return nil }
    if let item = englishAdjective(at, head, number) { return item }
    if let demonym = demonym(head), draft.isCapitalized(head) {
      // The people's name is a mention of its own.
      let end = number.endsWithScale && numberEnd == head ? number.end : head
      return FoundFigure(
        tokens: at..<max(end, number.end), amount: number.amount, unit: draft.text(demonym), sort: .count, rule: "figure.people", confidence: 0.9)
    }
    guard !FigureScanner.times.contains(draft.word(head)), let end = noun(head, number) ?? englishNoun(head, number) else { return nil }
    if numberEnd == number.end, isParticiple(head, end), let earlier = lastCount(before: at, inSentence: true), isCoordinatedParticiple(at, earlier) {
      return FoundFigure(tokens: at..<number.end, amount: number.amount, unit: earlier.unit, sort: .count, rule: "figure.implied", confidence: 0.85)
    }
    var item = FoundFigure(tokens: at..<end, amount: number.amount, unit: draft.text(head..<end), sort: .count, rule: "figure.count", confidence: 0.9)
    if let rate = units[end], rate.kind == .after, !draft.flags(end).contains(.startsLine) {
      item.unit += "/" + rate.value
      item.tokens = at..<end + rate.length
    }
    return item
  }

  /// `deux fois`, `à trois reprises` count no thing.
  private static let times: WordSet = ["fois", "times", "reprises"]

  /// `mille personnes`, `60 mille personnes`: thousands take no `de`; nor do larger numbers in English.
  private func isThousand(_ number: ReadNumber) -> Bool { draft.language == "en" || numbers.words[number.end - 1]?.number == 1000 }

  func demonym(_ at: Int) -> Range<Int>? {
    guard let table = tables.demonyms, let match = draft.matches.longest(in: table, at: at) else { return nil }
    return match.tokens
  }

  /// Where the counted noun that begins at the token ends; nil where it is none.
  func noun(_ at: Int, _ number: ReadNumber) -> Int? {
    if let table = tables.compounds, let match = draft.matches.longest(in: table, at: at) { return match.tokens.upperBound }
    guard draft.kind(at) == .word, draft.tokens[at].end - draft.tokens[at].start > 1 else { return nil }
    let features = draft.features(at)
    guard features.isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction]) || features.contains(.noun) && features.contains(.plural) && features.isDisjoint(with: [.preposition, .determiner, .pronoun]),
      units[at]?.kind != .after
    else { return nil }
    let isPlural = features.contains(.noun) ? features.contains(.plural) || features.isDisjoint(with: .singular) : endsInPlural(at)
    if features.isEmpty || !features.contains(.noun) {
      // A word that no lexicon knows counts if it looks like a plural; a known adjective or verb does not.
      let isUnknown = features.isDisjoint(with: [.verb, .adjective, .adverb])
      guard isUnknown, endsInPlural(at) || number.isArticle else { return nil }
      if draft.isCapitalized(at), !draft.flags(at).contains(.allCapitals), draft.word(at + 1) == Sign.hyphen || draft.isCapitalized(at + 1) { return nil }
    } else if draft.isCapitalized(at), !draft.flags(at).contains(.allCapitals), !endsInPlural(at) {
      return nil
    }
    guard number.isArticle || isPlural || draft.language == "en" && endsInPlural(at) || number.amount.power < 0 else { return nil }
    // sous-marins, demi-finales, vice-présidents
    var end = at + 1
    while draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word, end - at < 6 { end += 2 }
    return end
  }

  private func endsInPlural(_ at: Int) -> Bool {
    guard at >= 0, at < draft.count, draft.tokens[at].end > draft.tokens[at].start else { return false }
    let last = draft.bytes[Int(draft.tokens[at].end) - 1] | 0x20
    return last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z")
  }

  /// `un`, `une` count only in tolls, after `dont`, and beside counted people.
  private func oneCounts(_ at: Int, _ head: Int) -> Bool {
    guard !FigureWord.definite.contains(draft.word(head)) else { return false }
    let before = draft.word(at - 1)
    if draft.word(head, is: .victim) {
      return draft.word(head + 1) != "de" || before != "par"
    }
    if before == "dont" { return isPeople(head) }
    guard before == "et" || before == Sign.comma || before == Sign.hyphen || before == Sign.enDash || before == Sign.emDash, let last = found.last, last.sort == .count,
      at - last.tokens.upperBound < 6, isPeople(head) || demonym(head) != nil && draft.isCapitalized(head)
    else { return false }
    return true
  }

  private func isPeople(_ at: Int) -> Bool {
    guard let table = tables.people else { return false }
    return draft.matches.longest(in: table, at: at) != nil
  }

  // MARK: Bare numbers

  /// `tués`, `blessées`: both a noun and a participle.
  private func isParticiple(_ at: Int, _ end: Int) -> Bool { end == at + 1 && draft.features(at).contains(.pastParticiple) }

  /// « huit personnes ont été tuées et quatorze blessées »: the second number counts persons.
  private func isCoordinatedParticiple(_ at: Int, _ earlier: FoundFigure) -> Bool {
    guard draft.word(at - 1) == "et" || draft.word(at - 1) == Sign.comma || draft.word(at - 1) == "autres" else { return false }
    return (earlier.tokens.upperBound..<at).contains { draft.word($0) == "ete" || draft.word($0) == "sont" || draft.word($0) == "ont" }
  }

  func lastCount(before at: Int, inSentence: Bool) -> FoundFigure? {
    guard let last = lastCount else { return nil }
    guard inSentence else { return last }
    return sameSentence(last, at) ? last : nil
  }

  private func sameSentence(_ item: FoundFigure, _ at: Int) -> Bool {
    guard let sentence = draft.sentence(of: at) else { return at - item.tokens.upperBound < 40 }
    return item.tokens.lowerBound >= sentence.lowerBound
  }

  /// `42 des 118 agents`, `178.000 d'entre eux`, `571 de ses ressortissants`, `contre 39 en 2020`, `dont sept grièvement`.
  func elliptic(_ at: Int, _ number: ReadNumber) -> FoundFigure? {
    func item(_ unit: String, _ sort: FoundFigure.Sort, _ rule: String, _ confidence: Double, _ amount: Amount? = nil) -> FoundFigure {
      FoundFigure(tokens: at..<number.end, amount: amount ?? number.amount, unit: unit, sort: sort, rule: rule, confidence: confidence)
    }
    let end = number.end
    if !number.isArticle, let unit = partitive(at, end) { return item(unit, .count, "figure.part", 0.85) }
    let before = draft.word(at - 1)
    let hedged = FigureScanner.hedges.contains(before)
    let lead = hedged ? leadBefore(at - 1) : before
    // A bare `un` is one only in « dont un grièvement ».
    if number.isArticle {
      guard before == "dont", let last = lastCount(before: at, inSentence: true),
        draft.features(end).contains(.adverb) || draft.features(end).contains(.adjective) || draft.features(end).contains(.pastParticiple)
      else { return nil }
      return item(singular(last.unit), .count, "figure.implied", 0.75)
    }
    guard let last = found.last else { return nil }
    let isNear = sameSentence(last, at)
    let isBig = number.endsWithScale || (number.amount.whole ?? 0) >= 1000 && end > at + 1
    if isBig, isNear || at - last.tokens.upperBound < 60, number.endsWithScale || FigureScanner.leads.contains(lead) || isNear || followsNothing(end) {
      // Millions of what was measured last: money or a measure before a count.
      let model = number.endsWithScale ? found.suffix(8).last { $0.sort != .share } ?? last : last
      if model.sort == .share { return lastCount(before: at, inSentence: false).map { item($0.unit, .count, "figure.implied", 0.6) } }
      return item(model.unit, model.sort, "figure.implied", 0.8)
    }
    // « injuring more than 700 »
    if draft.language == "en", hedged, isNear, followsNothing(end), let count = lastCount(before: at, inSentence: true), lead != Sign.comma {
      return item(count.unit, .count, "figure.implied", 0.75)
    }
    // « down from 271 on Tuesday »
    if draft.language == "en", isNear, before == "from", draft.word(at - 2) == "down" || draft.word(at - 2) == "up", followsNothing(end) {
      return item(last.unit, last.sort, "figure.implied", 0.75)
    }
    guard isNear || at - last.tokens.upperBound < 40 && (lead == "contre" || lead == "dont"), followsNothing(end), FigureScanner.leads.contains(lead) else { return nil }
    if last.sort == .share, let count = lastCount(before: at, inSentence: true) { return item(count.unit, .count, "figure.implied", 0.7) }
    guard last.sort == .count || last.sort == .measure || number.amount.power < 0 || last.sort == .share && lead == "contre" else {
      return lastCount(before: at, inSentence: true).map { item($0.unit, .count, "figure.implied", 0.7) }
    }
    return item(last.unit, last.sort, "figure.implied", 0.75)
  }

  /// `policiers` → `policier`, where the lexicon knows it.
  private func singular(_ noun: String) -> String { draft.lexicon.lemma(Word(noun), having: .noun) ?? noun }

  private static let hedges: WordSet = ["environ", "quelque", "près", "de", "d'", "plus", "moins", "seulement", "presque", "about", "than", "more", "nearly", "around", "over", "almost", "some", "roughly", "least", "only", "at"]
  private static let leads: WordSet = ["dont", "contre", "soit", "et", "sur", "à", "mais", "que", "ou", ",", "après", "seuls", "seules", "non", "against", "including"]

  /// The word before `près de`, `plus de`, `environ`.
  private func leadBefore(_ token: Int) -> Word {
    var at = token
    while at >= 0, token - at < 4, FigureScanner.hedges.contains(draft.word(at)) { at -= 1 }
    return draft.word(at)
  }

  /// What follows is no noun that it could count.
  func followsNothing(_ at: Int) -> Bool {
    guard at < draft.count, !draft.flags(at).contains(.startsLine) else { return true }
    if draft.kind(at) == .punctuation || FigureWord.of.contains(draft.word(at)) || FigureWord.definite.contains(draft.word(at)) { return true }
    if draft.kind(at) != .word { return false }
    let features = draft.features(at)
    return features.contains(.preposition) || features.contains(.determiner) || features.contains(.adverb) || features.contains(.pastParticiple)
      || features.contains(.conjunction) || features.contains(.pronoun) || features.contains(.verb) && !features.contains(.noun) || features.contains(.adjective)
      || draft.isCapitalized(at)
  }

  /// The noun of the whole that the number is a part of.
  private func partitive(_ at: Int, _ end: Int) -> String? {
    let word = draft.word(end)
    if word == "d'", draft.word(end + 1) == "entre" {
      if let last = lastCount(before: at, inSentence: false), sameSentence(last, at) || at - last.tokens.upperBound < 40 { return last.unit }
      return pluralNoun(before: at)
    }
    if word == "of", draft.word(end + 1) == "them" || draft.word(end + 1) == "whom" { return lastCount(before: at, inSentence: false)?.unit }
    // « portera à vingt-deux le nombre d'appareils »
    if word == "le", draft.word(end + 1) == "nombre", FigureWord.of.contains(draft.word(end + 2)) {
      var last = end + 4
      while last < draft.count, draft.isGlued(last), draft.kind(last) != .punctuation { last += 1 }
      return draft.text(end + 3..<min(last, draft.count))
    }
    if word == "des" || word == "of" {
      let next = draft.word(end + 1) == "the" ? end + 2 : end + 1
      if let whole = numbers.read(draft, at: next), !whole.isArticle, let item = counted(next, whole) { return item.unit }
      return nil
    }
    if word == "de", FigureScanner.possessives.contains(draft.word(end + 1)), draft.features(end + 2).contains(.noun) { return draft.text(end + 2) }
    return nil
  }

  private static let possessives: WordSet = ["ses", "leurs", "nos", "mes", "vos", "ces"]

  /// The nearest plural noun before, where no figure named one.
  private func pluralNoun(before at: Int) -> String? {
    for back in 1...20 where at - back >= 0 {
      let features = draft.features(at - back)
      if features.contains(.noun), features.contains(.plural), !draft.isCapitalized(at - back), features.isDisjoint(with: [.verb, .adjective, .preposition, .pronoun, .determiner]) { return draft.text(at - back) }
    }
    return nil
  }
}
