internal import Lexicon

/// The form under which the spellings of one name meet: what makes mentions of several dispatches one entity.
///
/// Case, diacritics, hyphens and apostrophes do not matter, nor does the Arabic article (`al-`, `el-`, `Al`, `as-` …) or its absence.
/// Two people of one surname keep two keys, since the whole name is compared.
public enum EntityName {
  private static let articles: Set<Substring> = ["al", "el", "ul", "as", "ash", "ad", "ar", "an", "at", "az"]

  public static func key(_ name: String) -> String {
    let folded = Folding.fold(name)
    // Folded Latin names are ASCII, which needs no table of letters.
    if folded.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(folded) }
    let words = folded.split { character in
      !(character.isLetter || character.isNumber || character == "/")
    }
    // An article counts for nothing where a name follows it.
    let kept = words.enumerated().filter { index, word in !(articles.contains(word) && index + 1 < words.count && words.count > 1) }
    return (kept.isEmpty ? words[...].map(String.init) : kept.map { String($0.element) }).joined(separator: " ")
  }

  /// The key of a person's name, under which transliterations meet too (`Poutine`, `Putin`).
  public static func key(person name: String) -> String { PersonName.key(folded: key(name)) }

  private static func asciiKey(_ folded: String) -> String {
    let words = folded.utf8.split { byte in
      !((0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2F)
    }
    var key = ""
    key.reserveCapacity(folded.utf8.count)
    for (index, word) in words.enumerated() {
      let word = Substring(word)
      if index + 1 < words.count, articles.contains(word) { continue }
      if !key.isEmpty { key += " " }
      key += word
    }
    return key
  }
}
