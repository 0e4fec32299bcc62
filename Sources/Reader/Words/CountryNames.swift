internal import DispatchModel
internal import Terminal

/// The one place where the reader asks for the names of countries and of their groups.
enum CountryNames {
  /// Whether a value has the form of a country's code.
  static func isCode(_ value: String) -> Bool {
    value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The country's short name; the code itself where there is no such country.
  static func name(_ code: String, _ language: Language) -> DisplayText {
    DisplayText(Country(code: code)?.name(in: language.rawValue) ?? code)
  }

  /// The codes of the countries that what was typed can mean, the best first: by name in either language or by code.
  /// A space may be typed for a hyphen.
  static func search(_ typed: String, _ language: Language) -> [String] {
    let found = Country.matching(typed)
    return (found.isEmpty ? Country.matching(typed.replacing(" ", with: "-")) : found).map(\.code)
  }

  /// Whether a name of a country or of a group goes on behind what was typed and a space or hyphen: `états-` for États-Unis, `corée `.
  static func isContinued(_ typed: String) -> Bool {
    let wanted = plain(typed) + " "
    let names = Country.all.flatMap { [$0.name(in: "fr"), $0.name(in: "en")] + $0.otherNames } + CountryGroup.all.flatMap { [$0.name(in: "fr"), $0.name(in: "en")] }
    return names.contains { plain($0).hasPrefix(wanted) }
  }

  /// Whether that is a country's or a group's whole name or code.
  static func isWhole(_ typed: String) -> Bool {
    code(typed) != nil || CountryGroup.all.contains { group in Language.allCases.contains { plain(group.name(in: $0.rawValue)) == plain(typed) } }
  }

  /// Folded, a hyphen as a space.
  private static func plain(_ name: String) -> String { Folding.fold(name).replacing("-", with: " ") }

  /// The code that a query's value means: a code or a whole name, with or without quotation marks.
  static func code(_ value: some StringProtocol) -> String? {
    let name = value.filter { $0 != "\"" }
    return name.isEmpty ? nil : Country(named: String(name))?.code
  }

  /// The groups whose name what was typed may begin.
  static func groups(_ typed: String) -> [CountryGroup] {
    CountryGroup.all.filter { group in
      Language.allCases.contains { (Matching.score(typed, group.name(in: $0.rawValue)) ?? 0) > 300 }
    }
  }

  /// Those countries in as few items as tell them: groups that are wholly among them, the biggest first, and the others one by one; where
  /// their first country stood.
  static func grouped(_ codes: [String]) -> [String] {
    guard codes.count > 2 else { return codes }
    var rest = Set(codes)
    var items = codes
    for group in CountryGroup.all.sorted(by: { $1.members.count < $0.members.count }) where rest.isSuperset(of: group.members) {
      rest.subtract(group.members)
      if let first = items.firstIndex(where: { group.members.contains($0) }) { items[first] = group.id }
      items.removeAll { group.members.contains($0) }
    }
    return items
  }

  /// An item's name: a group's in words, a country by its code.
  static func chip(_ id: String, _ language: Language) -> DisplayText {
    DisplayText(CountryGroup.all.first { $0.id == id }?.name(in: language.rawValue) ?? id)
  }

  /// What an item of the picker stands for: the members of a group, else the country itself.
  static func members(_ id: String) -> [String] { CountryGroup.all.first { $0.id == id }?.members ?? [id] }
}
