/// Collects the rows of a language's lexicon texts and lays them out as one file (`LexiconLayout`).
///
/// A lexicon text is a TSV file, its name the table's name. `#` begins a comment, `#: key=value` says something of the table:
/// `match=folded` (case and diacritics do not matter; the default), `match=capital` (the first letter must be a capital),
/// `match=exact` (as written); `kind=forms` makes it a table of word forms (`form TAB lemma TAB N;m;s`, several readings
/// apart by a space). Otherwise the first column holds the phrase, or several apart by `|`, and the rest is the row's own.
public struct LexiconWriter {
  private var tables: [String] = []
  private var text: [UInt8] = []
  private var textOffsets: [String: UInt32] = [:]
  private var nodes: [Node] = [Node()]
  private var edges: [UInt64: UInt32] = [:]
  private var roots: [UInt64: UInt32] = [:]
  private var forms: [UInt64: [Form]] = [:]

  private struct Node {
    var entries: [(table: UInt16, flags: UInt16, row: UInt32)] = []
    var hasChildren = false
  }

  private struct Form {
    var lemma: UInt64
    var features: Features
    var text: UInt32
  }

  public init() {}

  /// Adds a table from its text. Throws `LexiconError` with the line where one cannot be read.
  public mutating func add(table name: String, contents: String) throws(LexiconError) {
    let table = UInt16(tables.count)
    tables.append(name)
    var flags: UInt16 = 0
    var isForms = false
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#:") {
        switch line.dropFirst(2).trimmedSpaces {
        case "match=folded": flags = 0
        case "match=capital": flags = LexiconLayout.needsCapital
        case "match=exact": flags = LexiconLayout.exact
        case "kind=forms": isForms = true
        default: throw LexiconError(table: name, line: index + 1, problem: "unknown directive «\(line)»")
        }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if isForms {
        try addForm(line, table: name, line: index + 1)
      } else {
        try addRow(line, table: table, flags: flags, name: name, line: index + 1)
      }
    }
  }

  private mutating func addForm(_ line: Substring, table: String, line number: Int) throws(LexiconError) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 3 else {
      throw LexiconError(table: table, line: number, problem: "a form needs three columns: form, lemma, features")
    }
    let hash = Word(columns[0]).hash
    let lemma = columns[1].isEmpty ? columns[0] : columns[1]
    for reading in columns[2].split(separator: " ") {
      guard let features = Features(codes: reading) else {
        throw LexiconError(table: table, line: number, problem: "unknown features «\(reading)»")
      }
      let form = Form(lemma: Word(lemma).hash, features: features, text: offset(of: String(lemma)))
      if let same = forms[hash, default: []].firstIndex(where: { $0.lemma == form.lemma && $0.features == form.features }) {
        forms[hash, default: []][same] = form
      } else if forms[hash, default: []].count < 15 {
        forms[hash, default: []].append(form)
      }
    }
  }

  private mutating func addRow(_ line: Substring, table: UInt16, flags: UInt16, name: String, line number: Int)
    throws(LexiconError)
  {
    let tab = line.firstIndex(of: "\t") ?? line.endIndex
    let rest = line[tab...]
    for phrase in line[..<tab].split(separator: "|") {
      let tokens = Tokenizer.tokenize(String(phrase))
      guard tokens.count > 0, tokens.count <= 24 else {
        throw LexiconError(table: name, line: number, problem: "a phrase of \(tokens.count) tokens: «\(phrase)»")
      }
      var node = root(tokens.hashes[0])
      for hash in tokens.hashes.dropFirst() { node = child(of: node, hash) }
      nodes[Int(node)].entries.append((table, flags, offset(of: String(phrase) + rest)))
    }
  }

  private mutating func root(_ hash: UInt64) -> UInt32 {
    if let node = roots[hash] { return node }
    nodes.append(Node())
    roots[hash] = UInt32(nodes.count - 1)
    return UInt32(nodes.count - 1)
  }

  private mutating func child(of node: UInt32, _ hash: UInt64) -> UInt32 {
    let key = LexiconLayout.edgeKey(node: node, hash: hash)
    if let next = edges[key] { return next }
    nodes[Int(node)].hasChildren = true
    nodes.append(Node())
    edges[key] = UInt32(nodes.count - 1)
    return UInt32(nodes.count - 1)
  }

  private mutating func offset(of string: String) -> UInt32 {
    if let known = textOffsets[string] { return known }
    let bytes = Array(string.utf8.prefix(Int(UInt16.max)))
    let start = UInt32(text.count)
    text.append(UInt8(bytes.count & 0xFF))
    text.append(UInt8(bytes.count >> 8))
    text.append(contentsOf: bytes)
    textOffsets[string] = start
    return start
  }

  /// The whole file. The same texts give the same bytes.
  public mutating func bytes() -> [UInt8] {
    var sections: [(count: Int, bytes: [UInt8])] = []
    let names = tables.map { offset(of: $0) }
    sections.append((names.count, names.flatMap { littleEndian($0) }))

    var formBytes: [UInt8] = []
    var formStart: [UInt64: UInt32] = [:]
    var formCount = 0
    for hash in forms.keys.sorted() {
      let readings = forms[hash] ?? []
      formStart[hash] = UInt32(formCount) << 4 | UInt32(readings.count)
      formCount += readings.count
      for form in readings {
        formBytes += littleEndian(form.lemma) + littleEndian(form.features.rawValue) + littleEndian(form.text)
      }
    }

    let words = Set(roots.keys).union(forms.keys).sorted()
    let wordSlots = slots(for: words.count)
    var wordTable = [(UInt64, UInt32, UInt32)](repeating: (0, 0, 0), count: wordSlots)
    for hash in words {
      var slot = Int(truncatingIfNeeded: hash) & (wordSlots - 1)
      while wordTable[slot].0 != 0 { slot = (slot + 1) & (wordSlots - 1) }
      wordTable[slot] = (hash, roots[hash] ?? 0, formStart[hash] ?? 0)
    }
    sections.append((wordSlots, wordTable.flatMap { littleEndian($0.0) + littleEndian($0.1) + littleEndian($0.2) }))

    let edgeSlots = slots(for: edges.count)
    var edgeTable = [(UInt64, UInt32)](repeating: (0, 0), count: edgeSlots)
    for key in edges.keys.sorted() {
      var slot = Int(truncatingIfNeeded: key) & (edgeSlots - 1)
      while edgeTable[slot].0 != 0 { slot = (slot + 1) & (edgeSlots - 1) }
      edgeTable[slot] = (key, edges[key] ?? 0)
    }
    sections.append((edgeSlots, edgeTable.flatMap { littleEndian($0.0) + littleEndian($0.1) + littleEndian(UInt32(0)) }))

    var nodeBytes: [UInt8] = []
    var entryBytes: [UInt8] = []
    var entryCount: UInt32 = 0
    for node in nodes {
      nodeBytes += littleEndian(entryCount) + littleEndian(UInt16(node.entries.count)) + littleEndian(UInt16(node.hasChildren ? 1 : 0))
      for entry in node.entries {
        entryBytes += littleEndian(entry.table) + littleEndian(entry.flags) + littleEndian(entry.row)
      }
      entryCount += UInt32(node.entries.count)
    }
    sections.append((nodes.count, nodeBytes))
    sections.append((Int(entryCount), entryBytes))
    sections.append((formCount, formBytes))
    sections.append((text.count, text))

    var header = LexiconLayout.magic
    var body: [UInt8] = []
    for section in sections {
      while (LexiconLayout.headerBytes + body.count) % 8 != 0 { body.append(0) }
      header += littleEndian(UInt32(LexiconLayout.headerBytes + body.count)) + littleEndian(UInt32(section.count))
      body += section.bytes
    }
    return header + body
  }

  /// A power of two that leaves at least half of the slots free.
  private func slots(for count: Int) -> Int {
    var slots = 8
    while slots < count * 2 { slots *= 2 }
    return slots
  }

  private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// A line of a lexicon text that cannot be read.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  public let table: String
  public let line: Int
  public let problem: String
  public var description: String { "\(table).tsv:\(line): \(problem)" }
}

extension Substring {
  fileprivate var trimmedSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
