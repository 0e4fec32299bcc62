/// A screen without a terminal: takes its input from a queue and keeps what was shown.
public struct MemoryScreen: Screen {
  public private(set) var size: Size
  /// What was shown last.
  public private(set) var frame: Frame
  /// How many frames were shown.
  public private(set) var shown = 0
  /// How many cells changed with the last frame.
  public private(set) var changed = 0
  private var queue: [Input]

  public init(size: Size, input: [Input] = []) {
    self.size = size
    frame = Frame(size: size)
    queue = input.reversed()
  }

  /// Puts input behind what is waiting.
  public mutating func post(_ input: Input) { queue.insert(input, at: 0) }

  public mutating func show(_ frame: Frame) {
    changed = FrameDiff.runs(from: shown == 0 ? nil : self.frame, to: frame).reduce(0) { $0 + $1.cells.count }
    self.frame = frame
    shown += 1
  }

  /// Never waits: what is next in the queue, else nil with a timeout and `.hangup` without, as nothing more can come.
  public mutating func next(timeout: Duration?) -> Input? {
    guard let input = queue.popLast() else { return timeout == nil ? .hangup : nil }
    if case .resize(let size) = input { self.size = size }
    return input
  }
}
