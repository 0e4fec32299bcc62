// What a lexicon keeps of its last answers: never another word's.
import Testing

@testable import Lexicon

@Suite struct RecentWordsTests {
  @Test func aWordThatTakesAPlaceOverGetsItsOwnAnswer() {
    let words = RecentWords()
    // One place: the low bits are alike.
    let (one, other) = (0x1234_5678_0000_0007 as UInt64, 0x8765_4321_0000_0007 as UInt64)
    #expect(words.answer(for: one) == nil)
    _ = words.keep(node: 5, features: .noun, for: one)
    #expect(words.answer(for: one)?.node == 5 && words.answer(for: one)?.features == .noun)
    #expect(words.answer(for: other) == nil)
    _ = words.keep(node: 0, features: [], for: other)
    #expect(words.answer(for: other)?.node == 0 && words.answer(for: other)?.features == [])
    #expect(words.answer(for: one) == nil)
    #expect(words.answer(for: 0) == nil, "no word has the hash 0")
  }

  @Test func askingAgainGivesTheSame() throws {
    var writer = LexiconWriter()
    try writer.add(table: "places", contents: "New York\tUS\nNew York City\tUS\nYork\tGB\n")
    let lexicon = try #require(LexiconFile(bytes: writer.bytes()))
    for text in ["New York City", "york", "nowhere"] {
      for word in Tokenizer.tokenize(text).indices.map({ Tokenizer.tokenize(text).word($0) }) {
        let first = lexicon.known(word), again = lexicon.known(word)
        #expect(first.node == again.node && first.features == again.features)
        #expect(first.node == lexicon.look(up: word)?.node ?? 0)
      }
    }
  }

  @Test func aKeyIsOfTheTextAsWritten() {
    #expect(Word(written: "Élan") != Word(written: "Elan"))
    var hash = WrittenHash()
    for byte in "Élan".utf8 { hash.append(byte) }
    #expect(hash.word == Word(written: "Élan"))
  }
}
