internal import DispatchModel
internal import Lexicon

/// A run made ready for judging: titles and sentence openers cut off, `de` and `du` joined where a person is meant.
struct NameSegment {
  var tokens: Range<Int>
  var run: NameRun
  /// The title that stands right before it (also one that was cut off), and how it stands there.
  var title: TitleClass
  var titleLink: TitleLink
}

enum TitleLink: UInt8 {
  case none
  /// `M. Peralta`, `le général al-Qahtani`
  case direct
  /// `le sénateur américain Whitfield`
  case adjective
  /// `le ministre des Mines, Rodrigo Errázuriz`
  case apposition
  /// `le secrétaire général de l'Otan Jens Stoltenberg`, `la ministre du Tourisme Altagracia Féliz`
  case complement
}

struct NameSegments {
  private static let weakParticles: WordSet = ["de", "du", "des", "d'", "la", "le", "y", "e"]
  private static let openers: WordSet = ["de", "du", "d'", "des", "la", "le"]
  private static var comma: Word { "," }

  /// The segments of the draft's runs, in order.
  static func all(runs: [NameRun], in draft: Draft, context: NameContext, tables: NameTables) -> [NameSegment] {
    var segments: [NameSegment] = []
    var next = 0
    while next < runs.count {
      let run = runs[next]
      next += 1
      guard var tokens = peeled(run, in: draft, context: context, tables: tables) else { continue }
      if draft.language == "en" { tokens = tokens.lowerBound..<englishEnd(of: tokens, in: draft, context: context) }
      guard !tokens.isEmpty else { continue }
      var (title, link) = titleOf(tokens.lowerBound, in: draft, context: context)
      let head = NameHead.length(of: tokens, in: draft, context: context, tables: tables)
      if head > 0 {
        let name = tokens.lowerBound + head..<tokens.upperBound
        segments.append(NameSegment(tokens: tokens.lowerBound..<name.lowerBound, run: run, title: title, titleLink: link))
        (title, link) = NameHead.title(governing: tokens.lowerBound, in: draft, context: context)
        tokens = name
      }
      // Mme de Courten: the particle opens the name.
      let before = tokens.lowerBound - 1
      if link == .none, before > 0, openers.contains(draft.word(before)) {
        let start = openers.contains(draft.word(before - 1)) ? before - 1 : before
        if context.title(before: start) == .civil {
          tokens = start..<tokens.upperBound
          (title, link) = (.civil, .direct)
        }
      }
      // Romain de La Barre: joined where given name or title speaks for a person.
      if next < runs.count, canJoin(tokens, title: title, link: link, to: runs[next], in: draft, context: context, tables: tables) {
        tokens = tokens.lowerBound..<runs[next].tokens.upperBound
        next += 1
      }
      segments.append(NameSegment(tokens: tokens, run: run, title: title, titleLink: link))
    }
    return segments
  }

  /// The run without the titles and the common words it opens with; nil where nothing is left.
  private static func peeled(_ run: NameRun, in draft: Draft, context: NameContext, tables: NameTables) -> Range<Int>? {
    var start = draft.language == "en" ? englishStart(of: run, in: draft, context: context) : run.tokens.lowerBound
    while start < run.tokens.upperBound {
      // secrétaire d'Etat Florence de Courten: the run begins inside the title.
      if start == run.tokens.lowerBound, let end = context.endOfTitle(over: start), end < run.tokens.upperBound {
        start = end
        continue
      }
      let title = context.titleAt[start]
      // Cheikh Omar Thiaw: without an article before it, and with two words behind, what may be a title is a name.
      let isName = (title.kind == .faith || title.kind == .noble) && start == run.tokens.lowerBound && draft.isCapitalized(start)
        && !run.opensSentence && draft.tokens[start].end - draft.tokens[start].start > 3 && title.end + 1 < run.tokens.upperBound && !FunctionWords.articles.contains(draft.word(start - 1)) && !FunctionWords.of.contains(draft.word(start - 1))
      if !isName, title.kind != .none, title.end > start, title.kind == .civil || title.end < run.tokens.upperBound || isCommon(start, in: draft, tables: tables) {
        start = title.end
        continue
      }
      if start == run.tokens.lowerBound, run.opensSentence, start + 1 <= run.tokens.upperBound,
        opensOnly(start, run: run, in: draft, context: context, tables: tables)
      {
        start += 1
        continue
      }
      break
    }
    while start < run.tokens.upperBound, draft.kind(start) != .word { start += 1 }
    return start < run.tokens.upperBound ? start..<run.tokens.upperBound : nil
  }

  /// English writes what stands before a name with capitals: `Australian Prime Minister Mark Hollis`, `Education Minister Sue Lang`.
  private static func englishStart(of run: NameRun, in draft: Draft, context: NameContext) -> Int {
    var start = run.tokens.lowerBound
    for at in run.tokens {
      let title = context.titleAt[at]
      guard title.end > at, title.end < run.tokens.upperBound, draft.isCapitalized(at) else { continue }
      if title.kind == .office || title.kind == .rank || title.kind == .civil || title.kind == .work { start = max(start, title.end) }
    }
    while start + 1 < run.tokens.upperBound, context.isNationality[start] { start += 1 }
    return start
  }

