internal import DispatchModel
internal import Terminal

extension CommandTable {
  /// Everything around: browser, clipboard, feeds, themes, help.
  static let world: [Command] = [
    Command(
      "browser", Phrase("Ouvrir dans le navigateur", "Open in the browser"), Phrase("ouvre la page de la dépêche", "opens the dispatch's page"),
      keys: ["o"], isOfPanes: true,
      unless: {
        $0.body.document?.dispatch.link == nil ? Phrase("Cette dépêche n'a pas d'adresse.", "This dispatch has no address.") : nil
      }
    ) { state, _ in if let link = state.body.document?.dispatch.link { state.ask(.open(link), as: .act) } },
    Command(
      "copy", Phrase("Copier", "Copy"),
      Phrase("la dépêche ; sur un fait, une phrase avec sa source", "the dispatch; on a fact, a sentence with its source"), keys: ["y"], isOfPanes: true,
      unless: { $0.body.document == nil ? Words.listIsEmpty : nil }
    ) { state, _ in state.copy() },
    Command(
      "run", Phrase("Donner à un programme", "Give to a program"),
      Phrase(
        "la dépêche, ou les choisies, sur son entrée ; « run imprimer all » ; voir [programs] dans les réglages",
        "the dispatch, or those picked, on its input; “run printer all”; see [programs] in the settings"),
      keys: ["|"], argument: .programAndScope,
      unless: {
        $0.settings.programs.isEmpty
          ? Phrase("Aucun programme dans les réglages ([programs]).", "No program in the settings ([programs]).")
          : $0.targets.isEmpty && $0.query.text.isEmpty ? Words.listIsEmpty : nil
      }
    ) { state, argument in state.give(to: argument) },
    Command(
      "write", Phrase("Écrire dans un fichier", "Write to a file"),
      Phrase(
        "la dépêche, ou les choisies ; la fin du nom dit comment : .txt .md .jsonl .csv .ninjs",
        "the dispatch, or those picked; the name's ending says how: .txt .md .jsonl .csv .ninjs"),
      argument: .text(Phrase("fichier", "file")), unless: { $0.targets.isEmpty ? Words.listIsEmpty : nil }
    ) { state, argument in state.write(to: argument ?? "") },
    Command(
      "export", Phrase("Exporter la liste", "Export the list"),
      Phrase(
        "toutes les dépêches de la liste dans un fichier : .txt .md .jsonl .csv .ninjs", "all dispatches of the list into a file: .txt .md .jsonl .csv .ninjs"),
      argument: .text(Phrase("fichier", "file")), unless: { $0.list.isEmpty ? Words.listIsEmpty : nil }
    ) { state, argument in state.export(to: argument ?? "") },
    Command(
      "reload", Phrase("Relire les réglages", "Read the settings anew"), Phrase("sans redémarrer", "without a restart")
    ) { state, _ in state.ask(.settings, as: .act) },
    Command("fetch", Phrase("Relever les fils", "Fetch"), Phrase("va chercher les nouvelles dépêches", "gets the new dispatches"), keys: ["R"]) {
      state, _ in state.fetch()
    },
    Command("themes", Phrase("Thèmes", "Themes"), Phrase("les essaie en passant, Entrée en prend un", "tries them on in passing, Enter takes one"), keys: ["T"]) {
      state, _ in state.openPicker(.themes)
    },
    Command(
      "theme", Phrase("Thème", "Theme"), Phrase("prend un thème par son nom", "takes a theme by its name"), argument: .choice(.theme)
    ) { state, argument in state.wear(argument ?? "") },
    Command(
      "language", Phrase("Langue", "Language"), Phrase("français ou anglais", "French or English"), argument: .choice(.language)
    ) { state, argument in state.speak(argument) },
    Command(
      "tour", Phrase("Visite guidée", "Guided tour"),
      Phrase("montre l'essentiel en douze pas, ou s'arrête", "shows what matters most in twelve steps, or ends"), keys: ["Ctrl-t"]
    ) { state, _ in state.toggleTour() },
    Command(
      "commands", Phrase("Commandes", "Commands"), Phrase("toutes les commandes, par leur nom", "all commands, by name"), keys: [":"]
    ) { state, _ in state.openPicker(.commands) },
    Command(
      "help", Phrase("Aide", "Help"), Phrase("ce qui marche ici ; taper cherche, Entrée exécute", "what works here; typing searches, Enter runs"),
      keys: ["?", "F1"]
    ) { state, _ in state.openPicker(.help) },
  ]
}
