/// How many cells a text takes, and cutting it to fit.
public enum TextWidth {
  /// The cells of a text. Linear.
  public static func width(of text: String) -> Int {
    var columns = 0
    var isASCII = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isASCII = false
        break
      }
      columns += 1
    }
    if isASCII { return columns }
    return CellClusters(text).reduce(0) { $0 + $1.width }
  }

  public static func width(of character: Character) -> Int { width(of: String(character)) }

  public static func width(of text: DisplayText) -> Int { width(of: text.string) }

  /// The text, or as much of its beginning as fits into `columns` cells, an ellipsis included; at least nothing.
  public static func fit(_ text: DisplayText, to columns: Int) -> DisplayText {
    guard columns > 0 else { return DisplayText() }
    if text.string.utf8.count <= columns { return text }
    var kept = ""
    var used = 0
    for (cluster, width) in CellClusters(text.string) {
      if used + width <= columns - 1 { kept += cluster }
      used += width
      if used > columns {
        while kept.last == " " { kept.removeLast() }
        return DisplayText(filtered: kept + "…")
      }
    }
    return text
  }

  /// `fit`, and spaces behind it up to `columns` cells; before it where `atRight` is asked for.
  public static func pad(_ text: DisplayText, to columns: Int, atRight: Bool = false) -> DisplayText {
    let fitted = fit(text, to: columns)
    let missing = columns - width(of: fitted)
    guard missing > 0 else { return fitted }
    let spaces = String(repeating: " ", count: missing)
    return DisplayText(filtered: atRight ? spaces + fitted.string : fitted.string + spaces)
  }
}
