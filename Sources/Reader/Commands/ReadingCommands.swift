internal import DispatchModel
internal import Terminal

extension CommandTable {
  private static let needsDocument: @Sendable (ReaderState) -> Phrase? = {
    $0.body.document == nil ? Phrase("Aucune dépêche n'est ouverte.", "No dispatch is open.") : nil
  }

  /// Reading a dispatch: its names, facts, versions.
  static let reading: [Command] = [
    Command(
      "name.next", Phrase("Nom suivant", "Next name"),
      Phrase("va au nom suivant dans le texte ; ses faits s'allument", "goes to the next name in the text; its facts light up"),
      keys: ["e"], counting: .times, isOfPanes: true, unless: needsDocument
    ) { state, _ in state.moveToMention(step: 1) },
    Command(
      "name.previous", Phrase("Nom précédent", "Previous name"),
      Phrase("revient au nom précédent dans le texte", "goes back to the previous name in the text"), keys: ["E"], counting: .times, isOfPanes: true,
      unless: needsDocument
    ) { state, _ in state.moveToMention(step: -1) },
    Command(
      "highlight", Phrase("Surligner", "Highlight"),
      Phrase("tous les noms, un genre après l'autre, aucun", "all names, one kind after another, none"), keys: ["x"], counting: .times, isOfPanes: true
    ) { state, _ in state.cycleHighlight() },
    Command(
      "dossier", Phrase("Dossier", "Dossier"),
      Phrase("ouvre le dossier du nom ou du fait où l'on est", "opens the dossier of the name or fact one stands on"), keys: ["D"], isOfPanes: true,
      unless: { $0.entityAtHand == nil ? Phrase("Allez d'abord à un nom (e) ou à un fait.", "Go to a name (e) or a fact first.") : nil }
    ) { state, _ in if let entity = state.entityAtHand { state.openDossier(entity) } },
    Command(
      "story", Phrase("Versions", "Versions"),
      Phrase("les versions de cette histoire et ce qui a changé", "this story's versions and what has changed"), keys: ["v"], isOfPanes: true,
      unless: {
        guard let document = $0.body.document else { return needsDocument($0) }
        return document.siblings.isEmpty && document.versions.isEmpty
          ? Phrase("Cette dépêche n'a pas d'autre version.", "This dispatch has no other version.") : nil
      }
    ) { state, _ in state.openStory() },
    Command(
      "facts.filter", Phrase("Choisir les faits", "Choose facts"), Phrase("ne montre qu'un genre de faits", "shows one kind of facts only"),
      keys: ["F"], isOfPanes: true, unless: { $0.facts.board.cards.isEmpty ? Words.noFacts : nil }
    ) { state, _ in state.openPicker(.factGroups) },
    Command(
      "links", Phrase("Liens", "Links"), Phrase("montre une lettre par lien, puis l'ouvre", "shows a letter for each link, then opens it"),
      keys: ["L"], isOfPanes: true,
      unless: { $0.links.isEmpty ? Phrase("Aucun lien dans cette dépêche.", "No link in this dispatch.") : nil }
    ) { state, _ in state.showLinks() },
    Command(
      "repeat", Phrase("Répéter", "Repeat"), Phrase("refait le dernier changement : marque, étoile, étiquette, taille", "does the last change again: mark, star, tag, size"), keys: ["."], counting: .times,
      unless: { $0.lastRepeatable == nil ? Phrase("Rien à répéter.", "Nothing to repeat.") : nil }
    ) { state, _ in
      if let last = state.lastRepeatable { state.run(last.command, last.argument) }
    },
  ]
}
