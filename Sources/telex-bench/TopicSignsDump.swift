import ArgumentParser
import DispatchModel
import Extraction
import Foundation

/// `telex-bench topics FILE`: what speaks for the topics of each dispatch, one JSON object a dispatch. What `Scripts/train-topics.py` learns
/// from, so that training and reading see the very same.
struct TopicSignsDump: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "topics", abstract: "Print what the judge of topics sees of each dispatch.")

  @Argument(help: "Dispatches as JSON Lines: id, published, text.")
  var file: String

  func run() throws {
    let extractor = try Extractor()
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let dispatch = try JSONDecoder().decode(DumpedDispatch.self, from: Data(line.utf8))
      let sample = extractor.topicSample(of: Dispatch(identity: dispatch.id, text: dispatch.text), date: dispatch.day)
      var json = JSONText()
      json.object { json in
        json.key("id"); json.value(dispatch.id)
        json.key("value"); json.value(sample?.bodyValue ?? 0)
        json.key("body"); json.array(sample?.body ?? []) { json, word in json.value(word) }
        json.key("head"); json.array(sample?.headline ?? []) { json, word in json.value(word) }
        json.key("shares"); json.array(sample?.shares ?? []) { json, share in
          json.object { json in
            json.key("topic"); json.value(share.topic.rawValue)
            json.key("share"); json.value(share.share)
          }
        }
      }
      json.raw(0x0A)
      FileHandle.standardOutput.write(Data(json.bytes))
    }
  }
}

/// A dispatch as the training scripts give it.
struct DumpedDispatch: Decodable {
  var id: String
  var published: String
  var text: String

  var day: CalendarDate { CalendarDate(iso: published) ?? CalendarDate(dayNumber: 0) }
}
