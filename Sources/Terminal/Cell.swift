/// One cell of a screen: what stands in it, how many cells that takes, and its style.
public struct Cell: Hashable, Sendable {
  /// A base character with its marks; empty in the cell that a wide character before it covers. Up to 15 bytes of UTF-8
  /// (nearly all text) are held without an allocation.
  public let text: String
  /// 1 or 2; 0 in the second cell of a wide character.
  public let width: Int8
  public var style: Style

  init(text: String, width: Int8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// A space.
  public static let blank = Cell(text: " ", width: 1, style: .plain)

  static func space(_ style: Style) -> Cell { Cell(text: " ", width: 1, style: style) }
  static func continuation(_ style: Style) -> Cell { Cell(text: "", width: 0, style: style) }

  /// Whether it is the second half of the wide character at its left.
  public var isContinuation: Bool { width == 0 }
}
