// Feeds that we wrote ourselves hold the ground that the conformance folder holds where it is present.
import DispatchModel
import Testing
import WireFormats

private func decode(_ text: String, base: String? = nil) -> Decoded {
  WireFormats.decode(Array(text.utf8), source: "http://fil.example/rss", baseURL: base)
}

private let rss = """
  <?xml version="1.0" encoding="utf-8"?>
  <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel><title>Fil d'essai</title><link>http://fil.example/</link><ttl>30</ttl><language>fr-FR</language>
  <skipHours><hour>2</hour><hour>3</hour></skipHours>
  <item><title>Séisme au large de Port-Cendre &amp;amp; environs</title><link>/1</link><guid isPermaLink="false">d-1</guid>
  <pubDate>Tue, 04 Mar 2025 09:30:00 +0100</pubDate><dc:creator>Aline Vasseur</dc:creator><category>Catastrophe</category>
  <description>Un résumé.</description><content:encoded><![CDATA[<p>Premier.</p><p>Second, <a href="/carte">carte</a>.</p>]]></content:encoded>
  <enclosure url="http://fil.example/a.mp3" length="1200" type="audio/mpeg"/></item>
  <item><title>Deuxième</title><guid>http://fil.example/2</guid></item>
  </channel></rss>
  """

@Test func rssGivesHeadlineParagraphsAndFields() throws {
  let decoded = decode(rss, base: "http://fil.example/rss")
  #expect(decoded.format == .rss)
  #expect(decoded.feed?.title == "Fil d'essai")
  #expect(decoded.feed?.ttl == 30)
  #expect(decoded.feed?.skipHours == [2, 3])
  let first = try #require(decoded.dispatches.first)
  #expect(first.text == "Séisme au large de Port-Cendre & environs\nPremier.\nSecond, carte.")
  #expect(first.hasHeadlineLine)
  #expect(first.published?.iso == "2025-03-04T08:30:00Z")
  #expect(first.author == "Aline Vasseur")
  #expect(first.link == "http://fil.example/1")
  #expect(first.links == ["http://fil.example/carte"])
  #expect(first.language == "fr")
  #expect(first.categories == ["Catastrophe"])
  #expect(first.enclosures == [Enclosure(url: "http://fil.example/a.mp3", mediaType: "audio/mpeg", length: 1200)])
  #expect(decoded.dispatches.last?.link == "http://fil.example/2")
}

@Test(arguments: [
  ("a bare ampersand", "Séisme au large", "Séisme & large"), ("an HTML entity", "Un résumé.", "Un r&eacute;sum&eacute;."),
  ("a forgotten end tag", "Aline Vasseur</dc:creator>", "Aline Vasseur"), ("an undeclared prefix", "<category>Catastrophe</category>", "<x:y>z</x:y>"),
  ("an attribute without quotes", "version=\"2.0\"", "version=2.0"), ("an end tag in another case", "</description>", "</DESCRIPTION>"),
  ("a control character", "Un résumé.", "Un \u{1}résumé."), ("junk before the start", "<?xml", "Warning: \n<?xml"), ("a missing end", "</channel></rss>", ""),
])
func aBrokenFeedKeepsItsItems(_ name: String, _ part: String, _ broken: String) {
  let decoded = decode(rss.replacing(part, with: broken))
  #expect(decoded.dispatches.count == 2)
  #expect(decoded.dispatches.last?.text == "Deuxième")
}

