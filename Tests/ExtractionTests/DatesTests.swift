import DispatchModel
import Testing

/// Expressions of time, marked as the gold marks them. Each is read on Tuesday 14 May 2024.
struct DatesTests {
  static let day = "2024-05-14"

  private func dates(_ text: String) throws -> String { try marked(text, on: Self.day, only: [.date]) }

  @Test(arguments: [
    ("Le ministre a annoncé, mardi, une réforme.", "Le ministre a annoncé, ⟦mardi|date|2024-05-14⟧, une réforme."),
    ("Le scrutin organisé dimanche a réuni peu de monde.", "Le scrutin organisé ⟦dimanche|date|2024-05-12⟧ a réuni peu de monde."),
    ("Le ministre se rendra samedi à Conakry, puis lundi à Bissau.", "Le ministre se rendra ⟦samedi|date|2024-05-18⟧ à Conakry, puis ⟦lundi|date|2024-05-20⟧ à Bissau."),
    ("Il doit être entendu jeudi par le juge.", "Il doit être entendu ⟦jeudi|date|2024-05-16⟧ par le juge."),
    ("La réunion prévue vendredi est reportée.", "La réunion prévue ⟦vendredi|date|2024-05-17⟧ est reportée."),
    ("Faute d'accord d'ici dimanche, la grève reprendra.", "Faute d'accord d'ici ⟦dimanche|date|2024-05-19⟧, la grève reprendra."),
    ("Les sinistrés ont pu rentrer chez eux lundi.", "Les sinistrés ont pu rentrer chez eux ⟦lundi|date|2024-05-13⟧."),
    ("Il avait été reçu jeudi dernier à Rome.", "Il avait été reçu ⟦jeudi dernier|date|2024-05-09⟧ à Rome."),
    ("Le procès s'ouvrira mardi prochain.", "Le procès s'ouvrira ⟦mardi prochain|date|2024-05-21⟧."),
    ("L'opposition a appelé à manifester mercredi soir.", "L'opposition a appelé à manifester ⟦mercredi soir|date|2024-05-15TEV⟧."),
    ("Il a été tué dans l'attentat de vendredi.", "Il a été tué dans l'attentat de ⟦vendredi|date|2024-05-10⟧."),
    ("Une trêve d'un an, lancée vendredi par le mouvement, tient encore.", "Une trêve d'⟦un an|date|P1Y⟧, lancée ⟦vendredi|date|2024-05-10⟧ par le mouvement, tient encore."),
    ("Le parti s'oppose à l'appel à la grève, lancé vendredi par le syndicat.", "Le parti s'oppose à l'appel à la grève, lancé ⟦vendredi|date|2024-05-10⟧ par le syndicat."),
    ("Les combats font suite à des explosions survenues, jeudi soir, à Kaboul.", "Les combats font suite à des explosions survenues, ⟦jeudi soir|date|2024-05-09TEV⟧, à Kaboul."),
    ("Les électeurs sont appelés aux urnes dimanche.", "Les électeurs sont appelés aux urnes ⟦dimanche|date|2024-05-19⟧."),
    ("Les prix ont augmenté plus que prévu vendredi.", "Les prix ont augmenté plus que prévu ⟦vendredi|date|2024-05-10⟧."),
    ("Il s'agit du deuxième vendredi de mobilisation.", "Il s'agit du deuxième vendredi de mobilisation."),
    ("Le jugement est attendu mercredi 5 juin.", "Le jugement est attendu ⟦mercredi 5 juin|date|2024-06-05⟧."),
  ])
  func aBareWeekdayFollowsItsVerb(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("Il est né le 20 mars 1958 à Oran.", "Il est né le ⟦20 mars 1958|date|1958-03-20⟧ à Oran."),
    ("A moins de deux mois des élections du 8 juillet, le parti a perdu un député.", "A moins de ⟦deux mois|date|P2M⟧ des élections du ⟦8 juillet|date|2024-07-08⟧, le parti a perdu un député."),
    ("Le texte est sous le coup de la loi adoptée le 2 mars par le Parlement.", "Le texte est sous le coup de la loi adoptée le ⟦2 mars|date|2024-03-02⟧ par le Parlement."),
    ("Arrêté le 26 mai 2011, il avait été transféré la semaine suivante.", "Arrêté le ⟦26 mai 2011|date|2011-05-26⟧, il avait été transféré la ⟦semaine suivante|date|2011-W22⟧."),
    ("Le texte est entré en vigueur le 1er janvier.", "Le texte est entré en vigueur le ⟦1er janvier|date|2024-01-01⟧."),
    ("Elle prêtera serment le 16 décembre.", "Elle prêtera serment le ⟦16 décembre|date|2024-12-16⟧."),
    ("Il avait été arrêté le 9 novembre dernier.", "Il avait été arrêté le ⟦9 novembre dernier|date|2023-11-09⟧."),
    ("Le salon se tiendra du 4 au 6 novembre à Lyon.", "Le salon se tiendra du ⟦4|date|2024-11-04⟧ au ⟦6 novembre|date|2024-11-06⟧ à Lyon."),
    ("Le sommet des 6 et 7 juin 2024 a été annulé.", "Le sommet des ⟦6|date|2024-06-06⟧ et ⟦7 juin 2024|date|2024-06-07⟧ a été annulé."),
    ("Entre le 5 et le 16 avril, la ville a été coupée du monde.", "Entre le ⟦5|date|2024-04-05⟧ et le ⟦16 avril|date|2024-04-16⟧, la ville a été coupée du monde."),
    ("Prévu à l'origine le 27 décembre, le vote a été reporté.", "Prévu à l'origine le ⟦27 décembre|date|2023-12-27⟧, le vote a été reporté."),
    ("Le contrat signé le 03/02/2021 court toujours.", "Le contrat signé le ⟦03/02/2021|date|2021-02-03⟧ court toujours."),
    ("Réunis lundi 13, ils se sont séparés sans accord.", "Réunis ⟦lundi 13|date|2024-05-13⟧, ils se sont séparés sans accord."),
  ])
  func daysOfTheCalendarFindTheirYear(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("Il a été élu en mars dernier.", "Il a été élu en ⟦mars dernier|date|2024-03⟧."),
    ("La crise dure depuis août 2021.", "La crise dure depuis ⟦août 2021|date|2021-08⟧."),
    ("Le pont, fermé depuis novembre, a rouvert.", "Le pont, fermé depuis ⟦novembre|date|2023-11⟧, a rouvert."),
    ("Le tribunal rendra son arrêt en octobre.", "Le tribunal rendra son arrêt en ⟦octobre|date|2024-10⟧."),
    ("Les essais ont commencé fin janvier.", "Les essais ont commencé ⟦fin janvier|date|2024-01⟧."),
    ("Les appareils seront livrés entre fin 2027 et mi-2029.", "Les appareils seront livrés entre ⟦fin 2027|date|2027⟧ et ⟦mi-2029|date|2029⟧."),
    ("Le chantier finira mi-avril 2025.", "Le chantier finira ⟦mi-avril 2025|date|2025-04⟧."),
    ("Il présentera son plan au début de l'année prochaine.", "Il présentera son plan au ⟦début de l'année prochaine|date|2025⟧."),
    ("Le budget sera voté avant la fin du mois.", "Le budget sera voté avant la ⟦fin du mois|date|2024-05⟧."),
    ("Le groupe a reculé au premier trimestre 2024.", "Le groupe a reculé au ⟦premier trimestre 2024|date|2024-Q1⟧."),
    ("Il table sur un second semestre solide.", "Il table sur un ⟦second semestre|date|2024-H2⟧ solide."),
    ("Les résultats du recensement de mars-avril, qui devraient être affinés, sont bons.", "Les résultats du recensement de ⟦mars|date|2024-03⟧-⟦avril|date|2024-04⟧, qui devraient être affinés, sont bons."),
    ("Le dîner ressemblait à une fête de fin d'année.", "Le dîner ressemblait à une fête de fin d'année."),
    ("Des volontaires ont pris part au printemps de l'environnement.", "Des volontaires ont pris part au printemps de l'environnement."),
    ("Le mouvement est né dans les années 1990.", "Le mouvement est né dans les ⟦années 1990|date|199X⟧."),
    ("Plus de treize personnes sont mortes depuis l'été dernier.", "Plus de treize personnes sont mortes depuis l'⟦été dernier|date|2023-SU⟧."),
    ("Elle a été de 2017 à 2019 présidente de la chambre.", "Elle a été de ⟦2017|date|2017⟧ à ⟦2019|date|2019⟧ présidente de la chambre."),
    ("La guerre (1998-1999) a ravagé le pays.", "La guerre (⟦1998|date|1998⟧-⟦1999|date|1999⟧) a ravagé le pays."),
  ])
  func monthsYearsAndQuartersAreResolved(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("Elle se rendra la semaine prochaine à Oslo.", "Elle se rendra la ⟦semaine prochaine|date|2024-W21⟧ à Oslo."),
    ("L'état d'urgence a été instauré la semaine dernière.", "L'état d'urgence a été instauré la ⟦semaine dernière|date|2024-W19⟧."),
    ("Le déficit a doublé l'an dernier.", "Le déficit a doublé l'⟦an dernier|date|2023⟧."),
    ("Le PIB doit reculer cette année.", "Le PIB doit reculer ⟦cette année|date|2024⟧."),
    ("Le vaccin a été homologué ce mois-ci.", "Le vaccin a été homologué ⟦ce mois-ci|date|2024-05⟧."),
    ("Le parti avait gagné il y a deux ans.", "Le parti avait gagné ⟦il y a deux ans|date|2022⟧."),
    ("Ils ont été enlevés il y a dix jours.", "Ils ont été enlevés ⟦il y a dix jours|date|2024-05-04⟧."),
    ("Ils ont été enlevés il y a trois semaines.", "Ils ont été enlevés ⟦il y a trois semaines|date|2024-W17⟧."),
    ("Un accord a été signé récemment.", "Un accord a été signé ⟦récemment|date|PAST_REF⟧."),
    ("Il est actuellement en visite à Tunis.", "Il est ⟦actuellement|date|PRESENT_REF⟧ en visite à Tunis."),
    ("Elle a quitté Berne lundi. Le lendemain, elle était à Rome.", "Elle a quitté Berne ⟦lundi|date|2024-05-13⟧. Le ⟦lendemain|date|2024-05-14⟧, elle était à Rome."),
    ("Le prix est fixé à 985 francs, contre 825 un an plus tôt.", "Le prix est fixé à 985 francs, contre 825 ⟦un an plus tôt|date|2023⟧."),
  ])
  func whatIsToldFromTheDispatchesDayIsResolved(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("L'explosion s'est produite mardi à 11H30.", "L'explosion s'est produite ⟦mardi à 11H30|date|2024-05-14T11:30⟧."),
    ("Le séisme s'est produit mardi vers 14h30.", "Le séisme s'est produit ⟦mardi|date|2024-05-14⟧ vers ⟦14h30|date|2024-05-14T14:30⟧."),
    ("Le vol a décollé lundi à 10h00 (06h00 GMT).", "Le vol a décollé ⟦lundi à 10h00|date|2024-05-13T10:00⟧ (⟦06h00 GMT|date|2024-05-13T06:00Z⟧)."),
    ("Ils ont été tués dans la nuit de samedi à dimanche.", "Ils ont été tués dans la ⟦nuit de samedi à dimanche|date|2024-05-11TNI⟧."),
    ("Dans la nuit du vendredi 10 au samedi 11 mai, ils ont fui.", "Dans la ⟦nuit du vendredi 10 au samedi 11 mai|date|2024-05-10TNI⟧, ils ont fui."),
    ("Le vote a eu lieu vendredi midi.", "Le vote a eu lieu ⟦vendredi midi|date|2024-05-10T12:00⟧."),
    ("Le vol a décollé samedi 01H00 GMT.", "Le vol a décollé ⟦samedi 01H00 GMT|date|2024-05-11T01:00Z⟧."),
    ("Le convoi a été attaqué lundi à l'aube.", "Le convoi a été attaqué ⟦lundi à l'aube|date|2024-05-13TMO⟧."),
    ("Rien n'avait filtré mardi en fin d'après-midi.", "Rien n'avait filtré ⟦mardi en fin d'après-midi|date|2024-05-14TAF⟧."),
  ])
  func hoursAndPartsOfTheDayBelongToTheirDay(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    ("Il a été condamné à dix-sept ans de prison.", "Il a été condamné à ⟦dix-sept ans|date|P17Y⟧ de prison."),
    ("Les peines vont de six à vingt ans de prison.", "Les peines vont de ⟦six|date|P6Y⟧ à ⟦vingt ans|date|P20Y⟧ de prison."),
    ("Le procès a duré deux heures et demie.", "Le procès a duré ⟦deux heures et demie|date|PT2H30M⟧."),
    ("Il devance son rival de 30,4 secondes.", "Il devance son rival de ⟦30,4 secondes|date|PT30.4S⟧."),
    ("Les prix ont bondi au cours des dix-huit derniers mois.", "Les prix ont bondi au cours des ⟦dix-huit derniers mois|date|P18M⟧."),
    ("L'île est disputée depuis plus d'un siècle.", "L'île est disputée depuis plus d'⟦un siècle|date|P100Y⟧."),
    ("M. Diallo, 67 ans, est un ancien juge.", "M. Diallo, ⟦67 ans|date|P67Y⟧, est un ancien juge."),
    ("Le siège a duré quelques jours.", "Le siège a duré ⟦quelques jours|date|PXD⟧."),
  ])
  func durationsKeepTheirUnit(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == expected)
  }

  @Test(arguments: [
    "Il a été entendu par la police.", "Le vote a lieu chaque année.", "Le match s'est terminé sur le score de 3-1.",
    "La résolution 2254 reste lettre morte.", "La sonde se dirige vers Mars.", "Le quota est de 40 tonnes par an.",
    "Un jour, tout cela finira.", "L'appareil, un A320, a disparu.", "Ses 2000 habitants ont fui.",
  ])
  func falseFriendsAreLeftAlone(_ text: String) throws {
    #expect(try dates(text) == text)
  }
}
