import Foundation
import Terminal
import Testing

@testable import Reader

/// The map as the sources hold it.
let world: WorldMap = {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/Reader/Map/world.tsv").standardizedFileURL.path
  return WorldMap(text: String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self))
}()

struct WorldMapTests {
  @Test func allTheWorldIsThereAndEachCountryOnce() {
    #expect(world.countries.count > 220)
    #expect(Set(world.countries.map(\.code)).count == world.countries.count)
    for code in ["FR", "IQ", "RU", "US", "XK", "PS", "EH", "TW", "SG", "MT", "VA", "TV", "RE", "GF"] {
      #expect(world[code] != nil, "\(code)")
    }
    #expect(world["AQ"] == nil)
  }

  @Test func everyPlaceIsOnTheGlobeAndEveryRingIsAnArea() {
    for country in world.countries {
      #expect(country.code.utf8.count == 2)
      #expect(abs(country.longitude) <= 180 && abs(country.latitude) <= 90)
      for ring in country.rings {
        #expect(ring.count > 2, "\(country.code)")
        #expect(ring.allSatisfy { abs($0.longitude) <= 180.1 && abs($0.latitude) <= 90 }, "\(country.code)")
      }
    }
  }

  @Test func linesThatAreNoneArePassedOver() {
    let text = "# x\nring\t1 2\ncountry\tIQ\tIraq\t437 332\nring\t1 2 3 4 5 6 7\nring\nbogus\t1\ncountry\tFR\tFrance\tx\npoint\tMT\tMalta\t144 359"
    let map = WorldMap(text: text)
    #expect(map.countries.map(\.code) == ["IQ", "MT"])
    #expect(map["IQ"]?.rings.map(\.count) == [3])
    #expect(map["IQ"]?.longitude == 43.7)
  }

  @Test(arguments: [
    ("CO", WorldMap.Direction.right, "VE"), ("FR", .left, "GB"), ("FR", .right, "CH"), ("ES", .up, "FR"), ("ES", .left, "PT"),
    ("US", .up, "CA"), ("US", .down, "MX"), ("DZ", .right, "TN"), ("RU", .down, "MN"), ("EG", .left, "LY"), ("SD", .up, "EG"),
    ("KP", .down, "KR"), ("AR", .left, "CL"),
  ])
  func anArrowGoesToTheNeighbour(_ from: String, _ direction: WorldMap.Direction, _ to: String) {
    #expect(world.neighbor(of: from, direction, among: world.countries.filter { !$0.rings.isEmpty }.map(\.code)) == to)
  }

  @Test func arrowsMeetOnlyTheCandidatesAndEndAtTheEdge() {
    let candidates = ["FR", "IQ", "US"]
    #expect(world.neighbor(of: "FR", .right, among: candidates) == "IQ")
    #expect(world.neighbor(of: "FR", .left, among: candidates) == "US")
    #expect(world.neighbor(of: "IQ", .right, among: candidates) == nil)
    #expect(world.neighbor(of: nil, .up, among: ["ZZ", "IQ"]) == "IQ")
    #expect(world.neighbor(of: "IQ", .up, among: []) == nil)
  }
}
