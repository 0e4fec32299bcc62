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

  /// By the rule's name (`Word.init(written:)`).
  private let known: [Word: Double]
  /// The family that the rules of mentions are in.
  private static let mentions = "mention."

  init(lexicon: LexiconFile) {
    var known: [Word: Double] = [:]
    for entry in lexicon.table("confidence").map(lexicon.entries) ?? [] {
      let columns = lexicon.columns(ofEntry: entry)
      if columns.count > 1, let value = Double(columns[1]) { known[Word(written: String(columns[0]))] = value }
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
    for mention in draft.mentions { if let measured = confidence(of: mention.rule, in: Self.mentions) { mention.confidence = measured } }
  }

  /// The precision of the rule or of its nearest family; nil where none was ever measured. A rule's name is walked over once: the
  /// last of the names that end at its dots and is known counts.
  func confidence(of rule: String, in family: String = "") -> Double? {
    var found: Double?
    var name = WrittenHash()
    func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
      for byte in bytes {
        if byte == UInt8(ascii: "."), let measured = known[name.word] { found = measured }
        name.append(byte)
      }
    }
    var (family, rule) = (family, rule)
    family.withUTF8(walk)
    rule.withUTF8(walk)
    return known[name.word] ?? found
  }
}
