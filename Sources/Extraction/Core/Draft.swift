internal import DispatchModel
internal import Lexicon

/// A reading in the making: the text's bytes and tokens, and the layers that annotators add.
///
/// Inside, everything counts in tokens; bytes and scalars come in when the reading is assembled. A draft belongs to the one thread
/// that reads its dispatch; it is a class because annotators ask it about every token, and copies would cost more than the answers.
final class Draft {
  let dispatch: Dispatch
  /// The text's UTF-8.
  let bytes: [UInt8]
  let tokens: TokenList
  /// The tokens once more, for the questions that rules ask a thousand times a sentence: one comparison tells what is outside.
  private let row: UnsafeMutablePointer<Token>
  /// The word classes of each (`WordClasses.mask`).
  private let classes: UnsafeMutablePointer<ClassMask>
  let count: Int
  let matches: PhraseMatches
  let lexicon: LexiconFile
  /// The language's word classes.
  let words: WordClasses
  /// The day that dates without a year are resolved against: the dispatch's own (set by the layout where the text bears one),
  /// else the caller's.
  var reference: CalendarDate
  /// Whether `reference` is the dispatch's own date.
  var hasOwnDate = false
  /// Fill `reasons`.
  let explains: Bool

  var language = "und"
  /// Neither French nor English, nor untold: read with the French lexicon for the names that are written alike, and for no more.
  var isForeign: Bool { language != "fr" && language != "en" && language != "und" }
  /// The text is a later block of a long dispatch (`TextBlocks`): it has no head of its own, and `frame` is the first block's.
  var isContinuation = false
  var frame = Frame()
  /// How the text is built, in order; the tokens of each part.
  var parts: [DraftPart] = []
  /// The sentences, in order; none runs over a part's end.
  var sentences: [Range<Int>] = []
  /// Which sentence each token is in, -1 for none.
  var sentenceOfToken: [Int32] = []

  /// What annotators proposed as mentions; the arbiter chooses.
  var candidates: [Candidate] = []
  /// The chosen mentions, in order, never overlapping.
  var mentions: [DraftMention] = []
  /// The mention each token belongs to, -1 for none; valid once `mentions` are chosen.
  var mentionOfToken: [Int32] = []

  var focus: [String] = []
  var mentioned: [String] = []
  var topics: [Topic] = []
  /// The verb groups, in order; which of them each token is in, -1 for none.
  var verbGroups: [VerbGroup] = []
  var verbOfToken: [Int32] = []
  var quotes: [Quote] = []
  /// Who holds which office, in the order of the text: what `le ministre` is resolved by.
  var offices: [HeldOffice] = []
  /// Who holds the office whose title begins at the token.
  var holderOfTitle: [Int: String] = [:]
  /// Who is a woman and who a man, as far as the text tells.
  var genders = PersonGenders()
  var facts: [DraftFact] = []
  /// First tokens of the figures that a toll took: they are no figure facts of their own.
  var tollFigures: Set<Int> = []
  private var openings: [Word: [PhraseMatches.Match]] = [:]
  private var countryEvidence: CountryEvidence?

  convenience init(dispatch: Dispatch, reference: CalendarDate, explains: Bool, lexicon: LexiconFile) {
    let bytes = Array(dispatch.text.utf8)
    self.init(
      dispatch: dispatch, bytes: bytes, tokens: Tokenizer.tokenize(bytes), reference: reference, explains: explains,
      lexicon: lexicon)
  }

  /// With the text's bytes and tokens made already, and the word classes where somebody keeps them.
  init(
    dispatch: Dispatch, bytes: [UInt8], tokens: TokenList, reference: CalendarDate, explains: Bool, lexicon: LexiconFile,
    words: WordClasses? = nil
  ) {
    self.dispatch = dispatch
    self.bytes = bytes
    var tokens = tokens
    matches = PhraseMatches(reading: &tokens, bytes: bytes, lexicon: lexicon)
    self.tokens = tokens
    count = tokens.count
    row = UnsafeMutablePointer<Token>.allocate(capacity: max(count, 1))
    for index in tokens.indices { (row + index).initialize(to: tokens[index]) }
    self.lexicon = lexicon
    let words = words ?? WordClasses(lexicon: lexicon)
    self.words = words
    classes = UnsafeMutablePointer<ClassMask>.allocate(capacity: max(count, 1))
    for index in 0..<count { classes[index] = words.mask(of: row[index].word) }
    self.reference = reference
    self.explains = explains
  }

