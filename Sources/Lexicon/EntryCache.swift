internal import Glibc
public import Synchronization

/// What is read out of a lexicon's entries, made once an entry and kept: the same few thousand entries answer for nearly every text.
///
/// Many threads may ask and fill at once: a slot goes from empty to full once and never changes again. Costs eight bytes an entry,
/// of which only the pages that are used are ever in memory, and the values themselves.
public final class EntryCache<Value: Sendable>: @unchecked Sendable {
  // Unchecked: for its raw pointer. The slots are atomics, a value never changes once it is in one, and lives until the cache goes.
  @usableFromInline let slots: UnsafeMutablePointer<Atomic<UInt>>
  @usableFromInline let count: Int

  @usableFromInline final class Box: Sendable {
    @usableFromInline let value: Value

    @usableFromInline init(_ value: Value) { self.value = value }
  }

  /// An empty cache for entries from 0 up to the count.
  public init(count: Int) {
    // All bits zero is an `Atomic<UInt>` of 0; calloc(3) hands such pages out without touching them.
    guard let memory = calloc(max(count, 1), MemoryLayout<Atomic<UInt>>.stride) else { preconditionFailure("EntryCache: out of memory") }
    slots = memory.assumingMemoryBound(to: Atomic<UInt>.self)
    self.count = count
  }

  deinit {
    for index in 0..<count {
      if let pointer = UnsafeRawPointer(bitPattern: slots[index].load(ordering: .relaxed)) { Unmanaged<Box>.fromOpaque(pointer).release() }
    }
    free(slots)
  }

  /// The value of the entry, made by `make` where it is not there yet. The entry must be one of the lexicon's.
  @inlinable
  public func value(ofEntry index: Int, _ make: () -> Value) -> Value {
    precondition(index >= 0 && index < count, "EntryCache: no such entry")
    if let pointer = UnsafeRawPointer(bitPattern: slots[index].load(ordering: .acquiring)) {
      return Unmanaged<Box>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.value }
    }
    return keep(make(), ofEntry: index)
  }

  /// Puts the value in its slot; where another thread was quicker, its value stays, which is equal.
  @inlinable
  func keep(_ value: Value, ofEntry index: Int) -> Value {
    let box = Unmanaged.passRetained(Box(value))
    let isFirst = slots[index].compareExchange(
      expected: 0, desired: UInt(bitPattern: box.toOpaque()), ordering: .acquiringAndReleasing).exchanged
    if !isFirst { box.release() }
    return value
  }
}

extension LexiconFile {
  /// An empty cache with room for every entry.
  public func makeCache<Value: Sendable>() -> EntryCache<Value> { EntryCache(count: entryCount) }
}
