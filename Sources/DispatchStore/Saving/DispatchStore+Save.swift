public import DispatchModel
internal import Dispatch
internal import GRDB
internal import Synchronization

extension DispatchStore {
  /// Saves a batch in one transaction: all of it, or nothing of it.
  ///
  /// A dispatch whose identity is there with the same content changes nothing. Other content is a new version: it takes the old one's
  /// place in every list and keeps its marks, and the old text stays among its versions. An older version that comes late (by the
  /// agency's own count) changes nothing either.
  ///
  /// What does not need the file is done before, on every core. Cost: independent of the store's size, some 0.3 ms a dispatch.
  public func save(_ batch: [(Dispatch, Reading)], now: Moment) throws(StoreError) -> SaveReport {
    let prepared = prepare(batch)
    if batch.count >= DispatchStore.bulk { try prepareForBulk() }
    let texts = storyMemory.texts.withLock { $0 }
    let (report, words, newTexts) = try writing { db in
      var saver = try Saver(db, now: now, storyTexts: texts)
      for one in prepared { try saver.save(one) }
      try saver.finish()
      return (saver.report, saver.writtenWords, saver.storyTexts)
    }
    knownWords.learn(words)
    storyMemory.texts.withLock { $0 = newTexts }
    return report
  }

  /// Whether saving each of them would change nothing: what an import asks before it reads texts that it has read before.
  public func areUnchanged(_ dispatches: [Dispatch]) throws(StoreError) -> [Bool] {
    try reading { db in
      try dispatches.map { dispatch in
        let known = try Row.fetchOne(db.cachedStatement(sql: Saver.knownRow), arguments: [dispatch.identity])
        return try known.map { try $0.decode(forColumn: "digest") == Prepared.digest(dispatch, Envelope.encode(dispatch)) } ?? false
      }
    }
  }

  /// Removes dispatches and all that hangs on them.
  public func remove(ids: [Int64]) throws(StoreError) {
    try writing { db in
      var saver = try Saver(db, now: Moment(seconds: 0))
      for id in ids { try saver.remove(id) }
      try saver.finish()
    }
  }

  /// From so many dispatches on a batch is an import's: it gets a larger page cache, a longer log, and the index's words are
  /// gathered until the transaction's end instead of a megabyte at a time.
  private static let bulk = 500

  private func prepareForBulk() throws(StoreError) {
    guard !isReadOnly else { return }
    do {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: """
          PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;
          INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);
          """)
      }
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  private func prepare(_ batch: [(Dispatch, Reading)]) -> [Prepared] {
    let known = knownWords.all
    if batch.count < 16 { return batch.map { Prepared($0, $1, knowing: known) } }
    let prepared = Mutex([Prepared?](repeating: nil, count: batch.count))
    let share = 32
    DispatchQueue.concurrentPerform(iterations: (batch.count + share - 1) / share) { number in
      let range = number * share..<min(batch.count, (number + 1) * share)
      let part = batch[range].map { Prepared($0, $1, knowing: known) }
      prepared.withLock { all in
        for (index, one) in zip(range, part) { all[index] = one }
      }
    }
    return prepared.withLock { $0.compactMap(\.self) }
  }
}
