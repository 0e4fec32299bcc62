internal import DispatchModel
internal import Terminal

/// Opening dispatches in the body, keeping one's place in each.
extension ReaderState {
  /// Asks for the selected line's dispatch where it is not the one that is open.
  mutating func openSelected() {
    guard let id = list.selectedLine?.id else {
      if list.isEmpty { closeDocument() }
      return
    }
    open(id)
  }

  mutating func open(_ id: Int64) {
    guard body.wanted != id else { return }
    rememberPlace()
    body.wanted = id
    ask(.document(id), as: .document)
    if settings.readAfterSeconds > 0 { wait(milliseconds: settings.readAfterSeconds * 1_000, as: .readDelay) }
  }

  /// Asks for the open dispatch again where its line tells of another version. One's place in it stays.
  mutating func reopenIfCorrected(_ lines: [DispatchLine]) {
    guard let open = body.document?.line, body.wanted == open.id, let line = lines.first(where: { $0.id == open.id }),
      line.versions != open.versions
    else { return }
    rememberPlace()
    ask(.document(open.id), as: .document)
  }

  mutating func closeDocument() {
    rememberPlace()
    body = BodyState()
    facts = FactsState(folded: facts.folded, only: facts.only)
  }

  /// A dispatch has come.
  mutating func take(_ document: DispatchDocument?) {
    guard let document else {
      complain(Words.dispatchGone(language))
      return
    }
    body = BodyState(document: document, wanted: document.line.id)
    facts = FactsState(folded: facts.folded, only: facts.only)
    facts.board = FactsBoard(document.reading, language: language)
    if let place = reading[document.line.id] {
      body.top = place.bodyTop
      facts.selected = place.card
      facts.top = place.factsTop
    } else {
      facts.selected = facts.board.cards.isEmpty ? nil : 0
    }
    if let target = pendingEvidence, target.dispatch == document.line.id {
      pendingEvidence = nil
      goToWords(target.spans)
    }
    list.refresh([document.line])
  }

  private mutating func rememberPlace() {
    guard let id = body.document?.line.id else { return }
    if reading.count > 1_000 { reading.removeAll() }
    reading[id] = ReadingPlace(bodyTop: body.top, card: facts.selected, factsTop: facts.top)
  }

  /// Whether the open document is the one that is asked for.
  var isDocumentCurrent: Bool { body.document?.line.id == body.wanted }

  /// The rows that the body has on the screen; a usual number where it is not shown.
  var bodyRows: Int { max(1, layout.content(.body)?.height ?? 20) }
  var factsRows: Int { max(1, layout.content(.facts)?.height ?? 20) }

  var bodyBottom: Int { max(0, body.layout.lines.count - bodyRows) }

  mutating func scrollBody(by rows: Int) {
    body.top = min(max(0, body.top + rows), bodyBottom)
  }

  /// Lights up words in the body and puts them at a third of its height.
  mutating func goToWords(_ spans: [TextSpan]) {
    body.lit = spans
    settleBody()
    if let first = spans.first { showInBody(first, always: true) }
  }

  /// Scrolls so that the words stand at a third of the height; not at all where they are on the screen already.
  mutating func showInBody(_ span: TextSpan, always: Bool = false) {
    guard let lines = body.layout.lines(of: span) else { return }
    let rows = bodyRows
    if !always, lines.lowerBound >= body.top, lines.upperBound < body.top + rows { return }
    body.top = min(max(0, lines.lowerBound - rows / 3), bodyBottom)
  }

  /// Goes to the next mention (the one before where `step` is −1) of those that are lit, from where one is.
  mutating func moveToMention(step: Int) {
    let mentions = body.mentions
    let candidates = mentions.indices.filter { mentions[$0].type.isEntity || mentions[$0].type == .nationality || highlight != .all }
      .filter { highlight == .none || highlight.shows(mentions[$0].type) }
      .filter { body.layout.line(of: mentions[$0].span) != nil }
    guard !candidates.isEmpty else { return say(Words.noNames(language)) }
    let next: Int?
    if let current = body.mention {
      next = step > 0 ? candidates.first { $0 > current } : candidates.last { $0 < current }
    } else {
      let first = body.layout.lines.dropFirst(body.top).first { !$0.span.isEmpty }?.span.start ?? 0
      let visible = candidates.firstIndex { mentions[$0].span.start >= first } ?? 0
      next = step > 0 ? candidates[visible] : (visible > 0 ? candidates[visible - 1] : candidates.last)
    }
    let target = next ?? (step > 0 ? candidates.first : candidates.last)
    guard let target else { return }
    if choice.focus == .list { focus(.body) }
    body.mention = target
    body.lit = []
    linkFacts()
    showInBody(mentions[target].span)
  }

  /// Lights up the facts that speak of the mention stood on, and brings the first of them into view.
  mutating func linkFacts() {
    guard let mention = body.currentMention else {
      facts.linked = []
      return
    }
    facts.linked = facts.board.cards(about: mention)
    if let first = facts.layout.cards.first(where: { facts.linked.contains($0) }), let rows = facts.layout.rows(of: first) {
      if rows.lowerBound < facts.top || rows.upperBound > facts.top + factsRows {
        facts.top = max(0, facts.layout.head(of: rows.lowerBound) - factsRows / 3)
      }
    }
  }

  mutating func moveInFacts(by step: Int) {
    let cards = facts.layout.cards
    guard !cards.isEmpty else { return }
    let from = facts.selected.flatMap { cards.firstIndex(of: $0) } ?? (step > 0 ? -1 : cards.count)
    selectCard(cards[min(max(0, from + step), cards.count - 1)])
  }

  mutating func selectCard(_ card: Int) {
    facts.selected = card
    body.mention = nil
    facts.linked = []
    body.lit = []
    if let span = facts.card?.spans.first { showInBody(span) }
  }

  /// The words that are lit as evidence now.
  var evidence: [TextSpan] {
    if !body.lit.isEmpty { return body.lit }
    guard choice.focus == .facts, facts.linked.isEmpty, let card = facts.card, facts.layout.cards.contains(facts.selected ?? -1)
    else { return [] }
    return card.spans
  }
}
