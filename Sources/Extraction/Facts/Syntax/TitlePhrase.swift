internal import DispatchModel
internal import Lexicon

/// An office's title with what belongs to it: `ancien ministre irakien des Affaires étrangères`, `porte-parole de l'ONU`.
struct TitlePhrase {
  let head: Range<Int>
  /// With article and `ancien`, `ex-`, `vice-`.
  private(set) var start: Int
  private(set) var end: Int
  var isFormer = false
  private(set) var isActing = false
  private(set) var hasArticle = false
  private(set) var isPossessive = false
  /// By nationality or a country in the complement.
  var country: String?
  /// The nationalities of `les ministres français et allemand`, in order, where there are two and more.
  private(set) var countries: [String] = []
  /// The places of `les préfets de Rouen et de Caen`, in order.
  private(set) var seats: [String] = []
  /// The body, place or country it is held for.
  private(set) var body: String?
  /// The body is an organization: its name may be as short as a country's code (`MR`).
  private(set) var isBodyOrganization = false
  /// The complement is a common noun such as `groupe`, which means the organization named before: the noun's token.
  private(set) var genericBody: Int?
  /// The event that the title serves, told by a common noun: `directeur du festival`; the noun's token.
  private(set) var contest: Int?
  /// Where a complement that is a body's full name with a capital begins, of which only the acronym behind it is known.
  private var nameStart: Int?
  /// Where a complement begins whose noun is one for a body.
  private var bodyNoun: Int?
  /// A complement after a preposition belongs to the title: `directeur de cabinet`.
  private(set) var hasComplement = false
  private static let wings: WordSet = ["gauche", "droite", "opposition"]
  private static let numbers: WordSet = ["deux", "trois", "quatre"]
  private(set) var coordinated: [PhraseMatches.Match] = []
  private var pieces: [Range<Int>] = []

  /// Whether a complement without a name that is known may be one: not behind ministers, whose portfolios have capitals.
  private let namesBodies: Bool
  /// The office is held in a town.
  private let isTown: Bool
  /// The town that it is held in, where no table has it.
  private(set) var unknownTown: String?

  init(head: Range<Int>, kind: Substring = "", _ draft: Draft) {
    self.head = head
    namesBodies = kind == "body" || kind == "head"
    isTown = kind == "town"
    var i = head.lowerBound - 1
    while i >= 0, draft.word(i) == Sign.hyphen || draft.word(i, is: .titleEpithet) {
      if draft.word(i, is: .former) { isFormer = true }
      if draft.word(i) == Sign.hyphen, !["ex", "vice"].contains(draft.word(i - 1)) { break }
      i -= 1
    }
    if i >= 0, FunctionWords.determiners.contains(draft.word(i)), draft.sentence(of: i) == draft.sentence(of: head.lowerBound) {
      hasArticle = true
      isPossessive = ["son", "sa", "leur", "ses", "leurs"].contains(draft.word(i))
      i -= 1
    }
    start = i + 1
    end = head.upperBound
    pieces = [head]
  }

  /// The title serves a country's team: `entraîneur de l'équipe nationale`.
  private(set) var isNational = false

  /// No article, so that it may stand in apposition to the name before it.
  func isApposed(_ draft: Draft) -> Bool { !hasArticle || draft.word(start) == "un" || draft.word(start) == "une" }

  func isIndefinitePlural(_ draft: Draft) -> Bool { draft.word(start) == "des" || draft.word(start) == "les" }

  /// Ends the phrase where a complement begins that is somebody else's office.
  mutating func end(before token: Int) {
    pieces = pieces.compactMap { $0.lowerBound >= token ? nil : $0.lowerBound..<min($0.upperBound, token) }
    end = token
    hasComplement = pieces.count > 1 || (pieces.first.map { $0.upperBound > head.upperBound } ?? false)
  }

