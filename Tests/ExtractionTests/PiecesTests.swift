// A long text's reading in pieces is the reading; figures are read as the general parser reads them.
import DispatchModel
import Testing

@testable import Extraction

@Suite struct PiecesTests {
  @Test func thePiecesOfALongTextAreItsReading() throws {
    let extractor = try Extractor()
    let paragraph = "BAGDAD, 20 mars 2018 (AA) - Le président irakien Fouad Massoum a déclaré mardi que 12 personnes étaient mortes à Mossoul.\n\n"
    let dispatch = Dispatch(identity: "long", text: String(repeating: paragraph, count: 1_500), source: "test")
    let date = try #require(CalendarDate(iso: "2018-03-20"))
    let whole = extractor.read(dispatch, date: date)
    var mentions: [Mention] = []
    var facts: [Fact] = []
    var pieces = 0
    var rest = extractor.read(dispatch, date: date, explains: false, perform: { count, body in for index in 0..<count { body(index) } }) { piece in
      mentions += piece.mentions
      facts += piece.facts
      pieces += 1
    }
    #expect(pieces > 1 && rest.mentions.isEmpty && rest.facts.isEmpty)
    rest.mentions = mentions
    rest.facts = facts
    #expect(rest == whole)
  }

  @Test(arguments: ["0", "12", "76.66", "1200000000", "999999999999999", "0.1", "3.000001", "00.5"])
  func plainNumbersAreReadAsDoubles(text: String) {
    #expect(PlainNumber.read(text[...]) == Double(text))
  }

  @Test(arguments: ["", ".5", "5.", "1e5", "-3", "1234567890123456", "0.12345678", "1.2.3", "١٢"])
  func othersAreLeftToTheGeneralParser(text: String) { #expect(PlainNumber.read(text[...]) == nil) }
}
