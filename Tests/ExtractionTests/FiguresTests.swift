import DispatchModel
import Testing

/// Figures, marked as the gold marks them.
struct FiguresTests {
  private func figures(_ text: String) throws -> String { try marked(text, on: "2024-05-14", only: [.figure]) }

  @Test(arguments: [
    ("Il a obtenu 76,66% des voix.", "Il a obtenu ⟦76,66%|figure|76.66 %⟧ des voix."),
    ("Les prix ont pris 11,8 % en un an.", "Les prix ont pris ⟦11,8 %|figure|11.8 %⟧ en un an."),
    ("Les échanges sont en hausse de 18 pc.", "Les échanges sont en hausse de ⟦18 pc|figure|18 %⟧."),
    ("L'impôt passera de 8 à 8,5%.", "L'impôt passera de ⟦8|figure|8 %⟧ à ⟦8,5%|figure|8.5 %⟧."),
    ("Le projet coûtera 1,2 milliard de dollars.", "Le projet coûtera ⟦1,2 milliard de dollars|figure|1200000000 USD⟧."),
    ("Le groupe investit un milliard et demi d'euros.", "Le groupe investit ⟦un milliard et demi d'euros|figure|1500000000 EUR⟧."),
    ("L'usine a coûté 2.300 milliards de wons.", "L'usine a coûté ⟦2.300 milliards de wons|figure|2300000000000 KRW⟧."),
    ("L'amende est de 486 000 euros.", "L'amende est de ⟦486 000 euros|figure|486000 EUR⟧."),
    ("La Suisse versera 4,5 millions de francs.", "La Suisse versera ⟦4,5 millions de francs|figure|4500000 CHF⟧."),
    ("Le Maroc a reçu 412 millions de dirhams.", "Le Maroc a reçu ⟦412 millions de dirhams|figure|412000000 MAD⟧."),
    ("L'Algérie a donné 45 millions de dinars.", "L'Algérie a donné ⟦45 millions de dinars|figure|45000000 DZD⟧."),
    ("Le Canada débloque 123 millions de dollars canadiens.", "Le Canada débloque ⟦123 millions de dollars canadiens|figure|123000000 CAD⟧."),
    ("Le club touchera 5 M€.", "Le club touchera ⟦5 M€|figure|5000000 EUR⟧."),
    // Anadolu writes the thousands in words.
    ("Le bilan est de 11 mille 342 morts.", "Le bilan est de ⟦11 mille 342 morts|figure|11342 morts⟧."),
    ("Le pays accueille 2 millions 500 mille réfugiés.", "Le pays accueille ⟦2 millions 500 mille réfugiés|figure|2500000 réfugiés⟧."),
  ])
  func sharesAndMoneyAreExact(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == expected)
  }

  @Test(arguments: [
    ("La frontière est longue de 1.500 kilomètres.", "La frontière est longue de ⟦1.500 kilomètres|figure|1500 km⟧."),
    ("Une rafale de 213 km/h a été enregistrée.", "Une rafale de ⟦213 km/h|figure|213 km/h⟧ a été enregistrée."),
    ("Le mercure a atteint 41 degrés.", "Le mercure a atteint ⟦41 degrés|figure|41 °C⟧."),
    ("Le barrage retient 9 milliards de mètres cubes d'eau.", "Le barrage retient ⟦9 milliards de mètres cubes|figure|9000000000 m3⟧ d'eau."),
    ("Le pays installera 1.000 MW par an.", "Le pays installera ⟦1.000 MW par an|figure|1000 MW/an⟧."),
    ("La puissance varie entre 50 et 300 MW.", "La puissance varie entre ⟦50|figure|50 MW⟧ et ⟦300 MW|figure|300 MW⟧."),
    ("Un séisme de magnitude 7,1 a frappé l'île.", "Un séisme de ⟦magnitude 7,1|figure|7.1 magnitude⟧ a frappé l'île."),
    ("Le camp est à une dizaine de kilomètres de la ville.", "Le camp est à ⟦une dizaine de kilomètres|figure|10 km⟧ de la ville."),
    ("La Malaisie et l'Indonésie ont acheminé 56 et 34 tonnes d'aide.", "La Malaisie et l'Indonésie ont acheminé ⟦56|figure|56 tonnes⟧ et ⟦34 tonnes|figure|34 tonnes⟧ d'aide."),
  ])
  func measuresHaveCanonicalUnits(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == expected)
  }

  @Test(arguments: [
    ("L'armée a reçu 73 chars de combat.", "L'armée a reçu ⟦73 chars|figure|73 chars⟧ de combat."),
    ("Plus de 60 mille personnes ont fui.", "Plus de ⟦60 mille personnes|figure|60000 personnes⟧ ont fui."),
    ("Près de trois millions de déplacés vivent là.", "Près de ⟦trois millions de déplacés|figure|3000000 déplacés⟧ vivent là."),
    ("Environ 35\u{A0}000 soldats sont sur place.", "Environ ⟦35\u{A0}000 soldats|figure|35000 soldats⟧ sont sur place."),
    ("Cinq cent soixante et onze passagers ont débarqué.", "⟦Cinq cent soixante et onze passagers|figure|571 passagers⟧ ont débarqué."),
    ("Quatre-vingt-dix-sept députés ont voté le texte.", "⟦Quatre-vingt-dix-sept députés|figure|97 députés⟧ ont voté le texte."),
    ("La Chine a remis deux canons à eau à la police.", "La Chine a remis ⟦deux canons à eau|figure|2 canons à eau⟧ à la police."),
    ("La commission a ouvert 612 bureaux de vote.", "La commission a ouvert ⟦612 bureaux de vote|figure|612 bureaux de vote⟧."),
    ("L'attentat a fait 454 morts et 2.154 blessés.", "L'attentat a fait ⟦454 morts|figure|454 morts⟧ et ⟦2.154 blessés|figure|2154 blessés⟧."),
    ("Au moins huit personnes ont été tuées et quatorze blessées.", "Au moins ⟦huit personnes|figure|8 personnes⟧ ont été tuées et ⟦quatorze|figure|14 personnes⟧ blessées."),
    ("Le pays a lancé 40 satellites, contre 39 en 2020.", "Le pays a lancé ⟦40 satellites|figure|40 satellites⟧, contre ⟦39|figure|39 satellites⟧ en 2020."),
    ("La mairie ne remplacera pas 42 des 118 agents.", "La mairie ne remplacera pas ⟦42|figure|42 agents⟧ des ⟦118 agents|figure|118 agents⟧."),
    ("Le bilan est passé de six à onze morts.", "Le bilan est passé de ⟦six|figure|6 morts⟧ à ⟦onze morts|figure|11 morts⟧."),
    ("Un train sur deux a circulé.", "⟦Un train|figure|1 train⟧ sur ⟦deux|figure|2 trains⟧ a circulé."),
    ("Trois enfants sur dix sont touchés.", "⟦Trois enfants|figure|3 enfants⟧ sur ⟦dix|figure|10 enfants⟧ sont touchés."),
    ("La base compte deux Mexicains.", "La base compte ⟦deux|figure|2 Mexicains⟧ Mexicains."),
    ("Le bilan est d'un mort.", "Le bilan est d'⟦un mort|figure|1 mort⟧."),
  ])
  func countsTakeTheirNoun(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == expected)
  }

  @Test(arguments: [
    "Les deux pays ont rompu leurs relations.", "Le club a gagné 3-1.", "Il a fini à la 3e place.", "Des dizaines de personnes ont fui.",
    "Le char T-90 est russe.", "La production a été deux fois plus forte.", "Il est le numéro 2 du parti.", "Un Airbus A320 s'est posé.",
    "Une réunion est prévue.", "L'article 49 a été invoqué.",
  ])
  func whatCountsNothingIsNoFigure(_ text: String) throws {
    #expect(try figures(text) == text)
  }
}
