/// The tokens of one text, in order.
public struct TokenList: Sendable {
  @usableFromInline var tokens: [Token] = []

  public init(capacity: Int = 0) { tokens.reserveCapacity(capacity) }

  @inlinable public var count: Int { tokens.count }
  @inlinable public var indices: Range<Int> { 0..<tokens.count }

  @inlinable public subscript(index: Int) -> Token {
    @inline(__always) get { tokens[index] }
  }

  @inlinable @inline(__always)
  public func word(_ index: Int) -> Word { tokens[index].word }

  @inline(__always)
  mutating func append(_ token: Token) { tokens.append(token) }
}

/// One token: where it lies, how it is written, and the hash of its folded form; 24 bytes.
@frozen public struct Token: Sendable {
  /// `Word.hash` of the folded form.
  public let hash: UInt64
  /// First byte in the text's UTF-8.
  public let start: UInt32
  /// The byte after its last.
  public let end: UInt32
  /// What a lexicon knows of the word, once one was asked (`PhraseMatches.init(reading:bytes:lexicon:)`).
  public internal(set) var features: Features
  public let kind: TokenKind
  public let flags: TokenFlags

  @inlinable public var word: Word {
    @inline(__always) get { Word(hash: hash) }
  }

  @inline(__always)
  init(start: Int, end: Int, kind: TokenKind, flags: TokenFlags, hash: UInt64) {
    self.hash = hash
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    features = []
    self.kind = kind
    self.flags = flags
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
