public import Terminal

/// Which country each dot of the map belongs to: the map at one size and one zoom. Two dots fit across a cell and four down.
///
/// Making it takes time in proportion to the corners of the outlines and the dots; keep it while the size stays.
public struct MapRaster: Sendable {
  /// The size in cells.
  public let size: Size
  /// How many times larger than the whole world, and where the middle lies.
  public let zoom: Double
  let width: Int
  let height: Int
  /// For each dot, row by row, 1 + the country's index in `WorldMap.countries`; 0 is the sea.
  let owners: [UInt16]
  /// Each country's place in dots, by index; outside the raster for those that zooming leaves out.
  let anchors: [(x: Int, y: Int)]

  /// The world, or a part of it: at a zoom above 1 the middle is that country.
  public init(_ world: WorldMap, size: Size, zoom: Double = 1, around code: String? = nil) {
    self.size = size
    self.zoom = min(max(1, zoom), 64)
    let width = size.columns * 2
    let height = size.rows * 4
    (self.width, self.height) = (width, height)
    // Never 0, which would put everything at infinity in a map without rows.
    let scale = max(1e-6, min(Double(width) / Projection.width, Double(height) / Projection.height) * self.zoom)
    var middle = (x: 0.0, y: (Projection.top + Projection.bottom) / 2)
    if self.zoom > 1, let country = code.flatMap({ world[$0] }) {
      middle = Projection.place(longitude: country.longitude, latitude: country.latitude)
      // Not farther to an edge than the world goes.
      let reach = (x: Double(width) / scale / 2, y: Double(height) / scale / 2)
      middle.x = Self.clamp(middle.x, Projection.left + reach.x, Projection.right - reach.x)
      middle.y = Self.clamp(middle.y, Projection.bottom + reach.y, Projection.top - reach.y)
    }
    func dot(_ place: (x: Double, y: Double)) -> (x: Double, y: Double) {
      ((place.x - middle.x) * scale + Double(width) / 2, (middle.y - place.y) * scale + Double(height) / 2)
    }
    var fill = PolygonFill(width: width, height: height)
    var anchors: [(x: Int, y: Int)] = []
    anchors.reserveCapacity(world.countries.count)
    for (index, country) in world.countries.enumerated() {
      fill.draw(country.rings.map { Projection.places($0).map(dot) }, owner: UInt16(index + 1))
      let place = dot(Projection.place(longitude: country.longitude, latitude: country.latitude))
      anchors.append((Int(place.x.rounded(.down)), Int(place.y.rounded(.down))))
    }
    // What fell between the dots, and the states without an outline, own at least the dot they lie on.
    for (index, place) in anchors.enumerated() where !fill.hasDrawn(UInt16(index + 1)) {
      fill.set(place.x, place.y, owner: UInt16(index + 1))
    }
    owners = fill.owners
    self.anchors = anchors
  }

  private static func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    low > high ? (low + high) / 2 : min(max(value, low), high)
  }

  /// The owner of a dot; `beyond` where there is none, as the map is cut there and not the land.
  func owner(_ x: Int, _ y: Int, beyond: UInt16 = 0) -> UInt16 {
    guard x >= 0, y >= 0, x < width, y < height else { return beyond }
    return owners[y * width + x]
  }

  /// The country in a cell: the one with most dots in it, a tiny one before the land around it, else the nearest within two cells.
  public func country(atColumn column: Int, row: Int, in world: WorldMap) -> String? {
    var dots: [UInt16: Int] = [:]
    for distance in 0...2 {
      for y in ((row - distance) * 4)..<((row + distance + 1) * 4) {
        for x in ((column - distance) * 2)..<((column + distance + 1) * 2) where owner(x, y) != 0 {
          let found = owner(x, y)
          let isTiny = world.countries[Int(found) - 1].rings.isEmpty
          dots[found, default: 0] += isTiny ? 100 : 1
        }
      }
      if let best = dots.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
        return world.countries[Int(best.key) - 1].code
      }
    }
    return nil
  }
}
