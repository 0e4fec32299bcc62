/// A decimal number as text gives it, exact: digits and a power of ten.
struct Amount: Hashable, Sendable {
  /// The digits without the point.
  var digits: Int
  /// What power of ten they are multiplied by; below zero for decimals.
  var power: Int

  init(_ whole: Int) {
    digits = whole
    power = 0
  }

  init(digits: Int, power: Int) {
    self.digits = digits
    self.power = power
  }

  /// Times a whole factor; nil beyond 64 bits.
  func times(_ factor: Int) -> Amount? {
    var (factor, amount) = (factor, self)
    while amount.power < 0, factor % 10 == 0, factor != 0 {
      factor /= 10
      amount.power += 1
    }
    let (product, isOver) = amount.digits.multipliedReportingOverflow(by: factor)
    return isOver ? nil : Amount(digits: product, power: amount.power)
  }

  /// The sum; nil beyond 64 bits.
  func plus(_ other: Amount) -> Amount? {
    guard power == other.power else {
      guard power > other.power else { return other.plus(self) }
      guard let scaled = (0..<power - other.power).reduce(Optional(digits), { value, _ in
        value.flatMap { $0.multipliedReportingOverflow(by: 10).overflow ? nil : $0 * 10 }
      }) else { return nil }
      return Amount(digits: scaled, power: other.power).plus(other)
    }
    let (sum, isOver) = digits.addingReportingOverflow(other.digits)
    return isOver ? nil : Amount(digits: sum, power: power)
  }

  /// Its whole value; nil where it has decimals.
  var whole: Int? {
    var (value, left) = (digits, power)
    while left < 0 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      left += 1
    }
    return left == 0 ? value : nil
  }

  /// In decimal digits with a point, without needless zeros: `76.66`, `1200000000`.
  var text: String {
    guard power < 0 else { return String(digits) + String(repeating: "0", count: power) }
    var figures = Array(String(digits.magnitude).utf8)
    while figures.count <= -power { figures.insert(UInt8(ascii: "0"), at: 0) }
    var tail = Array(figures[(figures.count + power)...])
    while tail.last == UInt8(ascii: "0") { tail.removeLast() }
    let head = String(decoding: figures[..<(figures.count + power)], as: UTF8.self)
    let sign = digits < 0 ? "-" : ""
    return tail.isEmpty ? sign + head : "\(sign)\(head).\(String(decoding: tail, as: UTF8.self))"
  }
}
