internal import DispatchModel
internal import Lexicon

/// What an office is held for: the body of the title, an employer after the name, a house of parliament, a town, a country; and the
/// fact that comes of it.
extension Offices {
  func add(_ phrase: TitlePhrase, kind: Substring, person: DraftMention, evidence: Range<Int>, _ draft: Draft) {
    let parts = kind.split(separator: ":")
    let kind = parts.first ?? kind
    var country = phrase.country ?? (parts.count > 1 && parts[1].utf8.count == 2 ? String(parts[1]) : nil)
    var of = parts.count > 1 && parts[1].utf8.count > 2 ? String(parts[1]) : phrase.body ?? phrase.unknownTown.map { "\($0)/\(country ?? reader.home(draft) ?? "-")" }
    // A deputy's group behind the name is not the house that the seat is in.
    if of == nil, !draft.word(phrase.head.lowerBound, is: .deputy), let employer = employer(after: evidence.upperBound, draft) {
      // An officer of an armed body serves the country.
      of = kind == "rank" ? employer.country ?? employer.value : employer.value
      country = country ?? employer.country
    }
    if of == nil {
      let pointsBack = phrase.isPossessive || phrase.genericBody != nil
      // Whom the world knows serves the country that is known, wherever the dispatch comes from.
      let known = draft.mentions.first { $0.type == .person && $0.value == person.value && $0.country != nil }?.country
      switch kind {
      case _ where draft.word(phrase.head.lowerBound, is: .commissioner) && draft.mentions.contains { $0.value == Self.commission }: of = Self.commission
      case _ where phrase.isNational: of = country ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      case _ where draft.word(phrase.start - 1) == "dont" && owner(of: phrase, draft) != nil: of = owner(of: phrase, draft)
      case _ where phrase.contest != nil && contest(draft) != nil: of = contest(draft)
      case "trade": if phrase.genericBody != nil { of = antecedent(of: phrase, draft) }
      case "sport": of = team(of: phrase, draft)
      case _ where draft.word(phrase.head.lowerBound, is: .judicial) && !pointsBack:
        let court = draft.mentions.last { $0.tokens.upperBound <= phrase.start && $0.type == .organization && !$0.isFrame && draft.word($0.tokens.lowerBound, is: .court) }
        of = (phrase.hasComplement ? nil : court?.value) ?? country ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      case "governor": of = bank(before: phrase.start, draft) ?? country ?? town(before: phrase.start, draft)
      case "town": of = town(before: phrase.start, draft)
      case "state" where draft.word(phrase.head.lowerBound, is: .deputy): of = house(before: phrase.start, country, draft) ?? country ?? known ?? reader.home(draft)
      case "state" where phrase.isPossessive: of = country ?? possessor(of: phrase, reach: 4, draft) ?? known ?? reader.home(draft)
      case "state", "rank": of = country ?? known ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      case "head": of = pointsBack ? antecedent(of: phrase, draft) ?? country ?? reader.home(draft) : country ?? known ?? scene(of: phrase.start, draft) ?? reader.home(draft)
      case _ where !pointsBack && !phrase.hasComplement && known != nil && draft.word(phrase.head.lowerBound, is: .leader): of = country ?? known
      default:
        if !pointsBack, let country, phrase.hasComplement || phrase.head.count > 1, !draft.word(phrase.head.lowerBound, is: .manager) {
          of = country
        } else if !pointsBack, let company = company(draft) {
          of = company
        } else if pointsBack || !phrase.hasComplement {
          of = country ?? antecedent(of: phrase, draft)
        } else {
          // A body's own affairs need a body; what serves the public is the country's.
          let body = draft.word(phrase.head.lowerBound, is: .manager) ? BackReferences.organization(before: phrase.start, bearing: nil, draft) : nil
          of = country ?? (body?.isPrivate == true ? body?.value : nil) ?? reader.home(draft)
        }
      }
      if kind == "state" || kind == "rank" { country = country ?? (of?.utf8.count == 2 ? of : reader.home(draft)) }
    }
    if let of, country == nil {
      country = of.count == 2 && !phrase.isBodyOrganization ? of : of.utf8.contains(UInt8(ascii: "/")) ? of.split(separator: "/").last.map(String.init) : draft.mentions.first { $0.type == .organization && $0.value == of }?.country
      if country == "-" { country = nil }
    }
    let title = phrase.title(draft)
    guard !title.isEmpty else { return }
    draft.offices.append(
      HeldOffice(person: person.value, country: country ?? (kind == "trade" || kind == "sport" ? phrase.country : nil), head: draft.word(phrase.head.lowerBound), title: title, isPrivate: kind == "trade" || kind == "sport" || kind == "rank", of: of, token: evidence.lowerBound))
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
    guard let sentence = draft.sentence(of: token) else { return nil }
    // `le président X et le ministre Y`: of one country.
    if let last = draft.offices.last, last.token >= sentence.lowerBound, let of = last.of, of == last.country,
      let name = draft.mentions.last(where: { $0.type == .person && $0.value == last.person && $0.tokens.upperBound <= token }), name.tokens.lowerBound >= sentence.lowerBound,
      (name.tokens.upperBound..<token).allSatisfy({ draft.word($0) == Sign.comma || draft.word($0) == "et" }), name.tokens.upperBound < token
    { return of }
    // `A Tbilissi, la présidente X`, `a répondu de Tunis le ministre Y`
    if let place = draft.mention(at: sentence.lowerBound + 1), place.type == .place, FunctionWords.prepositions.contains(draft.word(sentence.lowerBound)), !Self.seatsOfAll.contains(place.value) {
      return Countries.country(of: place)
    }
    if let place = draft.mention(at: token - 1), place.type == .place, draft.word(place.tokens.lowerBound - 1) == "de" || draft.word(place.tokens.lowerBound - 1) == "depuis", draft.verbOfToken[max(0, place.tokens.lowerBound - 2)] >= 0 {
      return Countries.country(of: place)
    }
    // `Côté arménien, le Premier ministre X`
    if draft.word(sentence.lowerBound) == "cote", let side = draft.mention(at: sentence.lowerBound + 1), side.type == .nationality { return side.value }
    // `à Kigali, où il doit rencontrer le président X`
    var k = token - 1
    while k > sentence.lowerBound, token - k < 9, draft.word(k) != Sign.comma {
      if draft.word(k) == "ou", draft.tokens[k].end - draft.tokens[k].start == 3, let place = draft.mention(at: draft.word(k - 1) == Sign.comma ? k - 2 : k - 1), place.type == .place { return Countries.country(of: place) }
      k -= 1
    }
    return nil
  }

