// The shapes in which wires tell who holds which office, each with a sentence of our own.
import DispatchModel
import Testing

/// Offices: the title's extent, what it is held for, and whose it is.
struct OfficeShapesTests {
  @Test(arguments: [
    HardCase(
      name: "a body that no table knows by its capital",
      text: "Le secrétaire de la Ligue du Nord, Paolo Ferrari, a quitté Milan.",
      holds: ["office Paolo Ferrari: secrétaire of Ligue du Nord"]),
    HardCase(
      name: "a part of a body with its own name",
      text: "Une porte-parole du département de l'Energie, Karen Whitmore, a démenti la rumeur.",
      holds: ["office Karen Whitmore: porte-parole of département de l'Energie"]),
    HardCase(
      name: "an analyst at a firm",
      text: "Le cours montera encore, estime Grace Wanjiku, analyste au cabinet Savannah Insights.",
      holds: ["office Grace Wanjiku: analyste of Savannah Insights"]),
    HardCase(
      name: "ministers with a portfolio each",
      text: "Les ministres de la Défense, Farid Hamrouni, et de l'Intérieur, Hatem Jlassi, se sont rendus à Tunis.",
      holds: ["office Farid Hamrouni: ministre de la Défense of TN", "office Hatem Jlassi: ministre de l'Intérieur of TN"]),
    HardCase(
      name: "prefects with a seat each",
      text: "Les préfets de Rouen et de Caen, Luc Morvan et Anne Lerat, ont signé la charte.",
      holds: ["office Luc Morvan: préfet of Rouen/FR", "office Anne Lerat: préfet of Caen/FR"]),
    HardCase(
      name: "a portfolio of two nouns behind à",
      text: "A Manille, le secrétaire à l'Energie et aux Mines, Benigno Reyes, a démissionné.",
      holds: ["office Benigno Reyes: secrétaire à l'Energie et aux Mines of PH"]),
    HardCase(
      name: "whose party a deputy is of is no part of the title",
      text: "La sénatrice écologiste Nathalie Berger a quitté la séance, à Paris.",
      holds: ["office Nathalie Berger: sénatrice"], lacks: ["office Nathalie Berger: sénatrice écologiste"]),
    HardCase(
      name: "dont names the body",
      text: "La société Lactel, dont le président, Samir Asmar, a démissionné, est en faillite.",
      holds: ["office Samir Asmar: président of Lactel"]),
    HardCase(
      name: "who is met in a capital serves its country",
      text: "Le ministre turc s'est envolé pour Islamabad, où il a rencontré le Premier ministre, Tariq Bhatti.",
      holds: ["office Tariq Bhatti: Premier ministre of PK"]),
    HardCase(
      name: "son ministre belongs to the one who spoke before",
      text: "Le Premier ministre japonais, Kenji Sato, a condamné le tir de Pyongyang. Selon son ministre de la Défense, Yasuo Hamada, l'engin est tombé en mer.",
      holds: ["office Yasuo Hamada: ministre de la Défense of JP"]),
    HardCase(
      name: "an office whose country is fixed",
      text: "A Rome, la conseillère fédérale Corina Meier a remercié ses hôtes italiens.",
      holds: ["office Corina Meier: conseillère fédérale of CH"]),
    HardCase(
      name: "a former office points back to the person named before",
      text: "Henri Kouassi a été arrêté mardi à Abidjan. L'ex-colonel avait fui la ville.",
      holds: ["office former Henri Kouassi: colonel"]),
    HardCase(
      name: "an office inside another's complement has a holder of its own",
      text: "L'envoyé spécial du président chinois Xi Jinping, Wang Yong, est arrivé à Nairobi.",
      holds: ["office Wang Yong: envoyé spécial", "office Xi Jinping: président of CN"], lacks: ["office Xi Jinping: envoyé spécial"]),
    HardCase(
      name: "two homologues of two countries",
      text: "Le ministre allemand de l'Economie, Jan Vogt, a reçu ses homologues français et néerlandais, Clara Bonnet et Pieter Hoek.",
      holds: ["office Clara Bonnet: ministre de l'Economie of FR", "office Pieter Hoek: ministre de l'Economie of NL"]),
    HardCase(
      name: "somebody who became president of a body",
      text: "Kadri Tamm, devenue présidente de la Croix-Rouge, a pris la parole.",
      holds: ["office Kadri Tamm: présidente of Croix-Rouge"]),
    HardCase(
      name: "a coach of the national team serves the country",
      text: "Le directeur sportif de l'équipe nationale kényane, Gianni Rossi, a été entendu à Nairobi.",
      holds: ["office Gianni Rossi: directeur sportif de l'équipe nationale of KE"]),
    HardCase(
      name: "a rapporteur has a subject",
      text: "La rapporteuse spéciale de l'ONU sur le droit au logement, Leila Farhi, a démissionné.",
      holds: ["office Leila Farhi: rapporteuse spéciale"]),
    HardCase(
      name: "a commissioner serves the Commission",
      text: "Le commissaire européen au Commerce, Jan Kask, est attendu à Pékin.",
      holds: ["office Jan Kask: commissaire européen au Commerce of Commission européenne"]),
    HardCase(
      name: "one of several is named",
      text: "Deux dirigeants de la société Coinvex, dont le Britannique Nigel Ashworth, ont fui.",
      holds: ["office Nigel Ashworth: dirigeant of Coinvex"]),
    HardCase(
      name: "a title inside a name is none",
      text: "Julien Maréchal a salué la décision.",
      lacks: ["office Julien Maréchal"]),
  ])
  func anOfficeIsRead(_ expected: HardCase) throws { try expected.check() }

  @Test func aBodyTakesTheCountryBesideItsName() throws {
    let statements = try reading("Un titre\n\nPARIS, 14 mai (AFP) - Le laboratoire danois Lindholm Pharma a indiqué que la France restait son premier marché.").facts.compactMap { fact in
      if case .statement(let statement) = fact.content { statement } else { nil }
    }
    #expect(statements.map(\.speaker.country) == ["DK"])
  }
}
