import DispatchModel
import Testing
import WireFormats

private func decode(_ text: String, _ source: String = "a.txt") -> Decoded { WireFormats.decode(Array(text.utf8), source: source) }

@Test func aPlainDispatchStaysAsItCame() {
  let text = "Titre\r\n- Sous-titre\r\n\r\nBAGDAD, 20 mars (AA) - Texte.\r\n"
  let decoded = decode(text)
  #expect(decoded.dispatches.map(\.text) == [text])
  #expect(decoded.dispatches.first?.identity == "file:a.txt")
  #expect(!decode(text, "stdin").dispatches[0].identity.hasPrefix("file:"))
}

@Test(arguments: ["\n----\n", "\n=======\n", "\n###\n", "\u{C}", "\nNNNN\nZCZC ABC123\n", "\u{3}\u{1}"])
func aClearSeparatorPartsDispatches(_ separator: String) {
  #expect(decode("Premier titre\nTexte." + separator + "Second titre\nTexte.").dispatches.count == 2)
}

@Test(arguments: ["\n--\n", "\n\n", "\n- - -\n", "\n***\n"])
func aWeakOneDoesNot(_ separator: String) {
  #expect(decode("Premier titre\nTexte." + separator + "Second titre\nTexte.").dispatches.count == 1)
}

@Test func jsonLinesKeepsGoodLinesBesideBadOnes() {
  let decoded = decode("{\"id\":\"1\",\"text\":\"Un\",\"published\":\"2018-03-20\"}\nkaputt\n{\"id\":\"3\",\"text\":\"Trois\"}\n{\"id\":\"4\"}\n")
  #expect(decoded.format == .jsonl)
  #expect(decoded.dispatches.map(\.text) == ["Un", "Trois"])
  #expect(decoded.dispatches.first?.published?.iso == "2018-03-20T00:00:00Z")
  #expect(decoded.refusals.map(\.place) == [.line(2), .line(4)])
}

@Test func newsMLG2IsRead() throws {
  let decoded = decode(
    """
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
    <newsItem guid="urn:a:1" version="2" xml:lang="fr"><itemMeta><versionCreated>2025-03-04T09:00:00Z</versionCreated><firstCreated>2025-03-04T08:00:00Z</firstCreated>
    <embargoed>2025-03-05T06:00:00+01:00</embargoed><pubStatus qcode="stat:usable"/><signal qcode="sig:correction"/></itemMeta>
    <contentMeta><urgency>2</urgency><headline>Titre</headline><headline role="hld:subHeadline">Sous</headline><by>Aline Vasseur</by><creditline>AFX</creditline>
    <located><name>Bagdad</name></located><subject><name xml:lang="en">politics</name><name xml:lang="fr">politique</name></subject></contentMeta>
    <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><script>x()</script></head><body><p>Un.</p><p>Deux.</p></body></html></inlineXML>
    <remoteContent href="http://a.example/p.jpg" contenttype="image/jpeg" size="9"/></contentSet></newsItem>
    <newsItem guid="urn:a:1" version="1"><contentMeta><headline>Ancien</headline></contentMeta></newsItem><newsItem guid="urn:a:2"/></itemSet></newsMessage>
    """)
  let item = try #require(decoded.dispatches.first)
  #expect(decoded.dispatches.count == 1)
  #expect(item.text == "Titre\nSous\nUn.\nDeux.")
  #expect((item.hasHeadlineLine, item.subheadLines) == (true, 1))
  #expect((item.version, item.urgency, item.status) == (2, 2, .corrected))
  #expect((item.agency, item.author, item.place, item.language) == ("AFX", "Aline Vasseur", "Bagdad", "fr"))
  #expect(item.embargo?.iso == "2025-03-05T05:00:00Z")
  #expect(item.published?.iso == "2025-03-04T08:00:00Z")
  #expect(item.categories == ["politique"])
  #expect(item.enclosures.first?.url == "http://a.example/p.jpg")
  #expect(decoded.refusals == [Refusal(.noText, at: .item(3))])
}

