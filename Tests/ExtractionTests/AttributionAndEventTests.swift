import DispatchModel
import Testing

// Offices, statements and events over perfect mentions, in sentences of our own.

private let headline = "Nouvelles du jour\n\n"

private func offices(_ text: String, focus: [String] = []) throws -> [String] {
  try facts(ofMarked: headline + text, focus: focus).compactMap { fact in
    guard case .office(let office) = fact.content else { return nil }
    return "\(office.person): \(office.isFormer ? "ex-" : "")\(office.title)\(office.isActing ? " (acting)" : "") / \(office.of ?? "-")"
  }
}

private func statements(_ text: String, focus: [String] = []) throws -> [String] {
  try facts(ofMarked: headline + text, focus: focus).compactMap { fact in
    guard case .statement(let statement) = fact.content else { return nil }
    return "\(statement.speaker.id) \(statement.cue ?? "-")\(statement.isQuoted ? " «»" : ""): \(statement.content)"
  }
}

private func events(_ text: String, focus: [String] = []) throws -> [String] {
  try facts(ofMarked: headline + text, focus: focus).compactMap { fact in
    guard case .event(let event) = fact.content else { return nil }
    return "\(event.actors.map(\.id).joined(separator: "+")) \(event.category.rawValue) \(event.targets.map(\.id).joined(separator: "+")) \(event.status.rawValue)"
  }
}

@Suite("Offices")
struct OfficeTests {
  @Test(
    "A title beside a name is the name's office",
    arguments: [
      (
        "Le ministre ⟦péruvien|nationality|PE⟧ des Mines, ⟦Raúl Ibarra|person|Raúl Ibarra⟧, a parlé.",
        "Raúl Ibarra: ministre des Mines / PE"
      ),
      (
        "La présidente de l'⟦Agence spatiale|organization|Agence spatiale⟧, ⟦Ida Holm|person|Ida Holm⟧, est venue.",
        "Ida Holm: présidente / Agence spatiale"
      ),
      (
        "L'ancien Premier ministre ⟦togolais|nationality|TG⟧ ⟦Kossi Adéla|person|Kossi Adéla⟧ est venu.",
        "Kossi Adéla: ex-Premier ministre / TG"
      ),
      ("L'ex-maire de ⟦Dakar|place|Dakar/SN⟧, ⟦Awa Sy|person|Awa Sy⟧, est venue.", "Awa Sy: ex-maire / Dakar/SN"),
      (
        "⟦Awa Sy|person|Awa Sy⟧, porte-parole de la ⟦Croix-Rouge|organization|Croix-Rouge⟧, est venue.",
        "Awa Sy: porte-parole / Croix-Rouge"
      ),
      (
        "L'ambassadeur du ⟦Chili|place|CL⟧ à ⟦Rome|place|Rome/IT⟧, ⟦Luis Vera|person|Luis Vera⟧, est venu.",
        "Luis Vera: ambassadeur à Rome / CL"
      ),
      (
        "Le président par intérim du ⟦Pérou|place|PE⟧, ⟦Luis Vera|person|Luis Vera⟧, est venu.",
        "Luis Vera: président par intérim (acting) / PE"
      ),
    ])
  func titleBesideName(text: String, expected: String) throws {
    #expect(try offices(text) == [expected])
  }

  @Test("A homologue holds the office told before, for the other country")
  func homologue() throws {
    let found = try offices(
      "Le ministre ⟦grec|nationality|GR⟧ de la Défense, ⟦Ari Lekas|person|Ari Lekas⟧, a reçu son homologue ⟦bulgare|nationality|BG⟧, ⟦Ivo Dimov|person|Ivo Dimov⟧.")
    #expect(found == ["Ari Lekas: ministre de la Défense / GR", "Ivo Dimov: ministre de la Défense / BG"])
  }

  @Test("A career told in one sentence gives each office to its subject")
  func career() throws {
    let found = try offices(
      "⟦Luis Vera|person|Luis Vera⟧, 58 ans, fut consul du ⟦Chili|place|CL⟧ à ⟦Milan|place|Milan/IT⟧, puis ambassadeur du ⟦Chili|place|CL⟧ à ⟦Sofia|place|Sofia/BG⟧.")
    #expect(found == ["Luis Vera: ex-consul à Milan / CL", "Luis Vera: ex-ambassadeur à Sofia / CL"])
  }

  @Test("A body that is only called by its noun is the one named before")
  func genericBody() throws {
    let found = try offices(
      "Le ⟦tribunal de Mons|organization|tribunal de Mons⟧ a saisi ⟦Fluvia|organization|Fluvia⟧. Le président du tribunal, ⟦Ida Holm|person|Ida Holm⟧, est venu.")
    #expect(found == ["Ida Holm: président / tribunal de Mons"])
  }

