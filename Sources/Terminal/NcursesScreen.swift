internal import CNcurses

/// The terminal, through ncurses.
public struct NcursesScreen: ~Copyable, Screen {
  private let wakeup: Int32
  public private(set) var size = Size(columns: 80, rows: 24)

  /// Takes the terminal over. `wakeup` is a mailbox's descriptor, or -1.
  public init(wakeup: Int32) throws(TerminalError) { self.wakeup = wakeup }

  public mutating func show(_ frame: Frame) {}
  public mutating func next(timeout: Duration?) -> Input? { .hangup }
}
