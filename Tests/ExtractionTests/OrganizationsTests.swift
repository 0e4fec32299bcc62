import DispatchModel
import Extraction
import Testing

@Suite struct OrganizationsTests {
  static let cases: [(String, String)] = [
    // The full name is the value of its acronym; the words before a parenthesis are a body only where they spell it.
    (
      "La Fédération des marins du Sud (FMS) a protesté. La FMS a fait grève.",
      "La ⟦Fédération des marins du Sud|organization|Fédération des marins du Sud⟧ (⟦FMS|organization|Fédération des marins du Sud⟧) a protesté. La ⟦FMS|organization|Fédération des marins du Sud⟧ a fait grève."
    ),
    (
      "Elections Togo (Eletogo) a compté les voix.",
      "⟦Elections Togo|organization|Elections Togo⟧ (⟦Eletogo|organization|Elections Togo⟧) a compté les voix."
    ),
    // Houses with their proper name, stock exchanges, makers called by their nationality.
    ("Il est mort à l'hôpital Rafic-Sassine.", "Il est mort à l'⟦hôpital Rafic-Sassine|organization|hôpital Rafic-Sassine⟧."),
    ("La Bourse de Tokyo a reculé.", "La ⟦Bourse de Tokyo|organization|Bourse de Tokyo⟧ a reculé."),
    ("Le japonais Oshinaka supprime des emplois.", "Le japonais ⟦Oshinaka|organization|Oshinaka⟧ supprime des emplois."),
    (
      "La société minière australienne Kestrane Gold se tait. Kestrane Gold a deux mines.",
      "La société minière australienne ⟦Kestrane Gold|organization|Kestrane Gold⟧ se tait. ⟦Kestrane Gold|organization|Kestrane Gold⟧ a deux mines."
    ),
    // What a minister is minister of is no body; nor is the presidency that one is elected to.
    ("Le ministre péruvien de l'Industrie a parlé.", "Le ministre péruvien de l'Industrie a parlé."),
    ("Sa réélection à la présidence russe est acquise.", "Sa réélection à la présidence russe est acquise."),
    // What follows a known name is none of it: a purpose, a partner, whoever leads it.
    ("Le peuple désavoue le Conseil fédéral sur l'imposition.", "Le peuple désavoue le ⟦Conseil fédéral|organization|Conseil fédéral⟧ sur l'imposition."),
    ("C'est un revers pour le Conseil fédéral et la droite.", "C'est un revers pour le ⟦Conseil fédéral|organization|Conseil fédéral⟧ et la droite."),
    ("Il menace l'Union européenne de droits de douane.", "Il menace l'⟦Union européenne|organization|Union européenne⟧ de droits de douane."),
    ("Le patron de la Banque du Liban Nasser Seraphim se tait.", "Le patron de la ⟦Banque du Liban|organization|Banque du Liban⟧ Nasser Seraphim se tait."),
    ("La présidence russe a démenti.", "La ⟦présidence russe|organization|présidence russe⟧ a démenti."),
  ]

  @Test(arguments: cases) func aBodyIsFound(_ row: (text: String, expected: String)) throws {
    #expect(try marked("Un titre\n\n" + row.text, only: [.organization]) == "Un titre\n\n" + row.expected)
  }

  @Test func anAcronymDoesNotReachOverAName() throws {
    let text = "Un titre\n\nLe colonel Souleymane Diarra, directeur de l'information et des relations publiques des armées (DIRPA), a parlé."
    let organizations = try reading(text).mentions.filter { $0.type == .organization }
    #expect(organizations.allSatisfy { !$0.text.contains("Diarra") })
  }

  @Test func aLongParenthesisIsReadInTime() throws {
    // Every word a capital, every parenthesis an acronym of all of them: the search is bounded.
    let text = "Un titre\n\n" + String(repeating: "Aa Aa Aa Aa Aa Aa (AAAAAAAA) ", count: 2_000)
    #expect(try reading(text).mentions.count < 40_000)
  }
}
