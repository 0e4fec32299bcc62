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
  /// Rows above both: a free one, the title, what it is, a free one.
  private static let head = 4
  private static let perEntry = 2

  static func textWidth(_ size: Size) -> Int {
    min(BodyLayout.measure, max(10, (size.columns >= wide ? size.columns - listWidth - 6 : size.columns - 6)))
  }

  /// The rectangles of the dispatches and of the text, under the title.
  private static func parts(_ view: StoryView, _ area: Rect) -> (list: Rect, text: Rect) {
    let rest = area.inset(top: min(head, area.height))
    if area.width >= wide {
      let (left, right) = rest.splitLeft(listWidth)
      return (left, right.inset(left: 3, right: 2))
    }
    let (top, bottom) = rest.splitTop(min(max(4, view.entries.count * 2), rest.height / 2))
    return (top, bottom.inset(left: 3, top: 1, right: 2))
  }

  /// The dispatch or version under the mouse.
  static func entry(at mouse: Mouse, _ view: StoryView, _ size: Size) -> Int? {
    let list = parts(view, Rect(x: 0, y: 0, width: size.columns, height: size.rows - 1)).list
    guard list.contains(x: mouse.x, y: mouse.y) else { return nil }
    let index = first(view, list) + (mouse.y - list.top) / perEntry
    return view.entries.indices.contains(index) ? index : nil
  }

  /// The first dispatch that is shown.
  private static func first(_ view: StoryView, _ list: Rect) -> Int {
    max(0, min(view.selected - list.height / perEntry + 1, view.entries.count - list.height / perEntry))
  }

  static func draw(_ canvas: inout Canvas, _ view: StoryView, _ area: Rect) {
    let theme = canvas.theme
    let language = canvas.language
    var y = area.top + 1
    canvas.frame.put(
      Fitting.words(DisplayText(view.title), to: area.width - 4), x: area.left + 2, y: y, style: theme[.dossierTitle], maxWidth: area.width - 4)
    y += 1
    canvas.frame.put(Fitting.words(summary(view, language), to: area.width - 4), x: area.left + 2, y: y, style: theme[.textDim], maxWidth: area.width - 4)
    let (list, text) = parts(view, area)
    if area.width >= wide {
      canvas.frame.tile(Rect(x: list.right, y: list.top, width: 1, height: list.height), canvas.state.usesASCII ? "|" : "│", style: theme[.paneLine])
    } else {
      canvas.frame.tile(Rect(x: area.x, y: list.bottom, width: area.width, height: 1), canvas.glyphs.rule, style: theme[.paneLine])
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
    if let last = tolls.row.last, tolls.row.count > 1 || !tolls.others.isEmpty {
      parts.append(tolls.row.map { Numbers.grouped($0, language) }.joined(separator: " → ") + " " + Words.dead.noun(last, language))
    }
    if let last = tolls.row.last, !tolls.others.isEmpty {
      let all = [StoryTolls.Toll(agency: tolls.agency, dead: last)] + tolls.others
      let numbers = all.map { DisplayText($0.agency ?? "") + " " + Numbers.grouped($0.dead, language) }.joined(separator: ", ")
      parts.append(Phrase("les agences divergent : ", "agencies disagree: ")(language) + numbers)
    }
    return parts.joined(separator: " · ")
  }

  private static func drawEntries(_ canvas: inout Canvas, _ view: StoryView, _ list: Rect) {
    let theme = canvas.theme
    let first = first(view, list)
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
