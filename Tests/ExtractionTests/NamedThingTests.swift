import DispatchModel
import Testing

@testable import Extraction

/// Products, events and laws by name, by head and by the kind they follow.
@Suite struct NamedThingTests {
  @Test(arguments: [
    "Le porte-avions ⟦Charles-de-Gaulle|product|Charles-de-Gaulle⟧ a quitté Toulon.",
    "Le vraquier, le ⟦Nordic Thistle|product|Nordic Thistle⟧, a sombré.",
    "Elle roulait dans une ⟦Renault Clio|product|Renault Clio⟧ volée.",
    "Deux ⟦Toyota Hilux|product|Toyota Hilux⟧ ont brûlé.",
    "Un missile de croisière ⟦Tempest|product|Tempest⟧ a atteint sa cible.",
    "Un ⟦BRDM-2|product|BRDM-2⟧ a sauté sur une mine.",
    "Apple vend moins d'⟦iPhone 5|product|iPhone 5⟧, selon une étude.",
  ])
  func products(_ text: String) throws { try expect(text, .product) }

  @Test(arguments: [
    "Les soldats de l'opération ⟦Bouclier Nord|event|Bouclier Nord⟧ sont partis.",
    "Il participe au ⟦Festival Gharsa et arts du désert|event|Festival Gharsa et arts du désert⟧ de lundi.",
    "Elle a gagné aux ⟦Jeux olympiques de Rio|event|Jeux olympiques de Rio⟧ une médaille.",
    "Les ⟦JO de Pékin|event|JO de Pékin⟧ ont commencé.",
    "La ⟦tempête tropicale Ophélia|event|tempête tropicale Ophélia⟧ s'éloigne.",
    "Il a pris part à la ⟦deuxième guerre du Kosovo|event|deuxième guerre du Kosovo⟧ en volontaire.",
    "Le salon ⟦Defexpo|event|Defexpo⟧ a ouvert.",
  ])
  func events(_ text: String) throws { try expect(text, .event) }

  @Test(arguments: [
    "La ⟦loi du 29 juillet 1881|law|loi du 29 juillet 1881⟧ protège la presse.",
    "La ⟦loi de 1975 sur la chasse|law|loi de 1975 sur la chasse⟧ est abrogée.",
    "Le projet de ⟦loi de finances 2025|law|loi de finances 2025⟧ est adopté.",
    "La ⟦loi Peyrat|law|loi Peyrat⟧ interdit la publicité.",
    "La ⟦déclaration trilatérale du 9 novembre 2020|law|déclaration trilatérale du 9 novembre 2020⟧ reste valable.",
  ])
  func laws(_ text: String) throws { try expect(text, .law) }

  @Test(arguments: ["L'autoroute A520 est fermée.", "Un cas de grippe H5N1 a été confirmé.", "Le vol FZ981 est annulé.", "Il vit au siège de la Croix-Rouge."])
  func roadsVirusesAndFlightsAreNoThings(_ text: String) throws {
    #expect(try marked(text, only: [.product, .event, .law]) == text)
  }

  @Test func anAcronymBehindAnEventMeansIt() throws {
    let text = try marked("Il a ouvert les Journées nationales du coton et du textile (JNCT). Les JNCT dureront deux jours.", only: [.event])
    #expect(text.contains("(⟦JNCT|event|Journées nationales du coton et du textile⟧)"))
    #expect(text.contains("Les ⟦JNCT|event|Journées nationales du coton et du textile⟧ dureront"))
  }

  private func expect(_ text: String, _ type: MentionType) throws {
    let raw = text.replacing(/⟦([^|]*)\|[^⟧]*⟧/) { String($0.output.1) }
    #expect(try marked(raw, only: [type]) == text)
  }
}
