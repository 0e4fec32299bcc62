/// What the mouse did, and on which cell.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public var kind: Kind
  public var button: Button
  public var x: Int
  public var y: Int
  public var modifiers: Key.Modifiers

  public init(_ kind: Kind, button: Button = .left, x: Int, y: Int, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
    self.modifiers = modifiers
  }

  public var position: Position { Position(x: x, y: y) }
}
