/// What the reader wants done outside of itself. `update` gives effects, `EffectRunner` runs them, their answers come back as events.
public enum Effect: Hashable, Sendable {
  /// Ask the services; the answer bears the ticket.
  case ask(Ticket, Question)
  /// Come back after a time with `.timer`; not waited for by snapshots and tests.
  case wait(Ticket, milliseconds: Int)
  /// Stop what runs under that kind.
  case cancel(EffectKind)
  /// Leave the reader.
  case quit
}

/// The kinds of effects. Of an exclusive kind only the newest runs: a new one cancels the one before.
public enum EffectKind: Hashable, Sendable {
  case page, more, peek, count, document, countries, entities, dossier, story, completions, tags, savedSearches, lines, fetch, history, months, themes, feeds
  case readDelay
  /// The count of the saved search with that name, or of the feed with that query.
  case savedCount(String)
  /// The count of the group of countries with that id.
  case regionCount(String)
  /// Changes, copying, opening: each runs to its end.
  case act

  var isExclusive: Bool { self != .act }

  /// Whether a macro's next key would fall on something else than its writer saw while this is under way.
  var isWaitedForByMacros: Bool {
    switch self {
    case .page, .document, .countries, .entities, .dossier, .story, .tags, .savedSearches, .themes, .feeds: true
    case .more, .peek, .count, .completions, .lines, .fetch, .history, .months, .readDelay, .savedCount, .regionCount, .act: false
    }
  }
}

/// Which effect an answer belongs to. Answers to a ticket that is no longer the newest of its kind are dropped.
public struct Ticket: Hashable, Sendable {
  public var kind: EffectKind
  public var generation: Int

  public init(kind: EffectKind, generation: Int) {
    self.kind = kind
    self.generation = generation
  }
}

/// The questions to `ReaderServices`, one case for each closure.
public enum Question: Hashable, Sendable {
  case page(PageRequest)
  case count(String)
  case document(Int64)
  case lines([Int64])
  case countries(String)
  case entities(EntityRequest)
  case dossier(EntityReference)
  case story(Int64)
  case storyTexts([Int64])
  case mark(MarkChange)
  case undo, redo
  case tags
  case savedSearches
  case saveSearch(SavedSearch)
  case removeSearch(String)
  case completions(field: String, prefix: String)
  case feeds
  case months(EntityReference)
  case history
  case themes
  case keepHistory([String])
  case fetch
  case open(String)
  case copy(String)
  /// The dispatches on the standard input of a program of that name.
  case give(String, ReaderProgram, MarkChange.Target)
  /// The dispatches into a new file, in the format of its ending.
  case write(path: String, MarkChange.Target)
  case settings
  case keepSetting(name: String, value: String)

  /// It changes what is kept: the reader does not end before it is done.
  var keeps: Bool {
    switch self {
    case .mark, .undo, .redo, .saveSearch, .removeSearch, .keepHistory, .write, .keepSetting: true
    default: false
    }
  }
}

/// What came of a question.
public enum Answer: Hashable, Sendable {
  case page(PageRequest, DispatchPage)
  case count(String, DispatchCount)
  case document(DispatchDocument?)
  case lines([DispatchLine])
  case countries([CountryCount])
  case entities([EntityLine])
  case dossier(Dossier?)
  case story([DispatchLine])
  case storyTexts([DispatchDocument])
  case marked(MarkChange, MarkOutcome)
  case undone(MarkOutcome?)
  case redone(MarkOutcome?)
  case tags([TagCount])
  case savedSearches([SavedSearch])
  case completions([Completion])
  case feeds([FeedLine])
  case fetched(FetchOutcome)
  case opened(String)
  case copied(String)
  case gave(String, count: Int, output: String)
  case wrote(path: String, count: Int)
  case months([MonthCount])
  case history([String])
  case themes([Theme])
  case settings(ReaderSettings, problems: [String])
  case keptSetting(Bool)
  case failed(Phrase)
}
