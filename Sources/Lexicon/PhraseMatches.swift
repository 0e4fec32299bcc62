/// Every phrase of every table that a text holds, found in one walk over its tokens.
///
/// Matches are grouped by the token they begin at, longest first. Phrases never run over a line's end.
/// Cost: linear in tokens times the longest phrase that begins there; nothing is allocated for a token without matches.
@frozen public struct PhraseMatches: Sendable {
  /// One phrase in the text.
  @frozen public struct Match: Sendable, Hashable {
    public let table: TableID
    /// The entry's number, for `LexiconFile.columns(ofEntry:)`.
    public let entry: Int
    /// The tokens it covers.
    public let tokens: Range<Int>
  }

  @usableFromInline var matches: [Match] = []
  @usableFromInline var firsts: [UInt32] = []

  public init(tokens: TokenList, bytes: [UInt8], lexicon: LexiconFile) {
    firsts.reserveCapacity(tokens.count + 1)
    var here: [Match] = []
    for start in tokens.indices {
      firsts.append(UInt32(matches.count))
      var node = lexicon.rootNode(tokens.hashes[start])
      var end = start + 1
      here.removeAll(keepingCapacity: true)
      while node != 0 {
        let (entries, hasChildren) = lexicon.node(node)
        for entry in entries {
          let (table, flags) = lexicon.entry(entry)
          if flags & LexiconLayout.needsCapital != 0, !tokens.flags[start].contains(.capitalized) { continue }
          if flags & LexiconLayout.exact != 0,
            !lexicon.isPhrase(ofEntry: entry, bytes[Int(tokens.starts[start])..<Int(tokens.ends[end - 1])])
          {
            continue
          }
          here.append(Match(table: table, entry: entry, tokens: start..<end))
        }
        guard hasChildren, end < tokens.count, !tokens.flags[end].contains(.startsLine) else { break }
        node = lexicon.childNode(of: node, tokens.hashes[end])
        end += 1
      }
      matches.append(contentsOf: here.reversed())
    }
    firsts.append(UInt32(matches.count))
  }

  /// All matches that begin at the token, longest first.
  @inlinable public func starting(at token: Int) -> ArraySlice<Match> {
    guard token >= 0, token + 1 < firsts.count else { return [] }
    return matches[Int(firsts[token])..<Int(firsts[token + 1])]
  }

  /// The longest match of the table that begins at the token.
  @inlinable public func longest(in table: TableID, at token: Int) -> Match? {
    guard token >= 0, token + 1 < firsts.count else { return nil }
    var index = Int(firsts[token])
    let end = Int(firsts[token + 1])
    while index < end {
      if matches[index].table.number == table.number { return matches[index] }
      index += 1
    }
    return nil
  }

  /// All matches in the order of the text.
  public var all: [Match] { matches }
}

extension LexiconFile {
  /// The table's entry that is exactly the phrase, case and diacritics aside; for looking up words that stand in no text.
  public func entry(ofPhrase phrase: String, in table: TableID) -> Int? {
    let tokens = Tokenizer.tokenize(phrase)
    guard let first = tokens.hashes.first else { return nil }
    var node = rootNode(first)
    for hash in tokens.hashes.dropFirst() where node != 0 { node = childNode(of: node, hash) }
    return node == 0 ? nil : self.node(node).entries.first { entry($0).table == table }
  }

  /// The table's entry that is the one word.
  public func singleWordEntry(_ word: Word, in table: TableID) -> Int? {
    let node = rootNode(word.hash)
    return node == 0 ? nil : self.node(node).entries.first { entry($0).table == table }
  }
}
