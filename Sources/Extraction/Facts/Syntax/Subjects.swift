internal import DispatchModel
internal import Lexicon

/// Subjects of verbs, found without a parser: the phrase that opens the clause, over insertions and relative clauses.
struct Subjects {
  let reader: PartyReader

  struct Subject {
    var parties: [Participant] = []
    /// Where the subject's phrase begins.
    var start: Int
    var isPronoun = false
  }

  /// The subject before a verb group. `depth` bounds how often the search goes on through coordinated verbs.
  func subject(of group: VerbGroup, _ draft: Draft, depth: Int = 0) -> Subject? {
    guard depth < 4, let sentence = draft.sentence(of: group.head) else { return nil }
    if let joined = group.joins { return subject(of: draft.verbGroups[joined], draft, depth: depth + 1) }
    let verb = group.tokens.lowerBound
    // « X a mis fin aux fonctions de Y et a nommé Z »: right behind a conjunction the verb has the subject of the one before.
    if group.isFinite, FunctionWords.conjunctions.contains(draft.word(verb - 1)), let before = lastFinite(before: verb, sentence, draft) {
      return subject(of: before, draft, depth: depth + 1)
    }
    if let behind = behind(group, sentence, draft) { return behind }
    var i = verb - 1
    var steps = 0
    var start = sentence.lowerBound
    scan: while i >= sentence.lowerBound, steps < 120 {
      steps += 1
      let word = draft.word(i)
      if FunctionWords.that.contains(word) || word == ";" || word == Sign.colon || opensClause(i, draft) { start = i + 1; break }
      if word == Sign.openGuillemet || word == Sign.openCurly || word == Sign.straightQuote && i + 1 < draft.count && draft.isGlued(i + 1) {
        // Inside a quotation the clause is the quotation's own; after it, the search goes on before it.
        if let quote = draft.quotes.first(where: { $0.outer.lowerBound == i }), quote.outer.upperBound > verb { start = i + 1; break }
      }
      if word == Sign.closeGuillemet || word == Sign.closeCurly || word == Sign.straightQuote {
        if let quote = draft.quotes.last(where: { $0.outer.upperBound - 1 == i }), quote.outer.lowerBound >= sentence.lowerBound { i = quote.outer.lowerBound - 1; continue }
      }
      if FunctionWords.relatives.contains(word), draft.mention(at: i) == nil, word != "ou" || draft.tokens[i].end - draft.tokens[i].start == 3 {
        // `à l'issue de laquelle Moscou a reconnu`: behind a preposition the relative is no subject.
        if isGoverned(i, draft), !hasComma(from: i, to: verb, draft) { start = i + 1; break }
        // `qui menace`: right before the verb, the antecedent is the subject.
        if FunctionWords.subjectRelatives.contains(word), isAdjacent(i, verb, draft) { return antecedent(before: i, sentence, draft) }
        // `X, qui …, a dit`: the relative clause closes by a comma before the verb.
        if FunctionWords.subjectRelatives.contains(word) || word == "dont", hasComma(from: i, to: verb, draft) {
          i -= 1
          if draft.word(i) == Sign.comma { i -= 1 }
          continue
        }
        start = i + 1
        break
      }
      let other = draft.verbOfToken[i]
      if other >= 0 {
        let before = draft.verbGroups[Int(other)]
        if before.isFinite, before.head < verb {
          // A relative clause between the subject and its verb is stepped over.
          if let marker = relativeMarker(before, sentence, draft), hasComma(from: before.head, to: verb, draft) {
            i = marker - 1
            if draft.word(i) == Sign.comma { i -= 1 }
            continue
          }
          start = before.tokens.upperBound
          let subject = opening(from: start, to: verb, draft)
          if let subject { return subject }
          return self.subject(of: before, draft, depth: depth + 1)
        }
      }
      i -= 1
    }
    return opening(from: start, to: verb, draft)
  }

  /// The finite verb before the token in its sentence that is in no relative clause and in no quotation that ends before the token.
  private func lastFinite(before token: Int, _ sentence: Range<Int>, _ draft: Draft) -> VerbGroup? {
    var i = token - 2
    while i >= sentence.lowerBound, token - i < 60 {
      let number = draft.verbOfToken[i]
      if number >= 0 {
        let group = draft.verbGroups[Int(number)]
        let isQuoted = draft.quotes.contains { $0.outer.contains(group.head) && $0.outer.upperBound <= token }
        if group.isFinite, !isQuoted, relativeMarker(group, sentence, draft) == nil { return group }
        i = min(i, group.tokens.lowerBound)
      }
      i -= 1
    }
    return nil
  }

