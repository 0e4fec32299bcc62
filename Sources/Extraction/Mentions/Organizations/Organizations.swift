internal import DispatchModel
internal import Lexicon

/// Finds institutions, companies, parties, armed groups, media and bodies.
///
/// By name where the lexicon knows them; by their head and what follows it (`Fédération française de football`, `parquet de Lille`); by
/// the noun before a proper name (`la société Shaems`); by the acronym that stands in parentheses after a name, of which then it is
/// value of both; and by capitals alone (`OCP`).
struct Organizations: Annotator {
  static let requires: Set<Layer> = [.places, .nationalities, .names]
  static let provides: Set<Layer> = [.organizations]

  private let names: TableID?
  private let acronyms: TableID?
  private let agencies: TableID?
  private let plain: TableID?
  private let heads: TableID?
  private let countries: TableID?
  private let known: TableSet
  /// What a name begins with that is no acronym.
  private let beginnings: TableSet
  private let grammar: InstitutionName
  /// Names that are common words or people's: only with a sign beside them.
  private let roman: WordSet = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xv", "xvi", "xx", "xxi"]

  init(lexicon: LexiconFile) {
    names = lexicon.table("organizations")
    acronyms = lexicon.table("acronyms")
    agencies = lexicon.table("agencies")
    plain = lexicon.table("plain-acronyms")
    heads = lexicon.table("org-heads")
    countries = lexicon.table("countries")
    known = TableSet([names, acronyms, agencies])
    beginnings = TableSet([names, acronyms, agencies, heads, lexicon.table("demonyms"), lexicon.table("regional-adjectives")])
    grammar = InstitutionName(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    var found: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      let isCapitals = isAllCapitals(part.tokens, draft)
      var index = part.tokens.lowerBound
      while index < part.tokens.upperBound {
        guard draft.flags(index).contains(.allCapitals) || draft.matches.mayHave(anyOf: beginnings, at: index) else {
          index += 1
          continue
        }
        if let candidate = longest(known(at: index, draft), institution(at: index, limit: part.tokens.upperBound, draft))
          ?? company(at: index, limit: part.tokens.upperBound, draft) ?? (isCapitals ? nil : acronym(at: index, draft))
        {
          found.append(candidate)
          index = max(index + 1, candidate.tokens.upperBound)
        } else {
          index += 1
        }
      }
    }
    found += named(byAcronym: found, draft)
    defineAcronyms(&found, draft)
    nameFully(&found, draft)
    found += repeated(found, draft)
    found += ShortForms.candidates(of: found, heads: heads, grammar: grammar, in: draft)
    draft.candidates += found
  }

  private func isAllCapitals(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let words = tokens.count { draft.kind($0) == .word }
    return words > 3 && tokens.count { draft.kind($0) == .word && draft.flags($0).contains(.allCapitals) } * 4 > words * 3
  }

  /// The longer name: `Commission électorale` is known, `Commission électorale centrale` may be another.
  private func longest(_ known: Candidate?, _ built: Candidate?) -> Candidate? {
    guard let known, let built else { return known ?? built }
    return built.tokens.upperBound > known.tokens.upperBound ? built : known
  }

  // MARK: Kinds of names

  private func known(at index: Int, _ draft: Draft) -> Candidate? {
    guard draft.matches.mayHave(anyOf: known, at: index) else { return nil }
    // `TV5 Monde` is a name, `TV5` an acronym: the longer of the two.
    let acronym = acronyms.flatMap { draft.matches.longest(in: $0, at: index) }
    let name = names.flatMap { draft.matches.longest(in: $0, at: index) }
    if let name, name.tokens.count > acronym?.tokens.count ?? 0 {
      if let found = listed(name, isAcronym: false, draft) { return found }
      if let found = acronym.flatMap({ listed($0, isAcronym: true, draft) }) { return found }
    } else if let acronym {
      if let found = listed(acronym, isAcronym: true, draft) { return found }
      if let found = name.flatMap({ listed($0, isAcronym: false, draft) }) { return found }
    }
    if let agencies, let match = draft.matches.longest(in: agencies, at: index), draft.isCapitalized(index) {
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      guard columns.count >= 2, match.tokens.count > 1 || draft.flags(index).contains(.allCapitals) || draft.text(index).count > 4 else { return nil }
      return candidate(match.tokens, value: String(columns[1]), confidence: 0.9, rule: "organization.agency", country: nil)
    }
    return nil
  }

