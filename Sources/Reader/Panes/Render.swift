internal import DispatchModel
public import Terminal

/// What the reader shows: a pure function of its state.
///
///     screen.show(render(state))
///
/// Its cost depends on the screen's size only.
public func render(_ state: ReaderState) -> Frame {
  var canvas = Canvas(state)
  let layout = state.layout
  guard layout.form != .tooSmall else {
    canvas.drawTooSmall()
    return canvas.frame
  }
  if state.layers.contains(where: \.isSheet) {
    canvas.drawSheet(layout)
  } else {
    if let rect = layout.list { ListPane.draw(&canvas, rect, layout) }
    if let rect = layout.body { BodyPane.draw(&canvas, rect, layout) }
    if let rect = layout.facts { FactsPane.draw(&canvas, rect, layout) }
  }
  if state.picker?.dimsWhatIsBehind == true { canvas.dim(layout) }
  if !state.layers.contains(where: \.isSheet) {
    // After the dimming: a line is quiet already.
    for border in layout.borders where border.isVertical {
      canvas.frame.tile(border.rect, state.usesASCII ? "|" : "│", style: canvas.theme[.paneLine])
    }
  }
  StatusLine.draw(&canvas, layout.status)
  if state.picker == nil, state.queryLine == nil { TourPane.draw(&canvas, layout) }
  for layer in state.layers {
    switch layer {
    case .picker(let picker): PickerPane.draw(&canvas, picker)
    case .query(let line): QueryPane.draw(&canvas, line, layout)
    case .dossier, .story, .map: continue
    }
  }
  if !state.pendingKeys.isEmpty { PendingKeys.draw(&canvas, layout) }
  return canvas.frame
}

/// A frame being drawn, with what drawing needs.
struct Canvas {
  var frame: Frame
  let state: ReaderState
  let theme: Theme
  let language: Language
  let glyphs: Glyphs

  init(_ state: ReaderState) {
    self.state = state
    theme = state.theme
    language = state.language
    glyphs = state.usesASCII ? .ascii : .unicode
    frame = Frame(size: state.size, style: theme[.text])
    frame.title = "Telex"
  }

  /// What layers stand on: the text's colours on the layers' background.
  var ground: Style {
    var style = theme[.text]
    if let background = theme[.pickerFrame].background { style.background = background }
    return style
  }

  /// A pane's title: its digit, what it holds, how many; the rest of the row in dim.
  mutating func title(_ pane: Pane, _ rect: Rect, _ words: DisplayText, count: DisplayText = "", detail: DisplayText = "", rule: Bool) {
    let isFocused = state.choice.focus == pane && state.layers.isEmpty
    let style = theme[isFocused ? .paneTitleFocused : .paneTitle]
    if rule { frame.tile(rect.row(0), glyphs.rule, style: theme[.paneLine]) }
    var x = rect.left + 1
    func room() -> Int { rect.right - 1 - x }
    if rule {
      let parts: [DisplayText] = [" \(pane.rawValue) ", words, words.isEmpty || count.isEmpty ? "" : " ", count, (words + count).isEmpty ? "" : " "]
      let width = parts.reduce(0) { $0 + TextWidth.width(of: $1) }
      frame.fill(Rect(x: x, y: rect.top, width: min(width, room()), height: 1), theme[.text])
      x += 1
    }
    x += frame.put(DisplayText(pane.rawValue) + " ", x: x, y: rect.top, style: theme[.textDim], maxWidth: room())
    if !words.isEmpty { x += frame.put(words, x: x, y: rect.top, style: style, maxWidth: room()) }
    if !count.isEmpty { x += frame.put((words.isEmpty ? "" : " ") + count, x: x, y: rect.top, style: theme[.textDim], maxWidth: room()) }
    let width = TextWidth.width(of: detail)
    if width > 0, width + 2 <= room() {
      if rule { frame.fill(Rect(x: rect.right - width - 2, y: rect.top, width: width + 2, height: 1), theme[.text]) }
      frame.put(" " + detail + " ", x: rect.right - width - 2, y: rect.top, style: theme[.textDim])
    }
  }

