/// A frame as text: plain, with ANSI sequences, as an SVG picture.
public enum FrameText {
  /// The rows without the spaces at their ends, each ended by a line break.
  public static func plain(_ frame: Frame) -> String {
    frame.lines().map { $0 + "\n" }.joined()
  }
}
