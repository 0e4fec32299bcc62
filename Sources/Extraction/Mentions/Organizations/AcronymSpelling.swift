internal import Lexicon

/// Matches an acronym in parentheses with the words before it that it abbreviates.
///
/// The acronym's letters are spelled, in order, by the beginnings of the words: each word gives one letter or more, small words and up
/// to a third of the others none; the first and the last content word give at least one. So `FJDP`, `Elecam` and `SOPFEU` are found,
/// and what merely stands before a parenthesis is not. After Schwartz and Hearst, A simple algorithm for identifying abbreviation
/// definitions in biomedical text (PSB 2003), with beginnings of words alone.
enum AcronymSpelling {
  private static let longest = 14
  private static let small: WordSet = FunctionWords.articles.union(FunctionWords.of).union(FunctionWords.prepositions).union(["et", "of", "the", "and", "for"])

  /// Where the words begin that spell the acronym at the token and end at `end`; nil where none do. A name with a comma inside must begin
  /// with a word for a body.
  static func start(of acronym: Int, before end: Int, from limit: Int, heads: TableID?, _ draft: Draft) -> Int? {
    let letters = letters(acronym, draft)
    guard (2...10).contains(letters.count), draft.kind(acronym) == .word, isAcronym(acronym, draft) else { return nil }
    var start = end - 1
    var hasComma = false
    while start >= max(limit, end - longest) {
      let word = draft.word(start)
      if draft.kind(start) == .punctuation, word != Sign.comma, word != Sign.hyphen { return nil }
      if word == Sign.comma { hasComma = true }
      let isHead = !hasComma || heads.map { draft.matches.longest(in: $0, at: start) != nil } ?? false
      if draft.isCapitalized(start), isHead, !small.contains(word), spells(letters, start..<end, draft) { return start }
      start -= 1
    }
    return nil
  }

  /// Two capitals or more: `FJDP`, `Elecam` (one capital, but no word that the lexicon knows).
  private static func isAcronym(_ token: Int, _ draft: Draft) -> Bool {
    draft.flags(token).contains(.allCapitals) || draft.features(token).isEmpty
  }

  private static func letters(_ token: Int, _ draft: Draft) -> [UInt8] { Array(Folding.fold(draft.text(token)).utf8) }

  private static func spells(_ letters: [UInt8], _ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let words = tokens.filter { draft.kind($0) == .word && !small.contains(draft.word($0)) }.map { self.letters($0, draft) }
    guard words.count >= 2, words[0].first == letters.first else { return false }
    var steps = mostSteps
    return spell(letters[...], words[...], skips: words.count / 3, isFirst: true, &steps)
  }

  /// Whether the letters can be spelled by beginnings of the words, with so many words left out; no where it takes too many steps.
  private static func spell(_ letters: ArraySlice<UInt8>, _ words: ArraySlice<[UInt8]>, skips: Int, isFirst: Bool, _ steps: inout Int) -> Bool {
    guard let word = words.first else { return letters.isEmpty }
    steps -= 1
    guard steps > 0 else { return false }
    var taken = 0
    while taken < min(word.count, letters.count), word[taken] == letters[letters.startIndex + taken] {
      taken += 1
      if spell(letters.dropFirst(taken), words.dropFirst(), skips: skips, isFirst: false, &steps) { return true }
    }
    guard !isFirst, words.count > 1, skips > 0 else { return false }
    return spell(letters, words.dropFirst(), skips: skips - 1, isFirst: false, &steps)
  }

  /// Far more than any acronym of a wire takes.
  private static let mostSteps = 300
}
