internal import DispatchModel
internal import GRDB

/// Dispatches that must not be shown before their hour, or at all where the agency withholds them. What hangs on them is left out of every answer until then: countries, entities,
/// facts of dossiers, tolls of stories. Their line with its headline stays, and their text is the caller's to veil.
///
/// The hour is held against SQLite's clock, so that a window that stays open shows the text when it comes.
enum Embargoes {
  /// The dispatches under embargo now, as a subquery; nearly always none.
  static let running = "SELECT dispatch FROM embargo WHERE until > \(now)"
  static let now = "CAST(strftime('%s', 'now') AS INTEGER)"

  static func areRunning(_ db: Database) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM embargo WHERE until > \(now) LIMIT 1")) != nil
  }

  /// Notes a dispatch's embargo, or that it has none.
  static func keep(_ id: Int64, _ dispatch: Dispatch, _ db: Database) throws {
    guard let hour = dispatch.heldUntil else {
      return try db.cachedStatement(sql: "DELETE FROM embargo WHERE dispatch = ?").execute(arguments: [id])
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO embargo (dispatch, until) VALUES (?, ?)").execute(arguments: [id, hour.seconds])
  }
}
