internal import Lexicon

/// Where the verb group that governs an expression places it.
enum VerbTime: Sendable {
  case past, future, present, unknown
}

/// Kinds of the rows of `prospective`.
enum CueKind: String, Sendable {
  case future, past, call, report, limit
}

/// Tells the time of the verb group around a token from word forms: the nearest verb before it in the sentence, else after it.
///
/// Looks at 24 tokens each way at most.
struct VerbTimeReader {
  let cues: TableWords<CueKind>
  private let reach = 24
  private static let having: WordSet = ["a", "ont", "avait", "avaient", "ai", "avons", "ayant", "eu", "eut", "eurent", "aurait", "auraient", "has", "have", "had"]
  private static let being: WordSet = ["est", "sont", "is", "are"]
  private static let futureBeing: WordSet = ["être", "sera", "seront", "serait", "seraient", "soit", "soient"]
  private static let nouns: Features = [.noun, .adjective, .preposition, .determiner, .pronoun, .conjunction, .adverb]

  init(_ draft: Draft, _ table: WordTable<CueKind>) {
    cues = TableWords(draft, table)
  }

  /// The cue at the token; none where a longer one that began before goes over it: `more than expected` places nothing in the future.
  private func cue(_ at: Int) -> TableWords<CueKind>.Row? {
    if let longer = cues[at - 1], longer.length > 1 { return nil }
    return cues[at]
  }

  func time(around tokens: Range<Int>, in draft: Draft) -> VerbTime {
    let sentence = Self.bounds(of: tokens.lowerBound, in: draft)
    // « Février sera pire »
    if draft.features(tokens.upperBound).contains(.future), draft.features(tokens.upperBound).isDisjoint(with: Self.nouns) { return .future }
    if let near = nearCue(before: tokens.lowerBound, sentence, draft) { return near }
    let left = before(tokens.lowerBound, sentence, draft)
    if left != .unknown { return left }
    return after(tokens.upperBound, sentence, draft)
  }

  /// The sentence, or the line where sentences are not known.
  static func bounds(of token: Int, in draft: Draft) -> Range<Int> {
    if let sentence = draft.sentence(of: token) { return sentence }
    var (start, end) = (token, token + 1)
    while start > 0, token - start < 60, !draft.flags(start).contains(.startsLine) { start -= 1 }
    while end < draft.count, end - token < 60, !draft.flags(end).contains(.startsLine) { end += 1 }
    return start..<end
  }

  /// `d'ici`, `prévu`, `jusqu'à` right before.
  private func nearCue(before token: Int, _ sentence: Range<Int>, _ draft: Draft) -> VerbTime? {
    if draft.word(token - 1) == "pour" || draft.word(token - 2) == "pour" && draft.word(token - 1) == "le" { return .future }
    for at in stride(from: token - 1, through: max(sentence.lowerBound, token - 4), by: -1) {
      guard let cue = cue(at) else { continue }
      if cue.kind == .past { return .past }
      // « a prolongé jusqu'au » and « ont duré jusqu'au »: the nearest day is the better guess.
      if cue.kind == .limit, at + cue.length >= token - 1 { return before(at, sentence, draft) == .past ? .unknown : .future }
      if cue.kind == .future, draft.features(at).isDisjoint(with: [.imperfect, .present]) { return .future }
    }
    return nil
  }

