internal import DispatchModel
internal import Lexicon

/// Numbers that are news: every figure of the body once, but those of a toll and the distances and populations that only describe a
/// place.
struct FigureFacts: Annotator {
  static let requires: Set<Layer> = [.casualties]
  static let provides: Set<Layer> = [.figureFacts]

  private let measures: TableID?
  private let complement: WordSet = ["de", "d'", "des", "du"]

  init(lexicon: LexiconFile) {
    measures = lexicon.table("measures")
  }

  func annotate(_ draft: Draft) {
    var known: Set<String> = []
    var found: [DraftFact] = []
    // The body tells a figure better than the headline: headline figures only where the body has them not.
    let body = draft.mentions.indices.filter { draft.mentions[$0].type == .figure && part(of: $0, draft) == .paragraph }
    let heads = draft.mentions.indices.filter { draft.mentions[$0].type == .figure && [.headline, .subhead].contains(part(of: $0, draft)) }
    for index in body + heads {
      let mention = draft.mentions[index]
      guard mention.type == .figure, !mention.isFrame, let value = FigureValue(mention.value) else { continue }
      guard !draft.tollFigures.contains(mention.tokens.lowerBound), !describes(mention, value, draft)
      else { continue }
      // `à 1.488 nairas pour un dollar`: what the rate is for.
      if value.isMoney, value.number == 1, draft.kind(mention.tokens.lowerBound) == .word { continue }
      guard known.insert(mention.value).inserted else { continue }
      found.append(fact(of: mention, value, draft))
    }
    draft.facts += found.sorted { $0.evidence.lowerBound < $1.evidence.lowerBound }
  }

  private func part(of index: Int, _ draft: Draft) -> PartKind? {
    let token = draft.mentions[index].tokens.lowerBound
    return draft.parts.first { $0.tokens.contains(token) }?.kind
  }

  private func describes(_ mention: DraftMention, _ value: FigureValue, _ draft: Draft) -> Bool {
    guard value.unit == "km" || value.unit == "habitants" || value.unit == "km2" else { return false }
    return (1...4).contains { draft.word(mention.tokens.lowerBound - $0, is: .describing) }
  }

  private func fact(of mention: DraftMention, _ value: FigureValue, _ draft: Draft) -> DraftFact {
    // A rate is a measure, whatever it counts: `31 navires par jour`.
    let isMeasure = value.isShare || value.isMoney || value.unit.contains("/") || isUnit(value.unit, draft)
    let what: String
    if isMeasure {
      what = measured(after: mention.tokens.upperBound, draft) ?? measured(before: mention.tokens.lowerBound, draft) ?? ""
    } else {
      what = counted(mention, value, draft)
    }
    let figure = Figure(value: value.number, unit: isMeasure ? value.unit : "", what: what, of: subject(of: mention, draft))
    return DraftFact(
      content: .figure(figure), evidence: Clauses.around(mention.tokens, in: draft), confidence: 0.85 * mention.confidence,
      rule: isMeasure ? "figure.measure" : "figure.count", reasons: draft.explains ? ["\(mention.value)"] : [])
  }

  private func isUnit(_ unit: String, _ draft: Draft) -> Bool {
    guard let measures else { return false }
    guard let match = draft.phrases(opening: unit).first(where: { $0.table == measures }) else { return false }
    return match.tokens.count == Tokenizer.tokenize(unit).count
  }

  /// The counted noun with the adjective that follows it: `experts civils`.
  private func counted(_ mention: DraftMention, _ value: FigureValue, _ draft: Draft) -> String {
    let next = mention.tokens.upperBound
    let isAdjective = draft.features(next).contains(.adjective) && !draft.features(next).contains(.verb)
    guard isAdjective, draft.mention(at: next) == nil, !draft.flags(next).contains(.startsLine), !draft.isCapitalized(next) else { return value.unit }
    return value.unit + " " + draft.text(next)
  }

  /// `51,2% des suffrages`, `120 tonnes de denrées alimentaires`: noun and adjectives after the preposition.
  private func measured(after start: Int, _ draft: Draft) -> String? {
    guard complement.contains(draft.word(start)), draft.mention(at: start + 1) == nil, draft.kind(start + 1) == .word else { return nil }
    var first = start + 1
    if draft.word(first) == "la" || draft.word(first) == "l'" || draft.word(first) == "les" { first += 1 }
    var end = first + 1
    while end < draft.count, end < first + 4, draft.kind(end) == .word, draft.mention(at: end) == nil, !draft.flags(end).contains(.startsLine),
      complement.contains(draft.word(end)) ? draft.features(end + 1).contains(.noun) : draft.features(end).contains(.adjective) && !draft.features(end).contains(.verb)
        || end > first && complement.contains(draft.word(end - 1))
    {
      end += 1
    }
    return draft.text(first..<end)
  }

  /// `un budget qui s'élève à 605 millions`: the nearest noun before that is no name.
  private func measured(before end: Int, _ draft: Draft) -> String? {
    guard let sentence = draft.sentence(of: end) else { return nil }
    var index = end - 1
    while index >= sentence.lowerBound, index > end - 14 {
      let features = draft.features(index)
      if features.contains(.noun), features.isDisjoint(with: [.verb, .preposition, .determiner, .pronoun, .conjunction, .adverb]),
        draft.mention(at: index) == nil, draft.kind(index) == .word
      {
        return draft.text(index)
      }
      index -= 1
    }
    return nil
  }

  /// Whom the number is about: the nationality right after it, else the nearest name before it in the sentence, else the focus.
  private func subject(of mention: DraftMention, _ draft: Draft) -> String? {
    for index in mention.tokens.upperBound..<mention.tokens.upperBound + 3 {
      if let next = draft.mention(at: index), next.type == .nationality { return next.value }
    }
    let sentence = draft.sentence(of: mention.tokens.lowerBound)
    let before = draft.mentions.last { candidate in
      candidate.tokens.upperBound <= mention.tokens.lowerBound && (sentence?.contains(candidate.tokens.lowerBound) ?? false)
        && !candidate.isFrame && [.person, .organization, .place, .nationality].contains(candidate.type)
    }
    return before?.value ?? draft.focus.first
  }
}
