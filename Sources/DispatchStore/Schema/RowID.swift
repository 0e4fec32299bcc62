internal import DispatchModel

/// A dispatch's row id: seconds since 1970 shifted left, plus a serial for dispatches of one second, so that newest-first is a walk
/// down the primary key and never a sort.
///
/// The index keeps the distance from one id to the next with every word of every dispatch: six bits of serial in place of twenty make it
/// a third smaller. What has no room in its second stands in the next ones (`Saver.freeID`): a second of more than 64 dispatches is
/// usually a day's midnight, of what bears a date and no hour.
enum RowID {
  static let serialBits: Int64 = 6
  /// Before step 9 of the schema.
  static let formerSerialBits: Int64 = 20

  /// The lowest id of that second.
  static func first(of moment: Moment) -> Int64 {
    let limit: Int64 = 1 << 42
    return min(max(moment.seconds, -limit), limit) << serialBits
  }

  /// The second that an id lies in.
  static func moment(of id: Int64) -> Moment { Moment(seconds: id >> serialBits) }

  /// The ids of the days from the first to the last, both included.
  static func range(from: CalendarDate?, to: CalendarDate?) -> (lower: Int64?, upper: Int64?) {
    (from.map { first(of: Moment($0)) }, to.map { first(of: Moment($0.adding(days: 1))) - 1 })
  }
}
