internal import DispatchModel
internal import Lexicon

/// Finds offices and professions: a title beside a name, before or after it, and `son homologue russe, X`.
struct Offices: Annotator {
  static let requires: Set<Layer> = [.aliases, .verbs, .countries]
  static let provides: Set<Layer> = [.offices]

  private let reader: PartyReader
  private let table: TableID?

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    table = lexicon.table("offices")
  }

  func annotate(_ draft: inout Draft) {
    guard table != nil else { return }
    for sentence in draft.sentences {
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        if isCounterpart(draft.word(i)) {
          i = counterparts(at: i, sentence, &draft)
          continue
        }
        guard let match = reader.title(at: i, draft), isNounHere(i, draft) else { i += 1; continue }
        i = office(match, sentence, &draft)
      }
    }
  }

  private func isCounterpart(_ word: Word) -> Bool { word == "homologue" || word == "homologues" }

  private func isNounHere(_ i: Int, _ draft: Draft) -> Bool {
    !(draft.isGlued(i) && draft.word(i - 1) == "-" && !["ex", "vice"].contains(draft.word(i - 2)))
  }

  /// Reads the office that begins with the title; gives the token to go on from.
  private func office(_ match: PhraseMatches.Match, _ sentence: Range<Int>, _ draft: inout Draft) -> Int {
    var phrase = TitlePhrase(head: match.tokens, draft)
    phrase.read(end: sentence.upperBound, reader, draft)
    let first = phrase.start
    // The name right after, or after a comma.
    var person: DraftMention?
    var evidence = first..<phrase.end
    if let direct = name(at: phrase.end, draft) {
      person = draft.mention(at: direct.upperBound - 1)
      evidence = first..<direct.upperBound
    } else if draft.word(phrase.end) == ",", let range = reader.nameInApposition(after: phrase.end, draft),
      !phrase.isIndefinitePlural(draft)
    {
      person = draft.mention(at: range.upperBound - 1)
      evidence = first..<range.upperBound
    }
    // `Mme X, magistrate de formation`: the name before, a comma, the title without a demonstrative.
    if person == nil || phrase.isApposed(draft) {
      let comma = first - 1
      if comma >= sentence.lowerBound, draft.word(comma) == ",", let before = nameBefore(comma, sentence, draft) {
        let after = draft.word(phrase.end)
        let closes = draft.kind(phrase.end) == .punctuation || phrase.end >= sentence.upperBound || after == "et" || draft.verbOfToken[min(phrase.end, draft.count - 1)] >= 0
        if closes || person == nil {
          if person == nil || !phrase.hasArticle { person = before; evidence = before.tokens.lowerBound..<phrase.end }
        }
      } else if comma >= sentence.lowerBound, draft.word(comma) == "comme" || draft.mention(at: comma)?.type == .person, !phrase.hasArticle,
        let before = nameBefore(comma + (draft.word(comma) == "comme" ? 0 : 1), sentence, draft)
      {
        person = before
        evidence = before.tokens.lowerBound..<phrase.end
      } else if person == nil, let subject = copula(before: first, sentence, draft) {
        person = subject
        phrase.isFormer = phrase.isFormer || draft.verbGroups[Int(draft.verbOfToken[first - 1])].tense != .present
        evidence = subject.tokens.lowerBound..<phrase.end
      }
    }
    guard let person, person.type == .person, !person.isFrame else { return match.tokens.upperBound }
    add(phrase, kind: kind(of: match, draft), person: person, evidence: evidence, &draft)
    for more in phrase.coordinated {
      var second = TitlePhrase(head: more.tokens, draft)
      second.read(end: sentence.upperBound, reader, draft)
      if second.country == nil { second.country = phrase.country }
      add(second, kind: kind(of: more, draft), person: person, evidence: more.tokens.lowerBound..<evidence.upperBound, &draft)
    }
    return max(match.tokens.upperBound, phrase.coordinated.isEmpty ? phrase.end : match.tokens.upperBound)
  }

  private func kind(of match: PhraseMatches.Match, _ draft: Draft) -> Substring {
    draft.lexicon.columns(ofEntry: match.entry).dropFirst().first ?? "body"
  }

  /// `X`, `M. X`, `le Norvégien X` at the token.
  private func name(at i: Int, _ draft: Draft) -> Range<Int>? {
    var k = i
    for _ in 0..<6 {
      if let mention = draft.mention(at: k) {
        if mention.type == .person { return i..<mention.tokens.upperBound }
        guard mention.type == .nationality else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      guard FunctionWords.honorifics.contains(draft.word(k)) else { return nil }
      k += draft.word(k + 1) == "." ? 2 : 1
    }
    return nil
  }

  /// The person whose name ends before the comma: `X,`, `X (PS),`.
  private func nameBefore(_ comma: Int, _ sentence: Range<Int>, _ draft: Draft) -> DraftMention? {
    var k = comma - 1
    if draft.word(k) == ")" {
      while k > sentence.lowerBound, draft.word(k) != "(" { k -= 1 }
      k -= 1
    }
    if draft.word(k) == ",", k > sentence.lowerBound { k -= 1 }
    guard k >= sentence.lowerBound, let mention = draft.mention(at: k), mention.type == .person else { return nil }
    return mention
  }

  /// `X a été de 2017 à 2019 présidente`, `X fut consul`: the subject before a form of être.
  private func copula(before first: Int, _ sentence: Range<Int>, _ draft: Draft) -> DraftMention? {
    guard first > sentence.lowerBound, draft.verbOfToken[first - 1] >= 0 else { return nil }
    let group = draft.verbGroups[Int(draft.verbOfToken[first - 1])]
    guard group.lemma == "être" || group.lemma == "devenir", group.isFinite else { return nil }
    return nameBefore(group.tokens.lowerBound, sentence, draft)
  }

  private func add(_ phrase: TitlePhrase, kind: Substring, person: DraftMention, evidence: Range<Int>, _ draft: inout Draft) {
    var of = phrase.body
    var country = phrase.country
    if of == nil, let employer = employer(after: evidence.upperBound, draft) { of = employer.value; country = country ?? employer.country }
    if of == nil {
      switch kind {
      case "trade": break
      case "sport": of = antecedent(before: phrase.start, draft)
      case "town": of = town(before: phrase.start, draft)
      case "state": of = country ?? reader.home(draft)
      case "rank": of = country ?? reader.home(draft)
      default:
        if phrase.isPossessive || phrase.hasGenericBody || !phrase.hasComplement { of = country ?? antecedent(before: phrase.start, draft) } else { of = country ?? reader.home(draft) }
      }
      if kind == "state" || kind == "rank" { country = of }
    }
    if let of, country == nil {
      country = of.count == 2 ? of : of.contains("/") ? of.split(separator: "/").last.map(String.init) : draft.mentions.first { $0.type == .organization && $0.value == of }?.country
      if country == "-" { country = nil }
    }
    let title = phrase.title(draft)
    guard !title.isEmpty else { return }
    draft.offices.append(
      HeldOffice(person: person.value, country: country ?? (kind == "trade" || kind == "sport" ? phrase.country : nil), head: draft.word(phrase.head.lowerBound), title: title, of: of, token: evidence.lowerBound))
    let office = Office(person: person.value, title: title, of: of, isFormer: phrase.isFormer, isActing: phrase.isActing)
    draft.facts.append(
      DraftFact(
        content: .office(office), evidence: evidence, confidence: of == nil ? 0.8 : 0.9, rule: "office.title",
        reasons: draft.explains ? ["\(draft.text(phrase.head)) beside \(person.value)"] : []))
  }

  /// `X, du centre Horn Dialogue`: the body after the name.
  private func employer(after i: Int, _ draft: Draft) -> DraftMention? {
    guard draft.word(i) == ",", FunctionWords.of.contains(draft.word(i + 1)) else { return nil }
    for k in i + 2..<i + 7 {
      if let mention = draft.mention(at: k) { return mention.type == .organization ? mention : nil }
      if draft.kind(k) == .punctuation { return nil }
    }
    return nil
  }

  /// The town that a mayor is mayor of: the last city named, else the dateline's place.
  private func town(before i: Int, _ draft: Draft) -> String? {
    draft.mentions.last { $0.tokens.upperBound <= i && $0.type == .place && $0.value.contains("/") && !$0.isFrame }?.value ?? draft.frame.place
  }

  /// What `son`, `sa` point back to: the last organization or country before.
  private func antecedent(before i: Int, _ draft: Draft) -> String? {
    let agency = draft.frame.agency
    return draft.mentions.last { $0.tokens.upperBound <= i && $0.type == .organization && !$0.isFrame && $0.value != agency }?.value
  }

  // MARK: Homologues

  /// `son homologue russe, Vladimir Poutine`; `ses homologues éthiopien, X, et égyptien, Y`.
  private func counterparts(at i: Int, _ sentence: Range<Int>, _ draft: inout Draft) -> Int {
    var k = i + 1
    var found = false
    for _ in 0..<4 {
      var country: String?
      var start = k
      if !found { start = max(sentence.lowerBound, i - 1) }
      if let mention = draft.mention(at: k), mention.type == .nationality { country = mention.value; k = mention.tokens.upperBound }
      let comma = draft.word(k) == "," ? k + 1 : k
      guard let mention = draft.mention(at: comma), mention.type == .person else { break }
      if let model = model(before: i, draft) {
        let of = country ?? model.of
        draft.offices.append(HeldOffice(person: mention.value, country: country, head: model.head, title: model.title, of: of, token: start))
        draft.facts.append(
          DraftFact(
            content: .office(Office(person: mention.value, title: model.title, of: of)), evidence: start..<mention.tokens.upperBound,
            confidence: 0.85, rule: "office.counterpart"))
      }
      found = true
      k = mention.tokens.upperBound
      if draft.word(k) == "," { k += 1 }
      guard draft.word(k) == "et" else { break }
      k += 1
    }
    return max(k, i + 1)
  }

  /// The office that a homologue shares: the last one told before.
  private func model(before i: Int, _ draft: Draft) -> HeldOffice? { draft.offices.last { $0.token < i && $0.of != nil } ?? draft.offices.last }
}
