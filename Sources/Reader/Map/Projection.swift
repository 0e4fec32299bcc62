internal import Glibc

/// From places on the globe to the plane of the map: Miller's cylindrical projection.
///
/// O. M. Miller, “Notes on Cylindrical World Map Projections”, Geographical Review 32, 1942. Chosen because most news comes from 15° to
/// 60° north: there it gives countries about one and a half times the dots that Robinson's does at the same width, and its shape (2.1 : 1) fills
/// a terminal better; Mercator's would make Greenland as large as Africa, the equirectangular one squashes the north.
enum Projection {
  /// The plane's extent: the whole way round, from 56° south, below Cape Horn, to 80° north.
  static let left = -Double.pi
  static let right = Double.pi
  static let top = place(longitude: middle, latitude: 80).y
  static let bottom = place(longitude: middle, latitude: -56).y
  static var width: Double { right - left }
  static var height: Double { top - bottom }

  /// The meridian in the middle: with 11° east the edge runs through the Bering Strait and leaves Siberia in one piece.
  private static let middle = 11.0

  /// The places of a ring. One that straddles the edge is kept whole, on the side where most of its corners lie: cut in two it
  /// would span the map from end to end.
  static func places(_ ring: [(longitude: Double, latitude: Double)]) -> [(x: Double, y: Double)] {
    let beyond = ring.reduce(0) { $0 + ($1.longitude < middle - 180 ? 1 : 0) }
    let isEast = beyond * 2 > ring.count
    return ring.map { corner in
      let east = isEast && corner.longitude < 0 ? corner.longitude + 360 : corner.longitude
      return plane(east, corner.latitude)
    }
  }

  /// A place in the plane: x grows to the east, y to the north, the radius of the globe is 1.
  static func place(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    plane(longitude < middle - 180 ? longitude + 360 : longitude, latitude)
  }

  private static func plane(_ east: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let north = min(max(latitude, -89), 89) * .pi / 180
    return ((east - middle) * .pi / 180, 1.25 * log(tan(.pi / 4 + 0.4 * north)))
  }
}
