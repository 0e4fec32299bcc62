import ArgumentParser
import DispatchModel
import Extraction
import Foundation
import Intake
import Terminal

/// `telex extract`: readings of dispatches that stay outside any store. A pure filter: the same input, date and lexicon give the
/// same output, in the order of the input, one JSON object a line.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read dispatches and print what they say, without a store.",
    discussion: """
      Each file is one dispatch; with --input jsonl each line is one: {"id", "text", "published"}. A dispatch without a date of its
      own is read against --date, else today. A line that cannot be read is reported, the rest goes on, and the exit status is 1.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, json, text }
  enum Input: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Argument(help: "Files to read; - is standard input.")
  var paths: [String] = ["-"]

  @Option(help: "How to print: a JSON object a line, one JSON array, or a page a person reads.")
  var format: Format = .jsonl

  @Option(help: "What comes in: a dispatch a file, or JSON Lines.")
  var input: Input = .text

  @Option(help: "The day to resolve dates against where a text bears none (YYYY-MM-DD).")
  var date: String?

  @Flag(help: "Add to each mention and fact the rule that found it and its reasons.")
  var explain = false

  func run() throws {
    let day = try referenceDay()
    let extractor = try openExtractor()
    var printer = ReadingPrinter(format: format, explains: explain)
    var isComplete = true
    var batch: [Dispatch] = []
    var bytes = 0
    func flush() {
      for (dispatch, reading) in zip(batch, ReadingPool.read(batch, with: extractor, date: day, explains: explain)) {
        printer.print(dispatch, reading)
      }
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    for path in paths {
      isComplete = try ExtractSource.read(path, as: input) { dispatch in
        if dispatch.text.utf8.count > 1 << 20 {
          flush()
          if try printer.print(long: dispatch, with: extractor, date: day) { return }
        }
        batch.append(dispatch)
        bytes += dispatch.text.utf8.count
        if batch.count == 256 || bytes > 1 << 22 { flush() }
      } && isComplete
    }
    flush()
    printer.finish()
    if !isComplete { throw ExitCode(1) }
  }

  private func referenceDay() throws -> CalendarDate {
    guard let date else { return Moment(seconds: Int64(Date().timeIntervalSince1970)).date() }
    guard let day = CalendarDate(iso: date) else {
      throw Failure.misuse("--date \(DisplayText(date)) is not a day such as 2018-03-20.")
    }
    return day
  }

  private func openExtractor() throws -> Extractor {
    do {
      return try Extractor()
    } catch {
      throw Failure.failed(DisplayText(error.description))
    }
  }
}