  private func before(_ token: Int, _ sentence: Range<Int>, _ draft: Draft) -> VerbTime {
    var at = token - 1
    // « des explosions survenues, jeudi soir, », « adoptée le 2 mars »: the word that the day goes with.
    let last = draft.word(token - 1) == Sign.comma || draft.word(token - 1) == "le" ? token - 2 : token - 1
    let stop = max(sentence.lowerBound, token - reach)
    var participle = false
    while at >= stop {
      let word = draft.word(at)
      if draft.flags(at).contains(.capitalized), at > sentence.lowerBound {
        at -= 1
        continue
      }
      if let cue = cue(at) {
        switch cue.kind {
        case .future: return .future
        case .past: return .past
        case .call, .report: return .past
        case .limit: break
        }
      }
      if isHaving(at, draft) { return .past }
      if Self.being.contains(word) { return participle || (at + 1..<at + 4).contains { isParticiple($0, draft) } ? .past : .present }
      // « , lancé vendredi par X »: only the accent tells the participle from the noun; « des explosions survenues, jeudi soir »: the noun before.
      if at == last, draft.endsInAcute(at) == true || draft.features(at - 1).contains(.noun) && draft.features(at).isDisjoint(with: .present), draft.features(at).contains(.pastParticiple), draft.features(at - 1).isDisjoint(with: [.determiner, .preposition]),
        !Self.futureBeing.contains(draft.word(at - 1))
      {
        return .past
      }
      if let time = tense(of: at, draft) {
        if time.isParticiple {
          // « un appel lancé vendredi »; not « sera lancé vendredi », « doit être lancé vendredi ».
          if at == last, !Self.futureBeing.contains(draft.word(at - 1)) { return .past }
          participle = true
        } else {
          // « de reconnaître la victoire, dimanche, de » : an infinitive beyond a comma or far away governs something else.
          let isInfinitive = draft.features(at).contains(.infinitive)
          if isInfinitive, isParticiple(at - 1, draft) { return .past }  // « ont pu rentrer lundi »
          if !isInfinitive || token - at <= 7 && !(at..<token).contains(where: { draft.word($0) == Sign.comma }) { return time.time }
        }
      }
      at -= 1
    }
    return participle ? .past : .unknown
  }

  private func after(_ token: Int, _ sentence: Range<Int>, _ draft: Draft) -> VerbTime {
    var at = token
    while at < min(sentence.upperBound, token + reach) {
      let word = draft.word(at)
      if let cue = cue(at), cue.kind == .future { return .future }
      if isHaving(at, draft) { return .past }
      if Self.being.contains(word) {
        // « est attendu », « est arrivé »
        if let cue = cue(at + 1), cue.kind == .future { return .future }
        return isParticiple(at + 1, draft) ? .past : .present
      }
      if let time = tense(of: at, draft), !draft.flags(at).contains(.capitalized) {
        if time.isParticiple { return .past }
        if time.time != .future || !draft.features(at).contains(.infinitive) { return time.time }
      }
      at += 1
    }
    return .unknown
  }

  /// A form of avoir; `à`, which folds to `a`, and the capital `A` of a sentence's start are none.
  private func isHaving(_ at: Int, _ draft: Draft) -> Bool {
    guard Self.having.contains(draft.word(at)) else { return false }
    return draft.word(at) != "a" || draft.tokens[at].end - draft.tokens[at].start == 1 && !draft.isCapitalized(at)
  }

  /// A past participle; where the folded form is a present tense too, the accent tells (`publie`, `publié`).
  private func isParticiple(_ at: Int, _ draft: Draft) -> Bool {
    let features = draft.features(at)
    guard features.contains(.pastParticiple) else { return false }
    guard features.contains(.present) || features.contains(.imperative) else { return true }
    return draft.bytes[Int(draft.tokens[at].start)..<Int(draft.tokens[at].end)].suffix(5).contains(0xA9) || draft.flags(at).contains(.allCapitals)
  }

  /// The time that a verb form alone tells; nil for what may be no verb.
  private func tense(of at: Int, _ draft: Draft) -> (time: VerbTime, isParticiple: Bool)? {
    let features = draft.features(at)
    guard features.contains(.verb) else { return nil }
    if features.contains(.future) || features.contains(.conditional),
      features.isDisjoint(with: Self.nouns) || features.isDisjoint(with: Self.nouns.subtracting(.noun)) && !draft.features(at - 1).contains(.determiner)
    {
      return (.future, false)
    }
    if features.contains(.imperfect) || features.contains(.simplePast), features.isDisjoint(with: [.noun, .adjective]),
      !features.contains(.present)
    {
      return (.past, false)
    }
    if isParticiple(at, draft) { return features.contains(.noun) && !features.contains(.adjective) ? nil : (.past, true) }
    if features.contains(.infinitive), !features.contains(.noun) { return (.future, false) }
    if features.contains(.present), features.isDisjoint(with: Self.nouns) { return (.present, false) }
    return nil
  }
}
