import DispatchModel
import Foundation

/// The words, places and names that invented dispatches are made of: from the project's own lexicon tables.
struct WordStock {
  struct Place {
    var name: String
    var country: String
  }

  /// French word forms in an order of their own, the first the most frequent.
  let words: [String]
  let cities: [Place]
  let countries: [Country]
  let organizations: [(name: String, value: String)]
  let givenNames: [String]
  let offices: [String]

  /// Reads `Sources/Extraction/Languages` below the working folder.
  init() throws {
    let forms = try WordStock.rows("fr/forms.tsv").compactMap(\.first).filter { $0.utf8.count > 3 && !$0.contains("-") && !$0.contains("'") }
    // The table is alphabetical: a fixed shuffle makes the ranks.
    words = forms.sorted { (WordStock.rank($0), $0) < (WordStock.rank($1), $1) }
    cities = try WordStock.rows("fr/cities.tsv").compactMap { row in
      row.count >= 3 && row[2].utf8.count == 2 && !row[1].isEmpty ? Place(name: row[1], country: row[2]) : nil
    }
    countries = Country.all.sorted { (WordStock.rank($0.code), $0.code) < (WordStock.rank($1.code), $1.code) }
    organizations = try WordStock.rows("fr/organizations.tsv").compactMap { row in
      guard row.count >= 2, let name = row[0].split(separator: "|").first else { return nil }
      return (String(name), row[1])
    }
    givenNames = try WordStock.rows("shared/given-names.tsv").compactMap(\.first).filter { $0.utf8.count > 2 }
    offices = try WordStock.rows("fr/offices.tsv").compactMap(\.first).filter { $0.first?.isLowercase == true }
    guard !words.isEmpty, !cities.isEmpty, !organizations.isEmpty, !givenNames.isEmpty, !offices.isEmpty else {
      throw CocoaError(.fileReadCorruptFile)
    }
  }

  /// A person of that number: the same person each time.
  func person(_ number: Int) -> (given: String, family: String, office: String) {
    var random = SeededRandom(seed: UInt64(number) &+ 77)
    let onsets = ["b", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kh", "tr"]
    let vowels = ["a", "e", "i", "o", "ou", "u", "an", "in"]
    let endings = ["", "", "n", "r", "ski", "ic", "ez", "sen", "vili", "t"]
    var family = ""
    for _ in 0..<2 + random.below(2) { family += random.pick(onsets) + random.pick(vowels) }
    family += random.pick(endings)
    return (random.pick(givenNames), family.prefix(1).uppercased() + family.dropFirst(), random.pick(offices))
  }

  private static func rank(_ word: String) -> UInt64 {
    SeededRandom.mixed(word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private static func rows(_ table: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "Sources/Extraction/Languages/\(table)", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
