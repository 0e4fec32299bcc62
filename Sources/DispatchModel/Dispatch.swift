/// One text of a news agency as it came in, and what its envelope said about it.
///
/// `text` is what is read and what every span counts in: the decoded input of a plain dispatch, or, for a format with fields,
/// headline, sub-headlines and paragraphs, one a line. Fields that an envelope gave are kept beside it and win over what the
/// reading finds in the text.
public struct Dispatch: Hashable, Sendable, Codable {
  /// Where the dispatch has an identity of its own (a feed's guid, NewsML's guid, a file's name), that; else a digest of
  /// source and text. The same identity coming in again is the same dispatch, or a new version of it.
  public var identity: String
  public var text: String
  public var published: Moment?
  public var updated: Moment?
  /// Where it came from: a feed's address, a file's path, `stdin`.
  public var source: String
  public var agency: String?
  public var author: String?
  /// The envelope's place, as written.
  public var place: String?
  /// ISO 639-1, where the envelope says it.
  public var language: String?
  /// http(s) or mailto only; everything else is dropped on the way in.
  public var link: String?
  public var categories: [String]
  /// IPTC urgency, 1 (flash) … 9.
  public var urgency: Int?
  /// Not to be shown before that moment.
  public var embargo: Moment?
  /// The agency's own number of this version, where it counts them.
  public var version: Int?
  /// What the agency says it is.
  public var status: DispatchStatus
  public var enclosures: [Enclosure]
  /// Links of the text, in order, for the reader's link hints.
  public var links: [String]
  /// The text's first line is a headline given as such by the envelope.
  public var hasHeadlineLine: Bool
  /// How many lines after the headline are sub-headlines given as such by the envelope.
  public var subheadLines: Int

  /// Until when it must not be shown: its embargo's hour, or for good where the agency withholds it and names none; nil where it may be.
  public var heldUntil: Moment? {
    embargo ?? (status == .withheld ? Moment(seconds: 253_402_300_799) : nil)
  }

  public init(
    identity: String, text: String, published: Moment? = nil, updated: Moment? = nil, source: String = "",
    agency: String? = nil, author: String? = nil, place: String? = nil, language: String? = nil, link: String? = nil,
    categories: [String] = [], urgency: Int? = nil, embargo: Moment? = nil, version: Int? = nil,
    status: DispatchStatus = .usable, enclosures: [Enclosure] = [], links: [String] = [], hasHeadlineLine: Bool = false,
    subheadLines: Int = 0
  ) {
    self.identity = identity
    self.text = text
    self.published = published
    self.updated = updated
    self.source = source
    self.agency = agency
    self.author = author
    self.place = place
    self.language = language
    self.link = link
    self.categories = categories
    self.urgency = urgency
    self.embargo = embargo
    self.version = version
    self.status = status
    self.enclosures = enclosures
    self.links = links
    self.hasHeadlineLine = hasHeadlineLine
    self.subheadLines = subheadLines
  }
}

/// NewsML-G2's publication status, and corrections.
public enum DispatchStatus: String, CaseIterable, Hashable, Sendable, Codable {
  case usable, corrected, withheld, canceled
}

/// A file that goes with the dispatch.
public struct Enclosure: Hashable, Sendable, Codable {
  public var url: String
  public var mediaType: String?
  public var length: Int?

  public init(url: String, mediaType: String? = nil, length: Int? = nil) {
    self.url = url
    self.mediaType = mediaType
    self.length = length
  }
}
