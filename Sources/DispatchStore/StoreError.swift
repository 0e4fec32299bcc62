public import DispatchModel
internal import GRDB

/// Why the store cannot do what was asked: what happened, where, what to do.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  case notOurs(path: String)
  case newer(path: String)
  case older(path: String)
  case damaged(path: String)
  case readOnly(path: String)
  case diskFull
  case wrongQuery(QueryError)
  case failed(String)

  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason): "The store \(path) cannot be opened: \(reason)."
    case .notOurs(let path): "\(path) is a database of another program; choose another file with --store."
    case .newer(let path): "The store \(path) was made by a newer Telex; nothing was changed. Update Telex to open it."
    case .older(let path): "The store \(path) was made by an older Telex and cannot be brought up to date, for it cannot be written to. Copy it to where it can."
    case .damaged(let path): "The store \(path) is damaged. `telex doctor --repair` saves what can be read into a new store."
    case .readOnly(let path): "The store \(path) cannot be written to; it is open for reading only."
    case .diskFull: "The disk is full: nothing was saved. Make room and try again."
    case .wrongQuery(let error): "column \(error.column): \(error.description)"
    case .failed(let reason): reason
    }
  }

  /// What an error of SQLite means to people.
  static func of(_ error: any Error, path: String) -> StoreError {
    if let known = error as? StoreError { return known }
    if let query = error as? QueryError { return .wrongQuery(query) }
    // A value of another kind than its column's: only damage puts one there.
    if error is RowDecodingError { return .damaged(path: path) }
    guard let database = error as? DatabaseError else { return .failed("\(error)") }
    switch database.resultCode {
    case .SQLITE_FULL: return .diskFull
    case .SQLITE_READONLY: return .readOnly(path: path)
    case .SQLITE_CORRUPT: return .damaged(path: path)
    case .SQLITE_NOTADB: return .notOurs(path: path)
    case .SQLITE_CANTOPEN: return .cannotOpen(path: path, reason: "the file or its folder is missing or not allowed")
    default: return .failed("The store reports: \(database.message ?? "an error without words") (\(database.resultCode)).")
    }
  }
}