  /// `New Zealand PM`, `Kenyan President`: a title behind no name ends none.
  private static func englishEnd(of tokens: Range<Int>, in draft: Draft, context: NameContext) -> Int {
    for at in tokens.dropFirst() {
      let title = context.titleAt[at]
      if title.end == tokens.upperBound, title.kind == .office || title.kind == .rank { return at }
    }
    return tokens.upperBound
  }

  /// A function word or a word that the text also writes small: its capital is the sentence's.
  private static func opensOnly(_ index: Int, run: NameRun, in draft: Draft, context: NameContext, tables: NameTables) -> Bool {
    // Saint-Denis; A. Barrow, where the initial is no preposition.
    if draft.isGlued(index + 1), [NameRuns.hyphen, NameRuns.stop].contains(draft.word(index + 1)) { return false }
    let features = draft.features(index)
    if !features.isDisjoint(with: [.determiner, .preposition, .pronoun, .conjunction]) { return true }
    if isGiven(index, in: draft, tables: tables) { return false }
    if features.contains(.adverb), features.isDisjoint(with: [.properNoun]) { return true }
    return context.lowerCase.contains(draft.word(index)) && (!features.isEmpty || draft.tokens[index].end - draft.tokens[index].start > 6)
  }

  static func isGiven(_ index: Int, in draft: Draft, tables: NameTables) -> Bool {
    if draft.features(index).contains(.givenName) { return true }
    guard let table = tables.givenNames else { return false }
    return draft.matches.has(table, at: index)
  }

  private static func isCommon(_ index: Int, in draft: Draft, tables: NameTables) -> Bool {
    !draft.features(index).isDisjoint(with: [.noun, .adjective]) && !isGiven(index, in: draft, tables: tables)
  }

  // MARK: Titles

  /// The title before the token: direct, over adjectives, or in an apposition.
  private static func titleOf(_ start: Int, in draft: Draft, context: NameContext) -> (TitleClass, TitleLink) {
    let direct = context.title(before: start)
    if direct != .none { return (direct, .direct) }
    var at = start
    for _ in 0..<3 where isAdjective(at - 1, in: draft, context: context) {
      at -= 1
      let title = context.title(before: at)
      if title != .none { return (title, .adjective) }
    }
    guard draft.word(start - 1) == comma else { return (.none, .none) }
    // Back over the apposed noun phrase: at most fourteen tokens, none of them a stop or another comma.
    at = start - 1
    for _ in 0..<14 {
      let title = context.title(before: at)
      if title != .none, title != .civil { return (title, .apposition) }
      at -= 1
      guard at > 0, !draft.flags(at).contains(.startsLine), draft.word(at) != comma, draft.word(at) != NameRuns.stop else { break }
    }
    return (.none, .none)
  }

  private static func isAdjective(_ index: Int, in draft: Draft, context: NameContext) -> Bool {
    guard index > 0, draft.kind(index) == .word, !draft.isCapitalized(index) else { return draft.word(index) == NameRuns.hyphen && index > 0 }
    return context.isNationality[index] || draft.features(index).contains(.adjective) || draft.features(index).contains(.pastParticiple)
  }

  // MARK: Joining

  private static func canJoin(
    _ tokens: Range<Int>, title: TitleClass, link: TitleLink, to next: NameRun, in draft: Draft, context: NameContext, tables: NameTables
  ) -> Bool {
    let gap = tokens.upperBound..<next.tokens.lowerBound
    guard gap.count >= 1, gap.count <= 2, gap.allSatisfy({ weakParticles.contains(draft.word($0)) && !draft.flags($0).contains(.startsLine) })
    else { return false }
    guard !draft.flags(next.tokens.lowerBound).contains(.startsLine) else { return false }
    // A title that governs a place («le maire Hidalgo de Paris») or a known place after «de» is no part of the name.
    let first = draft.word(gap.lowerBound)
    let begin = next.tokens.lowerBound
    // `Mme Park de la Constitution`
    guard FunctionWords.articles.contains(draft.word(begin)) || draft.features(begin).isDisjoint(with: [.noun]) || isGiven(begin, in: draft, tables: tables) || draft.features(begin).contains(.properNoun) else { return false }
    if first == "y" || first == "e" { return isGiven(tokens.lowerBound, in: draft, tables: tables) || link == .direct }
    // le général Pierre de Villiers: behind a title even the name of a town.
    guard context.placeOver[next.tokens.lowerBound] < 0 || (link == .direct && title != .civil),
      context.organizationOver[next.tokens.lowerBound] < 0
    else { return false }
    let single = tokens.count == 1 || draft.word(tokens.lowerBound + 1) == NameRuns.hyphen
    return single && isGiven(tokens.lowerBound, in: draft, tables: tables) && context.organizationOver[tokens.lowerBound] < 0
  }
}
