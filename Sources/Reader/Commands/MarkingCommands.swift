internal import Terminal

extension CommandTable {
  /// A query as a scope finds its dispatches itself; only where there is nothing at all is there nothing to mark.
  private static let needsDispatches: @Sendable (ReaderState) -> Phrase? = {
    $0.targets.isEmpty && $0.query.text.isEmpty ? Words.listIsEmpty : nil
  }
  private static let needsTarget: @Sendable (ReaderState) -> Phrase? = { $0.targets.isEmpty ? Words.listIsEmpty : nil }
  private static let needsList: @Sendable (ReaderState) -> Phrase? = { $0.list.isEmpty ? Words.listIsEmpty : nil }

  /// Marks: read, star, tags, and taking them back.
  static let marking: [Command] = [
    Command(
      "read", Phrase("Lue, non lue", "Read, unread"),
      Phrase(
        "marque la dépêche lue, ou de nouveau non lue ; « read above », « read country:IQ »",
        "marks the dispatch read, or unread again; “read above”, “read country:IQ”"),
      keys: ["r"], argument: .scope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, scope in scope.map { state.change(.read(true), in: $0) } ?? state.toggleRead() },
    Command(
      "unread", Phrase("Non lue", "Unread"), Phrase("marque la dépêche non lue, ou d'autres", "marks the dispatch unread, or others"),
      argument: .scope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, scope in state.change(.read(false), in: scope ?? "") },
    Command(
      "star", Phrase("Étoile", "Star"),
      Phrase(
        "met une étoile à la dépêche, ou l'enlève ; « star is:unread »", "stars the dispatch, or takes the star away; “star is:unread”"),
      keys: ["s"], argument: .scope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, scope in scope.map { state.change(.star(true), in: $0) } ?? state.toggleStar() },
    Command(
      "unstar", Phrase("Sans étoile", "Unstar"), Phrase("enlève l'étoile de la dépêche, ou d'autres", "takes the star off the dispatch, or others"),
      argument: .scope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, scope in state.change(.star(false), in: scope ?? "") },
    Command("tags", Phrase("Étiquettes", "Tags"), Phrase("choisit les étiquettes de la dépêche", "chooses the dispatch's tags"), keys: ["t"], unless: needsTarget) {
      state, _ in state.openPicker(.tags)
    },
    Command(
      "tag", Phrase("Étiqueter", "Tag"),
      Phrase("ajoute une étiquette : « tag urgent », « tag urgent above »", "puts a tag on: “tag urgent”, “tag urgent above”"),
      argument: .tagAndScope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, argument in state.tag(argument ?? "", adds: true) },
    Command(
      "untag", Phrase("Enlever une étiquette", "Untag"), Phrase("l'enlève de la dépêche, ou d'autres", "takes it off the dispatch, or others"),
      argument: .tagAndScope, counting: .dispatches, isRepeatable: true, unless: needsDispatches
    ) { state, argument in state.tag(argument ?? "", adds: false) },
    Command(
      "read.all", Phrase("Tout marquer lu", "Mark all read"),
      Phrase("toutes les dépêches de la liste, ou d'une recherche ; u le défait", "all dispatches of the list, or of a query; u undoes it"),
      keys: ["A"], argument: .scope, unless: needsDispatches
    ) { state, scope in state.change(.read(true), in: scope ?? "all") },
    Command(
      "select", Phrase("Choisir la dépêche", "Pick the dispatch"),
      Phrase("pour agir sur plusieurs à la fois, puis descend", "to act on several at once, then moves down"), keys: ["V", "Ins"],
      counting: .times, isOfPanes: true, unless: needsList
    ) { state, _ in state.pickLine() },
    Command(
      "select.above", Phrase("Choisir jusqu'ici", "Pick up to here"),
      Phrase("toutes les dépêches au-dessus, celle-ci comprise", "all dispatches above, this one included"), isOfPanes: true, unless: needsList
    ) { state, _ in state.pick(above: true) },
    Command(
      "select.below", Phrase("Choisir d'ici en bas", "Pick from here down"),
      Phrase("toutes les dépêches au-dessous, celle-ci comprise", "all dispatches below, this one included"), isOfPanes: true, unless: needsList
    ) { state, _ in state.pick(above: false) },
    Command(
      "select.none", Phrase("Ne rien choisir", "Pick none"), Phrase("laisse toutes les dépêches choisies", "drops all that are picked"),
      unless: { $0.list.marked.isEmpty ? Words.nothingPicked : nil }
    ) { state, _ in state.list.marked = [] },
    Command(
      "undo", Phrase("Annuler", "Undo"), Phrase("défait la dernière marque, même après un redémarrage", "takes the last mark back, even after a restart"),
      keys: ["u"], counting: .times
    ) { state, _ in state.ask(.undo, as: .act) },
    Command("redo", Phrase("Refaire", "Redo"), Phrase("refait ce qui a été annulé", "does again what was undone"), keys: ["Ctrl-r"], counting: .times) {
      state, _ in state.ask(.redo, as: .act)
    },
  ]
}
