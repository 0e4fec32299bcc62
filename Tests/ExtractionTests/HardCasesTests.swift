// The hard cases of French wire text that the research names, each with a sentence of our own.
import DispatchModel
import Testing

/// What a reading must hold, and must not hold, as lines that `lines(of:)` makes.
struct HardCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var holds: [String] = []
  var lacks: [String] = []

  var testDescription: String { name }

  static let all: [HardCase] = [
    HardCase(
      name: "1 an adverb or a date stands between auxiliary and participle",
      text: "Le ministre péruvien des Mines, Raúl Ibarra, avait, récemment, annoncé que la mine rouvrirait.",
      holds: ["statement Raúl Ibarra: la mine rouvrirait"]),
    HardCase(
      name: "2 a long subject follows an inverted verb of saying",
      text: "« Nous ne céderons pas à la menace », a déclaré à la presse à l'issue de la réunion le porte-parole du ministère grec de la Défense, Nikos Lekas.",
      holds: ["statement Nikos Lekas: Nous ne céderons pas à la menace"]),
    HardCase(
      name: "3 a homologue inherits the title for the other country",
      text: "Le président irakien Barham Saleh a reçu son homologue turc, Kemal Aydin, mardi à Bagdad.",
      holds: ["office Barham Saleh: président of IQ", "office Kemal Aydin: président of TR"]),
    HardCase(
      name: "4 a title before the name is told, the name later",
      text: "Le président irakien a parlé. Barham Saleh, président de l'Irak, a assuré que les élections auraient lieu.",
      holds: ["office Barham Saleh: président of IQ", "statement Barham Saleh: les élections auraient lieu"]),
    HardCase(
      name: "5 a capital acts for its government, but not after à",
      text: "Ankara a accusé Damas de mensonge. Des experts se sont réunis à Genève.",
      holds: ["event TR accuse SY happened"], lacks: ["event CH"]),
    HardCase(
      name: "6 a nationality belongs to the thing, not to the actor",
      text: "L'Irak a acheté un système de missiles antiaériens russe.",
      holds: ["event IQ cooperate"], lacks: ["event RU cooperate"]),
    HardCase(
      name: "7 a threat happened, what it threatens with did not",
      text: "Washington avait menacé Bagdad de sanctions.",
      holds: ["event US threaten IQ happened"], lacks: ["event US sanction IQ happened"]),
    HardCase(
      name: "8 a conditional is not told as having happened",
      text: "L'Iran attaquerait Israël, selon la presse.",
      holds: ["event IR assault IL conditional"], lacks: ["event IR assault IL happened"]),
    HardCase(
      name: "9 a denied act is kept as denied",
      text: "Damas nie avoir attaqué Ankara.",
      holds: ["event SY assault TR denied"],
      lacks: ["event SY assault TR happened"]),
    HardCase(
      name: "10 a noun tells an event",
      text: "L'attaque de Boko Haram contre l'armée nigérienne, jeudi, a duré deux heures.",
      holds: ["event Boko Haram assault"]),
    HardCase(
      name: "11 an earlier toll and the new one are two facts",
      text: "Le séisme a fait 12 morts, selon la police. Un précédent bilan faisait état de 8 morts.",
      holds: ["toll 12 dead", "toll 8 dead"]),
    HardCase(
      name: "12 dont counts inside the toll, at least makes it about",
      text: "Au moins 30 personnes ont été tuées, dont trois enfants, dans l'attentat de Kaboul.",
      holds: ["toll 30 dead about"], lacks: ["toll 3 dead", "figure 3.0"]),
    HardCase(
      name: "13 a number has its value whatever its dress",
      text: "Le budget atteint 1,2 milliard de dollars, contre 1 200 euros et 1.200 tonnes.",
      holds: ["figure mention 1200000000 USD", "figure mention 1200 EUR", "figure mention 1200 tonnes"]),
    HardCase(
      name: "14 soutenir que says, it does not support",
      text: "Le président chilien Luis Vera a soutenu que la crise était finie.",
      holds: ["statement Luis Vera: la crise était finie"], lacks: ["event Luis Vera support"]),
    HardCase(
      name: "15 a sport's attack is no assault",
      text: "Football: le Real Madrid s'impose\n\nMADRID, 4 mai 2022 (AFP) - Le Real Madrid a battu Chelsea 2 à 1 en Ligue des champions de football, son attaque menée par l'attaquant Karim Duval ayant marqué deux buts.",
      lacks: ["assault"]),
    HardCase(
      name: "16 scare quotes are no statement",
      text: "La police a saisi des voitures « volantes » dans un garage.",
      lacks: ["statement"]),
    HardCase(
      name: "17 a quotation that loses its closing mark ends with its paragraph",
      text: "« Nous irons jusqu'au bout de ce procès, a promis hier Mme Anne Morel.\nLa suite est attendue mardi.",
      holds: ["statement Anne Morel: Nous irons jusqu'au bout de ce procès"], lacks: ["La suite est attendue"]),
    HardCase(
      name: "18 coordinated countries act together",
      text: "La France, l'Allemagne et le Royaume-Uni ont condamné l'Iran.",
      holds: ["event FR+DE+GB accuse IR happened"]),
    HardCase(
      name: "19 capitals without accents and the two kinds of Etat",
      text: "LES ETATS-UNIS SALUENT UN ACCORD\n\nPARIS, 3 mars 2021 (AFP) - Le groupe Etat islamique a revendiqué l'attentat.",
      holds: ["place US", "organization Daech"]),
    HardCase(
      name: "20 a surname after the full name is the same person",
      text: "Le ministre irakien Ibrahim al-Jaafari a parlé. M. al-Jaafari a dit que tout allait bien.",
      holds: ["statement Ibrahim al-Jaafari: tout allait bien"]),
    HardCase(
      name: "21 former and acting offices say so",
      text: "L'ex-président chilien Luis Vera et le président par intérim du Pérou, Juan Soto, se sont vus.",
      holds: ["office former Luis Vera: président of CL", "office acting Juan Soto: président par intérim of PE"]),
    HardCase(
      name: "22 the agency that hears the words does not speak them",
      text: "PARIS, 3 mars 2021 (AFP) - « Il faut attendre les résultats », a dit à l'AFP le ministre belge Paul Maes.",
      holds: ["statement Paul Maes: Il faut attendre les résultats"], lacks: ["statement AFP"]),
    HardCase(
      name: "23 scores and lists tell no events",
      text: "Résultats du championnat\n\nLyon - Nice: 2-1\nLille - Lens: 0-0\nParis - Brest: 3-1",
      lacks: ["event", "statement"]),
    HardCase(
      name: "24 the translator's line is no part of the news",
      text: "Le président irakien Barham Saleh a salué l'accord.\nTraduit de l'arabe par Hend Abdessalem",
      lacks: ["Hend Abdessalem:"]),
    HardCase(
      name: "25 the date of the dateline resolves the weekday",
      text: "BAGDAD, 20 mars 2018 (AA) - Le président irakien Barham Saleh a parlé mardi.",
      holds: ["date 2018-03-20"]),
    HardCase(
      name: "26 elle and il choose between a woman and a man",
      text: "La ministre belge Anne Morel et le ministre grec Nikos Lekas se sont vus. « C'est un bon début pour tous », a-t-elle dit.",
      holds: ["statement Anne Morel: C'est un bon début pour tous"]),
    HardCase(
      name: "27 a source is named in many ways",
      text: "Selon la police, trois routes sont coupées. A en croire le ministre belge Paul Maes, la crue est passée. Aux yeux de l'économiste Nikos Lekas, la reprise « démontre que le pire est évité ».",
      holds: ["statement Paul Maes: la crue est passée", "statement Nikos Lekas: démontre que le pire est évité"]),
    HardCase(
      name: "28 a source without a comma ends its clause",
      text: "Le séisme a été ressenti à 300 km à la ronde selon l'Otan.",
      holds: ["statement Otan: Le séisme a été ressenti à 300 km à la ronde"]),
    HardCase(
      name: "29 who is behind a relative is the source",
      text: "Le ministre belge Paul Maes, selon lequel la crue est passée, a quitté la ville.",
      holds: ["statement Paul Maes: la crue est passée"]),
    HardCase(
      name: "30 a statement goes on with Et de",
      text: "Le ministre belge Paul Maes a assuré que la crue était passée. Et d'ajouter: \"Nous resterons ici avec vous jusqu'au bout.\"",
      holds: ["statement Paul Maes: Nous resterons ici avec vous jusqu'au bout"]),
    HardCase(
      name: "31 news is learnt from somebody",
      text: "La route est coupée depuis ce matin, a-t-on appris auprès de l'Otan.",
      holds: ["statement Otan: La route est coupée depuis ce matin"]),
    HardCase(
      name: "32 a sentence's subject speaks behind its colon",
      text: "Le ministre belge Paul Maes refuse de céder: \"Nous avons attendu cette route trente ans\".",
      holds: ["statement Paul Maes: Nous avons attendu cette route trente ans"]),
    HardCase(
      name: "33 a nickname is no statement",
      text: "Paul Maes, dit « Le Grand », a parlé.",
      lacks: ["statement Paul Maes: Le Grand"]),
    HardCase(
      name: "34 a well-known president leads the country that is known",
      text: "ROME, 3 mars 2021 (AFP) - L'Italie et le Vatican ont signé un accord à Rome, en Italie, en présence du président Vladimir Poutine.",
      holds: ["office Vladimir Poutine: président of RU"]),
    HardCase(
      name: "35 presidents in the plural have a seat each",
      text: "Les présidents du Chili, Ana Vera, et du Pérou, Raúl Ibarra, se sont vus.",
      holds: ["office Ana Vera: président of CL", "office Raúl Ibarra: président of PE"]),
    HardCase(
      name: "36 a homologue shares the plural's office",
      text: "Les deux présidents verront leur homologue turc, Kemal Aydin, jeudi.",
      holds: ["office Kemal Aydin: président of TR"]),
    HardCase(
      name: "37 who presides is the president",
      text: "L'Otan, désormais présidée par Ana Vera, a parlé.",
      holds: ["office Ana Vera: présidente of Otan"]),
    HardCase(
      name: "38 an adjective behind its noun is no rank",
      text: "Au classement général, Raúl Ibarra possède une minute d'avance.",
      lacks: ["général of"]),
    HardCase(
      name: "39 two numbers of people make one toll",
      text: "Vingt soldats et sept civils ont été tués lundi. L'attaque a coûté la vie à au moins 85 personnes.",
      holds: ["toll 27 dead", "toll 85 dead about"], lacks: ["toll 7 dead"]),
  ]
}

