internal import DispatchModel
internal import Terminal

/// The list of dispatches: a row for each where it is wide, else a row of date, agency and countries over the headline.
enum ListPane {
  /// From this width on a dispatch is one row.
  static let wide = 70

  /// The rows that a line takes in a list so wide. O(headline).
  static func height(_ line: DispatchLine, width: Int, state: ReaderState) -> Int {
    if width >= wide { return 1 }
    return 1 + headline(line, width: width).count + (tolls(line, state.language) == nil || !state.list.leadsStory(line) ? 0 : 1)
  }

  /// The headline in at most two rows.
  static func headline(_ line: DispatchLine, width: Int) -> [DisplayText] {
    let room = max(4, width - 5)
    let lines = Wrapping.lines(DisplayText(line.headline.isEmpty ? "—" : line.headline), width: room)
    guard lines.count > 2 else { return lines }
    return [lines[0], Fitting.words(lines[1] + " " + lines[2], to: room)]
  }

  /// `12 → 17 → 23 morts · ATS 21`; nothing where there is one number only and nobody has another.
  static func tolls(_ line: DispatchLine, _ language: Language) -> DisplayText? {
    guard let story = line.story, let last = story.tolls.last, story.tolls.count > 1 || !story.others.isEmpty else { return nil }
    let row = story.tolls.suffix(5).map { Numbers.grouped($0, language) }.joined(separator: " → ")
    let others = story.others.map { " · " + DisplayText($0.agency ?? "") + " " + Numbers.grouped($0.dead, language) }.joined()
    return row + " " + Words.dead.noun(last, language) + others
  }

  /// The shown line at a row of the list's content; nil below the last.
  static func shownIndex(atRow row: Int, _ content: Rect, _ state: ReaderState) -> Int? {
    guard var index = state.list.shownIndex(of: state.list.top), row >= 0 else { return nil }
    var y = 0
    while index < state.list.shown.count {
      y += height(state.list.lines[state.list.shown[index]], width: content.width, state: state)
      if row < y { return index }
      index += 1
    }
    return nil
  }

  static func draw(_ canvas: inout Canvas, _ rect: Rect, _ layout: Layout) {
    let state = canvas.state
    let list = state.list
    let count = list.total.map { state.bound + Numbers.grouped($0, canvas.language) } ?? ""
    let detail = list.order == .newest ? DisplayText() : Words.order(list.order)(canvas.language)
    canvas.title(.list, rect, Words.listTitle(canvas.language), count: count, detail: detail, rule: false)
    guard let content = layout.content(.list) else { return }
    if list.isEmpty { return drawEmpty(&canvas, content) }
    guard var index = list.shownIndex(of: list.top) else { return }
    var y = content.top
    while y < content.bottom, index < list.shown.count {
      let line = list.lines[list.shown[index]]
      let rows = height(line, width: content.width, state: state)
      let area = Rect(x: content.x, y: y, width: content.width, height: min(rows, content.bottom - y))
      content.width >= wide ? drawRow(&canvas, line, area) : drawCard(&canvas, line, area)
      y += rows
      index += 1
    }
  }

  /// A dispatch on one row.
  private static func drawRow(_ canvas: inout Canvas, _ line: DispatchLine, _ area: Rect) {
    let theme = canvas.theme
    select(&canvas, line, area)
    let y = area.top
    let x = area.left + 1
    let end = area.right - 1
    marks(&canvas, line, x: x, y: y)
    let dateWidth = canvas.language == .fr ? 9 : 10
    canvas.frame.put(
      TextWidth.pad(Dates.brief(line.published, state(canvas).clock, canvas.language), to: dateWidth), x: x + 2, y: y, style: theme[.listDate])
    var column = x + 2 + dateWidth
    canvas.frame.put(TextWidth.pad(DisplayText(line.agency ?? ""), to: 8), x: column, y: y, style: theme[.listAgency])
    column += 9
    let codes = line.countries.prefix(2).map { DisplayText($0) }.joined(separator: " ")
    canvas.frame.put(TextWidth.pad(codes, to: 5), x: column, y: y, style: theme[.listCountry])
    column += 6
    let tail = tail(line, canvas)
    let right = end - TextWidth.width(of: tail.text) - (tail.text.isEmpty ? 0 : 1)
    canvas.frame.put(tail.text, x: right + 1, y: y, style: theme[tail.role])
    headlineRun(&canvas, DisplayText(line.headline), line, x: column, y: y, room: right - column)
  }

