internal import Terminal

/// Shortening headlines: at a word, never within one where that can be helped.
enum Fitting {
  /// The text, or as many of its whole words as fit with an ellipsis; cut within a word where not even half the room would be used.
  static func words(_ text: DisplayText, to columns: Int) -> DisplayText {
    guard columns > 0 else { return DisplayText() }
    if TextWidth.width(of: text) <= columns { return text }
    let cut = TextWidth.fit(text, to: columns)
    guard let space = cut.string.lastIndex(of: " ") else { return cut }
    var kept = cut.string[..<space]
    while let last = kept.last, " ,;:«(–-.·\u{A0}".contains(last) { kept.removeLast() }
    let whole = DisplayText(kept)
    return TextWidth.width(of: whole) * 2 < columns ? cut : whole + "…"
  }

  /// A line without the point that would part it from what now stands on the next line: ` ·` at its end.
  static func withoutSeparator(_ line: DisplayText) -> DisplayText {
    var text = Substring(line.string)
    while let last = text.last, " ·\u{A0}".contains(last) { text.removeLast() }
    return DisplayText(text)
  }
}