  /// Reads on after the head.
  mutating func read(end limit: Int, _ reader: PartyReader, _ draft: Draft) {
    var i = head.upperBound
    while i < limit, i - head.upperBound < 28 {
      if let mention = draft.mention(at: i) {
        // `le ministre taliban des Affaires étrangères`: an adjective made of a body's name.
        if mention.type == .organization, !draft.isCapitalized(i), FunctionWords.of.contains(draft.word(mention.tokens.upperBound)) {
          country = country ?? mention.country
          i = mention.tokens.upperBound
          continue
        }
        // `délégué central SUD`: the body right after.
        if mention.type == .organization, body == nil, !hasComplement, !mention.isFrame {
          body = mention.value
          isBodyOrganization = true
          country = country ?? mention.country
          i = mention.tokens.upperBound
          break
        }
        guard mention.type == .nationality else { break }
        // A nationality right before a name is the name's own apposition only after a comma.
        if country == nil { country = mention.value }
        countries.append(mention.value)
        i = mention.tokens.upperBound
        continue
      }
      let word = draft.word(i)
      if word == "par", draft.word(i + 1) == "interim" { isActing = true; keep(i..<i + 2); i += 2; continue }
      if word == "faisant", draft.word(i + 1) == "fonction" { isActing = true; keep(i..<i + 2); i += 2; continue }
      if word == "en", draft.word(i + 1) == "chef" || draft.word(i + 1) == "exercice" { keep(i..<i + 2); i += 2; continue }
      if isPartisan(i, draft) { i += 1; continue }
      if FunctionWords.of.contains(word), Self.wings.contains(draft.word(i + 1)) || draft.word(i + 1) == "extreme" || draft.word(i + 1) == "centre" {
        let end = Self.wings.contains(draft.word(i + 2)) ? i + 3 : i + 2
        if draft.mentionType(at: end) == .person || draft.word(end) == Sign.comma { i = end; continue }
      }
      if draft.word(i + 1) == Sign.hyphen, draft.isGlued(i + 2), let mention = draft.mention(at: i + 2), mention.type == .nationality, !draft.isCapitalized(i) {
        if country == nil { country = mention.value }
        i = mention.tokens.upperBound
        continue
      }
      if draft.word(word, is: .titleQualifier) || isRegional(i, draft) || isAttribute(i, draft) { keep(i..<i + 1); i += 1; continue }
      if word == "et" {
        // `de Rouen et de Caen`
        if let last = seats.last, last == body || seats.count > 1, FunctionWords.of.contains(draft.word(i + 1)), let next = draft.mention(at: i + 2), next.type == .place {
          seats.append(next.value)
          i = next.tokens.upperBound
          continue
        }
        if !countries.isEmpty, let next = draft.mention(at: i + 1), next.type == .nationality, draft.mentionType(at: next.tokens.upperBound) != .person { i += 1; continue }
        if let portfolio = coordinatedPortfolio(at: i, limit, draft) { keep(i..<portfolio); i = portfolio; continue }
        var more = i + 1
        while draft.word(more, is: .titleEpithet), more < i + 3 { more += 1 }
        if let next = reader.title(at: more, draft) { coordinated.append(next); i = next.tokens.upperBound; skipComplement(&i, limit, reader, draft); break }
        break
      }
      // `ministre de la Jeunesse, de la Culture et de la Communication`
      if word == Sign.comma, hasComplement || head.count > 2, FunctionWords.of.contains(draft.word(i + 1)) || ["a", "au", "aux"].contains(draft.word(i + 1)), isPortfolio(i + 2, draft) { keep(i..<i + 1); i += 1; continue }
      guard isPreposition(word) || word == "sur" && draft.word(head.lowerBound, is: .rapporteur) || hasComplement && (word == "avec" || word == "contre") else { break }
      guard let next = complement(at: i, limit, draft) else { break }
      i = next
    }
    // `porte-parole de la Force des gardes-frontières (BGF)`: the acronym names what the complement spells out.
    if body == nil, let nameStart, draft.word(i) == Sign.open, let mention = draft.mention(at: i + 1), mention.type == .organization,
      draft.word(mention.tokens.upperBound) == Sign.close, mention.tokens.upperBound < limit
    {
      body = mention.value
      isBodyOrganization = true
      country = country ?? mention.country
      pieces = pieces.compactMap { $0.lowerBound >= nameStart ? nil : $0.lowerBound..<min($0.upperBound, nameStart) }
      i = mention.tokens.upperBound + 1
    }
    // `président du principal parti d'opposition, le VMRO`: the body's name in apposition to its noun.
    if body == nil, let bodyNoun, draft.word(i) == Sign.comma, FunctionWords.articles.contains(draft.word(i + 1)), let mention = draft.mention(at: i + 2), mention.type == .organization, !mention.isFrame {
      body = mention.value
      isBodyOrganization = true
      country = country ?? mention.country
      pieces = pieces.compactMap { $0.lowerBound >= bodyNoun ? nil : $0.lowerBound..<min($0.upperBound, bodyNoun) }
      i = mention.tokens.upperBound
    }
    isNational = (head.upperBound..<max(head.upperBound, i)).contains { (draft.word($0) == "equipe" || draft.word($0) == "selection") && draft.word($0 + 1) == "nationale" }
    if contest == nil, let last = draft.word(head.upperBound - 1, is: .contest) ? head.upperBound - 1 : nil { contest = last }
    end = i
  }

