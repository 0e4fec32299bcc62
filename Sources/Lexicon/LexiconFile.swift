internal import Glibc

/// A compiled lexicon, mapped into memory and read where it lies: nothing is parsed at start, and only the pages that a text
/// asks for are ever loaded.
///
/// Every offset that is read from the file is checked against its section, so a damaged file gives no matches rather than a trap.
public final class LexiconFile: @unchecked Sendable {
  // Unchecked: for its raw pointers. The mapping is read-only for the object's whole life, no stored property changes after `init`,
  // and the one that fills itself, `rows`, does so through atomics.
  private let base: UnsafeRawPointer
  private let size: Int
  private let isMapped: Bool
  /// The tables' names, in the order of their numbers.
  public let tableNames: [String]
  private let words: Section
  private let edges: Section
  private let nodes: Section
  private let entries: Section
  private let forms: Section
  private let text: Section
  private let rows: EntryCache<[Substring]>
  private let recent = RecentWords()

  /// A stretch of the file: its first record and how many there are.
  private struct Section {
    let start: UnsafeRawPointer
    let count: Int
  }

  /// Maps the file. Throws `LexiconFileError` where it cannot be opened or is not a lexicon of this version.
  public convenience init(path: String) throws(LexiconFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LexiconFileError(path: path, problem: "cannot be opened") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= LexiconLayout.headerBytes else {
      throw LexiconFileError(path: path, problem: "is too short for a lexicon")
    }
    let length = Int(status.st_size)
    guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw LexiconFileError(path: path, problem: "cannot be mapped")
    }
    let pointer = UnsafeRawPointer(address)
    guard let sections = LexiconFile.readSections(pointer, size: length) else {
      munmap(address, length)
      throw LexiconFileError(path: path, problem: "is not a lexicon of this version of Telex; build it again")
    }
    self.init(pointer, size: length, isMapped: true, sections: sections)
  }

  /// A lexicon from bytes in memory, such as a writer's; nil where they are not one.
  public convenience init?(bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 8), alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count) }
    let pointer = UnsafeRawPointer(copy)
    guard bytes.count >= LexiconLayout.headerBytes, let sections = LexiconFile.readSections(pointer, size: bytes.count) else {
      copy.deallocate()
      return nil
    }
    self.init(pointer, size: bytes.count, isMapped: false, sections: sections)
  }

  private init(_ base: UnsafeRawPointer, size: Int, isMapped: Bool, sections: [Section]) {
    self.base = base
    self.size = size
    self.isMapped = isMapped
    words = sections[LexiconLayout.Section.words.rawValue]
    edges = sections[LexiconLayout.Section.edges.rawValue]
    nodes = sections[LexiconLayout.Section.nodes.rawValue]
    entries = sections[LexiconLayout.Section.entries.rawValue]
    forms = sections[LexiconLayout.Section.forms.rawValue]
    text = sections[LexiconLayout.Section.text.rawValue]
    rows = EntryCache(count: sections[LexiconLayout.Section.entries.rawValue].count)
    let tables = sections[LexiconLayout.Section.tables.rawValue]
    let text = text
    tableNames = (0..<tables.count).map { index in
      String(decoding: LexiconFile.rawString(in: text, at: Int((tables.start + index * 4).load(as: UInt32.self))), as: UTF8.self)
    }
  }

  deinit {
    let address = UnsafeMutableRawPointer(mutating: base)
    if isMapped { munmap(address, size) } else { address.deallocate() }
  }

  /// The number of the table, or nil where the lexicon has none of that name.
  public func table(_ name: String) -> TableID? {
    tableNames.firstIndex(of: name).map { TableID(number: UInt16($0)) }
  }

  // MARK: Words

  /// All readings of a form together; empty where the lexicon does not know it.
  public func features(_ word: Word) -> Features { look(up: word).map { features(of: $0) } ?? [] }

  /// The readings of a form: the lemma each belongs to, and its features.
  public func forEachReading(_ word: Word, _ body: (_ lemma: Word, _ features: Features) -> Void) {
    guard let found = look(up: word) else { return }
    for index in readings(of: found) {
      let form = forms.start + index * 16
      body(Word(hash: form.load(as: UInt64.self)), Features(rawValue: form.load(fromByteOffset: 8, as: UInt32.self)))
    }
  }

  /// The lemma's text of the first reading that has all the features.
  public func lemma(_ word: Word, having wanted: Features = []) -> String? {
    guard let found = look(up: word) else { return nil }
    for index in readings(of: found) {
      let form = forms.start + index * 16
      if Features(rawValue: form.load(fromByteOffset: 8, as: UInt32.self)).isSuperset(of: wanted) {
        return String(decoding: rawString(at: Int(form.load(fromByteOffset: 12, as: UInt32.self))), as: UTF8.self)
      }
    }
    return nil
  }

  /// Whether the lexicon holds the word, as a form or as the first word of a phrase.
  public func knows(_ word: Word) -> Bool { look(up: word) != nil }

  /// What the table of words says of one: the trie's node after it, 0 for none, and its forms.
  struct Found {
    let node: UInt32
    fileprivate let packedForms: UInt32
  }

  @inline(__always)
  func look(up word: Word) -> Found? {
    var slot = LexiconLayout.slot(of: word.hash, in: words.count)
    for _ in 0..<words.count {
      let record = words.start + slot * 16
      let found = record.load(as: UInt64.self)
      if found == word.hash {
        return Found(node: record.load(fromByteOffset: 8, as: UInt32.self), packedForms: record.load(fromByteOffset: 12, as: UInt32.self))
      }
      if found == 0 { return nil }
      slot = slot + 1 == words.count ? 0 : slot + 1
    }
    return nil
  }

  /// The trie's node after the word, 0 for none, and all its readings together: what a text's words are asked for.
  @inline(__always)
  func known(_ word: Word) -> (node: UInt32, features: Features) {
    if let known = recent.answer(for: word.hash) { return known }
    let found = look(up: word)
    return recent.keep(node: found?.node ?? 0, features: found.map { features(of: $0) } ?? [], for: word.hash)
  }

  @inline(__always)
  func features(of found: Found) -> Features {
    var all: UInt32 = 0
    for index in readings(of: found) { all |= (forms.start + index * 16).load(fromByteOffset: 8, as: UInt32.self) }
    return Features(rawValue: all)
  }

  @inline(__always)
  private func readings(of found: Found) -> Range<Int> {
    let start = Int(found.packedForms >> 4)
    let count = Int(found.packedForms & 15)
    return start + count <= forms.count ? start..<start + count : 0..<0
  }

  // MARK: Phrases

  /// The rows of a table whose phrase is this one word: how a lemma is looked up.
  public func rows(of word: Word, in table: TableID) -> [[Substring]] { entries(of: word, in: table).map { columns(ofEntry: $0) } }

  /// The entries of those rows.
  public func entries(of word: Word, in table: TableID) -> [Int] {
    let root = rootNode(word.hash)
    return root == 0 ? [] : node(root).entries.filter { entry($0).table == table }
  }

  /// The trie's node after one word, 0 for none.
  func rootNode(_ hash: UInt64) -> UInt32 { known(Word(hash: hash)).node }

  /// The node after one more word, 0 for none.
  func childNode(of node: UInt32, _ hash: UInt64) -> UInt32 {
    let key = LexiconLayout.edgeKey(node: node, hash: hash)
    var slot = LexiconLayout.slot(of: key, in: edges.count)
    for _ in 0..<edges.count {
      let record = edges.start + slot * 16
      let found = record.load(as: UInt64.self)
      if found == key { return record.load(fromByteOffset: 8, as: UInt32.self) }
      if found == 0 { return 0 }
      slot = slot + 1 == edges.count ? 0 : slot + 1
    }
    return 0
  }

  /// The node's entries, and a bit for each word that a longer phrase goes on with (`LexiconLayout.childBit`).
  @inline(__always)
  func node(_ index: UInt32) -> (entries: Range<Int>, children: UInt16) {
    guard Int(index) < nodes.count else { return (0..<0, 0) }
    let record = nodes.start + Int(index) * 8
    let first = Int(record.load(as: UInt32.self))
    let number = Int(record.load(fromByteOffset: 4, as: UInt16.self))
    guard first + number <= entries.count else { return (0..<0, 0) }
    return (first..<first + number, record.load(fromByteOffset: 6, as: UInt16.self))
  }

  @inline(__always)
  func entry(_ index: Int) -> (table: TableID, flags: UInt16) {
    let record = entries.start + index * 8
    return (TableID(number: record.load(as: UInt16.self)), record.load(fromByteOffset: 2, as: UInt16.self))
  }

  /// The row of an entry: the phrase as the lexicon's text has it, then its columns.
  public func columns(ofEntry index: Int) -> [Substring] {
    guard index >= 0, index < entries.count else { return [""] }
    return rows.value(ofEntry: index) { split(rawRow(ofEntry: index)) }
  }

  private func split(_ row: UnsafeRawBufferPointer) -> [Substring] {
    var columns: [Substring] = []
    var start = 0
    for end in 0...row.count where end == row.count || row[end] == 0x09 {
      columns.append(Substring(String(decoding: UnsafeRawBufferPointer(rebasing: row[start..<end]), as: UTF8.self)))
      start = end + 1
    }
    return columns
  }

  /// One column of an entry's row, 0 being the phrase; nil where the row is shorter.
  public func column(_ wanted: Int, ofEntry index: Int) -> String? {
    let columns = columns(ofEntry: index)
    return wanted < columns.count ? String(columns[wanted]) : nil
  }

  /// How many entries there are.
  var entryCount: Int { entries.count }

  /// The entries of a table, in the order of the file; looks at every entry of the lexicon.
  public func entries(of table: TableID) -> [Int] { (0..<entries.count).filter { entry($0).table == table } }

  /// The rows of word classes: the class's name and its words, apart by `|`.
  public var classRows: [[Substring]] { node(0).entries.map { columns(ofEntry: $0) } }

  private func rawRow(ofEntry index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < entries.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return rawString(at: Int((entries.start + index * 8).load(fromByteOffset: 4, as: UInt32.self)))
  }

  /// Whether the bytes are the phrase of the entry, as written.
  func isPhrase(ofEntry index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    let row = rawRow(ofEntry: index)
    guard row.count >= bytes.count else { return false }
    for (k, byte) in bytes.enumerated() where row[k] != byte { return false }
    return row.count == bytes.count || row[bytes.count] == 0x09
  }

  // MARK: Reading the mapping

  private func rawString(at offset: Int) -> UnsafeRawBufferPointer { LexiconFile.rawString(in: text, at: offset) }

  private static func rawString(in text: Section, at offset: Int) -> UnsafeRawBufferPointer {
    guard offset >= 0, offset + 2 <= text.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = text.start + offset
    let length = Int(start.loadUnaligned(as: UInt16.self))
    guard offset + 2 + length <= text.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: start + 2, count: length)
  }

  private static func readSections(_ base: UnsafeRawPointer, size: Int) -> [Section]? {
    for (k, byte) in LexiconLayout.magic.enumerated() where base.load(fromByteOffset: k, as: UInt8.self) != byte { return nil }
    let widths = [4, 16, 16, 8, 8, 16, 1]
    var sections: [Section] = []
    for (k, width) in widths.enumerated() {
      let offset = Int(base.load(fromByteOffset: 8 + k * 8, as: UInt32.self))
      let count = Int(base.load(fromByteOffset: 12 + k * 8, as: UInt32.self))
      guard offset % 8 == 0, offset + count * width <= size else { return nil }
      sections.append(Section(start: base + offset, count: count))
    }
    for k in [LexiconLayout.Section.words.rawValue, LexiconLayout.Section.edges.rawValue] {
      let count = sections[k].count
      guard count > 0 else { return nil }
    }
    return sections
  }
}

/// A table of the lexicon by its number.
@frozen public struct TableID: Hashable, Sendable {
  public let number: UInt16

  /// The table's bit in a set of tables; tables from 63 on share the last.
  @inlinable var bit: UInt64 {
    @inline(__always) get { 1 << UInt64(min(number, 63)) }
  }
}

/// Several tables, to ask for at once.
@frozen public struct TableSet: Sendable {
  @usableFromInline let bits: UInt64

  /// Whether the table may be one of them; surely not where it is not.
  @inlinable @inline(__always)
  public func mayHold(_ table: TableID) -> Bool { bits & table.bit != 0 }

  /// Of those that the lexicon has.
  public init(_ tables: [TableID?]) { bits = tables.reduce(0) { $0 | ($1?.bit ?? 0) } }
}

/// A lexicon file that cannot be used.
public struct LexiconFileError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let problem: String
  public var description: String { "The lexicon \(path) \(problem)." }
}
