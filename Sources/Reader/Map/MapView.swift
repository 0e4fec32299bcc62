public import Terminal

/// Draws the map: coasts and borders dim, countries that occur in five shades by their count, the selected one in the accent.
///
///     MapView(world: world, raster: raster, counts: ["IQ": 12, "RU": 3], selected: "IQ").draw(into: &frame, rect, theme)
///
/// Land is drawn in braille dots. A country that occurs is filled with them up to a gap along its borders, so that a shade never
/// hangs on colour alone: without colours an occurring country is full and another one an outline. The sea stays empty, also for
/// what stands in a corner (`emptyCorner`).
public struct MapView {
  let world: WorldMap
  let raster: MapRaster
  let selected: UInt16
  /// By owner: 0 does not occur, 1 to 5 its shade.
  private let shades: [UInt8]

  /// The raster must be of the world's and of the size of the rectangle that it is drawn into.
  public init(world: WorldMap, raster: MapRaster, counts: [String: Int], selected: String?) {
    self.world = world
    self.raster = raster
    self.selected = selected.flatMap { world.index(of: $0) }.map { UInt16($0 + 1) } ?? 0
    var shades = [UInt8](repeating: 0, count: world.countries.count + 1)
    for (code, shade) in Self.shades(of: counts) {
      if let index = world.index(of: code) { shades[index + 1] = UInt8(shade) }
    }
    self.shades = shades
  }

  /// The shade of each country, 1 to 5: equal steps of the counts' logarithm up to the greatest, since few countries
  /// make most of the news. A single dispatch is shade 1, the country with most 5.
  public static func shades(of counts: [String: Int]) -> [String: Int] {
    let greatest = counts.values.max() ?? 0
    return counts.filter { $0.value > 0 }.mapValues { count in
      if count == greatest { return 5 }
      // Fifths of log(count) / log(greatest), without a logarithm: count^5 against greatest^step.
      let power = (0..<5).reduce(1.0) { product, _ in product * Double(count) }
      var step = 1
      var bound = Double(greatest)
      while step < 5, power >= bound {
        bound *= Double(greatest)
        step += 1
      }
      return step
    }
  }

  /// Draws into the rectangle, cell for cell of the raster.
  public func draw(into frame: inout Frame, _ rect: Rect, _ theme: Theme) {
    let styles = MapStyles(theme)
    for row in 0..<min(rect.height, raster.size.rows) {
      for column in 0..<min(rect.width, raster.size.columns) {
        guard let (dots, ink) = cell(column, row) else { continue }
        frame.put(Braille.cell(dots), x: rect.x + column, y: rect.y + row, style: styles[ink], clip: rect)
      }
    }
  }

  /// Writes a name beside the selected country, at its right or else its left, where it fits into the rectangle.
  public func drawName(_ name: DisplayText, into frame: inout Frame, _ rect: Rect, _ theme: Theme) {
    guard selected > 0, raster.anchors.indices.contains(Int(selected) - 1) else { return }
    let anchor = raster.anchors[Int(selected) - 1]
    let (column, row) = (anchor.x >> 1, anchor.y >> 2)
    guard row >= 0, row < rect.height, column >= 0, column < rect.width else { return }
    var (first, last) = (column, column)
    while first > 0, isSelected(first - 1, row) { first -= 1 }
    while last < rect.width - 1, isSelected(last + 1, row) { last += 1 }
    let width = TextWidth.width(of: name)
    let x = last + 2 + width <= rect.width ? last + 2 : first - 1 - width
    guard x >= 0 else { return }
    // A name has room around it; dots that touch letters make both hard to read.
    frame.fill(Rect(x: rect.x + x - 1, y: rect.y + row, width: width + 2, height: 1).intersection(rect), theme[.text])
    frame.put(name, x: rect.x + x, y: rect.y + row, style: theme[.mapSelected], clip: rect)
  }

  private func isSelected(_ column: Int, _ row: Int) -> Bool {
    Braille.places.contains { raster.owner(column * 2 + $0.x, row * 4 + $0.y) == selected }
  }

