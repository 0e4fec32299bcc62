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
  /// Places that only the judge hears of are wrong more often than right below this.
  private static let leastPlace: Float = 0.62
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
    var judged: [NameSegment] = []
    var doubted: [(tokens: Range<Int>, label: NameModel.Label, certainty: Float)] = []
    if let model {
      for (segment, features) in finder.segments(of: draft) {
        let (label, certainty) = model.judge(features)
        judged.append(segment)
        // A line of capitals is one run, whatever it says: the lexicons know its names better.
        if segment.run.isAllCapitals, label != .person || segment.tokens.count > 4 { continue }
        if certainty >= Persons.sure, !draft.isForeign { doubted.append((segment.tokens, label, certainty)) }
        guard let (type, certainty) = decide(label, certainty, on: segment, in: draft) else { continue }
        if draft.language == "en", type != .person, isOnlyOpening(segment, in: draft) { continue }
        // The judge has learned French words around names: elsewhere only a given name and a surname count.
        if draft.isForeign, type != .person || segment.run.words < 2 || !NameSegments.isGiven(segment.tokens.lowerBound, in: draft, tables: finder.tables) { continue }
        if draft.isClosingMark(segment.tokens.lowerBound) { continue }
        if type != .person, isPortfolio(segment.tokens, in: draft) || isPlain(segment.tokens, in: draft) || type == .place && isPair(segment.tokens, in: draft) { continue }
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
    if !draft.isForeign { NameVotes.settle(&found, others: draft.candidates, segments: judged, places: places, in: draft) }
    found += people.candidates(in: draft)
    if draft.language == "en" || draft.isForeign { found += surnames(of: found, in: draft) }
    doubt(doubted, in: draft)
    // Places and organizations that their own annotators have proposed on the same tokens, with their values.
    var known: Set<Word> = []
    known.reserveCapacity(draft.candidates.count)
    for index in draft.candidates.indices where draft.candidates[index].type == .place || draft.candidates[index].type == .organization {
      known.insert(place(draft.candidates[index]))
    }
    for candidate in found where candidate.type == .person || !known.contains(place(candidate)) { draft.candidates.append(candidate) }
  }

  /// A candidate's type and tokens in one number, as a key.
  private func place(_ candidate: Candidate) -> Word {
    Word(hash: UInt64(candidate.tokens.lowerBound) << 32 | UInt64(candidate.tokens.count & 0xFFF_FFFF) << 4 | UInt64(candidate.type.ordinal))
  }

  /// What the segment is taken for. Behind a title or a nationality two words with capitals are a person even where the judge is unsure.
  private func decide(_ label: NameModel.Label, _ certainty: Float, on segment: NameSegment, in draft: Draft) -> (type: MentionType, certainty: Float)? {
    if label != .person || certainty < Persons.least, draft.language != "en", isTitled(segment, in: draft) { return (.person, max(Persons.sure, label == .person ? certainty : 0)) }
    guard certainty >= (label == .place ? Persons.leastPlace : Persons.least), let type = type(of: label) else { return nil }
    return (type, certainty)
  }

  /// `Mgr Wilfred Chikpa Anagbe`, `la Sud-Coréenne Park Ji-woo`, `l'ancien président du Parlement Délcio Nazaré Quaresma`: a title, then two
  /// to four words with capitals that are no body that another annotator has found.
  private func isTitled(_ segment: NameSegment, in draft: Draft) -> Bool {
    guard segment.titleLink != .none, segment.titleLink != .apposition, segment.title != .kin, !segment.run.isAllCapitals else { return false }
    let words = segment.tokens.filter { draft.kind($0) == .word && draft.isCapitalized($0) }
    if segment.title == .civil, segment.titleLink == .direct, !words.isEmpty, draft.tokens[words[0]].end - draft.tokens[words[0]].start > 2, !draft.flags(segment.tokens.lowerBound).contains(.startsLine) { return true }
    guard (2...4).contains(words.count), words.allSatisfy({ !draft.flags($0).contains(.allCapitals) || draft.tokens[$0].end - draft.tokens[$0].start > 4 }), !draft.flags(segment.tokens.lowerBound).contains(.startsLine) else { return false }
    return !draft.candidates.contains { $0.type == .organization && $0.tokens.overlaps(segment.tokens) || $0.rule == "place.country" && $0.confidence >= 0.5 && $0.tokens.lowerBound == segment.tokens.lowerBound } && words.allSatisfy { draft.features($0).isDisjoint(with: [.noun, .adjective, .determiner, .preposition]) || draft.features($0).contains(.givenName) }
  }

  /// `Algérie-Mauritanie`: two places that a hyphen joins are two.
  private func isPair(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    guard let hyphen = tokens.first(where: { draft.word($0) == Sign.hyphen }) else { return false }
    func isPlace(_ half: Range<Int>) -> Bool { draft.candidates.contains { $0.type == .place && $0.tokens == half && $0.confidence >= 0.5 } }
    return isPlace(tokens.lowerBound..<hyphen) && isPlace(hyphen + 1..<tokens.upperBound)
  }

  /// `EPO`, `Brent`: the lexicon knows that it names nothing of the kind.
  private func isPlain(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    plain.flatMap { draft.matches.longest(in: $0, at: tokens.lowerBound) }?.tokens == tokens
  }

  private static let portfolioLinks: WordSet = FunctionWords.articles.union(FunctionWords.of).union(["à", "et", "en", "chargé", "chargée", Sign.comma, Sign.hyphen])

  /// What a minister is minister of: a common noun with a capital (`ministre fédéral des Transports`, `de l'Economie et de l'Industrie`).
  private func isPortfolio(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    guard tokens.allSatisfy({ draft.kind($0) == .punctuation || draft.features($0).contains(.noun) || draft.features($0).contains(.adjective) }) else { return false }
    var at = tokens.lowerBound - 1
    while at >= 0, tokens.lowerBound - at < 14, !draft.flags(at + 1).contains(.startsLine) {
      if draft.word(at, is: .portfolioWord) { return true }
      let isLink = Self.portfolioLinks.contains(draft.word(at)) || !draft.features(at).isDisjoint(with: [.adjective, .noun])
      guard isLink else { return false }
      at -= 1
    }
    return false
  }

  /// A single word whose capital may be the sentence's: `Coal still provides`, `Debris damaged`. The judge has learned French, whose
  /// lexicon would know it.
  private func isOnlyOpening(_ segment: NameSegment, in draft: Draft) -> Bool {
    guard segment.tokens.count == 1, segment.run.opensSentence, segment.tokens.lowerBound == segment.run.tokens.lowerBound else { return false }
    let word = draft.word(segment.tokens.lowerBound)
    return !draft.tokens.indices.contains { draft.word($0) == word && draft.isCapitalized($0) && !SentenceStart.isOpening($0, in: draft) }
  }

  /// The ends of full names wherever they stand again: `Aristide Mba Ondo`, then `Mba Ondo`.
  private func surnames(of found: [Candidate], in draft: Draft) -> [Candidate] {
    var tails: [Word: [(words: [Word], confidence: Double)]] = [:]
    for person in found where person.type == .person && person.tokens.count > 1 {
      let words = person.tokens.map { draft.word($0) }
      for start in 1..<words.count { tails[words[start], default: []].append((Array(words[start...]), person.confidence)) }
    }
    guard !tails.isEmpty else { return [] }
    var more: [Candidate] = []
    for at in draft.tokens.indices where draft.isCapitalized(at) && !draft.isCapitalized(at - 1) || draft.flags(at).contains(.startsLine) {
      for tail in tails[draft.word(at)] ?? [] where tail.words.indices.allSatisfy({ draft.word(at + $0) == tail.words[$0] && draft.isCapitalized(at + $0) }) {
        let tokens = at..<at + tail.words.count
        guard !draft.isCapitalized(tokens.upperBound) else { continue }
        more.append(
          Candidate(
            type: .person, tokens: tokens, value: draft.text(tokens), confidence: min(0.95, tail.confidence), rule: "person.surname",
            reasons: draft.explains ? ["the end of a full name of the text"] : []))
      }
    }
    return more
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
      // Signs beside a name (`la base Haji Ali`) weigh more than the judge's ear.
      guard draft.candidates[index].confidence < 0.98, let type = contestable(draft.candidates[index].type), over[tokens.lowerBound] >= 0 else { continue }
      let judgement = judged[Int(over[tokens.lowerBound])]
      guard judgement.label != type, judgement.tokens.lowerBound <= tokens.lowerBound,
        judgement.tokens.upperBound >= tokens.upperBound
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

  private func rule(for segment: NameSegment, type: MentionType) -> String {
    guard type == .person else { return type == .place ? "place.context" : type == .organization ? "organization.context" : "\(type.rawValue).context" }
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
