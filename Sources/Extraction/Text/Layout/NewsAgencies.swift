internal import Lexicon

/// Which organizations are news agencies (table `agencies`): sources of dispatches rather than their matter.
public struct NewsAgencies: Sendable {
  private let lexicon: LexiconFile
  private let table: TableID?

  /// Maps the lexicon. Throws where it cannot be found (`ExtractorError`).
  public init() throws(ExtractorError) {
    lexicon = try Extractor.lexicon("fr.lex")
    table = lexicon.table("agencies")
  }

  /// Whether an organization of that name is one. Case and diacritics do not matter.
  public func contains(_ name: String) -> Bool {
    guard let table else { return false }
    return lexicon.entry(ofPhrase: name, in: table) != nil
  }
}
