// The words of each class are in the languages' data; their names are in code. Both must know of each other.
import Lexicon
import Testing

@testable import Extraction

@Suite struct WordClassTests {
  private func classes(_ language: String) throws -> WordClasses {
    WordClasses(lexicon: try LexiconFile(path: #require(DataFiles.path(of: "\(language).lex"))))
  }

  @Test(arguments: ["fr", "en"])
  func noClassIsUnknown(language: String) throws {
    #expect(try classes(language).unknown == [])
  }

  @Test func frenchHasEveryClass() throws {
    let french = try classes("fr")
    #expect(WordClass.allCases.filter { french[$0].words.isEmpty } == [])
  }

  @Test func accentsDoNotMatter() throws {
    #expect(try classes("fr").has("temoin", in: .bystander))
  }
}
