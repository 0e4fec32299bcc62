import DispatchModel

/// A dispatch and its reading as a ninjs 3.0 object (IPTC, iptc/newsinjson, MIT): people, organisations, places and subjects from the
/// reading, its facts in an extension of our own, `telex_facts`.
extension JSONText {
  mutating func ninjs(_ dispatch: Dispatch, _ reading: Reading) {
    object { json in
      json.key("uri"); json.value(dispatch.identity)
      json.key("standard")
      json.object { json in
        json.key("name"); json.value("ninjs")
        json.key("version"); json.value("3.0")
      }
      json.key("type"); json.value("text")
      json.key("pubStatus"); json.value(dispatch.status == .withheld || dispatch.status == .canceled ? dispatch.status.rawValue : "usable")
      if let urgency = dispatch.urgency { json.key("urgency"); json.value(urgency) }
      json.key("language"); json.value(dispatch.language ?? reading.language)
      json.key("versionCreated"); json.value((dispatch.updated ?? dispatch.published ?? reading.published.map { Moment($0) })?.iso)
      if let by = reading.author ?? dispatch.author { json.key("by"); json.value(by) }
      if let place = reading.place { json.key("located"); json.value(place) }
      json.key("headlines")
      json.array([reading.headline]) { json, headline in
        json.object { json in
          json.key("role"); json.value("main")
          json.key("value"); json.value(headline)
          json.key("contentType"); json.value("text/plain")
        }
      }
      json.key("bodies")
      json.array([dispatch.text]) { json, text in
        json.object { json in
          json.key("role"); json.value("main")
          json.key("contentType"); json.value("text/plain")
          json.key("value"); json.value(text)
        }
      }
      json.names("people", reading, .person)
      json.names("organisations", reading, .organization)
      json.names("places", reading, .place)
      json.key("subjects")
      json.array(reading.topics) { json, topic in
        json.object { json in
          json.key("name"); json.value(topic.rawValue)
          json.key("uri"); json.value("http://cv.iptc.org/newscodes/mediatopic/\(topic.mediaTopic)")
        }
      }
      if let agency = reading.agency ?? dispatch.agency {
        json.key("infoSources")
        json.array([agency]) { json, name in
          json.object { json in json.key("name"); json.value(name) }
        }
      }
      json.key("telex_facts"); json.array(reading.facts) { $0.fact($1) }
    }
  }

  /// The reading's entities of a type, each once, in the order of the text.
  private mutating func names(_ key: StaticString, _ reading: Reading, _ type: MentionType) {
    var seen: Set<String> = []
    let values = reading.mentions.filter { $0.type == type && seen.insert($0.value).inserted }.map(\.value)
    self.key(key)
    array(values) { json, value in
      json.object { json in json.key("name"); json.value(value) }
    }
  }
}
