/// The folded form of words: what two spellings share when case and diacritics do not matter.
///
/// Lower-case, Latin letters without their diacritics (`É` → `e`, `œ` → `oe`, `ß` → `ss`), `’` → `'`, combining marks dropped.
/// Other scripts keep their letters, lower-cased. Lexicon files and texts are folded by this one table, so a phrase is found
/// however it is accented or capitalised.
public enum Folding {
  /// What U+00C0…U+024F fold to: one or two ASCII letters packed into the low and the high byte, 0 for what is no letter.
  static let latin: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x250 - 0xC0)
    func set(_ base: String, _ letters: String) {
      let ascii = Array(base.utf8)
      let packed = UInt16(ascii[0]) | (ascii.count > 1 ? UInt16(ascii[1]) << 8 : 0)
      for scalar in letters.unicodeScalars { table[Int(scalar.value) - 0xC0] = packed }
    }
    set("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄą\u{1CD}\u{1CE}\u{1DE}\u{1DF}\u{1E0}\u{1E1}\u{1FA}\u{1FB}\u{200}\u{201}\u{202}\u{203}\u{226}\u{227}")
    set("ae", "Ææ\u{1E2}\u{1E3}\u{1FC}\u{1FD}")
    set("b", "\u{180}\u{181}\u{182}\u{183}\u{243}")
    set("c", "ÇçĆćĈĉĊċČč\u{187}\u{188}\u{23B}\u{23C}")
    set("d", "ÐðĎďĐđ\u{189}\u{18A}\u{18B}\u{18C}\u{221}")
    set("dz", "\u{1C4}\u{1C5}\u{1C6}\u{1F1}\u{1F2}\u{1F3}")
    set("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚě\u{18E}\u{18F}\u{1DD}\u{204}\u{205}\u{206}\u{207}\u{228}\u{229}\u{246}\u{247}")
    set("f", "\u{191}\u{192}")
    set("g", "ĜĝĞğĠġĢģ\u{193}\u{1E4}\u{1E5}\u{1E6}\u{1E7}\u{1F4}\u{1F5}")
    set("h", "ĤĥĦħ\u{21E}\u{21F}")
    set("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı\u{197}\u{1CF}\u{1D0}\u{208}\u{209}\u{20A}\u{20B}")
    set("ij", "\u{132}\u{133}")
    set("j", "Ĵĵ\u{1F0}\u{237}\u{248}\u{249}")
    set("k", "Ķķĸ\u{198}\u{199}\u{1E8}\u{1E9}")
    set("l", "ĹĺĻļĽľĿŀŁł\u{19A}\u{234}\u{23D}")
    set("lj", "\u{1C7}\u{1C8}\u{1C9}")
    set("n", "ÑñŃńŅņŇň\u{149}Ŋŋ\u{19D}\u{19E}\u{1F8}\u{1F9}\u{220}\u{235}")
    set("nj", "\u{1CA}\u{1CB}\u{1CC}")
    set("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐő\u{19F}\u{1A0}\u{1A1}\u{1D1}\u{1D2}\u{1EA}\u{1EB}\u{1EC}\u{1ED}\u{1FE}\u{1FF}\u{20C}\u{20D}\u{20E}\u{20F}\u{22A}\u{22B}\u{22C}\u{22D}\u{22E}\u{22F}\u{230}\u{231}")
    set("oe", "Œœ")
    set("p", "\u{1A4}\u{1A5}")
    set("q", "\u{24A}\u{24B}")
    set("r", "ŔŕŖŗŘř\u{210}\u{211}\u{212}\u{213}\u{24C}\u{24D}")
    set("s", "ŚśŜŝŞşŠšſ\u{218}\u{219}\u{23F}")
    set("ss", "ß")
    set("t", "ŢţŤťŦŧ\u{1AB}\u{1AC}\u{1AD}\u{1AE}\u{21A}\u{21B}\u{236}\u{23E}")
    set("th", "Þþ")
    set("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų\u{1AF}\u{1B0}\u{1D3}\u{1D4}\u{1D5}\u{1D6}\u{1D7}\u{1D8}\u{1D9}\u{1DA}\u{1DB}\u{1DC}\u{214}\u{215}\u{216}\u{217}\u{244}")
    set("w", "Ŵŵ")
    set("y", "ÝýÿŶŷŸ\u{1B3}\u{1B4}\u{232}\u{233}\u{24E}\u{24F}")
    set("z", "ŹźŻżŽž\u{1B5}\u{1B6}\u{224}\u{225}\u{240}")
    return table
  }()

  /// Appends the folded form of one scalar to bytes or to a hash; appends nothing for a combining mark.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout some FoldedSink) {
    if scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar)
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    } else {
      appendBeyondASCII(scalar, to: &bytes)
    }
  }

  @inline(never)
  static func appendBeyondASCII(_ scalar: UInt32, to bytes: inout some FoldedSink) {
    if scalar >= 0xC0, scalar < 0x250 {
      let packed = latin[Int(scalar) - 0xC0]
      if packed != 0 {
        bytes.append(UInt8(packed & 0xFF))
        if packed > 0xFF { bytes.append(UInt8(packed >> 8)) }
        return
      }
    }
    switch scalar {
    case 0x300...0x36F, 0x200B...0x200D, 0xAD, 0xFE00...0xFE0F: return
    case 0x2010, 0x2011: bytes.append(UInt8(ascii: "-"))
    case 0x2018, 0x2019, 0x2BC, 0x2BB, 0x60, 0xB4: bytes.append(UInt8(ascii: "'"))
    case 0x1E00...0x1EFF:
      // Latin Extended Additional (Vietnamese, transliterated Arabic): the canonical decomposition's base letter.
      bytes.append(vietnamese(scalar))
    default:
      guard let value = Unicode.Scalar(scalar) else { return }
      // Marks and scripts without case are the usual case here, and need no mapping.
      if (0x80..<0xC0).contains(scalar) || (0x2000..<0x2100).contains(scalar) || !value.properties.changesWhenLowercased {
        appendUTF8(scalar, to: &bytes)
      } else {
        for byte in value.properties.lowercaseMapping.utf8 { bytes.append(byte) }
      }
    }
  }

  /// The base letters of U+1E00…U+1EFF in order (Unicode 15, first letter of each compatibility decomposition).
  private static let extendedAdditional: [UInt8] = Array(
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy"
      .utf8)

  private static func vietnamese(_ scalar: UInt32) -> UInt8 {
    let index = Int(scalar) - 0x1E00
    return index < extendedAdditional.count ? extendedAdditional[index] : UInt8(ascii: "?")
  }

  /// The scalar's own UTF-8; for scalars beyond ASCII.
  private static func appendUTF8(_ scalar: UInt32, to bytes: inout some FoldedSink) {
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x1_0000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 12 & 0x3F)))
      }
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar & 0x3F)))
  }

  /// The folded form of a whole text, spaces kept.
  public static func fold(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar.value, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What takes folded bytes one after another.
protocol FoldedSink {
  mutating func append(_ byte: UInt8)
}

extension [UInt8]: FoldedSink {}

/// The hash of a folded form as it grows, so that no token needs a buffer.
struct FoldedHash: FoldedSink {
  private var state = Word.offsetBasis

  @inline(__always)
  mutating func append(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* Word.prime }

  /// `Word.hash` of what was appended.
  @inline(__always)
  var value: UInt64 { Word.finish(state) }
}

/// `Word.init(written:)` as its bytes come, for who asks about each beginning of a text.
@frozen public struct WrittenHash: Sendable {
  @usableFromInline var state = Word.offsetBasis

  @inlinable public init() {}

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* Word.prime }

  /// The key of what was appended.
  @inlinable public var word: Word {
    @inline(__always) get { Word(hash: Word.finish(state)) }
  }
}

