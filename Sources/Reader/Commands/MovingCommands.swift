internal import Terminal

extension CommandTable {
  /// Moving: in whatever is on top.
  static let moving: [Command] = [
    Command(
      "down", Phrase("Descendre", "Down"), Phrase("une ligne, une dépêche ou un fait plus bas", "one line, dispatch or fact down"),
      keys: ["j", "↓"], counting: .times
    ) { state, _ in state.move(.line(1)) },
    Command(
      "up", Phrase("Monter", "Up"), Phrase("une ligne, une dépêche ou un fait plus haut", "one line, dispatch or fact up"),
      keys: ["k", "↑"], counting: .times
    ) { state, _ in state.move(.line(-1)) },
    Command("first", Phrase("Au début", "To the start"), Phrase("le premier de tous", "the first of all"), keys: ["g", "Home"], counting: .place) {
      state, _ in state.move(.first)
    },
    Command("last", Phrase("À la fin", "To the end"), Phrase("le dernier de tous", "the last of all"), keys: ["G", "End"], counting: .place) {
      state, _ in state.move(.last)
    },
    Command(
      "half.down", Phrase("Une demi-page plus bas", "Half a page down"), Phrase("descend d'une demi-page", "moves down half a page"),
      keys: ["Ctrl-d"], counting: .times
    ) { state, _ in state.move(.half(1)) },
    Command(
      "half.up", Phrase("Une demi-page plus haut", "Half a page up"), Phrase("monte d'une demi-page", "moves up half a page"),
      keys: ["Ctrl-u"], counting: .times
    ) { state, _ in state.move(.half(-1)) },
    Command(
      "page.down", Phrase("Une page plus bas", "A page down"), Phrase("descend d'une page", "moves down a page"),
      keys: ["PgDn", "Ctrl-f"], counting: .times
    ) { state, _ in state.move(.page(1)) },
    Command(
      "page.up", Phrase("Une page plus haut", "A page up"), Phrase("monte d'une page", "moves up a page"),
      keys: ["PgUp", "Ctrl-b"], counting: .times
    ) { state, _ in state.move(.page(-1)) },
    Command(
      "open", Phrase("Ouvrir", "Open"),
      Phrase(
        "ouvre la dépêche ; sur un fait, va à ses mots ; sur un nom, ouvre son dossier",
        "opens the dispatch; on a fact goes to its words; on a name opens its dossier"), keys: ["Enter"]
    ) { state, _ in state.enter() },
    Command(
      "space", Phrase("Lire la suite", "Read on"),
      Phrase("une page plus loin, puis la prochaine non lue", "a page on, then the next unread one"), keys: ["Space"]
    ) { state, _ in state.readOn() },
    Command(
      "dispatch.next", Phrase("Dépêche suivante", "Next dispatch"),
      Phrase("la dépêche suivante, même depuis le texte", "the next dispatch, from the text too"), keys: ["J"], counting: .times, isOfPanes: true,
      unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, _ in state.moveInList(by: 1) },
    Command(
      "dispatch.previous", Phrase("Dépêche précédente", "Previous dispatch"),
      Phrase("la dépêche précédente, même depuis le texte", "the previous dispatch, from the text too"), keys: ["K"],
      counting: .times, isOfPanes: true, unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, _ in state.moveInList(by: -1) },
    Command(
      "unread.next", Phrase("Prochaine non lue", "Next unread"), Phrase("va à la prochaine dépêche non lue", "goes to the next unread dispatch"),
      keys: ["]"], counting: .times, isOfPanes: true, unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, _ in state.moveToUnread(1) },
    Command(
      "unread.previous", Phrase("Non lue précédente", "Previous unread"),
      Phrase("revient à la dépêche non lue précédente", "goes back to the previous unread dispatch"), keys: ["["],
      counting: .times, isOfPanes: true, unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, _ in state.moveToUnread(-1) },
    Command(
      "goto", Phrase("Aller à la dépêche numéro", "Go to dispatch number"),
      Phrase("son rang dans la liste", "its place in the list"), argument: .text(Phrase("numéro", "number")), isOfPanes: true
    ) { state, argument in state.goTo(number: argument) },
    Command(
      "jump.back", Phrase("Revenir", "Go back"), Phrase("là où l'on était, exactement", "to the very place where one was"),
      keys: ["Ctrl-o", "Alt-←"], counting: .times, unless: { $0.back.isEmpty ? Phrase("Rien où revenir.", "Nowhere to go back to.") : nil }
    ) { state, _ in state.jumpBack() },
    Command(
      "jump.forward", Phrase("Aller de l'avant", "Go forward"), Phrase("après être revenu", "after having gone back"),
      keys: ["Alt-o", "Alt-→"], counting: .times, unless: { $0.forward.isEmpty ? Phrase("Rien devant.", "Nowhere to go forward to.") : nil }
    ) { state, _ in state.jumpForward() },
    Command(
      "back", Phrase("Retour", "Back"), Phrase("ferme ce qui est ouvert, revient à la liste", "closes what is open, back to the list"),
      keys: ["Esc"]
    ) { state, _ in state.escape() },
    Command(
      "quit", Phrase("Fermer, puis quitter", "Close, then quit"),
      Phrase("ferme ce qui est ouvert, puis quitte Telex", "closes what is open, then leaves Telex"), keys: ["q"]
    ) { state, _ in state.closeOrQuit() },
    Command("leave", Phrase("Quitter", "Quit"), Phrase("quitte Telex tout de suite", "leaves Telex at once"), keys: ["Ctrl-c"]) {
      state, _ in state.leave()
    },
  ]
}
