import DispatchModel
import Testing

@testable import Extraction

/// Names of bodies: their heads, their short forms, and what only looks like one.
@Suite struct OrganizationTests {
  @Test(arguments: [
    "Le ministre de l'Industrie, Abdou Seck, a démissionné.", "La ministre sénégalaise de l'Agriculture et des Pêches a parlé.",
    "Le président du Conseil italien, Matteo Renzi, est arrivé.", "Le Conseil des ministres se tient mercredi.",
  ])
  func aPortfolioOrCabinetIsNoBody(_ text: String) throws {
    #expect(try marked(text, only: [.organization]) == text)
  }

  @Test(arguments: [
    ("La police bavaroise a arrêté un homme.", "⟦police bavaroise|organization|police bavaroise⟧"),
    ("Il travaille pour la flotte de la mer Noire à Sébastopol.", "⟦flotte de la mer Noire|organization|flotte de la mer Noire⟧"),
    ("Le groupe sucrier Terres du Sud a prévenu ses clients.", "⟦Terres du Sud|organization|Terres du Sud⟧"),
    ("L'ONG burundaise Iteka Plus s'inquiète.", "⟦Iteka Plus|organization|Iteka Plus⟧"),
    ("Le tanker a coulé, a précisé l'armateur, Brekkestad Tankers, dans un communiqué.", "⟦Brekkestad Tankers|organization|Brekkestad Tankers⟧"),
    ("Les valeurs bancaires comme Lagoon Trust (-6,3%) ont reculé.", "⟦Lagoon Trust|organization|Lagoon Trust⟧"),
    ("La Compagnie ferroviaire Laos-Chine a relevé ses prix.", "⟦Compagnie ferroviaire Laos-Chine|organization|Compagnie ferroviaire Laos-Chine⟧"),
    ("Il a saisi le ministère kényan de l'Industrie et du Commerce.", "⟦ministère kényan de l'Industrie et du Commerce|organization|ministère kényan de l'Industrie et du Commerce⟧"),
    ("Il a parlé à la chaîne Vesti 24.", "⟦Vesti 24|organization|Vesti 24⟧"),
    ("Elle travaille à l'hôpital Sainte-Marie de Lacor depuis deux ans.", "⟦hôpital Sainte-Marie de Lacor|organization|"),
    ("Il a étudié à l'Ecole polytechnique fédérale de Zurich.", "⟦Ecole polytechnique fédérale de Zurich|"),
  ])
  func aBodyIsFoundByItsHead(_ text: String, _ mark: String) throws {
    #expect(try marked(text, only: [.organization]).contains(mark))
  }

  @Test func theShortFormMeansTheFullOne() throws {
    let text = try marked(
      "L'Office national du thé a relevé ses prix. Selon l'Office, la récolte est bonne. Un porte-parole de l'Office l'a confirmé.", only: [.organization])
    #expect(text.contains("Selon l'⟦Office|organization|Office national du thé⟧"))
  }

  @Test func theFullNameIsTheValueOfTheAcronym() throws {
    let text = try marked("Le Syndicat des planteurs du Kenya (SPK) est en grève. Le SPK refuse de négocier.", only: [.organization])
    #expect(text.contains("Le ⟦SPK|organization|Syndicat des planteurs du Kenya⟧ refuse"))
  }
}
