internal import Glibc

/// A colour in Ottosson's OKLab space: lightness 0…1, green–red and blue–yellow.
struct OKLab: Equatable {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.init(linear: [Self.linear[Int(red)], Self.linear[Int(green)], Self.linear[Int(blue)]])
  }

  /// From red, green and blue as linear light, 0…1; values outside are cut.
  init(linear light: [Double]) {
    let (r, g, b) = (min(max(light[0], 0), 1), min(max(light[1], 0), 1), min(max(light[2], 0), 1))
    let l = Self.cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = Self.cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = Self.cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The square of the distance.
  func distance(to other: OKLab) -> Double {
    let dl = lightness - other.lightness
    let da = a - other.a
    let db = b - other.b
    return dl * dl + da * da + db * db
  }

  /// The number of xterm's colour in `numbers` that is nearest.
  static func nearest(to color: OKLab, among numbers: Range<Int>) -> Int {
    var best = numbers.lowerBound
    var least = Double.infinity
    for number in numbers {
      let distance = color.distance(to: xterm[number])
      if distance < least { (best, least) = (number, distance) }
    }
    return best
  }

  private static let xterm: [OKLab] = Palette.xterm.map { OKLab($0.red, $0.green, $0.blue) }

  /// sRGB to linear light (IEC 61966-2-1).
  static let linear: [Double] = (0..<256).map { value in
    let v = Double(value) / 255
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
  }

  private static func cubeRoot(_ value: Double) -> Double { value <= 0 ? 0 : pow(value, 1 / 3) }
}
