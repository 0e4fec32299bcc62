import Lexicon
import Testing

/// The tokens' texts, apart by a middle dot.
private func split(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let tokens = Tokenizer.tokenize(bytes)
  return tokens.indices.map { String(decoding: bytes[Int(tokens[$0].start)..<Int(tokens[$0].end)], as: UTF8.self) }
    .joined(separator: "·")
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Le président irakien, Fouad Massoum", "Le·président·irakien·,·Fouad·Massoum"),
    ("l'Irak et l’Iran", "l'·Irak·et·l’·Iran"),
    ("jusqu'en août", "jusqu'·en·août"),
    ("Côte d'Ivoire", "Côte·d'·Ivoire"),
    ("O'Connor", "O·'·Connor"),
    ("le T-90 et l'A320neo", "le·T·-·90·et·l'·A·320·neo"),
    ("à 14h30", "à·14·h·30"),
    ("76,66%", "76·,·66·%"),
    ("« Non »", "«·Non·»"),
    ("a-t-il dit", "a·-·t·-·il·dit"),
    ("1\u{202F}200\u{A0}000 €", "1·200·000·€"),
    ("Москва, 日本", "Москва·,·日本"),
    ("", ""),
    (" \n\t ", ""),
  ])
  func textFallsIntoTokens(text: String, tokens: String) {
    #expect(split(text) == tokens)
  }

  @Test func capitalsAndLineStartsAreSeen() {
    let tokens = Tokenizer.tokenize("URGENT\nLe McDo d'Évry")
    #expect(tokens[0].flags.contains([.allCapitals, .capitalized, .startsLine]))
    #expect(tokens[1].flags.contains([.capitalized, .startsLine]))
    #expect(!tokens[1].flags.contains(.allCapitals))
    #expect(tokens[2].flags.contains(.mixedCase))
    #expect(tokens[4].flags.contains(.capitalized))
    #expect(!tokens[4].flags.contains(.spaceBefore), "Évry leans on d'")
  }

  @Test(arguments: ["a\u{301}\u{301}\u{301}", "\u{202E}abc", "👨‍👩‍👧 ok", "\u{FEFF}x", "ﷺ", "e\u{300}tat \u{1F1EB}", "٣ و ٤"])
  func anyTextIsCoveredInOrder(text: String) {
    let tokens = Tokenizer.tokenize(text)
    var last: UInt32 = 0
    for index in tokens.indices {
      #expect(tokens[index].start >= last)
      #expect(tokens[index].end > tokens[index].start)
      last = tokens[index].end
    }
    #expect(Int(last) <= text.utf8.count)
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    ("État", "etat"), ("ŒUVRE", "oeuvre"), ("Nguyễn", "nguyen"), ("Łódź", "lodz"), ("Strauß", "strauss"),
    ("Erdoğan", "erdogan"), ("İzmir", "izmir"), ("e\u{301}te\u{301}", "ete"), ("aujourd’hui", "aujourd'hui"),
    ("al‑Jaafari", "al-jaafari"), ("МОСКВА", "москва"), ("Ǆ", "dz"),
  ])
  func spellingsMeet(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Word(text) == Word(folded))
  }

  @Test func everyLatinLetterFoldsToASCII() {
    for value in 0xC0..<0x250 where value != 0xD7 && value != 0xF7 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        String(scalar).decomposedStringIsLatin
      else { continue }
      let folded = Folding.fold(String(scalar))
      #expect(folded.utf8.allSatisfy { $0 < 0x80 }, "U+\(String(value, radix: 16)) folds to \(folded)")
    }
  }
}

extension String {
  /// Whether the canonical decomposition begins with an ASCII letter (so the fold must be ASCII).
  fileprivate var decomposedStringIsLatin: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.properties.lowercaseMapping.decomposedFirst.map { $0 < 0x80 } ?? false
  }

  private var decomposedFirst: UInt32? {
    // Comparing with each ASCII letter plus a mark is what canonical equivalence gives without Foundation.
    for letter in "abcdefghijklmnopqrstuvwxyz" where self == String(letter) { return letter.unicodeScalars.first?.value }
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      for mark in 0x300...0x32D {
        guard let scalar = Unicode.Scalar(mark) else { continue }
        if self == String(letter) + String(scalar) { return letter.unicodeScalars.first?.value }
      }
    }
    return nil
  }
}
