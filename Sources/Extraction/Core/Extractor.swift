public import DispatchModel
internal import Lexicon

/// Reads dispatches: a `Dispatch` in, a `Reading` out.
///
///     let extractor = try Extractor()
///     let reading = extractor.read(dispatch, date: CalendarDate(iso: "2018-03-20"))
///
/// The language is told first and chooses lexicon and pipeline: French is read whole, English for names, dates and figures,
/// any other language for what the names of the French lexicon allow. An extractor never changes and may be used from many
/// threads at once. A reading depends on the dispatch, the date and the lexicons alone. Any text is read, without a trap and in
/// time linear in its length.
public struct Extractor: Sendable {
  private let detector: LanguageDetector
  let french: Pipeline
  private let english: Pipeline?
  private let names: Pipeline

  /// Maps the lexicons. Throws where they cannot be found (`ExtractorError`).
  public init() throws(ExtractorError) {
    let fr = try Extractor.lexicon("fr.lex")
    detector = LanguageDetector(lexicon: try Extractor.lexicon("mul.lex"))
    french = Pipeline(Pipeline.french, lexicon: fr)
    names = Pipeline(Pipeline.names, lexicon: fr)
    english = DataFiles.path(of: "en.lex") == nil ? nil : Pipeline(Pipeline.english, lexicon: try Extractor.lexicon("en.lex"))
  }

  private static func lexicon(_ name: String) throws(ExtractorError) -> LexiconFile {
    guard let path = DataFiles.path(of: name) else { throw .lexiconMissing(name) }
    do {
      return try LexiconFile(path: path)
    } catch {
      throw .lexiconUnusable(error.description)
    }
  }

  /// The dispatch's reading. `date` resolves dates where neither text nor envelope bears one; `explains` fills `reasons`.
  public func read(_ dispatch: Dispatch, date: CalendarDate, explains: Bool = false) -> Reading {
    let bytes = Array(dispatch.text.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    let language = detector.language(of: tokens, bytes: bytes, declared: dispatch.language)
    let pipeline = language == "fr" ? french : language == "en" ? english ?? names : language == "und" ? french : names
    var draft = Draft(
      dispatch: dispatch, bytes: bytes, tokens: tokens, reference: dispatch.published?.date() ?? date, explains: explains,
      lexicon: pipeline.lexicon)
    draft.language = language
    draft.hasOwnDate = dispatch.published != nil
    for annotator in pipeline.annotators { annotator.annotate(&draft) }
    return ReadingAssembly.reading(of: draft)
  }
}

/// Why nothing can be read.
public enum ExtractorError: Error, Sendable, CustomStringConvertible {
  case lexiconMissing(String)
  case lexiconUnusable(String)

  public var description: String {
    switch self {
    case .lexiconMissing(let name):
      "The lexicon \(name) was not found beside the program, in ../share/telex or in $TELEX_DATA; install Telex again."
    case .lexiconUnusable(let problem): problem
    }
  }
}
