internal import Terminal

/// The query line at the foot of the screen: the line, under it what is wrong, over it what may follow.
enum QueryPane {
  static func draw(_ canvas: inout Canvas, _ line: QueryLine, _ layout: Layout) {
    let theme = canvas.theme
    let rect = layout.status
    guard rect.width >= 10, rect.top >= 2 else { return }
    let y = line.problem == nil ? rect.top : rect.top - 1
    let ground = theme[.text].patched(by: theme[.input])
    canvas.frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: rect.bottom - y), ground)
    canvas.frame.put("/", x: rect.left + 1, y: y, style: theme[.accent])
    var width = rect.width - 4
    if line.problem == nil, let total = canvas.state.list.total {
      let count = beginning(line, canvas.state) + canvas.state.bound + Words.dispatches(total, canvas.language)
      let cells = TextWidth.width(of: count)
      if cells + 20 < rect.width {
        canvas.frame.put(count, x: rect.right - cells - 1, y: y, style: theme[.textDim])
        width -= cells + 2
      }
    }
    let first = drawLine(&canvas, line.editor, x: rect.left + 3, y: y, width: width, style: theme[.input])
    if let problem = line.problem {
      let column = max(0, min(problem.column - 1 - first, width - 1))
      let text = DisplayText(problem.message)
      let start = min(rect.left + 3 + column, max(rect.left + 3, rect.right - TextWidth.width(of: text) - 3))
      canvas.frame.put("^", x: rect.left + 3 + column, y: rect.bottom - 1, style: theme[.inputError])
      let x = start == rect.left + 3 + column ? start + 2 : rect.left + 1
      canvas.frame.put(TextWidth.fit(text, to: rect.right - x - 1), x: x, y: rect.bottom - 1, style: theme[.inputError])
      canvas.frame.put("^", x: rect.left + 3 + column, y: rect.bottom - 1, style: theme[.inputError])
    }
    drawCompletions(&canvas, line)
  }

  /// `prés…  ` where the last word is looked for as a beginning: once finished it may find less.
  private static func beginning(_ line: QueryLine, _ state: ReaderState) -> DisplayText {
    guard state.query.text.last == "*", line.editor.characters.last != "*", let word = QueryText(line.editor.text.trimmed).lastPlainWord else { return "" }
    return TextWidth.fit(DisplayText(word), to: 20) + "…  "
  }

  /// A line that is typed into, scrolled so that its cursor is in view.
  /// - Returns: the first character shown.
  @discardableResult
  static func drawLine(_ canvas: inout Canvas, _ editor: LineEditor, x: Int, y: Int, width: Int, style: Style) -> Int {
    guard width > 1 else { return 0 }
    var first = 0
    func cells(_ from: Int) -> Int { TextWidth.width(of: DisplayText(String(editor.characters[from..<editor.cursor]))) }
    while first < editor.cursor, cells(first) > width - 1 { first += 1 }
    canvas.frame.put(DisplayText(String(editor.characters[first...])), x: x, y: y, style: style, maxWidth: width)
    canvas.frame.cursor = Position(x: x + cells(first), y: y)
    return first
  }

  /// Where the completions stand within their frame, and the first that is shown; nil where there are none.
  private static func completions(_ line: QueryLine, _ state: ReaderState) -> (area: Rect, first: Int)? {
    let status = state.layout.status
    let y = line.problem == nil ? status.top : status.top - 1
    let shown = min(8, line.completions.count, y - 2)
    guard shown > 0 else { return nil }
    let first = max(0, min((line.completion ?? 0) - shown + 1, line.completions.count - shown))
    let width = min(46, state.size.columns - 4)
    let before = TextWidth.width(of: DisplayText(line.editor.beforeCursor)) - line.word.count
    let x = max(1, min(2 + before, state.size.columns - width - 1))
    return (Rect(x: x, y: y - 1 - shown, width: width, height: shown), first)
  }

  /// The completion under the mouse.
  static func completion(at mouse: Mouse, _ line: QueryLine, _ state: ReaderState) -> Int? {
    guard let (area, first) = completions(line, state), area.contains(x: mouse.x, y: mouse.y) else { return nil }
    return first + mouse.y - area.top
  }

  private static func drawCompletions(_ canvas: inout Canvas, _ line: QueryLine) {
    guard let (area, first) = completions(line, canvas.state) else { return }
    let theme = canvas.theme
    PickerPane.box(&canvas, area.inset(dx: -1, dy: -1))
    for row in 0..<area.height {
      guard let completion = line.completions[safe: first + row] else { break }
      let rowArea = area.row(row)
      if line.completion == first + row { canvas.frame.patch(rowArea, theme[.pickerSelected]) }
      var right = rowArea.right - 1
      if let count = completion.count {
        let number = Numbers.grouped(count, canvas.language)
        right -= TextWidth.width(of: number)
        canvas.frame.put(number, x: right, y: rowArea.top, style: theme[.pickerCount])
        right -= 1
      }
      var column = rowArea.left + 1
      column += canvas.frame.put(TextWidth.fit(DisplayText(completion.text), to: right - column), x: column, y: rowArea.top) + 2
      let detail = completion.type.map { Wording.singular($0)(canvas.language) } ?? DisplayText(completion.detail)
      if right - column > 2 { canvas.frame.put(TextWidth.fit(detail, to: right - column), x: column, y: rowArea.top, style: theme[.textDim]) }
    }
  }
}

/// The keys that may follow the ones pressed, in a corner.
enum PendingKeys {
  static func draw(_ canvas: inout Canvas, _ layout: Layout) {
    let bindings = canvas.state.pendingBindings
    let count = canvas.state.pendingKeys.count
    let rows = bindings.map { binding in
      (
        KeyNames.shown(binding.keys.dropFirst(count).map(\.notation).joined(separator: " "), canvas.language),
        Command.invocation(binding.command)?.command.title(canvas.language) ?? DisplayText(binding.command)
      )
    }
    let width = min(canvas.state.size.columns, (rows.map { TextWidth.width(of: $0.1) }.max() ?? 0) + 14)
    let height = min(rows.count + 2, layout.status.top)
    guard height > 2 else { return }
    let rect = Rect(x: canvas.state.size.columns - width, y: layout.status.top - height, width: width, height: height)
    PickerPane.box(&canvas, rect)
    for (index, row) in rows.prefix(height - 2).enumerated() {
      canvas.frame.put(row.0, x: rect.left + 2, y: rect.top + 1 + index, style: canvas.theme[.helpKey], maxWidth: 8)
      canvas.frame.put(row.1, x: rect.left + 11, y: rect.top + 1 + index, maxWidth: width - 13)
    }
  }
}
