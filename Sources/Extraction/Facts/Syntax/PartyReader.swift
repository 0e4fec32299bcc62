internal import DispatchModel
internal import Lexicon

/// Who a noun phrase speaks of: a person, an organization, a country.
struct PartyReader {
  let titles: TableID?
  let stateWords: TableID?
  let references: BackReferences

  init(lexicon: LexiconFile) {
    references = BackReferences(lexicon: lexicon)
    titles = lexicon.table("offices")
    stateWords = lexicon.table("state-actors")
  }

  struct Reading {
    var parties: [Participant] = []
    /// The token after the phrase.
    var end: Int
    /// A pronoun, so that the antecedent is meant.
    var isPronoun = false
  }

  /// The country whose state is meant where a text says `le gouvernement` alone.
  func home(_ draft: Draft) -> String? {
    if let place = draft.frame.place.map({ String(PlaceNames.country(ofValue: $0)) }), draft.focus.contains(place) { return place }
    return draft.focus.first
  }

  /// The participant that a person is: with the country of the office held.
  func participant(person name: String, _ draft: Draft) -> Participant {
    var isBound = false
    for index in draft.offices.indices where draft.offices[index].person == name {
      if let country = draft.offices[index].country { return Participant(id: name, country: country) }
      if draft.offices[index].of != nil { isBound = true }
    }
    if isBound { return Participant(id: name, country: nil) }
    let known = draft.mentions.first { $0.type == .person && $0.value == name && $0.country != nil }?.country
    return Participant(id: name, country: known ?? nationality(beside: name, draft))
  }

  /// The nationality before the name: `le Kényan Washington Owino`.
  private func nationality(beside name: String, _ draft: Draft) -> String? {
    for mention in draft.mentions where mention.type == .person && mention.value == name {
      if let before = draft.mention(at: mention.tokens.lowerBound - 1), before.type == .nationality { return before.value }
    }
    return nil
  }

  func participant(_ mention: DraftMention, _ draft: Draft) -> Participant? {
    switch mention.type {
    case .person: return participant(person: mention.value, draft)
    case .organization: return Participant(id: mention.value, country: mention.country)
    case .place:
      guard let code = mention.value.utf8.contains(UInt8(ascii: "/")) ? mention.country ?? suffix(mention.value) : mention.value, code != "-" else { return nil }
      return Participant(id: code, country: code)
    case .nationality: return Participant(id: mention.value, country: mention.value)
    default: return nil
    }
  }

  private func suffix(_ value: String) -> String? {
    value.split(separator: "/").last.map(String.init)
  }

  /// The longest office title at the token.
  func title(at i: Int, _ draft: Draft) -> PhraseMatches.Match? {
    guard let titles, draft.matches.has(titles, at: i), draft.mention(at: i).map({ $0.type != .organization && ($0.type != .person || $0.tokens.lowerBound == i) }) ?? true else { return nil }
    // `président du Conseil` is no title in `président du Conseil européen`, a body's name.
    return draft.matches.starting(at: i, in: titles).first { match in
      guard let mention = draft.mention(at: match.tokens.upperBound - 1), mention.type == .organization else { return true }
      return mention.tokens.upperBound <= match.tokens.upperBound
    }
  }

  /// Reads the phrase that begins at the token. `joins` follows `et` and commas to further parties.
  func read(at first: Int, end limit: Int, joins: Bool = true, _ draft: Draft) -> Reading {
    var i = first
    var result = Reading(end: first)
    while i < limit {
      let one = single(at: i, end: limit, draft)
      result.end = one.end
      if one.isPronoun { result.isPronoun = true; return result }
      for party in one.parties where !result.parties.contains(party) { result.parties.append(party) }
      guard joins, !one.parties.isEmpty else { break }
      // `A, B et C`: on where another bare name follows.
      let word = draft.word(one.end)
      guard word == "et" || word == Sign.comma || word == "ou" else { break }
      var next = one.end + 1
      if word == Sign.comma && draft.word(next) == "et" { next += 1 }
      if FunctionWords.articles.contains(draft.word(next)) { next += 1 }
      guard next < limit, let mention = draft.mention(at: next), mention.type == .place || mention.type == .organization || mention.type == .person
      else { break }
      if word == Sign.comma, !coordinates(from: mention.tokens.upperBound, end: limit, draft) { break }
      i = one.end + 1
      if draft.word(i) == "et" { i += 1 }
    }
    return result
  }

