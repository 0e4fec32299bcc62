internal import DispatchModel
internal import Terminal

/// The page about one person, organization, place or country.
struct DossierView: Hashable, Sendable {
  var entity: EntityReference
  var dossier: Dossier?
  var rows: [DossierRow] = []
  var width = 0
  /// The row stood on, one that can be entered.
  var selected: Int?
  var top = 0

  /// Moves over rows that can be entered.
  mutating func move(_ step: Int) {
    let stops = rows.indices.filter { rows[$0].target != nil && rows[$0].isFirst }
    guard !stops.isEmpty else { return top = max(0, top + step) }
    let from = selected.flatMap { stops.firstIndex(of: $0) } ?? (step > 0 ? -1 : 0)
    selected = stops[min(max(0, from + step), stops.count - 1)]
  }

  /// Goes to the first row of the next section, or of the one before.
  mutating func moveToSection(_ step: Int) {
    let firsts = rows.indices.filter { rows[$0].target != nil && rows[safe: $0 - 1]?.target == nil }
    guard !firsts.isEmpty else { return }
    let here = selected.map { position in firsts.lastIndex { $0 <= position } ?? 0 } ?? 0
    selected = firsts[(here + step + firsts.count) % firsts.count]
  }

  /// The dispatch that the row stood on leads to.
  var dispatch: Int64? {
    switch selected.flatMap({ rows[safe: $0]?.target }) {
    case .words(let id, _, _), .dispatch(let id): id
    case .entity, .none: nil
    }
  }

  /// Scrolls so that the selection is on a page of `height` rows.
  mutating func settle(height: Int) {
    if let selected {
      var end = selected + 1
      while end < rows.count, rows[end].target == rows[selected].target, !rows[end].isFirst { end += 1 }
      let isFirst = !rows[..<selected].contains { $0.target != nil }
      if selected < top || isFirst { top = isFirst ? 0 : selected }
      if end > top + height { top = end - height }
    }
    top = min(max(0, top), max(0, rows.count - height))
  }
}

/// A row of a dossier.
struct DossierRow: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case words(dispatch: Int64, span: TextSpan, number: Int)
    case dispatch(Int64)
    case entity(EntityReference)
  }

  var runs: [FactsRow.Run] = []
  /// Where Enter leads; nil for titles and space.
  var target: Target?
  /// The first row of its target.
  var isFirst = true
}

extension ReaderState {
  mutating func openDossier(_ entity: EntityReference) {
    leaveMark()
    layers.append(.dossier(DossierView(entity: entity)))
    ask(.dossier(entity), as: .dossier)
  }

  mutating func take(_ dossier: Dossier?) {
    guard case .dossier(var view) = layers.last else { return }
    guard let dossier else {
      layers.removeLast()
      if !back.isEmpty { back.removeLast() }
      return complain(Words.noDossier(language))
    }
    view.dossier = dossier
    view.width = 0
    replaceTop(.dossier(view))
  }

  mutating func enterDossierRow(_ view: DossierView) {
    guard let selected = view.selected, view.rows.indices.contains(selected), let target = view.rows[selected].target else { return }
    switch target {
    case .words(let dispatch, let span, _): visit(dispatch, at: [span])
    case .dispatch(let id): visit(id)
    case .entity(let entity): openDossier(entity)
    }
  }

  /// Layers that depend on the size are set anew, and their selection brought into view.
  mutating func settleLayers() {
    for index in layers.indices {
      switch layers[index] {
      case .dossier(var view):
        let width = min(96, max(20, size.columns - 4))
        if view.width != width, let dossier = view.dossier {
          view.width = width
          view.rows = DossierRows(dossier, width: width, clock: clock, language: language, ascii: usesASCII).rows
          if view.selected == nil || view.rows[safe: view.selected ?? 0]?.target == nil {
            view.selected = view.rows.firstIndex { $0.target != nil }
          }
        }
        view.settle(height: max(1, size.rows - 1 - DossierPane.head))
        layers[index] = .dossier(view)
      case .story(var view):
        view.settle(size: size, clock: clock, language: language)
        layers[index] = .story(view)
      case .picker(var picker):
        let height = max(1, PickerPane.listHeight(picker, PickerPane.rect(picker, self)))
        if picker.selection < picker.top { picker.top = picker.selection }
        if picker.selection >= picker.top + height { picker.top = picker.selection - height + 1 }
        if picker.items[..<min(picker.selection, picker.items.count)].allSatisfy(\.isHeader) { picker.top = 0 }
        picker.top = min(max(0, picker.top), max(0, picker.items.count - height))
        layers[index] = .picker(picker)
      case .map(var sheet):
        sheet.settle(MapPane.area(size).size)
        layers[index] = .map(sheet)
      case .query: continue
      }
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
