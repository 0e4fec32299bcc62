import DispatchModel
import Testing

@testable import Reader
@testable import Terminal

/// A generator of its own, so that a failure can be run again.
private struct Random {
  var state: UInt64
  mutating func next(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, below)
  }
}

@Test(arguments: 1...12)
func anyKeysAndPressesLeaveTheReaderWhole(seed: Int) async throws {
  var random = Random(state: UInt64(seed))
  let names = "j k g G Enter Esc Tab ⇧Tab Space e E x f r s t T / n N c C m ? : v D i S F L J K V u Ctrl-r Ctrl-o Alt-o z > < h l 1 2 3 a b Ctrl-d Ctrl-u PgDn PgUp Backspace ↓ ↑ → ← . O ] [ y o - A R Del".split(separator: " ")
  var session = try await ReaderSession.sample("", usesASCII: seed % 4 == 0)
  for step in 0..<220 {
    switch random.next(14) {
    case 0: await session.send(.resize(Size(columns: random.next(210), rows: random.next(64))))
    case 1:
      let kinds: [Mouse.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
      let mouse = Mouse(kinds[random.next(kinds.count)], x: random.next(200), y: random.next(60))
      await session.send(.mouse(mouse))
    case 2: await session.send(.paste("(é\u{202E}\n\"x\" OR"))
    default: try await session.play(String(names[random.next(names.count)]))
    }
    if step % 4 == 0 { #expect(session.frame.size == session.state.size) }
  }
}

@Test func withoutColoursEverythingIsStillToldApart() async throws {
  let session = try await ReaderSession.sample("3 j j j j")
  let cells = session.frame.cells
  #expect(cells.allSatisfy { $0.style.foreground == nil || $0.style.foreground == .default })
  #expect(cells.contains { $0.style.attributes.contains(.reverse) }, "evidence and selection are reversed")
  #expect(cells.contains { $0.style.attributes.contains(.bold) } && cells.contains { $0.style.attributes.contains(.underline) })
}

@Test func inASCIIOnlyOurOwnSignsAreASCII() async throws {
  for keys in ["", "Enter e", "3 j", "c", "?", "m", "3 D", "j j Enter v"] {
    let session = try await ReaderSession.sample(keys, language: .en, world: SampleWorld([Samples.mines, Samples.budget]), usesASCII: true)
    let signs = session.text.unicodeScalars.filter { $0.value > 0x17F && !["↑", "↓", "←", "→", "⇧", "…", "—", "–", "’", "“", "”", "·", "›"].contains($0) }
    #expect(signs.isEmpty, "\(keys): \(String(String.UnicodeScalarView(signs)))")
  }
}

@Test func textFromOutsideCannotReachTheTerminal() async throws {
  var document = Samples.mines
  document.line.headline = "Titre\u{1B}]0;x\u{7}\u{202E}fin"
  document.line.agency = "A\u{1B}[31mA"
  document.line.tags = ["\u{9B}31m"]
  let session = try await ReaderSession.sample("", world: SampleWorld([document]))
  #expect(!session.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
}

@Test func factsWithSenselessNumbersAreShownAllTheSame() async throws {
  var document = Samples.river
  for (index, confidence) in [-Double.infinity, .infinity, .nan, -3, 1e300].enumerated() {
    document.reading.facts[index].confidence = confidence
  }
  for value in [Double.nan, .infinity, -1e300, 1e18, -0.0001] {
    document.reading.facts.append(
      Fact(.figure(Figure(value: value, unit: "", what: "rien")), evidence: Evidence(span: TextSpan(start: -5, end: 99_999), text: "")))
  }
  document.reading.mentions.append(Mention(span: TextSpan(start: 9_000, end: 2), type: .person, text: "?", value: ""))
  document.reading.parts.append(Part(.paragraph, TextSpan(start: -10, end: 100_000)))
  var session = try await ReaderSession.sample("3", world: SampleWorld([document]))
  for _ in 0..<40 { try await session.play("j") }
  try await session.play("2 e e e E E E Enter")
  #expect(session.frame.size == session.state.size)
}
