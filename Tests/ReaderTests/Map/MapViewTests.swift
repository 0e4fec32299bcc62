import Terminal
import Testing

@testable import Reader

struct MapViewTests {
  private static let counts = ["IQ": 37, "RU": 29, "US": 61, "FR": 48, "DZ": 14, "MT": 1, "SG": 2, "TV": 1, "LU": 1]
  private static let raster = MapRaster(world, size: Size(columns: 120, rows: 36))

  /// An outline cut by the map's edge would run through the whole map, as Saint Lawrence Island (63° north, 170° west) once did.
  @Test func noOutlineJumpsFromOneEdgeToTheOther() {
    for country in world.countries {
      for ring in country.rings {
        let places = Projection.places(ring)
        for (from, to) in zip(places, places.dropFirst()) { #expect(abs(from.x - to.x) < 1, "\(country.code)") }
      }
    }
  }

  @Test(arguments: [
    ("FR", 2.35, 48.9), ("IQ", 44.4, 33.3), ("RU", 37.6, 55.8), ("RU", -172.0, 65.5), ("BR", -47.9, -15.8), ("AU", 149.1, -35.3), ("US", -100, 40),
    ("ZA", 26.2, -29.1), ("LS", 28.2, -29.6), ("GF", -53.0, 4.0),
  ])
  func capitalsLieInTheirCountries(_ code: String, _ longitude: Double, _ latitude: Double) {
    let scale = min(240 / Projection.width, 144 / Projection.height)
    let place = Projection.place(longitude: longitude, latitude: latitude)
    let x = Int(place.x * scale + 120)
    let y = Int(((Projection.top + Projection.bottom) / 2 - place.y) * scale + 72)
    let near = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map { Self.raster.owner(x + $0.0, y + $0.1) }
    #expect(near.contains { $0 != 0 && world.countries[Int($0) - 1].code == code })
  }

  @Test func everyCountryHasADotSomewhere() {
    let raster = MapRaster(world, size: Size(columns: 200, rows: 50))
    let seen = Set(raster.owners)
    let missing = world.countries.indices.filter { !seen.contains(UInt16($0 + 1)) }.map { world.countries[$0].code }
    // A few stand on the dot of a neighbour.
    #expect(missing.count < 8, "\(missing)")
    for code in ["MT", "SG", "LU", "RE", "TV", "BH", "XK", "PS"] { #expect(!missing.contains(code), "\(code)") }
  }

  @Test func anySizeAndAnyZoomIsDrawnInsideItsRectangle() {
    for columns in [0, 1, 2, 7, 19, 40, 80, 200] {
      for rows in [0, 1, 3, 10, 22, 50] {
        for zoom in [1.0, 3, 16] {
          let raster = MapRaster(world, size: Size(columns: columns, rows: rows), zoom: zoom, around: "FR")
          var frame = Frame(size: Size(columns: columns + 4, rows: rows + 2))
          frame.tile(frame.bounds, "x")
          let rect = Rect(x: 2, y: 1, width: columns, height: rows)
          let view = MapView(world: world, raster: raster, counts: Self.counts, selected: "FR")
          view.draw(into: &frame, rect, .builtin)
          view.drawName("France", into: &frame, rect, .builtin)
          for y in 0..<frame.size.rows {
            for x in 0..<frame.size.columns where !rect.contains(x: x, y: y) { #expect(frame[x, y].text == "x") }
          }
          if let corner = view.emptyCorner(of: rect, Size(columns: 5, rows: 2)) { #expect(rect.intersection(corner) == corner) }
        }
      }
    }
  }

  @Test func aCellIsItsCountryAndATinyStateComesFirst() throws {
    for code in ["FR", "BR", "AU", "IQ", "MT", "TV"] {
      let index = try #require(world.index(of: code))
      let anchor = Self.raster.anchors[index]
      #expect(Self.raster.country(atColumn: anchor.x / 2, row: anchor.y / 4, in: world) == code)
    }
    #expect(Self.raster.country(atColumn: 38, row: 35, in: world) == nil)
    #expect(Self.raster.country(atColumn: -50, row: 900, in: world) == nil)
  }

  @Test func shadesRiseWithTheCounts() {
    let shades = MapView.shades(of: ["A": 1, "B": 3, "C": 10, "D": 32, "E": 100, "F": 0])
    #expect(shades == ["A": 1, "B": 2, "C": 3, "D": 4, "E": 5])
    #expect(MapView.shades(of: ["A": 1]) == ["A": 5])
    #expect(MapView.shades(of: [:]) == [:])
    #expect(MapView.shades(of: ["A": Int.max, "B": Int.max - 1, "C": 2]).values.allSatisfy { (1...5).contains($0) })
  }

  @Test func whatOccursIsFullAndTheRestAnOutlineEvenWithoutColours() throws {
    var frame = Frame(size: Size(columns: 120, rows: 36))
    MapView(world: world, raster: Self.raster, counts: ["BR": 1], selected: nil).draw(into: &frame, frame.bounds, .builtin)
    func text(_ code: String) throws -> String {
      let anchor = Self.raster.anchors[try #require(world.index(of: code))]
      return frame[anchor.x / 2, anchor.y / 4].text
    }
    #expect(try text("BR") == "⣿")
    #expect(try text("AU") == " ")
    #expect(!frame.lines().joined().isEmpty)
  }

  @Test func theSelectedCountryAndItsNameStandOut() throws {
    var frame = Frame(size: Size(columns: 120, rows: 36))
    let view = MapView(world: world, raster: Self.raster, counts: Self.counts, selected: "IQ")
    view.draw(into: &frame, frame.bounds, .builtin)
    view.drawName("Irak", into: &frame, frame.bounds, .builtin)
    let line = try #require(frame.lines().first { $0.contains("Irak") })
    #expect(line.contains(" Irak"))
    let anchor = Self.raster.anchors[try #require(world.index(of: "IQ"))]
    #expect(frame[anchor.x / 2, anchor.y / 4].style.attributes.contains(.reverse))
  }

  @Test func theEmptyCornerHoldsNoSelectedCountry() throws {
    let bounds = Rect(Self.raster.size)
    for code in ["NZ", "US", "AU", "CL", "RU"] {
      let view = MapView(world: world, raster: Self.raster, counts: Self.counts, selected: code)
      let corner = try #require(view.emptyCorner(of: bounds, Size(columns: 24, rows: 5)))
      let index = UInt16(try #require(world.index(of: code)) + 1)
      for y in (corner.top * 4)..<(corner.bottom * 4) {
        for x in (corner.left * 2)..<(corner.right * 2) { #expect(Self.raster.owner(x, y) != index) }
      }
    }
  }
}
