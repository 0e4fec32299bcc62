import ArgumentParser
import DispatchModel
import DispatchStore
import Terminal

/// `telex export [QUERY]`: takes dispatches and readings out.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Take dispatches and their readings out of the store.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv, markdown, ninjs }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "How to write: JSON Lines with the reading, CSV, Markdown, or ninjs 3 (one object a line).")
  var format: Format

  func run() throws {
    let wanted = try query.parsed()
    if format == .csv {
      Output.line(CommaSeparated.row(["id", "identity", "published", "agency", "place", "author", "language", "countries", "topics", "headline", "text"]))
    }
    try StoreAnswer.of {
      try options.open().forEach(of: wanted) { id, dispatch, reading in
        switch format {
        case .jsonl:
          var json = JSONText()
          json.object { json in
            json.key("id"); json.value(dispatch.identity)
            json.key("published"); json.value((dispatch.published ?? reading.published.map { Moment($0) })?.iso)
            json.key("source"); json.value(dispatch.source)
            json.key("link"); json.value(dispatch.link)
            json.key("text"); json.value(dispatch.text)
            json.key("reading"); json.reading(reading, id: dispatch.identity)
          }
          json.raw(0x0A)
          Output.json(json)
        case .ninjs:
          var json = JSONText()
          json.ninjs(dispatch, reading)
          json.raw(0x0A)
          Output.json(json)
        case .markdown: Output.line(MarkdownPage.page(dispatch, reading))
        case .csv:
          Output.line(CommaSeparated.row([
            String(id), dispatch.identity, reading.published?.iso ?? "", reading.agency ?? "", reading.place ?? "", reading.author ?? "",
            reading.language, reading.focus.joined(separator: " "), reading.topics.map(\.rawValue).joined(separator: " "), reading.headline,
            dispatch.text,
          ]))
        }
      }
    }
  }
}
