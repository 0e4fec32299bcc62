import Testing

@testable import Terminal

struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int) -> Frame { Frame(size: Size(columns: columns, rows: rows)) }

  @Test func textIsDrawnAndClippedAtTheEdge() {
    var frame = frame(6, 2)
    #expect(frame.put("été", x: 1, y: 0) == 3)
    #expect(frame.put("dépêche", x: 2, y: 1) == 4)
    #expect(frame.put("nowhere", x: 0, y: 2) == 0)
    #expect(frame.lines() == [" été", "  dépê"])
  }

  @Test func aWideCharacterIsNeverCutInHalf() {
    var frame = frame(5, 1)
    #expect(frame.put("東京都", x: 0, y: 0) == 4)
    #expect(frame.lines() == ["東京"])
    frame.put("x", x: 1, y: 0)
    #expect(frame.lines() == [" x京"])
    frame.put("y", x: 2, y: 0)
    #expect(frame.lines() == [" xy"])
    frame.put("京", x: 3, y: 0)
    frame.put("海", x: 2, y: 0)
    #expect(frame.lines() == [" x海"])
  }

  @Test func aWideCharacterAtTheLeftEdgeOfAClipIsASpace() {
    var frame = frame(4, 1)
    frame.put("東京", x: 0, y: 0, clip: Rect(x: 1, y: 0, width: 3, height: 1))
    #expect(frame.lines() == ["  京"])
    #expect(frame.put("abcdef", x: -2, y: 0) == 6)
    #expect(frame.lines() == ["cdef"])
  }

  @Test func stylesAreLaidOverTheCells() {
    var frame = frame(3, 1)
    frame.fill(frame.bounds, Style(foreground: .ansi(7), background: .ansi(4)))
    frame.put("ab", x: 0, y: 0, style: Style(foreground: .ansi(1), attributes: .bold))
    frame.patch(Rect(x: 1, y: 0, width: 9, height: 1), Style(attributes: .underline))
    #expect(frame[0, 0].style == Style(foreground: .ansi(1), background: .ansi(4), attributes: .bold))
    #expect(frame[1, 0].style == Style(foreground: .ansi(1), background: .ansi(4), attributes: [.bold, .underline]))
    #expect(frame[2, 0].style == Style(foreground: .ansi(7), background: .ansi(4), attributes: .underline))
  }

  @Test func nothingIsEverWrittenOutsideTheClip() {
    var generator = SplitMix(state: 3)
    let alphabet = ["a", "é", "東", "👍🏽", "🇫🇷", "e\u{301}", " ", "\u{1112}\u{1161}", "क्षि", "\t", "─"]
    for _ in 0..<3000 {
      let size = Size(columns: 1 + generator.below(12), rows: 1 + generator.below(4))
      var frame = Frame(size: size)
      frame.tile(frame.bounds, "·")
      let clip = Rect(
        x: generator.below(14) - 2, y: generator.below(6) - 1, width: generator.below(10), height: generator.below(4))
      let text = (0..<generator.below(12)).map { _ in alphabet[generator.below(alphabet.count)] }.joined()
      let before = frame
      let used = frame.put(
        DisplayText(text, .body), x: generator.below(16) - 4, y: generator.below(6) - 1,
        maxWidth: generator.below(3) == 0 ? generator.below(8) : nil, clip: clip)
      #expect(used >= 0)
      for y in 0..<size.rows {
        for x in 0..<size.columns where !clip.contains(x: x, y: y) { #expect(frame[x, y] == before[x, y]) }
      }
      expectWhole(frame)
      var other = before
      other.draw(frame, x: generator.below(8) - 4, y: generator.below(4) - 2)
      expectWhole(other)
      other.fill(clip, .plain)
      expectWhole(other)
    }
  }

  /// Each first half of a wide character has its second half, and the other way round.
  private func expectWhole(_ frame: Frame) {
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    for y in 0..<frame.size.rows {
      for x in 0..<frame.size.columns {
        let cell = frame[x, y]
        if cell.width == 2 { #expect(x + 1 < frame.size.columns && frame[x + 1, y].isContinuation) }
        if cell.isContinuation { #expect(x > 0 && frame[x - 1, y].width == 2) }
      }
    }
  }

  @Test func theRunsOfADifferenceTurnTheOldFrameIntoTheNew() {
    var generator = SplitMix(state: 11)
    let alphabet: [DisplayText] = ["a", "b", "東", "é", " "]
    for _ in 0..<2000 {
      let size = Size(columns: 1 + generator.below(9), rows: 1 + generator.below(3))
      var old = Frame(size: size)
      var new = Frame(size: size)
      for _ in 0..<generator.below(20) {
        let text = alphabet[generator.below(alphabet.count)]
        let place = (generator.below(size.columns), generator.below(size.rows))
        if generator.below(2) == 0 { old.put(text, x: place.0, y: place.1) }
        new.put(text, x: place.0, y: place.1, style: generator.below(3) == 0 ? Style(attributes: .bold) : .plain)
      }
      var drawn = old.cells
      var last = -1
      for run in FrameDiff.runs(from: old, to: new) {
        let start = run.y * size.columns + run.x
        #expect(start > last)
        #expect(!(run.cells.first?.isContinuation ?? true))
        #expect(!(run.cells.last.map { $0.width == 2 } ?? true))
        for (offset, cell) in run.cells.enumerated() { drawn[start + offset] = cell }
        last = start + run.cells.count - 1
      }
      #expect(drawn == new.cells)
    }
  }

  @Test func equalFramesDifferNowhereAndANewSizeDrawsAll() {
    let one = frame(4, 2)
    #expect(FrameDiff.runs(from: one, to: one).isEmpty)
    #expect(FrameDiff.runs(from: frame(3, 2), to: one).map(\.cells.count) == [4, 4])
    #expect(FrameDiff.runs(from: nil, to: one).count == 2)
  }

  @Test func splittingNeverGoesBelowNothing() {
    let rect = Rect(x: 2, y: 1, width: 5, height: 3)
    #expect(rect.splitLeft(2).rest == Rect(x: 4, y: 1, width: 3, height: 3))
    #expect(rect.splitRight(2).right == Rect(x: 5, y: 1, width: 2, height: 3))
    #expect(rect.splitTop(9).rest.isEmpty)
    #expect(rect.splitBottom(1).bottom == Rect(x: 2, y: 3, width: 5, height: 1))
    #expect(rect.centered(width: 3, height: 1) == Rect(x: 3, y: 2, width: 3, height: 1))
    #expect(rect.inset(dx: 4, dy: 4).isEmpty)
    #expect(rect.row(7).isEmpty)
  }
}
