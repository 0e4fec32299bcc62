/// Plain dispatches: a file of text holds one, or several with clear separators between them.
///
/// Separators are a form feed, the framing of telex and wire (SOH … ETX, `ZCZC` … `NNNN`), and a line of nothing but four or more
/// of `-`, `=`, `*`, `_` or three or more `#`. The text of a dispatch that is alone in its file stays as it was decoded, so
/// that offsets count in the input.
internal import DispatchModel

enum WireText {
  static func decode(_ text: String, source: String) -> Decoded {
    var decoded = Decoded()
    decoded.format = .text
    let pieces = split(text)
    let isAlone = pieces.count <= 1
    for (index, piece) in pieces.enumerated() {
      let body = isAlone ? text : piece
      guard body.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
        if !isAlone { decoded.refusals.append(Refusal(.noText, at: .item(index + 1))) }
        continue
      }
      // A file that holds one dispatch is known by its name, so that a corrected file is a new version of it.
      let identity = isAlone && isFile(source) ? "file:" + source : "text:" + digest(body)
      decoded.dispatches.append(Dispatch(identity: identity, text: body, source: source))
    }
    if decoded.dispatches.isEmpty {
      decoded.refusals = [Refusal(text.allSatisfy(\.isWhitespace) ? .empty : .noText, at: .whole)]
    }
    decoded.dispatches = decoded.dispatches.uniqueByIdentity
    return decoded
  }

  private static func isFile(_ source: String) -> Bool { !source.isEmpty && source != "stdin" && source != "-" }

  /// The texts between the separators, those without anything to read left out; lines keep their ends.
  static func split(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    func finish() {
      if current.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { pieces.append(current) }
      current = ""
    }
    for line in lines(of: text) {
      if isSeparator(line) {
        finish()
      } else if line.unicodeScalars.contains(where: { $0 == "\u{C}" || $0 == "\u{1}" || $0 == "\u{3}" || $0 == "\u{4}" }) {
        for part in line.split(omittingEmptySubsequences: false, whereSeparator: { "\u{C}\u{1}\u{3}\u{4}".contains($0) }).enumerated() {
          if part.offset > 0 { finish() }
          current += part.element
        }
      } else {
        current += line
      }
    }
    finish()
    return pieces
  }

  /// The lines with their ends.
  private static func lines(of text: String) -> [Substring] {
    var out: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index].isNewline, text[index] != "\u{C}" {
        out.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { out.append(text[start...]) }
    return out
  }

  private static func isSeparator(_ line: Substring) -> Bool {
    let line = line.trimmed
    if line == "NNNN" || line.hasPrefix("ZCZC") && line.utf8.count <= 40 { return true }
    guard let mark = line.first, "-=*_#".contains(mark), line.allSatisfy({ $0 == mark }) else { return false }
    return line.utf8.count >= (mark == "#" ? 3 : 4)
  }
}

extension [Dispatch] {
  /// Of dispatches with one identity the last.
  var uniqueByIdentity: [Dispatch] {
    var places: [String: Int] = [:]
    var out: [Dispatch] = []
    for dispatch in self {
      if let place = places[dispatch.identity] {
        out[place] = dispatch
      } else {
        places[dispatch.identity] = out.count
        out.append(dispatch)
      }
    }
    return out
  }
}