  /// What a cell's dots are drawn in. Of several in a cell the greatest wins.
  enum Ink: Int, Comparable {
    case border = 1, coast, shade1, shade2, shade3, shade4, shade5, selected

    static func < (left: Ink, right: Ink) -> Bool { left.rawValue < right.rawValue }
  }

  /// The dots of a cell, as braille's bits, and their ink; nil for open sea and empty land. A cell has one colour: where it holds a
  /// filled country, its neighbours' outlines are left out, as in that colour they would seem to belong to it.
  private func cell(_ column: Int, _ row: Int) -> (dots: UInt8, ink: Ink)? {
    var outline: UInt8 = 0
    var filled: UInt8 = 0
    var ink = Ink.border
    for (bit, place) in Braille.places.enumerated() {
      guard let found = self.ink(column * 2 + place.x, row * 4 + place.y) else { continue }
      if found > .coast { filled |= 1 << UInt8(bit) } else { outline |= 1 << UInt8(bit) }
      ink = max(ink, found)
    }
    let dots = filled == 0 ? outline : filled
    return dots == 0 ? nil : (dots, ink)
  }

  /// What a single dot is drawn in; nil where it stays empty.
  private func ink(_ x: Int, _ y: Int) -> Ink? {
    let owner = raster.owner(x, y)
    guard owner != 0 else { return nil }
    if owner == selected { return .selected }
    let right = raster.owner(x + 1, y, beyond: owner)
    let below = raster.owner(x, y + 1, beyond: owner)
    if shades[Int(owner)] > 0 {
      // The gap along a border to another filled country.
      let isGap = [right, below].contains { $0 != 0 && $0 != owner && ($0 == selected || shades[Int($0)] > 0) }
      if isGap, !isThin(x, y, owner) { return nil }
      return Ink(rawValue: Ink.coast.rawValue + Int(shades[Int(owner)]))
    }
    let left = raster.owner(x - 1, y, beyond: owner)
    let above = raster.owner(x, y - 1, beyond: owner)
    if right == 0 || below == 0 || left == 0 || above == 0 { return .coast }
    // One side draws a border, and beside a filled country its own edge is enough.
    return [right, below].contains { $0 != owner && $0 != selected && shades[Int($0)] == 0 } ? .border : nil
  }

  /// Whether a gap would take the last dot of a narrow country.
  private func isThin(_ x: Int, _ y: Int, _ owner: UInt16) -> Bool {
    raster.owner(x - 1, y) != owner && raster.owner(x, y - 1) != owner
  }

  /// A corner of the rectangle where a box of that size covers the least land, and none of the selected country; nil where every
  /// corner is mostly land.
  public func emptyCorner(of rect: Rect, _ size: Size) -> Rect? {
    guard size.columns <= rect.width, size.rows <= rect.height else { return nil }
    let places = [
      (0, rect.height - size.rows), (rect.width - size.columns, rect.height - size.rows), (rect.width - size.columns, 0), (0, 0),
    ]
    var best: (place: (Int, Int), land: Int)?
    for place in places {
      var land = 0
      for y in (place.1 * 4)..<((place.1 + size.rows) * 4) {
        for x in (place.0 * 2)..<((place.0 + size.columns) * 2) {
          let owner = raster.owner(x, y)
          if owner != 0 { land += owner == selected ? 10_000 : shades[Int(owner)] > 0 ? 4 : 1 }
        }
      }
      if best.map({ land < $0.land }) ?? true { best = (place, land) }
    }
    guard let best, best.land < size.columns * size.rows * 4 else { return nil }
    return Rect(x: rect.x + best.place.0, y: rect.y + best.place.1, width: size.columns, height: size.rows)
  }
}

/// The styles of the map's inks, looked up once a frame.
private struct MapStyles {
  private let styles: [Style]

  init(_ theme: Theme) {
    styles = [.plain, theme[.mapBorder], theme[.mapCoast]] + StyleRole.mapShades.map { theme[$0] } + [theme[.mapSelected]]
  }

  subscript(ink: MapView.Ink) -> Style { styles[ink.rawValue] }
}
