import DispatchModel
import Foundation
import Testing

/// What JSON readers make of the output.
private func parsed(_ json: borrowing JSONText) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
}

@Suite struct ReadingJSONTests {
  @Test func aReadingIsOneLineWithTheContractsNames() throws {
    let span = TextSpan(start: 0, end: 4)
    let reading = Reading(
      language: "fr", published: CalendarDate(iso: "2018-03-20"), agency: "AA", place: "Bagdad/IQ", headline: "Un \"titre\"",
      focus: ["IQ"], mentioned: ["IQ", "RU"], topics: [.diplomacy],
      mentions: [Mention(span: span, type: .place, text: "Irak", value: "IQ", confidence: 0.987, rule: "place.country")],
      facts: [
        Fact(
          .event(Event(category: .threaten, actors: [Participant(id: "US", country: "US")], when: "2018-02", trigger: "menacé")),
          evidence: Evidence(span: span, text: "Irak"), confidence: 0.5, rule: "event.verb"),
        Fact(
          .office(Office(person: "A B", title: "président", of: "IQ", isFormer: true)), evidence: Evidence(span: span, text: "Irak")),
        Fact(
          .figure(Figure(value: 76.66, unit: "%", what: "voix")), evidence: Evidence(span: span, text: "Irak")),
      ])
    var json = JSONText()
    json.reading(reading, id: "g000")
    #expect(!json.string.contains("\n"))
    let object = try parsed(json)
    #expect(Set(object.keys) == [
      "id", "language", "published", "agency", "place", "author", "headline", "subheads", "countries", "topics", "mentions", "facts",
    ])
    #expect(object["headline"] as? String == "Un \"titre\"")
    #expect(object["author"] is NSNull)
    let mention = try #require((object["mentions"] as? [[String: Any]])?.first)
    #expect(Set(mention.keys) == ["start", "end", "type", "text", "value", "confidence"])
    #expect(mention["confidence"] as? Double == 0.99)
    let facts = try #require(object["facts"] as? [[String: Any]])
    #expect(facts[0]["where"] is NSNull)
    #expect(facts[0]["category"] as? String == "threaten")
    #expect(facts[1]["former"] as? Bool == true)
    #expect(facts[2]["value"] as? Double == 76.66)
    var explained = JSONText()
    explained.reading(reading, id: "g000", explains: true)
    #expect(explained.string.contains("\"rule\":\"place.country\""))
  }

  @Test(arguments: ["\u{1B}[31m", "\u{9B}31m", "\u{7F}", "\u{85}", "\u{2028}", "a\u{0}b", "\\\"", "é\u{301}👨‍👩‍👧"])
  func noControlCharacterComesOutBare(text: String) throws {
    var json = JSONText()
    json.object { $0.key("t"); $0.value(text) }
    #expect(json.string.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028 })
    #expect(try parsed(json)["t"] as? String == text)
  }

  @Test func numbersStayNumbers() throws {
    var json = JSONText()
    json.array([1.5, 2, 1e18, .infinity, .nan, -0.25]) { $0.value($1) }
    #expect(json.string == "[1.5,2,1e+18,null,null,-0.25]")
  }

  @Test func anArrayWrittenElsewhereIsTakenAsItIs() throws {
    var elements = JSONText()
    elements.object { $0.key("a"); $0.value(1) }
    elements.object { $0.key("b"); $0.value("é\"") }
    let written = elements.bytes
    var json = JSONText()
    json.object { json in
      json.key("empty"); json.array(written: { _ in })
      json.key("all"); json.array(written: { add in written.withUnsafeBufferPointer { add($0) } })
    }
    #expect(json.string == #"{"empty":[],"all":[{"a":1},{"b":"é\""}]}"#)
  }
}
