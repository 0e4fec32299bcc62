import DispatchModel
import Extraction
import Foundation

/// A dispatch as the training scripts give it, in JSON Lines.
struct DumpedDispatch: Decodable {
  var id: String
  var published: String
  var text: String

  var day: CalendarDate { CalendarDate(iso: published) ?? CalendarDate(dayNumber: 0) }
  var dispatch: Dispatch { Dispatch(identity: id, text: text) }

  /// Prints one JSON object for each dispatch of the file: its id, and what `write` tells of it.
  static func print(of file: String, _ write: (inout JSONText, DumpedDispatch, Extractor) -> Void) throws {
    let extractor = try Extractor()
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let dispatch = try JSONDecoder().decode(DumpedDispatch.self, from: Data(line.utf8))
      var json = JSONText()
      json.object { json in
        json.key("id"); json.value(dispatch.id)
        write(&json, dispatch, extractor)
      }
      json.raw(0x0A)
      FileHandle.standardOutput.write(Data(json.bytes))
    }
  }
}
