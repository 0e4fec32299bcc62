import ArgumentParser
import DispatchModel
import DispatchStore
import Reader
import Terminal

/// `telex countries [QUERY]`: the countries that dispatches are about, with counts.
struct Countries: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "countries", abstract: "List countries with their counts.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "How to print.")
  var format: Format = .table

  func run() throws {
    let wanted = try query.parsed()
    let counts = try StoreAnswer.of { try options.open().countries(of: wanted) }
    let language = Interface.language.rawValue
    func name(_ code: String) -> String { Country(code: code)?.name(in: language) ?? code }
    switch format {
    case .table:
      var table = Table(["COUNT", "CODE", "COUNTRY"], rightAligned: [0])
      for (code, count) in counts { table.add([DisplayText(count), DisplayText(code), DisplayText(name(code))]) }
      table.print()
    case .json:
      var json = JSONText()
      json.array(counts) { json, entry in
        json.object { json in
          json.key("code"); json.value(entry.code)
          json.key("name"); json.value(name(entry.code))
          json.key("count"); json.value(entry.count)
        }
      }
      json.raw(0x0A)
      Output.json(json)
    }
  }
}
