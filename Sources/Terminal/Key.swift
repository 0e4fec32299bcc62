/// A key as the terminal reports it: a character or a named key, with what was held down.
///
///     Key.character("j"), Key.enter, Key.ctrl("d"), Key(notation: "Ctrl-d")
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case character(Character)
    case up, down, left, right
    case enter, tab, backtab, esc, backspace, delete, insert
    case home, end, pageUp, pageDown
    /// F1 to F24.
    case function(Int)
  }

  /// What was held down. Shift counts only for keys that are no character: `G` is simply `G`.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public let code: Code
  public let modifiers: Modifiers

  /// Brought to one form: what terminals cannot tell apart is one key (Ctrl-i is Tab, Ctrl-m and Ctrl-j Enter, Ctrl-[ Esc, Ctrl-h
  /// Backspace), letters with Ctrl are lower case, Shift with Tab is `backtab`.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    if case .character(let character) = code {
      modifiers.remove(.shift)
      if modifiers.contains(.control) {
        let lower = Character(character.lowercased())
        let plain: Code? =
          switch lower {
          case "i": .tab
          case "m", "j": .enter
          case "[": .esc
          case "h": .backspace
          default: nil
          }
        code = plain ?? .character(lower)
        if plain != nil { modifiers.remove(.control) }
      }
    }
    if code == .tab, modifiers.contains(.shift) {
      code = .backtab
      modifiers.remove(.shift)
    }
    if code == .backtab { modifiers.remove(.shift) }
    self.code = code
    self.modifiers = modifiers
  }

  public static let up = Key(.up)
  public static let down = Key(.down)
  public static let left = Key(.left)
  public static let right = Key(.right)
  public static let enter = Key(.enter)
  public static let tab = Key(.tab)
  public static let backtab = Key(.backtab)
  public static let esc = Key(.esc)
  public static let space = Key(.character(" "))
  public static let backspace = Key(.backspace)
  public static let delete = Key(.delete)
  public static let insert = Key(.insert)
  public static let home = Key(.home)
  public static let end = Key(.end)
  public static let pageUp = Key(.pageUp)
  public static let pageDown = Key(.pageDown)

  public static func character(_ character: Character) -> Key { Key(.character(character)) }
  public static func ctrl(_ character: Character) -> Key { Key(.character(character), .control) }
  public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
  public static func function(_ number: Int) -> Key { Key(.function(number)) }

  /// The character that it types into an input line; nil for a named key and where Ctrl or Alt was held.
  public var typed: Character? {
    guard modifiers.isEmpty, case .character(let character) = code else { return nil }
    return character
  }
}
