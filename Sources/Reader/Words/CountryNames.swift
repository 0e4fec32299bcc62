/// The one place where the reader asks for the names of countries.
enum CountryNames {
  /// Whether a value has the form of a country's code.
  static func isCode(_ value: String) -> Bool {
    value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
