internal import Terminal

/// The words of the interface that belong to no single command or group.
enum Words {
  // Panes.
  static let listTitle = Phrase("Dépêches", "Dispatches")
  static let factsTitle = Phrase("Faits", "Facts")
  static let dossierTitle = Phrase("Dossier", "Dossier")
  static let versionsTitle = Phrase("Versions", "Versions")
  static let noFacts = Phrase("Aucun fait dans cette dépêche.", "No facts in this dispatch.")
  static let allFacts = Phrase("Tous les faits", "All facts")
  static let listIsEmpty = Phrase("La liste est vide.", "The list is empty.")
  static let loading = Phrase("un instant…", "one moment…")
  static let nothingMatches = Phrase("Aucune dépêche ne correspond.", "No dispatch matches.")
  static let dropFilter = Phrase("C enlève les filtres, / en écrit un autre.", "C drops the filters, / writes another one.")
  static func tryBeginning(_ word: String, _ language: Language) -> DisplayText {
    DisplayText(word) + "* " + Phrase("trouve les mots qui commencent ainsi.", "finds the words that begin so.")(language)
  }
  static let tooSmall = Phrase("Telex a besoin de 40 colonnes et 10 lignes.", "Telex needs 40 columns and 10 rows.")
  static let emptyTitle = Phrase("Bienvenue dans Telex", "Welcome to Telex")
  static let emptyLines: [Phrase] = [
    Phrase("Il n'y a pas encore de dépêche ici. Pour commencer :", "There are no dispatches here yet. To begin:"),
    Phrase("telex --demo", "telex --demo"),
    Phrase("   essayer sur des dépêches inventées ; Ctrl-t : la visite", "   try it on invented dispatches; Ctrl-t: the tour"),
    Phrase("telex import DOSSIER", "telex import FOLDER"),
    Phrase("   lire des fichiers : texte, RSS, Atom, NewsML, ninjs, JSON", "   read files: text, RSS, Atom, NewsML, ninjs, JSON"),
    Phrase("telex feeds add ADRESSE", "telex feeds add ADDRESS"),
    Phrase("   s'abonner à un fil ; R relève les fils", "   subscribe to a feed; R fetches the feeds"),
    Phrase("telex feeds import FICHIER.opml", "telex feeds import FILE.opml"),
    Phrase("   reprendre ses abonnements", "   bring one's subscriptions along"),
  ]

  static let tourTitle = Phrase("Visite", "Tour")
  static let tourEnds = Phrase("Ctrl-t arrête la visite", "Ctrl-t ends the tour")

  // Counts.
  static let dispatches = Counted(fr: ("dépêche", "dépêches"), en: ("dispatch", "dispatches"))
  static let unread = Counted(fr: ("non lue", "non lues"), en: ("unread", "unread"))
  static let picked = Counted(fr: ("choisie", "choisies"), en: ("picked", "picked"))
  static let dead = Counted(fr: ("mort", "morts"), en: ("dead", "dead"))
  static let injured = Counted(fr: ("blessé", "blessés"), en: ("injured", "injured"))
  static let missing = Counted(fr: ("disparu", "disparus"), en: ("missing", "missing"))
  private static let country = Counted(fr: ("pays", "pays"), en: ("country", "countries"))
  private static let news = Counted(fr: ("nouvelle dépêche", "nouvelles dépêches"), en: ("new dispatch", "new dispatches"))
  private static let updated = Counted(fr: ("mise à jour", "mises à jour"), en: ("update", "updates"))
  private static let failed = Counted(fr: ("fil en échec", "fils en échec"), en: ("feed failed", "feeds failed"))

  static func countryNoun(_ count: Int, _ language: Language) -> DisplayText { country.noun(count, language) }
  static func failedFeeds(_ count: Int, _ language: Language) -> DisplayText { failed(count, language) }
  static func fetched(_ new: Int, _ updates: Int, _ language: Language) -> DisplayText {
    if new + updates == 0 { return Phrase("Rien de nouveau.", "Nothing new.")(language) }
    if new == 0 { return updated(updates, language) }
    return updates == 0 ? news(new, language) : news(new, language) + ", " + updated(updates, language)
  }

