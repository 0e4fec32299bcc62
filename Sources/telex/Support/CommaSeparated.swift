import Terminal

/// Comma-separated values after RFC 4180, one row at a time, safe to open in a spreadsheet.
///
/// A cell that begins with `=`, `+`, `-`, `@` gets an apostrophe before it, so that no program takes it for a formula
/// (OWASP, CSV injection); plain numbers stay as they are.
enum CommaSeparated {
  static func row(_ cells: [String]) -> DisplayText {
    DisplayText(cells.map(cell).joined(separator: ","), .line)
  }

  private static func cell(_ text: String) -> String {
    var text = text.replacing("\n", with: " ")
    if let first = text.first, "=+-@".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\r" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
