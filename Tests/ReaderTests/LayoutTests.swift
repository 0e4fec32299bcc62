import DispatchModel
import Testing

@testable import Reader
@testable import Terminal

private func isInside(_ rect: Rect, _ outer: Rect) -> Bool { rect.intersection(outer) == rect }

@Test(arguments: [1, 2, 7, 20, 39, 40, 41, 79, 80, 83, 84, 100, 119, 120, 160, 200])
func everySizeHasALayoutWhosePanesDoNotOverlap(columns: Int) {
  for rows in 1...60 {
    for focus in Pane.allCases {
      for isZoomed in [false, true] {
        for shares in [(15, 15), (30, 30), (60, 60)] {
          var choice = LayoutChoice()
          choice.focus = focus
          choice.companion = focus == .facts ? .facts : .list
          choice.isZoomed = isZoomed
          (choice.listShare, choice.factsShare) = shares
          let size = Size(columns: columns, rows: rows)
          let layout = Layout(size, choice)
          let panes = Pane.allCases.compactMap { layout[$0] }
          #expect(panes.allSatisfy { isInside($0, Rect(size)) && !$0.isEmpty })
          #expect(isInside(layout.status, Rect(size)))
          for (index, pane) in panes.enumerated() {
            for other in panes[(index + 1)...] { #expect(pane.intersection(other).isEmpty) }
            #expect(pane.intersection(layout.status).isEmpty)
          }
          if layout.form == .tooSmall {
            #expect(panes.isEmpty)
          } else {
            #expect(layout[focus] != nil || (focus == .facts && !choice.showsFacts))
          }
        }
      }
    }
  }
}

@Test func theNumberOfPanesFollowsTheWidth() {
  func panes(_ columns: Int, _ rows: Int = 30) -> Int { Pane.allCases.compactMap { Layout(Size(columns: columns, rows: rows), LayoutChoice())[$0] }.count }
  #expect(panes(39) == 0)
  #expect(panes(40) == 2)
  #expect(panes(80) == 2)
  #expect(panes(119) == 2)
  #expect(panes(120) == 3)
  #expect(panes(120, 9) == 0)
}

@Test func tooSmallATerminalIsToldSoInOneLine() async throws {
  let session = try await ReaderSession.sample("", columns: 36, rows: 8)
  #expect(session.text.split(separator: "\n", omittingEmptySubsequences: true).count == 1)
  #expect(session.text.contains("Telex a besoin"))
}

@Test(arguments: [1, 3, 12, 25, 40, 60])
func everyViewDrawsAtEverySize(rows: Int) async throws {
  for keys in ["", "Enter e", "3 j", "c", "?", "m", "/ a", "3 D", "j j Enter v", "L"] {
    var session = try await ReaderSession.sample(keys)
    for columns in [1, 2, 5, 13, 39, 40, 55, 80, 84, 119, 120, 200] {
      await session.send(.resize(Size(columns: columns, rows: rows)))
      #expect(session.frame.size == Size(columns: columns, rows: rows))
    }
  }
}

@Test func aResizeKeepsTheEvidenceInView() async throws {
  var session = try await ReaderSession.sample("3 j j j j")
  for size in [(80, 24), (200, 14), (44, 12), (100, 18)] {
    await session.send(.resize(Size(columns: size.0, rows: size.1)))
    let span = try #require(session.state.evidence.first)
    let line = try #require(session.state.body.layout.line(of: span))
    #expect((session.state.body.top..<(session.state.body.top + session.state.bodyRows)).contains(line))
  }
}

@Test func aResizeKeepsTheLineAtTheTopOfTheBody() async throws {
  var session = try await ReaderSession.sample("Enter Ctrl-d", columns: 100, rows: 16)
  let before = try #require(session.state.body.layout.lines[session.state.body.top...].first { !$0.span.isEmpty }).span.start
  for columns in [60, 160, 44, 100] { await session.send(.resize(Size(columns: columns, rows: 16))) }
  let line = try #require(session.state.body.layout.lines[session.state.body.top...].first { !$0.span.isEmpty })
  #expect(line.span.start <= before + 80 && line.span.end >= before - 80)
}
