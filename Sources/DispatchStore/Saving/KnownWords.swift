internal import Lexicon
internal import Synchronization

/// The words that the store's table `word` is known to hold, by their hashes: what an import need not write again.
///
/// Shared by all copies of a `DispatchStore`. A word is never taken out of the table, so what is known once stays true; words are learnt
/// only once the transaction that wrote them has ended well. Two words of one hash are taken not to meet.
final class KnownWords: Sendable {
  private let hashes = Mutex(Set<UInt64>())

  var all: Set<UInt64> { hashes.withLock { $0 } }

  func learn(_ words: some Sequence<String>) {
    hashes.withLock { hashes in for word in words { hashes.insert(KnownWords.hash(of: word)) } }
  }

  static func hash(of word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { hash(of: $0[...]) }
  }

  /// Never zero.
  static func hash(of word: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash | 1
  }
}
