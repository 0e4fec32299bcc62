/// A set of words, such as the articles: what rules ask of token after token.
///
/// Nearly every question to a small set is answered by two bits, since nearly every token is not in it; the rest look into a table
/// of the hashes themselves, which are mixed already.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// The hashes by open addressing, 0 for a free slot; a power of two long, at most half full.
  private var slots: [UInt64]
  private var count = 0
  /// A bit for the low six bits of each hash, and one for the high six.
  @usableFromInline var filter: UInt64 = 0
  @usableFromInline var second: UInt64 = 0

  /// An empty set with room for so many words.
  public init(capacity: Int = 4) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  public init(arrayLiteral words: Word...) {
    self.init(capacity: words.count)
    for word in words { insert(word) }
  }

  public mutating func insert(_ word: Word) {
    guard word.hash != 0 else { return }
    if count * 2 >= slots.count {
      var larger = WordSet(capacity: slots.count)
      for word in words { larger.insert(word) }
      self = larger
    }
    let slot = slot(of: word.hash)
    guard slots[slot] == 0 else { return }
    slots[slot] = word.hash
    count += 1
    filter |= 1 << (word.hash & 63)
    second |= 1 << (word.hash >> 58)
  }

  @inlinable @inline(__always)
  public func contains(_ word: Word) -> Bool { filter >> (word.hash & 63) & second >> (word.hash >> 58) & 1 != 0 && holds(word) }

  @usableFromInline
  func holds(_ word: Word) -> Bool { word.hash != 0 && slots[slot(of: word.hash)] == word.hash }

  /// Where the hash is, or the free slot where it belongs.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 6) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// The words, in no order.
  public var words: [Word] { slots.filter { $0 != 0 }.map { Word(hash: $0) } }

  /// This set and further words.
  public func union(_ more: WordSet) -> WordSet {
    var all = self
    for word in more.words { all.insert(word) }
    return all
  }

  /// This set without some words.
  public func subtracting(_ fewer: WordSet) -> WordSet {
    var rest = WordSet(capacity: count)
    for word in words where !fewer.contains(word) { rest.insert(word) }
    return rest
  }
}
