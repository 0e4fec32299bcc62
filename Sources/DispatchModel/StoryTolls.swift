/// How many dead the dispatches of a story count: the row that grows, and who says otherwise.
///
/// The row goes on with a higher number, whoever gives it, and with whatever its last agency corrects itself to. A lower number of
/// another agency is no correction of it: `12 → 17 → 23`, and ATS has 21.
public struct StoryTolls: Hashable, Sendable {
  /// The number of dead in one dispatch of an agency.
  public struct Toll: Hashable, Sendable {
    public var agency: String?
    public var dead: Int

    public init(agency: String?, dead: Int) {
      self.agency = agency
      self.dead = dead
    }
  }

  /// The numbers, oldest first, repeats left out.
  public var row: [Int] = []
  /// Whose number the last of the row is.
  public var agency: String?
  /// The last number of each agency that gave a lower one.
  public var others: [Toll] = []

  /// - Parameter tolls: oldest first.
  public init(_ tolls: [Toll] = []) {
    for toll in tolls {
      if let last = row.last, toll.dead < last, toll.agency != agency {
        others.removeAll { $0.agency == toll.agency }
        others.append(toll)
        continue
      }
      if row.last != toll.dead { row.append(toll.dead) }
      agency = toll.agency
      others.removeAll { $0.agency == toll.agency || $0.dead == toll.dead }
    }
    others.removeAll { $0.agency == nil }
  }
}