  /// Whether a list that runs on here ends in `et` and a name.
  private func coordinates(from i: Int, end: Int, _ draft: Draft) -> Bool {
    var k = i
    while k < min(end, i + 14) {
      if draft.word(k) == "et" { return true }
      guard draft.word(k) == Sign.comma || FunctionWords.articles.contains(draft.word(k)) || draft.mention(at: k) != nil else { return false }
      k += 1
    }
    return false
  }

  private func single(at first: Int, end limit: Int, _ draft: Draft) -> Reading {
    var i = first
    var person: String?
    var organization: DraftMention?
    var country: String?
    var stateActor = false
    var title: PhraseMatches.Match?
    var bare: DraftMention?
    if FunctionWords.pronouns.contains(draft.word(i)) || (draft.word(i) == "ce" && draft.word(i + 1) == "dernier")
      || (draft.word(i) == "cette" && draft.word(i + 1) == "derniere") || draft.word(i) == "celui" || draft.word(i) == "lui"
    {
      return Reading(end: draft.word(i) == "ce" || draft.word(i) == "cette" ? i + 2 : i + 1, isPronoun: true)
    }
    loop: while i < limit {
      if let mention = draft.mention(at: i), !mention.isFrame {
        switch mention.type {
        case .person where stateActor && FunctionWords.of.contains(draft.word(i - 1)):
          // `le gouvernement de Viktor Orban`: the state acts.
          country = country ?? participant(person: mention.value, draft).country ?? home(draft)
          i = mention.tokens.upperBound
          break loop
        case .person:
          person = mention.value
          i = mention.tokens.upperBound
          break loop
        case .organization:
          if organization == nil { organization = mention }
          if bare == nil && country == nil { bare = mention }
        case .place:
          if country == nil { country = participant(mention, draft)?.country }
          if bare == nil { bare = mention }
        case .nationality: if country == nil || !stateActor { country = mention.value }
        case .date: if i > first { break loop }
        default: break
        }
        i = mention.tokens.upperBound
        continue
      }
      // `le conseiller fédéral`: a title behind its article is no verb.
      let isTitle = title == nil && i > first && FunctionWords.determiners.contains(draft.word(i - 1)) && self.title(at: i, draft) != nil
      if !isTitle, draft.verbOfToken[i] >= 0, i > first || draft.verbGroups[Int(draft.verbOfToken[i])].isFinite {
        let group = draft.verbGroups[Int(draft.verbOfToken[i])]
        if group.isFinite || group.tense == .gerund || group.tense == .infinitive || title == nil { break }
      }
      let word = draft.word(i)
      if title == nil, let found = self.title(at: i, draft) {
        title = found
        i = found.tokens.upperBound
        continue
      }
      if stateWords.flatMap({ draft.matches.longest(in: $0, at: i) }) != nil { stateActor = true }
      if word == Sign.comma {
        // The name in apposition: `le ministre …, X`, `l'avocate, Me X`, `la présidente, la Norvégienne X`; behind another noun, `son
        // homologue maltais, X,`, only where it is closed again.
        let isPerson = i > first + 1 && FunctionWords.determiners.contains(draft.word(first)) && references.isPersonNoun(at: first + 1, draft)
        let isPlain = organization == nil && bare == nil && !stateActor && i > first + 1 && FunctionWords.determiners.contains(draft.word(first)) || isPerson
        guard title != nil || isPlain, let name = nameInApposition(after: i, draft), name.lowerBound < limit,
          title != nil || draft.kind(name.upperBound) == .punctuation && draft.word(name.upperBound) != Sign.hyphen
        else { break }
        person = draft.mention(at: name.upperBound - 1)?.value
        i = name.upperBound
        break
      }
      if word == Sign.open {
        // `l'Organisation mondiale de la santé (OMS)`
        var k = i + 1
        while k < min(limit, i + 8), draft.word(k) != Sign.close { k += 1 }
        guard k < limit, draft.word(k) == Sign.close else { break }
        i = k + 1
        continue
      }
      if draft.kind(i) == .punctuation, word != Sign.hyphen, word != Sign.stop || !draft.isGlued(i) { break }
      if FunctionWords.relatives.contains(word) || FunctionWords.that.contains(word) || word == "et" || word == "ou" {
        // `ministre et vice-président`, `de l'Agriculture et des Forêts`
        guard title != nil, word == "et", FunctionWords.of.contains(draft.word(i + 1)) || self.title(at: i + 1, draft) != nil else { break }
        i += 1
        continue
      }
      if i > first, FunctionWords.prepositions.contains(word), !(word == "des" || title != nil && (word == "a" || word == "aux" || word == "au" || word == "pour" || word == "chez")) { break }
      i += 1
    }
    var parties: [Participant] = []
    // `un expert de l'ONU` is nobody that a fact could name.
    if person == nil, isAnonymous(at: first, draft) { return Reading(end: i) }
    if let person {
      parties = [participant(person: person, draft)]
    } else if let title, let held = draft.holderOfTitle[title.tokens.lowerBound] {
      parties = [participant(person: held, draft)]
    } else if let title, let held = holder(of: title, country: country, before: first, draft) {
      parties = [participant(person: held, draft)]
    } else if let organization, bare?.tokens == organization.tokens || !stateActor {
      parties = [Participant(id: organization.value, country: organization.country)]
    } else if let bare, let party = participant(bare, draft), title == nil || stateActor {
      parties = [party]
    } else if let country, !references.isPrivate(at: FunctionWords.determiners.contains(draft.word(first)) ? first + 1 : first, draft) {
      parties = [Participant(id: country, country: country)]
    } else if stateActor, let home = home(draft) {
      parties = [Participant(id: home, country: home)]
    }
    return Reading(parties: parties, end: i)
  }

