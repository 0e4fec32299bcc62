import ArgumentParser
import DispatchModel
import DispatchStore
import Terminal
import WireFormats

/// How dispatches and their readings are taken out: by `telex export` to standard output, by the reader into a file.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, csv, markdown, ninjs, rss

  /// The first line of all; nil where there is none.
  var head: DisplayText? { self == .csv ? CommaSeparated.row(Self.columns) : nil }

  private static let columns = [
    "id", "identity", "published", "agency", "place", "author", "language", "countries", "topics", "link", "headline", "text",
  ]

  /// One dispatch, its line feed included; nil for a feed, which is written as a whole. Text from outside is escaped by JSON, else filtered.
  func row(_ id: Int64, _ dispatch: Dispatch, _ reading: Reading) -> [UInt8]? {
    switch self {
    case .jsonl:
      var json = JSONText()
      json.line(dispatch, reading)
      return json.bytes
    case .ninjs:
      var json = JSONText()
      json.ninjs(dispatch, reading)
      json.raw(0x0A)
      return json.bytes
    case .markdown: return Self.line(MarkdownPage.page(dispatch, reading))
    case .csv:
      return Self.line(CommaSeparated.row([
        String(id), dispatch.identity, (dispatch.published ?? reading.published.map { Moment($0) })?.iso ?? "",
        dispatch.agency ?? reading.agency ?? "", dispatch.place ?? reading.place ?? "", dispatch.author ?? reading.author ?? "",
        dispatch.language ?? reading.language, reading.focus.joined(separator: " "),
        reading.topics.map(\.rawValue).joined(separator: " "), dispatch.link ?? "", reading.headline, dispatch.text,
      ]))
    case .rss: return nil
    }
  }

  static func line(_ text: DisplayText) -> [UInt8] { Array(text.string.utf8) + [0x0A] }
}
