/// Bytes as the store packs them: numbers as LEB128 varints (DWARF 4, section 7.6), strings by their length, repeated ones once.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var strings: [String: UInt64] = [:]

  mutating func number(_ value: Int) {
    // Zigzag, so that small negative numbers stay small.
    var rest = UInt64(bitPattern: Int64(value) << 1 ^ Int64(value) >> 63)
    repeat {
      let byte = UInt8(rest & 0x7F)
      rest >>= 7
      bytes.append(rest == 0 ? byte : byte | 0x80)
    } while rest != 0
  }

  mutating func optional(_ value: Int?) {
    number(value == nil ? 0 : 1)
    if let value { number(value) }
  }

  /// A string: the number of an earlier equal one, else its bytes.
  mutating func string(_ text: String) {
    if let known = strings[text] {
      number(Int(known) + 1)
      return
    }
    strings[text] = UInt64(strings.count)
    number(0)
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func optional(_ text: String?) {
    number(text == nil ? 0 : 1)
    if let text { string(text) }
  }

  mutating func list<Element>(_ elements: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// Reads what `ByteWriter` wrote; any other bytes throw `ByteReader.Failure`, never trap.
struct ByteReader {
  struct Failure: Error {}

  private let bytes: [UInt8]
  private var at = 0
  private var strings: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What has not been read yet.
  var rest: [UInt8] { Array(bytes[at...]) }

  mutating func number() throws(Failure) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    throw Failure()
  }

  /// A number that counts what follows: never more than the bytes that are left.
  mutating func count() throws(Failure) -> Int {
    let value = try number()
    guard value >= 0, value <= bytes.count - at else { throw Failure() }
    return value
  }

  mutating func optionalNumber() throws(Failure) -> Int? { try number() == 0 ? nil : try number() }

  mutating func string() throws(Failure) -> String {
    let known = try number()
    if known > 0 {
      guard known - 1 < strings.count else { throw Failure() }
      return strings[known - 1]
    }
    let length = try count()
    let text = String(decoding: bytes[at..<at + length], as: UTF8.self)
    at += length
    strings.append(text)
    return text
  }

  mutating func optionalString() throws(Failure) -> String? { try number() == 0 ? nil : try string() }

  mutating func list<Element>(_ body: (inout ByteReader) throws(Failure) -> Element) throws(Failure) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try body(&self)) }
    return elements
  }
}
