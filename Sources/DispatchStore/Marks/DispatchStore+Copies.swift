internal import DispatchModel
internal import GRDB

extension DispatchStore {
  /// The same texts as other feeds sent them: dispatches of the same story with the same headline and, white space aside, the same text.
  /// What was read once is read everywhere. Costs a look-up a dispatch, and a text for each that has the same headline.
  public func copies(of ids: [Int64]) throws(StoreError) -> [Int64] {
    try reading { db in
      var copies: Set<Int64> = []
      let statement = try db.cachedStatement(sql: """
        SELECT o.id FROM dispatch d JOIN dispatch o ON o.story = d.story AND o.story IS NOT NULL AND o.id != d.id AND o.headline = d.headline
        WHERE d.id = ? LIMIT 20
        """)
      for id in ids {
        let candidates = try Int64.fetchAll(statement, arguments: [id]).filter { !copies.contains($0) }
        guard !candidates.isEmpty, let text = try words(of: id, db) else { continue }
        for candidate in candidates where try words(of: candidate, db) == text { copies.insert(candidate) }
      }
      return copies.subtracting(ids).sorted()
    }
  }

  private func words(of id: Int64, _ db: Database) throws -> [Substring]? {
    try StoredDispatch.load(id, db)?.0.text.split(whereSeparator: \.isWhitespace)
  }
}
