internal import DispatchModel
internal import Foundation
internal import GRDB

/// A dispatch and its reading as the tables hold them.
enum StoredDispatch {
  /// What `make` reads, of the tables `d` and `b`.
  static let columns = "d.identity, d.published, d.agency, d.urgency, d.agency_version, b.packed"

  static func load(_ id: Int64, _ db: Database) throws -> (Dispatch, Reading)? {
    guard let row = try Row.fetchOne(
      db.cachedStatement(sql: """
        SELECT \(columns) FROM dispatch d JOIN body b ON b.id = d.id WHERE d.id = ?
        """), arguments: [id])
    else { return nil }
    return try make(row)
  }

  /// From a row as it was before bodies were packed: for what is saved of a damaged store.
  static func makeUnpacked(_ row: Row) throws -> (Dispatch, Reading) {
    let envelope: Data = try row.decode(forColumn: "envelope")
    let reading: Data = try row.decode(forColumn: "reading")
    return try make(row, PackedBody.Parts(text: row.decode(forColumn: "text"), envelope: Array(envelope), reading: Array(reading)))
  }

  /// Whether the text of a row with `b.packed` passes the test.
  static func matches(_ row: Row, _ test: TextTest) throws -> Bool {
    do {
      let parts = try PackedBody.decode(row.decode(Data.self, forColumn: "packed"))
      return test.matches(headline: try ReadingCoding.headline(of: parts.reading), text: parts.text)
    } catch is ByteReader.Failure {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
  }

  /// From a row with those columns.
  static func make(_ row: Row) throws -> (Dispatch, Reading) {
    let parts: PackedBody.Parts
    do {
      parts = try PackedBody.decode(row.decode(Data.self, forColumn: "packed"))
    } catch is ByteReader.Failure {
      throw try damaged(row)
    }
    return try make(row, parts)
  }

  private static func make(_ row: Row, _ parts: PackedBody.Parts) throws -> (Dispatch, Reading) {
    var dispatch = try Dispatch(identity: row.decode(forColumn: "identity"), text: parts.text)
    do {
      if try Envelope.decode(parts.envelope, into: &dispatch) { dispatch.published = try Moment(seconds: row.decode(forColumn: "published")) }
      dispatch.agency = try row.decode(forColumn: "agency")
      dispatch.urgency = try row.decode(forColumn: "urgency")
      dispatch.version = try row.decode(forColumn: "agency_version")
      return (dispatch, try ReadingCoding.decode(parts.reading, text: parts.text))
    } catch is ByteReader.Failure {
      throw try damaged(row)
    }
  }

  private static func damaged(_ row: Row) throws -> StoreError {
    StoreError.failed("The dispatch «\(try row.decode(String.self, forColumn: "identity"))» is damaged in the store; `telex doctor --repair` saves what can be read.")
  }
}
