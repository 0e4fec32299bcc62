import Terminal
import Testing

@testable import Reader

struct MapListTests {
  private let counts = ["IQ": 37, "RU": 29, "FR": 37, "ML": 1, "XX": 0]

  private func list(_ selected: String?) -> MapList {
    MapList(counts: counts, selected: selected) { code in DisplayText(["IQ": "Irak", "RU": "Russie", "FR": "France"][code] ?? code) }
  }

  @Test func countriesStandByTheirCount() {
    var frame = Frame(size: Size(columns: 44, rows: 5))
    list("IQ").draw(into: &frame, frame.bounds, .builtin)
    #expect(frame.lines() == [
      " FR  France                 37 ▄▄▄▄▄▄▄▄▄▄▄▄", "▌IQ  Irak                   37 ▄▄▄▄▄▄▄▄▄▄▄▄",
      " RU  Russie                 29 ▄▄▄▄▄▄▄▄▄", " ML  ML                      1 ▄", "",
    ])
    #expect(frame[20, 1].style.attributes.contains(.reverse))
    #expect(list("IQ").country(atRow: 2, of: frame.bounds) == "RU")
    #expect(list("IQ").country(atRow: 4, of: frame.bounds) == nil)
  }

  @Test func theSelectedCountryIsAlwaysInSight() {
    for rows in 1...5 {
      for code in counts.keys where code != "XX" {
        var frame = Frame(size: Size(columns: 12, rows: rows))
        list(code).draw(into: &frame, frame.bounds, .builtin)
        #expect(frame.lines().contains { $0.hasPrefix("▌" + code) })
      }
    }
  }

  @Test func anySizeIsDrawnInsideItsRectangle() {
    for width in 0...50 {
      var frame = Frame(size: Size(columns: 54, rows: 4))
      frame.tile(frame.bounds, "x")
      let rect = Rect(x: 2, y: 1, width: width, height: 2)
      list("RU").draw(into: &frame, rect, .builtin)
      for y in 0..<4 { for x in 0..<54 where !rect.contains(x: x, y: y) { #expect(frame[x, y].text == "x") } }
    }
  }
}
