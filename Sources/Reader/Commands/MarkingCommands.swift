internal import Terminal

extension CommandTable {
  private static let needsTarget: @Sendable (ReaderState) -> Phrase? = { $0.targets.isEmpty ? Words.listIsEmpty : nil }

  /// Marks: read, star, tags, and taking them back.
  static let marking: [Command] = [
    Command(
      "read", Phrase("Lue, non lue", "Read, unread"), Phrase("marque la dépêche lue, ou de nouveau non lue", "marks the dispatch read, or unread again"),
      keys: ["r"], isRepeatable: true, unless: needsTarget
    ) { state, _ in state.toggleRead() },
    Command(
      "star", Phrase("Étoile", "Star"), Phrase("met une étoile à la dépêche, ou l'enlève", "stars the dispatch, or takes the star away"),
      keys: ["s"], isRepeatable: true, unless: needsTarget
    ) { state, _ in state.toggleStar() },
    Command("tags", Phrase("Étiquettes", "Tags"), Phrase("choisit les étiquettes de la dépêche", "chooses the dispatch's tags"), keys: ["t"], unless: needsTarget) {
      state, _ in state.openPicker(.tags)
    },
    Command(
      "tag", Phrase("Étiqueter", "Tag"), Phrase("ajoute une étiquette à la dépêche", "puts a tag on the dispatch"),
      argument: .text(Phrase("étiquette", "tag")), isRepeatable: true, unless: needsTarget
    ) { state, argument in state.tag(argument ?? "", adds: true) },
    Command(
      "untag", Phrase("Enlever une étiquette", "Untag"), Phrase("l'enlève de la dépêche", "takes it off the dispatch"),
      argument: .text(Phrase("étiquette", "tag")), isRepeatable: true, unless: needsTarget
    ) { state, argument in state.tag(argument ?? "", adds: false) },
    Command(
      "read.all", Phrase("Tout marquer lu", "Mark all read"),
      Phrase("toutes les dépêches de la liste, ou d'une recherche ; u le défait", "all dispatches of the list, or of a query; u undoes it"),
      keys: ["A"], argument: .text(Phrase("recherche", "query")), unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, argument in state.change(.read(true), query: argument ?? state.query.text) },
    Command(
      "read.above", Phrase("Marquer lu jusqu'ici", "Mark read up to here"),
      Phrase("toutes les dépêches au-dessus, celle-ci comprise", "all dispatches above, this one included"),
      unless: { $0.list.selectedLine == nil ? Words.listIsEmpty : nil }
    ) { state, _ in state.markReadAbove() },
    Command(
      "star.all", Phrase("Étoile à toutes", "Star all"), Phrase("toutes les dépêches d'une recherche", "all dispatches of a query"),
      argument: .text(Phrase("recherche", "query")), unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, argument in state.change(.star(true), query: argument ?? state.query.text) },
    Command(
      "select", Phrase("Choisir la dépêche", "Pick the dispatch"),
      Phrase("pour agir sur plusieurs à la fois, puis descend", "to act on several at once, then moves down"), keys: ["V", "Ins"],
      isRepeatable: true, unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, _ in state.pickLine() },
    Command(
      "undo", Phrase("Annuler", "Undo"), Phrase("défait la dernière marque, même après un redémarrage", "takes the last mark back, even after a restart"),
      keys: ["u"]
    ) { state, _ in state.ask(.undo, as: .act) },
    Command("redo", Phrase("Refaire", "Redo"), Phrase("refait ce qui a été annulé", "does again what was undone"), keys: ["Ctrl-r"]) {
      state, _ in state.ask(.redo, as: .act)
    },
  ]
}
