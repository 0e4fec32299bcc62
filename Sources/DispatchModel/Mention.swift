/// A span of the text that names an entity or a value.
public struct Mention: Hashable, Sendable, Codable {
  public var span: TextSpan
  public var type: MentionType
  /// The words of the span, as written.
  public var text: String
  /// What the words stand for, in the form of its type (`MentionType`): `Fouad Massoum`, `IQ`, `Bagdad/IQ`, `2018-03-20`, `76.66 %`.
  public var value: String
  /// How sure the rule is, 0…1.
  public var confidence: Double
  /// The rule that found it, such as `place.city` or `person.apposition`.
  public var rule: String
  /// What spoke for it, in words a person can check; filled only where an explanation was asked for.
  public var reasons: [String]

  public init(
    span: TextSpan, type: MentionType, text: String, value: String, confidence: Double = 1, rule: String = "",
    reasons: [String] = []
  ) {
    self.span = span
    self.type = type
    self.text = text
    self.value = value
    self.confidence = confidence
    self.rule = rule
    self.reasons = reasons
  }
}

/// The ten types of mention, and the form of each one's value.
public enum MentionType: String, CaseIterable, Hashable, Sendable, Codable {
  /// The full name as first given: `Fouad Massoum`.
  case person
  /// The canonical name: `ONU`, `Présidence irakienne`.
  case organization
  /// A country's ISO 3166-1 code, else `Name/CC`, or `Name/-` where no single country has it.
  case place
  /// The country's ISO code.
  case nationality
  /// A TIMEX3 value: `2018-03-20`, `2018-02`, `2018-W12`, `2018-03-20TMO`, `P3Y`, `PAST_REF`.
  case date
  /// Number, space, unit: `76.66 %`, `1200000000 USD`, `12 morts`.
  case figure
  /// The product's name.
  case product
  /// The named event's name.
  case event
  /// The law's, treaty's or resolution's name.
  case law

  /// Whether its value names something that several dispatches can speak of (not a date or a figure).
  public var isEntity: Bool { self != .date && self != .figure && self != .nationality }
}

extension MentionType {
  /// Its place among all cases.
  public var ordinal: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .place: 2
    case .nationality: 3
    case .date: 4
    case .figure: 5
    case .product: 6
    case .event: 7
    case .law: 8
    }
  }

  /// By its place: what a `String` enumeration has by itself hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}