  /// A dispatch on a row of its own facts and one or two of its headline.
  private static func drawCard(_ canvas: inout Canvas, _ line: DispatchLine, _ area: Rect) {
    let theme = canvas.theme
    select(&canvas, line, area)
    let x = area.left + 1
    marks(&canvas, line, x: x, y: area.top)
    let end = area.right - 1
    let tail = tail(line, canvas)
    let right = end - TextWidth.width(of: tail.text)
    canvas.frame.put(tail.text, x: right, y: area.top, style: theme[tail.role])
    var column = x + 2
    func put(_ text: DisplayText, _ role: StyleRole, pad: Int = 0) {
      guard column < right - 1, !text.isEmpty || pad > 0 else { return }
      let padded = pad > 0 ? TextWidth.pad(text, to: pad) : text
      column += canvas.frame.put(padded, x: column, y: area.top, style: theme[role], maxWidth: right - 1 - column) + 1
    }
    put(Dates.brief(line.published, state(canvas).clock, canvas.language), .listDate, pad: canvas.language == .fr ? 8 : 9)
    put(TextWidth.fit(DisplayText(line.agency ?? ""), to: 8), .listAgency)
    put(line.countries.prefix(3).map { DisplayText($0) }.joined(separator: " "), .listCountry)
    for tag in line.tags.prefix(2) { put("#" + DisplayText(tag), .textDim) }
    var y = area.top + 1
    for text in headline(line, width: area.width) where y < area.bottom {
      headlineRun(&canvas, text, line, x: x + 2, y: y, room: end - x - 2)
      y += 1
    }
    if y < area.bottom, canvas.state.list.leadsStory(line), let tolls = tolls(line, canvas.language) {
      canvas.frame.put(Fitting.words(tolls, to: end - x - 2), x: x + 2, y: y, style: theme[.accent], maxWidth: end - x - 2)
    }
  }

  private static func state(_ canvas: Canvas) -> ReaderState { canvas.state }

  /// The bar and the ground of the selected line.
  private static func select(_ canvas: inout Canvas, _ line: DispatchLine, _ area: Rect) {
    guard line.id == canvas.state.list.selected else { return }
    let isFocused = canvas.state.choice.focus == .list && canvas.state.layers.isEmpty
    canvas.frame.patch(area, canvas.theme[.listSelected])
    let style = isFocused ? canvas.theme[.listBar] : canvas.theme[.paneLine]
    canvas.frame.tile(Rect(x: area.x, y: area.y, width: 1, height: area.height), canvas.glyphs.bar, style: style)
    if isFocused { canvas.frame.cursor = Position(x: area.x, y: area.y) }
  }

  private static func marks(_ canvas: inout Canvas, _ line: DispatchLine, x: Int, y: Int) {
    if canvas.state.list.marked.contains(line.id) {
      canvas.frame.put(canvas.glyphs.picked, x: x, y: y, style: canvas.theme[.accent])
    } else if line.isUnread {
      canvas.frame.put(canvas.glyphs.unread, x: x, y: y, style: canvas.theme[.listUnread])
    }
  }

  /// What stands at the right: urgency, the story's size, the star.
  private static func tail(_ line: DispatchLine, _ canvas: Canvas) -> (text: DisplayText, role: StyleRole) {
    var parts: [DisplayText] = []
    if let urgency = line.urgency, urgency <= 2 { parts.append("!") }
    if let story = line.story, story.count > 1 {
      let isFolded = !canvas.state.list.unfolded.contains(story.id)
      let leads = canvas.state.list.leadsStory(line)
      parts.append(leads ? (isFolded ? canvas.glyphs.folded : canvas.glyphs.unfolded) + DisplayText(story.count) : canvas.glyphs.member)
    } else if line.versions > 1 {
      parts.append("v\(line.versions)")
    }
    if let tag = line.tags.first { parts.append("#" + TextWidth.fit(DisplayText(tag), to: 10) + (line.tags.count > 1 ? "+" : "")) }
    if line.isStarred { parts.append(canvas.glyphs.star) }
    return (parts.joined(separator: " "), line.isStarred ? .listStar : .textDim)
  }

  private static func headlineRun(_ canvas: inout Canvas, _ text: DisplayText, _ line: DispatchLine, x: Int, y: Int, room: Int) {
    let fitted = Fitting.words(text, to: room)
    let style = canvas.theme[line.isUnread ? .listUnread : .listRead]
    canvas.frame.put(fitted, x: x, y: y, style: style, maxWidth: room)
    let words = canvas.state.query.words
    guard !words.isEmpty else { return }
    let scalars = Array(fitted.string.unicodeScalars)
    for hit in Hits.find(words, in: scalars) {
      let before = TextWidth.width(of: DisplayText(Wrapping.string(scalars, TextSpan(start: 0, end: hit.start))))
      let width = TextWidth.width(of: DisplayText(Wrapping.string(scalars, hit)))
      canvas.frame.patch(Rect(x: x + before, y: y, width: min(width, room - before), height: 1), canvas.theme[.searchHit])
    }
  }

  /// What may find more: the last word as a beginning; nothing while one types, when the list follows anyway.
  private static func advice(_ state: ReaderState) -> [(DisplayText, StyleRole)] {
    guard state.queryLine == nil else { return [] }
    let beginnings = state.query.lastPlainWord.map { (Words.tryBeginning($0, state.language), StyleRole.textDim) }
    return [beginnings, (Words.dropFilter(state.language), .textDim)].compactMap { $0 }
  }

  private static func drawEmpty(_ canvas: inout Canvas, _ content: Rect) {
    let (state, language) = (canvas.state, canvas.language)
    let sentences: [(DisplayText, StyleRole)] =
      if state.list.isLoading {
        [(Words.loading(language), .textDim)]
      } else if !state.query.text.isEmpty {
        [(Words.nothingMatches(language), .text)] + advice(state)
      } else {
        [(Words.listIsEmpty(language), .textDim)]
      }
    var y = content.top
    for (sentence, role) in sentences {
      for line in Wrapping.lines(sentence, width: max(4, content.width - 3)) where y < content.bottom {
        canvas.frame.put(line, x: content.left + 2, y: y, style: canvas.theme[role], maxWidth: content.width - 3)
        y += 1
      }
    }
  }
}
