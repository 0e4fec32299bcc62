internal import DispatchModel
internal import Lexicon

/// Where the words of a statement lie around the verb that attributes them.
enum SpeechSyntax {
  struct Content {
    var tokens: Range<Int>
    var isQuoted: Bool
    var rule: String
  }

  /// `…, a déclaré X`: the comma or closing mark before the verb.
  struct Incise {
    var comma: Int
    /// A quotation that ends right before.
    var quote: Quote?
    /// The verb stands inside a quotation, which it splits.
    var within: Quote?
  }

  private static var say: Word { "dire" }

  static func wordCount(_ range: Range<Int>, _ draft: Draft) -> Int { range.count { draft.kind($0) == .word || draft.kind($0) == .number } }

  /// Without marks of punctuation at the ends; a final stop stays outside.
  static func trimmed(_ range: Range<Int>, _ draft: Draft) -> Range<Int> {
    var range = range
    while let last = range.last, draft.kind(last) == .punctuation, ![")", "%", "»"].contains(draft.word(last)),
      !draft.quotes.contains(where: { !$0.isOpen && $0.outer.upperBound - 1 == last && $0.outer.lowerBound >= range.lowerBound })
    { range = range.lowerBound..<last }
    while let first = range.first, [Sign.comma, Sign.colon, Sign.stop, ";"].contains(draft.word(first)) { range = first + 1..<range.upperBound }
    return range
  }

  /// `a indiqué, mardi, que`: the token after dates, adverbs and short insertions.
  static func skipInsertions(from i: Int, end: Int, _ draft: Draft) -> Int {
    var k = i
    while k < end {
      if draft.word(k) == Sign.comma, let close = insertion(at: k, end: end, draft) ?? condition(at: k, end: end, draft) { k = close + 1; continue }
      if FunctionWords.prepositions.contains(draft.word(k)), let date = draft.mention(at: k + 1), date.type == .date { k = date.tokens.upperBound; continue }
      if draft.mentionType(at: k) == .date || draft.word(k) == Sign.comma && (draft.mentionType(at: k + 1) == .date || draft.mentionType(at: k - 1) == .date)
        || draft.features(k).contains(.adverb) && draft.mention(at: k) == nil && !FunctionWords.that.contains(draft.word(k)) && draft.word(k) != "a"
        && !FunctionWords.determiners.contains(draft.word(k))
      {
        k += 1
      } else { break }
    }
    return k
  }

