internal import Lexicon

/// The closed classes of French that bound phrases and clauses.
enum FunctionWords {
  static let articles: WordSet = ["le", "la", "l'", "les", "un", "une", "des", "du", "au", "aux"]
  static let determiners: WordSet = articles.union([
    "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "mon", "ma", "plusieurs", "quelques",
    "chaque", "tout", "toute", "aucun", "aucune",
  ])
  static let of: WordSet = ["de", "du", "des", "d'"]
  static let prepositions: WordSet = [
    "a", "au", "aux", "dans", "en", "sur", "sous", "pour", "par", "avec", "sans", "contre", "vers", "chez", "lors", "apres", "avant",
    "depuis", "pendant", "durant", "entre", "parmi", "malgre", "selon", "des", "jusqu'", "outre", "via", "face", "grace", "afin",
    "hors", "envers", "aupres", "devant", "derriere", "suite", "concernant",
  ]
  static let relatives: WordSet = ["qui", "dont", "ou", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"]
  /// Relatives that are the subject of their clause.
  static let subjectRelatives: WordSet = ["qui", "lequel", "laquelle", "lesquels", "lesquelles"]
  static let conjunctions: WordSet = ["et", "puis", "mais", "ou"]
  /// Conjunctions that open a clause of its own, beside `que` and what ends in it.
  static let subordinators: WordSet = ["lorsque", "lorsqu'", "quand", "puisque", "puisqu'", "car", "si"]
  static let that: WordSet = ["que", "qu'"]
  static let clitics: WordSet = ["se", "s'", "y", "en", "le", "la", "l'", "les", "lui", "leur", "nous", "vous", "me", "te", "m'", "ne", "n'"]
  static let negations: WordSet = ["pas", "plus", "jamais", "point", "guere", "aucun", "aucune", "rien"]
  static let pronouns: WordSet = ["il", "elle"]
  static let pluralPronouns: WordSet = ["ils", "elles"]
  /// Words that stand between an auxiliary and its participle beside adverbs, dates and commas: `pour sa part`, `en outre`.
  static let interposed: WordSet = [
    "pour", "sa", "leur", "part", "autre", "de", "son", "cote", "par", "ailleurs", "en", "outre", "revanche", "effet", "quant", "a", "elle",
    "lui", "eux", "elles", "meme", "temps", "fois", "vain", "retour", "partie", "tout", "d'", "et", "deja", "bord", "ores", "ensuite",
    "aussi", "bien", "encore", "toutefois", "cependant", "notamment", "egalement", "recemment", "officiellement", "finalement", "au", "total",
    "dans", "la", "le", "nuit", "soir", "matin", "matinee", "soiree", "y", "plus", "pas", "jamais", "ete", "l'", "avance", "nouveau", "tour",
    "du", "coup", "commun", "accord", "emblee", "ce", "jour", "moins", "quand", "sus", "titre", "personnel", "contre", "contraire", "malgre",
  ]
}
