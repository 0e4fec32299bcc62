internal import Lexicon

/// A verb with its auxiliaries, clitics, negation and what stands between them.
struct VerbGroup {
  enum Tense: Sendable { case present, past, imperfect, future, conditional, infinitive, gerund, participle }

  /// From the first clitic or auxiliary to the verb that carries the meaning.
  var tokens: Range<Int>
  /// The token of the verb that carries the meaning.
  var head: Int
  var lemma: Word
  var tense: Tense
  var isPassive = false
  var isNegated = false
  var isReflexive = false
  /// Announced for later: `va`, `doit`, `prévoit de`, `compte`.
  var isPlanned = false
  /// `pourrait`, `devrait`.
  var isPossible = false
  /// `a-t-il`, `dit-elle`: the subject pronoun follows.
  var hasInvertedPronoun = false
  /// The group whose auxiliary and subject this participle shares.
  var joins: Int?

  var isFinite: Bool { tense != .infinitive && tense != .gerund && tense != .participle }
}

/// An office that a person holds, as the text gave it.
struct HeldOffice {
  var person: String
  /// The person's country, through the office.
  var country: String?
  /// The first word of the title, folded: `ministre`, `porte-parole` as `porte`.
  var head: Word
  var title: String
  /// A private profession, a rank or a post in sport: no homologue shares it.
  var isPrivate = false
  var of: String?
  /// Where the office is told.
  var token: Int
}
