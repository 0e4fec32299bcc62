/// What saving a batch did: each dispatch was new, a new version of one that was there, or nothing new.
public struct SaveReport: Hashable, Sendable {
  public var new: Int
  public var updated: Int
  public var unchanged: Int
  /// Rows of the new and the updated ones.
  public var ids: [Int64]

  public init(new: Int = 0, updated: Int = 0, unchanged: Int = 0, ids: [Int64] = []) {
    self.new = new
    self.updated = updated
    self.unchanged = unchanged
    self.ids = ids
  }

  public static func + (a: SaveReport, b: SaveReport) -> SaveReport {
    SaveReport(new: a.new + b.new, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged, ids: a.ids + b.ids)
  }
}
