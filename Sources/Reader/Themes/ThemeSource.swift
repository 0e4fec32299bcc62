internal import TOMLKit
internal import Terminal

/// A theme file as it is written: names not yet looked up, parents not yet merged.
struct ThemeSource {
  /// A style as it is written.
  struct StyleText {
    var foreground: String?
    var background: String?
    var attributes: Attributes = []
    var line: Int?
  }

  let id: String
  let file: DisplayText
  var name = DisplayText()
  var kind: Theme.Kind?
  var parent: String?
  var parentLine: Int?
  /// Palette names and what stands for them.
  var palette: [String: (text: String, line: Int?)] = [:]
  /// Role names, and groups of roles such as `list`, and what stands for them.
  var styles: [String: StyleText] = [:]
  var problems: [ThemeProblem] = []

  /// Reads a file's text; what is wrong goes into `problems`.
  init(id: String, file: DisplayText, text: String) {
    self.id = id
    self.file = file
    let lines = KeyLines(text)
    do {
      try TOMLText.check(text)
      let table = try TOMLTable(string: text)
      for key in table.keys.sorted() {
        guard let value = table[key] else { continue }
        read(key, value, lines)
      }
    } catch let error as TOMLText.WrongHead {
      add(.syntax("column \(error.column): a table's name expected"), "", error.line)
    } catch let error as TOMLParseError {
      add(.syntax(DisplayText(error.description)), "", error.source.begin.line)
    } catch {
      add(.syntax(DisplayText("\(error)" as String)), "", nil)
    }
    if name.isEmpty, problems.isEmpty { add(.badName, "name", nil) }
  }

  static let attributeNames: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strikethrough": .strikethrough,
  ]

  private mutating func add(_ kind: ThemeProblem.Kind, _ key: String, _ line: Int?) {
    problems.append(ThemeProblem(file: file, line: line, key: DisplayText(key), kind))
  }

  private mutating func read(_ key: String, _ value: any TOMLValueConvertible, _ lines: KeyLines) {
    let line = lines[key]
    switch key {
    case "name":
      let text = DisplayText(value.string ?? "")
      // A name that loses something to the filter holds what no name should.
      if text.isEmpty || text.string != value.string { add(.badName, key, line) } else { name = text }
    case "kind":
      kind = value.string.flatMap(Theme.Kind.init(rawValue:))
      if kind == nil { add(.unknownKind(DisplayText(value.string ?? "")), key, line) }
    case "inherits":
      parent = value.string
      parentLine = line
      if parent.map(ThemeFile.isName) != true {
        parent = nil
        add(.unknownParent(DisplayText(value.string ?? "")), key, line)
      }
    case "palette":
      guard let table = value.table else { return add(.badStyle, key, line) }
      for name in table.keys.sorted() {
        guard let text = Self.scalar(table[name]) else {
          add(.badColor(DisplayText()), "palette.\(name)", lines["palette." + name])
          continue
        }
        palette[name] = (text, lines["palette." + name])
      }
    case "styles":
      guard let table = value.table else { return add(.badStyle, key, line) }
      readStyles(table, prefix: "", lines)
    default: add(.unknownKey, key, line)
    }
  }

  /// Styles may be written with quoted keys (`"list.item"`) or as tables in tables (`[styles.list]`, `item = …`).
  private mutating func readStyles(_ table: TOMLTable, prefix: String, _ lines: KeyLines) {
    for key in table.keys.sorted() {
      let name = prefix + key
      let line = lines["styles." + name] ?? (prefix.isEmpty ? nil : lines["styles." + prefix.dropLast()])
      if let text = Self.scalar(table[key]) {
        readStyle(text, name, line)
      } else if let inner = table[key]?.table {
        if inner.keys.contains(where: { $0 == "fg" || $0 == "bg" || Self.attributeNames[$0] != nil }) {
          readStyle(inner, name, line)
        } else {
          readStyles(inner, prefix: name + ".", lines)
        }
      } else {
        add(.badStyle, "styles.\(name)", line)
      }
    }
  }

  /// `fg-color [on bg-color] [attribute …]`, in any order.
  private mutating func readStyle(_ text: String, _ name: String, _ line: Int?) {
    var style = StyleText(line: line)
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if word == "on", !isBackground {
        isBackground = true
      } else if isBackground, style.background == nil {
        style.background = word
        isBackground = false
      } else if let attribute = Self.attributeNames[word] {
        style.attributes.insert(attribute)
      } else if style.foreground == nil {
        style.foreground = word
      } else {
        return add(.badStyle, "styles.\(name)", line)
      }
    }
    if isBackground { return add(.badStyle, "styles.\(name)", line) }
    styles[name] = style
  }

  private mutating func readStyle(_ table: TOMLTable, _ name: String, _ line: Int?) {
    var style = StyleText(line: line)
    for key in table.keys {
      let value = table[key]
      if key == "fg", let text = Self.scalar(value) {
        style.foreground = text
      } else if key == "bg", let text = Self.scalar(value) {
        style.background = text
      } else if let attribute = Self.attributeNames[key], let isOn = value?.bool {
        if isOn { style.attributes.insert(attribute) }
      } else {
        return add(.badStyle, "styles.\(name).\(key)", line)
      }
    }
    styles[name] = style
  }

  private static func scalar(_ value: (any TOMLValueConvertible)?) -> String? {
    value?.string ?? value?.int.map { String($0) }
  }
}

/// The lines on which keys of a TOML file stand, for messages: the parser does not tell. Reads headers and `key =` only, so a
/// strange layout gives no line, never a wrong value.
struct KeyLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var section = ""
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[", let end = trimmed.firstIndex(of: "]") {
        section = Self.plain(trimmed[trimmed.index(after: trimmed.startIndex)..<end]) + "."
        lines[String(section.dropLast())] = number
      } else if trimmed.first != "#", let equals = trimmed.firstIndex(of: "=") {
        let key = section + Self.plain(trimmed[..<equals])
        if lines[key] == nil { lines[key] = number }
      }
    }
  }

  subscript(key: String) -> Int? { lines[key] }

  private static func plain(_ key: Substring) -> String {
    String(key.filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" })
  }
}
