public import Terminal

/// What is wrong with a theme file, and where.
public struct ThemeProblem: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case unreadable
    /// The file is no TOML; the text is the parser's.
    case syntax(DisplayText)
    case badName
    case unknownKind(DisplayText)
    /// `inherits` names a theme that is not there, or a path.
    case unknownParent(DisplayText)
    case inheritsItself
    case unknownKey
    case unknownRole
    /// A colour that is neither a literal nor in the palette.
    case badColor(DisplayText)
    case badStyle
  }

  /// The file's name without its folder.
  public let file: DisplayText
  /// From 1; nil where it concerns the whole file.
  public let line: Int?
  /// Such as `styles.list.selected`; empty where it concerns the whole file.
  public let key: DisplayText
  public let kind: Kind

  init(file: DisplayText, line: Int? = nil, key: DisplayText = DisplayText(), _ kind: Kind) {
    self.file = file
    self.line = line
    self.key = key
    self.kind = kind
  }

  /// The theme works all the same: the rest of it is used.
  public var isWarning: Bool {
    switch kind {
    case .unknownRole, .unknownKey: true
    default: false
    }
  }

  private var place: DisplayText {
    let lined = line.map { "\(file):\($0): " } ?? ("\(file): " as DisplayText)
    return key.isEmpty ? lined : "\(lined)\(key): "
  }

  /// A sentence in English that says what would be right.
  public var sentence: DisplayText {
    let text: DisplayText =
      switch kind {
      case .unreadable: "The file cannot be read."
      case .syntax(let reason): "This is not TOML: \(reason)."
      case .badName: "A theme needs a name, one line of text."
      case .unknownKind(let word): "“\(word)” is no kind; write dark, light or mono."
      case .unknownParent(let word): "There is no theme “\(word)” to inherit from; write a theme's name, not a path."
      case .inheritsItself: "The theme inherits from itself."
      case .unknownKey: "This key is not known and is ignored."
      case .unknownRole: "This role is not known and is ignored."
      case .badColor(let word):
        "“\(word)” is no colour; write #rrggbb, a number from 0 to 255, an ANSI name or a name from [palette]."
      case .badStyle: "Write a style as \"accent bold\", \"text on base\" or { fg = …, bg = …, bold = true }."
      }
    return place + text
  }

  /// The same in French.
  public var phrase: DisplayText {
    let text: DisplayText =
      switch kind {
      case .unreadable: "Le fichier ne peut pas être lu."
      case .syntax(let reason): "Ce n’est pas du TOML : \(reason)."
      case .badName: "Un thème doit avoir un nom, une ligne de texte."
      case .unknownKind(let word): "« \(word) » n’est pas un genre ; écrivez dark, light ou mono."
      case .unknownParent(let word):
        "Il n’y a pas de thème « \(word) » dont hériter ; écrivez le nom d’un thème, pas un chemin."
      case .inheritsItself: "Le thème hérite de lui-même."
      case .unknownKey: "Cette clé est inconnue et n’est pas prise en compte."
      case .unknownRole: "Ce rôle est inconnu et n’est pas pris en compte."
      case .badColor(let word):
        "« \(word) » n’est pas une couleur ; écrivez #rrggbb, un nombre de 0 à 255, un nom ANSI ou un nom de [palette]."
      case .badStyle: "Écrivez un style ainsi : \"accent bold\", \"text on base\" ou { fg = …, bg = …, bold = true }."
      }
    return place + text
  }
}
