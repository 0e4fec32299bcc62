import ArgumentParser
import DispatchModel
import Extraction

/// `telex-bench events FILE`: the events that dispatches may tell, with the signs that the judge of events sees, one JSON object a dispatch. What
/// `Scripts/train-events.py` learns from, so that training and reading see the very same.
struct EventSignsDump: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "events", abstract: "Print what the judge of events sees of each word that may tell one.")

  @Argument(help: "Dispatches as JSON Lines: id, published, text.")
  var file: String

  func run() throws {
    try DumpedDispatch.print(of: file) { json, dispatch, extractor in
      json.key("events")
      json.array(extractor.eventSamples(of: dispatch.dispatch, date: dispatch.day)) { json, sample in
        json.object { json in
          json.key("category"); json.value(sample.event.category.rawValue)
          json.key("trigger"); json.value(sample.trigger)
          json.key("word"); json.value(sample.event.trigger)
          json.key("key"); json.value(sample.key)
          json.key("start"); json.value(sample.evidence.start)
          json.key("end"); json.value(sample.evidence.end)
          json.key("status"); json.value(sample.event.status.rawValue)
          json.key("when"); json.value(sample.event.when ?? "")
          json.key("actors"); write(sample.event.actors, to: &json)
          json.key("targets"); write(sample.event.targets, to: &json)
          json.key("signs"); json.value(sample.signs)
          json.key("chosen"); json.value(sample.isChosen ? 1 : 0)
        }
      }
    }
  }

  private func write(_ parties: [Participant], to json: inout JSONText) {
    json.array(parties) { json, party in
      json.object { json in
        json.key("id"); json.value(party.id)
        json.key("country"); json.value(party.country ?? "")
      }
    }
  }
}
