internal import DispatchModel
internal import Lexicon

/// Splits each part into sentences; datelines, bylines and priority words have none.
///
/// A sentence ends at `.` `!` `?` `…` and the closing marks behind it, unless the stop belongs to an abbreviation (table
/// `abbreviations`), an initial, a number or an address, or what follows goes on in lower case or with a comma.
struct SentenceSplitter: Annotator {
  static let requires: Set<Layer> = [.layout]
  static let provides: Set<Layer> = [.sentences]

  private let abbreviations: TableID?

  init(lexicon: LexiconFile) { abbreviations = lexicon.table("abbreviations") }

  func annotate(_ draft: Draft) {
    if draft.parts.isEmpty, draft.count > 0 { draft.parts = [DraftPart(kind: .paragraph, tokens: 0..<draft.count)] }
    let silent = abbreviationStops(draft)
    var sentences: [Range<Int>] = []
    for part in draft.parts {
      switch part.kind {
      case .priority, .dateline, .byline: continue
      case .headline, .subhead, .note, .crosshead, .paragraph, .signature:
        split(part.tokens, draft, silent: silent, into: &sentences)
      }
    }
    draft.sentences = sentences
    draft.sentenceOfToken = [Int32](repeating: -1, count: draft.count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence { draft.sentenceOfToken[token] = Int32(index) }
    }
  }

  private func split(_ part: Range<Int>, _ draft: Draft, silent: Set<Int>, into sentences: inout [Range<Int>]) {
    var start = part.lowerBound
    var at = part.lowerBound
    while at < part.upperBound {
      guard Sign.finals.contains(draft.word(at)), !silent.contains(at) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < part.upperBound, Sign.finals.contains(draft.word(end)) { end += 1 }
      end = closing(draft, from: end, limit: part.upperBound)
      if end >= part.upperBound || ends(draft, mark: at, next: end) {
        sentences.append(start..<end)
        start = end
      }
      at = end
    }
    if start < part.upperBound { sentences.append(start..<part.upperBound) }
  }

  /// Past the closing marks that belong to the sentence: glued to it, or `»` apart from it.
  private func closing(_ draft: Draft, from start: Int, limit: Int) -> Int {
    var at = start
    while at < limit, Sign.closers.contains(draft.word(at)) {
      guard draft.isGlued(at) || draft.word(at) == SentenceSplitter.guillemet else { break }
      at += 1
    }
    return at
  }

  private func ends(_ draft: Draft, mark: Int, next: Int) -> Bool {
    let follows = draft.kind(next)
    let isStop = draft.word(mark) == Sign.stop
    switch follows {
    case .number:
      return !draft.isGlued(next)
    case .word:
      guard draft.isCapitalized(next) || !isCased(draft, next) else { return false }
      if isStop, draft.isGlued(next) {
        // « fin.Le ministre »: a missing space; but `www.Exemple`, `S.A.R.L`, `M.Dupont` go on.
        return draft.kind(mark - 1) == .word && !draft.isCapitalized(mark - 1) && length(draft, mark - 1) > 3
      }
      return !(isStop && isInitial(draft, mark))
    case .punctuation:
      let word = draft.word(next)
      if Sign.openers.contains(word) || Sign.dashes.contains(word) || word == Sign.bullet || word == Sign.star { return true }
      return false
    case .symbol:
      return !draft.isGlued(next)
    }
  }

  /// Whether the letters of the word have case at all (Arabic, Chinese have none).
  private func isCased(_ draft: Draft, _ token: Int) -> Bool {
    draft.bytes[Int(draft.tokens[token].start)] < 0xD6
  }

  /// `J.` of `J. Dupont`, `N.` of `O.N.U.`: one capital letter before the stop, apart or after another stop.
  private func isInitial(_ draft: Draft, _ mark: Int) -> Bool {
    guard draft.kind(mark - 1) == .word, draft.isGlued(mark), draft.flags(mark - 1).contains(.allCapitals), length(draft, mark - 1) <= 2
    else { return false }
    if draft.word(mark - 2) == Sign.stop, draft.isGlued(mark - 1) { return false }
    return length(draft, mark - 1) == 1 && !draft.isGlued(mark - 1)
  }

  private func length(_ draft: Draft, _ token: Int) -> Int {
    token >= 0 && token < draft.count ? Int(draft.tokens[token].end - draft.tokens[token].start) : 0
  }

  /// The stops that belong to abbreviations. Those whose second column is `end` may end a sentence too.
  private func abbreviationStops(_ draft: Draft) -> Set<Int> {
    guard let abbreviations else { return [] }
    var stops: Set<Int> = []
    for match in draft.matches.all where match.table == abbreviations {
      guard draft.lexicon.columns(ofEntry: match.entry).dropFirst().first != "end" else { continue }
      let hasGluedStop = match.tokens.dropFirst().allSatisfy { draft.isGlued($0) || draft.word($0) != Sign.stop }
      if hasGluedStop { stops.formUnion(match.tokens.filter { draft.word($0) == Sign.stop }) }
    }
    return stops
  }

  private static let guillemet: Word = "»"
}
