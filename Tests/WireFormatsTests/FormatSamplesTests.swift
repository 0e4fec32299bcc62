// SampleData/formats: a small input of each format and version that Telex reads, taken in by its content alone.
import DispatchModel
import Foundation
import Testing
import WireFormats

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "SampleData/formats")

private func decode(_ name: String) throws -> Decoded {
  // Not by its name.
  WireFormats.decode([UInt8](try Data(contentsOf: folder.appending(path: name))), source: "sample")
}

/// The text of the one dispatch, or of several with an empty line between.
private let samples: [(name: String, format: WireFormat, text: String)] = [
  ("rss-0.90.rdf", .rss, "La passerelle de Brumath rouvre aux piétons"),
  ("rss-0.91.rss", .rss, "Les pêcheurs d'Étaples suspendent leur blocus\nLes marins lèvent le blocus du port après une nuit de pourparlers."),
  ("rss-0.92.rss", .rss, "Un chalutier remorqué au large de Lorient\nLe chalutier Men Du a été remorqué mardi."),
  ("rss-1.0.rdf", .rss, "Grève reconduite aux chantiers de Saint-Nazaire\nLa grève est reconduite jusqu'à jeudi.\nLe vote a eu lieu à main levée."),
  ("rss-2.0.rss", .rss, "Deux blessés dans l'effondrement d'un hangar à Douai\nUn hangar s'est effondré mardi à Douai.\nVictimes | Nombre\nblessés | 2\nLe plan"),
  ("atom-0.3.xml", .atom, "Le col du Granon fermé par la neige\nLe col est fermé jusqu'à nouvel ordre."),
  ("atom-1.0.xml", .atom, "L'usine de Feyzin à l'arrêt & sous surveillance\nL'usine est à l'arrêt depuis la nuit.\n> Aucun rejet"),
  ("jsonfeed-1.json", .jsonfeed, "Le tunnel de Fourvière fermé deux nuits\nLe tunnel sera fermé mardi et mercredi.\nUne déviation est en place."),
  ("jsonfeed-1.1.json", .jsonfeed, "La Loire en vigilance orange à Gien\nLa Loire est en vigilance orange."),
  ("newsml-g2-item.xml", .newsml, "Hangar effondré : trois blessés, et non deux\nLes recherches sont terminées\nDouai, 4 mars 2025 (AEX)\nTrois personnes ont été blessées mardi dans l'effondrement d'un hangar.\nLes recherches sont terminées."),
  ("newsml-g2-message.xml", .newsml, "Un budget rectificatif devant le Sénat\nLe texte est examiné mardi.\n• recettes\n• dépenses\n\nLa motion rejetée de douze voix\nLa motion a été rejetée mardi.\nDouze voix ont manqué."),
  ("newsml-g2-package.xml", .newsml, "À la une à midi\nLe choix de la rédaction.\n1. Monde\n  • Trêve prolongée de dix jours au Soudan\n  • Photo : le marché de Khartoum\n2. Économie\n  • Le chômage recule en février"),
  ("newsml-1.2.xml", .newsml, "Le procès de Nanterre suspendu\nNanterre, 4 mars 2025 (AEX) -\nPar Aline VASSEUR\nL'audience a été suspendue mardi.\nElle reprendra jeudi."),
  ("ninjs-1.json", .ninjs, "La gare de Lille évacuée\nLa gare a été évacuée mardi.\nLe trafic a repris."),
  ("ninjs-2.json", .ninjs, "Un aéroport rouvre à Mayotte\nL'aéroport a rouvert mardi."),
  ("ninjs-3.json", .ninjs, "Accord sur les salaires chez Orvane\nDeux syndicats signent\nL'accord a été signé mardi."),
  ("iptc-7901.txt", .iptc7901, "Le port de Sète bloqué\nSète, 4 mars 2025 (AEX) - Le port a été bloqué mardi par les dockers.\nLe travail reprendra mercredi."),
  ("anpa-1312.txt", .anpa, "Le port de Sete bloque\nSETE (AEX) _ Le port a ete bloque mardi par les dockers.\nLe travail reprendra mercredi."),
  ("plain.txt", .text, "Le pont de Cordon fermé aux poids lourds\n\nBelley (Ain), 4 mars 2025 (AEX) - Le pont de Cordon est fermé aux poids lourds depuis mardi.\n\nUne expertise est en cours.\n"),
  ("lines.jsonl", .jsonl, "Crue du Doubs\n\nLe Doubs a débordé mardi.\n\nDécrue du Doubs\n\nLe Doubs baisse."),
  ("mail.eml", .eml, "Panne de courant à Nantes\nNantes, 4 mars 2025 (AEX) - Une panne a privé d'électricité 12.000 foyers.\nLe courant est rétabli."),
]

@Suite struct FormatSamplesTests {
  @Test(arguments: samples) func aSampleOfEachFormatIsRead(name: String, format: WireFormat, text: String) throws {
    let decoded = try decode(name)
    #expect(decoded.format == format)
    #expect(decoded.dispatches.map(\.text).joined(separator: "\n\n") == text)
    #expect(decoded.refusals.isEmpty)
  }

