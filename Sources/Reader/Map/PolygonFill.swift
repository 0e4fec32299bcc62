/// Fills polygons on a grid of dots: a dot belongs to the polygon that holds its middle (even–odd rule).
struct PolygonFill {
  let width: Int
  let height: Int
  private(set) var owners: [UInt16]
  private var drawn: Set<UInt16> = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    owners = Array(repeating: 0, count: width * height)
  }

  /// Whether any dot was given to that owner.
  func hasDrawn(_ owner: UInt16) -> Bool { drawn.contains(owner) }

  mutating func set(_ x: Int, _ y: Int, owner: UInt16) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    owners[y * width + x] = owner
    drawn.insert(owner)
  }

  /// Fills the area inside all rings together, each closed by itself.
  mutating func draw(_ rings: [[(x: Double, y: Double)]], owner: UInt16) {
    // Where the rings cross the middle of each row of dots.
    var crossings: [Int: [Double]] = [:]
    for ring in rings {
      guard var last = ring.last else { continue }
      for corner in ring {
        let (upper, lower) = last.y < corner.y ? (last, corner) : (corner, last)
        last = corner
        guard upper.y < lower.y, lower.y > 0, upper.y < Double(height) else { continue }
        let first = max(0, Int((upper.y - 0.5).rounded(.up)))
        let end = min(height, Int((lower.y - 0.5).rounded(.up)))
        guard first < end else { continue }
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        for row in first..<end { crossings[row, default: []].append(upper.x + (Double(row) + 0.5 - upper.y) * slope) }
      }
    }
    for (row, unsorted) in crossings {
      let places = unsorted.sorted()
      for index in stride(from: 0, to: places.count - 1, by: 2) {
        let first = Int(max(0, (places[index] - 0.5).rounded(.up)))
        let end = Int(min(Double(width), (places[index + 1] - 0.5).rounded(.up)))
        for x in first..<max(first, end) where x < width {
          owners[row * width + x] = owner
          drawn.insert(owner)
        }
      }
    }
  }
}
