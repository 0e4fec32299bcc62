import DispatchModel
import Extraction
import Reader
import Terminal

/// The extractor, the query language, the settings.
enum Readings {
  private static let today = CalendarDate(year: 2018, month: 3, day: 21) ?? CalendarDate(dayNumber: 17_611)
  private static let extractor: Extractor = {
    do { return try Extractor() } catch { fatalError("\(error) (TELEX_DATA must name the folder of fr.lex)") }
  }()

  static func extract(_ bytes: [UInt8]) {
    let dispatch = Dispatch(identity: "fuzz", text: String(decoding: bytes, as: UTF8.self))
    let reading = extractor.read(dispatch, date: today, explains: true)
    let scalars = Array(dispatch.text.unicodeScalars)
    func words(_ span: TextSpan) -> String {
      promise(0 <= span.start && span.start <= span.end && span.end <= scalars.count, "a span outside the text: \(span)")
      return String(String.UnicodeScalarView(scalars[span.start..<span.end]))
    }
    for mention in reading.mentions {
      promise(words(mention.span) == mention.text, "a mention's words are not those of its span")
      promise(!mention.value.isEmpty, "a mention without value")
      promise((0...1).contains(mention.confidence), "a confidence of \(mention.confidence)")
    }
    for (left, right) in zip(reading.mentions, reading.mentions.dropFirst()) {
      promise(left.span.end <= right.span.start, "mentions overlap or are out of order")
    }
    for fact in reading.facts {
      promise(words(fact.evidence.span) == fact.evidence.text, "evidence is not the words of its span")
      promise((0...1).contains(fact.confidence), "a confidence of \(fact.confidence)")
    }
    for part in reading.parts { _ = words(part.span) }
    promise(extractor.read(dispatch, date: today, explains: true) == reading, "two readings differ")
  }

  static func query(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let query = try Query.parse(text, today: today)
      for part in query.parts {
        promise(0 <= part.range.lowerBound && part.range.upperBound <= text.count, "a part outside the query")
      }
    } catch {
      promise((1...text.count + 1).contains(error.column), "column \(error.column) of \(text.count)")
      promise(!error.message(in: "fr").isEmpty && !error.message(in: "en").isEmpty, "an error without words")
    }
  }

  static func settings(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = SettingsFile.read(text, language: .fr)
    let library = ThemeFile.load(id: "fuzz", text: text, directories: [])
    for theme in library.themes { _ = ThemeCheck.findings(theme) }
    if let keys = try? KeyNotation.parse(text) { promise(keys.count <= bytes.count, "more keys than letters") }
  }
}
