import ArgumentParser
import DispatchModel
import DispatchStore
import Terminal

/// `telex list [QUERY]`: dispatches, newest first.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List dispatches, newest first.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "At most so many.")
  var limit = 50

  @Option(help: "How to print.")
  var format: Format = .table

  func run() throws {
    let wanted = try query.parsed()
    let lines = try StoreAnswer.of { try options.open().page(of: wanted, limit: max(0, limit)) }
    switch format {
    case .table:
      var table = Table(["ID", "DATE", "AGENCY", "COUNTRIES", "", "HEADLINE"])
      for line in lines {
        table.add([
          DisplayText(line.id), DisplayText(String(line.published.iso.prefix(16)).replacing("T", with: " ")), DisplayText(line.agency ?? ""),
          DisplayText(line.focus.joined(separator: " ")), DisplayText((line.isRead ? " " : "●") + (line.isStarred ? "★" : " ")), DisplayText(line.headline),
        ])
      }
      table.print()
    case .json:
      var json = JSONText()
      json.array(lines) { $0.listed($1) }
      json.raw(0x0A)
      Output.json(json)
    case .jsonl:
      for line in lines {
        var json = JSONText()
        json.listed(line)
        json.raw(0x0A)
        Output.json(json)
      }
    case .csv:
      Output.line(CommaSeparated.row(["id", "published", "agency", "countries", "read", "starred", "tags", "headline"]))
      for line in lines {
        Output.line(CommaSeparated.row([
          String(line.id), line.published.iso, line.agency ?? "", line.focus.joined(separator: " "), String(line.isRead), String(line.isStarred),
          line.tags.joined(separator: " "), line.headline,
        ]))
      }
    }
  }
}

extension JSONText {
  /// A listed dispatch as an object.
  mutating func listed(_ line: ListedDispatch) {
    object { json in
      json.key("id"); json.value(Int(line.id))
      json.key("identity"); json.value(line.identity)
      json.key("published"); json.value(line.published.iso)
      json.key("agency"); json.value(line.agency)
      json.key("countries"); json.array(line.focus) { $0.value($1) }
      json.key("headline"); json.value(line.headline)
      json.key("priority"); json.value(line.priority)
      json.key("read"); json.value(line.isRead)
      json.key("starred"); json.value(line.isStarred)
      json.key("tags"); json.array(line.tags) { $0.value($1) }
      json.key("versions"); json.value(line.versions)
      if let embargo = line.embargo { json.key("embargo"); json.value(embargo.iso) }
      json.key("story")
      if let story = line.story {
        json.object { json in
          json.key("id"); json.value(Int(story.id))
          json.key("count"); json.value(story.count)
          json.key("tolls"); json.array(story.tolls) { $0.value($1) }
        }
      } else {
        json.value(String?.none)
      }
    }
  }
}