  /// What a row of the tables names here.
  private func listed(_ match: PhraseMatches.Match, isAcronym: Bool, _ draft: Draft) -> Candidate? {
    let index = match.tokens.lowerBound
    // `Le Monde` is a newspaper, `Le monde` the world.
    if match.tokens.count > 1, FunctionWords.articles.contains(draft.word(index)), !draft.isCapitalized(index + 1) { return nil }
    if draft.features(index).contains(.noun), !draft.flags(index).contains(.allCapitals), NameHead.isPortfolio(index, isDirect: true, in: draft) { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 3 else { return nil }
    var tokens = match.tokens
    var country = columns[2] == "-" ? nil : String(columns[2])
    var value = columns[1].isEmpty ? String(columns[0]) : String(columns[1])
    let sector = columns.count > 3 ? columns[3] : ""
    // `Croissant-Rouge algérien`, `Cour suprême des Etats-Unis`: the name goes on.
    if !isAcronym, sector == "government" || sector == "ngo" {
      let extent = grammar.extent(from: tokens.upperBound, isProper: false, limit: min(draft.count, tokens.upperBound + 8), draft)
      if extent.isSpecific {
        tokens = tokens.lowerBound..<extent.end
        value = draft.text(tokens)
        country = extent.country ?? country
      }
    }
    if tokens.count == 1, Self.namesakes.contains(sector) {
      let next = tokens.upperBound
      // `la Croix-Rouge`, `CSC-Services`: the hyphen makes another name of it.
      if draft.word(next) == Sign.hyphen, draft.isGlued(next), draft.isGlued(next + 1) { return nil }
      let goesOn = draft.isCapitalized(next) && draft.kind(next) == .word && draft.flags(next).isDisjoint(with: [.startsLine]) && !draft.isGlued(next)
      // `OCP Africa`, a subsidiary; `Porsche Cayenne`, `Orange Money`, what they make. Behind a medium stands who spoke to it.
      if goesOn, isAcronym, sector != "media", sector != "network" {
        tokens = tokens.lowerBound..<next + 1
        value = draft.text(tokens)
      } else if goesOn, !isAcronym {
        return candidate(tokens, value: value, confidence: 0.45, rule: "organization.known", country: country)
      }
    }
    return candidate(tokens, value: value, confidence: isAcronym ? 0.95 : 0.93, rule: "organization.known", country: country)
  }

  /// Sectors whose names other names begin with.
  private static let namesakes: Set<Substring> = ["company", "sport", "media", "network", "party", "union"]

  private func institution(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    // `CSC-Services publics`: the second half of a name.
    guard let heads, draft.matches.has(heads, at: index), !(draft.isGlued(index) && draft.word(index - 1) == Sign.hyphen) else { return nil }
    for match in draft.matches.starting(at: index) where match.table == heads {
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      guard columns.count >= 2 else { continue }
      if columns[1] == "house", let named = house(match.tokens, limit: limit, draft) { return named }
      if draft.word(index) == Self.fleet, let named = fleet(match.tokens, draft) { return named }
      if columns[1] == "adjective", let office = presidency(match.tokens, draft) { return office }
      guard columns[1] == "state" || columns[1] == "name" else { continue }
      let isProper = columns[1] == "name" && draft.isCapitalized(index)
      if columns[1] == "name", !isProper { continue }
      let extent = grammar.extent(from: match.tokens.upperBound, isProper: isProper, limit: min(limit, match.tokens.upperBound + 16), draft)
      // At the start of a sentence a capital says nothing: then the name must be specific.
      let startsSentence = draft.flags(index).contains(.startsLine) || draft.word(index - 1) == Sign.stop || draft.sentence(of: index)?.lowerBound == index
      guard extent.isSpecific, extent.end > match.tokens.upperBound, isProper ? !startsSentence || extent.country != nil || extent.hasCapital : extent.country != nil || extent.hasCapital
      else { continue }
      let tokens = match.tokens.lowerBound..<extent.end
      if isCabinet(match.tokens, extent.end, draft) || isProper && NameHead.isPortfolio(index, isDirect: true, in: draft) { return nil }
      return candidate(tokens, value: draft.text(tokens), confidence: 0.86, rule: "organization.head", country: extent.country)
    }
    return nil
  }

  private static let fleet: Word = "flotte"
  private static let group: Word = "groupe"

  /// `la flotte de la mer Noire`: the waters that it sails belong to its name.
  private func fleet(_ head: Range<Int>, _ draft: Draft) -> Candidate? {
    let first = draft.word(head.upperBound) == "de" && articles.contains(draft.word(head.upperBound + 1)) ? head.upperBound + 2 : head.upperBound + 1
    guard draft.word(head.upperBound) == "de" || draft.word(head.upperBound) == "du",
      let waters = draft.candidates.first(where: { $0.type == .place && $0.tokens.lowerBound == first })
    else { return nil }
    let tokens = head.lowerBound..<waters.tokens.upperBound
    return candidate(tokens, value: draft.text(tokens), confidence: 0.9, rule: "organization.head", country: nil)
  }

  private static let council: Word = "conseil"
  private static let ministers: Word = "ministres"

  /// `Conseil des ministres`, `président du Conseil italien`: the cabinet, which is named by no proper name.
  private func isCabinet(_ head: Range<Int>, _ end: Int, _ draft: Draft) -> Bool {
    guard head.count == 1, draft.word(head.lowerBound) == Self.council else { return false }
    if draft.word(end - 1) == Self.ministers { return true }
    return end == head.upperBound + 1 && grammar.demonym(at: head.upperBound, draft) != nil
  }

  /// `la présidence russe`; not the office that one is elected to (`sa réélection à la présidence russe`).
  private func presidency(_ head: Range<Int>, _ draft: Draft) -> Candidate? {
    guard let demonym = grammar.demonym(at: head.upperBound, draft), !draft.isCapitalized(head.upperBound), draft.word(head.lowerBound - 2) != "à" else { return nil }
    let tokens = head.lowerBound..<demonym.end
    return candidate(tokens, value: draft.text(tokens), confidence: 0.86, rule: "organization.head", country: demonym.code)
  }

  /// `hôpital Rafic-Hariri`, `université James Cook`, `hôpital Sainte-Marie de Lacor`: the proper name right behind the noun belongs to it.
  private func house(_ head: Range<Int>, limit: Int, _ draft: Draft) -> Candidate? {
    var end = head.upperBound
    while end < head.upperBound + 2, !draft.isCapitalized(end), grammar.isAdjective(end, draft) { end += 1 }
    guard end < limit, draft.isCapitalized(end), draft.kind(end) == .word, !draft.flags(end).contains(.startsLine) else { return nil }
    end = properEnd(end, limit: limit, draft)
    if draft.word(end) == "de", draft.isCapitalized(end + 1), draft.kind(end + 1) == .word, draft.isGlued(end - 1) || draft.word(end - 1) == Sign.hyphen || draft.text(head.upperBound).hasPrefix("Saint") {
      end = properEnd(end + 1, limit: limit, draft)
    }
    let tokens = head.lowerBound..<min(end, limit)
    return candidate(tokens, value: draft.text(tokens), confidence: 0.9, rule: "organization.house", country: grammar.country(in: tokens, draft))
  }

  /// The end of the words with capitals that begin at the token, with hyphens, `&` and the small words of names (`Quaid-i-Azam`) inside.
  private func properEnd(_ start: Int, limit: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(limit, start + Draft.longestName), !draft.flags(end).contains(.startsLine) {
      if draft.isCapitalized(end), draft.kind(end) == .word {
        end += 1
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        end += 2
      } else if draft.word(end) == "&", draft.isCapitalized(end + 1) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// `la société Shaems`, `le quotidien Le Monde`, `l'ONG polonaise Ocalenie`: the proper name after the noun.
  private func company(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard let heads, !draft.isCapitalized(index) || draft.flags(index).contains(.allCapitals) else { return nil }
    for match in draft.matches.starting(at: index) where match.table == heads {
      guard draft.lexicon.columns(ofEntry: match.entry).dropFirst().first == "company" else { continue }
      var start = match.tokens.upperBound
      // `l'organisation patronale flamande Voka`: adjectives may stand between.
      for _ in 0..<3 {
        if let demonym = grammar.demonym(at: start, draft), !draft.isCapitalized(start) { start = demonym.end; continue }
        // `le groupe sucrier Terres du Sud`: so may one noun that says of what kind.
        let isKind = draft.word(match.tokens.lowerBound) == Self.group && draft.features(start).contains(.noun) && draft.isCapitalized(start + 1)
        guard !draft.isCapitalized(start), grammar.isAdjective(start, draft) || isKind else { break }
        start += 1
      }
      // A body that the lexicon knows has its own name: `le groupe Etat islamique`.
      if known(at: start, draft) != nil { return nil }
      guard start < limit, draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine) else { return nil }
      var end = properEnd(start, limit: limit, draft)
      // `Rossiya 24`, `Amazones du Sahel`
      if draft.kind(end) == .number, draft.tokens[end].end - draft.tokens[end].start <= 2, draft.kind(end + 1) == .punctuation { end += 1 }
      if end == start + 1, draft.word(end) == "du", draft.isCapitalized(end + 1), draft.features(start).contains(.plural) { end += 2 }
      return candidate(start..<end, value: draft.text(start..<end), confidence: 0.8, rule: "organization.noun", country: nil)
    }
    return maker(at: index, limit: limit, draft)
  }

  /// `le japonais Hoshino`, `l'américain Third Point`: a nationality in small letters right behind the article stands for a company.
  private func maker(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard articles.contains(draft.word(index - 1)), !draft.isCapitalized(index), let demonym = grammar.demonym(at: index, draft) else { return nil }
    let start = demonym.end
    guard start < limit, draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine), !draft.isGlued(start) else { return nil }
    let end = properEnd(start, limit: limit, draft)
    return candidate(start..<end, value: draft.text(start..<end), confidence: 0.85, rule: "organization.noun", country: nil)
  }

  private let articles: WordSet = ["le", "la", "l'", "du", "au"]

  /// Names that a noun has made known stand for the body elsewhere too: `la société minière Kestrel Gold`, then `Kestrel Gold`.
  private func repeated(_ found: [Candidate], _ draft: Draft) -> [Candidate] {
    var known: [Word: Candidate] = [:]
    for candidate in found where candidate.rule == "organization.noun" || candidate.rule == "organization.acronym" || candidate.rule == "organization.house" {
      let first = draft.word(candidate.tokens.lowerBound)
      if draft.isCapitalized(candidate.tokens.lowerBound), known[first].map({ $0.tokens.count < candidate.tokens.count }) ?? true { known[first] = candidate }
    }
    guard !known.isEmpty else { return [] }
    let taken = Set(found.map(\.tokens.lowerBound))
    var more: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      for at in part.tokens where draft.isCapitalized(at) && !taken.contains(at) {
        guard let model = known[draft.word(at)], at + model.tokens.count <= part.tokens.upperBound,
          model.tokens.indices.allSatisfy({ draft.word($0) == draft.word(at + $0 - model.tokens.lowerBound) })
        else { continue }
        more.append(candidate(at..<at + model.tokens.count, value: model.value, confidence: 0.85, rule: "organization.repeated", country: model.country))
      }
    }
    return more
  }

