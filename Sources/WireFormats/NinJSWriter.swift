/// ninjs 3.1 (IPTC, specification/ninjs-schema_3.1.json): a dispatch with its reading's entities; facts in an extension.
public import DispatchModel

public enum NinJSWriter {
  public static func write(_ dispatch: Dispatch, _ reading: Reading?) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("uri", dispatch.link ?? "urn:telex:" + digest(dispatch.identity))
      json.object("standard") { standard in
        standard.member("name", "ninjs")
        standard.member("version", "3.1")
        standard.member("schema", "https://iptc.org/std/ninjs/ninjs-schema_3.1.json")
      }
      json.member("type", "text")
      json.member("language", dispatch.language ?? reading?.language)
      json.member("version", dispatch.version.map(String.init))
      json.member("firstCreated", dispatch.published?.iso)
      json.member("versionCreated", (dispatch.updated ?? dispatch.published)?.iso)
      json.member("embargoedUntil", dispatch.embargo?.iso)
      json.member("pubStatus", dispatch.status == .corrected ? "usable" : dispatch.status.rawValue)
      json.member("urgency", dispatch.urgency)
      json.member("by", dispatch.author ?? reading?.author)
      json.member("located", dispatch.place ?? reading?.place)
      if let agency = dispatch.agency ?? reading?.agency { named(&json, "infoSources", [agency]) }
      json.array("headlines", [DispatchWriter.headline(dispatch, reading)] + (reading?.subheads ?? [])) { json, text in
        json.object { $0.member("value", text) }
      }
      json.array("bodies", [dispatch.text]) { json, text in
        json.object {
          $0.member("role", "main")
          $0.member("contentType", "text/plain")
          $0.member("value", text)
        }
      }
      if let reading { entities(&json, reading) }
    }
    return json.text
  }

  private static func named(_ json: inout JSONWriter, _ key: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    json.array(key, names) { json, name in json.object { $0.member("name", name) } }
  }

  private static func entities(_ json: inout JSONWriter, _ reading: Reading) {
    func values(_ types: MentionType...) -> [String] { reading.mentions.filter { types.contains($0.type) }.map(\.value).unique }
    named(&json, "people", values(.person))
    named(&json, "organisations", values(.organization))
    named(&json, "places", values(.place))
    named(&json, "events", values(.event))
    named(&json, "subjects", reading.topics.map(\.rawValue) + values(.law, .product))
    json.object("telex") { json in
      json.member("focus", reading.focus)
      json.array("facts", reading.facts) { json, fact in
        json.object {
          $0.member("kind", fact.kind.rawValue)
          $0.member("evidence", fact.evidence.text)
          $0.member("start", fact.evidence.span.start)
          $0.member("end", fact.evidence.span.end)
          $0.member("rule", fact.rule)
        }
      }
    }
  }
}