@Suite("Hard cases")
struct HardCasesTests {
  @Test("Each hard case is read as a careful reader would", arguments: HardCase.all)
  func isRead(hardCase: HardCase) throws { try hardCase.check() }
}

extension HardCase {
  /// Reads the text and looks for what it must hold and must lack.
  func check() throws {
    let text = self.text.contains("\n\n") ? self.text : "Nouvelles du jour\n\n" + self.text
    let found = lines(of: try reading(text))
    for line in holds { #expect(found.contains { $0.hasPrefix(line) }, "\(line) is missing in\n\(found.joined(separator: "\n"))") }
    for line in lacks { #expect(!found.contains { $0.contains(line) }, "\(line) is wrong in\n\(found.joined(separator: "\n"))") }
  }

  /// Facts and mentions, a line each.
  private func lines(of reading: Reading) -> [String] {
    reading.facts.map { fact in
      switch fact.content {
      case .office(let office):
        "office \(office.isFormer ? "former " : "")\(office.isActing ? "acting " : "")\(office.person): \(office.title) of \(office.of ?? "-")"
      case .statement(let statement): "statement \(statement.speaker.id): \(statement.content)"
      case .figure(let figure): "figure \(figure.value) \(figure.unit)"
      case .casualties(let toll):
        "toll" + (toll.dead.map { " \($0) dead" } ?? "") + (toll.injured.map { " \($0) injured" } ?? "") + (toll.isAbout ? " about" : "")
      case .event(let event):
        "event " + ([event.actors.map(\.id).joined(separator: "+"), event.category.rawValue, event.targets.map(\.id).joined(separator: "+")]
          .filter { !$0.isEmpty } + [event.status.rawValue]).joined(separator: " ")
      }
    }
      + reading.mentions.map { mention in
        mention.type == .figure ? "figure mention \(mention.value)" : "\(mention.type.rawValue) \(mention.value)"
      }
  }
}
