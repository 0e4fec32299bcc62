import DispatchModel
import Extraction
import Testing

@Suite struct LayoutTests {
  /// Every style of dateline that agencies use: the line, then agency, place and date.
  static let datelines: [(String, String?, String?, String?)] = [
    ("BAGDAD, 20 mars (AA) - Le président a reçu une délégation.", "AA", "Bagdad/IQ", "2024-03-20"),
    ("Bagdad (Irak), 20 mars 2018 (AFP) – Le président a reçu une délégation.", "AFP", "Bagdad/IQ", "2018-03-20"),
    ("BAGDAD (Reuters) - Le président a reçu une délégation.", "Reuters", "Bagdad/IQ", nil),
    ("BRUXELLES 14/06 (BELGA) = Le conseil des ministres se réunit.", "Belga", "Bruxelles/BE", "2024-06-14"),
    ("Bogota (Colombie), 27 août 2025 (EFE).- Treize policiers ont été relâchés.", "EFE", "Bogota/CO", "2025-08-27"),
    ("APA-Bissau (Guinée-Bissau) - Le tribunal a rendu son verdict.", "APA", "Bissau/GW", nil),
    ("VILNIUS/BRUXELLES (Reuters) - Les ministres se sont réunis.", "Reuters", "Vilnius/LT", nil),
    ("HONIARA, 8 septembre (Xinhua) -- L'ambassadeur a remis un don.", "Xinhua", "Honiara/SB", nil),
    ("Addis-Abeba, Ethiopie (PANA) - Les dirigeants sont réunis.", "PANA", "Addis-Abeba/ET", nil),
    ("Berne (awp/ats) - La Banque a relevé son taux.", "AWP", "Berne/CH", nil),
    ("MOSCOU, 3 avril 2021. /TASS/. Le ministère a confirmé l'essai.", "TASS", "Moscou/RU", "2021-04-03"),
    ("DOHA, le 5 mai 2022 (QNA) - L'émir a reçu un message.", "QNA", "Doha/QA", "2022-05-05"),
    ("(AOF) - Le groupe a publié ses résultats.", "AOF", nil, nil),
    ("LA HAYE, 4 fév. 2026 (AFP) - La Cour a rendu son arrêt.", "AFP", "La Haye/NL", "2026-02-04"),
    ("Santiago (Chili), 1er oct 2020 (AFP) - Le gouvernement a reculé.", "AFP", "Santiago/CL", "2020-10-01"),
  ]

