internal import Glibc

/// A compiled lexicon, mapped into memory and read where it lies: nothing is parsed at start, and only the pages that a text
/// asks for are ever loaded.
///
/// Every offset that is read from the file is checked against its section, so a damaged file gives no matches rather than a trap.
public final class LexiconFile: @unchecked Sendable {
  // Unchecked: the mapping is read-only for the object's whole life, and no stored property ever changes after `init`.
  private let base: UnsafeRawPointer
  private let size: Int
  private let isMapped: Bool
  /// The tables' names, in the order of their numbers.
  public let tableNames: [String]
  private let sections: [(offset: Int, count: Int)]

  /// Maps the file. Throws `LexiconFileError` where it cannot be opened or is not a lexicon of this version.
  public init(path: String) throws(LexiconFileError) {
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
    base = pointer
    size = length
    isMapped = true
    self.sections = sections
    tableNames = LexiconFile.readNames(pointer, sections: sections)
  }

  /// A lexicon from bytes in memory, such as a writer's; nil where they are not one.
  public init?(bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 8), alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count) }
    let pointer = UnsafeRawPointer(copy)
    guard bytes.count >= LexiconLayout.headerBytes, let sections = LexiconFile.readSections(pointer, size: bytes.count) else {
      copy.deallocate()
      return nil
    }
    base = pointer
    size = bytes.count
    isMapped = false
    self.sections = sections
    tableNames = LexiconFile.readNames(pointer, sections: sections)
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
  public func features(_ word: Word) -> Features {
    var all: Features = []
    forEachReading(word) { _, features in all.formUnion(features) }
    return all
  }

  /// The readings of a form: the lemma each belongs to, and its features.
  public func forEachReading(_ word: Word, _ body: (_ lemma: Word, _ features: Features) -> Void) {
    guard let slot = slot(of: word) else { return }
    let packed = slot.load(fromByteOffset: 12, as: UInt32.self)
    let forms = sections[LexiconLayout.Section.forms.rawValue]
    let start = Int(packed >> 4)
    guard start + Int(packed & 15) <= forms.count else { return }
    for index in start..<start + Int(packed & 15) {
      let form = base + forms.offset + index * 16
      body(Word(hash: form.load(as: UInt64.self)), Features(rawValue: form.load(fromByteOffset: 8, as: UInt32.self)))
    }
  }

  /// The lemma's text of the first reading that has all the features.
  public func lemma(_ word: Word, having wanted: Features = []) -> String? {
    guard let slot = slot(of: word) else { return nil }
    let packed = slot.load(fromByteOffset: 12, as: UInt32.self)
    let forms = sections[LexiconLayout.Section.forms.rawValue]
    let start = Int(packed >> 4)
    guard start + Int(packed & 15) <= forms.count else { return nil }
    for index in start..<start + Int(packed & 15) {
      let form = base + forms.offset + index * 16
      if Features(rawValue: form.load(fromByteOffset: 8, as: UInt32.self)).isSuperset(of: wanted) {
        return string(at: Int(form.load(fromByteOffset: 12, as: UInt32.self)))
      }
    }
    return nil
  }

  /// Whether the lexicon holds the word, as a form or as the first word of a phrase.
  public func knows(_ word: Word) -> Bool { slot(of: word) != nil }

  // MARK: Phrases

  /// The rows of a table whose phrase is this one word: how a lemma is looked up.
  public func rows(of word: Word, in table: TableID) -> [[Substring]] {
    let root = rootNode(word.hash)
    guard root != 0 else { return [] }
    return node(root).entries.filter { entry($0).table == table }.map { columns(ofEntry: $0) }
  }

  /// The trie's node after one word, 0 for none.
  @inline(__always)
  func rootNode(_ hash: UInt64) -> UInt32 {
    slot(of: Word(hash: hash))?.load(fromByteOffset: 8, as: UInt32.self) ?? 0
  }

  /// The node after one more word, 0 for none.
  func childNode(of node: UInt32, _ hash: UInt64) -> UInt32 {
    let (offset, count) = sections[LexiconLayout.Section.edges.rawValue]
    let key = LexiconLayout.edgeKey(node: node, hash: hash)
    var slot = LexiconLayout.slot(of: key, in: count)
    for _ in 0..<count {
      let record = base + offset + slot * 16
      let found = record.load(as: UInt64.self)
      if found == key { return record.load(fromByteOffset: 8, as: UInt32.self) }
      if found == 0 { return 0 }
      slot = slot + 1 == count ? 0 : slot + 1
    }
    return 0
  }

  /// The node's entries and whether longer phrases go on from it.
  func node(_ index: UInt32) -> (entries: Range<Int>, hasChildren: Bool) {
    let (offset, count) = sections[LexiconLayout.Section.nodes.rawValue]
    guard Int(index) < count else { return (0..<0, false) }
    let record = base + offset + Int(index) * 8
    let first = Int(record.load(as: UInt32.self))
    let number = Int(record.load(fromByteOffset: 4, as: UInt16.self))
    guard first + number <= sections[LexiconLayout.Section.entries.rawValue].count else { return (0..<0, false) }
    return (first..<first + number, record.load(fromByteOffset: 6, as: UInt16.self) != 0)
  }

  func entry(_ index: Int) -> (table: TableID, flags: UInt16) {
    let record = base + sections[LexiconLayout.Section.entries.rawValue].offset + index * 8
    return (TableID(number: record.load(as: UInt16.self)), record.load(fromByteOffset: 2, as: UInt16.self))
  }

  /// The row of an entry: the phrase as the lexicon's text has it, then its columns.
  public func columns(ofEntry index: Int) -> [Substring] {
    let row = rawRow(ofEntry: index)
    var columns: [Substring] = []
    var start = 0
    for end in 0...row.count where end == row.count || row[end] == 0x09 {
      columns.append(Substring(String(decoding: UnsafeRawBufferPointer(rebasing: row[start..<end]), as: UTF8.self)))
      start = end + 1
    }
    return columns
  }

  /// One column of an entry's row, 0 being the phrase; nil where the row is shorter. Cheaper than all of them.
  public func column(_ wanted: Int, ofEntry index: Int) -> String? {
    let row = rawRow(ofEntry: index)
    var start = 0
    var column = 0
    for end in 0...row.count where end == row.count || row[end] == 0x09 {
      if column == wanted { return String(decoding: UnsafeRawBufferPointer(rebasing: row[start..<end]), as: UTF8.self) }
      column += 1
      start = end + 1
    }
    return nil
  }

  /// The entries of a table, in the order of the file; looks at every entry of the lexicon.
  public func entries(of table: TableID) -> [Int] {
    (0..<sections[LexiconLayout.Section.entries.rawValue].count).filter { entry($0).table == table }
  }

  private func rawRow(ofEntry index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < sections[LexiconLayout.Section.entries.rawValue].count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let record = base + sections[LexiconLayout.Section.entries.rawValue].offset + index * 8
    return rawString(at: Int(record.load(fromByteOffset: 4, as: UInt32.self)))
  }

  /// Whether the bytes are the phrase of the entry, as written.
  func isPhrase(ofEntry index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
    let record = base + sections[LexiconLayout.Section.entries.rawValue].offset + index * 8
    let row = rawString(at: Int(record.load(fromByteOffset: 4, as: UInt32.self)))
    guard row.count >= bytes.count else { return false }
    for (k, byte) in bytes.enumerated() where row[k] != byte { return false }
    return row.count == bytes.count || row[bytes.count] == 0x09
  }

  // MARK: Reading the mapping

  @inline(__always)
  private func slot(of word: Word) -> UnsafeRawPointer? {
    let (offset, count) = sections[LexiconLayout.Section.words.rawValue]
    var slot = LexiconLayout.slot(of: word.hash, in: count)
    for _ in 0..<count {
      let record = base + offset + slot * 16
      let found = record.load(as: UInt64.self)
      if found == word.hash { return record }
      if found == 0 { return nil }
      slot = slot + 1 == count ? 0 : slot + 1
    }
    return nil
  }

  private func string(at offset: Int) -> String { String(decoding: rawString(at: offset), as: UTF8.self) }

  private func rawString(at offset: Int) -> UnsafeRawBufferPointer {
    LexiconFile.rawString(base, sections: sections, at: offset)
  }

  private static func rawString(_ base: UnsafeRawPointer, sections: [(offset: Int, count: Int)], at offset: Int)
    -> UnsafeRawBufferPointer
  {
    let text = sections[LexiconLayout.Section.text.rawValue]
    guard offset >= 0, offset + 2 <= text.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = base + text.offset + offset
    let length = Int(start.loadUnaligned(as: UInt16.self))
    guard offset + 2 + length <= text.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: start + 2, count: length)
  }

  private static func readNames(_ base: UnsafeRawPointer, sections: [(offset: Int, count: Int)]) -> [String] {
    let tables = sections[LexiconLayout.Section.tables.rawValue]
    return (0..<tables.count).map { index in
      let offset = (base + tables.offset + index * 4).load(as: UInt32.self)
      return String(decoding: rawString(base, sections: sections, at: Int(offset)), as: UTF8.self)
    }
  }

  private static func readSections(_ base: UnsafeRawPointer, size: Int) -> [(offset: Int, count: Int)]? {
    for (k, byte) in LexiconLayout.magic.enumerated() where base.load(fromByteOffset: k, as: UInt8.self) != byte { return nil }
    let widths = [4, 16, 16, 8, 8, 16, 1]
    var sections: [(offset: Int, count: Int)] = []
    for (k, width) in widths.enumerated() {
      let offset = Int(base.load(fromByteOffset: 8 + k * 8, as: UInt32.self))
      let count = Int(base.load(fromByteOffset: 12 + k * 8, as: UInt32.self))
      guard offset % 8 == 0, offset + count * width <= size else { return nil }
      sections.append((offset, count))
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
}

/// A lexicon file that cannot be used.
public struct LexiconFileError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let problem: String
  public var description: String { "The lexicon \(path) \(problem)." }
}
