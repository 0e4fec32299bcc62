import ArgumentParser
import DispatchModel
import Extraction
import Foundation

/// `telex-bench names PATH…`: the segments of dispatches that may be names, with the features that the judge of names sees, one JSON object
/// a dispatch. What `Scripts/train-names.py` learns from, so that training and reading see the very same.
struct NameFeaturesDump: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "names", abstract: "Print what the judge of names sees of each segment.")

  @Argument(help: "Files, a dispatch each.")
  var paths: [String]

  func run() throws {
    let extractor = try Extractor()
    let day = CalendarDate(iso: "2026-11-24") ?? CalendarDate(dayNumber: 0)
    for path in paths {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let samples = extractor.nameSamples(of: Dispatch(identity: path, text: text), date: day)
      var json = JSONText()
      json.object { json in
        json.key("path"); json.value(path)
        json.key("samples")
        json.array(samples) { json, sample in
          json.array([sample.span.start, sample.span.end] + sample.features.map { Int($0) }) { $0.value($1) }
        }
      }
      json.raw(0x0A)
      FileHandle.standardOutput.write(Data(json.bytes))
    }
  }
}
