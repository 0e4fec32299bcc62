internal import DispatchModel
internal import Lexicon

/// The object of a verb of saying: a clause behind `que`, a quotation behind a colon, an infinitive.
extension SpeechSyntax {
  private static var say: Word { "dire" }

  /// Where a reported clause ends: before a gerund or a second attribution that begins another statement.
  private static func clauseEnd(from i: Int, _ sentence: Range<Int>, _ draft: Draft, isCue: (Word) -> Bool) -> Int {
    var k = i
    while k < sentence.upperBound {
      // `a dit que X et dément la prise`: a verb of saying right behind `et` tells on with the same subject.
      if draft.word(k) == "et", k > i + 2, k + 1 < sentence.upperBound, draft.verbOfToken[k + 1] >= 0, !draft.quotes.contains(where: { $0.inner.contains(k) }) {
        let next = draft.verbGroups[Int(draft.verbOfToken[k + 1])]
        if next.isFinite || next.tense == .gerund || next.joins != nil, !next.isPassive, isCue(next.lemma) { return k }
      }
      if draft.word(k) == Sign.comma, k + 1 < sentence.upperBound {
        var next = k + 1
        if draft.word(next) == "tout" { next += 2 } else if draft.word(next) == "en" { next += 1 }
        let verb = next < draft.count ? draft.verbOfToken[next] : -1
        if verb >= 0, draft.verbGroups[Int(verb)].tense == .gerund, !draft.quotes.contains(where: { $0.inner.contains(k) }) { return k }
        if draft.word(k + 1) == "dans", draft.word(k + 2) == "le", draft.word(k + 3) == "cadre" { return k }
        if draft.word(k + 1) == "selon" || draft.word(k + 1) == "d'" && draft.word(k + 2) == "apres" { return k }
      }
      if draft.word(k) == ";" { return k }
      if draft.word(k) == Sign.comma, FunctionWords.that.contains(draft.word(k + 2)), draft.word(k + 1) == "tandis" || draft.word(k + 1) == "alors" { return k }
      if draft.word(k) == Sign.comma, draft.word(k + 1) == "mais", FunctionWords.pronouns.contains(draft.word(k + 2)), !draft.quotes.contains(where: { $0.inner.contains(k) }) { return k }
      k += 1
    }
    return sentence.upperBound
  }

