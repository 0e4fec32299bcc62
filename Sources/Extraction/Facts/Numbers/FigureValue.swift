internal import Lexicon

/// A figure mention's value, taken apart: `60000 personnes` is a number and what it counts or measures.
struct FigureValue {
  var number: Double
  /// What stands after the number.
  var unit: String

  /// Nil where the value has not the form of a figure's.
  init?(_ value: String) {
    guard let space = value.utf8.firstIndex(of: UInt8(ascii: " ")), let number = PlainNumber.read(value[..<space]) ?? Double(value[..<space]), number.isFinite else { return nil }
    self.number = number
    unit = String(value[value.utf8.index(after: space)...])
  }

  /// `%`, or three capitals: an ISO 4217 code.
  var isMoney: Bool { unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
  var isShare: Bool { unit == "%" }

  /// A whole number that can count people.
  var count: Int? { number >= 0 && number < 1e12 ? Int(exactly: number.rounded()) : nil }
}

/// Digits with or without a decimal point, as all but a few figures are, read without the general parser.
enum PlainNumber {
  private static let tens: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// The number, exactly as `Double` reads it; nil for anything longer or otherwise written. At most fifteen digits are a whole number
  /// that a `Double` holds exactly, and one division by a power of ten, exact too, rounds once.
  static func read(_ text: Substring) -> Double? {
    var digits = 0
    var decimals: Int?
    var whole: Int64 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), decimals == nil, digits > 0 { decimals = 0; continue }
      guard byte >= 0x30, byte <= 0x39, digits < 15 else { return nil }
      whole = whole * 10 + Int64(byte - 0x30)
      digits += 1
      if let seen = decimals { decimals = seen + 1 }
    }
    guard digits > 0 else { return nil }
    guard let decimals else { return Double(whole) }
    return decimals > 0 && decimals < tens.count ? Double(whole) / tens[decimals] : nil
  }
}
