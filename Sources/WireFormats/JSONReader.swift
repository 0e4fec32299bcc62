/// A JSON value. Numbers keep their digits, so that nothing overflows; objects keep their order, and the last of two equal keys wins.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The member of that name.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  public var isObject: Bool { if case .object = self { true } else { false } }
  /// A whole number that fits, else nil.
  public var int: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// A string or a number as text, as ids come.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    default: nil
    }
  }

  /// An array's values, or the value alone: for fields that come in both ways.
  var list: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

public struct JSONMember: Hashable, Sendable {
  public var key: String
  public var value: JSONValue

  public init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// Reads JSON (RFC 8259) without traps: depth 128, lone surrogates become U+FFFD, raw line breaks in strings are taken.
///
/// Input that breaks off or goes wrong gives what was complete before: see `isComplete` and `complaint`.
public struct JSONReader {
  public static let depthLimit = 128
  private let bytes: [UInt8]
  private var index = 0
  /// What is wrong and at which byte, nil where nothing is.
  public private(set) var complaint: String?
  public var isComplete: Bool { complaint == nil }

  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads UTF-8; what is none becomes U+FFFD in the strings.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a whole text, and what was wrong with it; nil where not even a beginning could be read.
  public static func read(_ text: String) -> (value: JSONValue?, complaint: String?) { read(JSONReader(text)) }

  /// The same of UTF-8 bytes.
  public static func read(_ bytes: [UInt8]) -> (value: JSONValue?, complaint: String?) { read(JSONReader(bytes)) }

  private static func read(_ reader: JSONReader) -> (value: JSONValue?, complaint: String?) {
    var reader = reader
    let value = reader.value(depth: 0)
    reader.skipBlanks()
    if reader.complaint == nil, reader.index < reader.bytes.count { reader.fail("text after the end") }
    return (value, reader.complaint)
  }

  private mutating func fail(_ what: String) {
    if complaint == nil { complaint = "\(what), byte \(index + 1)" }
  }

  /// nil where the value is not whole, except that containers give what was whole in them at the outer levels.
  private mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard index < bytes.count else {
      fail("unexpected end")
      return nil
    }
    guard depth < Self.depthLimit else {
      fail("nested more than \(Self.depthLimit) deep")
      return nil
    }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return number()
    default:
      fail("no value")
      return nil
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [JSONMember] = []
    index += 1
    while true {
      skipBlanks()
      guard index < bytes.count else {
        fail("unexpected end")
        break
      }
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        break
      }
      if bytes[index] == UInt8(ascii: ","), !members.isEmpty {
        index += 1
        continue
      }
      guard bytes[index] == UInt8(ascii: "\""), let key = string() else {
        fail("no key")
        break
      }
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
        fail("no colon")
        break
      }
      index += 1
      if let value = value(depth: depth + 1) { members.append(JSONMember(key: key, value: value)) }
      if complaint != nil { break }
    }
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var values: [JSONValue] = []
    index += 1
    while true {
      skipBlanks()
      guard index < bytes.count else {
        fail("unexpected end")
        break
      }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        break
      }
      if bytes[index] == UInt8(ascii: ","), !values.isEmpty {
        index += 1
        continue
      }
      let element = value(depth: depth + 1)
      // The element in which the text breaks off is not whole, so it is not taken.
      guard complaint == nil, let element else { break }
      values.append(element)
    }
    return .array(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
    guard bytes[index...].starts(with: word.utf8) else {
      fail("no value")
      return nil
    }
    index += word.utf8.count
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = index
    while index < bytes.count, bytes[index].isASCIIDigit || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    guard index - start <= 1_000 else {
      fail("number too long")
      return nil
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func string() -> String? {
    index += 1
    var out: [UInt8] = []
    while index < bytes.count {
      // Runs of bytes without an escape are taken whole: most strings are one.
      let run = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
      let plain = bytes[run..<index]
      guard index < bytes.count else { break }
      let isEnd = bytes[index] == UInt8(ascii: "\"")
      index += 1
      if isEnd, out.isEmpty { return String(decoding: plain, as: UTF8.self) }
      out.append(contentsOf: plain)
      if isEnd { return String(decoding: out, as: UTF8.self) }
      guard index < bytes.count else { break }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = escapedScalar() else {
          fail("bad \\u")
          return nil
        }
        out.append(contentsOf: Array(String(scalar).utf8))
      default: out.append(escape)
      }
    }
    fail("unexpected end")
    return nil
  }

  /// The four digits after `\u`, and the second half of a pair; U+FFFD for a half alone.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let resume = index
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") {
      index += 2
      if let second = fourDigits(), (0xDC00...0xDFFF).contains(second) {
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
      }
      index = resume
    }
    return "\u{FFFD}"
  }

  private mutating func fourDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
    guard digits.utf8.allSatisfy(\.isASCIIAlphanumeric), let value = UInt32(digits, radix: 16) else { return nil }
    index += 4
    return value
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isASCIIBlank { index += 1 }
  }
}
