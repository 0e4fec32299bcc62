/// Every phrase of every table that a text holds, found in one walk over its tokens.
///
/// Matches are grouped by the token they begin at, longest first. Phrases never run over a line's end.
/// Cost: linear in tokens times the longest phrase that begins there; nothing is allocated for a token without matches, and asking
/// for a table that no match at the token is of costs one bit.
@frozen public struct PhraseMatches: Sendable {
  /// One phrase in the text; 12 bytes.
  @frozen public struct Match: Sendable, Hashable {
    @usableFromInline let entryNumber: UInt32
    @usableFromInline let start: UInt32
    public let table: TableID
    @usableFromInline let length: UInt16

    init(table: TableID, entry: Int, tokens: Range<Int>) {
      entryNumber = UInt32(truncatingIfNeeded: entry)
      start = UInt32(truncatingIfNeeded: tokens.lowerBound)
      self.table = table
      length = UInt16(truncatingIfNeeded: tokens.count)
    }

    /// The entry's number, for `LexiconFile.columns(ofEntry:)`.
    @inlinable public var entry: Int {
      @inline(__always) get { Int(entryNumber) }
    }
    /// The tokens it covers.
    @inlinable public var tokens: Range<Int> {
      @inline(__always) get { Int(start)..<Int(start) + Int(length) }
    }
  }

  @usableFromInline var matches: [Match] = []
  /// The first match of each token, and one more.
  @usableFromInline var firsts: [UInt32] = []
  /// The tables that the matches at each token are of (`TableID.bit`).
  @usableFromInline var tables: [UInt64] = []

  public init(tokens: TokenList, bytes: [UInt8], lexicon: LexiconFile) {
    var tokens = tokens
    self.init(reading: &tokens, bytes: bytes, lexicon: lexicon)
  }

  /// The matches; what the lexicon knows of each token is written into it by the same look-up.
  public init(reading tokens: inout TokenList, bytes: [UInt8], lexicon: LexiconFile) {
    let count = tokens.count
    var matches: [Match] = []
    matches.reserveCapacity(count)
    var firsts = [UInt32](repeating: 0, count: count + 1)
    var tables = [UInt64](repeating: 0, count: count)
    // In two walks: the look-ups of the first wait for memory, and as none depends on another they wait together.
    var roots = [UInt32](repeating: 0, count: count)
    tokens.tokens.withUnsafeMutableBufferPointer { tokens in
      for start in 0..<count {
        (roots[start], tokens[start].features) = lexicon.known(tokens[start].word)
      }
      let tokens = UnsafeBufferPointer(tokens)
      for start in 0..<count {
        let first = matches.count
        firsts[start] = UInt32(truncatingIfNeeded: first)
        guard roots[start] != 0 else { continue }
        Self.walk(from: roots[start], at: start, tokens, bytes, lexicon, into: &matches)
        let end = matches.count
        var bits: UInt64 = 0
        for index in first..<end { bits |= matches[index].table.bit }
        tables[start] = bits
        for step in 0..<(end - first) / 2 { matches.swapAt(first + step, end - 1 - step) }
      }
    }
    firsts[count] = UInt32(truncatingIfNeeded: matches.count)
    self.matches = matches
    self.firsts = firsts
    self.tables = tables
  }

