public import ArgumentParser
public import DispatchModel
import DispatchStore
import Terminal

/// `telex entities [QUERY]`: who and what the dispatches speak of, with counts.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "entities", abstract: "List entities with their counts.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "Only of that type: person, organization, place, product, event, law.")
  var type: MentionType?

  @Option(help: "At most so many.")
  var limit = 100

  @Option(help: "How to print.")
  var format: Format = .table

  func run() throws {
    let wanted = try query.parsed()
    let entities = try StoreAnswer.of { try options.open().entities(of: wanted, type: type, limit: max(0, limit)) }
    switch format {
    case .table:
      var table = Table(["COUNT", "TYPE", "NAME"], rightAligned: [0])
      for entity in entities { table.add([DisplayText(entity.count), DisplayText(entity.type.rawValue), DisplayText(entity.name)]) }
      table.print()
    case .jsonl:
      for entity in entities {
        var json = JSONText()
        json.object { json in
          json.key("type"); json.value(entity.type.rawValue)
          json.key("name"); json.value(entity.name)
          json.key("count"); json.value(entity.count)
        }
        json.raw(0x0A)
        Output.json(json)
      }
    case .csv:
      Output.line(CommaSeparated.row(["type", "name", "count"]))
      for entity in entities { Output.line(CommaSeparated.row([entity.type.rawValue, entity.name, String(entity.count)])) }
    }
  }
}

extension MentionType: ExpressibleByArgument {}
