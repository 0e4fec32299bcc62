internal import Lexicon

/// The rows of one table of the lexicon, each read once when an annotator is made: for small tables whose columns need more than
/// to be taken apart.
struct ParsedTable<Row: Sendable>: Sendable {
  let table: TableID?
  private var rows: [Int: Row] = [:]
  /// Those whose phrase is one word, in the order of the table.
  private var ofWord: [Word: [Row]] = [:]

  /// Rows that `read` gives nil for are left out.
  init(_ name: String, of lexicon: LexiconFile, _ read: ([Substring]) -> Row?) {
    table = lexicon.table(name)
    guard let table else { return }
    for entry in lexicon.entries(of: table) {
      let columns = lexicon.columns(ofEntry: entry)
      guard let row = read(columns) else { continue }
      rows[entry] = row
      let words = Tokenizer.tokenize(columns.first.map { String($0) } ?? "")
      if words.count == 1 { ofWord[words.word(0), default: []].append(row) }
    }
  }

  subscript(entry: Int) -> Row? { rows[entry] }

  /// The rows whose phrase is this one word.
  func rows(of word: Word) -> [Row] { ofWord[word] ?? [] }
}