  /// The addressee and the place before an inverted subject: `a déclaré à l'AFP X`, `a dit mardi à la presse`.
  static func skipAddressee(from i: Int, end: Int, _ draft: Draft) -> Int {
    var k = i
    while k < end {
      if draft.mentionType(at: k) == .date || draft.features(k).contains(.adverb) && draft.mention(at: k) == nil && !FunctionWords.determiners.contains(draft.word(k)) && !FunctionWords.prepositions.contains(draft.word(k)) { k += 1; continue }
      let word = draft.word(k)
      if word == Sign.comma, k > i { k += 1; continue }
      // `a annoncé, jeudi à Yamoussoukro, le ministre`, `a révélé, de son côté, l'association`: an insertion between commas.
      if word == Sign.comma, let close = insertion(at: k, end: end, draft) { k = close + 1; continue }
      guard word == "a" || word == "au" || word == "aux" || word == "pour" || word == "dans" || word == "lors" || word == "sur" || word == "devant" || word == "en" || word == "de" || word == "par"
      else { return k }
      // Over the phrase: to the comma or the next article that begins a subject.
      k += 1
      if FunctionWords.determiners.contains(draft.word(k)) { k += 1 }
      if let mention = draft.mention(at: k) { k = mention.tokens.upperBound; continue }
      while k < end, draft.word(k) != Sign.comma, draft.mentionType(at: k) != .person, !FunctionWords.articles.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k - 1)) || FunctionWords.of.contains(draft.word(k)) || FunctionWords.prepositions.contains(draft.word(k - 1)) { k += 1 }
    }
    return k
  }

  /// The comma that closes a short insertion of dates, places and set phrases opened by the comma; nil where something else follows.
  private static func insertion(at comma: Int, end: Int, _ draft: Draft) -> Int? {
    var k = comma + 1
    while k < min(end, comma + 10) {
      if draft.word(k) == Sign.comma { return k > comma + 1 ? k : nil }
      if let mention = draft.mention(at: k) {
        let isPlace = mention.type == .place || mention.type == .organization
        let isLed = FunctionWords.prepositions.contains(draft.word(k - 1)) || FunctionWords.articles.contains(draft.word(k - 1)) && FunctionWords.prepositions.contains(draft.word(k - 2))
        guard mention.type == .date || isPlace && isLed else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      let isWord = FunctionWords.interposed.contains(draft.word(k)) || FunctionWords.prepositions.contains(draft.word(k)) || FunctionWords.determiners.contains(draft.word(k))
      guard isWord || draft.word(k, is: .occasion) || draft.features(k).contains(.adverb) else { return nil }
      k += 1
    }
    return nil
  }

  /// The comma that closes a condition opened by the comma: `a promis, si elle est élue, d'abolir`.
  private static func condition(at comma: Int, end: Int, _ draft: Draft) -> Int? {
    guard draft.word(comma + 1) == "si" || draft.word(comma + 1) == "s'" else { return nil }
    return (comma + 2..<max(comma + 2, min(end, comma + 18))).first { draft.word($0) == Sign.comma }
  }

  /// Whether the verb stands in an incise.
  static func incise(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Incise? {
    guard group.isFinite else { return nil }
    var before = group.tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return nil }
    // `», s'est exclamé`, `", a toutefois prévenu`
    let comma = draft.word(before) == Sign.comma ? before : nil
    if comma != nil { before -= 1 }
    let word = draft.word(before)
    if word == Sign.closeGuillemet || word == Sign.closeCurly || word == Sign.straightQuote, let quote = draft.quotes.last(where: { $0.outer.upperBound - 1 == before }) {
      // `alias « Marquitos », a fait savoir`: a name between marks is no speech.
      if let name = draft.mention(at: quote.inner.lowerBound), name.tokens == quote.inner { return nil }
      return Incise(comma: comma ?? before, quote: quote)
    }
    guard let comma else { return nil }
    let within = draft.quotes.first { $0.inner.contains(group.head) }
    if group.hasInvertedPronoun { return Incise(comma: comma, within: within) }
    if let within { return isFollowedBySubject(group, end: within.outer.upperBound, draft) ? Incise(comma: comma, within: within) : nil }
    // Plain text before: the verb must be followed by its subject, and the clause before must have a verb of its own.
    let next = skipAddressee(from: group.tokens.upperBound, end: sentence.upperBound, draft)
    guard FunctionWords.determiners.contains(draft.word(next)) || draft.mention(at: next) != nil || draft.word(next, is: .honorific) else { return nil }
    guard (sentence.lowerBound..<comma).contains(where: { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite }) else { return nil }
    // `X, ministre de Y, a annoncé la fin`: a subject stands before, the object after; an incise ends its clause.
    var k = group.tokens.upperBound
    while k < min(sentence.upperBound, next + 3) {
      if FunctionWords.that.contains(draft.word(k)) { return nil }
      k += 1
    }
    return Incise(comma: comma)
  }

  /// Whether the token stands in an incise inside the quotation: `"…, a-t-il dit, …"`.
  static func isInserted(_ token: Int, in quote: Quote, _ draft: Draft) -> Bool {
    guard draft.verbOfToken[token] >= 0 else { return false }
    let group = draft.verbGroups[Int(draft.verbOfToken[token])]
    guard draft.word(group.tokens.lowerBound - 1) == Sign.comma else { return false }
    return group.hasInvertedPronoun || isFollowedBySubject(group, end: quote.outer.upperBound, draft)
  }

  /// `, a reconnu la mairesse, X,` inside a quotation: a compound past with its subject behind it.
  private static func isFollowedBySubject(_ group: VerbGroup, end: Int, _ draft: Draft) -> Bool {
    guard group.tense == .past, group.tokens.count > 1, !group.isNegated, !group.isPassive else { return false }
    let next = skipAddressee(from: group.tokens.upperBound, end: end, draft)
    return draft.word(next, is: .honorific) || draft.mentionType(at: next) == .person
      || FunctionWords.articles.contains(draft.word(next)) && subjectEnds(from: next, end: end, draft)
  }

  /// The noun phrase from the article on ends in a comma or stop, without a verb of its own.
  private static func subjectEnds(from i: Int, end: Int, _ draft: Draft) -> Bool {
    var k = i
    while k < min(end, i + 14) {
      if draft.word(k) == Sign.comma || draft.word(k) == Sign.stop { return true }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return false }
      k += 1
    }
    return k >= end
  }

  /// What an incise attributes.
  static func contents(before incise: Incise, _ sentence: Range<Int>, _ draft: Draft) -> [Content] {
    if let within = incise.within {
      // Where the speaker is named inside the marks, the words end before the comma.
      if !isPronounAt(incise.comma, draft), incise.comma > within.inner.lowerBound { return [Content(tokens: trimmed(within.inner.lowerBound..<incise.comma, draft), isQuoted: true, rule: "statement.A2")] }
      return halves(of: within, around: incise.comma, draft)
    }
    if let quote = incise.quote {
      return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A2")]
    }
    return split(lastClause(sentence.lowerBound..<incise.comma, draft), rule: "statement.A2", draft)
  }

  /// The words of a quotation before and after an incise with its pronoun, `« …, a-t-il ajouté, … »`; a half of less than four words
  /// is no quotation of its own.
  private static func halves(of quote: Quote, around comma: Int, _ draft: Draft) -> [Content] {
    let verb = draft.verbGroups[Int(draft.verbOfToken[comma + 1])]
    let after = (verb.tokens.upperBound..<max(verb.tokens.upperBound, quote.inner.upperBound)).first { draft.word($0) == Sign.comma || draft.word($0) == Sign.stop }
    let ranges = [quote.inner.lowerBound..<comma, (after ?? quote.inner.upperBound)..<quote.inner.upperBound].map { trimmed($0, draft) }
    let long = ranges.filter { wordCount($0, draft) >= 4 }
    return (long.isEmpty ? [trimmed(quote.inner, draft)] : long).map { Content(tokens: $0, isQuoted: true, rule: "statement.A2") }
  }

  /// What follows the last semicolon: an attribution reaches no further back.
  static func lastClause(_ range: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard let mark = range.last(where: { draft.word($0) == ";" }) else { return range }
    return mark + 1..<range.upperBound
  }

  /// The verb after the comma has its pronoun behind it.
  private static func isPronounAt(_ comma: Int, _ draft: Draft) -> Bool {
    guard comma + 1 < draft.count, draft.verbOfToken[comma + 1] >= 0 else { return false }
    return draft.verbGroups[Int(draft.verbOfToken[comma + 1])].hasInvertedPronoun
  }

  /// A clause, or the quotations of four words and more inside it.
  static func split(_ clause: Range<Int>, rule: String, _ draft: Draft) -> [Content] {
    let range = trimmed(clause, draft)
    let quotes = draft.quotes.filter { $0.outer.lowerBound < range.upperBound && range.lowerBound <= $0.outer.lowerBound && wordCount($0.inner, draft) >= 4 }
    guard let first = quotes.first else { return range.isEmpty ? [] : [Content(tokens: range, isQuoted: false, rule: rule)] }
    var contents = quotes.map { Content(tokens: trimmed($0.inner, draft), isQuoted: true, rule: rule + ".quoted") }
    // « que sept mille personnes étaient portées disparues, "les équipes …" »: a clause of its own stands before the quotation.
    if draft.word(first.outer.lowerBound - 1) == Sign.comma {
      let before = trimmed(range.lowerBound..<max(range.lowerBound, first.outer.lowerBound - 1), draft)
      if hasFiniteVerb(before, draft), wordCount(before, draft) > 4 { contents.insert(Content(tokens: before, isQuoted: false, rule: rule), at: 0) }
    }
    // « qu'il "ne brade rien" et que la règle serait maintenue »
    if let last = quotes.last, draft.word(last.outer.upperBound) == "et", FunctionWords.that.contains(draft.word(last.outer.upperBound + 1)) {
      let after = trimmed(min(last.outer.upperBound + 2, range.upperBound)..<range.upperBound, draft)
      if hasFiniteVerb(after, draft) { contents.append(Content(tokens: after, isQuoted: false, rule: rule)) }
    }
    return contents
  }

  private static func hasFiniteVerb(_ range: Range<Int>, _ draft: Draft) -> Bool {
    range.contains { draft.verbOfToken[$0] >= 0 && draft.verbGroups[Int(draft.verbOfToken[$0])].isFinite }
  }

  /// Where a reported clause ends: before a gerund or a second attribution that begins another statement.
  static func clauseEnd(from i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Int {
    var k = i
    while k < sentence.upperBound {
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
  static func complement(of group: VerbGroup, kind: Substring, from after: Int, sentence: Range<Int>, _ draft: Draft) -> [Content] {
    let end = clauseEnd(from: after, sentence, draft)
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
      if between.isEmpty || draft.word(after) == Sign.comma || draft.word(after, is: .beforeThat) || draft.mentionType(at: after) == .organization || draft.mentionType(at: after) == .date {
        return split(that + 1..<end, rule: "statement.A3", draft)
      }
    }
    if let colon, let quote = draft.quotes.first(where: { $0.outer.lowerBound == colon + 1 }) {
      return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A4")]
    }
    // `salué pour sa part "…"`, `exprimé, dans un communiqué, "…"` lie below.
    // An infinitive clause: `a dit espérer`, `a promis de renforcer`.
    if kind == "say" || kind == "urge" && group.isReflexive {
      var i = after
      while i < end, FunctionWords.of.contains(draft.word(i)) || draft.word(i) == "a" && draft.tokens[i].end - draft.tokens[i].start == 2 { i += 1 }
      var verb = i
      while verb < min(end, i + 3), draft.word(verb) == "ne" || draft.word(verb) == "pas" { verb += 1 }
      if verb < end, draft.verbOfToken[verb] >= 0, draft.verbGroups[Int(draft.verbOfToken[verb])].tense == .infinitive {
        return split(i..<end, rule: "statement.A3.infinitive", draft)
      }
    }
    // `a accusé Kiev d'avoir attaqué`, `a proposé d'envoyer des policiers`
    if draft.word(group.lemma, is: .infinitiveSpeech), let verb = (after..<max(after, min(end, after + 10))).first(where: { i in
      FunctionWords.of.contains(draft.word(i)) && i + 1 < end && draft.verbOfToken[i + 1] >= 0 && draft.verbGroups[Int(draft.verbOfToken[i + 1])].tense == .infinitive
    }), (after..<verb).allSatisfy({ draft.verbOfToken[$0] < 0 && draft.word($0) != Sign.comma && draft.kind($0) != .punctuation }) {
      return split(verb + 1..<end, rule: "statement.A3.infinitive", draft)
    }
    // `s'est dit soulagé`, `se disent prêts à négocier`
    if group.isReflexive, group.lemma == say, draft.features(after).contains(.adjective) || draft.features(after).contains(.pastParticiple) {
      return split(after..<end, rule: "statement.A3.adjective", draft)
    }
    // A quotation as object, before another attribution begins.
    if let quote = draft.quotes.first(where: { $0.outer.lowerBound >= after && $0.outer.lowerBound < end }) {
      let between = after..<quote.outer.lowerBound
      let isBlocked = between.contains { i in
        draft.verbOfToken[i] >= 0 && draft.verbGroups[Int(draft.verbOfToken[i])].isFinite || FunctionWords.relatives.contains(draft.word(i)) && draft.mention(at: i) == nil
      }
      // `a jugé « irresponsable » de ponctionner les ménages`, `a menacé de « réduire en cendres » la Maison Bleue`: the clause is what
      // was said.
      if !isBlocked, wordCount(quote.inner, draft) <= 3, let start = clause(around: quote, from: after, end: end, draft) {
        return [Content(tokens: trimmed(start..<end, draft), isQuoted: false, rule: "statement.A12.clause")]
      }
      if !isBlocked, between.count < 24 { return [Content(tokens: trimmed(quote.inner, draft), isQuoted: true, rule: "statement.A12")] }
    }
    return []
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

  private static let sources: WordSet = ["a", "au", "aux", "aupres", "chez", "de", "du", "dans"]

  /// Whom a phrase behind `a-t-on appris` names: `à la présidence`, `auprès de la police`, `dans un communiqué du ministère`.
  static func sourceAfter(_ i: Int, end: Int, _ draft: Draft, _ reader: PartyReader) -> Participant? {
    var k = i
    while k < min(end, i + 9), draft.kind(k) != .punctuation || draft.word(k) == Sign.hyphen {
      if sources.contains(draft.word(k)) {
        let reading = reader.read(at: k + 1, end: end, joins: false, draft)
        if let party = reading.parties.first { return party }
      }
      k += 1
    }
    return nil
  }

  /// The person whom a noun phrase of any kind leads to: `l'ancien candidat à la présidence X`.
  static func personAfter(_ i: Int, end: Int, _ draft: Draft) -> DraftMention? {
    var k = i
    while k < min(end, i + 10), draft.kind(k) != .punctuation || draft.word(k) == Sign.hyphen {
      if let mention = draft.mention(at: k), mention.type == .person { return mention.isFrame ? nil : mention }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].tense != .participle { return nil }
      k += 1
    }
    return nil
  }

  /// The first organization or country before the comma.
  static func partyBeforeComma(from i: Int, _ end: Int, _ draft: Draft) -> DraftMention? {
    var k = i
    while k < end {
      if draft.word(k) == Sign.comma {
        // `publié, mardi, par X`
        guard let date = draft.mention(at: k + 1), date.type == .date, draft.word(date.tokens.upperBound) == Sign.comma else { return nil }
        k = date.tokens.upperBound + 1
        continue
      }
      if let mention = draft.mention(at: k), mention.type == .organization || mention.type == .person { return mention }
      k += 1
    }
    return nil
  }
}
