internal import DispatchModel
internal import Lexicon

/// A headline as the grouping of stories sees it: the words that say what happened, and which of them are names.
///
/// Likeness is the share of content words that two headlines have in common (Jaccard). Names can speak against it:
/// - headlines that differ in names only tell of two things (`12 morts dans le séisme d'Arequipa`, `… de Loreto`): likeness 0;
/// - headlines that each have names, none of them the other's, must be alike by three fifths.
struct StoryHeadline {
  /// Folded words of five letters or more; numbers are left out, since they are what changes.
  let words: Set<String>
  /// Folded words with a capital within a sentence, of any length, those side by side as one name; none where the headline is written in
  /// capitals, which tell nothing.
  let names: [Set<String>]
  /// Every folded word.
  private let all: Set<String>

  /// What headlines that share no name must have in common.
  private static let likenessAgainstNames = 0.6

  init(_ headline: String) {
    let bytes = Array(headline.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    var words: Set<String> = []
    var names: [Set<String>] = []
    var all: Set<String> = []
    var count = 0
    var startsSentence = true
    var isInName = false
    for index in tokens.indices {
      guard tokens[index].kind == .word else {
        isInName = false
        startsSentence = startsSentence || tokens[index].kind == .punctuation && ":.?!«»\"".utf8.contains(bytes[Int(tokens[index].start)])
        continue
      }
      let word = String(decoding: bytes[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
      let folded = Folding.fold(word)
      guard folded.last != "'" else { continue }
      count += 1
      all.insert(folded)
      if folded.count >= 5 { words.insert(folded) }
      let isName = word.first?.isUppercase == true && !startsSentence && folded.count >= 2
      if isName, isInName { names[names.count - 1].insert(folded) } else if isName { names.append([folded]) }
      isInName = isName
      startsSentence = false
    }
    self.words = words
    self.all = all
    self.names = names.reduce(0) { $0 + $1.count } * 2 > count ? [] : names
  }

  /// How alike two headlines about one country are, from 0 to 1. The country's own names tell no two of its happenings apart.
  func likeness(to other: StoryHeadline, in country: Set<String>) -> Double {
    let shared = words.intersection(other.words)
    let union = words.count + other.words.count - shared.count
    guard union > 0 else { return 0 }
    let value = Double(shared.count) / Double(union)
    let (mine, theirs) = (names.filter { $0.isDisjoint(with: country) }, other.names.filter { $0.isDisjoint(with: country) })
    let (onlyMine, onlyTheirs) = (mine.filter { $0.isDisjoint(with: other.all) }, theirs.filter { $0.isDisjoint(with: all) })
    if differs(from: other, inNamesOnly: onlyMine), other.differs(from: self, inNamesOnly: onlyTheirs) { return 0 }
    let isNamedAlike = mine.isEmpty || theirs.isEmpty || onlyMine.count < mine.count || onlyTheirs.count < theirs.count
    return isNamedAlike || value >= StoryHeadline.likenessAgainstNames ? value : 0
  }

  /// Whether those names of its own are all that it says and the other does not. A given name that is left out makes no other name.
  private func differs(from other: StoryHeadline, inNamesOnly own: [Set<String>]) -> Bool {
    guard !own.isEmpty else { return false }
    return words.subtracting(other.all).isSubset(of: names.reduce(into: []) { $0.formUnion($1) })
  }

  /// The folded words of a country's names.
  static func names(of country: String) -> Set<String> { countryNames[country] ?? [] }

  private static let countryNames: [String: Set<String>] = Dictionary(
    Country.all.map { country in
      let names = [country.name(in: "fr"), country.name(in: "en")] + country.otherNames
      return (country.code, Set(names.flatMap { Folding.fold($0).split { !$0.isLetter }.map(String.init) }))
    }, uniquingKeysWith: { first, _ in first })
}
