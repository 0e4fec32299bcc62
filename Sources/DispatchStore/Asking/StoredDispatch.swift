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
    let text: String = row["text"]
    var dispatch = Dispatch(identity: row["identity"], text: text)
    let envelope: Data = row["envelope"]
    let reading: Data = row["reading"]
    do {
      if try Envelope.decode(Array(envelope), into: &dispatch) { dispatch.published = Moment(seconds: row["published"]) }
      dispatch.agency = row["agency"]
      dispatch.urgency = row["urgency"]
      dispatch.version = row["agency_version"]
      return (dispatch, try ReadingCoding.decode(Array(reading), text: text))
    } catch {
      throw StoreError.failed("The dispatch «\(dispatch.identity)» is damaged in the store; `telex doctor --repair` saves what can be read.")
    }
  }
}
