internal import Terminal

/// A picker in the middle of the screen.
enum PickerPane {
  /// Where it stands: a third of the width for countries, wider for help and commands; always within the screen.
  static func rect(_ picker: Picker, _ state: ReaderState) -> Rect {
    let area = Rect(x: 0, y: 0, width: state.size.columns, height: max(0, state.size.rows - 1))
    let share: Int
    switch picker.kind {
    case .countries, .tags, .themes, .factGroups: share = max(44, state.size.columns / 3)
    case .entities: share = max(50, state.size.columns * 2 / 5)
    case .saved, .feeds: share = max(60, state.size.columns / 2)
    case .commands, .help: share = min(110, max(76, state.size.columns * 4 / 5))
    }
    let rows: Int
    switch picker.kind {
    case .help: rows = area.height * 9 / 10
    case .factGroups, .tags, .themes, .saved, .feeds: rows = min(area.height * 3 / 4, max(10, picker.tallest + 7))
    default: rows = area.height * 3 / 4
    }
    return area.centered(width: min(share, area.width - 2), height: max(8, rows))
  }

  static func listTop(_ rect: Rect) -> Int { rect.top + 3 }
  /// Commands have what they do written out under the list: their rows are too short for it. Others have a free row there where there is room.
  static func listHeight(_ picker: Picker, _ rect: Rect) -> Int { rect.height - 5 - (explains(picker, rect) ? explanationRows : rect.height >= 12 ? 1 : 0) }
  private static let explanationRows = 3
  private static func explains(_ picker: Picker, _ rect: Rect) -> Bool {
    (picker.kind == .help || picker.kind == .commands) && rect.height >= 14
  }
  static func firstRow(_ picker: Picker, _ rect: Rect) -> Int { picker.top }

  static func draw(_ canvas: inout Canvas, _ picker: Picker) {
    let rect = rect(picker, canvas.state)
    guard rect.width >= 10, rect.height >= 6 else { return }
    let theme = canvas.theme
    // Strips at both sides of a wide one would show nothing but ends of lines.
    if rect.width * 3 >= canvas.state.size.columns * 2 {
      canvas.frame.fill(Rect(x: 0, y: rect.top, width: canvas.state.size.columns, height: rect.height), theme[.text])
    }
    box(&canvas, rect)
    let title = " " + Words.pickerTitle(picker.kind)(canvas.language) + " "
    canvas.frame.put(title, x: rect.left + 2, y: rect.top, style: theme[.paneTitleFocused], maxWidth: rect.width - 4)
    input(&canvas, picker.editor, rect)
    let most = max(1, picker.items.filter { !$0.isHeader }.compactMap(\.count).max() ?? 1)
    let height = listHeight(picker, rect)
    for row in 0..<max(0, height) {
      guard let item = picker.items[safe: picker.top + row] else { break }
      let area = Rect(x: rect.left + 1, y: listTop(rect) + row, width: rect.width - 2, height: 1)
      if item.isHeader {
        canvas.frame.put(item.label, x: area.left + 1, y: area.top, style: theme[.factGroup], maxWidth: area.width - 2)
      } else {
        draw(&canvas, picker, item, area, isSelected: picker.top + row == picker.selection, most: most)
      }
    }
    if picker.items.isEmpty {
      let none = Words.emptyPicker(picker.kind, isTyped: !picker.editor.isEmpty, isFiltered: !canvas.state.query.text.isEmpty)
      for (row, line) in Wrapping.lines(none(canvas.language), width: max(4, rect.width - 6)).enumerated() where row < height {
        canvas.frame.put(line, x: rect.left + 4, y: listTop(rect) + row, style: theme[.textDim], maxWidth: rect.width - 6)
      }
    }
    if explains(picker, rect) { explain(&canvas, picker, rect) }
    let hint = TextWidth.fit(Words.pickerHint(picker.kind)(canvas.language), to: rect.width - 4)
    canvas.frame.put(hint, x: rect.left + 2, y: rect.bottom - 2, style: theme[.textDim], maxWidth: rect.width - 4)
  }

  /// What the command stood on does, in full, and why it does not work now.
  private static func explain(_ canvas: inout Canvas, _ picker: Picker, _ rect: Rect) {
    let y = rect.bottom - 2 - explanationRows
    canvas.frame.tile(Rect(x: rect.left + 1, y: y, width: rect.width - 2, height: 1), canvas.glyphs.rule, style: canvas.ground.patched(by: canvas.theme[.pickerFrame]))
    guard let item = picker.current, !item.isHeader else { return }
    var text = item.help.isEmpty ? item.detail : item.help
    if let disabled = item.disabled { text = item.help.isEmpty ? disabled : disabled + " " + item.help }
    for (row, line) in Wrapping.lines(text, width: max(4, rect.width - 4)).prefix(explanationRows - 1).enumerated() {
      canvas.frame.put(line, x: rect.left + 2, y: y + 1 + row, style: canvas.ground, maxWidth: rect.width - 4)
    }
  }

