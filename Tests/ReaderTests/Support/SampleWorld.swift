import DispatchModel
import Synchronization
import Terminal

@testable import Reader

/// A store in memory over some documents, with marks, an undo journal, saved searches; and a record of what was opened and copied.
///
/// It understands as much of the query language as the tests ask: words, `word*`, `-word`, `country:`, `-country:`, `is:unread`, `is:starred`,
/// `tag:`, and parentheses around countries.
final class SampleWorld: Sendable {
  struct State {
    var documents: [DispatchDocument]
    var done: [[DispatchLine]] = []
    var undone: [[DispatchLine]] = []
    var searches: [SavedSearch] = [SavedSearch(name: "Non lues", query: "is:unread")]
    var opened: [String] = []
    var copied: [String] = []
    var settings: [String: String] = [:]
    /// Files written, by path: the ids in them.
    var written: [String: [Int64]] = [:]
    var history: [String] = []
    var fetches = 0
    /// Programs run, with the dispatches that they were given.
    var runs: [(arguments: [String], ids: [Int64])] = []
  }

  let state: Mutex<State>

  init(_ documents: [DispatchDocument] = Samples.documents) {
    state = Mutex(State(documents: documents.sorted { $0.line.id > $1.line.id }))
  }

  var services: ReaderServices {
    var services = ReaderServices()
    services.page = { request in self.page(request) }
    services.count = { query in
      let lines = self.lines(query)
      return DispatchCount(total: lines.count, unread: lines.count { $0.isUnread })
    }
    services.document = { id in
      self.state.withLock { state in
        guard var document = state.documents.first(where: { $0.line.id == id }) else { return nil }
        if let story = document.line.story {
          document.siblings = state.documents.map(\.line).filter { $0.story?.id == story.id && $0.id != id }
        }
        return document
      }
    }
    services.lines = { ids in self.lines("").filter { ids.contains($0.id) } }
    services.countries = { query in
      let codes = self.lines(query).flatMap(\.countries)
      let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
      return counts.map { CountryCount(code: $0.key, count: $0.value) }.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
    services.entities = { request in self.entities(request) }
    services.dossier = { entity in self.dossier(entity) }
    services.story = { story in self.lines("").filter { $0.story?.id == story } }
    services.mark = { change in self.mark(change) }
    services.undo = { self.step(true) }
    services.redo = { self.step(false) }
    services.tags = {
      let counts = Dictionary(self.lines("").flatMap(\.tags).map { ($0, 1) }, uniquingKeysWith: +)
      return counts.map { TagCount(name: $0.key, count: $0.value) }.sorted { $0.name < $1.name }
    }
    services.savedSearches = { self.state.withLock { $0.searches } }
    services.saveSearch = { search in self.state.withLock { $0.searches.append(search) } }
    services.removeSearch = { name in self.state.withLock { $0.searches.removeAll { $0.name == name } } }
    services.completions = { field, prefix in
      ["agency"].contains(field) ? [Completion(text: "AFP", count: 5), Completion(text: "AA", count: 1)].filter { $0.text.hasPrefix(prefix.uppercased()) } : []
    }
    services.months = { _ in [4, 1, 0, 3, 7, 2].enumerated().map { MonthCount(year: 2017, month: $0.offset + 6, count: $0.element) } }
    services.write = { path, target in
      self.state.withLock { state in
        state.written[path] = Self.chosen(target, state.documents).map { state.documents[$0].line.id }
        return state.written[path]?.count ?? 0
      }
    }
    services.history = { self.state.withLock { $0.history } }
    services.keepHistory = { queries in self.state.withLock { $0.history = queries } }
    services.give = { program, target in
      self.state.withLock { state in
        let ids = Self.chosen(target, state.documents).map { state.documents[$0].line.id }
        state.runs.append((program.arguments, ids))
        return (ids.count, "done by \(program.arguments.first ?? "")")
      }
    }
    services.feeds = {
      [
        FeedLine(title: "AFP", folders: ["Agences"], query: "country:MA"),
        FeedLine(title: "Petite Gazette", folders: ["Agences"], query: "country:ZW", failure: Phrase("Le serveur répond 404.", "The server answers 404.")),
      ]
    }
    services.fetch = {
      self.state.withLock { $0.fetches += 1 }
      return FetchOutcome(new: 0, updated: 0, failed: [])
    }
    services.open = { address in self.state.withLock { $0.opened.append(address) } }
    services.copy = { text in self.state.withLock { $0.copied.append(text) } }
    services.keepSetting = { name, value in
      self.state.withLock { $0.settings[name] = value }
      return true
    }
    return services
  }

  func lines(_ query: String) -> [DispatchLine] {
    state.withLock { state in state.documents.filter { Self.matches($0, query) }.map(\.line) }
  }

  private func page(_ request: PageRequest) -> DispatchPage {
    var lines = lines(request.query)
    if request.order == .oldest { lines.reverse() }
    switch request.anchor {
    case .first: lines = Array(lines.prefix(request.limit))
    case .last: lines = Array(lines.suffix(request.limit))
    case .after(let id):
      lines = lines.firstIndex { $0.id == id }.map { Array(lines[($0 + 1)...].prefix(request.limit)) } ?? []
    case .before(let id):
      lines = lines.firstIndex { $0.id == id }.map { Array(lines[..<$0].suffix(request.limit)) } ?? []
    }
    return DispatchPage(lines: lines)
  }

  private static func matches(_ document: DispatchDocument, _ query: String) -> Bool {
    var wantsOneOf: [String] = []
    var excludesGroup = false
    for raw in query.split(separator: " ") {
      var word = raw.filter { $0 != "(" && $0 != ")" }
      if word == "OR" || word.isEmpty { continue }
      if raw.hasPrefix("-(") { excludesGroup = true }
      defer { if raw.hasSuffix(")") { excludesGroup = false } }
      let isExcluded = word.first == "-" || excludesGroup
      if word.first == "-" { word.removeFirst() }
      if word.hasPrefix("country:"), !isExcluded, query.contains(" OR ") {
        wantsOneOf.append(String(word.dropFirst(8)))
        continue
      }
      let holds: Bool
      if word.hasPrefix("country:") {
        holds = document.line.countries.contains(word.dropFirst(8).uppercased())
      } else if word == "is:unread" {
        holds = document.line.isUnread
      } else if word == "is:starred" {
        holds = document.line.isStarred
      } else if word.hasPrefix("tag:") {
        holds = document.line.tags.contains(String(word.dropFirst(4)))
      } else {
        holds = !Hits.find([word], in: Array(document.dispatch.text.unicodeScalars)).isEmpty
      }
      if holds == isExcluded { return false }
    }
    return wantsOneOf.isEmpty || wantsOneOf.contains { document.line.countries.contains($0) }
  }

  private func entities(_ request: EntityRequest) -> [EntityLine] {
    state.withLock { state in
      var counts: [EntityReference: Int] = [:]
      for document in state.documents {
        for entity in Set(document.reading.mentions.filter { $0.type.isEntity }.map { EntityReference(type: $0.type, value: $0.value) }) {
          counts[entity, default: 0] += 1
        }
      }
      return counts.filter { $0.key.value.lowercased().hasPrefix(request.prefix.lowercased()) }
        .map { EntityLine(entity: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.entity.value) < ($0.count, $1.entity.value) }
    }
  }

  private func dossier(_ entity: EntityReference) -> Dossier? {
    state.withLock { state in
      let documents = state.documents.filter { document in
        document.reading.mentions.contains { $0.value == entity.value }
      }
      guard let newest = documents.first, let oldest = documents.last else { return nil }
      let facts = documents.flatMap { document in
        document.reading.facts.map { DossierFact(fact: $0, dispatch: document.line.id, published: document.line.published) }
      }
      var dossier = Dossier(entity: entity, count: documents.count, firstSeen: oldest.line.published, lastSeen: newest.line.published)
      for fact in facts {
        switch fact.fact.content {
        case .office(let office) where office.person == entity.value || office.of == entity.value: dossier.offices.append(fact)
        case .statement(let statement) where statement.speaker.id == entity.value: dossier.statements.append(fact)
        case .event(let event) where (event.actors + event.targets).contains { $0.id == entity.value }: dossier.events.append(fact)
        default: continue
        }
      }
      let others = documents.flatMap { Set($0.reading.mentions.filter { $0.type == .person && $0.value != entity.value }.map(\.value)) }
      dossier.companions = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
        .map { EntityLine(entity: EntityReference(type: .person, value: $0.key), count: $0.value) }
      dossier.months = [4, 1, 0, 3, 7, 2].enumerated().map { MonthCount(year: 2017, month: $0.offset + 6, count: $0.element) }
      dossier.dispatches = documents.map(\.line)
      return dossier
    }
  }

  /// The documents that a change or an export falls on, newest first.
  private static func chosen(_ target: MarkChange.Target, _ documents: [DispatchDocument]) -> [Int] {
    documents.indices.filter { index in
      let document = documents[index]
      switch target {
      case .ids(let ids): return ids.contains(document.line.id)
      case .query(let query): return matches(document, query)
      case .part(let query, let order, let id, let isAbove):
        let isNewer = document.line.id >= id
        return matches(document, query) && (document.line.id == id || isNewer == ((order == .newest) == isAbove))
      }
    }
  }

  private func mark(_ change: MarkChange) -> MarkOutcome {
    state.withLock { state in
      let chosen = Self.chosen(change.target, state.documents)
      state.done.append(chosen.map { state.documents[$0].line })
      state.undone = []
      for index in chosen {
        switch change.action {
        case .read(let isRead): state.documents[index].line.isUnread = !isRead
        case .star(let isStarred): state.documents[index].line.isStarred = isStarred
        case .addTag(let tag): if !state.documents[index].line.tags.contains(tag) { state.documents[index].line.tags.append(tag) }
        case .removeTag(let tag): state.documents[index].line.tags.removeAll { $0 == tag }
        }
      }
      return MarkOutcome(ids: chosen.map { state.documents[$0].line.id }, count: chosen.count, change: change)
    }
  }

  /// Takes a step of one journal back and writes it into the other.
  private func step(_ isUndo: Bool) -> MarkOutcome? {
    state.withLock { state in
      guard let lines = isUndo ? state.done.popLast() : state.undone.popLast() else { return nil }
      var now: [DispatchLine] = []
      for index in state.documents.indices {
        guard let line = lines.first(where: { $0.id == state.documents[index].line.id }) else { continue }
        now.append(state.documents[index].line)
        state.documents[index].line = line
      }
      if isUndo { state.undone.append(now) } else { state.done.append(now) }
      return MarkOutcome(ids: lines.map(\.id), count: lines.count)
    }
  }
}
