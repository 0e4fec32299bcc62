/// Writes JSON (RFC 8259) into bytes: the quick way out for readings by the million.
///
/// Control characters, quotation marks and backslashes are escaped, and so are U+007F…U+009F, line and paragraph separators, overrides
/// and marks of direction, byte-order marks and tag characters, so that a line of output holds none of them whatever the text held. Numbers never come out as NaN or infinity (they become null).
public struct JSONText {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() { bytes.reserveCapacity(4_096) }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// A raw byte outside any value, such as the line feed after an object.
  public mutating func raw(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = false
  }

  public mutating func object(_ body: (inout JSONText) -> Void) { nest(open: "{", close: "}", body) }

  public mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONText, Element) -> Void) {
    nest(open: "[", close: "]") { json in
      for element in elements { body(&json, element) }
    }
  }

  /// A member's name; its value must follow.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ text: String?) {
    separate()
    guard var text else { return null() }
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x0A: append("\\n")
        case 0x09: append("\\t")
        case 0x0D: append("\\r")
        case 0x00..<0x20, 0x7F: appendEscape(UInt16(byte))
        case 0xC2 where index + 1 < buffer.count && buffer[index + 1] < 0xA0:
          appendEscape(UInt16(buffer[index + 1]))
          index += 1
        case 0xE2, 0xEF, 0xD8:
          if let (unit, length) = Self.invisible(buffer, at: index) {
            appendEscape(unit)
            index += length - 1
          } else {
            bytes.append(byte)
          }
        case 0xF3 where index + 3 < buffer.count && buffer[index + 1] == 0xA0 && buffer[index + 2] < 0x82:
          // A tag character, U+E0000…U+E007F, as a pair of surrogates.
          appendEscape(0xDB40)
          appendEscape(0xDC00 + UInt16(buffer[index + 2] & 0x3F) << 6 + UInt16(buffer[index + 3] & 0x3F))
          index += 3
        default: bytes.append(byte)
        }
        index += 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// The character that begins there if it separates lines, turns the direction or is a byte-order mark: its code unit and its bytes.
  private static func invisible(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> (unit: UInt16, length: Int)? {
    if buffer[index] == 0xD8 { return index + 1 < buffer.count && buffer[index + 1] == 0x9C ? (0x061C, 2) : nil }
    guard index + 2 < buffer.count else { return nil }
    let unit = UInt16(buffer[index] & 0x0F) << 12 | UInt16(buffer[index + 1] & 0x3F) << 6 | UInt16(buffer[index + 2] & 0x3F)
    switch unit {
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return (unit, 3)
    default: return nil
    }
  }

  public mutating func value(_ number: Int?) {
    separate()
    guard let number else { return null() }
    append(String(number))
    needsComma = true
  }

  /// Whole numbers without a decimal point.
  public mutating func value(_ number: Double) {
    separate()
    guard number.isFinite else { return null() }
    if let whole = Int(exactly: number), abs(number) < 1e15 { append(String(whole)) } else { append(String(number)) }
    needsComma = true
  }

  public mutating func value(_ bool: Bool) {
    separate()
    append(bool ? "true" : "false")
    needsComma = true
  }

  private mutating func null() {
    append("null")
    needsComma = true
  }

  private mutating func nest(open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    append("\\u")
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift) & 15)]) }
  }
}
