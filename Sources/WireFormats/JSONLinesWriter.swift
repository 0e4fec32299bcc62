/// A dispatch as a line that `JSONLines` reads back: identity, text, every field of its envelope that is there; and its reading.
/// One that came as JSON Lines goes out under the id that it came with, so that it is the same dispatch when it comes in again.
public import DispatchModel

extension JSONText {
  /// Writes the line, with its line feed.
  public mutating func line(_ dispatch: Dispatch, _ reading: Reading) {
    object { json in
      let id = dispatch.identity.hasPrefix("id:") ? String(dispatch.identity.dropFirst(3)) : dispatch.identity
      json.key("id"); json.value(id)
      json.key("published"); json.value((dispatch.published ?? reading.published.map { Moment($0) })?.iso)
      json.field("updated", dispatch.updated?.iso)
      json.field("embargo", dispatch.embargo?.iso)
      json.key("source"); json.value(dispatch.source)
      json.key("link"); json.value(dispatch.link)
      json.field("agency", dispatch.agency)
      json.field("author", dispatch.author)
      json.field("place", dispatch.place)
      json.field("language", dispatch.language)
      if let urgency = dispatch.urgency { json.key("urgency"); json.value(urgency) }
      if let version = dispatch.version { json.key("version"); json.value(version) }
      if dispatch.status != .usable { json.key("status"); json.value(dispatch.status.rawValue) }
      if !dispatch.categories.isEmpty { json.key("categories"); json.array(dispatch.categories) { $0.value($1) } }
      if !dispatch.links.isEmpty { json.key("links"); json.array(dispatch.links) { $0.value($1) } }
      if !dispatch.enclosures.isEmpty {
        json.key("enclosures")
        json.array(dispatch.enclosures) { json, enclosure in
          json.object { json in
            json.key("url"); json.value(enclosure.url)
            json.field("type", enclosure.mediaType)
            if let length = enclosure.length { json.key("length"); json.value(length) }
          }
        }
      }
      json.key("text"); json.value(dispatch.text)
      json.key("reading"); json.reading(reading, id: id)
    }
    raw(0x0A)
  }

  private mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    self.value(value)
  }
}
