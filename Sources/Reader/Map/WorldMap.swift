internal import Foundation
internal import Glibc

/// The countries of the world as land on a map: Natural Earth's outlines, read from `world.tsv`.
public struct WorldMap: Sendable {
  /// A country or territory. What is too small for an outline has a place only.
  public struct Country: Sendable {
    /// ISO 3166-1 alpha-2; `XK` for Kosovo.
    public let code: String
    /// The English name.
    public let name: String
    /// A place well inside its largest land.
    public let longitude: Double
    public let latitude: Double
    /// Closed lines around its land, each corner a longitude and a latitude.
    var rings: [[(longitude: Double, latitude: Double)]]
  }

  public let countries: [Country]
  private let indexByCode: [String: Int]

  init(countries: [Country]) {
    self.countries = countries
    indexByCode = Dictionary(countries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the text of `world.tsv`; lines that it does not understand are passed over.
  public init(text: String) {
    var countries: [Country] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      switch fields.first.flatMap({ String($0) }) {
      case "country", "point":
        guard fields.count == 4, let code = String(fields[1]), let name = String(fields[2]) else { continue }
        let place = Self.numbers(fields[3])
        guard place.count == 2 else { continue }
        countries.append(
          Country(code: code, name: name, longitude: Double(place[0]) / 10, latitude: Double(place[1]) / 10, rings: []))
      case "ring":
        guard fields.count == 2, !countries.isEmpty else { continue }
        countries[countries.count - 1].rings.append(Self.corners(Self.numbers(fields[1])))
      default: continue
      }
    }
    self.init(countries: countries)
  }

  /// The map that comes with the program; nil where its file is not found. Read once, at the first use.
  public static let standard: WorldMap? = {
    for folder in dataFolders() {
      guard let data = FileManager.default.contents(atPath: folder + "/world.tsv") else { continue }
      let map = WorldMap(text: String(decoding: data, as: UTF8.self))
      if !map.countries.isEmpty { return map }
    }
    return nil
  }()

  public subscript(code: String) -> Country? { indexByCode[code].map { countries[$0] } }

  /// Where a country stands in `countries`.
  func index(of code: String) -> Int? { indexByCode[code] }

  /// `$TELEX_DATA`, the folder of the program with SwiftPM's resources, `share/telex` beside its `bin`.
  private static func dataFolders() -> [String] {
    var folders: [String] = []
    if let chosen = getenv("TELEX_DATA") { folders.append(String(cString: chosen)) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if length > 0 {
      let program = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      folders += ["\(folder)/telex_Reader.resources", folder, "\(folder)/../share/telex"]
    }
    return folders
  }

  /// Whole numbers separated by spaces.
  private static func numbers(_ bytes: Substring.UTF8View) -> [Int] {
    var numbers: [Int] = []
    var value = 0
    var sign = 1
    var hasDigits = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = min(value, 1_000_000) * 10 + Int(byte - UInt8(ascii: "0"))
        hasDigits = true
      default:
        if hasDigits { numbers.append(sign * value) }
        (value, sign, hasDigits) = (0, 1, false)
      }
    }
    if hasDigits { numbers.append(sign * value) }
    return numbers
  }

  /// The first corner, then the steps to the next ones, in tenths of a degree.
  private static func corners(_ steps: [Int]) -> [(longitude: Double, latitude: Double)] {
    var corners: [(longitude: Double, latitude: Double)] = []
    var (x, y) = (0, 0)
    for index in stride(from: 0, to: steps.count - 1, by: 2) {
      x += steps[index]
      y += steps[index + 1]
      corners.append((Double(x) / 10, Double(y) / 10))
    }
    return corners
  }
}
