internal import DispatchModel
internal import Lexicon

/// Finds the verb groups of each sentence: `a, mardi, indiqué`, `n'a pas exclu`, `devrait être signé`, `affirmant`.
struct VerbGroups: Annotator {
  static let requires: Set<Layer> = [.aliases, .sentences]
  static let provides: Set<Layer> = [.verbs]

  /// Determiners that are no pronouns: only a noun follows them.
  private static let clearDeterminers = FunctionWords.determiners.subtracting(["le", "la", "l'", "les"])
  private static let etre: Word = "être"
  private static var avoir: Word { "avoir" }
  private static let ability: WordSet = ["pouvoir"]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    var groups: [VerbGroup] = []
    var ofToken = [Int32](repeating: -1, count: draft.count)
    for sentence in draft.sentences {
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        guard draft.features(i).contains(.verb) || draft.word(i) == "a", let group = group(at: i, end: sentence.upperBound, draft) else { i += 1; continue }
        for token in group.tokens { ofToken[token] = Int32(groups.count) }
        groups.append(group)
        i = max(group.tokens.upperBound, i + 1)
      }
    }
    join(&groups, draft)
    draft.verbGroups = groups
    draft.verbOfToken = ofToken
  }

  /// `a condamné X et promis Y`: a participle after `et` shares the auxiliary of the one before.
  private func join(_ groups: inout [VerbGroup], _ draft: Draft) {
    for index in groups.indices.dropFirst() where groups[index].tense == .participle {
      var k = groups[index].head - 1
      while k > 0, draft.features(k).contains(.adverb), draft.mention(at: k) == nil, draft.word(k) != "et", groups[index].head - k < 4 { k -= 1 }
      guard draft.word(k) == "et" || draft.word(k) == "mais" else { continue }
      guard let first = groups[..<index].lastIndex(where: { $0.tokens.count > 1 && $0.isFinite && !$0.isPassive }),
        groups[first].tense == .past, draft.sentence(of: groups[first].head) == draft.sentence(of: k), groups[index].head - groups[first].head < 60
      else { continue }
      groups[index].tense = .past
      groups[index].isPassive = false
      groups[index].joins = first
    }
  }

  private func verb(_ i: Int, having wanted: Features, _ draft: Draft) -> (lemma: Word, features: Features)? {
    // What none of its readings is need not be looked for in each.
    guard draft.features(i).isSuperset(of: wanted.union(.verb)) else { return nil }
    var found: (Word, Features)?
    var finite: Word?
    draft.lexicon.forEachReading(draft.word(i)) { lemma, features in
      if found == nil, features.isSuperset(of: wanted.union(.verb)) { found = (lemma, features) }
      if features.contains([.verb, .present, .thirdPerson]) { finite = lemma }
    }
    // `indique` is no participle where `indiqué` is one.
    if let found, found.0 == finite, wanted == .pastParticiple, draft.endsInAcute(i) == false { return nil }
    return found
  }

  /// The finite reading of the token, where it can be one here.
  private func finite(_ i: Int, _ draft: Draft) -> (lemma: Word, features: Features)? {
    let word = draft.word(i)
    if word == "a" {
      // Folding makes `à` of `a`: only the single byte is the verb.
      guard draft.tokens[i].end - draft.tokens[i].start == 1, !draft.isCapitalized(i) else { return nil }
      return (Self.avoir, [.verb, .present, .thirdPerson, .singular])
    }
    guard draft.mention(at: i) == nil, draft.kind(i) == .word else { return nil }
    let all = draft.features(i)
    guard all.contains(.verb), draft.endsInAcute(i) != true else { return nil }
    var best: (Word, Features)?
    draft.lexicon.forEachReading(word) { lemma, features in
      guard features.contains(.verb), !features.isDisjoint(with: [.present, .imperfect, .future, .conditional, .simplePast, .subjunctive]),
        features.isDisjoint(with: [.infinitive, .pastParticiple, .presentParticiple])
      else { return }
      if features.contains(.secondPerson) { return }
      if best == nil || (best?.1.contains(.subjunctive) == true && !features.contains(.subjunctive)) { best = (lemma, features) }
    }
    guard let best else { return nil }
    let before = draft.word(i - 1)
    let isNominal = !all.isDisjoint(with: [.noun, .adjective, .preposition, .adverb, .conjunction, .determiner])
    let isAuxiliary = best.0 == Self.avoir || best.0 == Self.etre
    if isNominal && !isAuxiliary {
      if FunctionWords.determiners.contains(before) || FunctionWords.of.contains(before) || FunctionWords.prepositions.contains(before) { return nil }
      if draft.isCapitalized(i) || draft.kind(i - 1) == .number { return nil }
      // `l'entreprise dit`: what is a noun behind its article is no participle.
      if draft.features(i - 1).contains(.pastParticiple), !(draft.features(i - 1).contains(.noun) && FunctionWords.articles.contains(draft.word(i - 2))) { return nil }
      // `une nouvelle attaque`
      if draft.features(i - 1).contains(.adjective), FunctionWords.determiners.contains(draft.word(i - 2)) || FunctionWords.of.contains(draft.word(i - 2)) { return nil }
      // After another plain noun or adjective, a noun-or-verb is a verb only where the form is clearly personal.
      if !all.isDisjoint(with: [.preposition, .determiner, .conjunction]) { return nil }
    }
    if word == "est", before == "l'" || before == "d'" || before == Sign.hyphen { return nil }
    if draft.isCapitalized(i), !draft.flags(i).contains(.startsLine), isNominal { return nil }
    if draft.isGlued(i), before == Sign.hyphen { return nil }
    return best
  }

  private func tense(_ features: Features) -> VerbGroup.Tense {
    if features.contains(.conditional) { return .conditional }
    if features.contains(.future) { return .future }
    if features.contains(.imperfect) { return .imperfect }
    if features.contains(.simplePast) && !features.contains(.present) { return .past }
    return .present
  }

  private func group(at i: Int, end: Int, _ draft: Draft) -> VerbGroup? {
    guard draft.kind(i) == .word, draft.mention(at: i) == nil else { return nil }
    if let (lemma, features) = finite(i, draft) { return finiteGroup(i, lemma, features, end: end, draft) }
    let all = draft.features(i)
    guard all.contains(.verb) else { return nil }
    if let (lemma, _) = verb(i, having: .infinitive, draft) {
      guard !Self.clearDeterminers.contains(draft.word(i - 1)) || !all.contains(.noun) else { return nil }
      var group = VerbGroup(tokens: i..<i + 1, head: i, lemma: lemma, tense: .infinitive)
      start(&group, draft)
      if lemma == Self.etre || lemma == Self.avoir, let head = participle(after: i, end: end, draft) {
        group.head = head.token
        group.lemma = head.lemma
        group.tokens = group.tokens.lowerBound..<head.token + 1
        group.isPassive = lemma == Self.etre && !draft.word(head.lemma, is: .motion) || head.isPassive
      }
      return group
    }
    if let (lemma, _) = verb(i, having: .presentParticiple, draft), !FunctionWords.determiners.contains(draft.word(i - 1)), !isAdjectival(i, draft) {
      var group = VerbGroup(tokens: i..<i + 1, head: i, lemma: lemma, tense: .gerund)
      start(&group, draft)
      if draft.word(i + 1) != "part" { causative(&group, end: end, draft) }
      return group
    }
    if let (lemma, _) = verb(i, having: .pastParticiple, draft), !FunctionWords.determiners.contains(draft.word(i - 1)) {
      return VerbGroup(tokens: i..<i + 1, head: i, lemma: lemma, tense: .participle, isPassive: !draft.word(lemma, is: .motion))
    }
    return nil
  }

  /// `un important accord`, `ce qui est important`: a participle that is an adjective too, and has no object behind it.
  private func isAdjectival(_ i: Int, _ draft: Draft) -> Bool {
    guard draft.features(i).contains(.adjective), draft.word(i - 1) != "en", draft.sentence(of: i)?.lowerBound != i else { return false }
    let next = draft.word(i + 1)
    return !FunctionWords.determiners.contains(next) && !FunctionWords.that.contains(next) && draft.kind(i + 1) != .number
  }

  private func finiteGroup(_ i: Int, _ lemma: Word, _ features: Features, end: Int, _ draft: Draft) -> VerbGroup {
    var group = VerbGroup(tokens: i..<i + 1, head: i, lemma: lemma, tense: tense(features))
    start(&group, draft)
    var next = i + 1
    // `a-t-il`, `dit-elle`
    if draft.word(next) == Sign.hyphen {
      var k = next + 1
      if draft.word(k) == "t" || draft.word(k) == "t'" { k += 1; if draft.word(k) == Sign.hyphen { k += 1 } }
      if FunctionWords.pronouns.contains(draft.word(k)) || FunctionWords.pluralPronouns.contains(draft.word(k)) || draft.word(k) == "on" {
        group.hasInvertedPronoun = true
        group.tokens = group.tokens.lowerBound..<k + 1
        next = k + 1
      }
    }
    if FunctionWords.negations.contains(draft.word(next)), draft.word(next) != "plus" || group.isNegated { group.isNegated = true }
    if lemma == Self.avoir || lemma == Self.etre {
      guard let head = participle(after: next - 1, end: end, draft) else {
        // `a été de 2017 à 2019 présidente`: être itself.
        if lemma == Self.avoir, draft.word(next) == "ete", next < end {
          group.lemma = Self.etre
          group.head = next
          group.tokens = group.tokens.lowerBound..<next + 1
          if group.tense == .present { group.tense = .past }
        }
        return group
      }
      let isActive = lemma == Self.avoir || draft.word(head.lemma, is: .motion) || group.isReflexive
      group.isPassive = head.isPassive || !isActive
      if lemma == Self.avoir || isActive {
        group.tense = group.tense == .conditional ? .conditional : group.tense == .future ? .future : .past
      }
      group.head = head.token
      group.lemma = head.lemma
      group.tokens = group.tokens.lowerBound..<head.token + 1
      causative(&group, end: end, draft)
      return group
    }
    causative(&group, end: end, draft)
    if draft.word(lemma, is: .planning) || Self.ability.contains(lemma) || lemma == "venir" || lemma == "vouloir" {
      var k = next
      while k < min(end, next + 4), draft.features(k).contains(.adverb) || FunctionWords.of.contains(draft.word(k)) || draft.word(k) == "a"
        || FunctionWords.clitics.contains(draft.word(k))
      { k += 1 }
      if k < end, let (inner, _) = verb(k, having: .infinitive, draft), draft.mention(at: k) == nil {
        if FunctionWords.clitics.contains(draft.word(k - 1)), draft.word(k - 1) == "se" || draft.word(k - 1) == "s'" { group.isReflexive = true } else { group.isReflexive = false }
        let modal = lemma
        group.head = k
        group.lemma = inner
        if inner == Self.etre, let head = participle(after: k, end: end, draft) {
          group.head = head.token
          group.lemma = head.lemma
          group.isPassive = !draft.word(head.lemma, is: .motion)
        }
        group.tokens = group.tokens.lowerBound..<group.head + 1
        if modal == "venir" { group.tense = .past } else if Self.ability.contains(modal) { group.isPossible = true } else { group.isPlanned = true }
      }
    }
    return group
  }

  /// Two words that are one verb of saying: `a fait savoir`, `laisse entendre`, `a mis en garde`; the lemma is of the whole.
  private func causative(_ group: inout VerbGroup, end: Int, _ draft: Draft) {
    let next = draft.word(group.head + 1)
    var words = 1
    switch group.lemma {
    case "faire" where draft.word(next, is: .madeKnown): group.lemma = "fairesavoir"
    case "laisser" where next == "entendre", "croire" where next == "savoir": group.lemma = "fairesavoir"
    case "mettre" where next == "en" && draft.word(group.head + 2) == "garde":
      group.lemma = "mettreengarde"
      words = 2
    default: return
    }
    guard group.head + words < end else { return }
    group.head += words
    group.tokens = group.tokens.lowerBound..<group.head + 1
  }

  /// Takes the clitics and the negation before the verb in.
  private func start(_ group: inout VerbGroup, _ draft: Draft) {
    var i = group.tokens.lowerBound - 1
    while i >= 0, FunctionWords.clitics.contains(draft.word(i)), draft.mention(at: i) == nil {
      let word = draft.word(i)
      if word == "se" || word == "s'" { group.isReflexive = true }
      if word == "ne" || word == "n'" { group.isNegated = true }
      if draft.flags(i).contains(.startsLine) { break }
      i -= 1
    }
    // `ne … pas` alone denies; `le`, `la`, `les`, `en` before the first clitic may be articles of what stands before.
    group.tokens = i + 1..<group.tokens.upperBound
  }

  /// The participle that an auxiliary leads to, over adverbs, dates, commas and short set phrases.
  private func participle(after i: Int, end: Int, _ draft: Draft) -> (token: Int, lemma: Word, isPassive: Bool)? {
    var k = i + 1
    var isPassive = false
    let limit = min(end, i + 14)
    while k < limit {
      // `a « fermement condamné »`
      if k == i + 1, draft.word(k) == Sign.openGuillemet || draft.word(k) == Sign.straightQuote || draft.word(k) == Sign.openCurly { k += 1; continue }
      if draft.mentionType(at: k) == .date || draft.word(k) == Sign.comma || draft.kind(k) == .punctuation && draft.word(k) == Sign.hyphen { k += 1; continue }
      if draft.word(k) == "ete", draft.mention(at: k) == nil { isPassive = true; k += 1; continue }
      if draft.mention(at: k) != nil { return nil }
      if let (lemma, _) = verb(k, having: .pastParticiple, draft), lemma != Self.etre || k == i + 1 {
        if !FunctionWords.determiners.contains(draft.word(k - 1)) { return (k, lemma, isPassive) }
        // `de son côté`: folding makes a participle of the noun.
        if FunctionWords.interposed.contains(draft.word(k)) { k += 1; continue }
        return nil
      }
      if draft.features(k).contains(.adverb) && !FunctionWords.determiners.contains(draft.word(k)) || FunctionWords.interposed.contains(draft.word(k)) { k += 1; continue }
      return nil
    }
    return nil
  }
}