  @Test("A long complement does not part a lawyer from the name")
  func longComplement() throws {
    let found = try offices("L'avocat des ⟦douze victimes|figure|12 victimes⟧ admises à la procédure, Me ⟦Ana Reis|person|Ana Reis⟧, a parlé.", focus: ["PT"])
    #expect(found == ["Ana Reis: avocat / -"])
  }

  @Test("A private profession is held for nobody")
  func profession() throws {
    #expect(try offices("L'économiste ⟦Ana Reis|person|Ana Reis⟧ est venue.", focus: ["PT"]) == ["Ana Reis: économiste / -"])
  }
}

@Suite("Statements")
struct StatementTests {
  @Test(
    "Words are given to the one who said them",
    arguments: [
      (
        "⟦Ana Reis|person|Ana Reis⟧ a indiqué, ⟦mardi|date|2024-05-14⟧, que la digue tiendrait.",
        "Ana Reis indiqué: la digue tiendrait"
      ),
      (
        "\"La digue tiendra tout l'hiver\", a assuré à la presse ⟦Ana Reis|person|Ana Reis⟧.",
        "Ana Reis assuré «»: La digue tiendra tout l'hiver"
      ),
      (
        "Selon l'⟦OMS|organization|OMS⟧, la maladie recule dans toute la région.",
        "OMS Selon: la maladie recule dans toute la région"
      ),
      (
        "La maladie recule dans toute la région, d'après l'⟦OMS|organization|OMS⟧.",
        "OMS d'après: La maladie recule dans toute la région"
      ),
      (
        "La digue a cédé dans la nuit, a annoncé la ⟦préfecture du Var|organization|préfecture du Var⟧.",
        "préfecture du Var annoncé: La digue a cédé dans la nuit"
      ),
      (
        "⟦Ana Reis|person|Ana Reis⟧ a dénoncé « une décision prise sans aucun débat ».",
        "Ana Reis dénoncé «»: une décision prise sans aucun débat"
      ),
      (
        "⟦Ana Reis|person|Ana Reis⟧ a fait savoir que la digue tiendrait.",
        "Ana Reis fait savoir: la digue tiendrait"
      ),
      (
        "⟦Moscou|place|Moscou/RU⟧, qui soutient le projet, a affirmé que les travaux avançaient.",
        "RU affirmé: les travaux avançaient"
      ),
      (
        "⟦Ana Reis|person|Ana Reis⟧ a dit espérer un accord rapide.",
        "Ana Reis dit: espérer un accord rapide"
      ),
    ])
  func attribution(text: String, expected: String) throws {
    #expect(try statements(text) == [expected])
  }

  @Test("A pronoun in an incise means the last speaker, and a quotation without a verb goes on")
  func pronounAndFloating() throws {
    let found = try statements(
      "⟦Ana Reis|person|Ana Reis⟧ a déclaré que la digue tiendrait. \"Nous avons tout vérifié deux fois\", a-t-elle ajouté. \"Personne ne doit quitter sa maison.\"")
    #expect(
      found == [
        "Ana Reis déclaré: la digue tiendrait", "Ana Reis ajouté «»: Nous avons tout vérifié deux fois",
        "Ana Reis - «»: Personne ne doit quitter sa maison",
      ])
  }

  @Test("Scare quotes and titles of works are nobody's words")
  func scareQuotes() throws {
    #expect(try statements("Le film \"La mer\" sort mercredi dans une salle \"rénovée\".") == [])
  }

  @Test("An office in the text stands for its holder")
  func office() throws {
    let found = try statements(
      "La ministre ⟦péruvienne|nationality|PE⟧ des Mines, ⟦Ida Holm|person|Ida Holm⟧, est arrivée lundi. La ministre a affirmé que la mine fermerait.")
    #expect(found == ["Ida Holm affirmé: la mine fermerait"])
  }
}

@Suite("Events")
struct EventTests {
  @Test(
    "Verbs and nouns tell who did what to whom",
    arguments: [
      ("⟦Paris|place|Paris/FR⟧ a menacé ⟦Ankara|place|Ankara/TR⟧ de représailles.", "FR threaten TR happened"),
      ("La ⟦Norvège|place|NO⟧ et la ⟦Suède|place|SE⟧ ont signé un accord.", "NO+SE agree  happened"),
      ("Le ⟦Kenya|place|KE⟧ va débloquer cinq millions pour la région.", "KE aid  planned"),
      ("La ⟦Norvège|place|NO⟧ pourrait condamner ce tir.", "NO accuse  conditional"),
      ("Un navire a été attaqué par le ⟦Hezbollah|organization|Hezbollah⟧.", "Hezbollah assault  happened"),
      (
        "Le dialogue entre le ⟦Kosovo|place|XK⟧ et la ⟦Serbie|place|RS⟧ dure encore.",
        "XK+RS consult  happened"
      ),
    ])
  func frames(text: String, expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "Who acts is read from the words around, never from who only speaks of it",
    arguments: [
      (
        "Une nouvelle attaque attribuée aux ⟦ADF|organization|ADF⟧ a eu lieu ⟦lundi|date|2024-05-13⟧.",
        "ADF assault  happened"
      ),
      (
        "⟦Luis Vera|person|Luis Vera⟧, élu le ⟦15 mai|date|2024-05-15⟧, est arrivé.",
        "Luis Vera elect  happened"
      ),
      (
        "Le gouvernement de ⟦Luis Vera|person|Luis Vera⟧ a menacé le ⟦Chili|place|CL⟧.",
        "PE threaten CL happened"
      ),
      (
        "⟦Ari Lekas|person|Ari Lekas⟧ s'est entretenu par téléphone avec ⟦Ivo Dimov|person|Ivo Dimov⟧.",
        "Ari Lekas consult Ivo Dimov happened"
      ),
    ])
  func whoActs(text: String, expected: String) throws {
    #expect(try events(text, focus: ["PE"]) == [expected])
  }

