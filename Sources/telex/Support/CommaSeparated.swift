import Terminal

/// Comma-separated values after RFC 4180, one row at a time, safe to open in a spreadsheet.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe before it, so that no program takes it for a
/// formula (OWASP, CSV injection); plain numbers stay as they are. Line breaks of a text stay, inside quotes.
enum CommaSeparated {
  static func row(_ cells: [String]) -> DisplayText {
    DisplayText(cells.map(cell).joined(separator: ","), .body)
  }

  private static func cell(_ raw: String) -> String {
    // Filtered first: a sign behind a character that is left out would come to stand at the start.
    var text = DisplayText(raw, .body).string
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) } && Double(text) != nil
    // Fullwidth signs too: some programs fold them.
    if let first = text.unicodeScalars.first, "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first), !isNumber {
      text = "'" + text
    }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
