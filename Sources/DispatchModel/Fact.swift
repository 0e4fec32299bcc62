/// What a dispatch says, in a form that can be counted and compared, with the words it rests on.
public struct Fact: Hashable, Sendable, Codable {
  public var content: Content
  public var evidence: Evidence
  /// How sure the rule is, 0…1.
  public var confidence: Double
  /// The rule that found it, such as `office.apposition` or `statement.A3`.
  public var rule: String
  /// What spoke for it; filled only where an explanation was asked for.
  public var reasons: [String]

  public init(
    _ content: Content, evidence: Evidence, confidence: Double = 1, rule: String = "", reasons: [String] = []
  ) {
    self.content = content
    self.evidence = evidence
    self.confidence = confidence
    self.rule = rule
    self.reasons = reasons
  }

  public var kind: FactKind {
    switch content {
    case .office: .office
    case .statement: .statement
    case .figure: .figure
    case .casualties: .casualties
    case .event: .event
    }
  }

  /// The roles of each kind.
  public enum Content: Hashable, Sendable, Codable {
    case office(Office)
    case statement(Statement)
    case figure(Figure)
    case casualties(Casualties)
    case event(Event)
  }
}

public enum FactKind: String, CaseIterable, Hashable, Sendable, Codable {
  case office, statement, figure, casualties, event
}

/// The exact words of the text that a fact rests on.
public struct Evidence: Hashable, Sendable, Codable {
  public var span: TextSpan
  public var text: String

  public init(span: TextSpan, text: String) {
    self.span = span
    self.text = text
  }
}

/// Who takes part: a person's or organization's canonical name, or a country's code where the country, its government or
/// its capital acts; and the country that it acts for or belongs to.
public struct Participant: Hashable, Sendable, Codable {
  public var id: String
  public var country: String?

  public init(id: String, country: String? = nil) {
    self.id = id
    self.country = country
  }
}

/// A person's office or profession as the text gives it.
public struct Office: Hashable, Sendable, Codable {
  public var person: String
  /// As written, without nationality or article: `ministre des Affaires étrangères`.
  public var title: String
  /// A country's code, an organization's name, a place value, or nil.
  public var of: String?
  public var isFormer: Bool
  public var isActing: Bool

  public init(person: String, title: String, of: String?, isFormer: Bool = false, isActing: Bool = false) {
    self.person = person
    self.title = title
    self.of = of
    self.isFormer = isFormer
    self.isActing = isActing
  }
}

/// Who said what.
public struct Statement: Hashable, Sendable, Codable {
  public var speaker: Participant
  /// The exact words of the text: the quotation without its marks, or the complement clause.
  public var content: String
  public var isQuoted: Bool
  /// The word that attributes it (`indiqué`, `Selon`), or nil where a quotation just follows.
  public var cue: String?
  /// Where it was said: `communiqué`, `conférence de presse`.
  public var via: String?

  public init(speaker: Participant, content: String, isQuoted: Bool, cue: String?, via: String? = nil) {
    self.speaker = speaker
    self.content = content
    self.isQuoted = isQuoted
    self.cue = cue
    self.via = via
  }
}

/// A number that is news.
public struct Figure: Hashable, Sendable, Codable {
  public var value: Double
  /// `%`, an ISO 4217 code, a unit of measure, or empty for a plain count.
  public var unit: String
  /// The counted or measured noun phrase.
  public var what: String
  /// The id that it is about, or nil.
  public var of: String?

  public init(value: Double, unit: String, what: String, of: String? = nil) {
    self.value = value
    self.unit = unit
    self.what = what
    self.of = of
  }
}

/// A toll.
public struct Casualties: Hashable, Sendable, Codable {
  public var dead: Int?
  public var injured: Int?
  public var missing: Int?
  public var cause: String?
  /// A place value.
  public var place: String?
  /// A resolved date.
  public var when: String?
  /// The text says at least, about, more than.
  public var isAbout: Bool

  public init(
    dead: Int? = nil, injured: Int? = nil, missing: Int? = nil, cause: String? = nil, place: String? = nil,
    when: String? = nil, isAbout: Bool = false
  ) {
    self.dead = dead
    self.injured = injured
    self.missing = missing
    self.cause = cause
    self.place = place
    self.when = when
    self.isAbout = isAbout
  }
}

/// Who did what to whom.
public struct Event: Hashable, Sendable, Codable {
  public var category: EventCategory
  public var actors: [Participant]
  public var targets: [Participant]
  public var status: EventStatus
  /// A resolved date.
  public var when: String?
  /// A place value.
  public var place: String?
  /// The word of the text that tells the event.
  public var trigger: String

  public init(
    category: EventCategory, actors: [Participant], targets: [Participant] = [], status: EventStatus = .happened,
    when: String? = nil, place: String? = nil, trigger: String
  ) {
    self.category = category
    self.actors = actors
    self.targets = targets
    self.status = status
    self.when = when
    self.place = place
    self.trigger = trigger
  }
}

/// The 23 acts: the sixteen of PLOVER 2.0 (openeventdata/PLOVER, manual) and seven that are not political.
/// Each is described in the gold guide's words in Documentation/Reading.md.
public enum EventCategory: String, CaseIterable, Hashable, Sendable, Codable {
  case agree, consult, support, cooperate, aid, concede, retreat, request, accuse, reject, threaten, protest, mobilize
  case sanction, coerce, assault
  case elect, appoint, disaster, die, legislate, business, achieve
}

extension EventCategory {
  /// Its place among all cases: what tables of categories are indexed by.
  public var ordinal: Int {
    switch self {
    case .agree: 0
    case .consult: 1
    case .support: 2
    case .cooperate: 3
    case .aid: 4
    case .concede: 5
    case .retreat: 6
    case .request: 7
    case .accuse: 8
    case .reject: 9
    case .threaten: 10
    case .protest: 11
    case .mobilize: 12
    case .sanction: 13
    case .coerce: 14
    case .assault: 15
    case .elect: 16
    case .appoint: 17
    case .disaster: 18
    case .die: 19
    case .legislate: 20
    case .business: 21
    case .achieve: 22
    }
  }

  /// By its place: what a `String` enumeration has by itself hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}

public enum EventStatus: String, CaseIterable, Hashable, Sendable, Codable {
  case happened, ongoing, planned, conditional, denied
}
