internal import DispatchModel
internal import Lexicon

/// Tolls: dead, injured, missing.
///
/// A figure is part of a toll where it counts dead (`12 morts`), where a predicate of death follows (`12 personnes ont été
/// tuées`) or leads it (`tuant 12 personnes`). Figures of one sentence make one toll, and a second number for the same slot
/// begins another (`le bilan est passé de 12 à 17 morts`). A part of a toll (`dont trois enfants`) is none of its own, and a toll
/// told twice is one fact.
struct CasualtyFacts: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.casualties]

  private enum Slot: String { case dead, injured, missing }

  private let words: TableID?
  private let causes: TableID?
  private let people: TableID?
  private let measures: TableID?
  private let things: TableID?
  private static let small: WordSet = ["au", "moins", "pres", "de", "d'", "plus", "environ", "quelque", "les", "des", "aussi", "encore", "a", "et"]
  private let partMarks: WordSet = ["dont", "lesquels", "lesquelles", "compris"]

  private let numbers: WordTable<NumberKind>

  init(lexicon: LexiconFile) {
    numbers = FigureTables(lexicon: lexicon).numbers
    words = lexicon.table("toll-words")
    causes = lexicon.table("toll-causes")
    people = lexicon.table("people-nouns")
    measures = lexicon.table("measures")
    things = lexicon.table("thing-nouns")
  }

  func annotate(_ draft: Draft) {
    var all: [Toll] = []
    var figures: [Int: [Int]] = [:]
    for (index, mention) in draft.mentions.enumerated() where mention.type == .figure && !mention.isFrame {
      let sentence = Int(draft.sentenceOfToken.indices.contains(mention.tokens.lowerBound) ? draft.sentenceOfToken[mention.tokens.lowerBound] : -1)
      figures[sentence, default: []].append(index)
    }
    for part in draft.parts where part.kind == .paragraph || part.kind == .headline {
      for sentence in draft.sentences where sentence.lowerBound >= part.tokens.lowerBound && sentence.upperBound <= part.tokens.upperBound {
        let number = Int(draft.sentenceOfToken[sentence.lowerBound])
        var found = figures[number].map { tolls(of: $0, in: draft) } ?? []
        figures[number] = nil
        if let one = single(in: sentence, draft) {
          if found.count == 1, value(of: one.slot, in: found[0].content) == nil {
            set(one.slot, one.number, in: &found[0].content)
            found[0].evidence = min(one.tokens.lowerBound, found[0].evidence.lowerBound)..<max(one.tokens.upperBound, found[0].evidence.upperBound)
          } else if found.isEmpty {
            var toll = Toll(content: Casualties(), evidence: one.tokens, confidence: 0.7, rule: "casualties.single")
            set(one.slot, one.number, in: &toll.content)
            if let more = others(after: one.tokens.upperBound, sentence, draft), value(of: more.slot, in: toll.content) == nil { set(more.slot, more.number, in: &toll.content) }
            found.append(complete(toll, in: draft))
          }
        }
        all += found
      }
    }
    for sentence in figures.keys.sorted() {
      all += tolls(of: figures[sentence] ?? [], in: draft)
    }
    for (index, toll) in all.enumerated() where !isTold(toll, elsewhere: all, at: index, in: draft) {
      draft.facts.append(
        DraftFact(content: .casualties(toll.content), evidence: toll.evidence, confidence: toll.confidence, rule: toll.rule))
    }
  }

  /// Whether another toll says the same and more, or the very same in the body where this one stands in the head, or earlier.
  private func isTold(_ toll: Toll, elsewhere all: [Toll], at index: Int, in draft: Draft) -> Bool {
    let headEnd = draft.parts.last { $0.kind == .headline || $0.kind == .subhead }?.tokens.upperBound ?? 0
    let isHead = toll.evidence.lowerBound < headEnd
    return all.enumerated().contains { other, candidate in
      guard other != index, says(candidate.content, all: toll.content) else { return false }
      let isOtherHead = candidate.evidence.lowerBound < headEnd
      return !says(toll.content, all: candidate.content) || (isHead == isOtherHead ? other < index : isHead)
    }
  }

  private func says(_ a: Casualties, all b: Casualties) -> Bool {
    (b.dead == nil || a.dead == b.dead) && (b.injured == nil || a.injured == b.injured) && (b.missing == nil || a.missing == b.missing)
  }

  private struct Toll {
    var content: Casualties
    var evidence: Range<Int>
    var confidence: Double
    var rule: String
  }

  /// The tolls that the figures of one sentence make.
  private func tolls(of figures: [Int], in draft: Draft) -> [Toll] {
    var found: [Toll] = []
    var open: Toll?
    var carried: (number: Int, start: Int)?
    var last: (position: Int, slot: Slot, rule: String)?
    // What became of each figure's people is asked several times over.
    var slots = [(Slot, rule: String)??](repeating: nil, count: figures.count)
    func slot(at position: Int) -> (Slot, rule: String)? {
      if let known = slots[position] { return known }
      let found = self.slot(of: figures, at: position, in: draft)
      slots[position] = .some(found)
      return found
    }
    for (position, index) in figures.enumerated() {
      let mention = draft.mentions[index]
      guard let number = FigureValue(mention.value)?.count else { continue }
      if isPart(mention.tokens, in: draft) {
        if open != nil || slot(at: position) != nil { draft.tollFigures.insert(mention.tokens.lowerBound) }
        continue
      }
      // `21 soldats et sept civils ont été tués`: one toll of both.
      if slot(at: position) == nil, let next = added(to: position, of: figures, in: draft), slot(at: next)?.rule == "casualties.after" {
        draft.tollFigures.insert(mention.tokens.lowerBound)
        carried = (number, mention.tokens.lowerBound)
        continue
      }
      // `tuant trois civils et un officier`
      if let last, let toll = open, last.rule == "casualties.before", added(to: last.position, of: figures, in: draft) == position, slot(at: position) == nil,
        let sum = value(of: last.slot, in: toll.content)
      {
        draft.tollFigures.insert(mention.tokens.lowerBound)
        set(last.slot, sum + number, in: &open)
        continue
      }
      guard let (slot, rule) = slot(at: position) else { continue }
      draft.tollFigures.insert(mention.tokens.lowerBound)
      var toll = open ?? Toll(content: Casualties(), evidence: mention.tokens, confidence: rule == "casualties.noun" ? 0.9 : 0.8, rule: rule)
      if value(of: slot, in: toll.content) != nil {
        found.append(toll)
        toll = Toll(content: Casualties(), evidence: mention.tokens, confidence: toll.confidence, rule: rule)
      }
      set(slot, number + (carried?.number ?? 0), in: &toll.content)
      if let carried { toll.evidence = min(carried.start, toll.evidence.lowerBound)..<toll.evidence.upperBound }
      carried = nil
      last = (position, slot, rule)
      toll.content.isAbout = toll.content.isAbout || isAbout(mention.tokens, in: draft)
      toll.evidence = min(toll.evidence.lowerBound, mention.tokens.lowerBound)..<max(toll.evidence.upperBound, mention.tokens.upperBound)
      open = toll
    }
    if var last = open, let more = elided(after: figures.last.map { draft.mentions[$0].tokens.upperBound } ?? 0, in: draft), value(of: more.slot, in: last.content) == nil {
      set(more.slot, more.number, in: &last.content)
      last.evidence = last.evidence.lowerBound..<max(last.evidence.upperBound, more.end)
      open = last
    }
    if let open { found.append(open) }
    return found.map { complete($0, in: draft) }
  }

  /// The next figure where it counts people and `et` alone lies between.
  private func added(to position: Int, of figures: [Int], in draft: Draft) -> Int? {
    guard position + 1 < figures.count else { return nil }
    let mention = draft.mentions[figures[position]]
    let next = draft.mentions[figures[position + 1]]
    guard draft.word(mention.tokens.upperBound) == Self.and, next.tokens.lowerBound == mention.tokens.upperBound + 1,
      let unit = FigureValue(mention.value)?.unit, let other = FigureValue(next.value)?.unit, counts(unit, in: people, draft), counts(other, in: people, draft)
    else { return nil }
    return position + 1
  }

  private static var and: Word { "et" }
  private static var of: Word { "en" }

  /// `tuant six personnes et en blessant onze`: the number of those who are not named again.
  private func elided(after start: Int, in draft: Draft) -> (slot: Slot, number: Int, end: Int)? {
    guard let sentence = draft.sentence(of: start), let en = (start..<min(sentence.upperBound, start + 12)).first(where: { draft.word($0) == Self.of && draft.word($0 - 1) == Self.and }),
      let verb = (en + 1..<min(sentence.upperBound, en + 4)).first(where: { slot(at: $0, "before", draft) != nil }), let slot = slot(at: verb, "before", draft)
    else { return nil }
    var k = verb + 1
    while k < sentence.upperBound, Self.small.contains(draft.word(k)) || draft.word(k) == "une" { k += 1 }
    guard k < sentence.upperBound, let number = NumberReader(draft, numbers).read(draft, at: k), let count = Int(number.amount.text), !number.isArticle else { return nil }
    return (slot, count, number.end)
  }

  /// `et trois autres sont portés disparus`: more people, whom the noun before counts.
  private func others(after start: Int, _ sentence: Range<Int>, _ draft: Draft) -> (slot: Slot, number: Int)? {
    guard let word = (start..<max(start, min(sentence.upperBound, start + 6))).first(where: { draft.word($0) == Self.more }), draft.mention(at: word) == nil,
      let number = NumberReader(draft, numbers).read(draft, at: word - 1), number.end == word, let count = Int(number.amount.text), !number.isArticle,
      let slot = (word + 1..<max(word + 1, min(sentence.upperBound, word + 6))).lazy.compactMap({ slot(at: $0, "after", draft) }).first
    else { return nil }
    return (slot, count)
  }

  private static var more: Word { "autres" }

  /// One person told without a number: `Un gendarme a été tué`, `Une randonneuse est portée disparue`.
  private func single(in sentence: Range<Int>, _ draft: Draft) -> (slot: Slot, number: Int, tokens: Range<Int>)? {
    for i in sentence where (draft.word(i) == "un" || draft.word(i) == "une") && draft.mention(at: i) == nil && !partMarks.contains(draft.word(i - 1)) {
      let opens = i == sentence.lowerBound || draft.word(i - 1) == Sign.comma || draft.word(i - 1) == Self.and || FunctionWords.that.contains(draft.word(i - 1))
      guard opens, let people else { continue }
      var noun = i + 1
      while noun < i + 3, draft.features(noun).contains(.adjective), !draft.word(noun, is: .ordinal), draft.matches.longest(in: people, at: noun) == nil { noun += 1 }
      guard draft.matches.longest(in: people, at: noun) != nil,
        let verb = (noun + 1..<max(noun + 1, min(sentence.upperBound, noun + 15))).first(where: { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite })
      else { continue }
      // Who is named is no number; `un soignant et un patient ont été tués` are two.
      if (noun + 1..<verb).contains(where: { FunctionWords.relatives.contains(draft.word($0)) && draft.mention(at: $0) == nil || draft.mentionType(at: $0) == .person }) { continue }
      let number = 1 + (noun + 1..<verb).count { draft.word($0) == Self.and && (draft.word($0 + 1) == "un" || draft.word($0 + 1) == "une") }
      // The first of two is nobody whom the list has.
      if draft.word(i - 1) == Self.and, (max(sentence.lowerBound, i - 8)..<i - 1).contains(where: { draft.word($0) == "un" || draft.word($0) == "une" }) { continue }
      let group = draft.verbGroups[Int(draft.verbOfToken[verb])]
      guard !group.isNegated, group.isPassive || group.isReflexive || draft.word(group.lemma, is: .dying) || group.lemma == "être",
        let hit = (group.tokens.lowerBound..<min(sentence.upperBound, group.tokens.upperBound + 2)).first(where: { slot(at: $0, "after", draft) != nil }), let slot = slot(at: hit, "after", draft)
      else { continue }
      return (slot, number, i..<hit + 1)
    }
    return nil
  }

  // MARK: What became of the counted

  private func slot(of figures: [Int], at position: Int, in draft: Draft) -> (Slot, rule: String)? {
    let mention = draft.mentions[figures[position]]
    guard let value = FigureValue(mention.value), !value.isShare, !value.isMoney else { return nil }
    if let noun = nounSlot(value.unit, draft) { return (noun, "casualties.noun") }
    guard counts(value.unit, in: people, draft) || !value.unit.utf8.contains(UInt8(ascii: " ")) && isPlausible(value.unit, draft) else { return nil }
    guard let sentence = draft.sentence(of: mention.tokens.lowerBound) else { return nil }
    let nextStart = position + 1 < figures.count ? draft.mentions[figures[position + 1]].tokens.lowerBound : sentence.upperBound
    let isPartNext = position + 1 < figures.count && isPart(draft.mentions[figures[position + 1]].tokens, in: draft)
    let limit = isPartNext ? sentence.upperBound : nextStart
    if let after = entry("after", from: mention.tokens.upperBound, to: min(limit, mention.tokens.upperBound + (isPartNext ? 16 : 11)), draft) {
      return (after, "casualties.after")
    }
    let earliest = position > 0 ? draft.mentions[figures[position - 1]].tokens.upperBound : sentence.lowerBound
    let isPeople = counts(value.unit, in: people, draft)
    if let before = entryBefore(mention.tokens.lowerBound, earliest: max(earliest, mention.tokens.lowerBound - 7), isPeople, draft) {
      return (before, "casualties.before")
    }
    return nil
  }

  /// Whether a noun that no list knows may count people: no land, building or good that the lexicon knows.
  private func isPlausible(_ unit: String, _ draft: Draft) -> Bool {
    !counts(unit, in: things, draft) && !counts(unit, in: measures, draft)
  }

  /// What the counted noun itself says: `12 morts`, `trois blessés graves`.
  private func nounSlot(_ unit: String, _ draft: Draft) -> Slot? {
    guard let words else { return nil }
    return draft.phrases(opening: unit).lazy.filter { $0.table == words }.compactMap { match in
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      return columns.count >= 3 && columns[2] == "noun" ? Slot(rawValue: String(columns[1])) : nil
    }.first
  }

  /// Whether the counted noun is in the table.
  private func counts(_ unit: String, in table: TableID?, _ draft: Draft) -> Bool {
    guard let table else { return false }
    return draft.phrases(opening: unit).contains { $0.table == table }
  }

  private func entry(_ part: Substring, from start: Int, to end: Int, _ draft: Draft) -> Slot? {
    guard start < end else { return nil }
    for index in start..<end {
      // Another clause of its own says something else of someone else.
      if draft.word(index) == ";" || draft.word(index) == Sign.colon || draft.word(index) == "que" || draft.word(index) == "qu'" { return nil }
      // `214 personnes et en a blessé 6.500`: the verb counts others.
      if draft.word(index) == Self.of, index + 1 < end, draft.verbOfToken[index] >= 0 || draft.verbOfToken[index + 1] >= 0 { return nil }
      if let slot = slot(at: index, part, draft) { return isNegated(before: index, from: start, draft) ? nil : slot }
    }
    return nil
  }

  private func entryBefore(_ end: Int, earliest: Int, _ isPeople: Bool, _ draft: Draft) -> Slot? {
    guard let words, earliest < end else { return nil }
    for index in stride(from: end - 1, through: max(earliest, 0), by: -1) {
      if draft.word(index) == Sign.comma || draft.word(index) == ";" { return nil }
      guard draft.matches.has(words, at: index) else { continue }
      for match in draft.matches.starting(at: index) where match.table == words && match.tokens.upperBound <= end {
        let columns = draft.lexicon.columns(ofEntry: match.entry)
        guard columns.count >= 3, columns[2] == "before" || (isPeople && columns[2] == "people"), gap(match.tokens.upperBound, end, draft) else { continue }
        return Slot(rawValue: String(columns[1]))
      }
    }
    return nil
  }

  /// Only small words lie between the verb and its number: `a tué au moins`, `tuant près de`.
  private func gap(_ start: Int, _ end: Int, _ draft: Draft) -> Bool {
    return (start..<max(start, end)).allSatisfy { Self.small.contains(draft.word($0)) }
  }

  private func slot(at index: Int, _ part: Substring, _ draft: Draft) -> Slot? {
    guard let words, draft.matches.has(words, at: index) else { return nil }
    for match in draft.matches.starting(at: index) where match.table == words {
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      if columns.count >= 3, columns[2] == part { return Slot(rawValue: String(columns[1])) }
    }
    return nil
  }

  private func isNegated(before index: Int, from start: Int, _ draft: Draft) -> Bool {
    (start..<index).contains { draft.word($0) == "n'" || draft.word($0) == "ne" }
  }

  // MARK: What belongs to it

  private func isPart(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    (1...3).contains { partMarks.contains(draft.word(tokens.lowerBound - $0)) }
  }

  private func isAbout(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    (tokens.lowerBound - 3..<tokens.lowerBound + 2).contains { draft.word($0, is: .approximation) }
  }

  private func value(of slot: Slot, in toll: Casualties) -> Int? {
    switch slot {
    case .dead: toll.dead
    case .injured: toll.injured
    case .missing: toll.missing
    }
  }

  private func set(_ slot: Slot, _ number: Int, in toll: inout Toll?) {
    guard var changed = toll else { return }
    set(slot, number, in: &changed.content)
    toll = changed
  }

  private func set(_ slot: Slot, _ number: Int, in toll: inout Casualties) {
    switch slot {
    case .dead: toll.dead = number
    case .injured: toll.injured = number
    case .missing: toll.missing = number
    }
  }

  /// Adds cause, place, date and the words around.
  private func complete(_ toll: Toll, in draft: Draft) -> Toll {
    var toll = toll
    guard let sentence = draft.sentence(of: toll.evidence.lowerBound) else { return toll }
    toll.content.cause = cause(in: sentence, draft)
    let mentions = draft.mentions.filter { sentence.contains($0.tokens.lowerBound) && !$0.isFrame }
    let places = mentions.filter { $0.type == .place }
    toll.content.place = (places.first { $0.value.utf8.contains(UInt8(ascii: "/")) } ?? places.first)?.value ?? draft.frame.place ?? draft.focus.first
    toll.content.when = mentions.first { $0.type == .date && !$0.value.hasPrefix("P") && !$0.value.hasSuffix("_REF") }?.value
    let left = Clauses.around(toll.evidence.lowerBound..<toll.evidence.lowerBound + 1, in: draft)
    let right = Clauses.around(toll.evidence.upperBound - 1..<toll.evidence.upperBound, in: draft)
    toll.evidence = min(left.lowerBound, toll.evidence.lowerBound)..<max(right.upperBound, toll.evidence.upperBound)
    return toll
  }

  /// The first noun of the sentence that names a cause, its longest form.
  private func cause(in sentence: Range<Int>, _ draft: Draft) -> String? {
    guard let causes else { return nil }
    for index in sentence {
      if let match = draft.matches.longest(in: causes, at: index) { return draft.text(match.tokens) }
    }
    return nil
  }
}
