/// How a compiled lexicon lies in its file: little-endian, every section aligned to 8 bytes, so that it is used where it is mapped.
///
///     header    magic "TLXLEX04", then for each section its offset and its count (UInt32 each), in the order of `Section`
///     tables    a table a record: offset of its name in the text section
///     words     open addressing: hash (UInt64), first trie node (UInt32), forms (start << 4 | count, UInt32)
///     edges     open addressing: key (node and word hash mixed, UInt64), child node (UInt32), 0 (UInt32)
///     nodes     first entry (UInt32), count of entries (UInt16), a bit for each child (`childBit`, UInt16); the first, which no
///               phrase leads to, holds the rows of word classes
///     entries   table (UInt16), flags (UInt16), row (offset in the text section, UInt32)
///     forms     lemma hash (UInt64), features (UInt32), lemma (offset in the text section, UInt32)
///     text      strings, each a UInt16 length and UTF-8 bytes; a row is `phrase TAB column TAB column`
enum LexiconLayout {
  static let magic: [UInt8] = Array("TLXLEX04".utf8)
  static let headerBytes = 8 + Section.allCases.count * 8

  enum Section: Int, CaseIterable { case tables, words, edges, nodes, entries, forms, text }

  static let needsCapital: UInt16 = 1
  static let exact: UInt16 = 2

  /// The slot that a hash begins its search at: its high bits, scaled to the count of slots (Lemire's fast range).
  @inline(__always)
  static func slot(of hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }

  @inline(__always)
  static func edgeKey(node: UInt32, hash: UInt64) -> UInt64 {
    Word.finish(hash ^ (UInt64(node) &* 0x9E37_79B9_7F4A_7C15))
  }

  /// The bit that a node has for a child of that word: where it is not set, there is none, and the edges need not be asked.
  @inline(__always)
  static func childBit(_ hash: UInt64) -> UInt16 { 1 << UInt16(truncatingIfNeeded: hash & 15) }
}
