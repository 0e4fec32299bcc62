internal import Dispatch
public import DispatchModel
public import Extraction
internal import Synchronization

/// Reads many dispatches on every core, in the order they came.
public enum ReadingPool {
  /// The reading of each dispatch, at the dispatch's place.
  ///
  /// The blocks of a long text are shared out too where it comes alone or nearly so.
  /// Embargoed and withheld dispatches are read like any other: what is shown of them is the reader's matter.
  public static func read(_ dispatches: [Dispatch], with extractor: Extractor, date: CalendarDate, explains: Bool = false) -> [Reading] {
    if dispatches.count < 4 {
      return dispatches.map { dispatch in
        extractor.read(dispatch, date: date, explains: explains) { count, body in
          DispatchQueue.concurrentPerform(iterations: count, execute: body)
        }
      }
    }
    let readings = Mutex([Reading?](repeating: nil, count: dispatches.count))
    DispatchQueue.concurrentPerform(iterations: dispatches.count) { index in
      let reading = extractor.read(dispatches[index], date: date, explains: explains)
      readings.withLock { $0[index] = reading }
    }
    return readings.withLock { $0.map { $0 ?? Reading() } }
  }

  /// The reading of one long dispatch, whose mentions and facts go to `each` in pieces (`Extractor.read`), its blocks read on every core.
  public static func read(_ dispatch: Dispatch, with extractor: Extractor, date: CalendarDate, explains: Bool, each: (Reading) -> Void) -> Reading {
    extractor.read(dispatch, date: date, explains: explains, perform: { DispatchQueue.concurrentPerform(iterations: $0, execute: $1) }, each: each)
  }
}
