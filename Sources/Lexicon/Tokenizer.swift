/// Text to tokens, in one pass over its UTF-8 bytes.
///
/// A token is a run of letters (`président`), a run of digits (`2018`), or one other scalar (`,`, `«`, `-`, `%`). Letters and
/// digits never share a token (`T-90` is `T` `-` `90`, `14h30` is `14` `h` `30`), hyphens always stand alone; `isGlued` tells
/// that nothing lies between a token and the one before it. An elided word keeps its apostrophe (`l'` `Irak`, `jusqu'` `en`).
/// White space makes no token. Lexicon phrases are split by this same code, so that both sides always agree.
///
/// Cost: linear, each byte looked at once or twice, no allocation a token.
public enum Tokenizer {
  /// The tokens of the bytes, which must be valid UTF-8 (as `String.utf8` gives); at most 2^32 bytes.
  public static func tokenize(_ bytes: [UInt8]) -> TokenList {
    var tokens = TokenList(capacity: bytes.count / 5 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(bytes: buffer)
      scanner.run(into: &tokens)
    }
    return tokens
  }

  public static func tokenize(_ text: String) -> TokenList { tokenize(Array(text.utf8)) }

  /// Words that lose their last vowel before another: with the apostrophe they are a token of their own.
  static let elided: WordSet = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"]
}

