public import ArgumentParser
public import DispatchModel
import DispatchStore
import Terminal

/// `telex facts [QUERY]`: what the dispatches say.
struct Facts: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "facts", abstract: "List facts, those of the newest dispatches first.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

  @OptionGroup var options: StoreOptions
  @OptionGroup var query: QueryArgument

  @Option(help: "Only of that kind: \(FactKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: FactKind?

  @Option(help: "From at most so many dispatches.")
  var limit = 1_000

  @Option(help: "How to print.")
  var format: Format = .table

  func run() throws {
    let wanted = try query.parsed()
    if format == .csv { Output.line(CommaSeparated.row(["dispatch", "published", "kind", "fact", "evidence", "confidence"])) }
    var table = Table(["ID", "DATE", "KIND", "FACT"])
    try StoreAnswer.of {
      try options.open().forEach(of: wanted, limit: max(0, limit)) { id, dispatch, reading in
        let day = (dispatch.published?.date() ?? reading.published)?.iso ?? ""
        for fact in Embargo.holds(dispatch) ? [] : reading.facts where kind == nil || fact.kind == kind {
          switch format {
          case .table: table.add([DisplayText(id), DisplayText(day), DisplayText(fact.kind.rawValue), FactSentence.line(fact)])
          case .csv:
            Output.line(CommaSeparated.row([
              String(id), day, fact.kind.rawValue, FactSentence.line(fact).string, fact.evidence.text, String(fact.confidence),
            ]))
          case .jsonl:
            var json = JSONText()
            json.object { json in
              json.key("dispatch"); json.value(Int(id))
              json.key("published"); json.value(day)
              json.key("fact"); json.fact(fact)
            }
            json.raw(0x0A)
            Output.json(json)
          }
        }
      }
    }
    table.print()
  }
}

extension FactKind: ExpressibleByArgument {}
