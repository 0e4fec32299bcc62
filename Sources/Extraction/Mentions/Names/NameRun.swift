internal import Lexicon

/// Capitalised words that stand together and may be one name: `Abdessalam al-Ferjani`, `T.J. Orléans`, `Hamar Weyne`.
struct NameRun {
  /// The tokens of the run, without article and title.
  var tokens: Range<Int>
  /// The capitalised words among them, particles and initials left out.
  var words: Int
  /// The run opens a sentence, a line or a quotation, where a capital says nothing of its first word.
  var opensSentence: Bool
  /// The line that the run stands on is written in capitals alone.
  var isAllCapitals: Bool
}

/// Finds the runs of capitalised words of a text in one walk.
///
/// Inside a run may stand: hyphens and apostrophes that touch both neighbours, initials with their stop, and the particles that
/// only names have (`ben`, `al-`, `van der`, `ould`). French `de`, `du`, `la` are left to the rules that know a person is meant.
struct NameRuns {
  private static let dutch: WordSet = ["van", "von"]
  /// Syllables that a hyphen glues to a word with a capital without being part of its name: ce Macron-là.
  private static let enclitics: WordSet = ["là", "ci", "il", "elle", "on", "je", "tu", "nous", "vous", "ils", "elles", "t", "ce", "même"]
  static var hyphen: Word { "-" }
  static var stop: Word { "." }
  static var apostrophe: Word { "'" }
  private static let articles: WordSet = ["l'", "d'", "qu'", "s'", "c'", "j'", "m'", "t'", "n'", "jusqu'", "lorsqu'", "puisqu'"]
  private static let nameElisions: WordSet = ["n'", "m'", "d'"]
  private static let linkWords: WordSet = ["sur", "sous", "en", "les", "le", "la", "de", "des", "du", "d'", "l'", "et", "aux", "lez", "lès", "saint"]

  /// All runs of the draft's text, in order.
  static func all(in draft: Draft) -> [NameRun] {
    var runs: [NameRun] = []
    let capitals = CapitalLines(draft: draft)
    var index = 0
    while index < draft.count {
      guard let start = runStart(at: index, in: draft) else {
        index += 1
        continue
      }
      let (end, words) = runEnd(from: start, in: draft)
      runs.append(
        NameRun(
          tokens: start..<end, words: words, opensSentence: SentenceStart.isOpening(start, in: draft),
          isAllCapitals: capitals.isCapital(line: start)))
      index = max(end, index + 1)
    }
    return runs
  }

  /// The token a run begins at, if one begins here.
  private static func runStart(at index: Int, in draft: Draft) -> Int? {
    guard draft.kind(index) == .word else { return nil }
    let word = draft.word(index)
    if draft.isCapitalized(index) {
      if articles.contains(word) {
        // N'Guessan, M'Bala: the elision is the name's own where the sentence does not begin with it.
        return nameElisions.contains(word) && isNameElision(index, in: draft) ? index : nil
      }
      return index
    }
    guard draft.word(word, is: .nameParticle) || draft.word(word, is: .gluedParticle) else { return nil }
    // al-Ferjani, el-Sissi: the particle is written small and glued to the name.
    if draft.word(word, is: .gluedParticle), draft.word(index + 1) == hyphen, draft.isGlued(index + 1), draft.isGlued(index + 2),
      draft.isCapitalized(index + 2), draft.kind(index + 2) == .word
    {
      return index
    }
    guard draft.word(word, is: .nameParticle), !draft.word(word, is: .gluedParticle), !draft.flags(index + 1).contains(.startsLine) else { return nil }
    if draft.isCapitalized(index + 1) { return index }
    // M. van der Heyden: two particles before the capital.
    let isDouble = draft.word(index + 1, is: .nameParticle) && draft.isCapitalized(index + 2)
    return isDouble && !draft.flags(index + 2).contains(.startsLine) ? index : nil
  }

  private static func isNameElision(_ index: Int, in draft: Draft) -> Bool {
    draft.isGlued(index + 1) && draft.isCapitalized(index + 1)
      && (draft.word(index) != "d'" || !SentenceStart.isOpening(index, in: draft))
  }