  /// The subject may stand behind its verb, before a relative, behind a bracket, or be a noun for the state.
  @Test(arguments: [
    ("Le pont, que menace ⟦Bakou|place|Bakou/AZ⟧, est fermé.", "AZ threaten"),
    ("⟦Ari Lekas|person|Ari Lekas⟧, lequel avait dénoncé ⟦Bakou|place|Bakou/AZ⟧, est parti.", "Ari Lekas accuse"),
    ("Le ⟦Congrès du travail|organization|Congrès du travail⟧ (CDT), qui réclame une hausse, attend.", "Congrès du travail request"),
    ("La police, qui avait arrêté ⟦Ivo Dimov|person|Ivo Dimov⟧, se tait.", "PE coerce"),
    ("Le ⟦Chili|place|CL⟧ et le ⟦Pérou|place|PE⟧ ont de nouveau critiqué l'accord.", "CL+PE accuse"),
    // Behind a date, a preposition with its relative, a conjunction, a noun without article.
    ("Le ⟦26 janvier|date|2024-01-26⟧, la ⟦CIJ|organization|CIJ⟧ avait menacé ⟦Bakou|place|Bakou/AZ⟧.", "CIJ threaten"),
    ("C'est la guerre à l'issue de laquelle ⟦Bakou|place|Bakou/AZ⟧ a menacé ⟦Ari Lekas|person|Ari Lekas⟧.", "AZ threaten"),
    ("Tout a changé lorsque ⟦Bakou|place|Bakou/AZ⟧ a menacé le ⟦Chili|place|CL⟧.", "AZ threaten"),
    ("Faute de vaccin homologué au ⟦Chili|place|CL⟧, ⟦Bakou|place|Bakou/AZ⟧ a menacé ⟦Ari Lekas|person|Ari Lekas⟧.", "AZ threaten"),
    // The object of a verb that asks, thanks or accuses does what the infinitive tells; a pronoun behind `que` is who speaks.
    ("⟦Ari Lekas|person|Ari Lekas⟧ a accusé ⟦Bakou|place|Bakou/AZ⟧ d'avoir bombardé le port.", "AZ assault"),
    ("⟦Bakou|place|Bakou/AZ⟧ a annoncé qu'il bombarderait le ⟦Chili|place|CL⟧.", "AZ assault"),
    // Who gets a prize has won it; who is crowned too.
    ("Le prix du jury a été attribué à ⟦Ari Lekas|person|Ari Lekas⟧.", "Ari Lekas achieve"),
    ("⟦Ari Lekas|person|Ari Lekas⟧ a été sacré à Rome.", "Ari Lekas achieve"),
    // Who called for a march; who does what the noun tells.
    ("Des milliers de personnes ont défilé jusqu'au port, à l'appel du ⟦Congrès du travail|organization|Congrès du travail⟧.", "Congrès du travail protest"),
    ("Les combats durent depuis l'offensive que ⟦Bakou|place|Bakou/AZ⟧ mène contre le ⟦Chili|place|CL⟧.", "AZ assault"),
  ])
  func theSubjectIsFoundWhereverItStands(text: String, expected: String) throws {
    let found = try events(text, focus: ["PE"])
    #expect(found.contains { $0.hasPrefix(expected + " ") }, "\(found)")
  }

  @Test("Who confirms an attack has not attacked")
  func whoOnlySpeaks() throws {
    let found = try events("Le porte-parole de l'⟦armée|organization|armée⟧ a confirmé l'attaque.")
    #expect(!found.contains { $0.hasPrefix("armée assault") })
  }

  @Test("What is denied is no event")
  func negation() throws {
    #expect(try events("La ⟦Norvège|place|NO⟧ n'a pas bombardé la ville.") == [])
  }

  @Test("The state acts where only a state can")
  func impliedState() throws {
    #expect(try events("Trois hommes ont été arrêtés lundi.", focus: ["ML"]) == ["ML coerce  happened"])
  }
}
