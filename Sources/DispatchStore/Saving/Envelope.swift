internal import DispatchModel

/// What a dispatch's envelope says beyond the list's columns, as bytes: author, place, language, link, categories, embargo, status,
/// enclosures, links.
enum Envelope {
  static func encode(_ dispatch: Dispatch) -> [UInt8] {
    var out = ByteWriter()
    out.number(1)
    out.string(dispatch.source)
    for word in [dispatch.author, dispatch.place, dispatch.language, dispatch.link] { out.optional(word) }
    out.list(dispatch.categories) { $0.string($1) }
    out.optional(dispatch.updated.map { Int($0.seconds) })
    out.optional(dispatch.embargo.map { Int($0.seconds) })
    out.number(DispatchStatus.allCases.firstIndex(of: dispatch.status) ?? 0)
    out.list(dispatch.enclosures) { out, enclosure in
      out.string(enclosure.url)
      out.optional(enclosure.mediaType)
      out.optional(enclosure.length)
    }
    out.list(dispatch.links) { $0.string($1) }
    out.number(dispatch.hasHeadlineLine ? 1 : 0)
    out.number(dispatch.subheadLines)
    out.number(dispatch.published == nil ? 0 : 1)
    return out.bytes
  }

  /// Fills the dispatch's fields from the bytes; gives whether the envelope bore the date of publication.
  static func decode(_ bytes: [UInt8], into dispatch: inout Dispatch) throws(ByteReader.Failure) -> Bool {
    var input = ByteReader(bytes)
    guard try input.number() == 1 else { throw ByteReader.Failure() }
    dispatch.source = try input.string()
    dispatch.author = try input.optionalString()
    dispatch.place = try input.optionalString()
    dispatch.language = try input.optionalString()
    dispatch.link = try input.optionalString()
    dispatch.categories = try input.list { input throws(ByteReader.Failure) in try input.string() }
    dispatch.updated = try input.optionalNumber().map { Moment(seconds: Int64($0)) }
    dispatch.embargo = try input.optionalNumber().map { Moment(seconds: Int64($0)) }
    dispatch.status = try ReadingCoding.choice(DispatchStatus.allCases, &input)
    dispatch.enclosures = try input.list { input throws(ByteReader.Failure) in
      Enclosure(url: try input.string(), mediaType: try input.optionalString(), length: try input.optionalNumber())
    }
    dispatch.links = try input.list { input throws(ByteReader.Failure) in try input.string() }
    dispatch.hasHeadlineLine = try input.number() != 0
    dispatch.subheadLines = try input.number()
    return try input.number() != 0
  }
}
