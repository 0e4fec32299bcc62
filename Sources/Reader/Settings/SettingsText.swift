public import Terminal

/// The settings file with everything at its default and a word on each: what `telex config print` prints.
public enum SettingsText {
  public static func commented(_ language: Language) -> DisplayText {
    let standard = ReaderSettings()
    var lines: [DisplayText] = [
      comment(Phrase("Réglages de Telex. Tout ce qui manque garde sa valeur d'origine.", "Settings of Telex. What is left out keeps its default."), language),
      "",
      comment(Phrase("Thème : un nom de « telex themes list ».", "Theme: a name of `telex themes list`."), language),
      "# theme = \"dark\"",
      comment(Phrase("Langue de l'interface : fr ou en ; sinon celle du système.", "Language of the interface: fr or en; else the system's."), language),
      "# language = \"fr\"",
      comment(Phrase("Secondes après lesquelles une dépêche montrée compte comme lue ; 0 : jamais.", "Seconds after which a dispatch that is shown counts as read; 0: never."), language),
      "read_after = \(standard.readAfterSeconds)",
      comment(Phrase("Recherche sur laquelle Telex s'ouvre : « is:unread », « country:IQ since:2018-03 »…", "The query that Telex opens with: \"is:unread\", \"country:IQ since:2018-03\"…"), language),
      "start = \"\"",
      comment(Phrase("Recherches gardées qui signalent ce que R leur apporte.", "Saved searches that tell what R brings them."), language),
      "# notify = [\"sahel\"]",
      comment(Phrase("Programme à qui le dire aussi : « sahel : 3 » est mis à la fin.", "A program to tell it as well: `sahel: 3` is put at the end."), language),
      "# notify_program = [\"notify-send\", \"Telex\"]",
      comment(Phrase("N'employer que des signes ASCII.", "Use ASCII signs only."), language),
      "ascii = false",
      "",
      "[layout]",
      comment(Phrase("La plus longue ligne du texte, en caractères.", "The longest line of the text, in characters."), language),
      "measure = \(standard.measure)",
      comment(Phrase("Parts de la liste et des faits, en pour cent.", "Shares of the list and of the facts, in percent."), language),
      "list = \(standard.listShare)",
      "facts = \(standard.factsShare)",
      "",
      comment(Phrase("Flux protégés ; la plus longue adresse qui convient compte. Une commande est un programme et ses arguments.", "Protected feeds; the longest match counts. A command is a program and its arguments."), language),
      "# [[feeds]]",
      "# match = \"https://fil.example/\"",
      "# user = \"nom\"",
      comment(Phrase("ou password = \"…\" ; token = \"…\", token_command = […] pour un jeton", "or password = \"…\"; token = \"…\", token_command = […] for a bearer token"), language),
      "# password_command = [\"pass\", \"fil\"]",
      "",
      comment(Phrase("Serveur avec lequel telex sync échange dépêches et marques : FreshRSS, Miniflux, Inoreader.", "Server that telex sync exchanges items and marks with: FreshRSS, Miniflux, Inoreader."), language),
      "# [sync]",
      "# url = \"https://rss.example/api/greader.php\"",
      "# user = \"nom\"",
      "# password_command = [\"pass\", \"rss\"]",
      "",
      "[expiry]",
      comment(Phrase("Dépêches à ne pas garder : plus vieilles que tant de jours, au-delà des tant plus récentes ; jamais celles étoilées ou étiquetées.", "Dispatches not to keep: older than so many days, beyond the newest so many; never those starred or tagged."), language),
      "# days = 365",
      "# count = 100000",
      comment(Phrase("Les non lues aussi.", "Unread ones, too."), language),
      "unread = false",
      comment(Phrase("Après chaque relève, un jour à la fois ; sinon par « telex expire ».", "After each fetch, a day at a time; else by `telex expire`."), language),
      "after_fetch = false",
      "",
      "[programs]",
      comment(Phrase("Programmes à qui donner des dépêches (touche |) : le programme et ses arguments. Les textes sont séparés par un saut de page ;", "Programs to give dispatches to (key |): the program and its arguments. Texts are parted by a form feed;"), language),
      comment(Phrase("autres formats : jsonl, csv, markdown, ninjs.", "other formats: jsonl, csv, markdown, ninjs."), language),
      "# imprimer = [\"lp\"]",
      "# titres = { run = [\"jq\", \"-r\", \".headline\"], format = \"jsonl\" }",
      "",
      "[macros]",
      comment(Phrase("Une touche qui en joue d'autres.", "A key that plays others."), language),
      "# F2 = \"c i r a k Enter\"",
      "",
      "[keys]",
      comment(Phrase("Une touche ou une liste ; « ; s » est une suite ; [] enlève les touches.", "A key or a list; \"; s\" is a sequence; [] takes the keys away."), language),
      comment(Phrase("Une commande peut porter ce qui la suit : \"tag urgent above\" = \"; u\".", "A command may bear what follows it: \"tag urgent above\" = \"; u\"."), language),
    ]
    for command in CommandTable.all {
      lines.append("# " + command.title(language) + " : " + command.help(language))
      let keys = command.keys.map { "\"" + DisplayText($0) + "\"" }.joined(separator: ", ")
      lines.append("# \"" + DisplayText(command.id) + "\" = [" + keys + "]")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func comment(_ phrase: Phrase, _ language: Language) -> DisplayText { "# " + phrase(language) }
}
