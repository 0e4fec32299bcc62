internal import DispatchModel
internal import Terminal

/// What the mouse does: selects, scrolls, drags borders, presses chips and keys of the status line.
extension ReaderState {
  mutating func point(_ mouse: Mouse) {
    switch mouse.kind {
    case .wheelUp: wheel(-3, mouse)
    case .wheelDown: wheel(3, mouse)
    case .press where mouse.button == .left: press(at: mouse)
    case .drag: drag(to: mouse)
    case .release:
      if dragged != nil { keepShares() }
      dragged = nil
    case .press: return
    }
  }

  private mutating func wheel(_ lines: Int, _ mouse: Mouse) {
    if !layers.isEmpty { return move(.line(lines > 0 ? 1 : -1)) }
    switch layout.pane(x: mouse.x, y: mouse.y) {
    case .list: moveInList(by: lines > 0 ? 1 : -1)
    case .body: scrollBody(by: lines)
    case .facts:
      if choice.focus == .facts { moveInFacts(by: lines > 0 ? 1 : -1) } else { facts.top = max(0, facts.top + lines) }
    case .none: return
    }
  }

  private mutating func press(at mouse: Mouse) {
    message = nil
    let layout = layout
    if layout.status.contains(x: mouse.x, y: mouse.y) {
      return pressStatus(x: mouse.x)
    }
    if !layers.isEmpty { return pressLayer(at: mouse) }
    if let border = layout.borders.first(where: { $0.rect.contains(x: mouse.x, y: mouse.y) && ($0.isVertical || mouse.x > 30) }) {
      dragged = border.pane
      return
    }
    guard let pane = layout.pane(x: mouse.x, y: mouse.y) else { return }
    let wasFocused = choice.focus == pane
    // The first press of a double click on a line that was selected already has opened it.
    if mouse.isDouble, pane == .list, !wasFocused { return }
    focus(pane)
    guard let content = self.layout.content(pane), content.contains(x: mouse.x, y: mouse.y) else { return }
    let row = mouse.y - content.top
    switch pane {
    case .list:
      guard let index = ListPane.shownIndex(atRow: row, content, self) else { return }
      if wasFocused, index == list.shownIndex { return enter() }
      select(shownIndex: index)
    case .body: pressBody(row, x: mouse.x)
    case .facts:
      let index = facts.top + row
      guard facts.layout.rows.indices.contains(index) else { return }
      switch facts.layout.rows[index].kind {
      case .card(let card): wasFocused && facts.selected == card ? enter() : selectCard(card)
      case .group(let group, _, let isFolded):
        if isFolded { facts.folded.remove(group) } else { facts.folded.insert(group) }
        facts.needsLayout = true
      case .blank: return
      }
    }
  }

  /// A name in the body is stood on; pressed again it opens its dossier.
  private mutating func pressBody(_ row: Int, x: Int) {
    guard let content = layout.content(.body),
      let offset = BodyPane.offset(row: row, x: x, content, self),
      let index = body.mentions.firstIndex(where: { $0.span.start <= offset && offset < $0.span.end })
    else { return }
    if body.mention == index { return enter() }
    body.mention = index
    body.lit = []
    linkFacts()
  }

  private mutating func pressStatus(x: Int) {
    switch StatusLine.action(x: x, self) {
    case .removeTerm(let index):
      leaveMark()
      apply(query.removingTerm(at: index))
    case .command(let id): run(id)
    case .none: return
    }
  }

  private mutating func pressLayer(at mouse: Mouse) {
    switch layers.last {
    case .picker(var picker):
      let rect = PickerPane.rect(picker, self)
      guard rect.contains(x: mouse.x, y: mouse.y) else { return closeLayer() }
      let index = PickerPane.firstRow(picker, rect) + mouse.y - PickerPane.listTop(rect)
      guard mouse.y >= PickerPane.listTop(rect), picker.items.indices.contains(index), !picker.items[index].isHeader else { return }
      let isSecond = picker.selection == index
      picker.selection = index
      picker.isTouched = true
      replaceTop(.picker(picker))
      if isSecond { pressInPicker(.enter, picker) } else { previewPicker() }
    case .dossier(var view):
      let index = view.top + mouse.y - DossierPane.head
      guard view.rows.indices.contains(index), mouse.y >= DossierPane.head, view.rows[index].target != nil else { return }
      let isSecond = view.selected == index
      view.selected = index
      replaceTop(.dossier(view))
      if isSecond { enter() }
    case .map(var sheet):
      let area = MapPane.area(size)
      guard let world = WorldMap.standard, let raster = sheet.raster?.map, area.contains(x: mouse.x, y: mouse.y),
        let code = raster.country(atColumn: mouse.x - area.x, row: mouse.y - area.y, in: world)
      else { return }
      code == sheet.selected ? enterMap(sheet) : select(code, &sheet)
    case .story(var view):
      guard let index = StoryPane.entry(at: mouse, view, size) else { return }
      if index == view.selected { return enterStoryRow(view) }
      (view.selected, view.top) = (index, 0)
      replaceTop(.story(view))
    case .query(let line):
      guard let index = QueryPane.completion(at: mouse, line, self) else { return }
      complete(line, line.completions[index])
    case .none: return
    }
  }

  /// Moves the border that is held.
  private mutating func drag(to mouse: Mouse) {
    guard let pane = dragged else { return }
    let layout = layout
    switch (layout.form, pane) {
    case (.columns, .list): choice.listShare = share(mouse.x, of: size.columns) - (size.columns >= Layout.wide ? 0 : 6)
    case (.columns, _): choice.factsShare = share(size.columns - mouse.x - 1, of: size.columns) - (size.columns >= Layout.wide ? 0 : 6)
    case (.stacked, .list): choice.listShare = share(mouse.y, of: size.rows) - 8
    case (.stacked, _): choice.factsShare = share(size.rows - mouse.y, of: size.rows) - 8
    case (.tooSmall, _): return
    }
    limitShares()
  }

  /// The least share in percent that gives so many cells, so that the border is where the mouse is.
  private func share(_ cells: Int, of whole: Int) -> Int { (cells * 100 + whole - 1) / max(1, whole) }
}
