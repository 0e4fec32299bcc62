import DispatchModel
import Lexicon
import Testing

@testable import Extraction

/// The facts of a text whose mentions are marked as the gold does, `⟦surface|type|value⟧`: what the fact annotators make of
/// perfect mentions. The first line is the headline.
func facts(ofMarked text: String, on day: String = "2024-05-14", focus: [String] = []) throws -> [Fact] {
  let lexicon = try LexiconFile(path: #require(DataFiles.path(of: "fr.lex")))
  let (raw, marks) = try unmarked(text)
  let date = try #require(CalendarDate(iso: day))
  let draft = Draft(dispatch: Dispatch(identity: "test", text: raw), reference: date, explains: false, lexicon: lexicon)
  draft.language = "fr"
  LayoutReader(lexicon: lexicon).annotate(draft)
  SentenceSplitter(lexicon: lexicon).annotate(draft)
  draft.setMentions(
    marks.compactMap { mark in
      let tokens = draft.tokens.indices.filter { Int(draft.tokens[$0].start) < mark.end && Int(draft.tokens[$0].end) > mark.start }
      guard let first = tokens.first, let last = tokens.last else { return nil }
      let isPlace = mark.type == .place || mark.type == .nationality
      let country = isPlace ? mark.value.split(separator: "/").last.map(String.init) : nil
      return DraftMention(
        type: mark.type, tokens: first..<last + 1, value: mark.value, confidence: 1, rule: "test", country: country)
    })
  draft.focus = focus
  VerbGroups(lexicon: lexicon).annotate(draft)
  Quotes(lexicon: lexicon).annotate(draft)
  Offices(lexicon: lexicon).annotate(draft)
  Statements(lexicon: lexicon).annotate(draft)
  EventFacts(lexicon: lexicon).annotate(draft)
  FactOrder(lexicon: lexicon).annotate(draft)
  return ReadingAssembly.reading(of: draft).facts
}

private struct Mark {
  var start: Int
  var end: Int
  var type: MentionType
  var value: String
}

/// The text without its marks, and the marks by bytes.
private func unmarked(_ text: String) throws -> (String, [Mark]) {
  var raw: [UInt8] = []
  var marks: [Mark] = []
  var rest = text[...]
  while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
    raw += Array(rest[..<open].utf8)
    let parts = rest[rest.index(after: open)..<close].split(separator: "|")
    try #require(parts.count == 3, "a mark has a surface, a type and a value")
    let type = try #require(MentionType(rawValue: String(parts[1])))
    marks.append(Mark(start: raw.count, end: raw.count + parts[0].utf8.count, type: type, value: String(parts[2])))
    raw += Array(parts[0].utf8)
    rest = rest[rest.index(after: close)...]
  }
  raw += Array(rest.utf8)
  return (String(decoding: raw, as: UTF8.self), marks)
}
