import DispatchModel
import Extraction
import Testing

/// Any text is read, without a trap, and its spans lie inside it.
@Suite struct RobustnessTests {
  /// A small deterministic generator (SplitMix64, public domain).
  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private static let pieces: [String] = [
    "BAGDAD, 20 mars (AA) - ", "AA/Bagdad/", "(", ")", " - ", "– ", "«", "»", "\"", "\n", "\n\n", "\r\n", "\u{2028}", "1", "20", "3,5",
    "999999999999999999999999", "%", "€", " milliards de ", "mars ", "mardi ", "il y a ", "deux ", " ans", "d'", "l’", "Le ", "président ",
    "irakien ", "Vladimir ", "Poutine ", "a déclaré ", "que ", "Paris ", "Tripoli, ", "à ", "A ", "la ville de ", "e\u{301}", "\u{300}\u{300}",
    "👩‍👩‍👧‍👦", "\u{202E}", "\u{0}", "\u{FEFF}", "ﷺ", "漢字", "العراق", "Ελλάδα", "𝔘𝔫𝔦", "\u{10FFFF}", "ß", "İ", "-", "--", "/", "...", "…", ".", ",",
    "morts ", "au moins ", "URGENT\n", "- ", "* ", "•", "http://x.y/z?q=1 ", "entre ", "et ", "XIXe ", "n° ", "M. ", "\t", "\u{A0}", "\u{200B}",
  ]

  @Test(arguments: 0..<60) func randomTextIsRead(seed: Int) throws {
    var random = Random(state: UInt64(seed))
    var text = ""
    for _ in 0..<random.next(400) {
      if random.next(8) == 0, let scalar = Unicode.Scalar(UInt32(random.next(0x11_0000))) {
        text.unicodeScalars.append(scalar)
      } else {
        text += RobustnessTests.pieces[random.next(RobustnessTests.pieces.count)]
      }
    }
    try check(text)
  }

  static let odd: [String] = [
    "", " ", "\n", ".", "(", "-", "URGENT", "URGENT\n", "\u{FEFF}", "(AFP)", "AA/", "/", "20 mars", "BAGDAD, 20 mars (AA) -", "- ", "\"", "«",
    "M.", "à", "la ville de", "République de", "(Irak", "entre", "\u{0}\u{0}", "l'", "d’", String(repeating: "(", count: 3_000),
    String(repeating: "Paris ", count: 3_000), String(repeating: "- \n", count: 2_000), String(repeating: "\"", count: 2_000),
    String(repeating: "de la ", count: 3_000), String(repeating: "9", count: 5_000), String(repeating: "a-", count: 4_000),
    String(repeating: "New York-", count: 2_000), String(repeating: ".", count: 5_000), String(repeating: "Jean ", count: 3_000),
  ]

  @Test(arguments: odd.indices) func oddTextIsRead(index: Int) throws { try check(RobustnessTests.odd[index]) }

  @Test func aLongTextIsReadInBlocksThatFitTogether() throws {
    let paragraph = "Le président irakien s'est rendu à Tripoli, en Libye, où « tout va bien », a-t-il déclaré mardi.\n"
    let text = "Un titre\n\nBAGDAD, 14 mai (AA) - " + String(repeating: paragraph, count: 800)
    let found = try reading(text)
    let scalars = Array(text.unicodeScalars)
    let places = found.mentions.filter { $0.value == "Tripoli/LY" }
    #expect(places.count == 800)
    #expect(found.agency == "AA")
    #expect(found.parts(.headline, of: text) == ["Un titre"])
    let spans = found.mentions.map { mention in
      String(String.UnicodeScalarView(scalars[mention.span.start..<mention.span.end]))
    }
    #expect(spans == found.mentions.map(\.text))
  }

  private func check(_ text: String) throws {
    let found = try reading(text)
    let count = text.unicodeScalars.count
    var last = 0
    for mention in found.mentions {
      #expect(mention.span.start >= last && mention.span.end <= count && !mention.span.isEmpty)
      last = mention.span.end
    }
    #expect(found.parts.allSatisfy { $0.span.start >= 0 && $0.span.end <= count })
    #expect(try reading(text) == found)
  }
}
