import DispatchModel
import Testing
import WireFormats

private let dispatch = Dispatch(
  identity: "id:1", text: "Titre \"cité\"\nUn, deux.\u{1B}[2J\nÀ suivre", published: Moment(seconds: 1_521_556_200), source: "s", agency: "AFX",
  link: "http://a.example/?a=1&b=2", urgency: 3)
private let reading = Reading(language: "fr", headline: "Titre \"cité\"", focus: ["IQ"], mentioned: ["IQ", "RU"], topics: [.diplomacy])

@Test func jsonLinesComeInAsTheyWentOut() throws {
  let line = DispatchWriter.jsonLine(dispatch, reading)
  #expect(!line.contains("\n") && !line.contains("\u{1B}"))
  let again = try #require(WireFormats.decode(Array(line.utf8), source: "s", format: .jsonl).dispatches.first)
  #expect(again.text == dispatch.text)
  #expect((again.published, again.agency, again.link, again.urgency) == (dispatch.published, "AFX", dispatch.link, 3))
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("+33", "'+33"), ("@x", "'@x"), ("-1", "'-1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
  ("a\u{1B}b", "ab"), ("simple", "simple"),
])
func aFieldOfCSVIsQuotedAndHarmless(_ text: String, _ field: String) { #expect(DispatchWriter.csvField(text) == field) }

@Test func aRowOfCSVHasAsManyFieldsAsItsHeader() {
  let plain = Dispatch(identity: "i", text: "t")
  #expect(DispatchWriter.csvRow(plain, nil).split(separator: ",", omittingEmptySubsequences: false).count == DispatchWriter.csvHeader.split(separator: ",").count)
}

@Test func markdownOfTheTextTakesNoEffect() {
  let text = DispatchWriter.markdown(Dispatch(identity: "i", text: "T\n# x <b> [a](javascript:x)\n"), nil)
  #expect(text.contains("\\# x \\<b\\> \\[a\\](javascript:x)"))
}

@Test func ninjsComesInAsItWentOut() throws {
  let json = NinJSWriter.write(dispatch, reading)
  #expect(JSONReader.read(json).complaint == nil)
  #expect(JSONReader.read(json).value?["telex"]?["focus"]?.array == [.string("IQ")])
  let again = try #require(WireFormats.decode(Array(json.utf8), source: "s").dispatches.first)
  #expect(again.agency == "AFX")
  #expect(again.text.hasPrefix("Titre \"cité\""))
}

@Test func rssOfASearchIsReadBack() throws {
  let feed = FeedWriter.rss(title: "Irak & Russie", link: "http://a.example/", [(dispatch, reading)])
  let decoded = WireFormats.decode(Array(feed.utf8), source: "s")
  #expect(decoded.feed?.title == "Irak & Russie")
  #expect(decoded.dispatches.first?.text == "Titre \"cité\"\nUn, deux.[2J\nÀ suivre")
  #expect(decoded.dispatches.first?.link == dispatch.link)
}
