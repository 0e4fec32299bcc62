// What facts and mentions say of themselves: the measured precision of their rule, or of its family.
import Lexicon
import Testing

@testable import Extraction

@Suite struct ConfidencesTests {
  @Test func aRuleWithoutARowHasItsFamilys() throws {
    let confidences = Confidences(lexicon: try LexiconFile(path: #require(DataFiles.path(of: "fr.lex"))))
    let clause = try #require(confidences.confidence(of: "statement.A3"))
    #expect(confidences.confidence(of: "statement.A3.of-no-row") == clause)
    #expect(confidences.confidence(of: "figure.new") == (try #require(confidences.confidence(of: "figure"))))
    #expect(confidences.confidence(of: "mention.place.new") == confidences.confidence(of: "mention.place"))
    #expect(confidences.confidence(of: "unheard.of") == nil)
  }

  @Test(arguments: ["casualties", "figure", "office", "statement", "mention.date", "mention.figure", "mention.organization", "mention.person", "mention.place"])
  func everyFamilyIsMeasured(family: String) throws {
    let confidences = Confidences(lexicon: try LexiconFile(path: #require(DataFiles.path(of: "fr.lex"))))
    let measured = try #require(confidences.confidence(of: family))
    #expect((0.5...0.99).contains(measured))
  }
}
