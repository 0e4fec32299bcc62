internal import DispatchModel
internal import Terminal

/// The map of countries over the whole screen: shaded by how many dispatches of the present filter each has.
struct MapSheet: Hashable, Sendable {
  var counts: [CountryCount] = []
  /// The country stood on.
  var selected: String?
  var zoom = 1.0
  /// What was typed to find a country.
  var typed = ""
  /// The newest dispatch of the country stood on.
  var newest: DispatchLine?
  /// Dispatches a month that name it.
  var months: [MonthCount] = []
  /// The map at the present size; made when the size or the zoom changes.
  var raster: Raster?

  /// A raster compared by what it was made for.
  struct Raster: Hashable, Sendable {
    var size: Size
    var zoom: Double
    /// The country in the middle where the map is zoomed.
    var around: String?
    var map: MapRaster

    static func == (a: Raster, b: Raster) -> Bool { a.size == b.size && a.zoom == b.zoom && a.around == b.around }
    func hash(into hasher: inout Hasher) {
      hasher.combine(size)
      hasher.combine(zoom)
      hasher.combine(around)
    }
  }

  var byCode: [String: Int] { Dictionary(counts.map { ($0.code, $0.count) }) { first, _ in first } }

  /// Makes the raster where it is not there for that size and zoom.
  mutating func settle(_ size: Size) {
    let around = zoom > 1 ? selected : nil
    if let raster, raster.size == size, raster.zoom == zoom, raster.around == around { return }
    guard let world = WorldMap.standard, size.columns > 0, size.rows > 0 else { return raster = nil }
    raster = Raster(size: size, zoom: zoom, around: around, map: MapRaster(world, size: size, zoom: zoom, around: around))
  }
}

extension ReaderState {
  mutating func openMap() {
    leaveMark()
    var sheet = MapSheet()
    sheet.selected = query.countries.chosen.first ?? list.selectedLine?.countries.first
    layers.append(.map(sheet))
    ask(.countries(query.withCountries(chosen: [], excluded: []).text), as: .countries)
    askNewest()
  }

  mutating func takeMapCounts(_ counts: [CountryCount]) {
    guard case .map(var sheet) = layers.last else { return }
    sheet.counts = counts
    if sheet.selected == nil { sheet.selected = counts.first?.code }
    replaceTop(.map(sheet))
    askNewest()
  }

  /// The newest dispatch about the country stood on, for the corner.
  private mutating func askNewest() {
    guard case .map(let sheet) = layers.last, let code = sheet.selected else { return }
    let wanted = query.withCountries(chosen: [code], excluded: []).text
    ask(.page(PageRequest(query: wanted, limit: 1)), as: .peek)
    ask(.months(.country(code)), as: .months)
  }

  mutating func takeMapMonths(_ months: [MonthCount]) {
    guard case .map(var sheet) = layers.last else { return }
    sheet.months = months
    replaceTop(.map(sheet))
  }

  mutating func takePeek(_ page: DispatchPage) {
    guard case .map(var sheet) = layers.last else { return }
    sheet.newest = page.lines.first
    replaceTop(.map(sheet))
  }

  /// Keys of the map: arrows go to the neighbour, letters search, Enter filters, `+` and `-` zoom. False where the key is none of them.
  mutating func pressInMap(_ key: Key, _ sheet: MapSheet) -> Bool {
    var sheet = sheet
    message = nil
    switch key {
    case .left: go(.left, &sheet)
    case .right: go(.right, &sheet)
    case .up: go(.up, &sheet)
    case .down: go(.down, &sheet)
    case .tab, .backtab:
      // Along the countries that occur, the most frequent first.
      let codes = sheet.counts.map(\.code)
      guard !codes.isEmpty else { return true }
      let index = sheet.selected.flatMap { codes.firstIndex(of: $0) }
      let step = key == .tab ? 1 : codes.count - 1
      select(codes[index.map { ($0 + step) % codes.count } ?? 0], &sheet)
    case .enter: enterMap(sheet)
    case .character("+"), .character("="): zoom(&sheet, 2)
    case .character("-"): zoom(&sheet, 0.5)
    case .backspace:
      if !sheet.typed.isEmpty { sheet.typed.removeLast() }
      search(&sheet)
    case .esc where !sheet.typed.isEmpty:
      sheet.typed = ""
      replaceTop(.map(sheet))
    default:
      guard let typed = key.typed, typed.isLetter || (typed == " " && !sheet.typed.isEmpty), !(typed == "q" && sheet.typed.isEmpty) else {
        return false
      }
      sheet.typed.append(typed)
      search(&sheet)
    }
    return true
  }

  mutating func select(_ code: String?, _ sheet: inout MapSheet) {
    guard let code, code != sheet.selected else { return }
    sheet.selected = code
    sheet.newest = nil
    sheet.months = []
    replaceTop(.map(sheet))
    askNewest()
  }

  private mutating func go(_ direction: WorldMap.Direction, _ sheet: inout MapSheet) {
    sheet.typed = ""
    let codes = sheet.counts.map(\.code)
    let all = WorldMap.standard?.countries.map(\.code) ?? []
    // Among the countries that occur; all of them where nothing occurs.
    let next = WorldMap.standard?.neighbor(of: sheet.selected, direction, among: codes.isEmpty ? all : codes)
    replaceTop(.map(sheet))
    select(next, &sheet)
  }

  private mutating func search(_ sheet: inout MapSheet) {
    replaceTop(.map(sheet))
    guard !sheet.typed.isEmpty else { return }
    guard let found = CountryNames.search(sheet.typed, language).first else { return complain(Words.nothingFound(language)) }
    select(found, &sheet)
  }

  private mutating func zoom(_ sheet: inout MapSheet, _ factor: Double) {
    sheet.zoom = min(16, max(1, sheet.zoom * factor))
    replaceTop(.map(sheet))
  }

  /// Filters by the country stood on.
  mutating func enterMap(_ sheet: MapSheet) {
    guard let code = sheet.selected else { return }
    layers.removeLast()
    let wanted = query.withCountries(chosen: [code], excluded: [])
    remember(wanted)
    if choice.focus != .list { focus(.list) }
    guard wanted != query else { return }
    list.selected = nil
    apply(wanted)
  }
}
