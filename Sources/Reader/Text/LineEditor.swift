internal import Terminal

/// A line that is typed into: its text and the cursor.
struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  /// More than anyone types; a paste is cut there.
  static let limit = 2_000

  init(_ text: String = "") {
    characters = Array(text.prefix(LineEditor.limit))
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  /// The text up to the cursor.
  var beforeCursor: String { String(characters[..<cursor]) }

  mutating func insert(_ text: String) {
    let room = max(0, Self.limit - characters.count)
    let typed = Array(DisplayText(text).string.prefix(room))
    characters.insert(contentsOf: typed, at: cursor)
    cursor += typed.count
  }

  /// Puts `text` in place of the `count` characters before the cursor.
  mutating func replace(last count: Int, with text: String) {
    let from = max(0, cursor - count)
    characters.removeSubrange(from..<cursor)
    cursor = from
    insert(text)
  }

  /// Applies an editing key; false where the key is none.
  mutating func edit(_ key: Key) -> Bool {
    if let typed = key.typed {
      insert(String(typed))
      return true
    }
    switch key {
    case .backspace:
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case .delete: if cursor < characters.count { characters.remove(at: cursor) }
    case .left, .ctrl("b"): cursor = max(0, cursor - 1)
    case .right, .ctrl("f"): cursor = min(characters.count, cursor + 1)
    case .home, .ctrl("a"): cursor = 0
    case .end, .ctrl("e"): cursor = characters.count
    case .ctrl("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .ctrl("k"): characters.removeSubrange(cursor...)
    case .ctrl("w"):
      var from = cursor
      while from > 0, characters[from - 1] == " " { from -= 1 }
      while from > 0, characters[from - 1] != " " { from -= 1 }
      characters.removeSubrange(from..<cursor)
      cursor = from
    default: return false
    }
    return true
  }
}
