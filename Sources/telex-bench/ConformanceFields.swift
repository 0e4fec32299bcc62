/// The values of a feed document under the names that the conformance index uses (`entries[0].content[0].value`).
internal import DispatchModel
internal import WireFormats

enum ConformanceFields {
  /// nil where the document has no such field.
  static func value(at path: String, in document: FeedDocument, headers: JSONValue?) -> JSONValue? {
    let steps = steps(of: path)
    guard let first = steps.first else { return nil }
    switch first {
    case "bozo": return .bool(document.isMalformed)
    case "encoding": return .string(document.charset)
    case "version": return .string(document.version)
    case "headers": return header(steps.last ?? "", headers)
    case "etag": return header("etag", headers)
    case "updated", "updated_parsed": return header("last-modified", headers)
    case "feed": return descend(fields(document.feed, isFeed: true), steps.dropFirst())
    case "entries":
      if steps.last == "length", steps.count == 2 { return .number(String(document.entries.count)) }
      guard steps.count > 2, let index = Int(steps[1]), document.entries.indices.contains(index) else { return nil }
      return descend(fields(document.entries[index], isFeed: false), steps.dropFirst(2))
    default: return nil
    }
  }

  private static func header(_ name: String, _ headers: JSONValue?) -> JSONValue? {
    guard case .object(let members)? = headers else { return nil }
    return members.first { $0.key.lowercased() == name.lowercased() }?.value
  }

  private static func descend(_ value: JSONValue, _ steps: ArraySlice<String>) -> JSONValue? {
    var value = value
    for step in steps {
      if case .array(let values) = value {
        if step == "length" { return .number(String(values.count)) }
        guard let index = Int(step), values.indices.contains(index) else { return nil }
        value = values[index]
      } else if let inner = value[step] {
        value = inner
      } else {
        return nil
      }
    }
    return value
  }

  /// `entries[0]["thr_in-reply-to"].ref` to its steps.
  private static func steps(of path: String) -> [String] {
    path.split(whereSeparator: { ".[]\"".contains($0) }).map(String.init)
  }

  private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONMember(key: key, value: $0) } })
  }

  private static func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  private static func fields(_ fields: FeedFields, isFeed: Bool) -> JSONValue {
    var members: [(String, JSONValue?)] = []
    let subtitle = fields.subtitle ?? (isFeed ? fields.summary : nil)
    for (name, text) in [
      ("title", fields.title), ("subtitle", subtitle), ("summary", fields.summary), ("info", fields.info), ("rights", fields.rights),
    ] {
      members += [(name, string(text?.value)), (name + "_detail", text.map(detail))]
    }
    members.append(("content", .array(fields.content.map(detail))))
    members += [
      ("link", string(fields.link)), ("links", .array(fields.links.map(link))), ("id", string(fields.id)),
      ("guidislink", fields.guidIsLink.map { .bool($0) }), ("enclosures", .array(fields.enclosures.map(enclosure))),
      ("author", string(fields.author)), ("author_detail", fields.authors.last.map(person)),
      ("authors", .array(fields.authors.map(person))), ("contributors", .array(fields.contributors.map(person))),
      ("publisher", string(fields.publisher)), ("publisher_detail", fields.publishers.last.map(person)),
    ]
    for (name, date) in [
      ("published", fields.published), ("updated", fields.updated), ("created", fields.created), ("expired", fields.expired),
      ("validity_start", fields.validFrom), ("validity_end", fields.validTo),
    ] {
      members += [(name, string(date?.written)), (name + "_parsed", string(date?.moment?.iso))]
    }
    members += [
      ("tags", .array(fields.tags.map(tag))), ("category", string(fields.tags.first?.term)), ("language", string(fields.language)),
      ("image", fields.image.map(image)), ("icon", string(fields.icon)), ("logo", string(fields.logo)),
      ("generator", string(fields.generator?.name)), ("generator_detail", fields.generator.map(generator)),
      ("textinput", fields.textInput.map(textInput)), ("source", fields.source.first.map { Self.fields($0, isFeed: true) }),
      ("itunes_explicit", fields.isExplicit.map { .bool($0) }), ("itunes_block", fields.isBlocked.map { .bool($0) }),
    ]
    for (name, elements) in fields.others { members.append((name, other(name, elements))) }
    return object(members)
  }

  private static func detail(_ text: FeedText) -> JSONValue {
    object([
      ("value", .string(text.value)), ("type", .string(text.type)), ("language", string(text.language)), ("base", string(text.base)),
    ])
  }

  private static func link(_ link: FeedLink) -> JSONValue {
    object([
      ("rel", .string(link.rel)), ("type", string(link.type)), ("href", string(link.href)), ("title", string(link.title)),
      ("length", string(link.length)),
    ])
  }

  private static func enclosure(_ link: FeedLink) -> JSONValue {
    object([("type", string(link.type)), ("href", string(link.href)), ("length", string(link.length))])
  }

  private static func person(_ person: FeedPerson) -> JSONValue {
    object([("name", string(person.name)), ("email", string(person.email)), ("href", string(person.href))])
  }

  private static func tag(_ tag: FeedTag) -> JSONValue {
    object([("term", string(tag.term)), ("scheme", string(tag.scheme)), ("label", string(tag.label))])
  }

  private static func image(_ image: FeedImage) -> JSONValue {
    object([
      ("href", string(image.href)), ("title", string(image.title)), ("link", string(image.link)), ("width", string(image.width)),
      ("height", string(image.height)), ("description", string(image.description)),
    ])
  }

  private static func generator(_ generator: FeedGenerator) -> JSONValue {
    object([("name", string(generator.name)), ("href", string(generator.href)), ("version", string(generator.version))])
  }

  private static func textInput(_ input: FeedTextInput) -> JSONValue {
    object([
      ("title", string(input.title)), ("link", string(input.link)), ("name", string(input.name)),
      ("description", string(input.description)),
    ])
  }

  /// Media elements come in lists or alone, with their text as `content`; others are their text, or their attributes.
  private static func other(_ name: String, _ elements: [FeedElement]) -> JSONValue? {
    func attributes(_ element: FeedElement) -> [(String, JSONValue?)] { element.attributes.map { ($0.key, .string($0.value)) } }
    if name.hasPrefix("media_") {
      let values = elements.map { object(attributes($0) + [("content", .string($0.text))]) }
      if name == "media_restriction", let element = elements.first {
        let words = element.text.split(separator: " ").map { JSONValue.string(String($0)) }
        return object(attributes(element) + [("content", .array(words))])
      }
      return ["media_content", "media_thumbnail", "media_credit"].contains(name) ? .array(values) : values.first
    }
    guard let element = elements.first else { return nil }
    return element.attributes.isEmpty ? .string(element.text) : object(attributes(element))
  }
}
