import DispatchModel
import Terminal

/// A dispatch and its reading as a page of Markdown (CommonMark 0.31): headline, frame, body, facts with their words.
enum MarkdownPage {
  static func page(_ dispatch: Dispatch, _ reading: Reading) -> DisplayText {
    var lines: [String] = []
    let headline = reading.headline.isEmpty ? "—" : reading.headline
    lines.append("# \(escape(headline))")
    lines += reading.subheads.map { "\n*\(escape($0))*" }
    let frame = [reading.agency ?? dispatch.agency, reading.place, reading.author ?? dispatch.author, reading.published?.iso].compactMap { $0 }
    if !frame.isEmpty { lines.append("\n" + escape(frame.joined(separator: " · "))) }
    if !reading.focus.isEmpty { lines.append("\n" + escape(reading.focus.joined(separator: " ")) + (reading.topics.isEmpty ? "" : " · " + reading.topics.map(\.rawValue).joined(separator: ", "))) }
    let scalars = Array(dispatch.text.unicodeScalars)
    for part in reading.parts where [.paragraph, .crosshead, .note, .signature].contains(part.kind) {
      let range = max(0, min(part.span.start, scalars.count))..<max(0, min(part.span.end, scalars.count))
      lines.append("\n" + escape(String(String.UnicodeScalarView(scalars[range]))))
    }
    if !reading.facts.isEmpty {
      lines.append("\n## Faits\n")
      for fact in reading.facts {
        lines.append("- **\(fact.kind.rawValue)** \(escape(FactSentence.line(fact).string))")
        lines.append("  > \(escape(fact.evidence.text.replacing("\n", with: " ")))")
      }
    }
    if let link = dispatch.link { lines.append("\n<\(link)>") }
    return DisplayText(lines.joined(separator: "\n") + "\n", .body)
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\`*_{}[]<>#|".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
