internal import Lexicon

/// The rows of one table of the lexicon, each read once when an annotator is made: for small tables whose columns need more than
/// to be taken apart.
struct ParsedTable<Row: Sendable>: Sendable {
  let table: TableID?
  private var rows: [Int: Row] = [:]

  /// Rows that `read` gives nil for are left out.
  init(_ name: String, of lexicon: LexiconFile, _ read: ([Substring]) -> Row?) {
    table = lexicon.table(name)
    guard let table else { return }
    for entry in lexicon.entries(of: table) { rows[entry] = read(lexicon.columns(ofEntry: entry)) }
  }

  subscript(entry: Int) -> Row? { rows[entry] }

  /// The rows whose phrase is this one word.
  func rows(of word: Word, in lexicon: LexiconFile) -> [Row] {
    guard let table else { return [] }
    return lexicon.entries(of: word, in: table).compactMap { rows[$0] }
  }
}
