internal import DispatchModel

/// A reading in a few hundred bytes: words of the text are kept as spans, names that come again once.
///
/// The rules that found mentions and facts are left out: `telex extract --explain` reads anew. Format 1; a later format has
/// another first number and is read beside this one.
enum ReadingCoding {
  private static let format = 1

  static func encode(_ reading: Reading, text: String) -> [UInt8] {
    var out = ByteWriter()
    out.number(format)
    out.string(reading.language)
    out.optional(reading.published?.dayNumber)
    out.optional(reading.agency)
    out.optional(reading.place)
    out.optional(reading.author)
    out.string(reading.headline)
    out.list(reading.subheads) { $0.string($1) }
    out.optional(reading.priority)
    var last = 0
    out.list(reading.parts) { out, part in
      out.number(PartKind.allCases.firstIndex(of: part.kind) ?? 0)
      last = span(part.span, after: last, &out)
    }
    out.list(reading.focus) { $0.string($1) }
    out.list(reading.mentioned) { $0.string($1) }
    out.list(reading.topics) { $0.number(Topic.allCases.firstIndex(of: $1) ?? 0) }
    last = 0
    out.list(reading.mentions) { out, mention in
      last = span(mention.span, after: last, &out)
      out.number(MentionType.allCases.firstIndex(of: mention.type) ?? 0)
      out.number(hundredths(mention.confidence))
      out.string(mention.value)
    }
    let utf8 = Array(text.utf8)
    last = 0
    out.list(reading.facts) { out, fact in
      last = span(fact.evidence.span, after: last, &out)
      out.number(hundredths(fact.confidence))
      FactCoding.encode(fact.content, text: utf8, &out)
    }
    return out.bytes
  }

  /// The reading, its words taken from the text. Throws where the bytes are not a reading of it.
  static func decode(_ bytes: [UInt8], text: String) throws(ByteReader.Failure) -> Reading {
    var input = ByteReader(bytes)
    guard try input.number() == format else { throw ByteReader.Failure() }
    let words = TextWords(text)
    var reading = Reading(language: try input.string())
    reading.published = try input.optionalNumber().map { CalendarDate(dayNumber: $0) }
    reading.agency = try input.optionalString()
    reading.place = try input.optionalString()
    reading.author = try input.optionalString()
    reading.headline = try input.string()
    reading.subheads = try input.list { input throws(ByteReader.Failure) in try input.string() }
    reading.priority = try input.optionalString()
    var last = 0
    reading.parts = try input.list { input throws(ByteReader.Failure) in
      let kind = try choice(PartKind.allCases, &input)
      return Part(kind, try span(after: &last, &input))
    }
    reading.focus = try input.list { input throws(ByteReader.Failure) in try input.string() }
    reading.mentioned = try input.list { input throws(ByteReader.Failure) in try input.string() }
    reading.topics = try input.list { input throws(ByteReader.Failure) in try choice(Topic.allCases, &input) }
    last = 0
    reading.mentions = try input.list { input throws(ByteReader.Failure) in
      let place = try span(after: &last, &input)
      let type = try choice(MentionType.allCases, &input)
      let confidence = Double(try input.number()) / 100
      return Mention(span: place, type: type, text: words[place], value: try input.string(), confidence: confidence)
    }
    last = 0
    let utf8 = Array(text.utf8)
    reading.facts = try input.list { input throws(ByteReader.Failure) in
      let place = try span(after: &last, &input)
      let confidence = Double(try input.number()) / 100
      let content = try FactCoding.decode(text: utf8, &input)
      return Fact(content, evidence: Evidence(span: place, text: words[place]), confidence: confidence)
    }
    return reading
  }

  /// The headline alone, without the rest being read.
  static func headline(of bytes: [UInt8]) throws(ByteReader.Failure) -> String {
    var input = ByteReader(bytes)
    guard try input.number() == format else { throw ByteReader.Failure() }
    _ = try input.string()
    _ = try input.optionalNumber()
    for _ in 0..<3 { _ = try input.optionalString() }
    return try input.string()
  }

  static func choice<Value>(_ values: [Value], _ input: inout ByteReader) throws(ByteReader.Failure) -> Value {
    let index = try input.number()
    guard values.indices.contains(index) else { throw ByteReader.Failure() }
    return values[index]
  }

  /// Writes where the span begins after the last one's start, and its length; gives its start.
  private static func span(_ span: TextSpan, after last: Int, _ out: inout ByteWriter) -> Int {
    out.number(span.start - last)
    out.number(span.length)
    return span.start
  }

  private static func span(after last: inout Int, _ input: inout ByteReader) throws(ByteReader.Failure) -> TextSpan {
    let start = last + (try input.number())
    let length = try input.number()
    guard start >= 0, length >= 0, start < 1 << 40, length < 1 << 40 else { throw ByteReader.Failure() }
    last = start
    return TextSpan(start: start, end: start + length)
  }

  private static func hundredths(_ confidence: Double) -> Int { Int((min(max(confidence, 0), 1) * 100).rounded()) }
}

/// Words of a text by their scalars.
private struct TextWords {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  subscript(span: TextSpan) -> String {
    let range = max(0, min(span.start, scalars.count))..<max(0, min(span.end, scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
