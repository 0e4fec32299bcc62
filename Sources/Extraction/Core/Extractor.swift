public import DispatchModel
internal import Lexicon

/// Reads dispatches: a `Dispatch` in, a `Reading` out.
///
///     let extractor = try Extractor()
///     let reading = extractor.read(dispatch, date: CalendarDate(iso: "2018-03-20"))
///
/// An extractor never changes and may be used from many threads at once. A reading depends on the dispatch, the date and the
/// lexicon alone. Any text is read, without a trap and in time linear in its length.
public struct Extractor: Sendable {
  private let lexicon: LexiconFile
  private let pipeline: Pipeline

  /// Maps the lexicons. Throws where they cannot be found (`ExtractorError`).
  public init() throws(ExtractorError) {
    guard let path = DataFiles.path(of: "fr.lex") else { throw .lexiconMissing("fr.lex") }
    do {
      lexicon = try LexiconFile(path: path)
    } catch {
      throw .lexiconUnusable(error.description)
    }
    pipeline = Pipeline(Pipeline.french, lexicon: lexicon)
  }

  /// The dispatch's reading. `date` resolves dates where neither text nor envelope bears one; `explains` fills `reasons`.
  public func read(_ dispatch: Dispatch, date: CalendarDate, explains: Bool = false) -> Reading {
    var draft = Draft(
      dispatch: dispatch, reference: dispatch.published?.date() ?? date, explains: explains, lexicon: lexicon)
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
