internal import Lexicon

/// One step of reading: looks at the draft and adds to it.
///
/// Annotators are values without state of their own; what they need of the lexicon they look up when they are made. They run in
/// the order of `Pipeline`, which checks that what each requires has been provided.
protocol Annotator: Sendable {
  /// The layers that must be there before it runs.
  static var requires: Set<Layer> { get }
  /// The layers that are there once it has run.
  static var provides: Set<Layer> { get }

  /// Makes the annotator for a language's lexicon.
  init(lexicon: LexiconFile)

  func annotate(_ draft: Draft)
}

/// What annotators add to a draft.
enum Layer: String, CaseIterable, Sendable {
  case layout, sentences
  /// Candidates for mentions, by kind.
  case dates, figures, places, nationalities, organizations, persons, names
  /// The mentions, chosen among the candidates; then with second mentions joined to first ones.
  case mentions, aliases
  case countries, topics
  /// Bare currency nouns of figures decided by the countries.
  case currencies
  case bodies, verbs, quotes, offices, statements, figureFacts, casualties, events
  /// Facts without doubles, in the order of the text.
  case facts
}