  /// Lets all but the status line step back.
  mutating func dim(_ layout: Layout) {
    var style = theme[.textDim]
    // Some themes dim by an attribute alone; colours of names would stay.
    style.foreground = style.foreground ?? theme[.text].foreground
    style.background = nil
    frame.patch(Rect(x: 0, y: 0, width: frame.size.columns, height: layout.status.top), style)
  }

  /// A word that a box over the panes will cut in two ends before it with an ellipsis; what is left of one behind it goes.
  mutating func endWords(beside rect: Rect) {
    func isWord(_ x: Int, _ y: Int) -> Bool {
      let cell = frame[x, y]
      return cell.isContinuation || cell.text.first.map { $0.isLetter || $0.isNumber || $0.isPunctuation } == true
    }
    for y in max(0, rect.top)..<max(0, min(rect.bottom, frame.size.rows)) {
      if rect.left > 0, isWord(rect.left - 1, y), isWord(rect.left, y) {
        var start = rect.left - 1
        while start > 0, isWord(start - 1, y) { start -= 1 }
        blank(start..<rect.left, y)
        frame.put(state.usesASCII ? "." : "…", x: start, y: y, style: theme[.textDim])
      }
      if rect.right < frame.size.columns, isWord(rect.right - 1, y), isWord(rect.right, y) {
        var end = rect.right
        while end < frame.size.columns, isWord(end, y) { end += 1 }
        blank(rect.right..<end, y)
      }
    }
  }

  /// Takes the text from cells, leaving the colour behind it.
  private mutating func blank(_ columns: Range<Int>, _ y: Int) {
    for x in columns {
      var style = theme[.text]
      if let background = frame[x, y].style.background { style.background = background }
      frame.fill(Rect(x: x, y: y, width: 1, height: 1), style)
    }
  }

  /// Puts runs one after the other, clipped to `maxWidth`; gives the cells used.
  @discardableResult
  mutating func put(_ runs: [FactsRow.Run], x: Int, y: Int, maxWidth: Int) -> Int {
    var used = 0
    for run in runs where used < maxWidth {
      used += frame.put(run.text, x: x + used, y: y, style: theme[run.role], maxWidth: maxWidth - used)
    }
    return used
  }

  mutating func drawTooSmall() {
    let text = TextWidth.fit(Words.tooSmall(language), to: state.size.columns)
    let y = max(0, state.size.rows / 2)
    frame.put(text, x: max(0, (state.size.columns - TextWidth.width(of: text)) / 2), y: min(y, state.size.rows - 1), style: theme[.text])
  }

  /// The topmost dossier or story over the whole screen but the status line.
  mutating func drawSheet(_ layout: Layout) {
    let area = Rect(x: 0, y: 0, width: state.size.columns, height: state.size.rows - 1)
    switch state.layers.last(where: \.isSheet) {
    case .dossier(let view): DossierPane.draw(&self, view, area)
    case .story(let view): StoryPane.draw(&self, view, area)
    case .map(let sheet): MapPane.draw(&self, sheet)
    default: return
    }
  }
}

/// The signs that stand for states; plain ones where the terminal shows ASCII only.
struct Glyphs: Sendable {
  let unread, star, bar, quote, rule, folded, unfolded, member, picked, ticked, excluded, close, block, spinner, atLeast: DisplayText

  static let unicode = Glyphs(
    unread: "●", star: "★", bar: "▌", quote: "▎", rule: "─", folded: "▸", unfolded: "▾", member: "↳", picked: "✓", ticked: "✓", excluded: "−",
    close: "×", block: "━", spinner: "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", atLeast: "≥\u{A0}")
  static let ascii = Glyphs(
    unread: "*", star: "#", bar: ">", quote: "|", rule: "-", folded: "+", unfolded: "-", member: "`", picked: "x", ticked: "x", excluded: "-",
    close: "x", block: "=", spinner: "|/-\\", atLeast: ">= ")
}

extension ReaderState {
  /// What stands before the number of matches where counting was given up.
  var bound: DisplayText { list.isTotalExact ? "" : (usesASCII ? Glyphs.ascii : .unicode).atLeast }
}
