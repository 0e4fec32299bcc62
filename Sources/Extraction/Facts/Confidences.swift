internal import Lexicon

/// How sure the facts of each rule are: their precision on the gold, as Scripts/calibrate.py measured it (confidence.tsv).
struct Confidences {
  private let table: TableID?
  private var known: [String: Double?] = [:]

  init(lexicon: LexiconFile) { table = lexicon.table("confidence") }

  /// The rule's precision; nil where it was never measured.
  mutating func confidence(of rule: String, in lexicon: LexiconFile) -> Double? {
    guard let table else { return nil }
    if let found = known[rule] { return found }
    let bytes = Array(rule.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    let match = PhraseMatches(tokens: tokens, bytes: bytes, lexicon: lexicon).longest(in: table, at: 0)
    let value = match.flatMap { $0.tokens.count == tokens.count ? lexicon.columns(ofEntry: $0.entry).dropFirst().first.flatMap { Double($0) } : nil }
    known[rule] = .some(value)
    return value
  }
}