  /// Two to six capitals that are nothing else.
  private func acronym(at index: Int, _ draft: Draft) -> Candidate? {
    let length = draft.tokens[index].end - draft.tokens[index].start
    guard draft.kind(index) == .word, draft.flags(index).contains(.allCapitals), (2...7).contains(length), !roman.contains(draft.word(index)),
      !draft.isGlued(index) || draft.word(index - 1) == Sign.open || draft.word(index - 1) == Sign.straightQuote || draft.flags(index - 1).contains(.capitalized) == false,
      !(draft.isGlued(index + 1) && (draft.word(index + 1) == Sign.hyphen || draft.kind(index + 1) == .number))
    else { return nil }
    if let countries, draft.matches.longest(in: countries, at: index) != nil { return nil }
    if let plain, draft.matches.longest(in: plain, at: index) != nil { return nil }
    // An elided article is one capital and an apostrophe.
    if draft.bytes[Int(draft.tokens[index].end) - 1] == 0x27 || draft.bytes[Int(draft.tokens[index].end) - 1] >= 0x80 { return nil }
    // `OCP Africa`: a name in capitals may go on.
    if draft.isCapitalized(index + 1), draft.flags(index + 1).isDisjoint(with: [.startsLine, .allCapitals]), !draft.isGlued(index + 1) {
      return candidate(index..<index + 2, value: draft.text(index..<index + 2), confidence: 0.6, rule: "organization.capitals", country: nil)
    }
    let isEnclosed = draft.word(index - 1) == Sign.open && draft.word(index + 1) == Sign.close
    return candidate(index..<index + 1, value: draft.text(index), confidence: isEnclosed ? 0.7 : 0.6, rule: "organization.capitals", country: nil)
  }