@Test func newsML1IsRead() throws {
  let decoded = decode(
    """
    <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20240710T120000Z</DateAndTime></NewsEnvelope><NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>afx.com</ProviderId>
    <DateId>20240710</DateId><NewsItemId>TX-1</NewsItemId><RevisionId Update="N" PreviousRevision="0">3</RevisionId><PublicIdentifier>urn:newsml:afx.com:20240710:TX-1:3N</PublicIdentifier></NewsIdentifier>
    <NameLabel>procès</NameLabel></Identification><NewsManagement><FirstCreated>20240710T113000+0000</FirstCreated><ThisRevisionCreated>20240710T115900Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
    <NewsComponent><NewsComponent><NewsLines><HeadLine>Le procès s'ouvre</HeadLine><DateLine>Strasbourg, 10 juil 2024 (AFX)</DateLine><SlugLine>procès-santé</SlugLine></NewsLines>
    <ContentItem><DataContent><p>Le procès s'est ouvert.</p><p>Il dure.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
    """)
  let item = try #require(decoded.dispatches.first)
  #expect(item.text == "Le procès s'ouvre\nStrasbourg, 10 juil 2024 (AFX)\nLe procès s'est ouvert.\nIl dure.")
  #expect((item.version, item.urgency, item.agency, item.language) == (3, 4, "AFX", "fr"))
  #expect(item.identity == "newsml1:afx.com:20240710:TX-1")
  #expect(item.published?.iso == "2024-07-10T11:30:00Z")
  #expect(item.categories == ["procès", "santé"])
}

@Test(arguments: [
  #"{"uri":"u:1","headlines":[{"value":"T"}],"bodies":[{"role":"main","contentType":"text/html","value":"<p>x</p>"},{"contentType":"text/plain","value":"x"}],"urgency":3,"infoSources":[{"name":"AFX"}],"embargoedUntil":"2025-01-01T00:00:00Z","pubStatus":"canceled"}"#,
  #"{"uri":"u:1","headline":"T","body_xhtml":"<p>x</p>","urgency":3,"infosource":[{"name":"AFX"}],"embargoed":"2025-01-01T00:00:00Z","pubstatus":"canceled"}"#,
])
func everyVersionOfNinjsIsRead(_ text: String) throws {
  let item = try #require(decode(text).dispatches.first)
  #expect(item.text == "T\nx")
  #expect((item.urgency, item.agency, item.status, item.identity) == (3, "AFX", .canceled, "ninjs:u:1"))
  #expect(item.embargo?.iso == "2025-01-01T00:00:00Z")
}

@Test func wrongTypesInNinjsAreReadOverNotTrapped() {
  let decoded = decode(#"[{"uri":1,"headlines":{"value":"T"},"bodies":"x","urgency":"haut","version":1e99,"renditions":[1,{"href":2}]},{"uri":{}}]"#)
  #expect(decoded.dispatches.map(\.text) == ["T"])
  #expect(decoded.refusals.count == 1)
}

@Test func iptc7901AndANPAAreRead() throws {
  let iptc = try #require(decode("\u{1}eca062 4 i 211 ccccb dpa 061\r\nIrak/Russie\r\n\u{2}Titre\r\n\r\nBagdad (dpx) - Texte\r\nsuite.\r\n\r\nNot for publication\r\nnote\u{3}").dispatches.first)
  #expect(iptc.text == "Titre\nBagdad (dpx) - Texte suite.")
  #expect((iptc.urgency, iptc.categories) == (4, ["i", "Irak", "Russie"]))
  let anpa = try #require(
    decode("\u{16}\u{16}\u{1}a0123\u{1F}\r\nu i \u{13}\u{11} BC-Irak-Russie 03-20 0120\r\n\u{2}^Titre<\r\n^By IBRAHIM SALEH=\r\n\tBAGDAD (AX) _ Texte\r\nsuite.<\r\n\tSecond.<\r\n\u{3}AX-TX-03-20-18 1430GMT").dispatches.first)
  #expect(anpa.published?.iso == "2018-03-20T14:30:00Z")
  #expect(anpa.text == "Titre\nBAGDAD (AX) _ Texte suite.\nSecond.")
  #expect((anpa.urgency, anpa.author, anpa.categories) == (2, "IBRAHIM SALEH", ["BC-Irak-Russie"]))
}

