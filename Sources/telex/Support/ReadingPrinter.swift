import DispatchModel
import Extraction
import Intake
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

  /// Reads and prints a long dispatch piece by piece, so that its reading never is in memory whole: the list of its countries, which
  /// stands before its mentions, is known last, so mentions and facts wait in files. False where that is not possible, and nothing
  /// was printed.
  mutating func print(long dispatch: Dispatch, with extractor: Extractor, date: CalendarDate) throws -> Bool {
    guard format != .text, let mentions = Spill(), let facts = Spill() else { return false }
    var mentionJSON = JSONText(drain: mentions.write), factJSON = JSONText(drain: facts.write)
    let explains = explains
    let reading = ReadingPool.read(dispatch, with: extractor, date: date, explains: explains) { block in
      for index in block.mentions.indices { mentionJSON.mention(block.mentions[index], explains: explains) }
      for index in block.facts.indices { factJSON.fact(block.facts[index], explains: explains) }
      mentionJSON.flush()
      factJSON.flush()
    }
    guard mentions.isWhole, facts.isWhole else { return false }
    defer { isFirst = false }
    var json = JSONText(drain: Output.json)
    if format == .json {
      json.raw(UInt8(ascii: isFirst ? "[" : ","))
      json.raw(0x0A)
    }
    json.reading(reading, id: dispatch.identity, mentions: { $0.array(written: mentions.read) }, facts: { $0.array(written: facts.read) })
    if format == .jsonl { json.raw(0x0A) }
    json.flush()
    guard mentions.isWhole, facts.isWhole else { throw Failure.failed("A temporary file could not be read.") }
    return true
  }

  /// Ends the array.
  func finish() {
    guard format == .json else { return }
    if isFirst { Output.line("[]") } else { Output.line("\n]") }
  }
}
