/// What Telex took from a dispatch: frame, parts, countries, topics, mentions and facts.
///
/// A reading is a pure function of the dispatch's text, its reference date and the lexicon's version. Mentions are sorted by
/// span, never overlap, and their text is the span's text; the same holds of each fact's evidence.
public struct Reading: Hashable, Sendable, Codable {
  /// ISO 639-1 code of the text's language, `und` where it cannot be told.
  public var language: String
  /// The dispatch's own date, else the reference date it was read with.
  public var published: CalendarDate?
  public var agency: String?
  /// The dateline's place value, `Bagdad/IQ`.
  public var place: String?
  public var author: String?
  /// Without urgency and product words.
  public var headline: String
  public var subheads: [String]
  /// `URGENT`, `ALERTE`, `LEAD`, `RECTIFICATIF` …, as written, or nil.
  public var priority: String?
  /// How the text is built, in order, without gaps that hold words.
  public var parts: [Part]
  /// The countries that the dispatch is about, the most important first, at most three.
  public var focus: [String]
  /// Every country it names, the focus first.
  public var mentioned: [String]
  public var topics: [Topic]
  public var mentions: [Mention]
  public var facts: [Fact]

  public init(
    language: String = "und", published: CalendarDate? = nil, agency: String? = nil, place: String? = nil,
    author: String? = nil, headline: String = "", subheads: [String] = [], priority: String? = nil, parts: [Part] = [],
    focus: [String] = [], mentioned: [String] = [], topics: [Topic] = [], mentions: [Mention] = [], facts: [Fact] = []
  ) {
    self.language = language
    self.published = published
    self.agency = agency
    self.place = place
    self.author = author
    self.headline = headline
    self.subheads = subheads
    self.priority = priority
    self.parts = parts
    self.focus = focus
    self.mentioned = mentioned
    self.topics = topics
    self.mentions = mentions
    self.facts = facts
  }
}

/// A stretch of the text and the role it plays on the page.
public struct Part: Hashable, Sendable, Codable {
  public var kind: PartKind
  public var span: TextSpan

  public init(_ kind: PartKind, _ span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

public enum PartKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// URGENT, LEAD, RECTIFICATIF … before the headline.
  case priority
  case headline
  /// A sub-headline, without its `- `.
  case subhead
  /// The dateline, on its own line or at the start of the first paragraph (`BAGDAD, 20 mars (AA) -`).
  case dateline
  /// The byline, `AA/Bagdad/Ibrahim Saleh` or `par …`.
  case byline
  /// A note to editors: `(Actualisé avec …)`, `(Plus d'informations à suivre)`.
  case note
  /// A cross-heading inside the body.
  case crosshead
  case paragraph
  /// `abc/def`, `(AA)`, `Traduit de l'arabe par …`.
  case signature
}