  @Test func listsOfBothVersionsAreRead() throws {
    #expect(try decode("subscriptions.opml").outlines.map(\.feed) == ["https://exemple.invalid/fil/rss", "https://autre.invalid/atom"])
    #expect(try decode("subscriptions-1.0.opml").outlines.map(\.feed) == ["https://ancien.invalid/rss"])
  }

  /// Every sample stands in one of the tests.
  @Test func noSampleIsForgotten() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".opml") }
    #expect(Set(names) == Set(samples.map(\.name)))
  }

  @Test func theirEnvelopesAreRead() throws {
    let item = try #require(decode("newsml-g2-item.xml").dispatches.first)
    #expect((item.urgency, item.version, item.status, item.agency) == (2, 3, .corrected, "AEX"))
    #expect((item.author, item.place, item.language, item.categories) == ("Hugo Lenoir", "Douai", "fr", ["catastrophe"]))
    #expect((item.published?.iso, item.embargo?.iso) == ("2025-03-04T08:00:00Z", "2025-03-04T11:00:00Z"))
    let feed = try #require(decode("rss-2.0.rss").dispatches.first)
    #expect((feed.published?.iso, feed.updated?.iso, feed.author) == ("2025-03-04T09:30:00Z", "2025-03-04T10:00:00Z", "Hugo Lenoir"))
    #expect((feed.links, feed.enclosures.map(\.url)) == (["https://exemple.invalid/fil/plan"], ["https://exemple.invalid/200.jpg"]))
    #expect(try decode("rss-0.91.rss").feed?.skipHours == [3, 4])
    let atom = try #require(decode("atom-1.0.xml").dispatches.first)
    #expect((atom.link, atom.links, atom.categories) == ("https://exemple.invalid/101", ["https://exemple.invalid/atom/nuit"], ["Industrie"]))
    #expect(atom.enclosures.map(\.url) == ["https://exemple.invalid/atom/101.pdf"])
    for name in ["ninjs-1.json", "ninjs-2.json", "ninjs-3.json"] {
      let ninjs = try #require(decode(name).dispatches.first)
      #expect((ninjs.agency, ninjs.language, ninjs.published?.iso) == ("AEX", "fr", "2025-03-04T09:00:00Z"))
      #expect(ninjs.urgency.map { (2...4).contains($0) } == true && ninjs.identity.hasPrefix("ninjs:urn:"))
    }
    #expect(try decode("iptc-7901.txt").dispatches.first?.published?.iso == "2025-03-04T10:30:00Z")
    #expect(try decode("mail.eml").dispatches.first?.published?.iso == "2025-03-04T09:30:00Z")
  }

  /// A package's references open where they have an address, and lead nowhere where they have none.
  @Test func aPackageLinksItsItems() throws {
    let package = try #require(decode("newsml-g2-package.xml").dispatches.first)
    #expect(package.links == ["https://exemple.invalid/p1", "https://exemple.invalid/p3"])
    #expect((package.version, package.agency, package.identity) == (12, "AEX", "newsml:urn:newsml:exemple.invalid:20250304:une"))
  }
}

/// Packages as they should not be: groups that hold each other, references to nothing, links that must not be opened.
@Suite struct PackageTests {
  private func package(_ groups: String) -> Decoded {
    let text = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><packageItem guid="p"><contentMeta><headline>Titre</headline></contentMeta>\(groups)</packageItem>
      <newsItem guid="n"><contentMeta><headline>Ici</headline></contentMeta></newsItem></itemSet></newsMessage>
      """
    return WireFormats.decode(Array(text.utf8), source: "a")
  }

  @Test func groupsThatHoldEachOtherEnd() {
    let decoded = package(#"<groupSet root="a"><group id="a"><groupRef idref="b"/><itemRef residref="x"/></group><group id="b"><groupRef idref="a"/><groupRef idref="b"/><itemRef residref="n"/></group></groupSet>"#)
    #expect(decoded.dispatches.map(\.text) == ["Titre\n  • Ici\n• x", "Ici"])
  }

  @Test(arguments: ["", "<groupSet/>", #"<groupSet root="nowhere"><group id="a"><itemRef residref="n"/></group></groupSet>"#, #"<groupSet><group><itemRef/></group></groupSet>"#])
  func oneThatNamesNothingElseIsNoDispatch(groups: String) {
    #expect(package(groups).dispatches.map(\.text) == ["Ici"])
  }

  @Test func itsLinksAreHarmless() {
    let decoded = package(#"<groupSet><group><itemRef residref="u" href="javascript:x()"><title>a &lt;b&gt; &quot;c&quot;</title></itemRef><itemRef residref="v" href="http://a.example/?a=1&amp;b=2"/></group></groupSet>"#)
    #expect(decoded.dispatches.first?.text == "Titre\n• a <b> \"c\"\n• v")
    #expect(decoded.dispatches.first?.links == ["http://a.example/?a=1&b=2"])
  }

  @Test func aDeepOneIsCut() {
    let groups = (0..<5_000).map { "<group id=\"g\($0)\"><groupRef idref=\"g\($0 + 1)\"/><itemRef residref=\"x\($0)\"/></group>" }.joined()
    #expect(package("<groupSet root=\"g0\">\(groups)</groupSet>").dispatches.first.map { $0.text.count < 2_000 } == true)
  }
}