  /// What follows an attributing verb as its object.
  static func complement(of group: VerbGroup, kind: Substring, from after: Int, sentence: Range<Int>, _ draft: Draft, isCue: (Word) -> Bool) -> [Content] {
    let end = clauseEnd(from: after, sentence, draft, isCue: isCue)
    guard after < end else { return [] }
    // The conjunction right after, or after an addressee and insertions.
    var k = after
    var that: Int?
    var colon: Int?
    while k < min(end, after + 24) {
      if FunctionWords.that.contains(draft.word(k)), kind != "more" { that = k; break }
      if draft.word(k) == Sign.colon { colon = k; break }
      if draft.verbOfToken[k] >= 0, k > after || draft.verbGroups[Int(draft.verbOfToken[k])].tense != .infinitive { break }
      if draft.quotes.contains(where: { $0.outer.lowerBound == k }) { break }
      k += 1
    }
    if let that {
      let between = after..<that
      // `a annoncé la réunion que`: a relative clause; only addressees and dates may stand between.
      if between.isEmpty || draft.word(after) == Sign.comma || draft.word(after, is: .beforeThat) || draft.mentionType(at: after) == .organization || draft.mentionType(at: after) == .date
        || draft.word(that - 1, is: .thought)
      {
        return split(that + 1..<end, rule: "statement.A3", draft)
      }
    }
    if let colon, let quote = draft.quotes.first(where: { $0.outer.lowerBound == colon + 1 }) {
      return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A4")]
    }
    // `salué pour sa part "…"`, `exprimé, dans un communiqué, "…"` lie below.
    // An infinitive clause: `a dit espérer`, `a promis de renforcer`.
    if kind == "say" {
      var i = after
      while i < end, FunctionWords.of.contains(draft.word(i)) || draft.word(i) == "a" && draft.tokens[i].end - draft.tokens[i].start == 2 { i += 1 }
      var verb = i
      while verb < min(end, i + 4), draft.word(verb) == "ne" || draft.word(verb) == "n'" || FunctionWords.negations.contains(draft.word(verb)) { verb += 1 }
      if verb < end, draft.verbOfToken[verb] >= 0, draft.verbGroups[Int(draft.verbOfToken[verb])].tense == .infinitive {
        return split(i..<end, rule: "statement.A3.infinitive", draft)
      }
    }
    // `a accusé Kiev d'avoir attaqué`, `a proposé d'envoyer des policiers`
    if draft.word(group.lemma, is: .infinitiveSpeech), let verb = (after..<max(after, min(end, after + 10))).first(where: { i in
      FunctionWords.of.contains(draft.word(i)) && i + 1 < end && draft.verbOfToken[i + 1] >= 0 && draft.verbGroups[Int(draft.verbOfToken[i + 1])].tense == .infinitive
    }), (after..<verb).allSatisfy({ draft.verbOfToken[$0] < 0 && (draft.kind($0) != .punctuation || draft.word($0) == Sign.hyphen) }) {
      return split(verb + 1..<end, rule: "statement.A3.infinitive", draft)
    }
    // `a exhorté les deux camps à reprendre les négociations`
    if draft.word(group.lemma, is: .urging), !group.isPassive, let opener = (after..<max(after, min(end, after + 16))).first(where: { i in
      (draft.word(i) == "a" || FunctionWords.of.contains(draft.word(i))) && isInfinitive(after: i, end, draft)
    }), (after..<opener).allSatisfy({ draft.verbOfToken[$0] < 0 || draft.mention(at: $0) != nil }),
      !draft.quotes.contains(where: { $0.outer.lowerBound >= after && $0.outer.lowerBound < end && wordCount($0.inner, draft) > 3 }) {
      return split(opener + 1..<end, rule: "statement.A3.infinitive", draft)
    }
    // `s'est dit soulagé`, `se disent prêts à négocier`
    if group.isReflexive, group.lemma == say, draft.features(after).contains(.adjective) || draft.features(after).contains(.pastParticiple) {
      // One word is no statement: `se dit débordée`.
      return wordCount(after..<end, draft) < 2 ? [] : split(after..<end, rule: "statement.A3.adjective", draft)
    }
    // `a démenti toute implication`, `a promis une enveloppe de 20 millions`: a noun for the clause.
    if draft.word(group.lemma, is: .nounSpeech), group.tense == .past || group.tense == .present && draft.word(group.lemma, is: .denial), !group.isPassive, !group.isNegated, !group.isReflexive,
      !draft.quotes.contains(where: { $0.outer.lowerBound >= after && $0.outer.lowerBound < end && wordCount($0.inner, draft) >= 4 }), let object = nounObject(from: after, end: end, draft) {
      return split(object, rule: "statement.A13", draft)
    }
    let hasLongQuote = draft.quotes.contains { $0.outer.lowerBound >= after && $0.outer.lowerBound < end && wordCount($0.inner, draft) >= 4 }
    // `s'est félicitée de l'introduction du vaccin`
    if group.isReflexive, group.lemma == congratulate, !hasLongQuote, FunctionWords.of.contains(draft.word(after)), let object = nounObject(from: after + 1, end: end, draft) {
      return split(object, rule: "statement.A13", draft)
    }
    // `a chiffré à deux millions le nombre de sinistrés`: an estimate is words for a number.
    if draft.word(group.lemma, is: .estimating), !group.isPassive, !group.isReflexive, !group.isNegated, !hasLongQuote, let object = estimate(from: after, end: end, draft) {
      return split(object, rule: "statement.A13", draft)
    }
    // A quotation as object, before another attribution begins.
    if let quote = draft.quotes.first(where: { $0.outer.lowerBound >= after && $0.outer.lowerBound < end }) {
      let between = after..<quote.outer.lowerBound
      let isBlocked = between.contains { i in
        draft.verbOfToken[i] >= 0 && draft.verbGroups[Int(draft.verbOfToken[i])].isFinite || FunctionWords.relatives.contains(draft.word(i)) && draft.mention(at: i) == nil && !(i == between.upperBound - 1 && draft.word(i) == "laquelle")
      }
      // `l'initiative « Pour … »`: a title.
      if draft.word(quote.outer.lowerBound - 1, is: .titled), draft.isCapitalized(quote.inner.lowerBound) { return [] }
      // `a jugé « irresponsable » de ponctionner les ménages`, `a menacé de « réduire en cendres » la Maison Bleue`: the clause is what
      // was said.
      // `X, dit « Y »`: a nickname.
      if group.lemma == say, between.isEmpty, wordCount(quote.inner, draft) <= 3, draft.isCapitalized(quote.inner.lowerBound), draft.word(group.tokens.lowerBound - 1) == Sign.comma { return [] }
      if !isBlocked, wordCount(quote.inner, draft) <= 3, let start = clause(around: quote, from: after, end: end, draft) {
        return [Content(tokens: trimmed(start..<end, draft), isQuoted: false, rule: "statement.A12.clause")]
      }
      // `a reconnu "des failles" dans le dispositif`, `a demandé la libération "rapide" des intéressés`: up to three words are part of
      // the object that they stand in.
      if !isBlocked, kind != "say" || !group.isReflexive, wordCount(quote.inner, draft) <= 3, let object = object(around: quote, from: after, end: end, draft) {
        return [Content(tokens: trimmed(object, draft), isQuoted: false, rule: "statement.A12.object")]
      }
      if !isBlocked, between.count < 24 { return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A12")] }
    }
    return []
  }

  private static var congratulate: Word { "féliciter" }

  /// The object of a verb of estimating, to the comma, where it holds a number and is no clause.
  private static func estimate(from after: Int, end: Int, _ draft: Draft) -> Range<Int>? {
    let close = (after..<end).first { draft.kind($0) == .punctuation && draft.word($0) == Sign.comma && !(draft.isGlued($0) && draft.isGlued($0 + 1)) } ?? end
    let object = after..<close
    guard objectOpeners.contains(draft.word(after)) || draft.word(after) == "a", object.contains(where: { draft.mentionType(at: $0) == .figure }), !hasFiniteVerb(object, draft),
      object.contains(where: { draft.word($0) == "a" || draft.word($0) == "au" })
    else { return nil }
    return object
  }

  /// Whether an infinitive follows the preposition, over `ne pas`.
  private static func isInfinitive(after preposition: Int, _ end: Int, _ draft: Draft) -> Bool {
    var k = preposition + 1
    while k < min(end, preposition + 4), draft.word(k) == "ne" || draft.word(k) == "n'" || FunctionWords.negations.contains(draft.word(k)) || FunctionWords.clitics.contains(draft.word(k)), draft.verbOfToken[k] < 0 { k += 1 }
    return k < end && draft.verbOfToken[k] >= 0 && draft.verbGroups[Int(draft.verbOfToken[k])].tense == .infinitive
  }

  private static let objectOpeners: WordSet = ["le", "la", "l'", "les", "un", "une", "des", "tout", "toute", "son", "sa", "ses"]

  /// The noun phrase that is a verb's object, to the comma or to the next verb's `et`; with its clause where it is told what rumours say.
  private static func nounObject(from after: Int, end: Int, _ draft: Draft) -> Range<Int>? {
    guard objectOpeners.contains(draft.word(after)), draft.mention(at: after) == nil else { return nil }
    var k = after
    while k < end {
      if draft.word(k) == "selon", FunctionWords.relatives.contains(draft.word(k + 1)) { k = end; break }
      if draft.kind(k) == .punctuation, draft.word(k) != Sign.hyphen, !(draft.isGlued(k) && draft.isGlued(k + 1)) { break }
      if draft.word(k) == "et", draft.verbOfToken[k + 1] >= 0 { break }
      k += 1
    }
    return wordCount(after..<k, draft) >= 3 ? after..<k : nil
  }

  /// The object that a short quotation is a part of: from behind the verb to the comma or the end of the clause, where more than the
  /// quotation and its article is told.
  private static func object(around quote: Quote, from after: Int, end: Int, _ draft: Draft) -> Range<Int>? {
    var k = quote.outer.upperBound
    while k < end {
      if draft.kind(k) == .punctuation, draft.word(k) != Sign.hyphen { break }
      if draft.word(k) == "et", k + 1 < end, draft.verbOfToken[k + 1] >= 0 { break }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return nil }
      k += 1
    }
    // `la "préoccupation" des Etats-Unis`, `la libération "rapide" des otages`; what one calls something stays alone: `jugé ce choix
    // "regrettable"`, `qualifié l'essai de "provocation"`.
    let before = quote.outer.lowerBound - 1
    // `a menacé de répondre "plus durement" à l'alliance`: the infinitive's clause.
    if FunctionWords.of.contains(draft.word(after)) || draft.word(after) == "a", isInfinitive(after: after, end, draft) { return after + 1..<k }
    let isHead = FunctionWords.articles.contains(draft.word(before)) && !FunctionWords.prepositions.contains(draft.word(before)) && k > quote.outer.upperBound
    let isAttribute = draft.features(before).contains(.noun) && !FunctionWords.of.contains(draft.word(before)) && !FunctionWords.prepositions.contains(draft.word(before)) && k > quote.outer.upperBound
    guard isHead || isAttribute, before >= after else { return nil }
    let first = FunctionWords.of.contains(draft.word(after)) && after + 1 < quote.outer.lowerBound ? after + 1 : after
    let object = first..<k
    guard quote.outer.lowerBound - after < 12, !object.isEmpty, !(after..<quote.outer.lowerBound).contains(where: { draft.word($0) == Sign.comma || draft.word($0) == Sign.colon }),
      wordCount(object, draft) > wordCount(quote.inner, draft) + 1
    else { return nil }
    return object
  }

  /// Where the infinitive clause begins that a short quotation is a part of, where one is.
  private static func clause(around quote: Quote, from after: Int, end: Int, _ draft: Draft) -> Int? {
    func isInfinitive(_ token: Int) -> Bool {
      token < end && draft.verbOfToken[token] >= 0 && draft.verbGroups[Int(draft.verbOfToken[token])].tense == .infinitive
    }
    let next = quote.outer.upperBound
    if FunctionWords.of.contains(draft.word(next)), isInfinitive(next + 1) { return quote.outer.lowerBound }
    let isVerb = isInfinitive(quote.inner.lowerBound) && quote.outer.lowerBound - after <= 1
    return isVerb && next < end && draft.kind(next) == .word && draft.word(next) != "et" ? quote.outer.lowerBound : nil
  }
}
