import DispatchModel
import Testing
import WireFormats

private let dispatch = Dispatch(
  identity: "id:1", text: "Titre \"cité\"\nUn, deux.\u{1B}[2J\nÀ suivre & <fin>", published: Moment(seconds: 1_521_556_200), source: "s", agency: "AFX",
  link: "http://a.example/?a=1&b=2", categories: ["Eau"], urgency: 3, embargo: Moment(seconds: 1_521_556_800), version: 2, status: .corrected,
  enclosures: [Enclosure(url: "http://a.example/p.jpg", mediaType: "image/jpeg", length: 9)], links: ["http://b.example/"])
private let reading = Reading(
  language: "fr", headline: "Titre \"cité\"", subheads: ["Un"], focus: ["IQ"], mentioned: ["IQ", "RU"], topics: [.diplomacy],
  mentions: [
    Mention(span: TextSpan(start: 0, end: 5), type: .person, text: "Titre", value: "Anis Karam", confidence: 0.9),
    Mention(span: TextSpan(start: 0, end: 5), type: .person, text: "Titre", value: "Anis Karam", confidence: 0.9),
    Mention(span: TextSpan(start: 6, end: 9), type: .place, text: "x", value: "Bagdad/IQ", confidence: 0.9),
  ],
  facts: [Fact(.office(Office(person: "Anis Karam", title: "président", of: "IQ")), evidence: Evidence(span: TextSpan(start: 0, end: 5), text: "Titre"))])

@Test func jsonLinesComeInAsTheyWentOut() throws {
  var json = JSONText()
  json.line(dispatch, reading)
  let line = json.string
  #expect(line.hasSuffix("\n") && line.filter(\.isNewline).count == 1 && !line.contains("\u{1B}"))
  let again = try #require(WireFormats.decode(json.bytes, source: "s").dispatches.first)
  #expect(again == dispatch)
  var twice = JSONText()
  twice.line(again, reading)
  #expect(twice.bytes == json.bytes)
}

@Test func ninjsComesInAsItWentOut() throws {
  var json = JSONText()
  json.ninjs(dispatch, reading)
  let value = try #require(JSONReader.read(json.string).value)
  #expect(JSONReader.read(json.string).complaint == nil)
  #expect(value["telex"]?["focus"]?.array == [.string("IQ")])
  #expect(value["telex"]?["facts"]?.array?.first?["person"]?.string == "Anis Karam")
  #expect(value["people"]?.array?.count == 1, "each once")
  #expect(value["subjects"]?.array?.first?["uri"]?.string?.hasPrefix("http://cv.iptc.org/newscodes/mediatopic/") == true)
  let again = try #require(WireFormats.decode(json.bytes, source: "s").dispatches.first)
  #expect(again.text.hasPrefix("Titre \"cité\""))
  #expect((again.agency, again.published, again.embargo) == ("AFX", dispatch.published, dispatch.embargo))
  #expect((again.urgency, again.version, again.link) == (3, 2, dispatch.link))
}

/// What the schema of ninjs 3.1 allows at the top; `telex` is our extension.
@Test func ninjsHasOnlyWhatItsSchemaKnows() throws {
  let known: Set<String> = [
    "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "pubStatus",
    "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language", "descriptions", "bodies", "headlines", "people",
    "organisations", "places", "subjects", "events", "objects", "infoSources", "title", "by", "slugline", "located", "renditions",
    "associations", "altIds", "trustIndicators", "standard", "genres", "expires", "rightsInfo", "digitalSourceType",
  ]
  for one in [dispatch, Dispatch(identity: "ninjs:urn:a:1", text: "Titre"), Dispatch(identity: "text:9", text: "x")] {
    var json = JSONText()
    json.ninjs(one, one == dispatch ? reading : Reading())
    guard case .object(let members)? = JSONReader.read(json.string).value else {
      Issue.record("no object")
      return
    }
    #expect(Set(members.map(\.key)).subtracting(known) == ["telex"])
    #expect(members.allSatisfy { $0.value != .null }, "ninjs knows no null")
    let uri = try #require(members.first { $0.key == "uri" }?.value.string)
    #expect(uri.hasPrefix("urn:"))
    #expect(["usable", "withheld", "canceled"].contains(members.first { $0.key == "pubStatus" }?.value.string))
  }
}

@Test func rssOfASearchIsReadBack() throws {
  let feed = FeedWriter.rss(title: "Irak & Russie", link: "about:blank", [(dispatch, reading)])
  #expect(feed.contains("<pubDate>Tue, 20 Mar 2018 14:30:00 +0000</pubDate>"))
  #expect(!feed.contains("\u{1B}"))
  let document = WireFormats.feedDocument(Array(feed.utf8))
  #expect(!document.isMalformed && document.version == "rss20")
  let decoded = WireFormats.decode(Array(feed.utf8), source: "s")
  #expect(decoded.feed?.title == "Irak & Russie")
  let item = try #require(decoded.dispatches.first)
  #expect(item.text == "Titre \"cité\"\nUn, deux.[2J\nÀ suivre & <fin>")
  #expect((item.link, item.published, item.enclosures) == (dispatch.link, dispatch.published, dispatch.enclosures))
}

@Test func whatOnlyHidesIsEscapedInJSON() {
  var json = JSONText()
  json.value("a\u{202E}b\u{2066}\u{200F}\u{61C}\u{FEFF}\u{E0041}\u{2028}é😀\u{200D}… ’")
  #expect(json.string == #""a\u202eb\u2066\u200f\u061c\ufeff\udb40\udc41\u2028é😀"# + "\u{200D}… ’\"")
}
