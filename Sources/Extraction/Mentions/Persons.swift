internal import DispatchModel
internal import Lexicon

/// Finds named human beings, and the places and organizations that no lexicon knows.
///
/// Every run of capitalised words is judged once by the learned classifier (`NameModel`), which sees titles, appositions, given
/// names, the other annotators' candidates and the words around. Where it is sure against a lexicon's candidate (`M. Paris`,
/// `Deborah Jordan`), that candidate loses weight.
struct Persons: Annotator {
  static let requires: Set<Layer> = [.organizations]
  static let provides: Set<Layer> = [.persons]

  /// Below this a label is not proposed.
  private static let least: Float = 0.5
  /// From this on the classifier is believed against a lexicon.
  private static let sure: Float = 0.8

  private let finder: NameFinder
  private let model: NameModel?
  private let people: PeopleTable
  private let places: PlaceValues
  private let plain: TableID?

  init(lexicon: LexiconFile) {
    finder = NameFinder(lexicon: lexicon)
    model = DataFiles.path(of: "names.model").flatMap { NameModel(path: $0) }
    people = PeopleTable(lexicon: lexicon)
    places = PlaceValues(lexicon: lexicon)
    plain = lexicon.table("plain-acronyms")
  }

  func annotate(_ draft: Draft) {
    var found: [Candidate] = []
    var evidence: CountryEvidence?
    var doubted: [(tokens: Range<Int>, label: NameModel.Label, certainty: Float)] = []
    if let model {
      for (segment, features) in finder.segments(of: draft) {
        let (label, certainty) = model.judge(features)
        // A line of capitals is one run, whatever it says: the lexicons know its names better.
        if segment.run.isAllCapitals, label != .person || segment.tokens.count > 4 { continue }
        if certainty >= Persons.sure { doubted.append((segment.tokens, label, certainty)) }
        guard certainty >= Persons.least, let type = type(of: label) else { continue }
        if type != .person, isPortfolio(segment.tokens, in: draft) || isPlain(segment.tokens, in: draft) { continue }
        let tokens = trimmed(segment.tokens, in: draft)
        guard !tokens.isEmpty else { continue }
        var candidate = Candidate(
          type: type, tokens: tokens, value: draft.text(tokens), confidence: Double(certainty) * 0.97, rule: rule(for: segment, type: type))
        if type == .person, let known = people.person(at: tokens, in: draft) { candidate.country = known.country }
        if type == .place {
          let spoken = evidence ?? places.evidence(of: draft)
          evidence = spoken
          (candidate.value, candidate.country) = places.value(of: tokens, draft, spoken)
        }
        if draft.explains { candidate.reasons = reasons(for: segment, certainty: certainty, in: draft) }
        found.append(candidate)
      }
    }
    found += people.candidates(in: draft)
    doubt(doubted, in: draft)
    // Places and organizations that their own annotators have proposed on the same tokens, with their values.
    var known: Set<TypedSpan> = []
    for index in draft.candidates.indices where draft.candidates[index].type == .place || draft.candidates[index].type == .organization {
      known.insert(TypedSpan(type: draft.candidates[index].type, tokens: draft.candidates[index].tokens))
    }
    draft.candidates += found.filter { $0.type == .person || !known.contains(TypedSpan(type: $0.type, tokens: $0.tokens)) }
  }

  /// `EPO`, `Brent`: the lexicon knows that it names nothing of the kind.
  private func isPlain(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    plain.flatMap { draft.matches.longest(in: $0, at: tokens.lowerBound) }?.tokens == tokens
  }

  private static let ministers: WordSet = ["ministre", "ministres", "ministère", "ministères", "secrétaire", "secrétaires", "portefeuille", "maroquin"]
  private static let portfolioLinks: WordSet = FunctionWords.articles.union(FunctionWords.of).union(["à", "et", "en", "chargé", "chargée", Sign.comma, Sign.hyphen])

  /// What a minister is minister of: a common noun with a capital (`ministre fédéral des Transports`, `de l'Economie et de l'Industrie`).
  private func isPortfolio(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    guard tokens.allSatisfy({ draft.kind($0) == .punctuation || draft.features($0).contains(.noun) || draft.features($0).contains(.adjective) }) else { return false }
    var at = tokens.lowerBound - 1
    while at >= 0, tokens.lowerBound - at < 14, !draft.flags(at + 1).contains(.startsLine) {
      if Self.ministers.contains(draft.word(at)) { return true }
      let isLink = Self.portfolioLinks.contains(draft.word(at)) || !draft.features(at).isDisjoint(with: [.adjective, .noun])
      guard isLink else { return false }
      at -= 1
    }
    return false
  }

  private func type(of label: NameModel.Label) -> MentionType? {
    switch label {
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .none, .other: nil
    }
  }

  /// A run never ends or begins with a hyphen, a stop or an apostrophe.
  private func trimmed(_ tokens: Range<Int>, in draft: Draft) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while start < end, draft.kind(start) == .punctuation { start += 1 }
    while end > start, draft.kind(end - 1) == .punctuation { end -= 1 }
    return start..<end
  }

  /// Candidates of the lexicons lose weight where the classifier is sure of something else.
  private func doubt(_ judged: [(tokens: Range<Int>, label: NameModel.Label, certainty: Float)], in draft: Draft) {
    var over = [Int32](repeating: -1, count: draft.count + 1)
    for (index, judgement) in judged.enumerated() { for token in judgement.tokens { over[token] = Int32(index) } }
    for index in draft.candidates.indices {
      let tokens = draft.candidates[index].tokens
      guard let type = contestable(draft.candidates[index].type), over[tokens.lowerBound] >= 0 else { continue }
      let judgement = judged[Int(over[tokens.lowerBound])]
      guard judgement.label != type, judgement.tokens.lowerBound <= tokens.lowerBound, judgement.tokens.upperBound >= tokens.upperBound
      else { continue }
      // «none» only speaks against candidates that are unsure themselves.
      if judgement.label == .none || judgement.label == .other, draft.candidates[index].confidence >= 0.7 { continue }
      draft.candidates[index].confidence *= Double(1.3 - judgement.certainty)
      if draft.explains { draft.candidates[index].reasons.append("the words around speak for \(judgement.label)") }
    }
  }

  private func contestable(_ type: MentionType) -> NameModel.Label? {
    switch type {
    case .place: .place
    case .organization: .organization
    case .person: .person
    default: nil
    }
  }

  private struct TypedSpan: Hashable {
    let type: MentionType
    let tokens: Range<Int>
  }

  private func rule(for segment: NameSegment, type: MentionType) -> String {
    guard type == .person else { return "\(type.rawValue).context" }
    switch segment.titleLink {
    case .direct: return "person.title"
    case .adjective: return "person.title-adjective"
    case .apposition: return "person.apposition"
    case .complement: return "person.title-complement"
    case .none: return "person.name"
    }
  }

  private func reasons(for segment: NameSegment, certainty: Float, in draft: Draft) -> [String] {
    var reasons = ["learned judge of names: \(Int(certainty * 100)) %"]
    if segment.titleLink != .none { reasons.append("title (\(segment.title)) \(segment.titleLink)") }
    if NameSegments.isGiven(segment.tokens.lowerBound, in: draft, tables: finder.tables) { reasons.append("given name") }
    return reasons
  }
}