  deinit {
    row.deallocate()
    classes.deallocate()
  }

  // MARK: Tokens

  /// No name is longer, in tokens: a page of capitals must not cost its square.
  static let longestName = 24

  /// Whether there is a token of that number.
  @inline(__always)
  private func holds(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }

  /// The word at the index; a word that equals nothing where the index is outside.
  @inline(__always)
  func word(_ index: Int) -> Word { holds(index) ? row[index].word : Word(hash: 0) }

  @inline(__always)
  func kind(_ index: Int) -> TokenKind { holds(index) ? row[index].kind : .punctuation }

  @inline(__always)
  func flags(_ index: Int) -> TokenFlags { holds(index) ? row[index].flags : [] }

  /// A bit for each class that the word at the index is of.
  @inline(__always)
  func classes(_ index: Int) -> ClassMask { holds(index) ? classes[index] : 0 }

  /// Nothing lies between the token and the one before it.
  @inline(__always)
  func isGlued(_ index: Int) -> Bool { flags(index).isDisjoint(with: [.spaceBefore, .startsLine]) && index > 0 }

  @inline(__always)
  func isCapitalized(_ index: Int) -> Bool { flags(index).contains(.capitalized) }

  /// The text of the tokens, with whatever lies between them.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return "" }
    let (start, end) = (Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self) }
  }

  func text(_ index: Int) -> String { text(index..<index + 1) }

  /// What tells the text of the tokens from any other, as written; cheaper than the text.
  func written(_ range: Range<Int>) -> Word {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return Word(hash: 0) }
    let (start, end) = (Int(row[range.lowerBound].start), Int(row[range.upperBound - 1].end))
    return bytes.withUnsafeBufferPointer { Word(written: UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The word ends in -é, -és, -ée or -ées (true) or in a plain -e or -es (false): folding makes `indique` of `indiqué`, and only the
  /// accent tells participle and present apart. Nil for other endings, and where capitals may lack the accent.
  func endsInAcute(_ index: Int) -> Bool? {
    guard index >= 0, index < tokens.count, !flags(index).contains(.allCapitals) else { return nil }
    var end = Int(tokens[index].end)
    let start = Int(tokens[index].start)
    if end > start, bytes[end - 1] == UInt8(ascii: "s") { end -= 1 }
    let isAcute = { [bytes] (end: Int) in end - start >= 2 && bytes[end - 1] == 0xA9 && bytes[end - 2] == 0xC3 }
    if isAcute(end) { return true }
    guard end > start, bytes[end - 1] == UInt8(ascii: "e") else { return nil }
    return isAcute(end - 1)
  }

  /// What the lexicon knows of the word at the index.
  @inline(__always)
  func features(_ index: Int) -> Features { holds(index) ? row[index].features : [] }

  func sentence(of token: Int) -> Range<Int>? {
    guard token >= 0, token < sentenceOfToken.count, sentenceOfToken[token] >= 0 else { return nil }
    return sentences[Int(sentenceOfToken[token])]
  }

  /// The lexicon's phrases that a text which stands in no token begins with, such as a figure's unit; looked up once a text.
  func phrases(opening text: String) -> [PhraseMatches.Match] {
    let key = Word(written: text)
    if let known = openings[key] { return known }
    let bytes = Array(text.utf8)
    let found = Array(PhraseMatches(tokens: Tokenizer.tokenize(bytes), bytes: bytes, lexicon: lexicon).starting(at: 0))
    openings[key] = found
    return found
  }

  /// Which countries the text names beyond doubt; made once a text.
  func evidence(_ make: () -> CountryEvidence) -> CountryEvidence {
    if let countryEvidence { return countryEvidence }
    let made = make()
    countryEvidence = made
    return made
  }

  // MARK: Mentions

  /// The chosen mention that the token belongs to.
  @inline(__always)
  func mention(at token: Int) -> DraftMention? {
    guard token >= 0, token < mentionOfToken.count, mentionOfToken[token] >= 0 else { return nil }
    return mentions[Int(mentionOfToken[token])]
  }

  /// The type of the chosen mention that the token belongs to.
  func mentionType(at token: Int) -> MentionType? {
    guard token >= 0, token < mentionOfToken.count, mentionOfToken[token] >= 0 else { return nil }
    return mentions[Int(mentionOfToken[token])].type
  }

  /// Puts the mentions in order and fills `mentionOfToken` anew.
  func setMentions(_ chosen: [DraftMention]) {
    mentions = chosen.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var ofToken = [Int32](repeating: -1, count: tokens.count)
    for index in mentions.indices { for token in mentions[index].tokens { ofToken[token] = Int32(index) } }
    mentionOfToken = ofToken
  }
}

/// What the layout found around the body.
struct Frame {
  var agency: String?
  /// The place value of the dateline.
  var place: String?
  var author: String?
  var priority: String?
  /// The tokens of the dateline's place, date, agency and the byline's author: they are mentions, but never count for countries.
  var placeTokens: Range<Int>?
  var dateTokens: Range<Int>?
  var agencyTokens: [Range<Int>] = []
  var authorTokens: [Range<Int>] = []
}

struct DraftPart {
  var kind: PartKind
  var tokens: Range<Int>
}

/// A span that some annotator takes for a mention.
struct Candidate {
  var type: MentionType
  var tokens: Range<Int>
  var value: String
  /// How sure, 0…1; the arbiter takes the surer of two that overlap, the longer where they are equally sure.
  var confidence: Double
  /// The rule's name, `place.city`.
  var rule: String
  /// For places, organizations and persons: the country they belong to, where the lexicon says it.
  var country: String?
  /// A party, company, club, medium: it belongs to its country without naming it.
  var isPrivate = false
  var reasons: [String] = []
}

/// A chosen mention. A class, since rules ask for the mention at a token all the time: handing on one reference is cheap.
final class DraftMention {
  let type: MentionType
  let tokens: Range<Int>
  var value: String
  var confidence: Double
  let rule: String
  var country: String?
  /// A party, company, club, medium: it belongs to its country without naming it.
  let isPrivate: Bool
  var reasons: [String]
  /// In the dateline, byline or signature: shown, but it speaks for no country and takes no part in facts.
  let isFrame: Bool

  init(
    type: MentionType, tokens: Range<Int>, value: String, confidence: Double, rule: String, country: String? = nil,
    isPrivate: Bool = false, reasons: [String] = [], isFrame: Bool = false
  ) {
    self.type = type
    self.tokens = tokens
    self.value = value
    self.confidence = confidence
    self.rule = rule
    self.country = country
    self.isPrivate = isPrivate
    self.reasons = reasons
    self.isFrame = isFrame
  }

  convenience init(_ candidate: Candidate, isFrame: Bool) {
    self.init(
      type: candidate.type, tokens: candidate.tokens, value: candidate.value, confidence: candidate.confidence, rule: candidate.rule,
      country: candidate.country, isPrivate: candidate.isPrivate, reasons: candidate.reasons, isFrame: isFrame)
  }
}

/// Quoted words. `inner` leaves the marks out.
struct Quote {
  var outer: Range<Int>
  var inner: Range<Int>
  /// The closing mark was missing; the paragraph's end closed it.
  var isOpen = false
}

/// A fact whose spans still count in tokens.
struct DraftFact {
  var content: Fact.Content
  var evidence: Range<Int>
  var confidence: Double
  var rule: String
  var reasons: [String] = []
}
