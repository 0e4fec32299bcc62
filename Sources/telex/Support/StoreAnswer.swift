import DispatchStore
import Terminal

/// Asks the store; an error becomes its sentence and status 1.
enum StoreAnswer {
  static func of<Value>(_ ask: () throws -> Value) throws -> Value {
    do {
      return try ask()
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    }
  }
}
