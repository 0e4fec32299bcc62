internal import Glibc
internal import Synchronization

/// The rows of a lexicon that were asked for, taken apart once and kept: the same few thousand rows answer for nearly every text.
///
/// Many threads may ask and fill at once: a slot goes from empty to full once and never changes again. Costs eight bytes an entry,
/// of which only the pages that are used are ever in memory, and the rows themselves.
struct RowCache: ~Copyable, @unchecked Sendable {
  // Unchecked: for its raw pointer. The slots are atomics, a row never changes once it is in one, and lives until the cache goes.
  private let slots: UnsafeMutablePointer<Atomic<UInt>>
  private let count: Int

  private final class Row {
    let columns: [Substring]

    init(_ columns: [Substring]) { self.columns = columns }
  }

  init(count: Int) {
    // All bits zero is an `Atomic<UInt>` of 0; calloc(3) hands such pages out without touching them.
    guard let memory = calloc(max(count, 1), MemoryLayout<Atomic<UInt>>.stride) else { preconditionFailure("RowCache: out of memory") }
    slots = memory.assumingMemoryBound(to: Atomic<UInt>.self)
    self.count = count
  }

  deinit {
    for index in 0..<count {
      if let pointer = UnsafeRawPointer(bitPattern: slots[index].load(ordering: .relaxed)) { Unmanaged<Row>.fromOpaque(pointer).release() }
    }
    free(slots)
  }

  /// The row of the entry, made by `make` where it is not there yet. The entry must be one of the lexicon's.
  func columns(ofEntry index: Int, _ make: () -> [Substring]) -> [Substring] {
    precondition(index >= 0 && index < count, "RowCache: no such entry")
    if let pointer = UnsafeRawPointer(bitPattern: slots[index].load(ordering: .acquiring)) {
      return Unmanaged<Row>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.columns }
    }
    let row = Unmanaged.passRetained(Row(make()))
    let (isFirst, there) = slots[index].compareExchange(
      expected: 0, desired: UInt(bitPattern: row.toOpaque()), ordering: .acquiringAndReleasing)
    if isFirst { return row.takeUnretainedValue().columns }
    // Another thread was quicker: the two rows are equal.
    row.release()
    guard let pointer = UnsafeRawPointer(bitPattern: there) else { return make() }
    return Unmanaged<Row>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.columns }
  }
}
