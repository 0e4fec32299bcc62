import DispatchModel
import DispatchStore
import Dispatch
import Extraction
import Feeds
import Foundation
import Intake
import Reader
import Terminal

/// The reader's questions answered by the store: where the two rooms are joined.
enum Services {
  /// - Parameters:
  ///   - language: in which a notice in the place of a text, and what is wrong with the settings, is told.
  ///   - keeps: what is asked and set is kept for later sessions; not so where the store itself is thrown away.
  static func over(_ store: DispatchStore, language: Language, keeps: Bool = true) -> ReaderServices {
    var services = ReaderServices()
    services.page = { request in
      let order: StoreOrder = switch request.order {
      case .newest: .newest
      case .oldest: .oldest
      case .relevance: .relevance
      }
      let anchor: StoreAnchor = switch request.anchor {
      case .first: .first
      case .last: .last
      case .after(let id): .after(id)
      case .before(let id): .before(id)
      }
      return DispatchPage(lines: try store.page(of: parse(request.query), order: order, at: anchor, limit: request.limit).map(line))
    }
    services.count = { text in
      let counts = try store.counts(of: parse(text), within: .milliseconds(100))
      return DispatchCount(total: counts.total, unread: counts.unread, isExact: counts.isExact)
    }
    services.document = { id in try store.document(id: id).map { document(Embargo.veiled($0, language: language)) } }
    services.lines = { ids in try store.lines(ids: ids).map(line) }
    services.countries = { text in try store.countries(of: parse(text)).map { CountryCount(code: $0.code, count: $0.count) } }
    services.entities = { request in
      try store.entities(prefix: request.prefix, type: request.type, limit: request.limit).map(entity)
    }
    services.dossier = { reference in try store.dossier(type: reference.type, name: reference.value).map(dossier) }
    services.story = { id in try store.story(id).map(line) }
    services.mark = { change in
      let report = switch change.target {
      case .ids(let ids): try store.mark(action(change.action), ids: ids + copies(of: ids, change.action, store))
      case .query(let text): try store.mark(action(change.action), matching: parse(text))
      case .part: try store.mark(action(change.action), ids: ids(change.target, store))
      }
      return outcome(report)
    }
    services.undo = { try store.undo().map { outcome($0, takesBack: true) } }
    services.redo = { try store.redo().map { outcome($0) } }
    services.tags = { try store.tags().map { TagCount(name: $0.name, count: $0.count) } }
    services.savedSearches = { try store.savedSearches().map { SavedSearch(name: $0.name, query: $0.query) } }
    services.saveSearch = { search in try store.saveSearch(name: search.name, query: search.query) }
    services.removeSearch = { name in try store.removeSearch(name: name) }
    services.completions = { field, prefix in try Completions.of(field: field, prefix: prefix, store: store) }
    services.open = { address in try Outside.open(address) }
    // What leaves is pasted into shells and shown by other programs: filtered like what is shown here.
    services.copy = { text in try Outside.copy(DisplayText(text, .body).string) }
    services.give = { program, target in try ReaderFiles.give(ids(target, store), of: store, to: program) }
    services.write = { path, target in try ReaderFiles.write(ids(target, store), of: store, to: path) }
    services.months = { reference in
      try store.months(type: reference.type, name: reference.value).map { MonthCount(year: $0.year, month: $0.month, count: $0.count) }
    }
    services.settings = {
      guard let data = FileManager.default.contents(atPath: Locations.configFile) else { return (ReaderSettings(), []) }
      let outcome = SettingsFile.read(String(decoding: data, as: UTF8.self), language: language)
      return (outcome.settings, outcome.problems.map(\.string))
    }
    if keeps {
      services.keepSetting = { name, value in try KeptSettings.keep(name, value) }
      services.history = { ReaderFiles.history() }
      services.keepHistory = { queries in try ReaderFiles.keep(history: queries) }
    }
    services.feeds = { try store.subscriptions().map(feed) }
    services.fetch = { try await fetch(into: store) }
    return services
  }

  private static func feed(_ feed: Subscription) -> FeedLine {
    FeedLine(
      title: feed.title.isEmpty ? FeedAddress.shown(feed.url) : feed.title, folders: feed.folders, query: Completions.query(of: feed),
      failure: feed.error.map { Phrase("échec : " + DisplayText($0), DisplayText($0)) })
  }