  private static func runEnd(from start: Int, in draft: Draft) -> (end: Int, words: Int) {
    var end = start + 1
    var words = draft.isCapitalized(start) ? 1 : 0
    while end < draft.count, let next = continuation(at: end, in: draft) {
      if draft.isCapitalized(next - 1) { words += 1 }
      end = next
    }
    return (end, words)
  }

  /// The end of the run if it goes on at the token, else nil.
  private static func continuation(at index: Int, in draft: Draft) -> Int? {
    guard !draft.flags(index).contains(.startsLine) else { return nil }
    let word = draft.word(index)
    if draft.isGlued(index) {
      if word == hyphen { return afterHyphen(index, in: draft) }
      if word == stop { return afterInitial(index, in: draft) }
      if isApostrophe(word), draft.isGlued(index + 1), draft.kind(index + 1) == .word { return index + 2 }
      // N'Guessan: the elided part is a token of its own.
      if draft.kind(index) == .word, draft.isCapitalized(index) || draft.word(index - 1) == apostrophe { return index + 1 }
      return nil
    }
    guard draft.kind(index) == .word else { return nil }
    if draft.isCapitalized(index) {
      return articles.contains(word) && !isNameElision(index, in: draft) ? nil : index + 1
    }
    guard draft.word(word, is: .nameParticle) else { return nil }
    if draft.word(word, is: .gluedParticle) {
      let isGluedName = draft.word(index + 1) == hyphen && draft.isGlued(index + 1) && draft.isGlued(index + 2)
      if isGluedName { return draft.isCapitalized(index + 2) ? index + 3 : nil }
      // Annelies Van den Broucke
      return dutch.contains(draft.word(index - 1)) && draft.isCapitalized(index + 1) && draft.kind(index + 1) == .word ? index + 2 : nil
    }
    // van den Broucke: up to two particles before the capital.
    if draft.isCapitalized(index + 1), draft.kind(index + 1) == .word { return index + 2 }
    if draft.word(index + 1, is: .nameParticle), draft.isCapitalized(index + 2), draft.kind(index + 2) == .word { return index + 3 }
    return nil
  }

  private static func isApostrophe(_ word: Word) -> Bool { word == apostrophe }

  /// `Jean-Baptiste`, `Châlons-en-Champagne`; not `Paris-` nor `T-90`.
  private static func afterHyphen(_ index: Int, in draft: Draft) -> Int? {
    guard draft.isGlued(index + 1), draft.kind(index + 1) == .word else { return nil }
    if draft.isCapitalized(index + 1) { return index + 2 }
    // Lower-case parts go on only where another part follows: -en-Champagne, -sur-Mer; or the word is a particle or a syllable.
    if linkWords.contains(draft.word(index + 1)) || draft.word(index + 1, is: .nameParticle) {
      if draft.isGlued(index + 2), draft.word(index + 2) == hyphen || draft.isCapitalized(index + 2) { return index + 2 }
      return nil
    }
    if draft.features(index + 1).isEmpty { return index + 2 }
    // Moon Jae-in, Kim Jong-un: a short syllable after the second word with a capital.
    let length = draft.tokens[index + 1].end - draft.tokens[index + 1].start
    let isSecond = index > 1 && draft.isCapitalized(index - 1) && draft.isCapitalized(index - 2) && draft.kind(index - 2) == .word
    return isSecond && length <= 5 && !enclitics.contains(draft.word(index + 1)) ? index + 2 : nil
  }

  /// `J. R. R. Tolkien`: a stop after one capital, or after `Jr`, where another word of the name follows; not `sur X. Berlin …`.
  private static func afterInitial(_ index: Int, in draft: Draft) -> Int? {
    let before = draft.tokens[index - 1].start, after = draft.tokens[index - 1].end
    guard after - before <= 2, draft.flags(index - 1).contains(.allCapitals), draft.word(index - 1) != "m", draft.word(index - 1) != "x" else { return nil }
    guard draft.kind(index + 1) == .word, draft.isCapitalized(index + 1), !draft.flags(index + 1).contains(.startsLine) else { return nil }
    return index + 2
  }
}
