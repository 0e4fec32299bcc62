import DispatchModel
import Reader

/// A dispatch written with its names marked in place, `⟦Fouad Massoum|person|Fouad Massoum⟧`, as in the gold guide; and facts whose
/// evidence is given by its words.
struct MarkedDispatch {
  var text = ""
  var mentions: [Mention] = []
  var parts: [Part] = []

  /// The lines by role: `headline:`, `subhead:`, `dateline:`, `paragraph:` …
  init(_ lines: [(PartKind, String)]) {
    for (kind, marked) in lines {
      if !text.isEmpty { text += "\n" }
      let start = text.unicodeScalars.count
      append(marked)
      parts.append(Part(kind, TextSpan(start: start, end: text.unicodeScalars.count)))
    }
  }

  /// The words of the text, which must be there.
  func evidence(_ words: String) -> Evidence {
    guard let range = text.range(of: words) else { fatalError("no such words in the sample: \(words)") }
    let start = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: range.lowerBound)
    return Evidence(span: TextSpan(start: start, end: start + words.unicodeScalars.count), text: words)
  }

  private mutating func append(_ marked: String) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
      text += rest[..<open]
      let fields = rest[rest.index(after: open)..<close].split(separator: "|").map(String.init)
      let start = text.unicodeScalars.count
      text += fields[0]
      let span = TextSpan(start: start, end: text.unicodeScalars.count)
      if let type = MentionType(rawValue: fields[1]) {
        mentions.append(Mention(span: span, type: type, text: fields[0], value: fields[2]))
      }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }
}

extension String {
  /// The first place of some words, without Foundation.
  func range(of words: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}
