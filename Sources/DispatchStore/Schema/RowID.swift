internal import DispatchModel

/// A dispatch's row id: seconds since 1970 shifted left, plus a serial for dispatches of one second, so that newest-first is a walk
/// down the primary key and never a sort.
///
/// 20 bits of serial leave 43 bits for seconds: any year that `CalendarDate` knows.
enum RowID {
  static let serialBits: Int64 = 20

  /// The lowest id of that second.
  static func first(of moment: Moment) -> Int64 {
    let limit: Int64 = 1 << 42
    return min(max(moment.seconds, -limit), limit) << serialBits
  }

  /// The ids of the days from the first to the last, both included.
  static func range(from: CalendarDate?, to: CalendarDate?) -> (lower: Int64?, upper: Int64?) {
    (from.map { first(of: Moment($0)) }, to.map { first(of: Moment($0.adding(days: 1))) - 1 })
  }
}