  /// A frame with one thin line around it.
  static func box(_ canvas: inout Canvas, _ rect: Rect) {
    canvas.endWords(beside: rect)
    let ground = canvas.ground
    canvas.frame.fill(rect, ground)
    let ascii = canvas.state.usesASCII
    let line = ground.patched(by: canvas.theme[.pickerFrame])
    canvas.frame.tile(rect.row(0), ascii ? "-" : "─", style: line)
    canvas.frame.tile(rect.row(rect.height - 1), ascii ? "-" : "─", style: line)
    for x in [rect.left, rect.right - 1] {
      canvas.frame.tile(Rect(x: x, y: rect.top + 1, width: 1, height: rect.height - 2), ascii ? "|" : "│", style: line)
    }
    let corners: [(Int, Int, DisplayText)] = [
      (rect.left, rect.top, "╭"), (rect.right - 1, rect.top, "╮"), (rect.left, rect.bottom - 1, "╰"), (rect.right - 1, rect.bottom - 1, "╯"),
    ]
    for (x, y, corner) in corners { canvas.frame.put(ascii ? "+" : corner, x: x, y: y, style: line) }
  }

  private static func input(_ canvas: inout Canvas, _ editor: LineEditor, _ rect: Rect) {
    let y = rect.top + 1
    let style = canvas.theme[.input]
    canvas.frame.put(canvas.state.usesASCII ? ">" : "›", x: rect.left + 2, y: y, style: canvas.theme[.accent])
    QueryPane.drawLine(&canvas, editor, x: rect.left + 4, y: y, width: rect.width - 6, style: style)
  }

  private static func draw(
    _ canvas: inout Canvas, _ picker: Picker, _ item: PickerItem, _ area: Rect, isSelected: Bool, most: Int
  ) {
    let theme = canvas.theme
    if isSelected {
      canvas.frame.patch(area, theme[.pickerSelected])
      canvas.frame.put(canvas.glyphs.bar, x: area.left, y: area.top, style: theme[.listBar])
    }
    switch item.tick {
    case .chosen: canvas.frame.put(canvas.glyphs.ticked, x: area.left + 1, y: area.top, style: theme[.accent])
    case .excluded: canvas.frame.put(canvas.glyphs.excluded, x: area.left + 1, y: area.top, style: theme[.statusError])
    case .none: break
    }
    var right = area.right - 1
    if !item.key.isEmpty {
      canvas.frame.put(TextWidth.pad(TextWidth.fit(item.key, to: 14), to: 14), x: area.left + 3, y: area.top, style: theme[.helpKey])
    }
    let hasKeys = picker.kind == .help || picker.kind == .commands
    var x = area.left + (hasKeys ? 18 : 3)
    if let count = item.count {
      let number = Numbers.grouped(count, canvas.language)
      let width = max(5, TextWidth.width(of: number))
      canvas.frame.put(TextWidth.pad(number, to: width, atRight: true), x: right - width, y: area.top, style: theme[.pickerCount])
      right -= width + 1
      if picker.kind == .countries || picker.kind == .entities, area.width >= 40 {
        let room = min(10, area.width / 4)
        let filled = count > 0 ? max(1, count * room / most) : 0
        canvas.frame.put(canvas.glyphs.block.repeated(filled), x: right - room, y: area.top, style: theme[.pickerBar])
        right -= room + 1
      }
    }
    let isBare = picker.kind == .countries && item.count == 0 && item.tick == .none
    let labelStyle = item.disabled == nil && !isBare ? Style.plain : theme[.textDim]
    let labelRoom = right - x
    x += canvas.frame.put(TextWidth.fit(item.label, to: labelRoom), x: x, y: area.top, style: labelStyle, maxWidth: labelRoom) + 2
    let detail = item.disabled ?? item.detail
    guard !detail.isEmpty, right - x >= 2 else { return }
    if hasKeys {
      let column = max(x, area.left + 18 + 26)
      canvas.frame.put(Fitting.words(detail, to: right - column), x: column, y: area.top, style: theme[.textDim], maxWidth: max(0, right - column))
    } else {
      // `27 pays` cut to `27…` would say something else; a search's query says something by its beginning.
      if picker.kind != .saved, picker.kind != .feeds, item.disabled == nil, TextWidth.width(of: detail) > right - x { return }
      canvas.frame.put(TextWidth.fit(detail, to: right - x), x: x, y: area.top, style: theme[.textDim], maxWidth: right - x)
    }
  }
}