/// Walks the bytes, hashing each token's folded form as it goes.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// `Folding.latin`, looked up once a text.
  let latin = Folding.latin
  var at = 0
  var flags: TokenFlags = [.startsLine]

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func run(into tokens: inout TokenList) {
    while at < bytes.count {
      let start = at
      let byte = bytes[at]
      if byte < 0x80 {
        switch Scanner.classOf(ascii: byte) {
        case .space:
          at += 1
          flags.insert(byte == 0x0A || byte == 0x0D || byte == 0x0C ? [.startsLine, .spaceBefore] : .spaceBefore)
        case .letter: letters(from: start, into: &tokens)
        case .digit: digits(from: start, into: &tokens)
        case .other:
          at += 1
          var folded = FoldedHash()
          folded.append(byte)
          add(start, kind: byte == 0x25 || byte == 0x24 || byte == 0x2B || byte == 0x3D ? .symbol : .punctuation, folded, &tokens)
        }
      } else {
        let (scalar, length) = decode(at)
        switch Scanner.classOf(scalar) {
        case .space:
          at += length
          flags.insert(scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 ? [.startsLine, .spaceBefore] : .spaceBefore)
        case .letter, .digit: letters(from: start, into: &tokens)
        case .other:
          at += length
          single(start, scalar, kind: Scanner.isSymbol(scalar) ? .symbol : .punctuation, &tokens)
        }
      }
    }
  }

  /// A run of letters, with the marks that sit on them, and the apostrophe of an elided word.
  private mutating func letters(from start: Int, into tokens: inout TokenList) {
    // On the stack, since what lies in the scanner is read anew after each write.
    let bytes = bytes
    var folded = FoldedHash()
    var at = start
    var count = 0
    var capitals = 0
    var firstIsCapital = false
    while at < bytes.count {
      // Most letters are small ones of ASCII.
      let run = at
      while at < bytes.count, bytes[at] &- 0x61 < 26 {
        folded.append(bytes[at])
        at &+= 1
      }
      count &+= at &- run
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte < 0x80 {
        let lower = byte | 0x20
        guard lower >= 0x61, lower <= 0x7A else { break }
        if byte < 0x61 {
          if count == 0 { firstIsCapital = true }
          capitals &+= 1
        }
        folded.append(lower)
        at &+= 1
        count &+= 1
      } else if byte == 0xC3, at + 1 < bytes.count {
        // U+00C0…U+00FF, the accented letters of French: letters all but × and ÷, capitals below 0xDF.
        let low = bytes[at + 1] & 0x3F
        guard low != 0x17, low != 0x37 else { break }
        if low < 0x1F {
          if count == 0 { firstIsCapital = true }
          capitals &+= 1
        }
        let packed = latin[Int(low)]
        folded.append(UInt8(packed & 0xFF))
        if packed > 0xFF { folded.append(UInt8(packed >> 8)) }
        at &+= 2
        count &+= 1
      } else {
        let (scalar, length) = decode(at)
        let isMark = Scanner.isMark(scalar)
        guard isMark || Scanner.classOf(scalar) == .letter else { break }
        if Scanner.isCapital(scalar) {
          if count == 0 { firstIsCapital = true }
          capitals += 1
        }
        Folding.append(scalar, to: &folded)
        at += length
        if !isMark { count += 1 }
      }
    }
    self.at = at
    if at == start {  // a digit of another script, alone
      let (scalar, length) = decode(at)
      self.at += length
      single(start, scalar, kind: .word, &tokens)
      return
    }
    if let apostrophe = apostropheLength(), at + apostrophe < bytes.count, startsWord(at + apostrophe),
      Tokenizer.elided.contains(Word(hash: folded.value))
    {
      folded.append(UInt8(ascii: "'"))
      self.at += apostrophe
    }
    if firstIsCapital { flags.insert(.capitalized) }
    if capitals == count { flags.insert(.allCapitals) }
    if capitals > 0 && capitals < count { flags.insert(firstIsCapital && capitals == 1 ? [] : .mixedCase) }
    add(start, kind: .word, folded, &tokens)
  }

  private mutating func digits(from start: Int, into tokens: inout TokenList) {
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    var folded = FoldedHash()
    for i in start..<at { folded.append(bytes[i]) }
    add(start, kind: .number, folded, &tokens)
  }

  /// A token of one scalar beyond ASCII.
  private mutating func single(_ start: Int, _ scalar: UInt32, kind: TokenKind, _ tokens: inout TokenList) {
    var folded = FoldedHash()
    Folding.append(scalar, to: &folded)
    add(start, kind: kind, folded, &tokens)
  }

  @inline(__always)
  private mutating func add(_ start: Int, kind: TokenKind, _ folded: FoldedHash, _ tokens: inout TokenList) {
    tokens.append(Token(start: start, end: at, kind: kind, flags: flags, hash: folded.value))
    flags = []
  }

  /// How many bytes the apostrophe here takes, or nil where there is none.
  private func apostropheLength() -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x27 { return 1 }
    if bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { return 3 }
    if bytes[at] == 0xCA, at + 1 < bytes.count, bytes[at + 1] == 0xBC { return 2 }
    return nil
  }

  /// Whether what stands there can begin a word, a number or a quotation that an elided word leans on.
  private func startsWord(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return Scanner.classOf(ascii: byte) != .space }
    return Scanner.classOf(decode(index).scalar) != .space
  }

  @inline(__always)
  private func decode(_ index: Int) -> (scalar: UInt32, length: Int) {
    let b0 = UInt32(bytes[index])
    func more(_ k: Int) -> UInt32 { index + k < bytes.count ? UInt32(bytes[index + k]) & 0x3F : 0 }
    if b0 < 0xE0 { return ((b0 & 0x1F) << 6 | more(1), min(2, bytes.count - index)) }
    if b0 < 0xF0 { return ((b0 & 0x0F) << 12 | more(1) << 6 | more(2), min(3, bytes.count - index)) }
    return ((b0 & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3), min(4, bytes.count - index))
  }

  // MARK: Classes of characters

  enum Class: UInt8 { case space, letter, digit, other }

  @inline(__always)
  static func classOf(ascii byte: UInt8) -> Class {
    switch byte {
    case 0x00...0x20, 0x7F: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    default: .other
    }
  }

  // Never inlined, like all that asks for Unicode's properties: what a property needs on the stack would be made for every word.
  @inline(never)
  static func classOf(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF, 0xAD: return .space
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: return .letter
    case 0xA1...0xBF, 0xD7, 0xF7: return .other
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x3020: return .other
    case 0x300...0x36F, 0x370...0x1FFF:
      return Unicode.Scalar(scalar)?.properties.isAlphabetic == true || isMark(scalar) ? .letter : .other
    default: return Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? .letter : .other
    }
  }

  @inline(never)
  static func isMark(_ scalar: UInt32) -> Bool {
    if scalar < 0x300 { return false }
    if scalar <= 0x36F { return true }
    guard let value = Unicode.Scalar(scalar) else { return false }
    switch value.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  @inline(never)
  static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar >= 0xC0, scalar <= 0xDE { return scalar != 0xD7 }
    if scalar < 0x100 { return false }
    return Unicode.Scalar(scalar)?.properties.isUppercase == true
  }

  static func isSymbol(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA2...0xA5, 0xB0, 0xB1, 0xD7, 0xF7, 0x20A0...0x20CF, 0x2030: true
    default: false
    }
  }
}
