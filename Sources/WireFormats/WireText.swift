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
      let start = body.unicodeScalars.prefix(2_000).split { $0 == "\n" || $0 == "\r" }.map { String($0) }
      decoded.dispatches.append(Dispatch(identity: identity, text: body, source: source, embargo: EmbargoNotice.hour(in: start)))
    }
    if decoded.dispatches.isEmpty {
      decoded.refusals = [Refusal(text.allSatisfy(\.isWhitespace) ? .empty : .noText, at: .whole)]
    }
    decoded.dispatches = decoded.dispatches.uniqueByIdentity
    return decoded
  }

  private static func isFile(_ source: String) -> Bool { !source.isEmpty && source != "stdin" && source != "-" }

  /// The texts between the separators, those without anything to read left out; lines keep their ends. One pass over the bytes.
  static func split(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var pieces: [String] = []
      var start = 0
      func finish(at end: Int, next: Int) {
        if start < end {
          let piece = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
          if piece.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { pieces.append(piece) }
        }
        start = next
      }
      var line = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x0A, 0x0D:
          if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
          if isSeparator(bytes[line..<index]) { finish(at: line, next: index) }
          line = index
        case 0x0C, 0x01, 0x03, 0x04: finish(at: index - 1, next: index)
        default: break
        }
      }
      if isSeparator(bytes[line...]) { finish(at: line, next: bytes.count) }
      finish(at: bytes.count, next: bytes.count)
      return pieces
    }
  }

  private static func isSeparator(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = line.firstIndex(where: { !$0.isASCIIBlank }), let last = line.lastIndex(where: { !$0.isASCIIBlank }) else { return false }
    let word = line[first...last]
    let mark = word[first]
    if word.elementsEqual("NNNN".utf8) || word.count <= 40 && word.starts(with: "ZCZC".utf8) { return true }
    guard "-=*_#".utf8.contains(mark), word.count >= (mark == UInt8(ascii: "#") ? 3 : 4) else { return false }
    return word.allSatisfy { $0 == mark }
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
