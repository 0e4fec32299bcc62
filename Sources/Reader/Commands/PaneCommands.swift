internal import Terminal

extension CommandTable {
  /// Panes: going to them, their sizes.
  static let panes: [Command] = [
    Command("pane.next", Phrase("Volet suivant", "Next pane"), Phrase("passe au volet suivant", "goes to the next pane"), keys: ["Tab"]) {
      state, _ in state.focusNext(1)
    },
    Command(
      "pane.previous", Phrase("Volet précédent", "Previous pane"), Phrase("passe au volet précédent", "goes to the previous pane"),
      keys: ["⇧Tab"]
    ) { state, _ in state.focusNext(-1) },
    Command("pane.list", Phrase("Liste", "List"), Phrase("va à la liste des dépêches", "goes to the list of dispatches"), keys: ["1"]) {
      state, _ in state.goTo(.list)
    },
    Command("pane.body", Phrase("Texte", "Text"), Phrase("va au texte de la dépêche", "goes to the dispatch's text"), keys: ["2"]) {
      state, _ in state.goTo(.body)
    },
    Command("pane.facts", Phrase("Faits", "Facts"), Phrase("va aux faits", "goes to the facts"), keys: ["3"]) { state, _ in
      state.goTo(.facts)
    },
    Command(
      "zoom", Phrase("Plein écran", "Zoom"), Phrase("montre le volet seul, ou de nouveau tous", "shows the pane alone, or all again"),
      keys: ["z"], isOfPanes: true
    ) { state, _ in state.choice.isZoomed.toggle() },
    Command(
      "facts.toggle", Phrase("Afficher les faits", "Show the facts"),
      Phrase("montre ou cache le volet des faits", "shows or hides the facts pane"), keys: ["f"], isOfPanes: true
    ) { state, _ in state.toggleFacts() },
    Command(
      "pane.grow", Phrase("Élargir le volet", "Make the pane bigger"), Phrase("donne plus de place au volet", "gives the pane more room"),
      keys: [">"], counting: .times, isRepeatable: true, isOfPanes: true
    ) { state, _ in state.resizePane(by: 1) },
    Command(
      "pane.shrink", Phrase("Réduire le volet", "Make the pane smaller"), Phrase("donne moins de place au volet", "gives the pane less room"),
      keys: ["<"], counting: .times, isRepeatable: true, isOfPanes: true
    ) { state, _ in state.resizePane(by: -1) },
    Command(
      "story.toggle", Phrase("Plier, déplier l'histoire", "Fold, unfold the story"),
      Phrase("toutes les versions dans la liste, ou la dernière seulement", "all versions in the list, or the newest only"),
      keys: ["l", "→", "h", "←"], scope: .list,
      unless: { state in
        let isAlone = state.list.selectedLine.map { $0.story == nil } ?? false
        return isAlone ? Phrase("Cette dépêche n'a pas d'autre version.", "This dispatch has no other version.") : nil
      }
    ) { state, _ in state.toggleStory() },
    Command(
      "group.fold", Phrase("Plier le groupe", "Fold the group"), Phrase("ne montre que le titre du groupe", "shows only the group's title"),
      keys: ["h", "←"], scope: .facts, unless: { $0.facts.card == nil ? Words.noFacts : nil }
    ) { state, _ in state.foldGroup() },
    Command(
      "group.unfold", Phrase("Déplier le groupe", "Unfold the group"), Phrase("montre de nouveau les faits du groupe plié", "shows the facts of the folded group again"),
      keys: ["l", "→"], scope: .facts, unless: { $0.facts.folded.isEmpty ? Phrase("Rien n'est plié.", "Nothing is folded.") : nil }
    ) { state, _ in state.unfoldGroup() },
    Command(
      "redraw", Phrase("Redessiner", "Redraw"), Phrase("dessine de nouveau l'écran", "draws the screen anew"), keys: ["Ctrl-l"]
    ) { state, _ in state.message = nil },
  ]
}
