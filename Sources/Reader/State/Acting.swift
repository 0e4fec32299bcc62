internal import DispatchModel
internal import Terminal

/// What single commands do.
extension ReaderState {
  mutating func toggleFacts() {
    choice.showsFacts.toggle()
    if !choice.showsFacts {
      if choice.focus == .facts { focus(.body) }
      choice.companion = .list
    } else if layout.form == .stacked || size.columns < Layout.wide {
      choice.companion = .facts
    }
  }

  /// Makes the pane bigger by a step (smaller where it is negative) that is seen: a row or a column at least.
  mutating func resizePane(by steps: Int) {
    let cells = layout.form == .stacked ? size.rows : size.columns
    let percent = steps * max(3, 100 / max(1, cells) + 1)
    switch choice.focus {
    case .list: choice.listShare += percent
    case .facts: choice.factsShare += percent
    case .body:
      if layout.list != nil { choice.listShare -= percent } else { choice.factsShare -= percent }
    }
    limitShares()
    keepShares()
  }

  mutating func limitShares() {
    choice.listShare = min(max(15, choice.listShare), 60)
    choice.factsShare = min(max(15, choice.factsShare), 60)
  }

  /// Sizes are kept over restarts.
  mutating func keepShares() {
    ask(.keepSetting(name: "layout.list", value: String(choice.listShare)), as: .act)
    ask(.keepSetting(name: "layout.facts", value: String(choice.factsShare)), as: .act)
  }

  mutating func foldGroup() {
    guard let card = facts.card else { return }
    facts.folded.insert(card.group)
    facts.needsLayout = true
  }

  /// Unfolds the group right above the card stood on, which is the one that was folded there; else the next below; again for the others.
  mutating func unfoldGroup() {
    let here = facts.card?.group.rawValue ?? Int.max
    let folded = facts.folded.sorted { $0.rawValue < $1.rawValue }
    guard let group = folded.last(where: { $0.rawValue < here }) ?? folded.first else { return }
    facts.folded.remove(group)
    facts.needsLayout = true
    facts.selected = facts.board.cards.firstIndex { $0.group == group } ?? facts.selected
  }

  mutating func showFacts(only group: FactGroup?) {
    facts.only = group
    if let group { facts.folded.remove(group) }
    facts.needsLayout = true
    focus(.facts)
  }

  mutating func cycleHighlight() {
    let index = Highlight.cycle.firstIndex(of: highlight) ?? 0
    highlight = Highlight.cycle[(index + 1) % Highlight.cycle.count]
    body.mention = nil
    facts.linked = []
    switch highlight {
    case .all: say(Words.litAll(language))
    case .none: say(Words.litNone(language))
    case .only(let type): say(Words.litOnly(language) + " " + Wording.type(type)(language))
    }
  }

  mutating func filter(_ text: String) {
    let query = QueryText(text)
    if let problem = query.problem(clock, language) { return complain(DisplayText(problem.message)) }
    leaveSheets()
    guard query != self.query else { return }
    leaveMark()
    list.selected = nil
    apply(query)
  }

  mutating func moveToHit(_ step: Int) {
    let hits = body.hits
    guard !hits.isEmpty else { return }
    let count = hits.count
    let next: Int
    if let hit = body.hit {
      next = (hit + step + count) % count
    } else {
      let first = body.layout.lines.dropFirst(body.top).first { !$0.span.isEmpty }?.span.start ?? 0
      let ahead = hits.firstIndex { $0.start >= first }
      next = step > 0 ? (ahead ?? 0) : ((ahead ?? count) + count - 1) % count
    }
    body.hit = next
    if choice.focus == .list { focus(.body) }
    showInBody(hits[next])
    say(Words.hit(next + 1, count, language))
  }

  mutating func changeOrder(_ name: String?) {
    let orders = ListOrder.allCases
    let index = orders.firstIndex(of: list.order) ?? 0
    let order = name.flatMap { ListOrder(rawValue: $0) } ?? orders[(index + 1) % orders.count]
    if order == .relevance, query.words.isEmpty {
      if name != nil { return complain(Words.relevanceNeedsWords(language)) }
      list.order = .newest
    } else {
      list.order = order
    }
    list.beginsAnew = true
    say(Words.order(list.order)(language))
    reload()
  }

  mutating func toggleRead() {
    let lines = targetLines
    guard !lines.isEmpty else { return complain(Words.listIsEmpty(language)) }
    let isRead = lines.contains { $0.isUnread }
    change(.read(isRead), ids: lines.map(\.id))
    if lines.count == 1, choice.focus == .list { cancel(.readDelay) }
    list.marked = []
  }

