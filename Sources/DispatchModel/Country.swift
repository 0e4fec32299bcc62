internal import Lexicon

/// A country or territory of ISO 3166-1 (and Kosovo, XK), with the names people use for it in French and English.
public struct Country: Hashable, Sendable, Identifiable {
  /// ISO 3166-1 alpha-2.
  public let code: String
  /// ISO 3166-1 alpha-3; empty where there is none.
  public let alpha3: String
  private let french: String
  private let english: String
  /// Other names in use, in either language.
  public let otherNames: [String]
  /// All names folded, for searching.
  private let folded: [String]

  public var id: String { code }

  /// The short name in that language, French for `fr`, else English.
  public func name(in language: String) -> String { language.hasPrefix("fr") ? french : english }

  /// All countries, by code.
  public static let all: [Country] = table.split(separator: "\n").compactMap { line in
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 5 else { return nil }
    let others = columns[4].split(separator: "|").map(String.init)
    return Country(
      code: columns[0], alpha3: columns[1], french: columns[2], english: columns[3], otherNames: others,
      folded: ([columns[2], columns[3]] + others).map { Folding.fold($0) })
  }

  private static let byCode: [String: Country] = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The country with that alpha-2 or alpha-3 code, in either case.
  public init?(code: String) {
    let upper = code.uppercased()
    if let found = Country.byCode[upper] {
      self = found
    } else if upper.utf8.count == 3, let found = Country.all.first(where: { $0.alpha3 == upper }) {
      self = found
    } else {
      return nil
    }
  }

  /// The country that the text names: a code, or one of its names whole, without case or accents.
  public init?(named text: String) {
    let wanted = Folding.fold(text)
    if let found = Country.all.first(where: { $0.folded.contains(wanted) }) {
      self = found
    } else {
      self.init(code: text)
    }
  }

  private init(code: String, alpha3: String, french: String, english: String, otherNames: [String], folded: [String]) {
    self.code = code
    self.alpha3 = alpha3
    self.french = french
    self.english = english
    self.otherNames = otherNames
    self.folded = folded
  }

  /// Countries that a few typed letters may mean, the likeliest first: a code, the start of a name, the start of a word in a name.
  public static func matching(_ typed: String) -> [Country] {
    let wanted = Folding.fold(typed)
    guard !wanted.isEmpty else { return all }
    func rank(_ country: Country) -> Int? {
      if country.code.lowercased() == wanted || country.alpha3.lowercased() == wanted { return 0 }
      if country.folded.contains(wanted) { return 0 }
      if country.folded.prefix(2).contains(where: { $0.hasPrefix(wanted) }) { return 1 }
      if country.folded.contains(where: { $0.hasPrefix(wanted) }) { return 2 }
      let words = country.folded.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" }) }
      return words.contains { $0.hasPrefix(wanted) } ? 3 : nil
    }
    return all.compactMap { country in rank(country).map { ($0, country) } }
      .sorted { ($0.0, $0.1.code) < ($1.0, $1.1.code) }.map(\.1)
  }
}
