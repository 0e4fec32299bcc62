internal import DispatchModel
internal import Lexicon

/// What the name rules look up again and again in one text: where titles end, what other annotators proposed, which surnames a
/// full name has introduced. Made once a text, O(tokens + matches + candidates); a class, so that handing it round copies nothing.
final class NameContext {
  /// The class of the title that ends before each token, 0 for none.
  private(set) var titleBefore: [TitleClass]
  /// The class of the title that begins at each token, and the token after it.
  private(set) var titleAt: [(kind: TitleClass, end: Int)]
  /// The surest place and organization candidate over each token, -1 for none.
  private(set) var placeOver: [Int32]
  private(set) var organizationOver: [Int32]
  private(set) var otherOver: [Int32]
  /// Nationality adjectives and nouns by token.
  private(set) var isNationality: [Bool]
  /// The words that also stand in lower case.
  private(set) var lowerCase: WordSet = []

  init(draft: Draft, tables: NameTables) {
    let none: [Int32] = [Int32](repeating: -1, count: draft.count)
    titleBefore = [TitleClass](repeating: .none, count: draft.count + 1)
    titleAt = [(kind: TitleClass, end: Int)](repeating: (.none, 0), count: draft.count)
    (placeOver, organizationOver, otherOver) = (none, none, none)
    isNationality = [Bool](repeating: false, count: draft.count)
    readTitles(of: draft, tables: tables)
    readCandidates(of: draft)
    readRegional(of: draft, tables: tables)
    lowerCase = WordSet(capacity: draft.count / 2)
    for token in draft.tokens.indices where draft.kind(token) == .word && !draft.isCapitalized(token) { lowerCase.insert(draft.word(token)) }
  }

  /// `la Vaudoise Léonore Pittet`: where somebody comes from, with a capital.
  private func readRegional(of draft: Draft, tables: NameTables) {
    guard let regional = tables.regional else { return }
    for match in draft.matches.all where match.table == regional && draft.isCapitalized(match.tokens.lowerBound) && FunctionWords.articles.contains(draft.word(match.tokens.lowerBound - 1)) {
      for token in match.tokens { isNationality[token] = true }
    }
  }

  private func readTitles(of draft: Draft, tables: NameTables) {
    guard let titles = tables.titles else { return }
    for match in draft.matches.all where match.table == titles {
      // «Mes» for Maîtres, «Pr» need their capital; all other titles are matched as they come.
      let columns = draft.lexicon.columns(ofEntry: match.entry)
      guard columns.count > 1, let kind = TitleClass(name: columns[1]) else { continue }
      if kind == .civil, draft.tokens[match.tokens.lowerBound].end - draft.tokens[match.tokens.lowerBound].start <= 3,
        !draft.isCapitalized(match.tokens.lowerBound)
      {
        continue
      }
      titleBefore[match.tokens.upperBound] = kind
      if titleAt[match.tokens.lowerBound].end < match.tokens.upperBound {
        titleAt[match.tokens.lowerBound] = (kind, match.tokens.upperBound)
      }
    }
  }

  private func readCandidates(of draft: Draft) {
    func mark(_ index: Int, in over: inout [Int32]) {
      for token in draft.candidates[index].tokens where token >= 0 && token < over.count {
        let present = over[token]
        if present < 0 || draft.candidates[Int(present)].tokens.count < draft.candidates[index].tokens.count {
          over[token] = Int32(index)
        }
      }
    }
    for index in draft.candidates.indices {
      switch draft.candidates[index].type {
      case .place: mark(index, in: &placeOver)
      case .organization: mark(index, in: &organizationOver)
      case .nationality: for token in draft.candidates[index].tokens where token < isNationality.count { isNationality[token] = true }
      case .product, .event, .law, .date, .figure: mark(index, in: &otherOver)
      case .person: break
      }
    }
  }

  /// The end of a title that begins before the token, at most six tokens, and goes on over it.
  func endOfTitle(over index: Int) -> Int? {
    for begin in max(0, index - 6)..<max(0, index) where titleAt[begin].end > index { return titleAt[begin].end }
    return nil
  }

  func title(before index: Int) -> TitleClass { index >= 0 && index < titleBefore.count ? titleBefore[index] : .none }
}

/// The kinds of titles, the second column of titles.tsv.
enum TitleClass: UInt8 {
  case none, civil, rank, office, work, faith, noble, kin, role

  init?(name: Substring) {
    switch name {
    case "civil": self = .civil
    case "rank": self = .rank
    case "office": self = .office
    case "work": self = .work
    case "faith": self = .faith
    case "noble": self = .noble
    case "kin": self = .kin
    case "role": self = .role
    default: return nil
    }
  }
}

/// The tables of the lexicon that the name rules read; each may be missing.
struct NameTables {
  let titles: TableID?
  let tails: TableID?
  let givenNames: TableID?
  let people: TableID?
  let regional: TableID?
  private let thingNouns: [TableID]

  init(lexicon: LexiconFile) {
    titles = lexicon.table("titles")
    tails = lexicon.table("nametails")
    givenNames = lexicon.table("given-names") ?? lexicon.table("givennames")
    people = lexicon.table("people")
    regional = lexicon.table("regional-adjectives")
    thingNouns = ["placenouns", "org-heads", "thing-heads", "thing-nouns", "body-nouns"].compactMap { lexicon.table($0) }
  }

  /// Which of the tables of nouns (places, bodies, things) holds the word: its number from 1, 0 for none.
  func kind(ofNounAt index: Int, in draft: Draft) -> UInt64 {
    guard index >= 0, index < draft.count else { return 0 }
    for match in draft.matches.starting(at: index) where match.tokens.count == 1 {
      if let place = thingNouns.firstIndex(of: match.table) { return UInt64(place + 1) }
    }
    return 0
  }
}
