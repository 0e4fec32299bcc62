import DispatchModel
import Terminal

/// Prints readings as `telex extract` promises: one object a line, one array, or pages.
struct ReadingPrinter {
  private let format: Extract.Format
  private let explains: Bool
  private var isFirst = true

  init(format: Extract.Format, explains: Bool) {
    self.format = format
    self.explains = explains
  }

  mutating func print(_ dispatch: Dispatch, _ reading: Reading) {
    defer { isFirst = false }
    switch format {
    case .jsonl:
      var json = JSONText(drain: Output.json)
      json.reading(reading, id: dispatch.identity, explains: explains)
      json.raw(0x0A)
      json.flush()
    case .json:
      var json = JSONText(drain: Output.json)
      json.raw(UInt8(ascii: isFirst ? "[" : ","))
      json.raw(0x0A)
      json.reading(reading, id: dispatch.identity, explains: explains)
      json.flush()
    case .text:
      if !isFirst { Output.line(DisplayText(stringLiteral: "─").repeated(40)) }
      ReadingPage.print(dispatch, reading)
    }
  }

  /// Ends the array.
  func finish() {
    guard format == .json else { return }
    if isFirst { Output.line("[]") } else { Output.line("\n]") }
  }
}
