/// How keys are written: in settings, in `--keys`, in help, on the status line.
///
/// Names are those of the manual: `Enter`, `Tab`, `⇧Tab`, `Esc`, `Space`, `PgDn`, `PgUp`, `↓`, `Home`, `F1`, with `Ctrl-`, `Alt-` and
/// `Shift-` before them; a character stands for itself. Reading also knows `S-Tab`, `Down`, `C-d`, `<enter>`, in any case.
public enum KeyNotation {
  /// Keys separated by spaces: `c I r a k Enter Tab j`.
  public static func parse(_ text: String) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      guard let key = Key(notation: String(word)) else { throw KeyNotationError(word: DisplayText(word)) }
      keys.append(key)
    }
    return keys
  }

  /// Names of the keys; the first of each is the one that is written.
  static let names: [(code: Key.Code, names: [String])] = [
    (.enter, ["Enter", "Return", "CR"]), (.tab, ["Tab"]), (.backtab, ["⇧Tab", "Backtab"]), (.esc, ["Esc", "Escape"]),
    (.character(" "), ["Space"]), (.backspace, ["Backspace", "BS"]), (.delete, ["Del", "Delete"]),
    (.insert, ["Ins", "Insert"]), (.up, ["↑", "Up"]), (.down, ["↓", "Down"]), (.left, ["←", "Left"]),
    (.right, ["→", "Right"]), (.home, ["Home"]), (.end, ["End"]), (.pageUp, ["PgUp", "PageUp"]),
    (.pageDown, ["PgDn", "PgDown", "PageDown"]),
  ]

  static let prefixes: [(modifier: Key.Modifiers, names: [String])] = [
    (.control, ["Ctrl-", "C-", "Control-", "Ctrl+", "^"]), (.alt, ["Alt-", "A-", "M-", "Meta-", "Alt+"]),
    (.shift, ["Shift-", "S-", "⇧", "Shift+"]),
  ]
}

/// A word that names no key.
public struct KeyNotationError: Error, Equatable, Sendable {
  public let word: DisplayText
}

extension Key {
  /// Reads one key's name; nil where it is none.
  public init?(notation: String) {
    var rest = Substring(notation)
    if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var modifiers: Modifiers = []
    while rest.count > 1 {
      if let code = Self.code(named: rest) {
        self.init(code, modifiers)
        return
      }
      guard let (modifier, length) = Self.prefix(of: rest) else { return nil }
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    guard let character = rest.first else { return nil }
    self.init(Self.code(named: rest) ?? .character(character), modifiers)
  }

  /// Its name, as `init(notation:)` reads it.
  public var notation: String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    switch code {
    case .function(let number): return text + "F\(number)"
    default: break
    }
    if let names = KeyNotation.names.first(where: { $0.code == code })?.names { return text + (names.first ?? "") }
    if case .character(let character) = code { text.append(character) }
    return text
  }

  private static func code(named word: Substring) -> Code? {
    let lower = word.lowercased()
    for (code, names) in KeyNotation.names where names.contains(where: { $0.lowercased() == lower }) { return code }
    if lower.count > 1, lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number),
      lower.dropFirst().allSatisfy(\.isNumber)
    {
      return .function(number)
    }
    return nil
  }

  private static func prefix(of word: Substring) -> (Modifiers, Int)? {
    let lower = word.lowercased()
    for (modifier, names) in KeyNotation.prefixes {
      for name in names where lower.hasPrefix(name.lowercased()) && word.count > name.count { return (modifier, name.count) }
    }
    return nil
  }
}
