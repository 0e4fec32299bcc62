/// Going from country to country with the arrow keys.
extension WorldMap {
  public enum Direction: Sendable, CaseIterable { case left, right, up, down }

  /// The country that lies nearest in a direction, as one sees it on the map: distance counts, and going astray to the side counts
  /// double. Only countries of `candidates` are met; nil where none lies there. Without a country to start from, the first of `candidates`.
  public func neighbor(of code: String?, _ direction: Direction, among candidates: [String]) -> String? {
    guard let start = code.flatMap({ self[$0] }) else { return candidates.first { self[$0] != nil } }
    let from = Projection.place(longitude: start.longitude, latitude: start.latitude)
    var best: (code: String, cost: Double)?
    for candidate in candidates where candidate != start.code {
      guard let country = self[candidate] else { continue }
      let to = Projection.place(longitude: country.longitude, latitude: country.latitude)
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let (ahead, aside) =
        switch direction {
        case .left: (-dx, abs(dy))
        case .right: (dx, abs(dy))
        case .up: (dy, abs(dx))
        case .down: (-dy, abs(dx))
        }
      // Within some 70° of the direction.
      guard ahead > 0, aside < 2.7 * ahead else { continue }
      let cost = ahead * ahead + 4 * aside * aside
      if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
    }
    return best?.code
  }
}
