internal import Terminal

extension CommandTable {
  /// Finding dispatches.
  static let finding: [Command] = [
    Command(
      "search", Phrase("Chercher", "Search"), Phrase("ouvre la ligne de recherche ; la liste suit", "opens the query line; the list follows"),
      keys: ["/"]
    ) { state, _ in state.openQueryLine() },
    Command(
      "filter", Phrase("Filtrer", "Filter"), Phrase("montre les dépêches d'une recherche", "shows the dispatches of a query"),
      argument: .text(Phrase("recherche", "query"))
    ) { state, argument in state.filter(argument ?? "") },
    Command(
      "hit.next", Phrase("Occurrence suivante", "Next hit"), Phrase("le prochain mot trouvé dans le texte", "the next word found in the text"),
      keys: ["n"], counting: .times, isOfPanes: true, unless: { $0.body.hits.isEmpty ? Words.noHits : nil }
    ) { state, _ in state.moveToHit(1) },
    Command(
      "hit.previous", Phrase("Occurrence précédente", "Previous hit"),
      Phrase("le mot trouvé précédent dans le texte", "the previous word found in the text"), keys: ["N"], counting: .times, isOfPanes: true,
      unless: { $0.body.hits.isEmpty ? Words.noHits : nil }
    ) { state, _ in state.moveToHit(-1) },
    Command(
      "countries", Phrase("Pays", "Countries"), Phrase("filtre par pays : Espace en prend plusieurs, - exclut", "filters by country: Space takes several, - excludes"),
      keys: ["c"]
    ) { state, _ in state.openPicker(.countries) },
    Command(
      "map", Phrase("Carte", "Map"),
      Phrase("la carte des pays : flèches, lettres, Entrée filtre", "the map of countries: arrows, letters, Enter filters"), keys: ["m"],
      unless: { $0.layers.contains(where: \.isSheet) ? Words.closePageFirst : nil }
    ) { state, _ in state.openMap() },
    Command(
      "clear", Phrase("Tout montrer", "Show all"), Phrase("enlève tous les filtres", "drops all filters"), keys: ["C"],
      unless: { $0.query.text.isEmpty ? Phrase("Aucun filtre.", "No filter.") : nil }
    ) { state, _ in state.filter("") },
    Command(
      "unread.only", Phrase("Non lues seulement", "Unread only"),
      Phrase("ne montre que ce qui n'est pas lu, ou de nouveau tout", "shows only what is unread, or all again"), keys: ["U"]
    ) { state, _ in state.filter(state.query.toggling("is:unread").text) },
    Command(
      "names", Phrase("Chercher un nom", "Find a name"),
      Phrase("personnes, organisations, lieux : ouvre le dossier", "people, organizations, places: opens the dossier"), keys: ["i"]
    ) { state, _ in state.openPicker(.entities) },
    Command(
      "saved", Phrase("Recherches gardées", "Saved searches"),
      Phrase("en choisit une ; un nouveau nom garde la recherche présente", "picks one; a new name keeps the present search"), keys: ["S"]
    ) { state, _ in state.openPicker(.saved) },
    Command(
      "feeds", Phrase("Fils", "Feeds"),
      Phrase("les fils suivis : leurs dépêches, et lesquels sont en échec", "the feeds followed: their dispatches, and which of them fail"), keys: ["B"]
    ) { state, _ in state.openPicker(.feeds) },
    Command(
      "save", Phrase("Garder la recherche", "Save the search"), Phrase("sous un nom", "under a name"),
      argument: .text(Phrase("nom", "name"))
    ) { state, argument in state.saveSearch(argument ?? "") },
    Command(
      "start", Phrase("Ouvrir avec cette recherche", "Open with this search"),
      Phrase("Telex s'ouvrira sur la recherche présente", "Telex will open with the present query")
    ) { state, _ in state.startWith(state.query.text) },
    Command(
      "unsave", Phrase("Oublier une recherche gardée", "Forget a saved search"), Phrase("par son nom", "by its name"),
      argument: .choice(.savedSearch)
    ) { state, argument in state.removeSearch(argument ?? "") },
    Command(
      "order", Phrase("Ordre", "Order"), Phrase("plus récentes, plus anciennes, plus pertinentes d'abord", "newest, oldest, most relevant first"),
      keys: ["O"], argument: .choice(.order), isOfPanes: true
    ) { state, argument in state.changeOrder(argument) },
  ]
}
