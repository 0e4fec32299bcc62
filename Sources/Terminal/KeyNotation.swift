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

  /// Names of the keys; the first of each is the one that is written. The others are those of the terminal library, of tmux and vim, and
  /// what stands on a French keyboard.
  static let names: [(code: Key.Code, names: [String])] = [
    (.enter, ["Enter", "Return", "CR", "RET", "Entrée", "Entree"]), (.tab, ["Tab"]), (.backtab, ["⇧Tab", "Backtab", "BTab"]),
    (.esc, ["Esc", "Escape", "Échap", "Echap"]), (.character(" "), ["Space", "Spacebar", "SPC", "Espace"]),
    (.backspace, ["Backspace", "BS", "BSpace"]), (.delete, ["Del", "Delete", "DC", "Suppr"]), (.insert, ["Ins", "Insert", "IC", "Inser"]),
    (.up, ["↑", "Up", "ArrowUp", "Haut"]), (.down, ["↓", "Down", "ArrowDown", "Bas"]), (.left, ["←", "Left", "ArrowLeft", "Gauche"]),
    (.right, ["→", "Right", "ArrowRight", "Droite"]), (.home, ["Home", "Début", "Debut"]), (.end, ["End", "Fin"]),
    (.pageUp, ["PgUp", "PageUp", "Page_Up", "Page-Up", "Prior", "PPage", "PgPréc", "PgPrec"]),
    (.pageDown, ["PgDn", "PgDown", "PageDown", "Page_Down", "Page-Down", "Next", "NPage", "PgSuiv"]),
    (.character("<"), ["<", "lt"]), (.character(">"), [">", "gt"]), (.character("-"), ["-", "Minus"]), (.character("+"), ["+", "Plus"]),
  ]

  static let prefixes: [(modifier: Key.Modifiers, names: [String])] = [
    (.control, ["Ctrl-", "C-", "Control-", "Ctrl+", "C+", "Control+", "^"]), (.alt, ["Alt-", "A-", "M-", "Meta-", "Alt+"]),
    (.shift, ["Shift-", "S-", "⇧", "Shift+"]),
  ]
}

/// A word that names no key.
public struct KeyNotationError: Error, Equatable, Sendable {
  public let word: DisplayText

  /// The word's letters as keys, where it looks like a word that is to be typed: `i r a k`; nil for anything longer or with other signs.
  public var spelledOut: DisplayText? {
    let letters = word.string
    guard (2...20).contains(letters.count), letters.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
    return letters.map { DisplayText(String($0)) }.joined(separator: " ")
  }
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
    // Shift-g is G.
    let typed = modifiers.contains(.shift) ? Character(character.uppercased()) : character
    self.init(Self.code(named: rest) ?? .character(typed), modifiers)
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
