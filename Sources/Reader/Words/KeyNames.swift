internal import Terminal

/// Keys as they are called in the reader's language: `Entrée`, `Échap`. Both notations are read everywhere.
enum KeyNames {
  /// A notation of one key or of several in a row, as it is shown.
  static func shown(_ notation: String, _ language: Language) -> DisplayText {
    guard language == .fr else { return DisplayText(notation) }
    return notation.split(separator: " ").map { word in
      let modifiers = word.lastIndex(of: "-").map { word.index(after: $0) == word.endIndex ? word.startIndex : word.index(after: $0) } ?? word.startIndex
      return DisplayText(word[..<modifiers]) + (french[String(word[modifiers...])] ?? DisplayText(word[modifiers...]))
    }.joined(separator: " ")
  }

  private static let french: [String: DisplayText] = [
    "Enter": "Entrée", "Esc": "Échap", "Space": "Espace", "Del": "Suppr", "Ins": "Inser", "Home": "Début", "End": "Fin", "PgUp": "PgPréc",
    "PgDn": "PgSuiv", "Backspace": "Retour",
  ]
}