  // Dates and facts.
  static let today = Phrase("auj.", "today")
  static let durations: [String: Counted] = [
    "Y": Counted(fr: ("an", "ans"), en: ("year", "years")), "M": Counted(fr: ("mois", "mois"), en: ("month", "months")),
    "W": Counted(fr: ("semaine", "semaines"), en: ("week", "weeks")), "D": Counted(fr: ("jour", "jours"), en: ("day", "days")),
    "TH": Counted(fr: ("heure", "heures"), en: ("hour", "hours")), "TM": Counted(fr: ("minute", "minutes"), en: ("minute", "minutes")),
    "TS": Counted(fr: ("seconde", "secondes"), en: ("second", "seconds")),
  ]
  /// TIMEX3's parts of a day and of a year.
  static let partsOfDay: [String: Phrase] = [
    "MO": Phrase("matin", "morning"), "MI": Phrase("midi", "midday"), "AF": Phrase("après-midi", "afternoon"), "EV": Phrase("soir", "evening"),
    "NI": Phrase("nuit", "night"),
  ]
  static let seasons: [String: Phrase] = [
    "SP": Phrase("printemps", "spring"), "SU": Phrase("été", "summer"), "FA": Phrase("automne", "autumn"), "WI": Phrase("hiver", "winter"),
  ]
  static let yesterday = Phrase("hier", "yesterday")
  static let pastReference = Phrase("dans le passé", "in the past")
  static let presentReference = Phrase("à présent", "at present")
  static let futureReference = Phrase("à l'avenir", "in the future")
  static let former = Phrase("ex-", "former ")
  static let acting = Phrase("par intérim", "(acting)")
  static let about = Phrase("environ", "about")
  static func bracketed(_ text: DisplayText) -> DisplayText { "(" + text + ")" }

  // Messages.
  static let dispatchGone = Phrase("Cette dépêche n'est plus là.", "This dispatch is gone.")
  static let noNames = Phrase("Aucun nom à suivre dans ce texte.", "No names to follow in this text.")
  static let noHits = Phrase("Aucun mot cherché dans ce texte.", "No searched word in this text.")
  static let allRead = Phrase("Tout est lu.", "Everything is read.")
  static let noUnreadNear = Phrase("Plus rien de non lu ici ; G va plus loin.", "Nothing unread near here; G goes further.")
  static let opened = Phrase("Ouvert :", "Opened:")
  static let copied = Phrase("Copié.", "Copied.")
  static let done = Phrase("Fait.", "Done.")
  static let settingsRead = Phrase("Réglages relus.", "Settings read anew.")
  static let noProgram = Phrase("Pas de programme de ce nom :", "No program of that name:")
  static let fetching = Phrase("Relève des fils…", "Fetching…")
  static let undone = Phrase("Annulé : ", "Undone: ")
  static let redone = Phrase("Refait : ", "Done again: ")
  static let somethingUndone = Phrase("un changement", "a change")
  static let nothingToUndo = Phrase("Rien à annuler.", "Nothing to undo.")
  static let nothingToRedo = Phrase("Rien à refaire.", "Nothing to do again.")
  static let needsNumber = Phrase("Il faut un numéro : goto 12.", "A number is needed: goto 12.")
  static let numberIsFar = Phrase("Ce numéro n'est pas près d'ici.", "That number is not near here.")
  static let closePageFirst = Phrase("Fermez d'abord cette page (q).", "Close this page first (q).")
  static let nothingPicked = Phrase("Rien n'est choisi.", "Nothing is picked.")
  static let startsWith = Phrase("Telex s'ouvrira sur :", "Telex will open with:")
  static let startsWithAll = Phrase("Telex s'ouvrira sur toutes les dépêches.", "Telex will open with all dispatches.")
  static let needsName = Phrase("Il faut un nom.", "A name is needed.")
  static let typeAName = Phrase("Tapez un nom, puis Entrée.", "Type a name, then Enter.")
  static let nothingFound = Phrase("Rien ne correspond.", "Nothing matches.")
  static let noTheme = Phrase("Pas de thème de ce nom :", "No theme of that name:")
  static let searchSaved = Phrase("Recherche gardée :", "Search saved:")
  static let searchRemoved = Phrase("Recherche oubliée :", "Search forgotten:")
  static let unboundKey = Phrase("Aucune commande sur", "No command on")
  static let unknownBinding = Phrase("Touche ou commande inconnue :", "Unknown key or command:")
  static let noDossier = Phrase("Rien de plus sur ce nom.", "Nothing more on that name.")
  static let oldVersion = Phrase("C'est une version antérieure ; la dernière s'ouvre.", "This is an earlier version; the last one can be opened.")
  static let changesSince = Phrase("Changements depuis :", "Changes since:")
  static let textOfItsOwn = Phrase("Un texte à part, rien à comparer.", "A text of its own, nothing to compare.")
  static let relevanceNeedsWords = Phrase("La pertinence demande des mots cherchés.", "Relevance needs words to search for.")
  static let litAll = Phrase("Tous les noms sont surlignés.", "All names are lit.")
  static let litNone = Phrase("Rien n'est surligné.", "Nothing is lit.")
  static let litOnly = Phrase("Surlignés :", "Lit:")

  static func hit(_ number: Int, _ count: Int, _ language: Language) -> DisplayText {
    Phrase("Occurrence", "Hit")(language) + " \(number)/\(count)"
  }

