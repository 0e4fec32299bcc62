internal import DispatchModel
internal import Lexicon

/// Says of each fact and mention how often its rule is right: its precision on the gold, as Scripts/calibrate.py measured it
/// (confidence.tsv). Until here confidences only weigh candidates against each other.
///
/// A rule too rare to be measured has its family's: `statement.A3` for `statement.A3.adjective`, `statement` for all. Rules of mentions
/// stand behind `mention.`, since facts and mentions of one kind share names.
struct Confidences: Annotator {
  static let requires: Set<Layer> = [.facts]
  static let provides: Set<Layer> = []

  private let known: [String: Double]

  init(lexicon: LexiconFile) {
    var known: [String: Double] = [:]
    for entry in lexicon.table("confidence").map(lexicon.entries) ?? [] {
      let columns = lexicon.columns(ofEntry: entry)
      if columns.count > 1, let value = Double(columns[1]) { known[String(columns[0])] = value }
    }
    self.known = known
  }

  func annotate(_ draft: Draft) {
    for index in draft.facts.indices {
      let rule = draft.facts[index].rule
      guard let measured = confidence(of: rule) else { continue }
      if draft.explains { draft.facts[index].reasons.append("\(rule) is right \(Int((measured * 100).rounded())) times of 100") }
      draft.facts[index].confidence = measured
    }
    var asked: [String: Double?] = [:]
    for mention in draft.mentions {
      let measured = asked[mention.rule] ?? confidence(of: "mention." + mention.rule)
      asked[mention.rule] = .some(measured)
      if let measured { mention.confidence = measured }
    }
  }

  /// The precision of the rule or of its nearest family; nil where none was ever measured.
  func confidence(of rule: String) -> Double? {
    var name = rule[...]
    while true {
      if let found = known[String(name)] { return found }
      guard let stop = name.lastIndex(of: ".") else { return nil }
      name = name[..<stop]
    }
  }
}