  /// The coordinated title has a complement of its own; the whole phrase ends after it.
  private mutating func skipComplement(_ i: inout Int, _ limit: Int, _ reader: PartyReader, _ draft: Draft) {
    while i < limit, draft.word(i) != Sign.comma, draft.mentionType(at: i) != .person, draft.kind(i) != .punctuation, draft.verbOfToken[i] < 0 {
      // `Premier ministre et ministre des Finances du Qatar`: both of one country.
      if country == nil, let mention = draft.mention(at: i), mention.type == .nationality || mention.type == .place && mention.value.utf8.count == 2 { country = mention.value }
      i += 1
    }
  }

  private func isPreposition(_ word: Word) -> Bool {
    FunctionWords.of.contains(word) || ["a", "au", "aux", "pour", "chez", "aupres", "charge", "chargee", "en"].contains(word)
  }

  /// `ambassadrice auprès de l'ONU`: the seat belongs to the title.
  private func isPost(at i: Int, _ draft: Draft) -> Bool { draft.word(i) == "aupres" && draft.word(head.lowerBound, is: .posted) }

  private mutating func keep(_ range: Range<Int>) {
    if let last = pieces.last, last.upperBound == range.lowerBound { pieces[pieces.count - 1] = last.lowerBound..<range.upperBound } else { pieces.append(range) }
  }

