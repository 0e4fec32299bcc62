/// Collects the rows of a language's lexicon texts and lays them out as one file (`LexiconLayout`).
///
/// A lexicon text is a TSV file, its name the table's name. `#` begins a comment, `#: key=value` says something of the table:
/// `match=folded` (case and diacritics do not matter; the default), `match=capital` (the first letter must be a capital;
/// a phrase that begins with a small one, `iPhone`, matches as written),
/// `match=exact` (as written); `kind=forms` makes it a table of word forms (`form TAB lemma TAB N;m;s`, several readings
/// apart by a space; a lemma that begins with a digit is made from the form, `1er` takes one letter off its end and puts `er`
/// on); `kind=classes` one of word classes (`class TAB word|word`, several rows a class), whose rows are no phrases. Otherwise the first column holds the phrase, or several apart by `|`, and the rest is the row's own.
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
    /// A bit for each child (`LexiconLayout.childBit`).
    var children: UInt16 = 0
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
    var isClasses = false
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#:") {
        switch line.dropFirst(2).trimmedSpaces {
        case "match=folded": flags = 0
        case "match=capital": flags = LexiconLayout.needsCapital
        case "match=exact": flags = LexiconLayout.exact
        case "kind=forms": isForms = true
        case "kind=classes": isClasses = true
        default: throw LexiconError(table: name, line: index + 1, problem: "unknown directive «\(line)»")
        }
        continue
      }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if isForms {
        try addForm(line, table: name, line: index + 1)
      } else if isClasses {
        try addClass(line, table: table, name: name, line: index + 1)
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
    let lemma = LexiconWriter.lemma(of: columns[0], code: columns[1])
    let lemmaHash = Word(lemma).hash
    let lemmaText = offset(of: lemma)
    for reading in columns[2].split(separator: " ") {
      guard let features = Features(codes: reading) else {
        throw LexiconError(table: table, line: number, problem: "unknown features «\(reading)»")
      }
      let form = Form(lemma: lemmaHash, features: features, text: lemmaText)
      if let same = forms[hash, default: []].firstIndex(where: { $0.lemma == form.lemma && $0.features == form.features }) {
        forms[hash, default: []][same] = form
      } else if forms[hash, default: []].count < 15 {
        forms[hash, default: []].append(form)
      }
    }
  }

  /// The lemma that a row's second column stands for.
  static func lemma(of form: Substring, code: Substring) -> String {
    let digits = code.prefix { $0 >= "0" && $0 <= "9" }
    guard !digits.isEmpty, let count = Int(digits) else { return String(code.isEmpty ? form : code) }
    var scalars = form.unicodeScalars
    scalars.removeLast(min(count, scalars.count))
    return String(scalars) + code.dropFirst(digits.count)
  }

  /// A row of a word class hangs on the node that no phrase leads to.
  private mutating func addClass(_ line: Substring, table: UInt16, name: String, line number: Int) throws(LexiconError) {
    guard line.split(separator: "\t", omittingEmptySubsequences: false).count == 2 else {
      throw LexiconError(table: name, line: number, problem: "a class needs two columns: its name and its words")
    }
    nodes[0].entries.append((table, 0, offset(of: String(line))))
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
      let isSmall = flags & LexiconLayout.needsCapital != 0 && !tokens[0].flags.contains(.capitalized)
      var node = root(tokens[0].hash)
      for index in tokens.indices.dropFirst() { node = child(of: node, tokens[index].hash) }
      nodes[Int(node)].entries.append((table, isSmall ? LexiconLayout.exact : flags, offset(of: String(phrase) + rest)))
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
    nodes[Int(node)].children |= LexiconLayout.childBit(hash)
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
    var nameBytes: [UInt8] = []
    for name in names { append(name, to: &nameBytes) }
    sections.append((names.count, nameBytes))

    var formBytes: [UInt8] = []
    var formStart: [UInt64: UInt32] = [:]
    var formCount = 0
    for hash in forms.keys.sorted() {
      let readings = forms[hash] ?? []
      formStart[hash] = UInt32(formCount) << 4 | UInt32(readings.count)
      formCount += readings.count
      for form in readings {
        append(form.lemma, to: &formBytes)
        append(form.features.rawValue, to: &formBytes)
        append(form.text, to: &formBytes)
      }
    }

    let words = Set(roots.keys).union(forms.keys).sorted()
    let wordSlots = slots(for: words.count)
    var wordTable = [(UInt64, UInt32, UInt32)](repeating: (0, 0, 0), count: wordSlots)
    for hash in words {
      var slot = LexiconLayout.slot(of: hash, in: wordSlots)
      while wordTable[slot].0 != 0 { slot = slot + 1 == wordSlots ? 0 : slot + 1 }
      wordTable[slot] = (hash, roots[hash] ?? 0, formStart[hash] ?? 0)
    }
    var wordBytes: [UInt8] = []
    for (hash, node, form) in wordTable {
      append(hash, to: &wordBytes)
      append(node, to: &wordBytes)
      append(form, to: &wordBytes)
    }
    sections.append((wordSlots, wordBytes))

    let edgeSlots = slots(for: edges.count)
    var edgeTable = [(UInt64, UInt32)](repeating: (0, 0), count: edgeSlots)
    for key in edges.keys.sorted() {
      var slot = LexiconLayout.slot(of: key, in: edgeSlots)
      while edgeTable[slot].0 != 0 { slot = slot + 1 == edgeSlots ? 0 : slot + 1 }
      edgeTable[slot] = (key, edges[key] ?? 0)
    }
    var edgeBytes: [UInt8] = []
    for (key, node) in edgeTable {
      append(key, to: &edgeBytes)
      append(node, to: &edgeBytes)
      append(UInt32(0), to: &edgeBytes)
    }
    sections.append((edgeSlots, edgeBytes))

    var nodeBytes: [UInt8] = []
    var entryBytes: [UInt8] = []
    var entryCount: UInt32 = 0
    for node in nodes {
      append(entryCount, to: &nodeBytes)
      append(UInt16(node.entries.count), to: &nodeBytes)
      append(node.children, to: &nodeBytes)
      for entry in node.entries {
        append(entry.table, to: &entryBytes)
        append(entry.flags, to: &entryBytes)
        append(entry.row, to: &entryBytes)
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
      append(UInt32(LexiconLayout.headerBytes + body.count), to: &header)
      append(UInt32(section.count), to: &header)
      body += section.bytes
    }
    return header + body
  }

  /// One slot in three stays free.
  private func slots(for count: Int) -> Int { count + count / 2 + 8 }

  private func append<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift))) }
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
