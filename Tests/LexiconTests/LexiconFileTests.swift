import Lexicon
import Testing

private func lexicon(_ tables: [(String, String)]) throws -> LexiconFile {
  var writer = LexiconWriter()
  for (name, contents) in tables { try writer.add(table: name, contents: contents) }
  return try #require(LexiconFile(bytes: writer.bytes()))
}

private func found(_ text: String, _ lexicon: LexiconFile, _ table: String) throws -> [String] {
  let bytes = Array(text.utf8)
  let tokens = Tokenizer.tokenize(bytes)
  let matches = PhraseMatches(tokens: tokens, bytes: bytes, lexicon: lexicon)
  let id = try #require(lexicon.table(table))
  return matches.all.filter { $0.table == id }.map { match in
    String(decoding: bytes[Int(tokens[match.tokens.lowerBound].start)..<Int(tokens[match.tokens.upperBound - 1].end)], as: UTF8.self)
  }
}

@Suite struct LexiconFileTests {
  @Test func aPhraseIsFoundHoweverItIsAccented() throws {
    let lexicon = try lexicon([("countries", "# Own list\nÉtats-Unis|USA\tUS\nCôte d'Ivoire\tCI\n")])
    #expect(try found("Les ETATS-UNIS, les États-Unis et la cote d’ivoire", lexicon, "countries")
      == ["ETATS-UNIS", "États-Unis", "cote d’ivoire"])
  }

  @Test func longerPhrasesComeFirst() throws {
    let lexicon = try lexicon([("places", "New York\tUS\nNew York City\tUS\n")])
    #expect(try found("à New York City", lexicon, "places") == ["New York City", "New York"])
  }

  @Test func capitalAndExactTablesAreStrict() throws {
    let lexicon = try lexicon([("cities", "#: match=capital\nTours\tFR\n"), ("acronyms", "#: match=exact\nOMS\tOMS\n")])
    #expect(try found("deux tours à Tours", lexicon, "cities") == ["Tours"])
    #expect(try found("l'OMS, l'oms, Oms", lexicon, "acronyms") == ["OMS"])
  }

  @Test func aPhraseNeverRunsOverALine() throws {
    let lexicon = try lexicon([("places", "New York\tUS\n")])
    #expect(try found("New\nYork", lexicon, "places").isEmpty)
  }

  @Test func columnsComeBackAsWritten() throws {
    let lexicon = try lexicon([("places", "Pékin|Beijing\tPékin/CN\t21\n")])
    let bytes = Array("Beijing".utf8)
    let matches = PhraseMatches(tokens: Tokenizer.tokenize(bytes), bytes: bytes, lexicon: lexicon)
    let match = try #require(matches.all.first)
    #expect(lexicon.columns(ofEntry: match.entry) == ["Beijing", "Pékin/CN", "21"])
  }

  @Test func formsKnowTheirLemmaAndTense() throws {
    let forms = "#: kind=forms\nmenaçait\tmenacer\tV;impf;3;s\nsommes\têtre\tV;pres;1;p\nsommes\tsomme\tN;f;p\nsommes\tsommer\tV;pres;2;s\n"
    let lexicon = try lexicon([("forms", forms)])
    #expect(lexicon.features("menaçait").isSuperset(of: [.verb, .imperfect, .thirdPerson]))
    #expect(lexicon.features("sommes").isSuperset(of: [.verb, .noun]))
    #expect(lexicon.lemma("sommes", having: .noun) == "somme")
    #expect(lexicon.lemma("sommes", having: .firstPerson) == "être")
    #expect(lexicon.features("inconnu").isEmpty)
  }

  @Test func wordClassesAreNoPhrases() throws {
    let lexicon = try lexicon([("words", "# own\n#: kind=classes\nvoice\texpert|experte\nvoice\tavocat\n")])
    #expect(lexicon.classRows == [["voice", "expert|experte"], ["voice", "avocat"]])
    #expect(try found("voice", lexicon, "words") == [])
  }

  @Test(arguments: [
    ("t", "a\tb\n#: match=maybe\n", 2), ("t", "#: kind=forms\nmot\tmot\tXX\n", 2), ("t", "#: kind=forms\nmot\n", 2),
  ])
  func aBadLineIsNamed(table: String, contents: String, line: Int) {
    var writer = LexiconWriter()
    do {
      try writer.add(table: table, contents: contents)
      Issue.record("«\(contents)» was taken")
    } catch {
      #expect(error.line == line)
      #expect(error.description.hasPrefix("t.tsv:\(line): "))
    }
  }

  @Test func theSameTextsGiveTheSameBytes() throws {
    func bytes() throws -> [UInt8] {
      var writer = LexiconWriter()
      try writer.add(table: "a", contents: "un\tx\ndeux trois\ty\nquatre\tz\n")
      try writer.add(table: "forms", contents: "#: kind=forms\nest\têtre\tV;pres;3;s\nest\test\tN;m;s\n")
      return writer.bytes()
    }
    #expect(try bytes() == bytes())
  }

  @Test func damagedBytesNeverTrap() throws {
    var writer = LexiconWriter()
    try writer.add(table: "places", contents: "New York City\tUS\nPékin\tCN\n")
    try writer.add(table: "forms", contents: "#: kind=forms\nest\têtre\tV;pres;3;s\n")
    let good = writer.bytes()
    let text = Array("est à New York City et Pékin".utf8)
    let tokens = Tokenizer.tokenize(text)
    var random = Sequence64(state: 42)
    var opened = 0
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      guard let lexicon = LexiconFile(bytes: bytes) else { continue }
      opened += 1
      let matches = PhraseMatches(tokens: tokens, bytes: text, lexicon: lexicon)
      for match in matches.all { _ = lexicon.columns(ofEntry: match.entry) }
      for index in tokens.indices { _ = lexicon.features(tokens.word(index)) }
    }
    #expect(opened > 0)
    #expect(LexiconFile(bytes: Array(good.prefix(20))) == nil)
  }
}

/// The same numbers at every run (SplitMix64; Steele, Lea, Flood 2014).
private struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