  /// One complement from its preposition; nil where none begins here.
  private mutating func complement(at i: Int, _ limit: Int, _ draft: Draft) -> Int? {
    var k = i + 1
    while k < limit, FunctionWords.articles.contains(draft.word(k)) || FunctionWords.of.contains(draft.word(k)) { k += 1 }
    guard k < limit else { return nil }
    let isOf = FunctionWords.of.contains(draft.word(i))
    // `sénateur pour un mandat de quatre ans`
    if draft.word(i) == "pour", draft.word(i + 1) == "un" || draft.word(i + 1) == "une" { return nil }
    if let mention = draft.mention(at: k) {
      switch mention.type {
      case .organization where !isPost(at: i, draft) && (isOf || draft.word(i) == "chez" || draft.word(i) == "a" || draft.word(i) == "au" || draft.word(i) == "aupres"):
        if body == nil { body = mention.value; isBodyOrganization = true; country = country ?? mention.country }
        return afterParenthesis(mention.tokens.upperBound, limit, draft)
      case .place where isOf && draft.word(i - 1) != "charge" && draft.word(i - 1) != "chargee":
        if body == nil || !seats.isEmpty { seats.append(mention.value) }
        if body == nil {
          body = mention.value
          if !mention.value.utf8.contains(UInt8(ascii: "/")) { country = country ?? mention.value }
          // `de la région de Casablanca-Settat`
          let next = mention.tokens.upperBound + 1
          if draft.word(next - 1) == Sign.hyphen, draft.isGlued(next), let other = draft.mention(at: next), other.type == .place, let slash = mention.value.firstIndex(of: "/") {
            body = draft.text(k..<other.tokens.upperBound) + mention.value[slash...]
            return other.tokens.upperBound
          }
        }
        return afterParenthesis(mention.tokens.upperBound, limit, draft)
      case .place, .organization:
        if draft.word(head.lowerBound, is: .posted) || body == nil && mention.type == .organization || draft.word(i) == "pour" {
          keep(i..<mention.tokens.upperBound)
        }
        return mention.tokens.upperBound
      case .event where isOf && k == i + 1:
        // `joueur de Coupe Davis`: without an article what one plays, not what one serves.
        keep(i..<mention.tokens.upperBound)
        return mention.tokens.upperBound
      case .event where isOf:
        if body == nil { body = mention.value; isBodyOrganization = true }
        return afterParenthesis(mention.tokens.upperBound, limit, draft)
      default: return nil
      }
    }
    // `les ministres de la Défense des deux pays`: whose, not of what.
    if isOf, Self.numbers.contains(draft.word(k)) {
      var j = k
      while j < limit, draft.kind(j) == .word, draft.mention(at: j) == nil { j += 1 }
      return j
    }
    // A plain noun phrase: `des Affaires étrangères`, `de la mission d'observation`.
    guard draft.kind(k) == .word || draft.kind(k) == .number, draft.verbOfToken[k] < 0 || draft.verbGroups[Int(draft.verbOfToken[k])].tense == .participle else { return nil }
    var j = k
    var kept = k
    while j < limit, draft.mention(at: j) == nil {
      let word = draft.word(j)
      if word == "et" {
        var n = j + 1
        while n < limit, FunctionWords.of.contains(draft.word(n)) || FunctionWords.articles.contains(draft.word(n)) || draft.word(n) == "a" { n += 1 }
        guard n < limit, draft.isCapitalized(n), draft.mention(at: n) == nil else { break }
        j = n + 1
        kept = j
        continue
      }
      if draft.kind(j) == .punctuation && word != Sign.hyphen || FunctionWords.relatives.contains(word) || FunctionWords.that.contains(word) { break }
      if j > k, isPreposition(word) || FunctionWords.prepositions.contains(word) { break }
      if draft.verbOfToken[j] >= 0, draft.verbGroups[Int(draft.verbOfToken[j])].tense != .participle, j > k { break }
      j += 1
      kept = j
    }
    guard kept > k else { return nil }
    // `de la société minière australienne Kestrel Gold`, `du groupe`: the noun only leads to the body.
    var named = kept
    if let nationality = draft.mention(at: kept), nationality.type == .nationality { named = nationality.tokens.upperBound }
    let isAt = !isOf && isPlaceOfWork(draft.word(i)) && !isPost(at: i, draft)
    if isOf || isAt, let mention = draft.mention(at: named), mention.type == .organization, mention.tokens.lowerBound == named, kept - k <= 3 {
      if body == nil { body = mention.value; isBodyOrganization = true; country = country ?? mention.country }
      return afterParenthesis(mention.tokens.upperBound, limit, draft)
    }
    // `directeur de ce dernier`: who was named last.
    if isOf, draft.word(k) == "ce" || draft.word(k) == "cette", draft.word(k + 1) == "dernier" || draft.word(k + 1) == "derniere" { genericBody = k; return k + 2 }
    if isOf, kept - k == 1, draft.word(k, is: .contest), contest == nil { contest = k }
    if isOf, kept - k == 1, draft.word(k, is: .genericBody), !FunctionWords.of.contains(draft.word(kept)) { genericBody = k; return kept }
    // `du district de Saran`: the place has the title, the noun only leads to it.
    if isOf, kept - k == 1, draft.word(k, is: .district), FunctionWords.of.contains(draft.word(kept)) {
      if draft.mentionType(at: kept + 1) == .place { return kept }
      if draft.mention(at: kept + 1) == nil, draft.isCapitalized(kept + 1), draft.features(kept + 1).isEmpty {
        var end = kept + 1
        while end < limit, draft.isCapitalized(end) || draft.word(end) == Sign.hyphen && draft.isGlued(end) { end += 1 }
        unknownTown = draft.text(kept + 1..<end)
        return end
      }
    }
    if isOf, kept - k == 1, draft.word(k, is: .jury) { genericBody = k }
    if isTown, isOf, body == nil, k == i + 1, draft.isCapitalized(k) {
      unknownTown = draft.text(k..<kept)
      return kept
    }
    if namesBodies, isOf, body == nil, let name = unknownBody(at: i, k, limit, draft) {
      body = draft.text(name)
      isBodyOrganization = true
      return afterParenthesis(name.upperBound, limit, draft)
    }
    // `de la zone Afrique et Moyen-Orient`: names that only specify the noun.
    while let mention = draft.mention(at: kept), mention.type == .place, mention.tokens.lowerBound == kept, mention.tokens.upperBound <= limit {
      kept = mention.tokens.upperBound
      if draft.word(kept) == "et", let next = draft.mention(at: kept + 1), next.type == .place, next.tokens.upperBound <= limit { kept += 1 }
    }
    if isOf, draft.isCapitalized(k), nameStart == nil { nameStart = i }
    if isOf, bodyNoun == nil, (k..<min(kept, k + 2)).contains(where: { draft.word($0, is: .genericBody) }) { bodyNoun = i }
    keep(i..<kept)
    hasComplement = true
    return kept
  }

