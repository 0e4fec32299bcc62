public import DispatchModel

/// A dispatch opened: its text, its reading, its marks, and what hangs together with it.
public struct DispatchDocument: Hashable, Sendable {
  public var line: DispatchLine
  public var dispatch: Dispatch
  public var reading: Reading
  /// Earlier versions of this very dispatch, newest first; empty where it was never corrected.
  public var versions: [DispatchVersion]
  /// The other dispatches of its story, newest first.
  public var siblings: [DispatchLine]

  public init(
    line: DispatchLine, dispatch: Dispatch, reading: Reading, versions: [DispatchVersion] = [], siblings: [DispatchLine] = []
  ) {
    self.line = line
    self.dispatch = dispatch
    self.reading = reading
    self.versions = versions
    self.siblings = siblings
  }
}

/// What a dispatch said before it was corrected.
public struct DispatchVersion: Hashable, Sendable {
  /// When that version came in.
  public var saved: Moment
  public var text: String

  public init(saved: Moment, text: String) {
    self.saved = saved
    self.text = text
  }
}
