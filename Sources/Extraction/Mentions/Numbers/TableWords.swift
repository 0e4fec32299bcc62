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

  init(_ draft: Draft, table: TableID?) {
    rowOfToken = [Int32](repeating: -1, count: draft.count)
    guard let table else { return }
    var known: [Int: Int32] = [:]
    for match in draft.matches.all where match.table == table {
      let token = match.tokens.lowerBound
      guard rowOfToken[token] < 0 else { continue }
      if known[match.entry] == nil {
        let columns = draft.lexicon.columns(ofEntry: match.entry)
        if columns.count > 1, let kind = Kind(rawValue: String(columns[1])) {
          let value = columns.count > 2 ? columns[2] : ""
          rows.append(
            Row(
              kind: kind, value: String(value), number: Int(value) ?? 0, more: columns.count > 3 ? String(columns[3]) : "",
              length: match.tokens.count))
          known[match.entry] = Int32(rows.count - 1)
        } else {
          known[match.entry] = -2
        }
      }
      rowOfToken[token] = known[match.entry] ?? -2
    }
  }

  /// The phrase that begins at the token.
  @inline(__always)
  subscript(token: Int) -> Row? {
    guard token >= 0, token < rowOfToken.count, rowOfToken[token] >= 0 else { return nil }
    return rows[Int(rowOfToken[token])]
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
