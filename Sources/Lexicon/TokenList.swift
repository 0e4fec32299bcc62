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

  @inlinable public var count: Int { starts.count }
  @inlinable public var indices: Range<Int> { 0..<starts.count }

  @inlinable @inline(__always)
  public func word(_ index: Int) -> Word { Word(hash: hashes[index]) }

  mutating func append(start: Int, end: Int, kind: TokenKind, flags: TokenFlags, hash: UInt64) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    kinds.append(kind)
    self.flags.append(flags)
    hashes.append(hash)
  }
}

@frozen public enum TokenKind: UInt8, Sendable {
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
@frozen public struct TokenFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1) }
  /// First of its line (a line break or the text's start lies before it).
  @inlinable public static var startsLine: TokenFlags { TokenFlags(rawValue: 2) }
  /// The first letter is a capital.
  @inlinable public static var capitalized: TokenFlags { TokenFlags(rawValue: 4) }
  /// All letters are capitals (also of a one-letter word).
  @inlinable public static var allCapitals: TokenFlags { TokenFlags(rawValue: 8) }
  /// Capitals inside: `McDonald`, `iPhone`.
  @inlinable public static var mixedCase: TokenFlags { TokenFlags(rawValue: 16) }
}