  /// A round over every feed that may be asked now, off the reader's own thread.
  private static func fetch(into store: DispatchStore) async throws -> FetchOutcome {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global(qos: .utility).async {
        continuation.resume(with: Result {
          let feeds = try store.subscriptions()
          guard !feeds.isEmpty else { throw Outside.Refusal("Aucun fil encore ; « telex feeds add ADRESSE » en suit un.", "There are no feeds yet; `telex feeds add ADDRESS` follows one.") }
          let round = try FeedRounds.make(store)
          let report = try round.run(feeds.filter { round.wants($0, .willing) })
          try ExpirySettings.applyAfterFetch(store)
          let failed = report.failed.map { feed, error in
            let name = DisplayText(feed.title.isEmpty ? FeedAddress.shown(feed.url) : feed.title)
            return Phrase("\(name) : \(DisplayText(error.french))", "\(name): \(DisplayText(error.english))")
          }
          return FetchOutcome(new: report.new, updated: report.updated, failed: failed, alerts: try SearchAlerts.tell(of: report.ids, in: store))
        })
      }
    }
  }

  /// The dispatches that a change or an export falls on. A part of a list is walked page by page from where it begins.
  private static func ids(_ target: MarkChange.Target, _ store: DispatchStore) throws -> [Int64] {
    switch target {
    case .ids(let ids): return ids
    case .query(let text): return try store.ids(of: parse(text))
    case .part(let text, let order, let id, let isAbove):
      let (query, size) = (try parse(text), 2_000)
      var (ids, edge) = ([id], id)
      while true {
        let page = try store.page(of: query, order: order == .oldest ? .oldest : .newest, at: isAbove ? .before(edge) : .after(edge), limit: size)
        ids += page.map(\.id)
        guard page.count == size, let next = isAbove ? page.first : page.last else { return ids }
        edge = next.id
      }
    }
  }

  private static func parse(_ text: String) throws -> Query { try Query.parse(text, today: Now.moment.date()) }

  static func line(_ listed: ListedDispatch) -> DispatchLine {
    DispatchLine(
      id: listed.id, published: listed.published, agency: listed.agency, countries: listed.focus, headline: listed.headline,
      isUnread: !listed.isRead, isStarred: listed.isStarred, tags: listed.tags, priority: listed.priority, urgency: listed.urgency,
      story: listed.story.map { StoryMark(id: $0.id, count: $0.count, tolls: $0.tolls, others: $0.others) }, versions: listed.versions)
  }

  private static func document(_ stored: StoredDocument) -> DispatchDocument {
    DispatchDocument(
      line: line(stored.line), dispatch: stored.dispatch, reading: stored.reading,
      versions: stored.versions.map { DispatchVersion(saved: $0.saved, text: $0.text) }, siblings: stored.siblings.map(line))
  }

  private static func entity(_ counted: CountedEntity) -> EntityLine {
    EntityLine(entity: EntityReference(type: counted.type, value: counted.name), count: counted.count)
  }

  private static func dossier(_ stored: StoredDossier) -> Dossier {
    func facts(_ facts: [StoredFact]) -> [DossierFact] {
      facts.map { DossierFact(fact: $0.fact, dispatch: $0.dispatch, published: $0.published) }
    }
    return Dossier(
      entity: EntityReference(type: stored.entity.type, value: stored.entity.name), count: stored.entity.count, firstSeen: stored.firstSeen,
      lastSeen: stored.lastSeen, offices: facts(stored.offices), statements: facts(stored.statements), events: facts(stored.events),
      companions: stored.companions.filter { $0.type != .organization || agencies?.contains($0.name) != true }.map(entity), months: stored.months.map { MonthCount(year: $0.year, month: $0.month, count: $0.count) },
      dispatches: stored.dispatches.map(line))
  }

  /// What is read in one feed's text is read in the same text of another; other marks fall on what they were given to.
  private static func copies(of ids: [Int64], _ action: MarkChange.Action, _ store: DispatchStore) throws -> [Int64] {
    guard case .read(true) = action, ids.count <= 500 else { return [] }
    return try store.copies(of: ids)
  }

  /// Agencies that are quoted are nobody's company, also those that send this store nothing. Without lexicons none is known.
  private static let agencies: NewsAgencies? = {
    do { return try NewsAgencies() } catch { return nil }
  }()

  private static func action(_ action: MarkChange.Action) -> MarkAction {
    switch action {
    case .read(let on): .read(on)
    case .star(let on): .star(on)
    case .addTag(let name): .addTag(name)
    case .removeTag(let name): .removeTag(name)
    }
  }

  /// - Parameter takesBack: what the store did was to take back the opposite, and that is what was undone.
  private static func outcome(_ report: MarkReport, takesBack: Bool = false) -> MarkOutcome {
    let done: MarkChange.Action = switch report.action {
    case .read(let on): .read(on != takesBack)
    case .star(let on): .star(on != takesBack)
    case .addTag(let name): takesBack ? .removeTag(name) : .addTag(name)
    case .removeTag(let name): takesBack ? .addTag(name) : .removeTag(name)
    }
    let ids = Array(report.ids.prefix(1_000))
    return MarkOutcome(ids: ids, count: report.ids.count, change: MarkChange(done, on: .ids(ids)))
  }
}
