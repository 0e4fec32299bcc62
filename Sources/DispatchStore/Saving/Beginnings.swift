/// The first one to four letters of words, as numbers: what the store counts dispatches by.
///
/// A prefix as short as `p*` has a posting for nearly every dispatch, and the index must merge them all before it gives the first. The
/// kept counts tell such a prefix beforehand, so that rows are tested instead (`TextTest`), and they are its exact count.
enum Beginnings {
  /// Letters and digits of ASCII only: words of other scripts have no kept counts.
  private static let base = 37
  /// The most letters of a beginning that is counted.
  static let longest = 4
  /// One more than the highest number of three letters.
  private static let short = base * base * base

  /// The number of a word's beginning; nil where it is none of one to four letters or digits.
  static func code(of beginning: [UInt8]) -> Int? {
    guard (1...longest).contains(beginning.count) else { return nil }
    var code = 0
    for byte in beginning {
      let letter = Self.letter(byte)
      guard letter > 0 else { return nil }
      code = code * base + letter
    }
    return code
  }

  /// Gathers the beginnings of one dispatch's words, each once.
  struct Gathering {
    private(set) var codes: [UInt32] = []
    private var seen = [Bool](repeating: false, count: Beginnings.short)
    private var seenLong = SmallSet()

    mutating func add(_ word: UnsafeBufferPointer<UInt8>.SubSequence) {
      var code = 0
      for (index, byte) in word.prefix(Beginnings.longest).enumerated() {
        let letter = Beginnings.letter(byte)
        guard letter > 0 else { return }
        code = code * Beginnings.base + letter
        let isNew = index < 3 ? !seen[code] : seenLong.insert(UInt64(code))
        guard isNew else { continue }
        if index < 3 { seen[code] = true }
        codes.append(UInt32(code))
      }
    }
  }

  @inline(__always)
  private static func letter(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 96
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 21
    default: 0
    }
  }
}

/// A set of numbers other than zero that is cheap to make anew for each dispatch: open addressing with linear steps.
struct SmallSet {
  private var slots = [UInt64](repeating: 0, count: 1_024)
  private var count = 0

  /// True where the number was not there yet.
  mutating func insert(_ number: UInt64) -> Bool {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: number &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[at] != 0 {
      if slots[at] == number { return false }
      at = (at + 1) & mask
    }
    slots[at] = number
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for number in old where number != 0 { _ = insert(number) }
  }
}