/// What stands below a notice of an embargo is no headline, and the sign that ends one is no part of it.
@Test func aHeadlineStandsUnderItsNoticeAndWithoutItsSign() throws {
  let iptc = try #require(
    decode("\u{1}eca062 4 i 211 ccccb dpa 061\r\nIrak\r\n\u{2}EMBARGO JUSQU'AU 5 MARS 2030 A 06H00 GMT\r\n\r\nTitre =\r\n\r\nBagdad (dpx) - Texte.\u{3}").dispatches.first)
  #expect(iptc.text == "Titre\nEMBARGO JUSQU'AU 5 MARS 2030 A 06H00 GMT\nBagdad (dpx) - Texte.")
  #expect((iptc.embargo?.iso, iptc.hasHeadlineLine) == ("2030-03-05T06:00:00Z", true))
  let anpa = try #require(
    decode("\u{16}\u{16}\u{1}a0123\u{1F}\r\nu i \u{13}\u{11} BC-Irak 03-20 0120\r\n^Titre<\r\n^By A B=\r\n\u{2}\tBAGDAD (AX) _ Texte.<\r\n\u{3}AX-TX-03-20-18 1430GMT").dispatches.first)
  #expect((anpa.text, anpa.author) == ("Titre\nBAGDAD (AX) _ Texte.", "A B"))
}

@Test func mailIsReadThroughItsEncodings() throws {
  let mail = """
    From: "Desk" <desk@afx.example>
    Subject: =?utf-8?Q?Proc=C3=A8s_?=
     =?iso-8859-1?B?6Q==?=
    Date: Tue, 20 Mar 2018 14:30:00 +0100 (CET)
    Message-ID: <1@afx.example>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="b1"

    --b1
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    Le proc=E8s s'est =
    ouvert.

    Il dure.
    -- 
    AFX
    --b1
    Content-Type: text/html

    <p>HTML</p>
    --b1--
    """
  let decoded = decode(mail)
  let item = try #require(decoded.dispatches.first)
  #expect(decoded.format == .eml)
  #expect(item.text == "Procès é\nLe procès s'est ouvert.\nIl dure.")
  #expect((item.author, item.published?.iso) == ("Desk", "2018-03-20T13:30:00Z"))
}

/// A page as the body: its title is its envelope's, not its text's.
@Test(arguments: ["<html><head><title>T</title></head><body><p>x</p></body></html>", "<HEAD><TITLE>T</TITLE><BODY><p>x", "<head><title>T"])
func aPagesTitleIsNoText(page: String) {
  let mail = "From: a@b.example\nSubject: S\nMessage-ID: <1@b.example>\nContent-Type: text/html\n\n" + page
  #expect(decode(mail).dispatches.map(\.text) == [page.contains("x") ? "S\nx" : "S"])
}

@Test(arguments: [
  ([], Refusal.Reason.empty), (Array("<!DOCTYPE html><html><body>x".utf8), .isHTML), ([0x1F, 0x8B, 8, 0], .isCompressed),
  ([0x89, 0x50, 0x4E, 0x47, 0xD], .isBinary), (Array("  \n ".utf8), .empty), (Array("<wrong><b/></wrong>".utf8), .unknownFormat),
] as [([UInt8], Refusal.Reason)])
func whatIsNoDispatchIsRefusedWithItsReason(_ bytes: [UInt8], _ reason: Refusal.Reason) {
  let decoded = WireFormats.decode(bytes, source: "x")
  #expect(decoded.dispatches.isEmpty)
  #expect(decoded.refusals.map(\.reason) == [reason])
  #expect(decoded.refusals.allSatisfy { !$0.french.isEmpty && $0.french != $0.english })
}
