internal import Glibc
internal import Synchronization

/// What a lexicon answered for the words asked for last, close together in memory: the few thousand words that texts are made of
/// lie scattered over the whole file, and each look there waits for memory two or three times.
///
/// A word has one place, by its hash; another word takes it over. Many threads may ask and fill at once without locks: beside
/// the answer stands the hash mixed with it, so that halves of two answers never pass for one (Hyatt and Mann, A lock-less
/// transposition table, 2002).
final class RecentWords: @unchecked Sendable {
  // Unchecked: for its raw pointer. The slots are atomics and live as long as the object.
  private let slots: UnsafeMutablePointer<Atomic<UInt64>>
  /// How many words it holds; a power of two.
  private static let count = 8_192

  init() {
    // All bits zero is an `Atomic<UInt64>` of 0, and a slot of zeros answers for no word: no hash is 0.
    guard let memory = calloc(RecentWords.count * 2, MemoryLayout<Atomic<UInt64>>.stride) else { preconditionFailure("RecentWords: out of memory") }
    slots = memory.assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  deinit { free(slots) }

  @inline(__always)
  private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(count - 1)) * 2 }

  /// The answer for the word, nil where it is not kept.
  @inline(__always)
  func answer(for hash: UInt64) -> (node: UInt32, features: Features)? {
    let slot = RecentWords.slot(of: hash)
    let answer = slots[slot + 1].load(ordering: .relaxed)
    guard hash != 0, slots[slot].load(ordering: .relaxed) ^ answer == hash else { return nil }
    return (UInt32(truncatingIfNeeded: answer), Features(rawValue: UInt32(truncatingIfNeeded: answer >> 32)))
  }

  /// Keeps the answer for the word.
  @inline(never)
  func keep(node: UInt32, features: Features, for hash: UInt64) -> (node: UInt32, features: Features) {
    let slot = RecentWords.slot(of: hash)
    let answer = UInt64(node) | UInt64(features.rawValue) << 32
    slots[slot].store(hash ^ answer, ordering: .relaxed)
    slots[slot + 1].store(answer, ordering: .relaxed)
    return (node, features)
  }
}
