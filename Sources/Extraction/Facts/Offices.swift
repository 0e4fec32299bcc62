internal import DispatchModel
internal import Lexicon

/// Finds offices and professions: a title beside a name, before or after it, and `son homologue russe, X`.
struct Offices: Annotator {
  static let requires: Set<Layer> = [.bodies]
  static let provides: Set<Layer> = [.offices]

  let reader: PartyReader
  let subjects: Subjects
  private let table: TableID?
  let verbs: TableID?
  let leading: TableID?

  private static var captain: Word { "capitaine" }
  private static let prefixes: WordSet = ["ex", "vice"]
  private static let links: WordSet = ["puis", "et", "avant", "d'", "de", "ensuite", ","]

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
    subjects = Subjects(reader: reader)
    table = lexicon.table("offices")
    verbs = lexicon.table("event-verbs")
    leading = lexicon.table("leading-verbs")
  }

  func annotate(_ draft: Draft) {
    guard table != nil else { return }
    defer { draft.genders = PersonGenders(draft) }
    if let leading { for group in draft.verbGroups { leads(group, leading, draft) } }
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
    // `le classement général, X`: an adjective behind its noun.
    if draft.word(i, is: .titleQualifier), draft.kind(i - 1) == .word, !draft.flags(i).contains(.startsLine), draft.mention(at: i - 1) == nil,
      draft.features(i - 1).contains(.noun), !FunctionWords.determiners.contains(draft.word(i - 1)), !draft.word(i - 1, is: .titleEpithet),
      draft.features(i - 1).isDisjoint(with: [.preposition, .conjunction]), draft.sentence(of: i - 1) == draft.sentence(of: i)
    { return false }
    return !(draft.isGlued(i) && draft.word(i - 1) == Sign.hyphen && !Self.prefixes.contains(draft.word(i - 2)))
  }

  /// Reads the office that begins with the title; gives the token to go on from.
  private func office(_ match: PhraseMatches.Match, _ sentence: Range<Int>, _ told: inout Career?, _ draft: Draft) -> Int {
    let kind = officeKind(of: match, draft)
    var phrase = TitlePhrase(head: match.tokens, kind: kind, draft)
    phrase.read(end: sentence.upperBound, reader, draft)
    let first = phrase.start
    let fullEnd = phrase.end
    if let singular = draft.lexicon.columns(ofEntry: match.entry).dropFirst(2).first { return officers(phrase, singular, draft) }
    // The name right after, or after a comma.
    var person: DraftMention?
    var evidence = first..<phrase.end
    if let inner = innerTitle(of: phrase, draft) {
      // `l'ancien chef de cabinet de l'opposant X, Y`: X holds the office told inside.
      phrase.end(before: inner)
      if let direct = name(at: fullEnd, draft), draft.word(direct.upperBound) == Sign.comma, let range = reader.nameInApposition(after: direct.upperBound, draft) {
        person = draft.mention(at: range.upperBound - 1)
        evidence = first..<range.upperBound
      }
    } else if let direct = name(at: phrase.end, draft) {
      person = draft.mention(at: direct.upperBound - 1)
      evidence = first..<direct.upperBound
    } else if draft.word(phrase.end) == Sign.comma, let range = reader.nameInApposition(after: phrase.end, draft),
      !phrase.isIndefinitePlural(draft)
    {
      person = draft.mention(at: range.upperBound - 1)
      evidence = first..<range.upperBound
    }
    // `le ministre d'Etat, président de la compagnie Y, X`: the name behind a second title.
    if person == nil, draft.word(phrase.end) == Sign.comma, let more = reader.title(at: phrase.end + 1, draft) {
      var second = TitlePhrase(head: more.tokens, draft)
      second.read(end: sentence.upperBound, reader, draft)
      if !second.hasArticle, draft.word(second.end) == Sign.comma, let range = reader.nameInApposition(after: second.end, draft), !phrase.isIndefinitePlural(draft), phrase.hasArticle {
        person = draft.mention(at: range.upperBound - 1)
        evidence = first..<range.upperBound
      }
    }
    // `Mme X, magistrate de formation`: the name before, a comma, the title without a demonstrative.
    if !FunctionWords.of.contains(draft.word(first)), person == nil || phrase.isApposed(draft) {
      // `X, également conseiller national`, `X, par ailleurs président du PS`
      var lead = first
      while lead > sentence.lowerBound, draft.word(lead - 1) != Sign.comma, draft.mention(at: lead - 1).map({ $0.type == .date }) ?? true, first - lead < 3,
        draft.mentionType(at: lead - 1) == .date || draft.features(lead - 1).contains(.adverb) || draft.word(lead - 1) == "ailleurs" || draft.word(lead - 1) == "par" && draft.word(lead) == "ailleurs"
      { lead -= 1 }
      let comma = (draft.word(lead - 1) == Sign.comma ? lead : first) - 1
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
      let genders = PersonGenders(draft)
      let isFeminine = draft.word(phrase.end + 1) == "elle"
      person = draft.mentions.last { $0.type == .person && !$0.isFrame && $0.tokens.upperBound <= first && genders.isFemale($0.value) ?? isFeminine == isFeminine }
      evidence = first..<phrase.end
    }
    // `l'avocat des douze victimes admises à la procédure, Me X`: a long complement up to the apposed name.
    if person == nil, kind == "trade", let name = nameAfterComplement(from: phrase.end, sentence, draft) {
      person = draft.mention(at: name.upperBound - 1)
      evidence = first..<name.upperBound
    }
    if person == nil, let meant = meant(by: phrase, kind, sentence, draft) {
      person = meant
      evidence = first..<phrase.end
    }
    guard let person, person.type == .person, !person.isFrame, draft.word(first) != "notre", draft.word(first) != "nos" else { return match.tokens.upperBound }
    // A member is one of something that the text names.
    if kind == "member", phrase.body == nil { return match.tokens.upperBound }
    add(phrase, kind: kind, person: person, evidence: evidence, draft)
    for more in phrase.coordinated {
      var second = TitlePhrase(head: more.tokens, kind: officeKind(of: more, draft), draft)
      second.read(end: sentence.upperBound, reader, draft)
      if second.country == nil { second.country = phrase.country }
      add(second, kind: officeKind(of: more, draft), person: person, evidence: more.tokens.lowerBound..<evidence.upperBound, draft)
    }
    return max(match.tokens.upperBound, phrase.coordinated.isEmpty ? phrase.end : match.tokens.upperBound)
  }

  /// Where the office of somebody else begins in the complement right before a name: `envoyé spécial du président chinois X`.
  private func innerTitle(of phrase: TitlePhrase, _ draft: Draft) -> Int? {
    guard phrase.body == nil, name(at: phrase.end, draft) != nil else { return nil }
    return (phrase.head.upperBound..<max(phrase.head.upperBound, phrase.end)).first { i in
      guard FunctionWords.of.contains(draft.word(i)) else { return false }
      let noun = FunctionWords.articles.contains(draft.word(i + 1)) ? i + 2 : i + 1
      guard draft.word(i) == "du" || noun == i + 2, noun < phrase.end, let title = reader.title(at: noun, draft) else { return false }
      return draft.lexicon.columns(ofEntry: title.entry).count < 3 && title.tokens.upperBound <= phrase.end
    }
  }

  /// `les ministres français et allemand de la Défense, X et Y`, `les présidents russe X et turc Y`: each the office in the singular.
  private func officers(_ phrase: TitlePhrase, _ singular: Substring, _ draft: Draft) -> Int {
    var people: [(person: DraftMention, country: String?)] = []
    var k = draft.word(phrase.end) == Sign.comma ? phrase.end + 1 : phrase.end
    var nationality = draft.word(phrase.end) == Sign.comma ? nil : phrase.country
    // `l'un des juges, X`, `deux dirigeants du groupe, dont X`: one of them is named.
    let isOne = draft.word(phrase.start - 1) == "un" || draft.word(phrase.start - 1) == "une" || draft.word(k) == "dont"
    if draft.word(k) == "dont" { k += 1 }
    // `les présidents du Venezuela, X, et du Guyana, Y`: each with a seat of his own.
    var seats: [String: String] = [:]
    var seat = draft.word(phrase.end) == Sign.comma ? phrase.body : nil
    // `les ministres de la Défense, X, et de l'Intérieur, Y`: each with a portfolio of his own.
    var portfolios: [Int: Range<Int>] = [:]
    while people.count < 5 {
      if people.count > 0, let next = self.seat(at: k, draft) { seat = next.of; k = next.end }
      if people.count > 0, let more = portfolio(at: k, draft) { portfolios[people.count] = more.tokens; k = more.end }
      if let mention = draft.mention(at: k), mention.type == .nationality { nationality = mention.value; k = mention.tokens.upperBound }
      if let apposed = reader.nameInApposition(after: k - 1, draft) { k = apposed.upperBound - 1 }
      guard let mention = draft.mention(at: k), mention.type == .person else { break }
      people.append((mention, nationality))
      nationality = nil
      seats[mention.value] = seat
      k = mention.tokens.upperBound
      guard draft.word(k) == "et" || draft.word(k) == Sign.comma else { break }
      k += draft.word(k) == Sign.comma && draft.word(k + 1) == "et" ? 2 : 1
    }
    guard people.count > 1 || isOne, let last = people.last else { return phrase.head.upperBound }
    let shared = phrase.title(draft, head: singular)
    for (index, entry) in people.enumerated() {
      let title = portfolios[index].map { "\(singular) \(draft.text($0))" } ?? shared
      let country = entry.country ?? (phrase.countries.count == people.count ? phrase.countries[index] : phrase.countries.count == 1 ? phrase.country : entry.person.country)
      let own = phrase.seats.count == people.count && Set(phrase.seats).count == people.count ? phrase.seats[index] : nil
      let of = own ?? (Set(seats.values).count > 1 ? seats[entry.person.value] : phrase.body) ?? country ?? (!portfolios.isEmpty ? reader.home(draft) : phrase.genericBody != nil ? antecedent(of: phrase, draft) : nil)
      draft.offices.append(HeldOffice(person: entry.person.value, country: country, head: draft.word(phrase.head.lowerBound), title: title, of: of, token: phrase.start))
      draft.facts.append(
        DraftFact(
          content: .office(Office(person: entry.person.value, title: title, of: of, isFormer: phrase.isFormer)), evidence: phrase.start..<last.person.tokens.upperBound,
          confidence: 0.85, rule: "office.plural", reasons: draft.explains ? ["\(draft.text(phrase.head)) beside \(people.count) names"] : []))
    }
    return last.person.tokens.upperBound
  }

  /// `de l'Intérieur,` before the name of who holds that portfolio: a noun with a capital that is no name.
  private func portfolio(at i: Int, _ draft: Draft) -> (tokens: Range<Int>, end: Int)? {
    guard FunctionWords.of.contains(draft.word(i)) else { return nil }
    let noun = FunctionWords.articles.contains(draft.word(i + 1)) ? i + 2 : i + 1
    guard draft.isCapitalized(noun), draft.mention(at: noun) == nil, let comma = (noun..<noun + 8).first(where: { draft.word($0) == Sign.comma }),
      draft.mentionType(at: comma + 1) == .person
    else { return nil }
    return (i..<comma, comma + 1)
  }

  /// `du Guyana,` before the name of who holds the office there.
  private func seat(at i: Int, _ draft: Draft) -> (of: String, end: Int)? {
    guard FunctionWords.of.contains(draft.word(i)) else { return nil }
    let k = FunctionWords.articles.contains(draft.word(i + 1)) ? i + 2 : i + 1
    guard let mention = draft.mention(at: k), mention.type == .place || mention.type == .organization, draft.word(mention.tokens.upperBound) == Sign.comma else { return nil }
    return (mention.value, mention.tokens.upperBound + 1)
  }

  func officeKind(of match: PhraseMatches.Match, _ draft: Draft) -> Substring {
    let kind = draft.lexicon.columns(ofEntry: match.entry).dropFirst().first ?? "body"
    // A captain commands a ship or a company where the dispatch is not about sport.
    return kind == "sport" && !draft.topics.contains(.sport) && draft.word(match.tokens.lowerBound) == Self.captain ? "rank" : kind
  }
}
