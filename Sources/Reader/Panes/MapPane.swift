internal import DispatchModel
internal import Terminal

/// Draws the map, what is known of the country stood on in a corner of sea, and a legend; a list where braille cannot be shown.
enum MapPane {
  /// The rectangle of the map proper: below the title row.
  static func area(_ size: Size) -> Rect { Rect(x: 0, y: 1, width: size.columns, height: max(0, size.rows - 2)) }

  static func draw(_ canvas: inout Canvas, _ sheet: MapSheet) {
    let area = area(canvas.state.size)
    drawTitle(&canvas, sheet)
    guard let raster = sheet.raster?.map, let world = WorldMap.standard, !canvas.state.usesASCII else {
      return drawList(&canvas, sheet, area)
    }
    let view = MapView(world: world, raster: raster, counts: sheet.byCode, selected: sheet.selected)
    view.draw(into: &canvas.frame, area, canvas.theme)
    if let code = sheet.selected { view.drawName(CountryNames.name(code, canvas.language), into: &canvas.frame, area, canvas.theme) }
    let width = min(44, area.width / 2)
    if let corner = view.emptyCorner(of: area, Size(columns: width, rows: 6)) { drawCorner(&canvas, sheet, corner) }
    drawLegend(&canvas, sheet, area)
  }

  private static func drawTitle(_ canvas: inout Canvas, _ sheet: MapSheet) {
    let title = Phrase("Carte", "Map")(canvas.language)
    var x = 1 + canvas.frame.put(title, x: 1, y: 0, style: canvas.theme[.paneTitleFocused])
    let total = sheet.counts.count
    x += canvas.frame.put(" \(total) " + Words.countryNoun(total, canvas.language), x: x, y: 0, style: canvas.theme[.textDim])
    if !sheet.typed.isEmpty {
      x += 2 + canvas.frame.put("  › " + DisplayText(sheet.typed), x: x, y: 0, style: canvas.theme[.accent])
      canvas.frame.cursor = Position(x: min(x - 2, canvas.state.size.columns - 1), y: 0)
    }
  }

  /// Name, count, newest headline of the country stood on.
  private static func drawCorner(_ canvas: inout Canvas, _ sheet: MapSheet, _ corner: Rect) {
    guard let code = sheet.selected else { return }
    let theme = canvas.theme
    canvas.frame.fill(corner, theme[.text])
    let inner = corner.inset(dx: 1, dy: 0)
    let count = Words.dispatches(sheet.byCode[code] ?? 0, canvas.language)
    let name = CountryNames.name(code, canvas.language)
    let used = canvas.frame.put(TextWidth.fit(name, to: inner.width), x: inner.left, y: inner.top, style: theme[.mapSelected], maxWidth: inner.width)
    canvas.frame.put(TextWidth.fit("  " + count, to: inner.width - used), x: inner.left + used, y: inner.top, style: theme[.textDim], maxWidth: inner.width - used)
    drawMonths(&canvas, sheet.months, inner.row(1))
    guard let newest = sheet.newest else { return }
    let date = Dates.plain(newest.published, canvas.state.clock, canvas.language)
    let agency = DisplayText(newest.agency ?? "")
    canvas.frame.put(TextWidth.fit(date + "  " + agency, to: inner.width), x: inner.left, y: inner.top + 2, style: theme[.listDate], maxWidth: inner.width)
    for (row, line) in Wrapping.lines(DisplayText(newest.headline), width: max(4, inner.width)).prefix(2).enumerated() {
      canvas.frame.put(line, x: inner.left, y: inner.top + 3 + row, style: theme[.text], maxWidth: inner.width)
    }
  }

  /// How often the country was named, over the whole time.
  private static func drawMonths(_ canvas: inout Canvas, _ months: [MonthCount], _ row: Rect) {
    guard months.count > 1, let first = months.first, let last = months.last, row.width > 24 else { return }
    let shown = Spark.fitted(months, to: row.width - 18)
    var x = row.left
    x += canvas.frame.put(Dates.month(first) + " ", x: x, y: row.top, style: canvas.theme[.textDim])
    x += canvas.frame.put(Spark.line(shown, ascii: canvas.state.usesASCII), x: x, y: row.top, style: canvas.theme[.spark])
    canvas.frame.put(" " + Dates.month(last), x: x, y: row.top, style: canvas.theme[.textDim], maxWidth: row.right - x)
  }

  /// The shades, between the fewest and the most dispatches that a country has: `1 ⣿⣿⣿⣿⣿ 348 dépêches`.
  private static func drawLegend(_ canvas: inout Canvas, _ sheet: MapSheet, _ area: Rect) {
    guard let most = sheet.counts.map(\.count).max(), most > 0 else { return }
    let words = " " + Words.dispatches(most, canvas.language)
    var x = area.right - 13 - TextWidth.width(of: words)
    guard x > 40 else { return }
    x += canvas.frame.put("1 ", x: x, y: 0, style: canvas.theme[.textDim])
    for role in StyleRole.mapShades { x += canvas.frame.put("⣿⣿", x: x, y: 0, style: canvas.theme[role]) }
    canvas.frame.put(words, x: x, y: 0, style: canvas.theme[.textDim])
  }

  /// The counts as a list with bars.
  private static func drawList(_ canvas: inout Canvas, _ sheet: MapSheet, _ area: Rect) {
    let most = max(1, sheet.counts.map(\.count).max() ?? 1)
    let index = sheet.counts.firstIndex { $0.code == sheet.selected } ?? 0
    let first = max(0, min(index - area.height / 2, sheet.counts.count - area.height))
    for row in 0..<area.height {
      guard let count = sheet.counts[safe: first + row] else { break }
      let y = area.top + row
      if count.code == sheet.selected {
        canvas.frame.patch(area.row(row), canvas.theme[.pickerSelected])
        canvas.frame.put(canvas.glyphs.bar, x: area.left, y: y, style: canvas.theme[.listBar])
      }
      let name = TextWidth.pad(CountryNames.name(count.code, canvas.language), to: min(30, area.width / 2))
      canvas.frame.put(name, x: area.left + 2, y: y, style: canvas.theme[.listItem])
      let bar = canvas.glyphs.block.repeated(max(1, count.count * (area.width / 3) / most))
      let used = canvas.frame.put(bar, x: area.left + 3 + min(30, area.width / 2), y: y, style: canvas.theme[.pickerBar])
      canvas.frame.put(" " + Numbers.grouped(count.count, canvas.language), x: area.left + 3 + min(30, area.width / 2) + used, y: y, style: canvas.theme[.pickerCount])
    }
  }
}
