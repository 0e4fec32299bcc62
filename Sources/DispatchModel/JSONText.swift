/// Writes JSON (RFC 8259) into bytes: the quick way out for readings by the million.
///
/// Control characters, quotation marks and backslashes are escaped, and so are U+007F…U+009F, line and paragraph separators, overrides
/// and marks of direction, byte-order marks and tag characters, so that a line of output holds none of them whatever the text held. Numbers never come out as NaN or infinity (they become null).
public struct JSONText: ~Copyable {
  /// The bytes so far, and room for more behind them. The writer owns them, which is why it cannot be copied.
  private var room: UnsafeMutablePointer<UInt8>
  private var size: Int
  private var used = 0
  private var needsComma = false
  private let drain: (([UInt8]) -> Void)?
  /// So many bytes are gathered before they are handed on.
  private static let piece = 1 << 16

  public init() { self.init(drain: nil) }

  /// Hands the bytes on in pieces as they come, so that the JSON of a long text never is in memory whole. `flush` hands on the last.
  public init(drain: (([UInt8]) -> Void)?) {
    self.drain = drain
    size = 1 << 14
    room = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  }

  deinit { room.deallocate() }

  /// Hands on what is left.
  public mutating func flush() {
    drain?(bytes)
    used = 0
  }

  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: room, count: used)) }

  public var string: String { String(decoding: UnsafeBufferPointer(start: room, count: used), as: UTF8.self) }

  public mutating func removeAll() {
    used = 0
    needsComma = false
  }

  /// A raw byte outside any value, such as the line feed after an object.
  public mutating func raw(_ byte: UInt8) {
    put(byte)
    needsComma = false
  }

  @inline(__always)
  public mutating func object(_ body: (inout JSONText) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONText, Element) -> Void) {
    open(UInt8(ascii: "["))
    for element in elements {
      body(&self, element)
      handOn()
    }
    close(UInt8(ascii: "]"))
  }

  /// An array of so many elements, each written by its number: what spares copies of big ones.
  public mutating func array(count: Int, _ body: (inout JSONText, Int) -> Void) {
    open(UInt8(ascii: "["))
    for index in 0..<count {
      body(&self, index)
      handOn()
    }
    close(UInt8(ascii: "]"))
  }

  /// An array whose elements were written elsewhere, commas and all: `pieces` gives their bytes one stretch after another.
  public mutating func array(written pieces: (_ add: (UnsafeBufferPointer<UInt8>) -> Void) -> Void) {
    open(UInt8(ascii: "["))
    pieces { bytes in
      put(bytes)
      handOn()
    }
    close(UInt8(ascii: "]"))
  }

  /// Hands on what is written where that is much.
  @inline(__always)
  private mutating func handOn() { if used > JSONText.piece, drain != nil { flush() } }

  /// A member's name; its value must follow.
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    makeRoom(name.utf8CodeUnitCount + 4)
    if needsComma { add(UInt8(ascii: ",")) }
    add(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes in
      if let source = bytes.baseAddress { (room + used).update(from: source, count: bytes.count) }
      used &+= bytes.count
    }
    add(UInt8(ascii: "\""))
    add(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ text: String?) {
    guard var text else { return null() }
    text.withUTF8 { buffer in
      var plain = Self.plainLength(buffer, from: 0)
      guard plain < buffer.count else { return putQuoted(buffer) }
      separate()
      // Runs of bytes that need no escape are copied whole.
      put(UInt8(ascii: "\""))
      var start = 0
      while true {
        put(UnsafeBufferPointer(rebasing: buffer[start..<plain]))
        guard plain < buffer.count else { break }
        start = plain + Self.escapeLength(buffer, at: plain)
        escape(buffer, at: plain)
        plain = Self.plainLength(buffer, from: start)
      }
      put(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  /// Where the bytes end, from the index on, that need no escape.
  private static func plainLength(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(buffer)
    while index < buffer.count {
      if index + 8 <= buffer.count {
        // Eight bytes at once: none with its high bit, none below 0x20, no quotation mark, no backslash, no 0x7F. Who is wrongly
        // suspected is looked at alone.
        let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = eight ^ (ones &* 0x22), slashes = eight ^ (ones &* 0x5C), deletes = eight ^ (ones &* 0x7F)
        let suspects = (eight &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones) | (deletes &- ones) | eight
        if suspects & (ones << 7) == 0 {
          index += 8
          continue
        }
      }
      let byte = buffer[index]
      if byte >= 0x20, byte < 0x7F ? byte != 0x22 && byte != 0x5C : byte > 0x7F && !Self.mayOpenInvisible(byte) {
        index += 1
        continue
      }
      if escapeLength(buffer, at: index) > 0 { return index }
      index += 1
    }
    return index
  }

  // MARK: Bytes

  /// A byte that there is room for.
  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    room[used] = byte
    used &+= 1
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    makeRoom(1)
    add(byte)
  }

  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    makeRoom(bytes.count)
    (room + used).update(from: source, count: bytes.count)
    used += bytes.count
  }

  /// The bytes, which need no escape, in quotation marks, and the comma before them.
  @inline(__always)
  private mutating func putQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    makeRoom(bytes.count + 3)
    if needsComma { add(UInt8(ascii: ",")) }
    add(UInt8(ascii: "\""))
    if let source = bytes.baseAddress { (room + used).update(from: source, count: bytes.count) }
    used &+= bytes.count
    add(UInt8(ascii: "\""))
  }

  @inline(__always)
  private mutating func makeRoom(_ count: Int) { if used + count > size { grow(count) } }

  @inline(never)
  private mutating func grow(_ count: Int) {
    let larger = max(size * 2, used + count)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: room, count: used)
    room.deallocate()
    (room, size) = (moved, larger)
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
      put(UInt8(ascii: "\\"))
      put(byte)
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
    guard let number else { return null() }
    separate()
    append(number)
    needsComma = true
  }

  /// Whole numbers without a decimal point.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    if let whole = Int(exactly: number), abs(number) < 1e15 {
      append(whole)
    } else if number > 0, number < 1_000, (number * 100).rounded() / 100 == number {
      // Two decimals, which most are: a decimal of so few digits is its own shortest form.
      let hundredths = Int((number * 100).rounded())
      append(hundredths / 100)
      put(UInt8(ascii: "."))
      put(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
      if hundredths % 10 != 0 { put(UInt8(ascii: "0") + UInt8(hundredths % 10)) }
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
    separate()
    append("null")
    needsComma = true
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8) {
    makeRoom(2)
    if needsComma { add(UInt8(ascii: ",")) }
    add(bracket)
    needsComma = false
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8) {
    put(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { put(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  /// The decimal digits, the last first.
  private mutating func append(_ number: Int) {
    guard number >= 0, number < 1_000_000_000 else { return append(String(number)) }
    makeRoom(9)
    var rest = UInt32(truncatingIfNeeded: number)
    let digits = rest < 10 ? 1 : rest < 100 ? 2 : rest < 1_000 ? 3 : rest < 10_000 ? 4 : rest < 100_000 ? 5 : rest < 1_000_000 ? 6 : rest < 10_000_000 ? 7 : rest < 100_000_000 ? 8 : 9
    var at = used + digits
    used = at
    repeat {
      at -= 1
      room[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  private mutating func appendEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    append("\\u")
    for shift in [12, 8, 4, 0] { put(digits[Int(unit >> UInt16(shift) & 15)]) }
  }
}
