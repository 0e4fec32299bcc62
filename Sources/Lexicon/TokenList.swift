/// The tokens of one text as arrays side by side: offsets, kinds, flags and the hash of each folded form.
public struct TokenList: Sendable {
  /// First byte of each token in the text's UTF-8.
  public private(set) var starts: [UInt32] = []
  /// The byte after each token's last.
  public private(set) var ends: [UInt32] = []
  public private(set) var kinds: [TokenKind] = []
  public private(set) var flags: [TokenFlags] = []
  /// `Word.hash` of each token's folded form.
  public private(set) var hashes: [UInt64] = []

  public init(capacity: Int = 0) {
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
    kinds.reserveCapacity(capacity)
    flags.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
  }

  public var count: Int { starts.count }
  public var indices: Range<Int> { 0..<starts.count }

  @inline(__always)
  public func word(_ index: Int) -> Word { Word(hash: hashes[index]) }

  mutating func append(start: Int, end: Int, kind: TokenKind, flags: TokenFlags, hash: UInt64) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    kinds.append(kind)
    self.flags.append(flags)
    hashes.append(hash)
  }
}

public enum TokenKind: UInt8, Sendable {
  /// Letters; an elided word with its apostrophe.
  case word
  /// ASCII digits.
  case number
  /// `,` `.` `«` `-` `(` …
  case punctuation
  /// `%` `$` `+` `=` `€` `°` …
  case symbol
}

/// How a token is written and what stands before it.
public struct TokenFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let spaceBefore = TokenFlags(rawValue: 1)
  /// First of its line (a line break or the text's start lies before it).
  public static let startsLine = TokenFlags(rawValue: 2)
  /// The first letter is a capital.
  public static let capitalized = TokenFlags(rawValue: 4)
  /// All letters are capitals (also of a one-letter word).
  public static let allCapitals = TokenFlags(rawValue: 8)
  /// Capitals inside: `McDonald`, `iPhone`.
  public static let mixedCase = TokenFlags(rawValue: 16)
}
