internal import Dispatch
internal import DispatchModel
internal import DispatchStore
internal import Synchronization

/// Saves batches one after another on a thread of its own, so that the next batch is read while the last is written.
///
/// At most one batch is being written and one waits; `write` blocks until there is room. A batch that cannot be saved is the last:
/// those behind it are dropped, and its error is thrown by the next `write` or by `finish`.
final class BatchWriter: Sendable {
  private struct State {
    var saved = SaveReport()
    var failure: StoreError?
  }

  private let store: DispatchStore
  private let now: Moment
  private let queue = DispatchQueue(label: "telex.intake.writer")
  private let room = DispatchSemaphore(value: 2)
  private let state = Mutex(State())

  init(store: DispatchStore, now: Moment) {
    self.store = store
    self.now = now
  }

  /// Takes a batch. Throws where one before it could not be saved.
  func write(_ batch: [(Dispatch, Reading)]) throws(StoreError) {
    room.wait()
    if let failure = state.withLock({ $0.failure }) {
      room.signal()
      throw failure
    }
    queue.async { [self] in
      defer { room.signal() }
      if state.withLock({ $0.failure != nil }) { return }
      do throws(StoreError) {
        let saved = try store.save(batch, now: now)
        state.withLock { $0.saved = $0.saved + saved }
      } catch {
        state.withLock { $0.failure = error }
      }
    }
  }

  /// What was saved since this was last asked.
  func takeSaved() -> SaveReport {
    state.withLock { state in
      defer { state.saved = SaveReport() }
      return state.saved
    }
  }

  /// Waits for every batch to be written. Throws where one could not be saved.
  func finish() throws(StoreError) {
    queue.sync {}
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