  /// A body that no table knows, by its capital behind an article or by the noun that begins it: `secrétaire de la Ligue du Nord`,
  /// `porte-parole du département de l'Energie`, `chef de la brigade antiterroriste de Tataouine`.
  private func unknownBody(at preposition: Int, _ first: Int, _ limit: Int, _ draft: Draft) -> Range<Int>? {
    let hasArticle = first > preposition + 1 || draft.word(preposition) == "du"
    if !hasArticle {
      // `vice-présidente d'Athletics Kenya`: a run of capitals.
      var end = first
      while end < limit, draft.isCapitalized(end), draft.kind(end) == .word, draft.mention(at: end).map({ $0.type != .person }) ?? true { end += 1 }
      return end - first >= 2 && draft.isCapitalized(first) ? first..<end : nil
    }
    guard draft.features(first).contains(.noun), country == nil || !draft.isCapitalized(first) else { return nil }
    let isProper = draft.isCapitalized(first)
    guard isProper || draft.word(first, is: .genericBody) || draft.word(first, is: .department) else { return nil }
    var end = first + 1
    var isNamed = isProper
    while end < limit {
      if draft.mention(at: end) == nil, draft.kind(end) == .word, !draft.isCapitalized(end), draft.features(end).contains(.adjective), draft.verbOfToken[end] < 0 { end += 1; continue }
      guard FunctionWords.of.contains(draft.word(end)) || draft.word(end) == "aux" || draft.word(end) == "a" else { break }
      var noun = end + 1
      if FunctionWords.articles.contains(draft.word(noun)) { noun += 1 }
      guard noun < limit, draft.isCapitalized(noun) else { break }
      if let mention = draft.mention(at: noun) {
        guard mention.type == .place, FunctionWords.of.contains(draft.word(end)) else { break }
        end = mention.tokens.upperBound
      } else {
        end = noun + 1
      }
      isNamed = true
    }
    // `de la commission des Finances du Sénat`: the body is the one named behind.
    let after = FunctionWords.articles.contains(draft.word(end + 1)) ? end + 2 : end + 1
    if FunctionWords.of.contains(draft.word(end)), draft.mentionType(at: after) == .organization { return nil }
    return isNamed ? first..<end : nil
  }

  private func afterParenthesis(_ i: Int, _ limit: Int, _ draft: Draft) -> Int {
    guard draft.word(i) == Sign.open else { return i }
    var k = i + 1
    while k < min(limit, i + 8) {
      if draft.word(k) == Sign.close { return k + 1 }
      k += 1
    }
    return i
  }

  /// The title as written, without nationality, body and article; with the head given in its place, where it is a plural's singular.
  func title(_ draft: Draft, head singular: Substring? = nil) -> String {
    var first = pieces
    if let singular, let head = first.first {
      let rest = [self.head.upperBound..<head.upperBound].filter { !$0.isEmpty } + first.dropFirst()
      return ([String(singular)] + rest.map { draft.text($0) }).joined(separator: " ")
    }
    if let head = first.first, draft.word(head.lowerBound - 1) == Sign.hyphen, draft.word(head.lowerBound - 2) == "vice" {
      first[0] = head.lowerBound - 2..<head.upperBound
    }
    return first.map { draft.text($0) }.joined(separator: " ")
  }
}
