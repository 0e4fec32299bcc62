import ArgumentParser
import DispatchModel
import DispatchStore
import Reader
import Terminal
import WireFormats

/// `telex export [QUERY]`: takes dispatches and readings out.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Take dispatches and their readings out of the store.",
    discussion: """
      jsonl comes in again by `telex import`. ninjs is one object a line. rss makes a feed of a search, of the hundred newest unless
      --limit says otherwise. A dispatch under embargo is left out until its hour.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "How to write: JSON Lines with the reading, CSV, Markdown, ninjs 3 (one object a line), or an RSS feed.")
  var format: ExportFormat

  @Option(help: "The dispatches of a saved search; a query further narrows it.")
  var search: String?

  @Option(help: "At most so many.")
  var limit: Int?

  @Option(help: "rss: the feed's page, if it has one.")
  var link = "about:blank"

  func run() throws {
    let store = try options.open()
    let wanted = try wanted(store)
    let most = max(0, limit ?? (format == .rss ? 100 : Int.max))
    var items: [(dispatch: Dispatch, reading: Reading)] = []
    var held = 0
    if let head = format.head { Output.line(head) }
    try StoreAnswer.of {
      try store.forEach(of: wanted, limit: most) { id, dispatch, reading in
        if Embargo.holds(dispatch) {
          held += 1
        } else if let row = format.row(id, dispatch, reading) {
          Output.exported(row)
        } else {
          items.append((dispatch, reading))
        }
      }
    }
    if format == .rss {
      let feed = FeedWriter.rss(title: search ?? (query.text.isEmpty ? "Telex" : query.text), link: link, items)
      Output.line(DisplayText(String(feed.dropLast()), .body))
    }
    if held > 0 { Output.note("\(held) under embargo left out.") }
  }

  /// The query, and the saved search's before it.
  private func wanted(_ store: DispatchStore) throws -> Query {
    let typed = try query.parsed()
    guard let search else { return typed }
    guard let saved = try StoreAnswer.of({ try store.savedSearches() }).first(where: { $0.name == search }) else {
      throw Failure.failed("There is no saved search \(DisplayText(search)).")
    }
    let text = query.text.isEmpty ? saved.query : "(\(saved.query)) (\(query.text))"
    do { return try Query.parse(text, today: Now.moment.date()) } catch {
      throw Failure.failed("The saved search \(DisplayText(search)): \(DisplayText(error.message(in: Interface.language.rawValue)))")
    }
  }
}
