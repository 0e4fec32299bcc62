internal import DispatchModel
internal import Terminal

/// Going from pane to pane and from place to place.
extension ReaderState {
  /// Goes to a pane from wherever one is; a page that lies over the panes is left, and can be come back to.
  mutating func goTo(_ pane: Pane) {
    if layers.contains(where: \.isSheet) { leaveSheets() }
    focus(pane)
  }

  /// Leaves pages that lie over the panes, so that what was asked for is seen.
  mutating func leaveSheets() {
    guard layers.contains(where: \.isSheet) else { return }
    leaveMark()
    layers = []
  }

  mutating func focus(_ pane: Pane) {
    let from = choice.focus
    choice.focus = pane
    if pane != .body { choice.companion = pane }
    if pane == .facts {
      choice.showsFacts = true
      if from != .facts {
        if let first = facts.layout.cards.first(where: { facts.linked.contains($0) }) { facts.selected = first }
        body.mention = nil
        facts.linked = []
        body.lit = []
        settleFacts()
        settleBody()
        if let span = facts.card?.spans.first { showInBody(span) }
      }
    }
    if pane == .list { body.lit = [] }
  }

  /// The panes that Tab goes through.
  var reachablePanes: [Pane] { choice.showsFacts ? [.list, .body, .facts] : [.list, .body] }

  mutating func focusNext(_ step: Int) {
    switch layers.last {
    case .dossier(var view):
      view.moveToSection(step)
      return replaceTop(.dossier(view))
    case .story: return move(.line(step))
    case .map, .picker, .query, .none: break
    }
    let panes = reachablePanes
    let index = panes.firstIndex(of: choice.focus) ?? 0
    focus(panes[(index + step + panes.count) % panes.count])
  }

  /// Where one is now.
  var place: Place { Place(query: query, list: list, body: body, facts: facts, choice: choice, layers: layers) }

  /// Remembers where one is before going far.
  mutating func leaveMark() {
    back.append(place)
    if back.count > 100 { back.removeFirst() }
    forward = []
  }

  mutating func jumpBack() {
    guard let place = back.popLast() else { return }
    forward.append(self.place)
    go(to: place)
  }

  mutating func jumpForward() {
    guard let place = forward.popLast() else { return }
    back.append(self.place)
    go(to: place)
  }

  private mutating func go(to place: Place) {
    restore(place.query, place.list)
    // Width may have changed since; the layouts are made anew where it has.
    body = place.body
    facts = place.facts
    facts.needsLayout = true
    choice = place.choice
    layers = place.layers
    if body.wanted != body.document?.line.id, let wanted = body.wanted {
      body.wanted = nil
      open(wanted)
    }
  }

  /// Opens a dispatch that may not be in the list, at some words of it where given.
  mutating func visit(_ id: Int64, at spans: [TextSpan] = []) {
    leaveMark()
    layers = []
    if list.shownIndex(of: id) != nil { list.selected = id }
    focus(.body)
    if !spans.isEmpty { pendingEvidence = PendingEvidence(dispatch: id, spans: spans) }
    if body.wanted == id, body.document?.line.id == id {
      pendingEvidence = nil
      if !spans.isEmpty { goToWords(spans) }
    } else {
      open(id)
    }
  }
}
