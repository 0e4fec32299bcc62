internal import Lexicon

/// A figure mention's value, taken apart: `60000 personnes` is a number and what it counts or measures.
struct FigureValue {
  var number: Double
  /// What stands after the number.
  var unit: String

  /// Nil where the value has not the form of a figure's.
  init?(_ value: String) {
    guard let space = value.utf8.firstIndex(of: UInt8(ascii: " ")), let number = Double(value[..<space]), number.isFinite else { return nil }
    self.number = number
    unit = String(value[value.utf8.index(after: space)...])
  }

  /// `%`, or three capitals: an ISO 4217 code.
  var isMoney: Bool { unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
  var isShare: Bool { unit == "%" }

  /// A whole number that can count people.
  var count: Int? { number >= 0 && number < 1e12 ? Int(exactly: number.rounded()) : nil }
}