  mutating func toggleStar() {
    let lines = targetLines
    guard !lines.isEmpty else { return complain(Words.listIsEmpty(language)) }
    change(.star(lines.contains { !$0.isStarred }), ids: lines.map(\.id))
    list.marked = []
  }

  mutating func pickLine() {
    guard let id = list.selectedLine?.id else { return }
    if list.marked.remove(id) == nil { list.marked.insert(id) }
    moveInList(by: 1)
  }

  /// The dispatch's text; on a fact a sentence with its source.
  mutating func copy() {
    guard let document = body.document else { return }
    if choice.focus == .facts, let card = facts.card {
      return ask(.copy(Sentence.of(card, document, clock, language)), as: .act)
    }
    ask(.copy(document.dispatch.text), as: .act)
  }

  mutating func fetch() {
    guard !running.contains(where: { $0.kind == .fetch }) else { return say(Words.fetching(language)) }
    say(Words.fetching(language))
    ask(.fetch, as: .fetch)
  }

  /// The query that Telex opens with.
  mutating func startWith(_ text: String) {
    settings.startQuery = text
    ask(.keepSetting(name: "start", value: text), as: .act)
    say(text.isEmpty ? Words.startsWithAll(language) : Words.startsWith(language) + " " + DisplayText(text))
  }

  mutating func write(to path: String) {
    let path = path.trimmed
    guard !path.isEmpty else { return complain(Words.needsName(language)) }
    ask(.write(path: path, .ids(targets)), as: .act)
  }

  /// The whole list into a file.
  mutating func export(to path: String) {
    let path = path.trimmed
    guard !path.isEmpty else { return complain(Words.needsName(language)) }
    ask(.write(path: path, .query(query.text)), as: .act)
  }

  /// Takes over settings that were read anew. Sizes stay as they are.
  mutating func take(_ settings: ReaderSettings, _ problems: [String]) {
    self.settings = settings
    keyMap = KeyMap.make(settings.keys).map
    if let language = settings.language, language != self.language { setLanguage(language) }
    if let id = settings.theme, let theme = themes.first(where: { $0.id == id }) { self.theme = theme }
    usesASCII = settings.usesASCII || usesASCII
    if problems.isEmpty { say(Words.settingsRead(language)) } else { complain(ofSettings: problems) }
  }

  /// The first thing that is wrong with the settings, and how many more there are.
  mutating func complain(ofSettings problems: [String]) {
    guard let first = problems.first else { return }
    complain("config.toml, " + DisplayText(first) + (problems.count > 1 ? " (+\(problems.count - 1))" : ""))
  }

  mutating func wear(_ name: String) {
    guard let theme = themes.first(where: { $0.id == name }) else {
      return complain(Words.noTheme(language) + " " + DisplayText(name))
    }
    self.theme = theme
    ask(.keepSetting(name: "theme", value: theme.id), as: .act)
  }

  mutating func speak(_ name: String?) {
    let other: Language = language == .fr ? .en : .fr
    setLanguage(name.flatMap { Language(rawValue: $0) } ?? other)
    ask(.keepSetting(name: "language", value: language.rawValue), as: .act)
  }

  private mutating func setLanguage(_ new: Language) {
    language = new
    body.layout = .empty
    if let document = body.document { facts.board = FactsBoard(document.reading, language: language) }
    facts.needsLayout = true
  }

  mutating func saveSearch(_ name: String) {
    let name = name.trimmed
    guard !name.isEmpty else { return complain(Words.needsName(language)) }
    ask(.saveSearch(SavedSearch(name: name, query: query.text)), as: .act)
    say(Words.searchSaved(language) + " " + DisplayText(name))
  }

  mutating func removeSearch(_ name: String) {
    let name = name.trimmed
    guard !name.isEmpty else { return complain(Words.needsName(language)) }
    ask(.removeSearch(name), as: .act)
    say(Words.searchRemoved(language) + " " + DisplayText(name))
  }

  /// The dispatch's own address and those of its text, each once.
  var links: [String] {
    guard let dispatch = body.document?.dispatch else { return [] }
    var links: [String] = []
    for link in [dispatch.link].compactMap({ $0 }) + dispatch.links where !links.contains(link) { links.append(link) }
    return links
  }

  mutating func showLinks() { body.hints = "" }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
