/// Where frames are shown and input comes from: a terminal, or memory.
public protocol Screen: ~Copyable {
  var size: Size { get }

  /// Makes the screen show a frame; only what changed is drawn.
  mutating func show(_ frame: Frame)

  /// Waits for input. Nil when `timeout` has passed; without a timeout it waits as long as it takes.
  mutating func next(timeout: Duration?) -> Input?
}
