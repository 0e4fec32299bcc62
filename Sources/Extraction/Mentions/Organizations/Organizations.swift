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

  let names: TableID?
  let brands: TableID?
  let acronyms: TableID?
  let agencies: TableID?
  let plain: TableID?
  let heads: TableID?
  let countries: TableID?
  let cities: TableID?
  let regions: TableID?
  let given: TableID?
  let titles: TableID?
  let calendar: [TableID]
  let sites: EnglishSites
  let known: TableSet
  let grammar: InstitutionName

  init(lexicon: LexiconFile) {
    names = lexicon.table("organizations")
    brands = lexicon.table("brands")
    acronyms = lexicon.table("acronyms")
    agencies = lexicon.table("agencies")
    plain = lexicon.table("plain-acronyms")
    heads = lexicon.table("org-heads")
    countries = lexicon.table("countries")
    cities = lexicon.table("cities")
    regions = lexicon.table("regions")
    given = lexicon.table("given-names")
    titles = lexicon.table("titles")
    calendar = ["months", "weekdays"].compactMap { lexicon.table($0) }
    known = TableSet([names, brands, acronyms, agencies])
    grammar = InstitutionName(lexicon: lexicon)
    sites = EnglishSites(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    var found: [Candidate] = []
    let isEnglish = draft.language == "en"
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      let isCapitals = isAllCapitals(part.tokens, draft)
      var index = part.tokens.lowerBound
      while index < part.tokens.upperBound {
        let built = isEnglish ? englishBody(at: index, limit: part.tokens.upperBound, draft) : institution(at: index, limit: part.tokens.upperBound, draft)
        if let candidate = longest(known(at: index, draft), built, draft)
          ?? company(at: index, limit: part.tokens.upperBound, draft) ?? named(bySigns: index, limit: part.tokens.upperBound, isCapitals: isCapitals, draft) ?? (isCapitals ? nil : acronym(at: index, draft))
        {
          found.append(candidate)
          index = max(index + 1, candidate.tokens.upperBound)
        } else {
          index += 1
        }
      }
    }
    found += listed(beside: found, draft)
    found += named(byAcronym: found, draft)
    found += enclosed(found, draft)
    defineAcronyms(&found, draft)
    nameFully(&found, draft)
    siteAcronyms(&found, draft)
    // `Domdidier (FR)`: two letters behind no body are a canton or a country.
    found.removeAll { $0.rule == "organization.capitals" && $0.confidence < 0.9 && $0.tokens.count == 1 && draft.text($0.tokens).utf8.count == 2 && draft.word($0.tokens.lowerBound - 1) == Sign.open && draft.isCapitalized($0.tokens.lowerBound - 2) }
    found += repeated(found, draft)
    found += ShortForms.candidates(of: found, heads: heads, grammar: grammar, in: draft)
    draft.candidates += found
  }

  /// `Gazoduc transanatolien (TANAP)`: the acronym of a site is one too.
  private func siteAcronyms(_ found: inout [Candidate], _ draft: Draft) {
    var sites: [Candidate] = []
    for index in draft.candidates.indices where draft.candidates[index].type == .place && draft.candidates[index].rule == "place.site" {
      let site = draft.candidates[index]
      guard draft.word(site.tokens.upperBound) == Sign.open && draft.word(site.tokens.upperBound + 2) == Sign.close else { continue }
      let short = site.tokens.upperBound + 1
      guard draft.flags(short).contains(.allCapitals), draft.text(short).utf8.count > 2 else { continue }
      found.removeAll { $0.tokens.contains(short) && $0.rule == "organization.capitals" }
      var acronym = site
      acronym.tokens = short..<short + 1
      sites.append(acronym)
    }
    draft.candidates += sites
  }

  private func isAllCapitals(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let words = tokens.count { draft.kind($0) == .word }
    return words > 3 && tokens.count { draft.kind($0) == .word && draft.flags($0).contains(.allCapitals) } * 4 > words * 3
  }

  /// Names that a noun has made known stand for the body elsewhere too: `la société minière Kestrel Gold`, then `Kestrel Gold`.
  private func repeated(_ found: [Candidate], _ draft: Draft) -> [Candidate] {
    var known: [Word: Candidate] = [:]
    for candidate in found where candidate.rule == "organization.noun" || candidate.rule == "organization.acronym" || candidate.rule == "organization.house" || candidate.rule == Self.bySigns {
      let first = draft.word(candidate.tokens.lowerBound)
      if draft.isCapitalized(candidate.tokens.lowerBound), known[first].map({ $0.tokens.count < candidate.tokens.count }) ?? true { known[first] = candidate }
    }
    guard !known.isEmpty else { return [] }
    let taken = Set(found.map(\.tokens.lowerBound))
    var more: [Candidate] = []
    for part in draft.parts where part.kind != .priority && part.kind != .signature {
      for at in part.tokens where draft.isCapitalized(at) && !taken.contains(at) {
        guard let model = known[draft.word(at)] else { continue }
        guard at + model.tokens.count <= part.tokens.upperBound, model.tokens.indices.allSatisfy({ draft.word($0) == draft.word(at + $0 - model.tokens.lowerBound) }) else {
          // `Saryarka Resources`, then `Saryarka`: a word that nothing else knows.
          if model.tokens.count > 1, isOwnWord(at, draft) {
            more.append(candidate(at..<at + 1, value: model.value, confidence: 0.85, rule: "organization.repeated", country: model.country, isPrivate: model.isPrivate))
          }
          continue
        }
        more.append(candidate(at..<at + model.tokens.count, value: model.value, confidence: 0.85, rule: "organization.repeated", country: model.country, isPrivate: model.isPrivate))
      }
    }
    return more
  }

  /// A word with a capital that stands alone and that neither the lexicon nor the gazetteer knows.
  private func isOwnWord(_ at: Int, _ draft: Draft) -> Bool {
    draft.features(at).isEmpty && !isTaken(at, draft) && !draft.isGlued(at + 1) && !draft.isCapitalized(at + 1) && !draft.isCapitalized(at - 1) && draft.tokens[at].end - draft.tokens[at].start > 3
  }

  func candidate(_ tokens: Range<Int>, value: String, confidence: Double, rule: String, country: String?, isPrivate: Bool = false) -> Candidate {
    Candidate(type: .organization, tokens: tokens, value: value, confidence: confidence, rule: rule, country: country, isPrivate: isPrivate)
  }

  /// Bodies of one country have the fullest form that the text gives for their value, as world-wide ones have the canonical name.
  private func nameFully(_ found: inout [Candidate], _ draft: Draft) {
    var fullest: [String: String] = [:]
    for candidate in found where candidate.rule == "organization.known" && candidate.country != nil {
      let text = draft.text(candidate.tokens)
      let known = fullest[candidate.value] ?? candidate.value
      if text.utf8.contains(UInt8(ascii: " ")), text.utf8.count > known.utf8.count, !known.utf8.contains(UInt8(ascii: " ")) { fullest[candidate.value] = text }
    }
    for index in found.indices { if let full = fullest[found[index].value] { found[index].value = full } }
  }
}
