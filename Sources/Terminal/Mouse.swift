/// What the mouse did, and on which cell.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public var kind: Kind
  public var button: Button
  public var x: Int
  public var y: Int
  public var modifiers: Key.Modifiers
  /// Whether a press follows one of the same button on the same cell so soon that both are one double click.
  public var isDouble = false

  public init(_ kind: Kind, button: Button = .left, x: Int, y: Int, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
    self.modifiers = modifiers
  }

  public var position: Position { Position(x: x, y: y) }
}

/// Tells double clicks from presses that only happen to fall on one cell. Terminals report presses alone.
struct ClickClock {
  private var last: (mouse: Mouse, at: ContinuousClock.Instant)?

  /// The longest time between the presses of a double click.
  static let limit = Duration.milliseconds(400)

  /// The input, a second press marked as such; the third is a first one again.
  mutating func mark(_ input: Input, at now: ContinuousClock.Instant) -> Input {
    guard case .mouse(var mouse) = input, mouse.kind == .press else {
      // A drag between them makes two presses of their own.
      if case .mouse(let mouse) = input, mouse.kind == .release { return input }
      last = nil
      return input
    }
    if let last, last.mouse.button == mouse.button, last.mouse.position == mouse.position, now - last.at <= ClickClock.limit {
      mouse.isDouble = true
      self.last = nil
    } else {
      last = (mouse, now)
    }
    return .mouse(mouse)
  }
}
