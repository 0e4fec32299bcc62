import DispatchModel
import Extraction
import Testing

/// The one extractor of the tests, over the lexicons that the build made.
enum SharedExtractor {
  static let value: Result<Extractor, ExtractorError> = Result { () throws(ExtractorError) in try Extractor() }
}

/// The reading of a text against a day.
func reading(_ text: String, on day: String = "2024-05-14", explains: Bool = false) throws -> Reading {
  let date = try #require(CalendarDate(iso: day))
  return try SharedExtractor.value.get().read(Dispatch(identity: "test", text: text), date: date, explains: explains)
}

/// The text with its mentions marked as the gold does, `⟦surface|type|value⟧`; only those of the types, where some are given.
func marked(_ text: String, on day: String = "2024-05-14", only types: Set<MentionType> = []) throws -> String {
  try reading(text, on: day).marked(text, only: types)
}

extension Reading {
  /// The text with these mentions marked as the gold does.
  func marked(_ text: String, only types: Set<MentionType> = []) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    for mention in mentions where types.isEmpty || types.contains(mention.type) {
      result.append(contentsOf: scalars[at..<mention.span.start])
      result.append(contentsOf: "⟦\(mention.text)|\(mention.type.rawValue)|\(mention.value)⟧".unicodeScalars)
      at = mention.span.end
    }
    result.append(contentsOf: scalars[at...])
    return String(result)
  }

  /// The texts of the parts of a kind.
  func parts(_ kind: PartKind, of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return parts.filter { $0.kind == kind }.map { part in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[part.span.start..<part.span.end])
      return String(view)
    }
  }
}
