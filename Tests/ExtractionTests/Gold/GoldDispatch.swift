// A dispatch with everything that a careful reader takes from it, as SampleData/gold keeps them.
import DispatchModel
import Foundation
import Testing

struct GoldDispatch {
  let name: String
  /// The raw dispatch: the marked text without its marks.
  let raw: String
  let mentions: [Mention]
  let frame: GoldFrame

  struct Mention: Hashable {
    var span: TextSpan
    var type: String
    var text: String
    var value: String
  }

  /// Reads `NAME.marked` (or `NAME.txt`) and `NAME.json`.
  init(marked: URL) throws {
    name = marked.deletingPathExtension().lastPathComponent
    let text = try String(contentsOf: marked, encoding: .utf8)
    var raw = String.UnicodeScalarView()
    var mentions: [Mention] = []
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(of: "⟦") {
      raw.append(contentsOf: rest[..<open])
      let close = try #require(rest[open...].firstIndex(of: "⟧"), "\(name): an open mark")
      let fields = String(rest[rest.index(after: open)..<close]).split(separator: "|", omittingEmptySubsequences: false)
      try #require(fields.count == 3, "\(name): a mark of \(fields.count) fields")
      let start = raw.count
      raw.append(contentsOf: fields[0].unicodeScalars)
      mentions.append(
        Mention(span: TextSpan(start: start, end: raw.count), type: String(fields[1]), text: String(fields[0]), value: String(fields[2])))
      rest = rest[rest.index(after: close)...]
    }
    raw.append(contentsOf: rest)
    self.raw = String(raw)
    self.mentions = mentions
    frame = try JSONDecoder().decode(GoldFrame.self, from: Data(contentsOf: marked.deletingPathExtension().appendingPathExtension("json")))
  }

  /// All gold dispatches of a folder, in the order of their names.
  static func all(in folder: URL, ending: String) throws -> [GoldDispatch] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }.map { try GoldDispatch(marked: $0) }
  }

  /// The project's own, in SampleData.
  static let project: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

struct GoldFrame: Decodable {
  var published: String?
  var agency: String?
  var place: String?
  var author: String?
  var headline: String
  var focus: [String]
  var mentioned: [String]
  var topics: [String]
  var facts: [GoldFact]
}

/// A fact of any kind: the roles that its kind has.
struct GoldFact: Decodable {
  struct Party: Decodable {
    var id: String?
    var country: String?
  }

  var kind: String
  var evidence: String
  var person: String?
  var title: String?
  var of: String?
  var speaker: Party?
  var content: String?
  var value: Double?
  var unit: String?
  var dead: Double?
  var injured: Double?
  var missing: Double?
  var category: String?
  var actors: [Party]?
}
