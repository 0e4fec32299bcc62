internal import DispatchModel
internal import Terminal

/// The page of a dossier.
enum DossierPane {
  /// Rows above the scrolling ones: a free one, the name, what it is, a free one.
  static let head = 4

  static func draw(_ canvas: inout Canvas, _ view: DossierView, _ area: Rect) {
    let theme = canvas.theme
    let language = canvas.language
    let width = min(96, max(20, area.width - 4))
    let x = area.left + max(2, (area.width - width) / 2)
    canvas.frame.put(TextWidth.fit(Wording.name(view.entity, language), to: width), x: x, y: area.top + 1, style: theme[.dossierTitle], maxWidth: width)
    guard let dossier = view.dossier else {
      canvas.frame.put(Words.loading(language), x: x, y: area.top + 2, style: theme[.textDim], maxWidth: width)
      return
    }
    var facts = [Words.dispatches(dossier.count, language)]
    let clock = canvas.state.clock
    if let first = dossier.firstSeen, let last = dossier.lastSeen {
      let (from, to) = (first.date(offset: clock.zone), last.date(offset: clock.zone))
      facts.append(from == to ? Dates.day(from, language) : Dates.day(from, language) + " – " + Dates.day(to, language))
    }
    let kind = view.entity.countryCode == nil ? Wording.singular(view.entity.type)(language) : Words.countryNoun(1, language)
    facts.append(kind)
    canvas.frame.put(Fitting.words(facts.joined(separator: " · "), to: width), x: x, y: area.top + 2, style: theme[.textDim], maxWidth: width)
    for row in 0..<max(0, area.height - head) {
      guard let line = view.rows[safe: view.top + row] else { break }
      let y = area.top + head + row
      let isSelected = view.selected.flatMap { view.rows[safe: $0]?.target } == line.target && line.target != nil
      if isSelected {
        canvas.frame.patch(Rect(x: x - 2, y: y, width: width + 3, height: 1), theme[.factSelected])
        canvas.frame.put(canvas.glyphs.bar, x: x - 2, y: y, style: theme[.listBar])
        if line.isFirst { canvas.frame.cursor = Position(x: x - 2, y: y) }
      }
      canvas.put(line.runs, x: x, y: y, maxWidth: width)
    }
  }
}

/// The page of a story: its dispatches at the left or above, what the selected one changed beside or below.
enum StoryPane {
  /// From this width on the list stands beside the text.
  static let wide = 100
  private static let listWidth = 50

  static func textWidth(_ size: Size) -> Int {
    min(BodyLayout.measure, max(10, (size.columns >= wide ? size.columns - listWidth - 6 : size.columns - 6)))
  }

  static func draw(_ canvas: inout Canvas, _ view: StoryView, _ area: Rect) {
    let theme = canvas.theme
    let language = canvas.language
    var y = area.top + 1
    canvas.frame.put(
      Fitting.words(DisplayText(view.title), to: area.width - 4), x: area.left + 2, y: y, style: theme[.dossierTitle], maxWidth: area.width - 4)
    y += 1
    canvas.frame.put(Fitting.words(summary(view, language), to: area.width - 4), x: area.left + 2, y: y, style: theme[.textDim], maxWidth: area.width - 4)
    y += 2
    let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
    let (list, text): (Rect, Rect)
    if area.width >= wide {
      let (left, right) = rest.splitLeft(listWidth)
      (list, text) = (left, right.inset(left: 3, right: 2))
      canvas.frame.tile(Rect(x: right.left, y: right.top, width: 1, height: right.height), canvas.state.usesASCII ? "|" : "│", style: theme[.paneLine])
    } else {
      let (top, bottom) = rest.splitTop(min(max(4, view.entries.count * 2), rest.height / 2))
      (list, text) = (top, bottom.inset(left: 3, top: 1, right: 2))
      canvas.frame.tile(bottom.row(0), canvas.glyphs.rule, style: theme[.paneLine])
    }
    drawEntries(&canvas, view, list)
    for row in 0..<max(0, text.height) {
      guard let line = view.rows[safe: view.top + row] else { break }
      canvas.put(line.runs, x: text.left, y: text.top + row, maxWidth: text.width)
    }
  }

  /// `3 dépêches · 12 → 17 → 23 morts · AFP 23, AA 21`.
  private static func summary(_ view: StoryView, _ language: Language) -> DisplayText {
    var parts = [Words.dispatches(view.entries.count { $0.id != nil }, language)]
    let tolls = view.tolls
    if tolls.count > 1, let last = tolls.last {
      parts.append(tolls.map { Numbers.grouped($0, language) }.joined(separator: " → ") + " " + Words.dead.noun(last, language))
    }
    if !view.disagreement.isEmpty {
      let numbers = view.disagreement.map { DisplayText($0.agency) + " " + Numbers.grouped($0.dead, language) }.joined(separator: ", ")
      parts.append(Phrase("les agences divergent : ", "agencies disagree: ")(language) + numbers)
    }
    return parts.joined(separator: " · ")
  }

  private static func drawEntries(_ canvas: inout Canvas, _ view: StoryView, _ list: Rect) {
    let theme = canvas.theme
    let perEntry = 2
    let first = max(0, min(view.selected - list.height / perEntry + 1, view.entries.count - list.height / perEntry))
    for (row, index) in (first..<max(first, view.entries.count)).enumerated() {
      let y = list.top + row * perEntry
      guard y < list.bottom, let entry = view.entries[safe: index] else { break }
      let area = Rect(x: list.x, y: y, width: list.width, height: min(perEntry, list.bottom - y))
      if index == view.selected {
        canvas.frame.patch(area, theme[.listSelected])
        canvas.frame.tile(Rect(x: area.x, y: y, width: 1, height: area.height), canvas.glyphs.bar, style: theme[.listBar])
        canvas.frame.cursor = Position(x: area.x, y: y)
      }
      var x = list.left + 2
      x += canvas.frame.put(Dates.plain(entry.moment, canvas.state.clock, canvas.language), x: x, y: y, style: theme[.listDate], maxWidth: list.right - x) + 2
      x += canvas.frame.put(TextWidth.fit(DisplayText(entry.agency ?? ""), to: max(0, list.right - x)), x: x, y: y, style: theme[.listAgency], maxWidth: max(0, list.right - x)) + 2
      if let dead = entry.toll?.dead {
        canvas.frame.put(TextWidth.fit(Words.dead(dead, canvas.language), to: max(0, list.right - x - 1)), x: x, y: y, style: theme[.accent], maxWidth: max(0, list.right - x - 1))
      }
      if y + 1 < list.bottom {
        let headline = Fitting.words(DisplayText(entry.headline), to: list.width - 3)
        canvas.frame.put(headline, x: list.left + 2, y: y + 1, style: theme[entry.id == nil ? .listRead : .listUnread], maxWidth: list.width - 3)
      }
    }
  }
}
