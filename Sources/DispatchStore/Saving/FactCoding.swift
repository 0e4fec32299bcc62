internal import DispatchModel

/// The roles of a fact as bytes; a statement's words are kept as their place in the text.
enum FactCoding {
  static func encode(_ content: Fact.Content, text: [UInt8], _ out: inout ByteWriter) {
    switch content {
    case .office(let office):
      out.number(0)
      out.string(office.person)
      out.string(office.title)
      out.optional(office.of)
      out.number((office.isFormer ? 1 : 0) + (office.isActing ? 2 : 0))
    case .statement(let statement):
      out.number(1)
      participant(statement.speaker, &out)
      words(statement.content, text, &out)
      out.number(statement.isQuoted ? 1 : 0)
      out.optional(statement.cue)
      out.optional(statement.via)
    case .figure(let figure):
      out.number(2)
      out.string(String(figure.value))
      out.string(figure.unit)
      out.string(figure.what)
      out.optional(figure.of)
    case .casualties(let toll):
      out.number(3)
      for number in [toll.dead, toll.injured, toll.missing] { out.optional(number) }
      for word in [toll.cause, toll.place, toll.when] { out.optional(word) }
      out.number(toll.isAbout ? 1 : 0)
    case .event(let event):
      out.number(4)
      out.number(EventCategory.allCases.firstIndex(of: event.category) ?? 0)
      out.list(event.actors) { participant($1, &$0) }
      out.list(event.targets) { participant($1, &$0) }
      out.number(EventStatus.allCases.firstIndex(of: event.status) ?? 0)
      out.optional(event.when)
      out.optional(event.place)
      out.string(event.trigger)
    }
  }

  static func decode(text: [UInt8], _ input: inout ByteReader) throws(ByteReader.Failure) -> Fact.Content {
    switch try input.number() {
    case 0:
      let person = try input.string()
      let title = try input.string()
      let of = try input.optionalString()
      let flags = try input.number()
      return .office(Office(person: person, title: title, of: of, isFormer: flags & 1 != 0, isActing: flags & 2 != 0))
    case 1:
      let speaker = try participant(&input)
      let content = try words(text, &input)
      let isQuoted = try input.number() != 0
      return .statement(
        Statement(speaker: speaker, content: content, isQuoted: isQuoted, cue: try input.optionalString(), via: try input.optionalString()))
    case 2:
      guard let value = Double(try input.string()) else { throw ByteReader.Failure() }
      return .figure(Figure(value: value, unit: try input.string(), what: try input.string(), of: try input.optionalString()))
    case 3:
      return .casualties(
        Casualties(
          dead: try input.optionalNumber(), injured: try input.optionalNumber(), missing: try input.optionalNumber(),
          cause: try input.optionalString(), place: try input.optionalString(), when: try input.optionalString(),
          isAbout: try input.number() != 0))
    case 4:
      let category = try ReadingCoding.choice(EventCategory.allCases, &input)
      let actors = try input.list { input throws(ByteReader.Failure) in try participant(&input) }
      let targets = try input.list { input throws(ByteReader.Failure) in try participant(&input) }
      let status = try ReadingCoding.choice(EventStatus.allCases, &input)
      return .event(
        Event(
          category: category, actors: actors, targets: targets, status: status, when: try input.optionalString(),
          place: try input.optionalString(), trigger: try input.string()))
    default: throw ByteReader.Failure()
    }
  }

  private static func participant(_ participant: Participant, _ out: inout ByteWriter) {
    out.string(participant.id)
    out.optional(participant.country)
  }

  private static func participant(_ input: inout ByteReader) throws(ByteReader.Failure) -> Participant {
    Participant(id: try input.string(), country: try input.optionalString())
  }

  /// Words that stand in the text as they are: their first byte and their number of bytes; others in full.
  private static func words(_ words: String, _ text: [UInt8], _ out: inout ByteWriter) {
    let wanted = Array(words.utf8)
    if let start = first(wanted, in: text) {
      out.number(start)
      out.number(wanted.count)
    } else {
      out.number(-1)
      out.string(words)
    }
  }

  private static func words(_ text: [UInt8], _ input: inout ByteReader) throws(ByteReader.Failure) -> String {
    let start = try input.number()
    if start < 0 { return try input.string() }
    let count = try input.number()
    guard count >= 0, start <= text.count, count <= text.count - start else { throw ByteReader.Failure() }
    return String(decoding: text[start..<start + count], as: UTF8.self)
  }

  private static func first(_ wanted: [UInt8], in text: [UInt8]) -> Int? {
    guard let head = wanted.first, wanted.count <= text.count else { return nil }
    var start = 0
    while start <= text.count - wanted.count {
      if text[start] == head, text[start..<start + wanted.count].elementsEqual(wanted) { return start }
      start += 1
    }
    return nil
  }
}