  /// What was done: `54 dépêches marquées lues`, `1 dispatch tagged urgent`.
  static func done(_ action: MarkChange.Action, _ count: Int, _ language: Language) -> DisplayText {
    let participle: (Counted, DisplayText) =
      switch action {
      case .read(true): (Counted(fr: ("marquée lue", "marquées lues"), en: ("marked read", "marked read")), "")
      case .read(false): (Counted(fr: ("marquée non lue", "marquées non lues"), en: ("marked unread", "marked unread")), "")
      case .star(true): (Counted(fr: ("avec étoile", "avec étoile"), en: ("starred", "starred")), "")
      case .star(false): (Counted(fr: ("sans étoile", "sans étoile"), en: ("unstarred", "unstarred")), "")
      case .addTag(let tag): (Counted(fr: ("étiquetée", "étiquetées"), en: ("tagged", "tagged")), " " + DisplayText(tag))
      case .removeTag(let tag): (Counted(fr: ("sans l'étiquette", "sans l'étiquette"), en: ("without the tag", "without the tag")), " " + DisplayText(tag))
      }
    return dispatches(count, language) + " " + participle.0.noun(count, language) + participle.1
  }

  /// The same as a message of its own, with the key that takes it back.
  static func changed(_ action: MarkChange.Action, _ count: Int, _ language: Language, undo: DisplayText?) -> DisplayText {
    let back = undo.map { (language == .fr ? " ; " : "; ") + $0 + " " + Phrase("annule", "undoes")(language) } ?? ""
    return done(action, count, language) + (count > 0 ? back : "") + "."
  }

  static func order(_ order: ListOrder) -> Phrase {
    switch order {
    case .newest: Phrase("les plus récentes d'abord", "newest first")
    case .oldest: Phrase("les plus anciennes d'abord", "oldest first")
    case .relevance: Phrase("les plus pertinentes d'abord", "most relevant first")
    }
  }

  // Pickers.
  static func pickerTitle(_ kind: Picker.Kind) -> Phrase {
    switch kind {
    case .commands: Phrase("Commandes", "Commands")
    case .help: Phrase("Aide", "Help")
    case .countries: Phrase("Pays", "Countries")
    case .tags: Phrase("Étiquettes", "Tags")
    case .themes: Phrase("Thèmes", "Themes")
    case .saved: Phrase("Recherches gardées", "Saved searches")
    case .feeds: Phrase("Fils", "Feeds")
    case .entities: Phrase("Noms", "Names")
    case .factGroups: Phrase("Faits à montrer", "Facts to show")
    }
  }

  static func pickerHint(_ kind: Picker.Kind) -> Phrase {
    switch kind {
    case .countries: Phrase("Espace : plusieurs · - : exclure", "Space: several · -: exclude")
    case .tags: Phrase("Espace : cocher · Entrée : garder", "Space: tick · Enter: keep")
    case .help: Phrase("taper cherche · Entrée exécute · Ctrl-t : la visite", "typing searches · Enter runs · Ctrl-t: the tour")
    case .commands: Phrase("taper cherche · Entrée exécute · Échap ferme", "typing searches · Enter runs · Esc closes")
    case .themes: Phrase("Entrée prend · Échap remet l'ancien", "Enter takes · Esc puts the old one back")
    case .saved: Phrase("Entrée cherche · Espace : vue de départ · Suppr oublie", "Enter searches · Space: start view · Del forgets")
    case .feeds: Phrase("Entrée montre ses dépêches · Échap ferme", "Enter shows its dispatches · Esc closes")
    case .entities, .factGroups: Phrase("Entrée ouvre · Échap ferme", "Enter opens · Esc closes")
    }
  }

  /// What an empty picker says: what could stand there, and how.
  static func emptyPicker(_ kind: Picker.Kind, isTyped: Bool, isFiltered: Bool) -> Phrase {
    switch kind {
    case .tags where !isTyped: typeATag
    case .saved where !isFiltered:
      Phrase(
        "Aucune recherche gardée. Filtrez d'abord la liste (/ ou c), puis revenez ici taper un nom.",
        "No saved search. Filter the list first (/ or c), then come back here and type a name.")
    case .feeds where !isTyped:
      Phrase("Aucun fil encore ; « telex feeds add ADRESSE » en suit un.", "There are no feeds yet; “telex feeds add ADDRESS” follows one.")
    case .saved where !isTyped: Phrase("Tapez un nom pour garder la recherche présente.", "Type a name to keep the present search.")
    default: nothingFound
    }
  }

  static let typeATag = Phrase("Tapez une étiquette, puis Entrée.", "Type a tag, then Enter.")
  static let allOfQuery = Phrase("toutes celles de cette recherche", "all of this query")
  static let startView = Phrase("vue de départ", "start view")
  static let newTag = Phrase("nouvelle", "new")
  static let keepAs = Phrase("garder", "keep")
  static let regions = Phrase("Régions", "Regions")
  static let countries = Phrase("Pays", "Countries")
  static let chosenCountries = Phrase("Choisis", "Chosen")
  static let recentCountries = Phrase("Récents", "Recent")
  static let worksNotNow = Phrase("Pas en ce moment", "Not at the moment")

  static func themeKind(_ kind: Theme.Kind) -> Phrase {
    switch kind {
    case .dark: Phrase("sombre", "dark")
    case .light: Phrase("clair", "light")
    case .mono: Phrase("monochrome", "monochrome")
    }
  }
}
