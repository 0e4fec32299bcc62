public import DispatchModel
internal import Lexicon
internal import Synchronization

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

  static func lexicon(_ name: String) throws(ExtractorError) -> LexiconFile {
    guard let path = DataFiles.path(of: name) else { throw .lexiconMissing(name) }
    do {
      return try LexiconFile(path: path)
    } catch {
      throw .lexiconUnusable(error.description)
    }
  }

  /// The dispatch's reading. `date` resolves dates where neither text nor envelope bears one; `explains` fills `reasons`.
  ///
  /// A text of more than `TextBlocks.limit` bytes is read block by block: what a rule looks at, and the memory it takes, stay
  /// bounded whatever the length. Head, focus and topics are the first block's.
  public func read(_ dispatch: Dispatch, date: CalendarDate, explains: Bool = false) -> Reading {
    read(dispatch, date: date, explains: explains) { count, body in for index in 0..<count { body(index) } }
  }

  /// The same reading, with the later blocks of a long text read as `perform` runs them: it calls its second argument once for each
  /// number below its first, in any order and on any thread.
  public func read(_ dispatch: Dispatch, date: CalendarDate, explains: Bool, perform: (Int, @Sendable (Int) -> Void) -> Void) -> Reading {
    guard dispatch.text.utf8.count > TextBlocks.limit else { return readBlock(dispatch, date, explains, after: nil).reading }
    var mentions: [Mention] = []
    var facts: [Fact] = []
    // Room for what is to be expected, which no memory is taken for before it comes: growing would take it twice over.
    let blocks = dispatch.text.utf8.count / (TextBlocks.limit / 2)
    var reading = read(dispatch, date: date, explains: explains, perform: perform) { block in
      if mentions.isEmpty { mentions.reserveCapacity(block.mentions.count * blocks) }
      if facts.isEmpty { facts.reserveCapacity(block.facts.count * blocks) }
      mentions += block.mentions
      facts += block.facts
    }
    reading.mentions = mentions
    reading.facts = facts
    return reading
  }

  /// The same reading without its mentions and facts, which `each` gets in pieces as they are found, in the order of the text: those of
  /// a book need not be in memory all at once.
  public func read(
    _ dispatch: Dispatch, date: CalendarDate, explains: Bool, perform: (Int, @Sendable (Int) -> Void) -> Void, each: (Reading) -> Void
  ) -> Reading {
    let texts = TextBlocks.blocks(of: dispatch.text)
    let first = readBlock(dispatch.with(texts[0]), date, explains, after: nil)
    var reading = first.reading
    each(reading)
    reading.mentions = []
    reading.facts = []
    var offset = TextBlocks.scalars(in: texts[0])
    var next = 1
    while next < texts.count {
      let wave = texts[next..<min(next + TextBlocks.wave, texts.count)]
      let readings = Mutex([Reading](repeating: Reading(), count: wave.count))
      perform(wave.count) { index in
        let block = readBlock(dispatch.with(wave[wave.startIndex + index]), date, explains, after: first).reading
        readings.withLock { $0[index] = block }
      }
      for (text, block) in zip(wave, readings.withLock { $0 }) {
        let placed = TextBlocks.placed(block, at: offset)
        each(placed)
        reading.parts += placed.parts
        reading.mentioned += placed.mentioned.filter { !reading.mentioned.contains($0) }
        offset += TextBlocks.scalars(in: text)
      }
      next = wave.endIndex
    }
    return reading
  }

  /// What later blocks take from the first.
  private struct Block {
    let reading: Reading
    let frame: Frame
    let language: String
    let reference: CalendarDate
  }

  private func readBlock(_ dispatch: Dispatch, _ date: CalendarDate, _ explains: Bool, after first: Block?) -> Block {
    let bytes = Array(dispatch.text.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    let language = first?.language ?? detector.language(of: tokens, bytes: bytes, declared: dispatch.language)
    let pipeline = language == "fr" ? french : language == "en" ? english ?? names : language == "und" ? french : names
    let draft = Draft(
      dispatch: dispatch, bytes: bytes, tokens: tokens, reference: first?.reference ?? dispatch.published?.date() ?? date,
      explains: explains, lexicon: pipeline.lexicon, words: pipeline.words)
    draft.language = language
    draft.hasOwnDate = dispatch.published != nil
    if let first {
      draft.isContinuation = true
      draft.frame.agency = first.frame.agency
      draft.frame.author = first.frame.author
    }
    for annotator in pipeline.annotators { annotator.annotate(draft) }
    return Block(
      reading: ReadingAssembly.reading(of: draft), frame: draft.frame, language: language, reference: draft.reference)
  }
}

extension Extractor {
  /// A French dispatch read as far as the annotator, which is not run: what our training scripts look at.
  func draft<Stop: Annotator>(of dispatch: Dispatch, date: CalendarDate, before _: Stop.Type) -> Draft {
    let bytes = Array(dispatch.text.utf8)
    let draft = Draft(
      dispatch: dispatch, bytes: bytes, tokens: Tokenizer.tokenize(bytes), reference: dispatch.published?.date() ?? date, explains: false,
      lexicon: french.lexicon, words: french.words)
    draft.language = "fr"
    draft.hasOwnDate = dispatch.published != nil
    for annotator in french.annotators.prefix(while: { !($0 is Stop) }) { annotator.annotate(draft) }
    return draft
  }
}

extension Dispatch {
  /// The same dispatch with a block of its text.
  fileprivate func with(_ block: Substring) -> Dispatch {
    var part = self
    part.text = String(block)
    return part
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
