import ArgumentParser
import DispatchModel
import Extraction

/// `telex-bench topics FILE`: what speaks for the topics of each dispatch, one JSON object a dispatch. What `Scripts/train-topics.py` learns
/// from, so that training and reading see the very same.
struct TopicSignsDump: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "topics", abstract: "Print what the judge of topics sees of each dispatch.")

  @Argument(help: "Dispatches as JSON Lines: id, published, text.")
  var file: String

  func run() throws {
    try DumpedDispatch.print(of: file) { json, dispatch, extractor in
      let sample = extractor.topicSample(of: dispatch.dispatch, date: dispatch.day)
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
  }
}
