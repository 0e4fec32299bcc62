internal import Lexicon

/// Names of news agencies (table `agencies`) where a frame expects one; case and diacritics do not matter there.
struct AgencyNames {
  private let table: TableID?

  init(lexicon: LexiconFile) { table = lexicon.table("agencies") }

  /// The agency's name that begins at the token.
  func name(_ draft: Draft, at token: Int) -> Range<Int>? {
    table.flatMap { draft.matches.longest(in: $0, at: token) }?.tokens
  }

  /// The canonical name of the agency that the tokens name (the words themselves where the table does not know them), the
  /// country of its seat, and whether it mostly reports from there.
  func agency(_ draft: Draft, _ tokens: Range<Int>) -> (name: String, country: String?, isNational: Bool) {
    guard let table, let match = draft.matches.longest(in: table, at: tokens.lowerBound), match.tokens == tokens else {
      return (draft.text(tokens), nil, false)
    }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    return (
      columns.count > 1 ? String(columns[1]) : draft.text(tokens), columns.count > 2 ? String(columns[2]) : nil,
      columns.count > 3 && columns[3] == "n"
    )
  }

  /// The canonical name of an agency that an envelope names.
  func canonical(_ name: String, lexicon: LexiconFile) -> String {
    guard let table, let entry = lexicon.entry(ofPhrase: name, in: table) else { return name }
    let columns = lexicon.columns(ofEntry: entry)
    return columns.count > 1 ? String(columns[1]) : name
  }
}
