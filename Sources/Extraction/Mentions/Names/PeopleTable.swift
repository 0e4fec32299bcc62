internal import DispatchModel
internal import Lexicon

/// People of world news by name (people.tsv): spellings, canonical French spelling, country.
struct PeopleTable: Sendable {
  private let table: TableID?

  init(lexicon: LexiconFile) {
    table = lexicon.table("people")
  }

  /// The known person whose name fills the tokens.
  func person(at tokens: Range<Int>, in draft: Draft) -> (name: String, country: String?)? {
    guard let table, let match = draft.matches.longest(in: table, at: tokens.lowerBound), match.tokens == tokens else { return nil }
    return columns(of: match, in: draft)
  }

  /// Full names found anywhere. The value is the name as the text writes it; the table tells that it is one.
  func candidates(in draft: Draft) -> [Candidate] {
    guard let table else { return [] }
    var found: [Candidate] = []
    for match in draft.matches.all where match.table == table && match.tokens.count > 1 {
      // `le pape François`: the title is no part of the name.
      let tokens = draft.isCapitalized(match.tokens.lowerBound) || draft.word(match.tokens.lowerBound, is: .gluedParticle) ? match.tokens : match.tokens.lowerBound + 1..<match.tokens.upperBound
      found.append(
        Candidate(
          type: .person, tokens: tokens, value: draft.text(tokens), confidence: 0.93, rule: "person.known",
          country: columns(of: match, in: draft).country))
    }
    return found
  }

  private func columns(of match: PhraseMatches.Match, in draft: Draft) -> (name: String, country: String?) {
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    let country = columns.count > 2 && !columns[2].isEmpty ? String(columns[2]) : nil
    return (columns.count > 1 ? String(columns[1]) : draft.text(match.tokens), country)
  }
}