/// A word by the hash of its folded form: what rules compare tokens with, without touching strings.
///
/// 64-bit FNV-1a with a final mix (Fowler, Noll, Vo; public domain). Two different words of one language sharing all 64 bits is
/// taken not to happen (2^-64 a pair); the lexicon compiler stops where it does.
@frozen public struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  public let hash: UInt64

  @inlinable @inline(__always) public init(hash: UInt64) { self.hash = hash }

  @inlinable @inline(__always) public static func == (left: Word, right: Word) -> Bool { left.hash == right.hash }

  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// What sets and dictionaries of words use: the word's hash is mixed already, and mixing it again by the standard library's slower
  /// function only costs.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    let mixed = (hash ^ UInt64(bitPattern: Int64(seed))) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 29))
  }

  /// The word as written anyhow; it is folded here.
  public init(_ text: some StringProtocol) {
    var folded = FoldedHash()
    for scalar in text.unicodeScalars { Folding.append(scalar.value, to: &folded) }
    hash = folded.value
  }

  /// What tells texts apart as they are written, neither folded nor split: no word of a text, but as good a key.
  public init(written text: String) {
    var text = text
    self = text.withUTF8 { Word(written: $0) }
  }

  /// The same of UTF-8 bytes.
  @inlinable public init(written bytes: UnsafeBufferPointer<UInt8>) {
    var hash = WrittenHash()
    for byte in bytes { hash.append(byte) }
    self = hash.word
  }

  /// ASCII literals cost nothing: the optimizer folds the loop to the hash itself, so rules may name words wherever they need them.
  @inlinable @inline(__always)
  public init(stringLiteral value: StaticString) {
    guard value.hasPointerRepresentation, value.isASCII else {
      self.init(folding: value)
      return
    }
    let bytes = value.utf8Start
    let count = value.utf8CodeUnitCount
    var h: UInt64 = Word.offsetBasis
    var i = 0
    while i < count {
      let byte = bytes[i]
      h = (h ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* Word.prime
      i &+= 1
    }
    self.init(hash: Word.finish(h))
  }

  /// A literal beyond ASCII, folded where it is asked for: a rule that asks often writes the folded form.
  @inline(never) @usableFromInline
  init(folding literal: StaticString) {
    guard literal.hasPointerRepresentation else {
      self.init(literal.description)
      return
    }
    var folded = FoldedHash()
    var bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount).makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { Folding.append(scalar.value, to: &folded) }
    self.init(hash: folded.value)
  }

  /// A sign that folds to itself, such as `«`: as cheap as an ASCII literal.
  @inlinable @inline(__always)
  public init(sign value: StaticString) {
    let bytes = value.utf8Start
    let count = value.utf8CodeUnitCount
    var h: UInt64 = Word.offsetBasis
    var i = 0
    while i < count {
      h = (h ^ UInt64(bytes[i])) &* Word.prime
      i &+= 1
    }
    self.init(hash: Word.finish(h))
  }

  @inlinable static var offsetBasis: UInt64 { 0xcbf2_9ce4_8422_2325 }
  @inlinable static var prime: UInt64 { 0x100_0000_01b3 }

  /// The hash of bytes that are folded already.
  @inline(__always)
  public static func hash(of folded: ArraySlice<UInt8>) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded {
      h ^= UInt64(byte)
      h = h &* 0x100_0000_01b3
    }
    return finish(h)
  }

  @inlinable @inline(__always)
  static func finish(_ h: UInt64) -> UInt64 {
    var x = h
    x ^= x >> 32
    x = x &* 0xd6e8_feb8_6659_fd93
    x ^= x >> 32
    return x == 0 ? 1 : x
  }
}
