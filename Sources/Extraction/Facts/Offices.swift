internal import DispatchModel
internal import Lexicon

/// Finds offices and professions: a title beside a name, before or after it, and `son homologue russe, X`.
struct Offices: Annotator {
  static let requires: Set<Layer> = [.aliases, .verbs, .countries]
  static let provides: Set<Layer> = [.offices]

  private let reader: PartyReader
  private let subjects: Subjects
  private let table: TableID?
  private let verbs: TableID?
  private static var captain: Word { "capitaine" }
  private static let prefixes: WordSet = ["ex", "vice"]
  private static let links: WordSet = ["puis", "et", "avant", "d'", "de", "ensuite", ","]

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
    table = lexicon.table("offices")
    verbs = lexicon.table("event-verbs")
  }

  func annotate(_ draft: Draft) {
    guard table != nil else { return }
    defer { draft.genders = PersonGenders(draft) }
    for sentence in draft.sentences {
      var i = sentence.lowerBound
      var told: Career?
      while i < sentence.upperBound {
        if draft.word(i, is: .counterpart) {
          i = counterparts(at: i, sentence, draft)
          continue
        }
        guard let match = reader.title(at: i, draft), isNounHere(i, draft) else { i += 1; continue }
        i = office(match, sentence, &told, draft)
      }
    }
  }

  /// The person whose career a sentence tells: `fut consul à Milan, puis ambassadeur à Sofia`.
  private struct Career {
    var person: DraftMention
    var isFormer: Bool
    var end: Int
  }

  private func isNounHere(_ i: Int, _ draft: Draft) -> Bool {
    !(draft.isGlued(i) && draft.word(i - 1) == Sign.hyphen && !Self.prefixes.contains(draft.word(i - 2)))
  }

  /// Reads the office that begins with the title; gives the token to go on from.
  private func office(_ match: PhraseMatches.Match, _ sentence: Range<Int>, _ told: inout Career?, _ draft: Draft) -> Int {
    var phrase = TitlePhrase(head: match.tokens, draft)
    phrase.read(end: sentence.upperBound, reader, draft)
    let first = phrase.start
    if let singular = draft.lexicon.columns(ofEntry: match.entry).dropFirst(2).first { return officers(phrase, singular, draft) }
    // The name right after, or after a comma.
    var person: DraftMention?
    var evidence = first..<phrase.end
    if let direct = name(at: phrase.end, draft) {
      person = draft.mention(at: direct.upperBound - 1)
      evidence = first..<direct.upperBound
    } else if draft.word(phrase.end) == Sign.comma, let range = reader.nameInApposition(after: phrase.end, draft),
      !phrase.isIndefinitePlural(draft)
    {
      person = draft.mention(at: range.upperBound - 1)
      evidence = first..<range.upperBound
    }
    // `Mme X, magistrate de formation`: the name before, a comma, the title without a demonstrative.
    if person == nil || phrase.isApposed(draft) {
      let comma = first - 1
      if comma >= sentence.lowerBound, draft.word(comma) == Sign.comma, let before = nameBefore(comma, sentence, draft) {
        let after = draft.word(phrase.end)
        let closes = draft.kind(phrase.end) == .punctuation || phrase.end >= sentence.upperBound || after == "et" || draft.verbOfToken[min(phrase.end, draft.count - 1)] >= 0
        if closes || person == nil {
          if person == nil || !phrase.hasArticle { person = before; evidence = before.tokens.lowerBound..<phrase.end }
        }
      } else if comma >= sentence.lowerBound, draft.word(comma) == "comme" || draft.mentionType(at: comma) == .person, !phrase.hasArticle,
        let before = nameBefore(comma + (draft.word(comma) == "comme" ? 0 : 1), sentence, draft)
      {
        person = before
        evidence = before.tokens.lowerBound..<phrase.end
      } else if person == nil, let subject = copula(before: first, sentence, draft) {
        person = subject.person
        phrase.isFormer = phrase.isFormer || subject.isFormer
        evidence = min(subject.person.tokens.lowerBound, first)..<phrase.end
        told = Career(person: subject.person, isFormer: subject.isFormer, end: phrase.end)
      } else if person == nil, let career = told, first > career.end, (career.end..<first).allSatisfy({ Self.links.contains(draft.word($0)) }) {
        person = career.person
        phrase.isFormer = phrase.isFormer || career.isFormer
        evidence = career.person.tokens.lowerBound..<phrase.end
        told?.end = phrase.end
      }
    }
    // `Ancienne ministre de l'Economie, elle a promis`: whom the pronoun means.
    if person == nil, first == sentence.lowerBound, !phrase.hasArticle, draft.word(phrase.end) == Sign.comma, FunctionWords.pronouns.contains(draft.word(phrase.end + 1)) {
      person = draft.mentions.last { $0.type == .person && !$0.isFrame && $0.tokens.upperBound <= first }
      evidence = first..<phrase.end
    }
    // `l'avocat des douze victimes admises à la procédure, Me X`: a long complement up to the apposed name.
    let kind = officeKind(of: match, draft)
    if person == nil, kind == "trade", let name = nameAfterComplement(from: phrase.end, sentence, draft) {
      person = draft.mention(at: name.upperBound - 1)
      evidence = first..<name.upperBound
    }
    guard let person, person.type == .person, !person.isFrame else { return match.tokens.upperBound }
    add(phrase, kind: kind, person: person, evidence: evidence, draft)
    for more in phrase.coordinated {
      var second = TitlePhrase(head: more.tokens, draft)
      second.read(end: sentence.upperBound, reader, draft)
      if second.country == nil { second.country = phrase.country }
      add(second, kind: officeKind(of: more, draft), person: person, evidence: more.tokens.lowerBound..<evidence.upperBound, draft)
    }
    return max(match.tokens.upperBound, phrase.coordinated.isEmpty ? phrase.end : match.tokens.upperBound)
  }

  /// `les ministres français et allemand de la Défense, X et Y`, `les présidents russe X et turc Y`: each the office in the singular.
  private func officers(_ phrase: TitlePhrase, _ singular: Substring, _ draft: Draft) -> Int {
    var people: [(person: DraftMention, country: String?)] = []
    var k = draft.word(phrase.end) == Sign.comma ? phrase.end + 1 : phrase.end
    var nationality = draft.word(phrase.end) == Sign.comma ? nil : phrase.country
    while people.count < 5 {
      if let mention = draft.mention(at: k), mention.type == .nationality { nationality = mention.value; k = mention.tokens.upperBound }
      if draft.word(k, is: .honorific) { k += draft.word(k + 1) == Sign.stop ? 2 : 1 }
      guard let mention = draft.mention(at: k), mention.type == .person else { break }
      people.append((mention, nationality))
      nationality = nil
      k = mention.tokens.upperBound
      guard draft.word(k) == "et" || draft.word(k) == Sign.comma else { break }
      k += 1
    }
    guard people.count > 1, let last = people.last else { return phrase.head.upperBound }
    let title = phrase.title(draft, head: singular)
    for (index, entry) in people.enumerated() {
      let country = entry.country ?? (phrase.countries.count == people.count ? phrase.countries[index] : phrase.countries.count == 1 ? phrase.country : entry.person.country)
      let of = phrase.body ?? country
      draft.offices.append(HeldOffice(person: entry.person.value, country: country, head: draft.word(phrase.head.lowerBound), title: title, of: of, token: phrase.start))
      draft.facts.append(
        DraftFact(
          content: .office(Office(person: entry.person.value, title: title, of: of, isFormer: phrase.isFormer)), evidence: phrase.start..<last.person.tokens.upperBound,
          confidence: 0.85, rule: "office.plural", reasons: draft.explains ? ["\(draft.text(phrase.head)) beside \(people.count) names"] : []))
    }
    return last.person.tokens.upperBound
  }

  private func officeKind(of match: PhraseMatches.Match, _ draft: Draft) -> Substring {
    let kind = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first ?? "body"
    // A captain commands a ship or a company where the dispatch is not about sport.
    return kind == "sport" && !draft.topics.contains(.sport) && draft.word(match.tokens.lowerBound) == Self.captain ? "rank" : kind
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
      guard draft.word(k, is: .honorific) else { return nil }
      k += draft.word(k + 1) == Sign.stop ? 2 : 1
    }
    return nil
  }

  /// The person whose name ends before the comma: `X,`, `X (PS),`.
  private func nameBefore(_ comma: Int, _ sentence: Range<Int>, _ draft: Draft) -> DraftMention? {
    var k = comma - 1
    if draft.word(k) == Sign.close {
      while k > sentence.lowerBound, draft.word(k) != Sign.open { k -= 1 }
      k -= 1
    }
    if draft.word(k) == Sign.comma, k > sentence.lowerBound { k -= 1 }
    guard k >= sentence.lowerBound, let mention = draft.mention(at: k), mention.type == .person else { return nil }
    return mention
  }

  /// `X a été de 2017 à 2019 présidente`, `X fut consul`, `X, élue maire`: who the verb before says the title of.
  private func copula(before first: Int, _ sentence: Range<Int>, _ draft: Draft) -> (person: DraftMention, isFormer: Bool)? {
    // Dates may stand between.
    var k = first - 1
    while k > sentence.lowerBound, draft.verbOfToken[k] < 0, first - k < 12,
      draft.mentionType(at: k) == .date || FunctionWords.prepositions.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k))
        || draft.features(k).contains(.adverb) || draft.kind(k) == .number
    { k -= 1 }
    guard k > sentence.lowerBound, draft.verbOfToken[k] >= 0 else { return nil }
    let group = draft.verbGroups[Int(draft.verbOfToken[k])]
    let isCopula = group.lemma == "être" || group.lemma == "devenir"
    guard isCopula ? group.isFinite : group.isPassive && names(group.lemma, draft), !group.isNegated else { return nil }
    let isFormer = group.lemma == "être" && group.tense != .present && group.tense != .future
    if let person = nameBefore(group.tokens.lowerBound, sentence, draft) { return (person, isFormer) }
    guard group.isFinite, let subject = subjects.subject(of: group, draft), !subject.isPronoun, let id = subject.parties.first?.id else { return nil }
    let token = (subject.start..<max(subject.start, group.head)).first { draft.mention(at: $0).map { $0.type == .person && $0.value == id } == true }
    return token.flatMap { draft.mention(at: $0) }.map { ($0, isFormer) }
  }

  /// The verb gives somebody an office: `nommer`, `élire`.
  private func names(_ lemma: Word, _ draft: Draft) -> Bool {
    guard let verbs else { return false }
    return draft.lexicon.rows(of: lemma, in: verbs).contains { $0.count > 1 && ($0[1] == "appoint" || $0[1] == "elect") }
  }

  /// The name in apposition behind a complement without a verb of its own.
  private func nameAfterComplement(from i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Range<Int>? {
    guard FunctionWords.of.contains(draft.word(i)) else { return nil }
    var k = i
    while k < min(sentence.upperBound, i + 14) {
      if draft.word(k) == Sign.comma { return reader.nameInApposition(after: k, draft) }
      if draft.verbOfToken[k] >= 0, draft.verbGroups[Int(draft.verbOfToken[k])].isFinite { return nil }
      if draft.mentionType(at: k) == .person { return nil }
      k += 1
    }
    return nil
  }

  private func add(_ phrase: TitlePhrase, kind: Substring, person: DraftMention, evidence: Range<Int>, _ draft: Draft) {
    var of = phrase.body
    var country = phrase.country
    if of == nil, let employer = employer(after: evidence.upperBound, draft) {
      // An officer of an armed body serves the country.
      of = kind == "rank" ? employer.country ?? employer.value : employer.value
      country = country ?? employer.country
    }
    if of == nil {
      let pointsBack = phrase.isPossessive || phrase.genericBody != nil
      switch kind {
      case _ where draft.word(phrase.head.lowerBound, is: .commissioner) && draft.mentions.contains { $0.value == Self.commission }: of = Self.commission
      case "trade": break
      case "sport": of = antecedent(of: phrase, draft)
      case "town": of = town(before: phrase.start, draft)
      case "state" where draft.word(phrase.head.lowerBound, is: .deputy): of = house(before: phrase.start, country, draft) ?? country ?? reader.home(draft)
      case "state", "rank": of = country ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      case "head": of = pointsBack ? antecedent(of: phrase, draft) ?? country ?? reader.home(draft) : country ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      default:
        if !pointsBack, let company = company(draft) {
          of = company
        } else if pointsBack || !phrase.hasComplement {
          of = country ?? antecedent(of: phrase, draft)
        } else {
          of = country ?? reader.home(draft)
        }
      }
      if kind == "state" || kind == "rank" { country = country ?? (of?.utf8.count == 2 ? of : reader.home(draft)) }
    }
    if let of, country == nil {
      country = of.count == 2 && !phrase.isBodyOrganization ? of : of.contains("/") ? of.split(separator: "/").last.map(String.init) : draft.mentions.first { $0.type == .organization && $0.value == of }?.country
      if country == "-" { country = nil }
    }
    let title = phrase.title(draft)
    guard !title.isEmpty else { return }
    draft.offices.append(
      HeldOffice(person: person.value, country: country ?? (kind == "trade" || kind == "sport" ? phrase.country : nil), head: draft.word(phrase.head.lowerBound), title: title, of: of, token: evidence.lowerBound))
    draft.holderOfTitle[phrase.head.lowerBound] = person.value
    let office = Office(person: person.value, title: title, of: of, isFormer: phrase.isFormer, isActing: phrase.isActing)
    draft.facts.append(
      DraftFact(
        content: .office(office), evidence: evidence, confidence: of == nil ? 0.8 : 0.9, rule: of == nil ? "office.title.open" : "office.title",
        reasons: draft.explains ? ["\(draft.text(phrase.head)) beside \(person.value)"] : []))
  }

  /// `X, du centre Horn Dialogue`: the body after the name.
  private func employer(after i: Int, _ draft: Draft) -> DraftMention? {
    guard draft.word(i) == Sign.comma, FunctionWords.of.contains(draft.word(i + 1)) else { return nil }
    for k in i + 2..<i + 7 {
      if let mention = draft.mention(at: k) { return mention.type == .organization ? mention : nil }
      if draft.kind(k) == .punctuation { return nil }
    }
    return nil
  }

  /// The country where the sentence sets its scene: `A Tbilissi, la présidente X`.
  private func scene(of token: Int, _ draft: Draft) -> String? {
    guard let sentence = draft.sentence(of: token), let place = draft.mention(at: sentence.lowerBound + 1), place.type == .place,
      FunctionWords.prepositions.contains(draft.word(sentence.lowerBound))
    else { return nil }
    return Countries.country(of: place)
  }

  private static let commission = "Commission européenne"

  private static var senate: Word { "senat" }

  /// The house of parliament that a member sits in: the last one named in the dispatch, of that country where one is told.
  private func house(before i: Int, _ country: String?, _ draft: Draft) -> String? {
    let isSenator = draft.word(i, is: .senator) || draft.word(i + 1, is: .senator)
    let all = draft.mentions.filter { mention in
      let head = draft.word(mention.tokens.lowerBound)
      return mention.type == .organization && !mention.isFrame && draft.word(head, is: .parliament) && (head == Self.senate || !isSenator)
        && (country == nil || mention.country == nil || mention.country == country)
    }
    return (all.last { $0.tokens.upperBound <= i } ?? all.first)?.value
  }

  /// The town that a mayor is mayor of: the last city named, else the dateline's place.
  private func town(before i: Int, _ draft: Draft) -> String? {
    draft.mentions.last { $0.tokens.upperBound <= i && $0.type == .place && $0.value.contains("/") && !$0.isFrame }?.value ?? draft.frame.place
  }

  /// The organization that a dispatch about business is about: the one named most often, at least three times.
  private func company(_ draft: Draft) -> String? {
    guard draft.topics.first == .economy else { return nil }
    var counts: [String: Int] = [:]
    for mention in draft.mentions where mention.type == .organization && !mention.isFrame && mention.value != draft.frame.agency { counts[mention.value, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 3 else { return nil }
    return most.key
  }

  /// What `son`, `sa`, `du groupe` point back to.
  private func antecedent(of phrase: TitlePhrase, _ draft: Draft) -> String? {
    BackReferences.organization(before: phrase.start, bearing: phrase.genericBody.map { draft.word($0) }, draft)?.value
  }

  // MARK: Homologues

  /// `son homologue russe, Vladimir Poutine`; `ses homologues éthiopien, X, et égyptien, Y`.
  private func counterparts(at i: Int, _ sentence: Range<Int>, _ draft: Draft) -> Int {
    var k = i + 1
    var found = false
    for _ in 0..<4 {
      var country: String?
      var start = k
      if !found { start = max(sentence.lowerBound, i - 1) }
      if let mention = draft.mention(at: k), mention.type == .nationality { country = mention.value; k = mention.tokens.upperBound }
      let comma = draft.word(k) == Sign.comma ? k + 1 : k
      guard let mention = draft.mention(at: comma), mention.type == .person else { break }
      if let model = model(before: i, draft) {
        let of = country ?? model.of
        draft.offices.append(HeldOffice(person: mention.value, country: country, head: model.head, title: model.title, of: of, token: start))
        draft.facts.append(
          DraftFact(
            content: .office(Office(person: mention.value, title: model.title, of: of, isFormer: draft.word(i, is: .predecessor))), evidence: start..<mention.tokens.upperBound,
            confidence: 0.85, rule: "office.counterpart",
            reasons: draft.explains ? ["\(draft.text(i)) shares \(model.title) with \(model.person)"] : []))
      }
      found = true
      k = mention.tokens.upperBound
      if draft.word(k) == Sign.comma { k += 1 }
      guard draft.word(k) == "et" else { break }
      k += 1
    }
    return max(k, i + 1)
  }

  /// The office that a homologue shares: the last one told before.
  private func model(before i: Int, _ draft: Draft) -> HeldOffice? {
    // Heads of states and ministers have homologues; their spokespersons, named in between, have none.
    draft.offices.last { $0.token < i && $0.of != nil && !draft.word($0.head, is: .voice) } ?? draft.offices.last { $0.token < i && $0.of != nil } ?? draft.offices.last
  }

}
