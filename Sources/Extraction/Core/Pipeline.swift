internal import Lexicon

/// The annotators of a language in the order they run.
///
/// The order is checked when a pipeline is made: an annotator whose layers nobody before it provides stops the program with its
/// name (a mistake of ours, found by the first test).
struct Pipeline: Sendable {
  let annotators: [any Annotator]
  /// The lexicon that its annotators were made for.
  let lexicon: LexiconFile
  /// The lexicon's word classes, which every draft asks.
  let words: WordClasses

  init(_ types: [any Annotator.Type], lexicon: LexiconFile) {
    var provided: Set<Layer> = []
    var made: [any Annotator] = []
    for type in types {
      let missing = type.requires.subtracting(provided)
      precondition(missing.isEmpty, "Pipeline: \(type) needs \(missing.map(\.rawValue).sorted().joined(separator: ", ")) before it")
      provided.formUnion(type.provides)
      made.append(type.init(lexicon: lexicon))
    }
    annotators = made
    self.lexicon = lexicon
    words = WordClasses(lexicon: lexicon)
  }

  /// French dispatches: everything.
  static let french: [any Annotator.Type] = [
    LayoutReader.self, SentenceSplitter.self, Dates.self, Figures.self,
    Places.self, Nationalities.self, NamedThings.self, Organizations.self, Persons.self,
    Arbiter.self, Aliases.self, Countries.self, Currencies.self, Topics.self, VerbGroups.self,
    Quotes.self, BodyCountries.self, Offices.self, Statements.self, CasualtyFacts.self, FigureFacts.self,
    EventFacts.self, FactOrder.self, Confidences.self,
  ]

  /// English dispatches: mentions, countries, topics, dates and figures.
  static let english: [any Annotator.Type] = [
    LayoutReader.self, SentenceSplitter.self, Dates.self, Figures.self, Places.self, Nationalities.self, NamedThings.self,
    Organizations.self, Persons.self, Arbiter.self, Aliases.self, Countries.self, Currencies.self, Topics.self,
  ]

  /// Any other language: the frame, plain dates, and the names that are written as in French.
  static let names: [any Annotator.Type] = [
    LayoutReader.self, SentenceSplitter.self, Dates.self, PlainDates.self, Figures.self, Places.self, Nationalities.self,
    NamedThings.self, Organizations.self, Persons.self, Arbiter.self, Aliases.self, Countries.self, Currencies.self,
    Topics.self,
  ]
}
