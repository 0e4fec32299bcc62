import DispatchModel
import Terminal

/// A dispatch and its reading as plain text for a person.
enum ReadingPage {
  static func print(_ dispatch: Dispatch, _ reading: Reading) {
    Output.line(DisplayText(dispatch.text, .body))
    Output.line("")
    let frame = [reading.language, reading.published?.iso, reading.agency, reading.place, reading.author].compactMap { $0 }
    Output.line(DisplayText(frame.joined(separator: " · ")))
    Output.line(filtered("\(reading.focus.joined(separator: " ")) / \(reading.mentioned.joined(separator: " ")) · \(reading.topics.map(\.rawValue).joined(separator: ", "))"))
    Output.line("")
    for mention in reading.mentions {
      Output.line(filtered("\(mention.span.start)–\(mention.span.end)  \(mention.type.rawValue)  \(mention.text) → \(mention.value)"))
      reasons(mention.rule, mention.reasons)
    }
    Output.line("")
    for fact in reading.facts {
      Output.line(DisplayText(fact.kind.rawValue) + "  " + FactSentence.line(fact))
      Output.line("    " + filtered("“\(fact.evidence.text)”"))
      reasons(fact.rule, fact.reasons)
    }
  }

  private static func filtered(_ text: String) -> DisplayText { DisplayText(text) }

  private static func reasons(_ rule: String, _ reasons: [String]) {
    guard !rule.isEmpty, !reasons.isEmpty else { return }
    Output.line("    " + filtered("[\(rule)] \(reasons.joined(separator: "; "))"))
  }
}
