/// A dispatch and its reading as a ninjs 3.1 object (IPTC, iptc/newsinjson, specification/ninjs-schema_3.1.json).
///
/// People, organisations, places, events and subjects come from the reading. What ninjs has no place for lies in `telex`, an extension
/// in the way that IPTC gives for it (a schema that takes up `ninjsType`): focus and mentioned countries, and the facts with their
/// evidence, whose offsets count in the body's value.
public import DispatchModel

extension JSONText {
  public mutating func ninjs(_ dispatch: Dispatch, _ reading: Reading) {
    object { json in
      json.key("uri"); json.value(Self.uri(of: dispatch))
      json.key("standard")
      json.object { json in
        json.key("name"); json.value("ninjs")
        json.key("version"); json.value("3.1")
        json.key("schema"); json.value("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#")
      }
      json.key("type"); json.value("text")
      json.key("representationType"); json.value("full")
      let status: DispatchStatus = dispatch.status == .corrected ? .usable : dispatch.status
      json.key("pubStatus"); json.value(status.rawValue)
      json.member("language", dispatch.language ?? reading.language.nonEmpty)
      json.member("version", dispatch.version.map(String.init))
      let published = dispatch.published ?? reading.published.map { Moment($0) }
      json.member("firstCreated", published?.iso)
      json.member("versionCreated", (dispatch.updated ?? published)?.iso)
      json.member("embargoedUntil", dispatch.embargo?.iso)
      if let urgency = dispatch.urgency { json.key("urgency"); json.value(urgency) }
      json.member("by", dispatch.author ?? reading.author)
      json.member("located", dispatch.place ?? reading.place)
      json.texts("headlines", [("main", reading.headline)] + reading.subheads.map { ("sub", $0) })
      json.texts("bodies", [("main", dispatch.text)])
      json.names("infoSources", [dispatch.agency ?? reading.agency].compactMap { $0 })
      func values(_ type: MentionType) -> [String] { reading.mentions.filter { $0.type == type }.map(\.value).unique }
      json.names("people", values(.person))
      json.names("organisations", values(.organization))
      json.names("places", values(.place))
      json.names("events", values(.event))
      json.names("objects", values(.product))
      json.subjects(reading.topics, dispatch.categories)
      if let link = dispatch.link {
        json.key("altIds")
        json.array([link]) { json, link in
          json.object { json in
            json.key("role"); json.value("link")
            json.key("value"); json.value(link)
          }
        }
      }
      json.key("telex")
      json.object { json in
        json.key("focus"); json.array(reading.focus) { $0.value($1) }
        json.key("mentioned"); json.array(reading.mentioned) { $0.value($1) }
        json.key("facts"); json.array(reading.facts) { $0.fact($1) }
      }
    }
  }

  /// The envelope's own URI where it gave one, else one of ours that stays the same.
  private static func uri(of dispatch: Dispatch) -> String {
    for prefix in ["ninjs:", "newsml:"] where dispatch.identity.hasPrefix(prefix) {
      let own = String(dispatch.identity.dropFirst(prefix.count))
      if Address.scheme(own) != nil, own.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return own }
    }
    return "urn:telex:" + digest(dispatch.identity)
  }

  /// A member that is left out where it has no value: ninjs knows no null.
  private mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    self.value(value)
  }

  private mutating func texts(_ name: StaticString, _ texts: [(role: String, value: String)]) {
    let texts = texts.filter { !$0.value.isEmpty }
    guard !texts.isEmpty else { return }
    key(name)
    array(texts) { json, text in
      json.object { json in
        json.key("role"); json.value(text.role)
        json.key("contentType"); json.value("text/plain")
        json.key("value"); json.value(text.value)
      }
    }
  }

  private mutating func names(_ name: StaticString, _ names: [String]) {
    guard !names.isEmpty else { return }
    key(name)
    array(names) { json, name in
      json.object { json in json.key("name"); json.value(name) }
    }
  }

  /// Topics by IPTC's Media Topics, and the categories that came with the dispatch.
  private mutating func subjects(_ topics: [Topic], _ categories: [String]) {
    guard !topics.isEmpty || !categories.isEmpty else { return }
    key("subjects")
    array(topics.map { ($0.rawValue, Optional($0.mediaTopic)) } + categories.map { ($0, nil) }) { json, subject in
      json.object { json in
        json.key("name"); json.value(subject.0)
        if let code = subject.1 { json.key("uri"); json.value("http://cv.iptc.org/newscodes/mediatopic/\(code)") }
      }
    }
  }
}