  /// Appends the phrases that begin at the token, the shortest first.
  private static func walk(
    from root: UInt32, at start: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8], _ lexicon: LexiconFile, into matches: inout [Match]
  ) {
    var node = root
    var end = start + 1
    while node != 0 {
      let (entries, children) = lexicon.node(node)
      for entry in entries {
        let (table, flags) = lexicon.entry(entry)
        if flags & LexiconLayout.needsCapital != 0, !tokens[start].flags.contains(.capitalized) { continue }
        if flags & LexiconLayout.exact != 0,
          !lexicon.isPhrase(ofEntry: entry, bytes[Int(tokens[start].start)..<Int(tokens[end - 1].end)])
        {
          continue
        }
        matches.append(Match(table: table, entry: entry, tokens: start..<end))
      }
      guard children != 0, end < tokens.count, children & LexiconLayout.childBit(tokens[end].hash) != 0, !tokens[end].flags.contains(.startsLine) else { return }
      node = lexicon.childNode(of: node, tokens[end].hash)
      end += 1
    }
  }

  /// All matches that begin at the token, longest first.
  @inlinable public func starting(at token: Int) -> ArraySlice<Match> {
    guard token >= 0, token < tables.count, tables[token] != 0 else { return [] }
    return matches[Int(firsts[token])..<Int(firsts[token + 1])]
  }

  /// The matches of the table that begin at the token, longest first.
  @inlinable @inline(__always)
  public func starting(at token: Int, in table: TableID) -> TableMatches {
    has(table, at: token)
      ? TableMatches(matches: matches, next: Int(firsts[token]), end: Int(firsts[token + 1]), table: table) : TableMatches(matches: [], next: 0, end: 0, table: table)
  }

  /// The matches of one table that begin at one token, longest first.
  @frozen public struct TableMatches: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let matches: [Match]
    @usableFromInline var index: Int
    @usableFromInline let end: Int
    @usableFromInline let table: TableID

    @inlinable @inline(__always)
    init(matches: [Match], next: Int, end: Int, table: TableID) {
      (self.matches, self.index, self.end, self.table) = (matches, next, end, table)
    }

    @inlinable @inline(__always)
    public mutating func next() -> Match? {
      while index < end {
        let match = matches[index]
        index += 1
        if match.table.number == table.number { return match }
      }
      return nil
    }
  }

  /// Whether a match of the table begins at the token.
  @inlinable @inline(__always)
  public func has(_ table: TableID, at token: Int) -> Bool {
    guard token >= 0, token < tables.count, tables[token] & table.bit != 0 else { return false }
    return table.number < 63 || matches[Int(firsts[token])..<Int(firsts[token + 1])].contains { $0.table == table }
  }

  /// Whether a match of one of the tables may begin at the token: a quick no for nearly every token.
  @inlinable @inline(__always)
  public func mayHave(anyOf set: TableSet, at token: Int) -> Bool { token >= 0 && token < tables.count && tables[token] & set.bits != 0 }

  /// The longest match of the table that begins at the token.
  @inlinable @inline(__always)
  public func longest(in table: TableID, at token: Int) -> Match? {
    guard token >= 0, token < tables.count, tables[token] & table.bit != 0 else { return nil }
    return longestMatch(in: table, at: token)
  }

  /// The same at a token that some match of the table's bit begins at.
  @usableFromInline func longestMatch(in table: TableID, at token: Int) -> Match? {
    var index = Int(firsts[token])
    let end = Int(firsts[token + 1])
    while index < end {
      if matches[index].table.number == table.number { return matches[index] }
      index += 1
    }
    return nil
  }

  /// The longer of the two tables' longest matches that begin at the token, of equal ones the first table's.
  @inlinable public func longest(of first: TableID?, _ second: TableID?, at token: Int) -> Match? {
    let one = first.flatMap { longest(in: $0, at: token) }
    guard let two = second.flatMap({ longest(in: $0, at: token) }) else { return one }
    return one.map { $0.tokens.count >= two.tokens.count ? $0 : two } ?? two
  }

  /// All matches in the order of the text.
  public var all: [Match] { matches }
}

extension LexiconFile {
  /// The table's entry that is exactly the phrase, case and diacritics aside; for looking up words that stand in no text.
  public func entry(ofPhrase phrase: String, in table: TableID) -> Int? {
    let tokens = Tokenizer.tokenize(phrase)
    guard tokens.count > 0 else { return nil }
    var node = rootNode(tokens[0].hash)
    for index in tokens.indices.dropFirst() where node != 0 { node = childNode(of: node, tokens[index].hash) }
    return node == 0 ? nil : self.node(node).entries.first { entry($0).table == table }
  }

  /// The table's entry that is the one word.
  public func singleWordEntry(_ word: Word, in table: TableID) -> Int? {
    let node = rootNode(word.hash)
    return node == 0 ? nil : self.node(node).entries.first { entry($0).table == table }
  }
}
