internal import DispatchModel
internal import Terminal

/// Filling the list and moving in it.
extension ReaderState {
  /// Shows the list of `query` from its start.
  mutating func apply(_ query: QueryText) {
    guard query != self.query else { return }
    self.query = query
    reload()
  }

  /// Asks for the list anew. What is shown stays until the answer comes.
  mutating func reload() {
    list.isLoading = true
    counted = nil
    cancel(.more)
    // Fewer than a whole window, since it is wanted at each key of a query; relevance is not gone on with.
    let limit = list.order == .relevance ? ListState.page : min(ListState.page, size.rows + 64)
    ask(.page(PageRequest(query: query.text, order: list.order, limit: limit)), as: .page)
    ask(.count(query.text), as: .count)
  }

  /// Shows a list that was already there, as it was.
  mutating func restore(_ query: QueryText, _ list: ListState) {
    self.query = query
    self.list = list
    cancel(.page)
    cancel(.more)
    if list.isLoading { return reload() }
    if !list.lines.isEmpty { ask(.lines(list.lines.map(\.id)), as: .lines) }
    if list.total == nil { ask(.count(query.text), as: .count) }
  }

  /// A window has come.
  mutating func take(_ request: PageRequest, _ page: DispatchPage) {
    let isWhole = page.lines.count < request.limit
    switch request.anchor {
    case .first:
      let kept = list.beginsAnew ? nil : list.selected
      list = ListState(order: list.order, unfolded: list.unfolded)
      list.reachesEnd = isWhole || request.order == .relevance
      list.replace(page.lines)
      list.selected = page.lines.contains { $0.id == kept } ? kept : page.lines.first?.id
      list.refold()
      if isWhole { countWindow() }
      // The count may have come first.
      if let counted { list.take(counted) }
    case .last:
      list.replace(page.lines)
      list.isLoading = false
      list.reachesEnd = true
      list.reachesStart = isWhole
      list.offset = isWhole ? 0 : list.offsetOfLast(page.lines.count)
      list.selected = page.lines.last?.id
      list.top = nil
      list.refold()
    case .after:
      list.extend(page.lines, atEnd: true)
      if isWhole { list.reachesEnd = true }
    case .before:
      list.extend(page.lines, atEnd: false)
      if isWhole { list.reachesStart = true }
    }
    openSelected()
  }

  /// A list that came whole is counted here and now.
  private mutating func countWindow() {
    list.take(DispatchCount(total: list.lines.count, unread: list.lines.count { $0.isUnread }))
  }

  mutating func take(_ query: String, _ count: DispatchCount) {
    guard query == self.query.text else { return }
    counted = count
    let grown = count.total - (list.total ?? count.total)
    list.take(count)
    if grown > 0, count.isExact, list.reachesStart, let first = list.lines.first, list.order == .newest {
      list.reachesStart = false
      ask(.page(PageRequest(query: query, anchor: .before(first.id), limit: ListState.page)), as: .more)
    }
  }

  /// Moves the selection by so many shown lines.
  mutating func moveInList(by step: Int) {
    guard !list.shown.isEmpty else { return }
    let from = list.shownIndex ?? 0
    select(shownIndex: min(max(0, from + step), list.shown.count - 1))
  }

  /// The list's first line: at once where it is in the window, else it is asked for.
  mutating func moveToFirst() {
    if list.reachesStart { return select(shownIndex: 0) }
    ask(.page(PageRequest(query: query.text, order: list.order, limit: ListState.page)), as: .page)
    list.beginsAnew = true
  }

  mutating func moveToLast() {
    if list.reachesEnd { return select(shownIndex: list.shown.count - 1) }
    ask(.page(PageRequest(query: query.text, order: list.order, anchor: .last, limit: ListState.page)), as: .page)
  }

  mutating func select(shownIndex index: Int) {
    guard list.shown.indices.contains(index) else { return }
    list.selected = list.lines[list.shown[index]].id
    fillWindow(around: index)
    openSelected()
  }

  /// Asks for more lines where the selection comes near an end of the window.
  private mutating func fillWindow(around index: Int) {
    let margin = 60
    guard !running.contains(where: { $0.kind == .more }) else { return }
    if !list.reachesEnd, list.shown.count - index < margin, let last = list.lines.last {
      ask(.page(PageRequest(query: query.text, order: list.order, anchor: .after(last.id), limit: ListState.page)), as: .more)
    } else if !list.reachesStart, index < margin, let first = list.lines.first {
      ask(.page(PageRequest(query: query.text, order: list.order, anchor: .before(first.id), limit: ListState.page)), as: .more)
    }
  }

  /// The next shown line after the selection (before it where `step` is −1) that is unread.
  func nextUnread(step: Int) -> Int? {
    guard let from = list.shownIndex else { return nil }
    var index = from + step
    while list.shown.indices.contains(index) {
      if list.lines[list.shown[index]].isUnread { return index }
      index += step
    }
    return nil
  }

  /// Shows all dispatches of the selected line's story in the list, or its newest only.
  mutating func toggleStory() {
    guard let story = list.selectedLine?.story else { return }
    if list.unfolded.remove(story.id) == nil { list.unfolded.insert(story.id) }
    list.refold()
    openSelected()
  }
}

extension ListState {
  init(order: ListOrder, unfolded: Set<Int64>) {
    self.init()
    self.order = order
    self.unfolded = unfolded
    isLoading = false
  }
}
