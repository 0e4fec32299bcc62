internal import DispatchModel
internal import Terminal

/// A step of moving, whatever it happens in.
enum Step: Hashable, Sendable {
  case line(Int), half(Int), page(Int), first, last

  /// How many lines that is on a page of `rows`; `count` lines there are in all.
  func lines(rows: Int, count: Int) -> Int {
    switch self {
    case .line(let step): step
    case .half(let step): step * max(1, rows / 2)
    case .page(let step): step * max(1, rows - 1)
    case .first: -count
    case .last: count
    }
  }
}

/// Moving about, opening, closing.
extension ReaderState {
  mutating func move(_ step: Step) {
    switch layers.last {
    case .dossier(var view):
      view.move(step.lines(rows: max(2, size.rows - 4), count: view.rows.count))
      return replaceTop(.dossier(view))
    case .story(var view):
      view.move(step)
      return replaceTop(.story(view))
    case .picker(var picker):
      picker.move(by: step.lines(rows: 10, count: picker.items.count))
      replaceTop(.picker(picker))
      return previewPicker()
    case .map: return
    case .query, .none: break
    }
    switch choice.focus {
    case .list: moveList(step)
    case .body:
      body.lit = []
      scrollBody(by: step.lines(rows: bodyRows, count: body.layout.lines.count))
    case .facts: moveInFacts(by: step.lines(rows: max(2, factsRows / 3), count: facts.layout.cards.count))
    }
  }

  private mutating func moveList(_ step: Step) {
    switch step {
    case .first: moveToFirst()
    case .last: moveToLast()
    default: moveInList(by: step.lines(rows: listPageLines, count: list.shown.count))
    }
  }

  /// How many dispatches the list shows at once, about.
  private var listPageLines: Int {
    guard let rect = layout.content(.list), let line = list.selectedLine else { return 10 }
    return max(1, rect.height / max(1, ListPane.height(line, width: rect.width, state: self)))
  }

  /// Enter.
  mutating func enter() {
    switch layers.last {
    case .dossier(let view): return enterDossierRow(view)
    case .story(let view): return enterStoryRow(view)
    case .map(let sheet): return enterMap(sheet)
    case .picker, .query: return
    case .none: break
    }
    switch choice.focus {
    case .list:
      guard list.selectedLine != nil else { return complain(Words.listIsEmpty(language)) }
      leaveMark()
      markOpenedRead()
      focus(.body)
    case .body:
      if let mention = body.currentMention, mention.type.isEntity || mention.type == .nationality {
        return openDossier(EntityReference(mention))
      }
      scrollBody(by: 1)
    case .facts:
      guard let card = facts.card else { return complain(Words.noFacts(language)) }
      if Self.isName(card), let entity = card.entities.first { return openDossier(entity) }
      leaveMark()
      let spans = card.spans
      focus(.body)
      goToWords(spans)
    }
  }

  /// A card that only names somebody or something: it has no words of its own to go to, but a dossier.
  private static func isName(_ card: FactCard) -> Bool {
    switch card.group {
    case .places, .organizations, .things: true
    case .who: card.detail.isEmpty
    default: false
    }
  }

  /// What the dossier key opens.
  var entityAtHand: EntityReference? {
    switch choice.focus {
    case .facts: return facts.card?.entities.first
    case .body:
      if let mention = body.currentMention, mention.type.isEntity || mention.type == .nationality { return EntityReference(mention) }
      return nil
    case .list: return list.selectedLine?.countries.first.map { .country($0) }
    }
  }

  /// A page on; at the end of the dispatch the next unread one.
  mutating func readOn() {
    if !layers.isEmpty { return move(.page(1)) }
    guard body.document != nil, isDocumentCurrent else { return moveToUnread(1) }
    if choice.focus == .list { markOpenedRead() }
    if body.top < bodyBottom {
      body.lit = []
      // Two lines stay in view, so that the eye finds its place.
      return scrollBody(by: max(1, bodyRows - 2))
    }
    markOpenedRead()
    moveToUnread(1)
  }

  mutating func moveToUnread(_ step: Int) {
    guard let index = nextUnread(step: step) else {
      return say(list.reachesEnd || step < 0 ? Words.allRead(language) : Words.noUnreadNear(language))
    }
    select(shownIndex: index)
  }

  mutating func goTo(number: String?) {
    guard let number, let wanted = Int(number), wanted >= 1 else { return complain(Words.needsNumber(language)) }
    guard let offset = list.offset, list.lines.indices.contains(wanted - 1 - offset) else {
      return complain(Words.numberIsFar(language))
    }
    let id = list.lines[wanted - 1 - offset].id
    let index = list.shownIndex(of: id) ?? list.shown.lastIndex { $0 <= wanted - 1 - offset }
    if let index { select(shownIndex: index) }
  }

  /// Esc: closes the topmost layer, else leaves what is lit, else goes back to the list.
  mutating func escape() {
    message = nil
    if !layers.isEmpty { return closeLayer() }
    if body.mention != nil || !body.lit.isEmpty || body.hints != nil {
      body.mention = nil
      body.lit = []
      body.hints = nil
      facts.linked = []
      return
    }
    if choice.focus != .list { return focus(.list) }
    if !list.marked.isEmpty { return list.marked = [] }
    if choice.isZoomed { choice.isZoomed = false }
  }

  /// `q`: closes what is open, then leaves.
  mutating func closeOrQuit() {
    if !layers.isEmpty { return closeLayer() }
    if choice.isZoomed {
      choice.isZoomed = false
      return
    }
    if choice.focus != .list { return focus(.list) }
    leave()
  }

  mutating func leave() {
    isOver = true
    outbox.append(.quit)
  }

  /// Takes the topmost layer away and undoes what it only tried.
  mutating func closeLayer() {
    guard let layer = layers.popLast() else { return }
    switch layer {
    case .query(let line): restore(line.before.query, line.before.list)
    case .picker(let picker):
      if let before = picker.before {
        if before.query != query { restore(before.query, before.list) }
        if let theme = themes.first(where: { $0.id == before.theme }) { self.theme = theme }
      }
    case .dossier, .story, .map: break
    }
    if back.last?.layers == layers, layer.isSheet { back.removeLast() }
  }
}

extension Layer {
  /// A page of its own, to which one comes and from which one goes on, as against a question.
  var isSheet: Bool {
    switch self {
    case .dossier, .story, .map: true
    case .query, .picker: false
    }
  }
}
