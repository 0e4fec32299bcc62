/// What the reader asks of the world: closures that `telex` fills in over the store, and tests over a handful of dispatches.
///
/// Every query is text in the query language of the contract, empty for all dispatches; the filler parses it with `Query.parse`.
/// Every closure may be called from any thread and more than once at a time, and should stop when its task is cancelled.
/// An error is shown on the status line in its own words (`SpokenError`).
public struct ReaderServices: Sendable {
  /// A window of the list. Must cost the same whatever the store's size.
  public var page: @Sendable (PageRequest) async throws -> DispatchPage
  /// How many dispatches match, and how many of them are unread. May be slow: it is shown when it comes.
  public var count: @Sendable (_ query: String) async throws -> DispatchCount
  /// One dispatch whole; nil where it is gone.
  public var document: @Sendable (_ id: Int64) async throws -> DispatchDocument?
  /// The lines of those dispatches as they are now, in any order; what is gone is left out.
  public var lines: @Sendable (_ ids: [Int64]) async throws -> [DispatchLine]
  /// How many of the query's dispatches have each country in their focus; the most frequent first, countries without any left out.
  public var countries: @Sendable (_ query: String) async throws -> [CountryCount]
  /// Entities whose name begins with a prefix (any word of it, without case or accents), the most frequent first.
  public var entities: @Sendable (EntityRequest) async throws -> [EntityLine]
  /// What the store knows of one entity; nil where it never occurs.
  public var dossier: @Sendable (EntityReference) async throws -> Dossier?
  /// The dispatches of a story, newest first.
  public var story: @Sendable (_ story: Int64) async throws -> [DispatchLine]
  /// Sets or clears a mark, as one step of the undo journal.
  public var mark: @Sendable (MarkChange) async throws -> MarkOutcome
  /// Takes the journal's last step back; nil where there is none.
  public var undo: @Sendable () async throws -> MarkOutcome?
  /// Does again what `undo` took back; nil where there is none.
  public var redo: @Sendable () async throws -> MarkOutcome?
  /// All tags with the number of dispatches, the most frequent first.
  public var tags: @Sendable () async throws -> [TagCount]
  /// Searches kept by name, in their order.
  public var savedSearches: @Sendable () async throws -> [SavedSearch]
  /// Keeps a search; one of the same name is replaced.
  public var saveSearch: @Sendable (SavedSearch) async throws -> Void
  /// Forgets a search.
  public var removeSearch: @Sendable (_ name: String) async throws -> Void
  /// What may follow `field:` in a query, for a prefix; the field is empty for a bare word.
  public var completions: @Sendable (_ field: String, _ prefix: String) async throws -> [Completion]
  /// The feeds that are followed, in the order of their folders.
  public var feeds: @Sendable () async throws -> [FeedLine]
  /// Fetches all subscribed feeds.
  public var fetch: @Sendable () async throws -> FetchOutcome
  /// Opens a web address outside, without a shell.
  public var open: @Sendable (_ address: String) async throws -> Void
  /// Puts a text on the clipboard.
  public var copy: @Sendable (_ text: String) async throws -> Void
  /// Runs a program, never through a shell, the dispatches on its standard input in its format; gives how many they were and what the
  /// program says in one line.
  public var give: @Sendable (_ program: ReaderProgram, _ dispatches: MarkChange.Target) async throws -> (count: Int, output: String)
  /// Writes dispatches into a new file in the format of its ending and gives their number; fails where there is a file already.
  public var write: @Sendable (_ path: String, _ dispatches: MarkChange.Target) async throws -> Int
  /// Dispatches a month that name an entity, oldest first, without gaps.
  public var months: @Sendable (EntityReference) async throws -> [MonthCount]
  /// Queries of earlier sessions, the newest last.
  public var history: @Sendable () async throws -> [String]
  /// Keeps the queries for later sessions, the newest last.
  public var keepHistory: @Sendable (_ queries: [String]) async throws -> Void
  /// All themes that are installed, as this terminal shows them; none where the reader was made with all of them.
  public var themes: @Sendable () async throws -> [Theme]
  /// Reads the settings anew; the sentences say what is wrong with them.
  public var settings: @Sendable () async throws -> (settings: ReaderSettings, problems: [String])
  /// Keeps one setting over restarts (`theme` = `nord`); false where settings are not kept.
  public var keepSetting: @Sendable (_ name: String, _ value: String) async throws -> Bool

  /// Services that know nothing: every list is empty. Fill in what is there.
  public init() {
    page = { _ in DispatchPage(lines: []) }
    count = { _ in DispatchCount(total: 0, unread: 0) }
    document = { _ in nil }
    lines = { _ in [] }
    countries = { _ in [] }
    entities = { _ in [] }
    dossier = { _ in nil }
    story = { _ in [] }
    mark = { _ in MarkOutcome(ids: [], count: 0) }
    undo = { nil }
    redo = { nil }
    tags = { [] }
    savedSearches = { [] }
    saveSearch = { _ in }
    removeSearch = { _ in }
    completions = { _, _ in [] }
    feeds = { [] }
    fetch = { FetchOutcome(new: 0, updated: 0, failed: []) }
    open = { _ in }
    copy = { _ in }
    give = { _, _ in (0, "") }
    write = { _, _ in 0 }
    months = { _ in [] }
    history = { [] }
    keepHistory = { _ in }
    themes = { [] }
    settings = { (ReaderSettings(), []) }
    keepSetting = { _, _ in false }
  }
}
