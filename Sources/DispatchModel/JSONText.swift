/// Writes JSON (RFC 8259) into bytes: the quick way out for readings by the million.
///
/// Control characters, quotation marks and backslashes are escaped, and so are U+007F…U+009F, line and paragraph separators, overrides
/// and marks of direction, byte-order marks and tag characters, so that a line of output holds none of them whatever the text held. Numbers never come out as NaN or infinity (they become null).
public struct JSONText {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let drain: (([UInt8]) -> Void)?
  /// So many bytes are gathered before they are handed on.
  private static let piece = 1 << 16

  public init() { self.init(drain: nil) }

  /// Hands the bytes on in pieces as they come, so that the JSON of a long text never is in memory whole. `flush` hands on the last.
  public init(drain: (([UInt8]) -> Void)?) {
    self.drain = drain
    bytes.reserveCapacity(4_096)
  }

  /// Hands on what is left.
  public mutating func flush() {
    drain?(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

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
      for element in elements {
        body(&json, element)
        if json.drain != nil, json.bytes.count > JSONText.piece { json.flush() }
      }
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
      // Runs of bytes that need no escape are copied whole.
      var plain = 0
      var index = 0
      func copy(upTo end: Int) {
        if end > plain { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[plain..<end])) }
      }
      while index < buffer.count {
        let byte = buffer[index]
        if byte >= 0x20, byte < 0x7F ? byte != 0x22 && byte != 0x5C : byte > 0x7F && !Self.mayOpenInvisible(byte) {
          index += 1
          continue
        }
        let length = Self.escapeLength(buffer, at: index)
        guard length > 0 else {
          index += 1
          continue
        }
        copy(upTo: index)
        escape(buffer, at: index)
        index += length
        plain = index
      }
      copy(upTo: buffer.count)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Whether a character that must be escaped may begin with the byte.
  @inline(__always)
  private static func mayOpenInvisible(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xD8 || byte == 0xF3 }

  /// How many bytes there are of what must be escaped; 0 where nothing must.
  private static func escapeLength(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch buffer[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x00..<0x20, 0x7F: 1
    case 0xC2 where index + 1 < buffer.count && buffer[index + 1] < 0xA0: 2
    case 0xE2, 0xEF, 0xD8: invisible(buffer, at: index)?.length ?? 0
    // A tag character, U+E0000…U+E007F.
    case 0xF3 where index + 3 < buffer.count && buffer[index + 1] == 0xA0 && buffer[index + 2] < 0x82: 4
    default: 0
    }
  }

  /// Escapes what `escapeLength` found there.
  private mutating func escape(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) {
    let byte = buffer[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: append("\\n")
    case 0x09: append("\\t")
    case 0x0D: append("\\r")
    case 0xC2: appendEscape(UInt16(buffer[index + 1]))
    case 0xE2, 0xEF, 0xD8: if let found = Self.invisible(buffer, at: index) { appendEscape(found.unit) }
    case 0xF3:
      // As a pair of surrogates.
      appendEscape(0xDB40)
      appendEscape(0xDC00 + UInt16(buffer[index + 2] & 0x3F) << 6 + UInt16(buffer[index + 3] & 0x3F))
    default: appendEscape(UInt16(byte))
    }
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
    append(number)
    needsComma = true
  }

  /// Whole numbers without a decimal point.
  public mutating func value(_ number: Double) {
    separate()
    guard number.isFinite else { return null() }
    if let whole = Int(exactly: number), abs(number) < 1e15 {
      append(whole)
    } else if number > 0, number < 1_000, (number * 100).rounded() / 100 == number {
      // Two decimals, which most are: a decimal of so few digits is its own shortest form.
      let hundredths = Int((number * 100).rounded())
      append(hundredths / 100)
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
      if hundredths % 10 != 0 { bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10)) }
    } else {
      append(String(number))
    }
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

  /// The decimal digits.
  private mutating func append(_ number: Int) {
    guard number >= 0, number < 1_000_000_000 else { return append(String(number)) }
    var scale = 1
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  private mutating func appendEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    append("\\u")
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift) & 15)]) }
  }
}