  private func candidate(_ tokens: Range<Int>, value: String, confidence: Double, rule: String, country: String?) -> Candidate {
    Candidate(type: .organization, tokens: tokens, value: value, confidence: confidence, rule: rule, country: country)
  }

  // MARK: Acronyms

  /// Bodies that only the acronym behind them makes known: `Elections Cameroon (Elecam)`, `Fondation pour la justice, le développement
  /// et la paix (FJDP)`: the words before whose beginnings spell it.
  private func named(byAcronym found: [Candidate], _ draft: Draft) -> [Candidate] {
    var more: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      for open in part.tokens where draft.word(open) == Sign.open && draft.word(open + 2) == Sign.close && draft.isCapitalized(open + 1) {
        guard let start = AcronymSpelling.start(of: open + 1, before: open, from: part.tokens.lowerBound, heads: heads, draft) else { continue }
        let tokens = start..<open
        if found.contains(where: { $0.tokens.upperBound == open && $0.tokens.lowerBound <= start }) { continue }
        more.append(candidate(tokens, value: draft.text(tokens), confidence: 0.94, rule: "organization.acronym", country: grammar.country(in: tokens, draft)))
        if !found.contains(where: { $0.tokens == open + 1..<open + 2 }) {
          more.append(candidate(open + 1..<open + 2, value: draft.text(open + 1), confidence: 0.94, rule: "organization.acronym", country: nil))
        }
      }
    }
    return more
  }

  /// Bodies of one country have the fullest form that the text gives for their value, as world-wide ones have the canonical name.
  private func nameFully(_ found: inout [Candidate], _ draft: Draft) {
    var fullest: [String: String] = [:]
    for candidate in found where candidate.rule == "organization.known" && candidate.country != nil {
      let text = draft.text(candidate.tokens)
      let known = fullest[candidate.value] ?? candidate.value
      if text.contains(" "), text.utf8.count > known.utf8.count, !known.contains(" ") { fullest[candidate.value] = text }
    }
    for index in found.indices { if let full = fullest[found[index].value] { found[index].value = full } }
  }

  /// `Institut national … (INLUCC)`: one body; its value is the full name in every mention, unless the lexicon has its own canonical
  /// name.
  private func defineAcronyms(_ found: inout [Candidate], _ draft: Draft) {
    var values: [String: String] = [:]
    for index in found.indices {
      let end = found[index].tokens.upperBound
      guard draft.word(end) == Sign.open, let other = found.firstIndex(where: { $0.tokens.lowerBound == end + 1 }), draft.word(found[other].tokens.upperBound) == Sign.close,
        found[other].tokens.count == 1
      else { continue }
      let acronym = draft.text(found[other].tokens)
      let isKnown = (found[index].rule == "organization.known", found[other].rule == "organization.known")
      let value = isKnown.1 ? found[other].value : found[index].value
      values[draft.text(found[index].tokens)] = value
      values[acronym] = value
      if let country = found[index].country { found[other].country = country }
      found[other].confidence = max(found[other].confidence, 0.9)
      found[index].confidence = max(found[index].confidence, 0.93)
    }
    for index in found.indices {
      guard let value = values[draft.text(found[index].tokens)] else { continue }
      found[index].value = value
      found[index].confidence = max(found[index].confidence, 0.9)
    }
  }
}
