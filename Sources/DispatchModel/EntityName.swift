internal import Lexicon

/// The form under which the spellings of one name meet: what makes mentions of several dispatches one entity.
///
/// Case, diacritics, hyphens and apostrophes do not matter, nor does the Arabic article (`al-`, `el-`, `Al`, `as-` …) or its absence.
/// Two people of one surname keep two keys, since the whole name is compared.
public enum EntityName {
  private static let articles: Set<Substring> = ["al", "el", "ul", "as", "ash", "ad", "ar", "an", "at", "az"]

  public static func key(_ name: String) -> String {
    let folded = Folding.fold(name)
    let words = folded.split { character in
      !(character.isLetter || character.isNumber || character == "/")
    }
    // An article counts for nothing where a name follows it.
    let kept = words.enumerated().filter { index, word in !(articles.contains(word) && index + 1 < words.count && words.count > 1) }
    return (kept.isEmpty ? words[...].map(String.init) : kept.map { String($0.element) }).joined(separator: " ")
  }
}