  /// The relative pronoun that governs the verb, where it stands close before it.
  private func relativeMarker(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Int? {
    var i = group.tokens.lowerBound - 1
    var steps = 0
    while i > sentence.lowerBound, steps < 10 {
      if FunctionWords.subjectRelatives.contains(draft.word(i)) || draft.word(i) == "dont" || draft.word(i) == "que" { return i }
      if draft.verbOfToken[i] >= 0, draft.verbGroups[Int(draft.verbOfToken[i])].isFinite { return nil }
      i -= 1
      steps += 1
    }
    return nil
  }

  /// `lorsque`, `car`, `si`: the words of a clause of its own follow.
  private func opensClause(_ i: Int, _ draft: Draft) -> Bool {
    guard FunctionWords.subordinators.contains(draft.word(i)), draft.mention(at: i) == nil else { return false }
    return draft.word(i) != "si" && draft.word(i) != "quand" || draft.mention(at: i + 1) != nil || FunctionWords.determiners.contains(draft.word(i + 1))
  }

  /// Whether a preposition stands before the relative: `selon laquelle`, `par lequel`, `avec qui`.
  private func isGoverned(_ relative: Int, _ draft: Draft) -> Bool {
    FunctionWords.subjectRelatives.contains(draft.word(relative))
      && (FunctionWords.prepositions.contains(draft.word(relative - 1)) || FunctionWords.of.contains(draft.word(relative - 1)))
  }

  private func isAdjacent(_ i: Int, _ verb: Int, _ draft: Draft) -> Bool {
    verb - i <= 6 && !(i + 1..<max(verb, i + 1)).contains { draft.verbOfToken[$0] >= 0 }
  }

  private func hasComma(from: Int, to: Int, _ draft: Draft) -> Bool { (from..<max(from, to)).contains { draft.word($0) == Sign.comma } }

  /// `ce que rejette Berlin`, `comme le réclamait Port-au-Prince`: the subject behind the verb of a clause that the object opens.
  private func behind(_ group: VerbGroup, _ sentence: Range<Int>, _ draft: Draft) -> Subject? {
    let opener = group.tokens.lowerBound - 1
    guard group.isFinite, !group.isReflexive, opener >= sentence.lowerBound, Self.objectOpeners.contains(draft.word(opener)) else { return nil }
    var k = group.tokens.upperBound
    while k < sentence.upperBound, draft.mentionType(at: k) == .date || FunctionWords.prepositions.contains(draft.word(k)) && draft.mentionType(at: k + 1) == .date { k += 1 }
    let reading = reader.read(at: k, end: sentence.upperBound, draft)
    return reading.parties.isEmpty ? nil : Subject(parties: reading.parties, start: k)
  }

  private static let objectOpeners: WordSet = ["que", "qu'", "comme", "dont", "ou"]

  /// The phrase before `, qui`.
  private func antecedent(before i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Subject? {
    var k = i - 1
    let isSetOff = draft.word(k) == Sign.comma
    if isSetOff { k -= 1 }
    if draft.word(k) == Sign.close {
      // `le Congrès du travail (NLC), qui`
      while k > sentence.lowerBound, draft.word(k) != Sign.open, i - k < 10 { k -= 1 }
      k -= 1
    }
    if isSetOff, let named = apposedTo(k, sentence, draft) { return named }
    // The nearest party to the left, at most twelve tokens away.
    let last = k
    var steps = 0
    while k >= sentence.lowerBound, steps < 12 {
      if let mention = draft.mention(at: k), mention.type == .person || mention.type == .organization || mention.type == .place || mention.type == .nationality {
        guard let party = reader.participant(mention, draft) else { return nil }
        return Subject(parties: [party], start: mention.tokens.lowerBound)
      }
      if draft.verbOfToken[k] >= 0 || draft.word(k) == Sign.comma && k < last { break }
      k -= 1
      steps += 1
    }
    // `la police, qui`, `le ministre, qui`: a noun that stands for a state or for somebody named.
    var start = last
    while start > sentence.lowerBound, last - start < 6, !FunctionWords.determiners.contains(draft.word(start)) { start -= 1 }
    guard FunctionWords.determiners.contains(draft.word(start)) else { return nil }
    let reading = reader.read(at: start, end: last + 1, draft)
    if !reading.parties.isEmpty { return Subject(parties: reading.parties, start: start) }
    if let body = reader.references.body(at: start, draft), let party = reader.participant(body, draft) { return Subject(parties: [party], start: start) }
    return reader.references.isPerson(at: start, draft) ? Subject(start: start, isPronoun: true) : nil
  }

  /// `X, secrétaire général de l'UTAP, qui`: the name that the phrase which ends at the token stands beside.
  private func apposedTo(_ last: Int, _ sentence: Range<Int>, _ draft: Draft) -> Subject? {
    var k = last
    while k > sentence.lowerBound, last - k < 14, draft.word(k) != Sign.comma {
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return nil }
      k -= 1
    }
    guard draft.word(k) == Sign.comma, k < last, let mention = draft.mention(at: k - 1), mention.type == .person,
      reader.title(at: k + 1, draft) != nil || reader.references.isPersonNoun(at: k + 1, draft), let party = reader.participant(mention, draft)
    else { return nil }
    return Subject(parties: [party], start: mention.tokens.lowerBound)
  }

  /// `Le candidat de l'opposition, X, a refusé`, `Son armateur, la société Y, a assuré`: the name in apposition right before the verb.
  private func apposed(from start: Int, to verb: Int, _ draft: Draft) -> [Participant] {
    let close = verb - 1
    guard draft.word(close) == Sign.comma, let mention = draft.mention(at: close - 1), mention.type == .person || mention.type == .organization, !mention.isFrame
    else { return [] }
    var k = mention.tokens.lowerBound - 1
    while k >= start, close - k < 12, draft.word(k) != Sign.comma {
      guard draft.verbOfToken[k] < 0, !FunctionWords.prepositions.contains(draft.word(k)), !FunctionWords.of.contains(draft.word(k)) else { return [] }
      k -= 1
    }
    guard k >= start, draft.word(k) == Sign.comma, let party = reader.participant(mention, draft) else { return [] }
    return [party]
  }

  /// The first phrase from `start` on that can be a subject: adverbials and prepositional phrases up to a comma are passed over.
  private func opening(from start: Int, to verb: Int, _ draft: Draft) -> Subject? {
    var i = start
    var steps = 0
    while i < verb, steps < 60 {
      steps += 1
      let word = draft.word(i)
      if draft.kind(i) == .punctuation || word == "et" || word == "mais" || word == "ou" || word == "or" { i += 1; continue }
      // `Présent à la cérémonie, le ministre a indiqué`: what is said of the subject stands before it.
      if i == start, !FunctionWords.determiners.contains(word), draft.mention(at: i) == nil, !draft.features(i).isDisjoint(with: [.adjective, .pastParticiple]),
        FunctionWords.prepositions.contains(draft.word(i + 1)), let comma = (i + 1..<verb).first(where: { draft.word($0) == Sign.comma })
      {
        i = comma + 1
        continue
      }
      let isPreposition = FunctionWords.prepositions.contains(word) && word != "des" || word == "de" || word == "d'"
      // `Lundi le président a …`, `Le 26 janvier, la CIJ avait …`, `En 2018 la Russie a …`
      if let date = date(at: i, mayFollow: isPreposition || FunctionWords.articles.contains(word), draft) { i = date; continue }
      if isPreposition || draft.verbOfToken[i] >= 0 {
        // To the comma; without one, over the phrase and on.
        var k = i + 1
        while k < verb, draft.word(k) != Sign.comma { k += 1 }
        if k >= verb {
          let reading = reader.read(at: i + 1, end: verb, joins: false, draft)
          if isPreposition, max(i + 1, reading.end) < verb { i = max(i + 1, reading.end); continue }
          return nil
        }
        i = k + 1
        continue
      }
      if FunctionWords.clitics.contains(word), draft.verbOfToken[i] >= 0 { return nil }
      let reading = reader.read(at: i, end: verb, draft)
      if reading.isPronoun { return Subject(start: i, isPronoun: true) }
      if !reading.parties.isEmpty { return Subject(parties: reading.parties, start: i) }
      if let next = behindAdjunct(i, to: verb, draft) { i = next; continue }
      if FunctionWords.determiners.contains(word) || draft.features(i).contains(.noun) && !draft.features(i).contains(.adverb) {
        let apposed = apposed(from: max(reading.end, i + 1), to: verb, draft)
        if !apposed.isEmpty { return Subject(parties: apposed, start: i) }
        if let body = reader.references.body(at: i, draft), let party = reader.participant(body, draft) { return Subject(parties: [party], start: i) }
        return Subject(start: i, isPronoun: reader.references.isPerson(at: i, draft))
      }
      if FunctionWords.pluralPronouns.contains(word) { return Subject(start: i, isPronoun: true) }
      i = max(i + 1, reading.end)
    }
    return nil
  }

  /// The token behind the date at the token, or right behind the article or preposition there.
  private func date(at i: Int, mayFollow: Bool, _ draft: Draft) -> Int? {
    for k in i...(mayFollow ? i + 1 : i) {
      if let mention = draft.mention(at: k), mention.type == .date { return mention.tokens.upperBound }
    }
    return nil
  }

  /// `Faute de vaccin, N'Djamena a …`, `Premier producteur mondial, la Côte d'Ivoire a …`: behind a noun without article that a comma parts
  /// from the phrase of the subject, the beginning of that.
  private func behindAdjunct(_ i: Int, to verb: Int, _ draft: Draft) -> Int? {
    guard draft.mention(at: i) == nil, !FunctionWords.determiners.contains(draft.word(i)), let comma = (i..<verb).first(where: { draft.word($0) == Sign.comma }) else { return nil }
    let next = comma + 1
    guard next < verb, FunctionWords.articles.contains(draft.word(next)) || draft.mention(at: next).map({ $0.type != .date }) == true else { return nil }
    return next
  }
}
