import ArgumentParser
import DispatchModel
import Extraction
import Foundation

/// `telex extract`: readings of dispatches that stay outside any store; a pure filter, one JSON object a line.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Read dispatches and print what they say, one JSON object a line.")

  @Argument(help: "Files to read; - is standard input.")
  var paths: [String] = ["-"]

  @Option(help: "The day to resolve dates against where a text bears none (YYYY-MM-DD; today if left out).")
  var date: String?

  func run() throws {
    let day = date.flatMap { CalendarDate(iso: $0) } ?? Moment(seconds: Int64(Date().timeIntervalSince1970)).date()
    let extractor = try Extractor()
    for path in paths {
      let data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(fileURLWithPath: path))
      let text = String(decoding: data, as: UTF8.self)
      let id = path == "-" ? "stdin" : URL(fileURLWithPath: path).lastPathComponent
      let reading = extractor.read(Dispatch(identity: id, text: text, source: path), date: day)
      var json = JSONText()
      json.reading(reading, id: id)
      json.raw(0x0A)
      FileHandle.standardOutput.write(Data(json.bytes))
    }
  }
}
