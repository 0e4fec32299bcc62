internal import DispatchModel
internal import Terminal

/// Reading marks, stars, tags: changed on the screen at once, in the store by an effect, and taken back by undo.
extension ReaderState {
  /// What a command on dispatches falls on: on a page the dispatch stood on; else the lines picked, else the one selected, else the one open.
  var targets: [Int64] {
    if let dossier { return [dossier.dispatch].compactMap { $0 } }
    if let story { return [story.entries[safe: story.selected]?.id].compactMap { $0 } }
    if !list.marked.isEmpty { return list.lines.map(\.id).filter { list.marked.contains($0) } }
    if choice.focus == .list, let line = list.selectedLine { return [line.id] }
    return (body.document?.line.id ?? list.selectedLine?.id).map { [$0] } ?? []
  }

  /// The lines of the targets as far as they are known.
  var targetLines: [DispatchLine] {
    let ids = Set(targets)
    var lines = list.lines.filter { ids.contains($0.id) }
    if lines.isEmpty, let dossier { lines = (dossier.dossier?.dispatches ?? []).filter { ids.contains($0.id) } }
    if lines.isEmpty, let line = body.document?.line, ids.contains(line.id) { lines = [line] }
    return lines
  }

  mutating func change(_ action: MarkChange.Action, ids: [Int64], isQuiet: Bool = false) {
    guard !ids.isEmpty else { return }
    if !isQuiet { message = nil }
    // A mark on one dispatch is seen on its line; a tag may have no room there.
    switch action {
    case .addTag, .removeTag: sayDone(action, ids.count)
    case .read, .star: if !isQuiet, ids.count > 1 { sayDone(action, ids.count) }
    }
    show(action, Set(ids))
    ask(.mark(MarkChange(action, on: .ids(ids))), as: .act)
  }

  /// Changes dispatches that the store finds; how many they were is said when it is done.
  mutating func change(_ action: MarkChange.Action, on target: MarkChange.Target) {
    ask(.mark(MarkChange(action, on: target)), as: .act)
  }

  /// Shows a change on the lines and the open dispatch.
  private mutating func show(_ action: MarkChange.Action, _ ids: Set<Int64>) {
    var unread = 0
    func apply(_ line: inout DispatchLine) {
      switch action {
      case .read(let isRead): line.isUnread = !isRead
      case .star(let isStarred): line.isStarred = isStarred
      case .addTag(let tag): if !line.tags.contains(tag) { line.tags.append(tag) }
      case .removeTag(let tag): line.tags.removeAll { $0 == tag }
      }
    }
    list.change(ids) { line in
      let before = line.isUnread
      apply(&line)
      if before != line.isUnread { unread += line.isUnread ? 1 : -1 }
    }
    list.unread = list.unread.map { max(0, $0 + unread) }
    if var view = dossier, var shown = view.dossier {
      for index in shown.dispatches.indices where ids.contains(shown.dispatches[index].id) { apply(&shown.dispatches[index]) }
      (view.dossier, view.width) = (shown, 0)
      replaceTop(.dossier(view))
    }
    if var line = body.document?.line, ids.contains(line.id) {
      apply(&line)
      body.document?.line = line
    }
  }

  mutating func takeMarked(_ change: MarkChange, _ outcome: MarkOutcome) {
    // Changes by id were shown when they were made; the store may have changed copies with them.
    if case .ids(let ids) = change.target { return Set(outcome.ids).isSubset(of: ids) ? () : refreshMarks() }
    sayDone(change.action, outcome.count)
    refreshMarks()
  }

  mutating func takeStep(_ outcome: MarkOutcome?, isUndo: Bool) {
    guard let outcome else {
      return say(isUndo ? Words.nothingToUndo(language) : Words.nothingToRedo(language))
    }
    let what = outcome.change.map { Words.done($0.action, outcome.count, language) } ?? Words.somethingUndone(language)
    say((isUndo ? Words.undone(language) : Words.redone(language)) + what)
    refreshMarks()
  }

  private mutating func sayDone(_ action: MarkChange.Action, _ count: Int) {
    say(Words.changed(action, count, language, undo: keyMap.keys(of: "undo").first.map { KeyNames.shown($0, language) }))
  }

  private mutating func refreshMarks() {
    if !list.lines.isEmpty { ask(.lines(list.lines.map(\.id)), as: .lines) }
    ask(.count(query.text), as: .count)
  }

  /// Marks the open dispatch as read, since it was opened on purpose.
  mutating func markOpenedRead() {
    cancel(.readDelay)
    guard let line = list.selectedLine, line.isUnread else { return }
    change(.read(true), ids: [line.id], isQuiet: true)
  }
}