  @Test(arguments: datelines) func aDatelineIsRead(_ row: (line: String, agency: String?, place: String?, date: String?)) throws {
    let found = try reading("Un titre pour cette dépêche\n\n\(row.line)\n", on: "2024-11-24")
    #expect(found.agency == row.agency)
    #expect(found.place == row.place)
    if let date = row.date { #expect(found.published?.iso == date) }
    #expect(found.headline == "Un titre pour cette dépêche")
  }

  /// What web pages put between headline and text.
  static let stamps: [(String, String?, String?)] = [
    ("Awa Ndiaye | 14.03.2022 - Mise à jour : 15.03.2022", "Awa Ndiaye", "2022-03-14"),
    ("Publié le 20 mars 2018 à 14h05", nil, "2018-03-20"),
    ("Publié le 20/03/2018 - Mis à jour le 21/03/2018 à 09:30", nil, "2018-03-20"),
    ("Awa Ndiaye | 3 avril 2021 | Temps de lecture : 4 min", "Awa Ndiaye", "2021-04-03"),
  ]

  @Test(arguments: stamps) func aPagesStampIsRead(_ row: (line: String, author: String?, date: String?)) throws {
    let found = try reading("Un titre pour cette dépêche\n\(row.line)\n\nLe ministre s'est rendu mardi à Dakar pour une visite.\n", on: "2024-11-24")
    #expect(found.author == row.author)
    #expect(found.published?.iso == row.date)
  }

  @Test func aPagesTeaserAndAuthorStandAboveItsStamp() throws {
    let text = """
      Un accord met fin à la grève des ports
      Les dockers affirment reprendre le travail dès la semaine prochaine

      Awa Ndiaye
      29 Mai 2025•Mise à jour: 30 Mai 2025

      AA / Dakar

      Les dockers ont voté jeudi la reprise du travail.
      """
    let found = try reading(text, on: "2026-01-02")
    #expect(found.headline == "Un accord met fin à la grève des ports")
    #expect(found.subheads == ["Les dockers affirment reprendre le travail dès la semaine prochaine"])
    #expect(found.author == "Awa Ndiaye")
    #expect(found.agency == "AA" && found.place == "Dakar/SN")
    #expect(found.published?.iso == "2025-05-29")
  }

  @Test func aSentenceWithADateIsNoStamp() throws {
    let found = try reading("Un titre\nLe ministre a publié le 20 mars 2018 un décret\nLa suite du texte est là.\n", on: "2024-11-24")
    #expect(found.published?.iso == "2024-11-24" || found.published == nil)
  }

  @Test func aPagesCopyOfTheHeadAndItsFooterGiveNothing() throws {
    let text = """
      Cameroun : une attaque fait des victimes

      Cameroun : une attaque fait des victimes

      Cameroon
      AA / Yaoundé / Awa Ndiaye

      Des hommes armés ont attaqué lundi un village du nord du pays.

      Seulement une partie des dépêches, que l'Agence Anadolu diffuse à ses abonnés, est diffusée sur le site de l'AA.
      """
    let found = try reading(text, on: "2024-11-24")
    #expect(found.agency == "AA")
    #expect(found.place == "Yaoundé/CM")
    #expect(found.author == "Awa Ndiaye")
    #expect(!found.facts.isEmpty)
    let footer = try #require(text.firstRange(of: "Seulement")).lowerBound
    let start = text.unicodeScalars.distance(from: text.startIndex, to: footer)
    #expect(found.facts.allSatisfy { $0.evidence.span.end <= start }, "the footer tells no facts")
  }

  static let firstLines: [(String, String, String?)] = [
    ("URGENT\nLe ministre démissionne", "Le ministre démissionne", "URGENT"),
    ("Papier général\nLe ministre démissionne", "Le ministre démissionne", "Papier général"),
    ("LEAD 2-L'UE durcit ses sanctions", "L'UE durcit ses sanctions", "LEAD 2"),
    ("RECTIFICATIF - Batteries: un groupe investit", "Batteries: un groupe investit", "RECTIFICATIF"),
    ("ALERTE : séisme au Chili", "séisme au Chili", "ALERTE"),
    ("Séisme au Chili (LEAD)", "Séisme au Chili", "LEAD"),
    ("Alerte au tsunami dans le Pacifique", "Alerte au tsunami dans le Pacifique", nil),
    ("Portrait : une vie de combats", "Portrait : une vie de combats", nil),
  ]

  @Test(arguments: firstLines) func urgencyStandsApartFromTheHeadline(_ row: (text: String, headline: String, priority: String?)) throws {
    let found = try reading(row.text + "\n\nPARIS (Reuters) - Le gouvernement a confirmé la nouvelle dans la soirée.")
    #expect(found.headline == row.headline)
    #expect(found.priority == row.priority)
  }

  @Test func anAgencyBlockNamesAgencyPlaceAndAuthor() throws {
    let text = """
      Sénégal : le bilan s'alourdit
      - Plus de 3 200 familles ont quitté leur logement

      Dakar
      AA/Dakar/Aminata Bâ Diédhiou
      Le bilan des pluies est passé à onze morts, a indiqué le ministère.
      Les secours poursuivent leurs recherches.
      * Traduit du turc par Sinem Aksoylu
      """
    let found = try reading(text)
    #expect(found.agency == "AA")
    #expect(found.place == "Dakar/SN")
    #expect(found.author == "Aminata Bâ Diédhiou")
    #expect(found.subheads == ["Plus de 3 200 familles ont quitté leur logement"])
    #expect(found.parts(.paragraph, of: text).count == 2)
    #expect(found.parts(.signature, of: text) == ["* Traduit du turc par Sinem Aksoylu"])
  }

  static let closings: [(String, String?, PartKind)] = [
    ("rus-jlt/cr/pop", nil, .signature), ("VDB/LVN", nil, .signature), ("ats/nbo/vja", "ATS", .signature),
    ("BRB/lds (Belga)", "Belga", .signature), ("(MAP)", "MAP", .signature),
    ("(Plus d'informations à suivre)", nil, .note), ("Traduit de l'arabe par Mourad Belhaj", nil, .signature),
    ("– Avec des informations de l'Associated Press", "Associated Press", .signature),
  ]

  @Test(arguments: closings) func aClosingLineIsNoParagraph(_ row: (line: String, agency: String?, kind: PartKind)) throws {
    let text = "Un titre\n\nLe gouvernement a nommé un négociateur, a annoncé la porte-parole.\n\n\(row.line)"
    let found = try reading(text)
    #expect(found.parts(row.kind, of: text) == [row.line])
    #expect(found.agency == row.agency)
    #expect(found.parts(.paragraph, of: text).count == 1)
  }

  @Test func theLastSentenceIsNoSignature() throws {
    let text = "Un titre\n\nLe gouvernement a nommé un négociateur.\n\nLe jugement sera rendu le 5 juillet."
    #expect(try reading(text).parts(.signature, of: text).isEmpty)
  }

  @Test func aYearIsFoundByTheWeekdayOfTheLead() throws {
    // 20 March was a Tuesday in 2018; the text names no later year.
    let text = "Irak: un message\n\nBAGDAD, 20 mars (AA) - Le président a indiqué mardi que la guerre de 2017 était finie."
    #expect(try reading(text, on: "2020-11-24").published?.iso == "2018-03-20")
  }

  @Test func bylinesNameTheAuthor() throws {
    let text = "Un titre\n\nPar Camille Desroziers\n\nDubaï (Emirats arabes unis), 11 décembre 2023 (AFP) – Les négociateurs se sont réunis."
    let found = try reading(text)
    #expect(found.author == "Camille Desroziers")
    #expect(found.place == "Dubaï/AE")
    #expect(found.published?.iso == "2023-12-11")
  }

  @Test func hardWrappedLinesAreOneParagraph() throws {
    let text = """
      Un titre assez court

      Le gouvernement a annoncé dans la soirée que les négociations
      reprendraient la semaine prochaine dans la capitale, malgré les
      réserves de plusieurs partis de la coalition.

      Les députés se prononceront ensuite sur le texte, qui prévoit des
      mesures nouvelles pour les régions touchées par la sécheresse et
      pour les communes de montagne.
      """
    #expect(try reading(text).parts(.paragraph, of: text).count == 2)
  }

  @Test func crossHeadsStandApart() throws {
    let long = "Le gouvernement a annoncé dans la soirée que les négociations reprendraient la semaine prochaine dans la capitale, malgré les réserves de plusieurs partis de la coalition au pouvoir."
    let text = "Un titre\n\n\(long)\n\n- \"Inacceptable\" -\n\n\(long)\n\nUn contexte tendu\n\n\(long)"
    #expect(try reading(text).parts(.crosshead, of: text) == ["- \"Inacceptable\" -", "Un contexte tendu"])
  }
}