  /// `un expert`, `des habitants`: somebody who is not named because the name does not matter.
  func isAnonymous(at first: Int, _ draft: Draft) -> Bool {
    Self.indefinite.contains(draft.word(first)) && references.isBystander(at: first + 1, draft)
  }

  private static let indefinite: WordSet = ["un", "une", "des", "plusieurs", "quelques", "certains", "certaines"]

  /// After a comma: `X`, `M. X`, `le Norvégien X`, `le général X`; the tokens up to the name's end.
  func nameInApposition(after comma: Int, _ draft: Draft) -> Range<Int>? {
    var k = comma + 1
    if FunctionWords.articles.contains(draft.word(k)) { k += 1 }
    for _ in 0..<8 {
      guard k < draft.count, !draft.flags(k).contains(.startsLine) else { return nil }
      if let mention = draft.mention(at: k) {
        if mention.type == .person { return comma + 1..<mention.tokens.upperBound }
        guard mention.type == .nationality else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      if draft.word(k, is: .honorific) { k += draft.word(k + 1) == Sign.stop ? 2 : 1; continue }
      if draft.word(k, is: .nameEpithet) || draft.word(k, is: .partisan) { k += 1; continue }
      if draft.word(k) == Sign.hyphen, draft.isGlued(k) { k += 1; continue }
      if let title = self.title(at: k, draft) {
        // `le chef de l'opposition, l'ancien ministre des Mines X,`: a former office with its complement, or the last thing told.
        if FunctionWords.of.contains(draft.word(title.tokens.upperBound)) {
          var phrase = TitlePhrase(head: title.tokens, draft)
          phrase.read(end: draft.sentence(of: k)?.upperBound ?? k, self, draft)
          guard phrase.isFormer, let mention = draft.mention(at: phrase.end), mention.type == .person else { return nil }
          return comma + 1..<mention.tokens.upperBound
        }
        k = title.tokens.upperBound
        continue
      }
      // `Le gouverneur, le bouillant X`
      if draft.features(k).contains(.adjective), !draft.isCapitalized(k), draft.mentionType(at: k + 1) == .person, FunctionWords.articles.contains(draft.word(k - 1)) { k += 1; continue }
      // `la Vaudoise X`: an inhabitant's name that no table has.
      if draft.isCapitalized(k), draft.kind(k) == .word, FunctionWords.articles.contains(draft.word(k - 1)), draft.mentionType(at: k + 1) == .person { k += 1; continue }
      return nil
    }
    return nil
  }

  /// Who was last said to hold an office of that head: `le ministre`, `la porte-parole`, `le président irakien`.
  func holder(of title: PhraseMatches.Match, country: String?, before token: Int, _ draft: Draft) -> String? {
    let head = draft.word(title.tokens.lowerBound)
    let last = draft.offices.last { $0.head == head && $0.token < token && (country == nil || $0.country == nil || $0.country == country) }
    if let last { return last.person }
    guard country != nil else { return nil }
    // A headline speaks of an office before its holder is named.
    return draft.offices.first { $0.head == head && $0.country == country }?.person
  }
}
