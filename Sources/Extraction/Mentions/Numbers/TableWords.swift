internal import Lexicon

/// The phrases of one table that a text holds, by the token they begin at, with their columns read once a phrase.
///
/// A row is `phrase TAB kind TAB value TAB more`; rows of a kind that the caller does not know are left out. Where two phrases of
/// the table begin at one token the longer counts. Cost: linear in matches; a lookup is one array access.
struct TableWords<Kind: RawRepresentable & Sendable>: Sendable where Kind.RawValue == String {
  struct Row: Sendable {
    let kind: Kind
    /// The third column, empty where there is none.
    let value: String
    /// The third column as a number, 0 where it is none.
    let number: Int
    /// The fourth column.
    let more: String
    /// How many tokens the phrase has.
    let length: Int
  }

  private var rows: [Row] = []
  private var rowOfToken: [Int32]

  init(_ draft: Draft, _ table: WordTable<Kind>) {
    rowOfToken = [Int32](repeating: -1, count: draft.count)
    guard let id = table.id else { return }
    for match in draft.matches.all where match.table == id {
      let token = match.tokens.lowerBound
      guard rowOfToken[token] < 0, let row = table.row(match, draft.lexicon) else { continue }
      rowOfToken[token] = Int32(rows.count)
      rows.append(row)
    }
  }

  /// The kind of the phrase that begins at the token.
  @inline(__always)
  func kind(_ token: Int) -> Kind? {
    guard token >= 0, token < rowOfToken.count, rowOfToken[token] >= 0 else { return nil }
    return rows[Int(rowOfToken[token])].kind
  }

  /// Whether a phrase begins at the token.
  @inline(__always)
  func has(_ token: Int) -> Bool { token >= 0 && token < rowOfToken.count && rowOfToken[token] >= 0 }

  /// The phrase that begins at the token.
  @inline(__always)
  subscript(token: Int) -> Row? {
    guard token >= 0, token < rowOfToken.count, rowOfToken[token] >= 0 else { return nil }
    return rows[Int(rowOfToken[token])]
  }
}

/// A table whose phrases are read as `TableWords`: its rows are taken apart once, not once a text.
struct WordTable<Kind: RawRepresentable & Sendable>: Sendable where Kind.RawValue == String {
  let id: TableID?
  private let rows: EntryCache<TableWords<Kind>.Row?>

  init(_ name: String, of lexicon: LexiconFile) {
    id = lexicon.table(name)
    rows = lexicon.makeCache()
  }

  /// The row of a match of the table; nil where its kind is not known.
  fileprivate func row(_ match: PhraseMatches.Match, _ lexicon: LexiconFile) -> TableWords<Kind>.Row? {
    rows.value(ofEntry: match.entry) {
      let columns = lexicon.columns(ofEntry: match.entry)
      guard columns.count > 1, let kind = Kind(rawValue: String(columns[1])) else { return nil }
      let value = columns.count > 2 ? columns[2] : ""
      return TableWords.Row(
        kind: kind, value: String(value), number: Int(value) ?? 0, more: columns.count > 3 ? String(columns[3]) : "", length: match.tokens.count)
    }
  }
}

extension Draft {
  /// Whether a number at the token is no tail of a name, a decimal or a compound; an elided word before it is no matter.
  func numberStandsFree(_ at: Int) -> Bool {
    guard isGlued(at), at > 0 else { return true }
    if kind(at - 1) == .punctuation { return kind(at - 2) != .number && !(word(at - 1) == Sign.hyphen && isGlued(at - 1) && word(at - 2) != Sign.open) || !isGlued(at - 1) }
    if kind(at - 1) == .symbol { return true }
    let end = Int(tokens[at - 1].end)
    return kind(at - 1) == .word && end > 0 && (bytes[end - 1] == 0x27 || bytes[end - 1] == 0x99)
  }
}
