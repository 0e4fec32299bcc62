internal import DispatchModel
internal import Foundation
internal import GRDB

/// A dispatch and its reading as the tables hold them.
enum StoredDispatch {
  static func load(_ id: Int64, _ db: Database) throws -> (Dispatch, Reading)? {
    guard let row = try Row.fetchOne(
      db.cachedStatement(sql: """
        SELECT d.identity, d.published, d.agency, d.urgency, d.agency_version, b.text, b.envelope, b.reading
        FROM dispatch d JOIN body b ON b.id = d.id WHERE d.id = ?
        """), arguments: [id])
    else { return nil }
    return try make(row)
  }

  /// From a row with those columns.
  static func make(_ row: Row) throws -> (Dispatch, Reading) {
    let text: String = try row.decode(forColumn: "text")
    var dispatch = try Dispatch(identity: row.decode(forColumn: "identity"), text: text)
    let envelope: Data = try row.decode(forColumn: "envelope")
    let reading: Data = try row.decode(forColumn: "reading")
    do {
      if try Envelope.decode(Array(envelope), into: &dispatch) { dispatch.published = try Moment(seconds: row.decode(forColumn: "published")) }
      dispatch.agency = try row.decode(forColumn: "agency")
      dispatch.urgency = try row.decode(forColumn: "urgency")
      dispatch.version = try row.decode(forColumn: "agency_version")
      return (dispatch, try ReadingCoding.decode(Array(reading), text: text))
    } catch {
      throw StoreError.failed("The dispatch «\(dispatch.identity)» is damaged in the store; `telex doctor --repair` saves what can be read.")
    }
  }
}