@Test func aFeedCutAnywhereLosesNoWholeItemAndNeverTraps() {
  let bytes = Array(rss.utf8)
  let end = bytes.count - "<item><title>Deuxième</title><guid>http://fil.example/2</guid></item>\n</channel></rss>".utf8.count
  for cut in stride(from: 0, to: bytes.count, by: 7) {
    let decoded = WireFormats.decode(Array(bytes[..<cut]), source: "x")
    if cut > end { #expect(decoded.dispatches.contains { $0.text.contains("Premier.") }) }
  }
}

/// A feed's description whose end tag is broken does not swallow the items, nor a quote that nobody closes the entry behind it.
@Test(arguments: [
  "<rss version='2.0'><channel><title>F</title><description>Un fil</descripton><item><title>A</title></item><item><title>B</title></item></channel></rss>",
  "<rss version='2.0'><channel><title>F</title><description>Un fil<item><title>A</title></item><item><title>B</title></item></channel></rss>",
  "<feed xmlns='http://www.w3.org/2005/Atom'><link href=\"http://a.exam><entry><title>A</title><link href=\"http://a.example/1\"/></entry><entry><title>B</title></entry></feed>",
])
func whatIsBrokenBeforeTheItemsLosesNone(_ feed: String) {
  #expect(WireFormats.decode(Array(feed.utf8), source: "a").dispatches.map(\.text) == ["A", "B"])
}

@Test func atomIsReadWithBaseAndInlineMarkup() throws {
  let decoded = decode(
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="http://fil.example/a/"><title>Fil</title><id>urn:f</id>
    <link rel="self" href="feed.xml"/><link rel="hub" href="http://hub.example/"/>
    <entry xml:base="b/"><id>urn:1</id><title type="html">Accord &amp;lt;historique&amp;gt;</title><link href="x.html"/><updated>2025-03-04T08:15:00Z</updated>
    <author><name>B. Ito</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un <em>mot</em> <a href="y">lien</a></p></div></content></entry>
    </feed>
    """)
  let entry = try #require(decoded.dispatches.first)
  #expect(decoded.format == .atom)
  #expect(decoded.feed?.selfLink == "http://fil.example/a/feed.xml")
  #expect(decoded.feed?.hub == "http://hub.example/")
  #expect(entry.text == "Accord <historique>\nUn mot lien")
  #expect(entry.link == "http://fil.example/a/b/x.html")
  #expect(entry.links == ["http://fil.example/a/b/y"])
  #expect(entry.author == "B. Ito")
  #expect(entry.updated?.iso == "2025-03-04T08:15:00Z")
}

@Test func rdfItemsBesideTheChannelAreRead() {
  let decoded = decode(
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="http://f.example/"><title>F</title></channel>
    <item rdf:about="http://f.example/1"><title>Un</title><link>http://f.example/1</link><dc:date>2025-03-04</dc:date></item></rdf:RDF>
    """)
  #expect(decoded.dispatches.map(\.text) == ["Un"])
  #expect(decoded.dispatches.first?.published?.iso == "2025-03-04T00:00:00Z")
}

@Test func jsonFeedIsRead() throws {
  let decoded = decode(
    #"{"version":"https://jsonfeed.org/version/1.1","title":"F","feed_url":"http://f.example/j","authors":[{"name":"A"}],"items":[{"id":7,"title":"T","content_html":"<p>x</p>","date_published":"2025-03-04T08:00:00+01:00","tags":["a"],"attachments":[{"url":"http://f.example/m","size_in_bytes":9}]},{"id":"8"}]}"#)
  let first = try #require(decoded.dispatches.first)
  #expect(decoded.format == .jsonfeed)
  #expect(first.text == "T\nx")
  #expect(first.author == "A")
  #expect(first.published?.iso == "2025-03-04T07:00:00Z")
  #expect(first.enclosures.first?.length == 9)
  #expect(decoded.refusals == [Refusal(.noText, at: .item(2))])
}

@Test func entitiesOfADocumentTypeNeverExpandWithoutBound() {
  let laughs = """
    <!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://h.example/x">]>
    <rss version="2.0"><channel><title>T</title><item><title>&a; &b; &x;</title></item></channel></rss>
    """
  #expect(decode(laughs).dispatches.first?.text == "ha &b; &x;")
  let big = String(repeating: "z", count: 1_000)
  let blowup =
    "<!DOCTYPE r [<!ENTITY a \"\(big)\">]><rss><channel><item><title>" + String(repeating: "&a;", count: 100_000) + "</title></item></channel></rss>"
  #expect((decode(blowup).dispatches.first?.text.utf8.count ?? 0) < 4 << 20)
}

@Test func depthOfXMLIsBounded() {
  let deep = String(repeating: "<a>", count: 100_000)
  let decoded = decode("<rss version='2.0'><channel><item><title>Un</title><description>\(deep)</description></item></channel></rss>")
  #expect(decoded.dispatches.count <= 1)
  let decodedFirst = decode("<rss version='2.0'><channel><item><title>Un</title></item><item>\(deep)</item></channel></rss>")
  #expect(decodedFirst.dispatches.first?.text == "Un")
}

@Test func opmlAndUrlsComeInAndGoOut() {
  let list = """
    <opml version="2.0"><body><outline text="Agences"><outline text="A &amp; B" xmlUrl="http://a.example/rss" htmlUrl="http://a.example/"/>
    <outline text="mal" xmlUrl="exec:rm -rf ~"/><outline text="bis" xmlUrl="http://a.example/rss"/></outline></body></opml>
    """
  let decoded = decode(list)
  let wanted = Outline(title: "A & B", feed: "http://a.example/rss", page: "http://a.example/", folders: ["Agences"])
  #expect(decoded.outlines == [wanted])
  #expect(decoded.refusals.count == 1)
  #expect(decode(FeedWriter.opml(title: "T", decoded.outlines)).outlines == [wanted])
  let urls = NewsboatURLs.read("# note\nhttp://a.example/rss \"Agences\" \"~A & B\"\nfilter:cmd:http://x.example/\n\"exec:x\"\n")
  #expect(urls.outlines.map(\.title) == ["A & B"])
  #expect(urls.refusals.map(\.place) == [.line(3), .line(4)])
  #expect(NewsboatURLs.read(NewsboatURLs.write(urls.outlines)).outlines == urls.outlines)
}
