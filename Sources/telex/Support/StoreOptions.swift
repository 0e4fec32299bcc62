import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation
import Reader
import Terminal

/// `--store PATH`, which every command takes.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store to use.", discussion: "Default: $TELEX_STORE, else $XDG_DATA_HOME/telex/telex.sqlite.", valueName: "path"))
  var store: String?

  func open() throws -> DispatchStore {
    do {
      return try DispatchStore.open(path: store ?? Locations.store)
    } catch {
      throw Failure.failed(DisplayText(error.description))
    }
  }
}

/// The words of a query, as they stand on the command line.
struct QueryArgument: ParsableArguments {
  @Argument(help: "A query, such as: country:Irak sanctions since:2018-03")
  var query: [String] = []

  var text: String { query.joined(separator: " ") }

  /// The query, or the end of the command with status 2 and the place where it goes wrong.
  func parsed() throws -> Query {
    do {
      return try Query.parse(text, today: Now.moment.date())
    } catch {
      Output.note("\(DisplayText(text))")
      Output.note(DisplayText(stringLiteral: " ").repeated(max(0, error.column - 1)) + "^")
      throw Failure.misuse("column \(error.column): \(DisplayText(error.message(in: Interface.language.rawValue)))")
    }
  }
}

/// The present, in one place.
enum Now {
  static var moment: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}
