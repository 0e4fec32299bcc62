internal import Terminal

/// Makes a theme of its file and those it inherits from: parents merged, palette names looked up, fallbacks followed.
struct ThemeResolution {
  private let source: ThemeSource
  private var palette: [String: (text: String, line: Int?)] = [:]
  private var styles: [String: ThemeSource.StyleText] = [:]
  private var kind: Theme.Kind?
  private(set) var problems: [ThemeProblem] = []

  /// Merges the chain of parents, the farthest first.
  init(_ source: ThemeSource, _ sources: [String: ThemeSource]) {
    self.source = source
    var chain = [source]
    var seen: Set<String> = [source.id]
    while let last = chain.last, let parent = last.parent {
      guard seen.insert(parent).inserted else {
        problems.append(ThemeProblem(file: source.file, line: source.parentLine, key: "inherits", .inheritsItself))
        break
      }
      guard let next = sources[parent] else {
        problems.append(
          ThemeProblem(file: source.file, line: source.parentLine, key: "inherits", .unknownParent(DisplayText(parent))))
        break
      }
      chain.append(next)
    }
    for ancestor in chain.reversed() {
      palette.merge(ancestor.palette) { $1 }
      styles.merge(ancestor.styles) { $1 }
      kind = ancestor.kind ?? kind
    }
  }

  mutating func theme() -> Theme {
    checkOwnNames()
    var resolved: [String: Style] = [:]
    for (name, text) in styles { resolved[name] = style(text, name) }
    for name in source.palette.keys.sorted() where color(name, depth: 0) == nil {
      report(.badColor(DisplayText(source.palette[name]?.text ?? "")), "palette.\(name)", source.palette[name]?.line)
    }
    let text = resolved["text"] ?? Style(foreground: .default, background: .default)
    var byRole: [StyleRole: Style] = [:]
    for role in StyleRole.allCases {
      let name = role.fallbacks.first { resolved[$0] != nil } ?? "text"
      // The screen is filled with the text's background already; a role that says nothing must not cover another's.
      let inherited = Style(foreground: text.foreground, attributes: text.attributes)
      byRole[role] = name == "text" && role != .text ? inherited : resolved[name] ?? text
    }
    return Theme(
      id: source.id, name: source.name.isEmpty ? DisplayText(source.id) : source.name, kind: kind ?? .dark, styles: byRole)
  }

  /// Roles that this very file names and nobody knows.
  private mutating func checkOwnNames() {
    let known = Set(StyleRole.allCases.flatMap(\.fallbacks))
    for name in source.styles.keys.sorted() where !known.contains(name) {
      report(.unknownRole, "styles.\(name)", source.styles[name]?.line)
    }
  }

  private mutating func style(_ text: ThemeSource.StyleText, _ name: String) -> Style {
    var style = Style(attributes: text.attributes)
    style.foreground = look(up: text.foreground, name, text.line)
    style.background = look(up: text.background, name, text.line)
    return style
  }

  private mutating func look(up word: String?, _ name: String, _ line: Int?) -> Color? {
    guard let word else { return nil }
    if let color = color(word, depth: 0) { return color }
    // A parent's mistake is told with the parent.
    if source.styles[name] != nil { report(.badColor(DisplayText(word)), "styles.\(name)", line) }
    return nil
  }

  /// A palette name, which may stand for another one a few times over, or a literal.
  private func color(_ word: String, depth: Int) -> Color? {
    if depth < 8, let entry = palette[word], entry.text != word { return color(entry.text, depth: depth + 1) }
    return Self.literal(word)
  }

  private mutating func report(_ kind: ThemeProblem.Kind, _ key: String, _ line: Int?) {
    problems.append(ThemeProblem(file: source.file, line: line, key: DisplayText(key), kind))
  }

  static let ansiNames = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  static func literal(_ word: String) -> Color? {
    if word == "default" { return .default }
    if word.first == "#" { return Color(hex: word) }
    if let number = Int(word) { return UInt8(exactly: number).map(Color.indexed) }
    if word == "grey" || word == "gray" { return .ansi(8) }
    let bright = word.hasPrefix("bright-")
    guard let index = ansiNames.firstIndex(of: bright ? String(word.dropFirst(7)) : word) else { return nil }
    return .ansi(UInt8(index + (bright ? 8 : 0)))
  }
}
