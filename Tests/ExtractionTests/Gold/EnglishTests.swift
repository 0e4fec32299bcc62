// English dispatches held against their marks (SampleData/english). The floors only rise.
import DispatchModel
import Extraction
import Foundation
import Testing

@Suite struct EnglishTests {
  @Test func englishIsReadAsWellAsEver() throws {
    let all = try GoldDispatch.all(in: GoldDispatch.project.appending(path: "SampleData/english"), ending: "marked")
    #expect(all.count >= 18)
    let extractor = try Extractor()
    var score = GoldScore()
    for gold in all {
      let day = try #require(gold.frame.published.flatMap { CalendarDate(iso: $0) })
      let reading = extractor.read(Dispatch(identity: gold.name, text: gold.raw), date: day)
      #expect(reading.language == "en", "\(gold.name) is taken for \(reading.language)")
      #expect(reading.facts.isEmpty)
      score.add(reading, against: gold)
    }
    let floors = [
      "mentions": 0.97, "mention person": 0.96, "mention place": 0.96, "mention organization": 0.95, "mention nationality": 0.97,
      "mention date": 0.96, "mention figure": 0.96, "values": 0.95, "focus first": 0.88, "frame": 0.95,
    ]
    for (key, floor) in floors { #expect(score.f1(key) >= floor, "\(key)\n\(score.summary)") }
  }

  @Test(arguments: [
    ("two weeks ago", "2024-W18"), ("next Tuesday", "2024-05-21"), ("last month", "2024-04"), ("early Monday", "2024-05-13"),
    ("late 2014", "2014"), ("end of 2027", "2027"), ("first quarter of next year", "2025-Q1"), ("mid-March", "2024-03"),
    ("7 p.m. on Friday", "2024-05-10T19:00"), ("61-year-old", "P61Y"), ("Monday evening", "2024-05-13TEV"), ("15 years", "P15Y"),
  ])
  func aDateIsReadWhole(text: String, value: String) throws {
    let date = try #require(CalendarDate(iso: "2024-05-14"))
    let reading = try Extractor().read(
      Dispatch(identity: "t", text: "The ministry said so\n\nThe army killed the man \(text) and that was the end of it, the ministry said.\n"), date: date)
    #expect(reading.mentions.filter { $0.type == .date }.map(\.value) == [value])
    #expect(reading.mentions.first { $0.type == .date }?.text == text)
  }

  @Test(arguments: [
    ("nine police officers", "9 police officers"), ("$3.2 billion", "3200000000 USD"), ("25 percent", "25 %"), ("half a million dollars", "500000 USD"),
    ("2,500 MW", "2500 MW"), ("35 kilometers", "35 km"), ("a dozen people", "12 people"), ("14 million pounds", "14000000 GBP"),
  ])
  func aFigureIsReadWhole(text: String, value: String) throws {
    let date = try #require(CalendarDate(iso: "2024-05-14"))
    let reading = try Extractor().read(
      Dispatch(identity: "t", text: "The ministry said so\n\nThe ministry in London said that it was about \(text) in all.\n"), date: date)
    #expect(reading.mentions.filter { $0.type == .figure }.map(\.value) == [value])
  }
}
