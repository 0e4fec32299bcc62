public import DispatchModel

/// What dispatches refer to, by type and canonical value: `person`/`Fouad Massoum`, `place`/`Bagdad/IQ`; a country is `place`/`IQ`.
public struct EntityReference: Hashable, Sendable {
  public var type: MentionType
  public var value: String

  public init(type: MentionType, value: String) {
    self.type = type
    self.value = value
  }

  /// A country by its code.
  public static func country(_ code: String) -> EntityReference { EntityReference(type: .place, value: code) }

  /// The country's code where it is a country.
  public var countryCode: String? { type == .place && CountryNames.isCode(value) ? value : nil }
}

/// Which entities are wanted.
public struct EntityRequest: Hashable, Sendable {
  /// Only of this type; nil for all.
  public var type: MentionType?
  public var prefix: String
  public var limit: Int

  public init(type: MentionType? = nil, prefix: String, limit: Int = 100) {
    self.type = type
    self.prefix = prefix
    self.limit = limit
  }
}

/// An entity in a list.
public struct EntityLine: Hashable, Sendable {
  public var entity: EntityReference
  /// Dispatches that mention it.
  public var count: Int

  public init(entity: EntityReference, count: Int) {
    self.entity = entity
    self.count = count
  }
}

/// What the store knows of one person, organization, place or country. Every line of it can be entered.
public struct Dossier: Hashable, Sendable {
  public var entity: EntityReference
  /// Dispatches that mention it.
  public var count: Int
  public var firstSeen: Moment?
  public var lastSeen: Moment?
  /// The distinct offices, newest first (a person's; for a country or an organization those held there).
  public var offices: [DossierFact]
  /// Its statements, newest first.
  public var statements: [DossierFact]
  /// Events in which it acts or is acted on, newest first.
  public var events: [DossierFact]
  /// Who appears in the same dispatches, the most frequent first.
  public var companions: [EntityLine]
  /// Dispatches a month, oldest first, without gaps.
  public var months: [MonthCount]
  /// Its newest dispatches, newest first; a page of them.
  public var dispatches: [DispatchLine]

  public init(
    entity: EntityReference, count: Int, firstSeen: Moment? = nil, lastSeen: Moment? = nil, offices: [DossierFact] = [],
    statements: [DossierFact] = [], events: [DossierFact] = [], companions: [EntityLine] = [], months: [MonthCount] = [],
    dispatches: [DispatchLine] = []
  ) {
    self.entity = entity
    self.count = count
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.offices = offices
    self.statements = statements
    self.events = events
    self.companions = companions
    self.months = months
    self.dispatches = dispatches
  }
}

/// A fact and the dispatch that it stands in.
public struct DossierFact: Hashable, Sendable {
  public var fact: Fact
  public var dispatch: Int64
  public var published: Moment

  public init(fact: Fact, dispatch: Int64, published: Moment) {
    self.fact = fact
    self.dispatch = dispatch
    self.published = published
  }
}

/// Dispatches in one month.
public struct MonthCount: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var count: Int

  public init(year: Int, month: Int, count: Int) {
    self.year = year
    self.month = month
    self.count = count
  }
}
