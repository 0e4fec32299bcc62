import DispatchModel
import Testing

// What nouns, pronouns and documents point back to, over perfect mentions, in sentences of our own.

private func statements(_ text: String, focus: [String] = []) throws -> [String] {
  try facts(ofMarked: "Nouvelles du jour\n\n" + text, focus: focus).compactMap { fact in
    guard case .statement(let statement) = fact.content else { return nil }
    return "\(statement.speaker.id) \(statement.cue ?? "-")\(statement.isQuoted ? " «»" : ""): \(statement.content)"
  }
}

private func offices(_ text: String, focus: [String] = []) throws -> [String] {
  try facts(ofMarked: "Nouvelles du jour\n\n" + text, focus: focus).compactMap { fact in
    guard case .office(let office) = fact.content else { return nil }
    return "\(office.person): \(office.isFormer ? "ex-" : "")\(office.title) / \(office.of ?? "-")"
  }
}

@Suite("References")
struct ReferenceTests {
  @Test(
    "Words are given to whom a noun points back to",
    arguments: [
      (
        "⟦Orvalis|organization|Orvalis⟧ ferme deux usines. \"Nous n'avions plus le choix du tout\", a expliqué le groupe.",
        "Orvalis expliqué «»: Nous n'avions plus le choix du tout"
      ),
      (
        "⟦Inès Carol|person|Inès Carol⟧ a gagné hier soir. \"Ce prix est celui de toute une équipe\", a lancé la lauréate.",
        "Inès Carol lancé «»: Ce prix est celui de toute une équipe"
      ),
      (
        "L'⟦ONU|organization|ONU⟧ a annoncé que le pont était fermé. \"Les convois passeront par la montagne\", précise le communiqué.",
        "ONU précise «»: Les convois passeront par la montagne"
      ),
      (
        "\"La route restera fermée tout l'hiver\", indique-t-on au ⟦ministère des Transports|organization|ministère des Transports⟧.",
        "ministère des Transports indique «»: La route restera fermée tout l'hiver"
      ),
    ])
  func noun(text: String, expected: String) throws {
    #expect(try statements(text).last == expected)
  }

  @Test("Nobody speaks where nobody is named")
  func anonymous() throws {
    #expect(try statements("Le barrage cédera, selon un expert de l'⟦ONU|organization|ONU⟧.") == [])
    #expect(try statements("\"Le barrage cédera avant la nuit\", apprend-on sur place.") == [])
    #expect(try statements("Le barrage cédera, a rapporté la chaîne ⟦israélienne|nationality|IL⟧ locale.") == [])
  }

  @Test("A pronoun means a person before a body, and nobody named in the words themselves")
  func pronoun() throws {
    let found = try statements(
      "⟦Ari Lekas|person|Ari Lekas⟧ préside ⟦Orvalis|organization|Orvalis⟧. \"La parole de ⟦Ivo Dimov|person|Ivo Dimov⟧ ne suffit pas\", a-t-il dit.")
    #expect(found == ["Ari Lekas dit «»: La parole de Ivo Dimov ne suffit pas"])
  }

  @Test("An incise with its pronoun stands between two quotations")
  func halves() throws {
    let found = try statements(
      "⟦Ari Lekas|person|Ari Lekas⟧ a parlé hier. « Nous avons perdu trop de temps, a-t-il ajouté, il faut maintenant signer cet accord. »")
    #expect(found.map { $0.contains("«»") } == [true, true])
    #expect(found.first == "Ari Lekas ajouté «»: Nous avons perdu trop de temps")
    #expect(found.last?.hasSuffix("il faut maintenant signer cet accord") == true)
  }

  @Test(
    "Insertions between the verb and its words are passed over",
    arguments: [
      (
        "⟦Inès Carol|person|Inès Carol⟧ a promis, si elle est élue, d'abolir cette taxe.",
        "Inès Carol promis: abolir cette taxe"
      ),
      (
        "⟦Inès Carol|person|Inès Carol⟧ a mis en garde : \"Personne ne doit boire cette eau\".",
        "Inès Carol mis en garde «»: Personne ne doit boire cette eau"
      ),
      (
        "⟦Inès Carol|person|Inès Carol⟧ s'est dite soulagée par ce vote.",
        "Inès Carol dite: soulagée par ce vote"
      ),
      (
        "⟦Inès Carol|person|Inès Carol⟧ a accusé ⟦Kiev|place|Kiev/UA⟧ d'avoir bombardé le dépôt.",
        "Inès Carol accusé: avoir bombardé le dépôt"
      ),
    ])
  func insertions(text: String, expected: String) throws {
    #expect(try statements(text) == [expected])
  }

  @Test("A title in the plural is each one's in the singular")
  func plurals() throws {
    #expect(
      try offices(
        "Les ministres ⟦grec|nationality|GR⟧ et ⟦bulgare|nationality|BG⟧ de la Défense, ⟦Ari Lekas|person|Ari Lekas⟧ et ⟦Ivo Dimov|person|Ivo Dimov⟧, ont signé.")
        == ["Ari Lekas: ministre de la Défense / GR", "Ivo Dimov: ministre de la Défense / BG"])
    #expect(
      try offices("Les présidents ⟦grec|nationality|GR⟧ ⟦Ari Lekas|person|Ari Lekas⟧ et ⟦bulgare|nationality|BG⟧ ⟦Ivo Dimov|person|Ivo Dimov⟧ ont parlé.")
        == ["Ari Lekas: président / GR", "Ivo Dimov: président / BG"])
    #expect(try offices("Les ministres ont voté.") == [])
  }

  @Test("Titles keep their attributes; members of parliament sit in the house that the text names")
  func titles() throws {
    #expect(
      try offices("Le président sortant, ⟦Luis Vera|person|Luis Vera⟧, est battu.", focus: ["CL"]) == ["Luis Vera: président sortant / CL"])
    #expect(
      try offices("Le ministre de la Jeunesse, de la Culture et de la Communication, ⟦Luis Vera|person|Luis Vera⟧, est venu.", focus: ["CL"])
        == ["Luis Vera: ministre de la Jeunesse, de la Culture et de la Communication / CL"])
    #expect(
      try offices("Le ⟦Sénat|organization|Sénat⟧ a voté. La sénatrice ⟦Inès Carol|person|Inès Carol⟧ s'est abstenue.", focus: ["CL"])
        == ["Inès Carol: sénatrice / Sénat"])
    #expect(
      try offices("A ⟦Tbilissi|place|Tbilissi/GE⟧, la présidente ⟦Inès Carol|person|Inès Carol⟧ a salué le vote.", focus: ["IT"])
        == ["Inès Carol: présidente / GE"])
  }
}