  /// Cities where the whole world meets: who speaks there serves other countries.
  private static let seatsOfAll: Set<String> = ["New York/US", "Genève/CH", "Bruxelles/BE", "La Haye/NL", "Davos/CH"]

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
    draft.mentions.last { $0.tokens.upperBound <= i && $0.type == .place && $0.value.utf8.contains(UInt8(ascii: "/")) && !$0.isFrame }?.value ?? draft.frame.place
  }

  /// The event that most of the dispatch is about: what `la directrice du tournoi` directs.
  private func contest(_ draft: Draft) -> String? {
    var counts: [String: Int] = [:]
    for mention in draft.mentions where mention.type == .event { counts[mention.value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The central bank that was named before.
  private func bank(before i: Int, _ draft: Draft) -> String? {
    draft.mentions.last { $0.tokens.upperBound <= i && $0.type == .organization && $0.tokens.count > 1 && draft.word($0.tokens.lowerBound) == Self.bankWord && draft.word($0.tokens.lowerBound + 1) == Self.central }?.value
  }

  private static var bankWord: Word { "banque" }
  private static var central: Word { "centrale" }

  /// The club that was named before, else the country whose team plays: that of the nationality, of the sentence, of the dispatch.
  private func team(of phrase: TitlePhrase, _ draft: Draft) -> String? {
    let club = BackReferences.organization(before: phrase.start, bearing: phrase.genericBody.map { draft.word($0) }, draft)
    // A federation's coach is the country's.
    if let club, draft.word(club.tokens.lowerBound) == Self.federation, let country = club.country { return country }
    if let club, club.isPrivate || phrase.genericBody != nil || phrase.isPossessive, club.value.count > 1 { return club.value }
    if let country = phrase.country { return country }
    let own = draft.sentence(of: phrase.start) ?? phrase.start..<phrase.start
    let number = Int(draft.sentenceOfToken[phrase.start])
    let sentences = [own.lowerBound..<phrase.start] + (number > 0 && !draft.flags(own.lowerBound).contains(.startsLine) ? [draft.sentences[number - 1]] : [])
    for sentence in sentences {
      for i in sentence { if let mention = draft.mention(at: i), mention.type == .place, !mention.isFrame, mention.value.count == 2 { return mention.value } }
    }
    return club.flatMap { $0.value.count > 1 ? $0.value : nil } ?? reader.home(draft)
  }

  private static var federation: Word { "federation" }

  /// The organization that a dispatch about business is about: the one named most often, at least three times.
  func company(_ draft: Draft) -> String? {
    guard let topic = draft.topics.first, topic == .economy || topic == .energy || topic == .trade || topic == .technology else { return nil }
    var counts: [String: Int] = [:]
    for mention in draft.mentions where mention.type == .organization && !mention.isFrame && mention.value != draft.frame.agency { counts[mention.value, default: 0] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 3 else { return nil }
    return most.key
  }

  /// What `son`, `sa`, `du groupe` point back to.
  func antecedent(of phrase: TitlePhrase, _ draft: Draft) -> String? {
    // `l'OMS, dont la directrice générale`, `la fédération X, par la voix de sa présidente`
    if let owner = owner(of: phrase, draft) { return owner }
    if phrase.isPossessive, phrase.genericBody == nil, let possessor = possessor(of: phrase, draft) { return possessor }
    return BackReferences.organization(before: phrase.start, bearing: phrase.genericBody.map { draft.word($0) }, draft)?.value
  }

  /// The body that stands before `dont` or a possessive, without a verb between.
  private func owner(of phrase: TitlePhrase, _ draft: Draft) -> String? {
    guard let sentence = draft.sentence(of: phrase.start), phrase.genericBody == nil else { return nil }
    var k = phrase.start - 1
    if draft.word(k) == "dont" { k -= draft.word(k - 1) == Sign.comma ? 2 : 1 } else if !phrase.isPossessive { return nil }
    while k >= sentence.lowerBound, phrase.start - k < 9 {
      if let mention = draft.mention(at: k) { return mention.type == .organization && !mention.isFrame ? mention.value : nil }
      if draft.verbOfToken[k] >= 0 || draft.word(k) == Sign.stop || draft.word(phrase.start - 1) == "dont" && draft.kind(k) == .punctuation { return nil }
      k -= 1
    }
    return nil
  }

  /// Whose `son`, `sa`, `leur` means: the subject of the clause before in the sentence, else of the sentence before; for a person the
  /// body or country that the person serves.
  private func possessor(of phrase: TitlePhrase, reach: Int = 1, _ draft: Draft) -> String? {
    guard let own = draft.sentence(of: phrase.start), let number = draft.sentences.firstIndex(of: own) else { return nil }
    var before: [Range<Int>] = []
    var last = number
    while last > 0, before.count < reach, !draft.flags(draft.sentences[last].lowerBound).contains(.startsLine) {
      last -= 1
      before.append(draft.sentences[last])
    }
    for range in [own.lowerBound..<phrase.start] + before {
      let main = draft.verbGroups.first { group in
        guard range.contains(group.head), group.isFinite, !draft.quotes.contains(where: { $0.inner.contains(group.head) }) else { return false }
        // The verb whose subject the phrase itself is: `, a annoncé son porte-parole`.
        let before = draft.word(group.tokens.lowerBound - 1)
        let isIncise = before == Sign.comma || before == Sign.closeGuillemet || before == Sign.closeCurly || before == Sign.straightQuote
        return !(isIncise && phrase.start - group.tokens.upperBound < 4 && phrase.start >= group.tokens.upperBound && range.contains(phrase.start - 1))
      }
      guard let main, let party = subjects.subject(of: main, draft).flatMap({ $0.isPronoun ? nil : $0.parties.first }) else { continue }
      let isPerson = draft.mentions.contains { $0.type == .person && $0.value == party.id }
      // A country has spokespersons and presidents, no directors.
      guard isPerson else {
        if party.id == party.country, !draft.word(phrase.head.lowerBound, is: .voice), reach == 1 { return nil }
        return party.id
      }
      if let office = draft.offices.last(where: { $0.person == party.id && $0.of != nil }) { return office.of }
    }
    return nil
  }
}
