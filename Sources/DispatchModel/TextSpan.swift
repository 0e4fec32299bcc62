/// A stretch of a dispatch's text: where every mention and every fact says it comes from.
///
/// Offsets count Unicode scalars of `Dispatch.text` (the decoded input without its byte-order mark, nothing else normalised),
/// start included, end excluded.
public struct TextSpan: Hashable, Sendable, Codable, Comparable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }
  public var isEmpty: Bool { end <= start }

  /// Whether the two share at least one scalar.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Whether every scalar of `other` lies inside.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// By start, the shorter first.
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
