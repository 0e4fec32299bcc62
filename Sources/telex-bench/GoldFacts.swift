import ArgumentParser
import DispatchModel
import Extraction
import Foundation

/// `telex-bench gold-facts FILE…`: the readings of marked dispatches (`⟦surface|type|value⟧`) over the marks as their mentions, one JSON
/// object a line for score.py. What the facts lose here they lose by their own rules.
struct GoldFacts: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "gold-facts", abstract: "Read marked dispatches with the marks as mentions.")

  @Argument(help: "Marked files, a dispatch each.")
  var paths: [String]

  func run() throws {
    let extractor = try Extractor()
    let day = CalendarDate(iso: "2026-11-24") ?? CalendarDate(dayNumber: 0)
    for path in paths {
      let file = URL(fileURLWithPath: path)
      let (text, mentions) = MarkedText.read(try String(contentsOf: file, encoding: .utf8))
      let dispatch = Dispatch(identity: file.deletingPathExtension().lastPathComponent, text: text)
      let reading = extractor.read(dispatch, date: day, with: mentions)
      var json = JSONText()
      json.reading(reading, id: dispatch.identity, explains: true)
      json.raw(0x0A)
      FileHandle.standardOutput.write(Data(json.bytes))
    }
  }
}

/// Text with mentions marked as the gold marks them.
enum MarkedText {
  /// The text without its marks, and the marks with their spans in Unicode scalars.
  static func read(_ marked: String) -> (text: String, mentions: [Mention]) {
    var raw = String.UnicodeScalarView()
    var mentions: [Mention] = []
    var rest = marked.unicodeScalars[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      raw.append(contentsOf: rest[..<open])
      let fields = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
      let start = raw.count
      if let surface = fields.first { raw.append(contentsOf: surface.unicodeScalars) }
      if fields.count == 3, let type = MentionType(rawValue: fields[1]) {
        mentions.append(
          Mention(span: TextSpan(start: start, end: raw.count), type: type, text: fields[0], value: fields[2], rule: "given"))
      }
      rest = rest[rest.index(after: close)...]
    }
    raw.append(contentsOf: rest)
    return (String(raw), mentions)
  }
}
