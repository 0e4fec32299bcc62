internal import Lexicon

/// How sure the facts of each rule are: their precision on the gold, as Scripts/calibrate.py measured it (confidence.tsv).
struct Confidences {
  private let known: [String: Double]

  init(lexicon: LexiconFile) {
    var known: [String: Double] = [:]
    for entry in lexicon.table("confidence").map(lexicon.entries) ?? [] {
      let columns = lexicon.columns(ofEntry: entry)
      if columns.count > 1, let value = Double(columns[1]) { known[String(columns[0])] = value }
    }
    self.known = known
  }

  /// The rule's precision; nil where it was never measured.
  func confidence(of rule: String) -> Double? { known[rule] }
}
