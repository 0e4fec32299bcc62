/// What the lexicon knows of a word form: its parts of speech and inflection, all readings of the form together or one alone.
@frozen public struct Features: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public static var noun: Features { Features(rawValue: 1 << 0) }
  @inlinable public static var adjective: Features { Features(rawValue: 1 << 1) }
  @inlinable public static var verb: Features { Features(rawValue: 1 << 2) }
  @inlinable public static var adverb: Features { Features(rawValue: 1 << 3) }
  @inlinable public static var preposition: Features { Features(rawValue: 1 << 4) }
  @inlinable public static var determiner: Features { Features(rawValue: 1 << 5) }
  @inlinable public static var pronoun: Features { Features(rawValue: 1 << 6) }
  @inlinable public static var conjunction: Features { Features(rawValue: 1 << 7) }
  @inlinable public static var interjection: Features { Features(rawValue: 1 << 8) }
  @inlinable public static var givenName: Features { Features(rawValue: 1 << 9) }
  @inlinable public static var properNoun: Features { Features(rawValue: 1 << 10) }

  @inlinable public static var infinitive: Features { Features(rawValue: 1 << 11) }
  @inlinable public static var present: Features { Features(rawValue: 1 << 12) }
  @inlinable public static var imperfect: Features { Features(rawValue: 1 << 13) }
  @inlinable public static var future: Features { Features(rawValue: 1 << 14) }
  @inlinable public static var conditional: Features { Features(rawValue: 1 << 15) }
  @inlinable public static var simplePast: Features { Features(rawValue: 1 << 16) }
  @inlinable public static var subjunctive: Features { Features(rawValue: 1 << 17) }
  @inlinable public static var imperative: Features { Features(rawValue: 1 << 18) }
  @inlinable public static var pastParticiple: Features { Features(rawValue: 1 << 19) }
  @inlinable public static var presentParticiple: Features { Features(rawValue: 1 << 20) }

  @inlinable public static var firstPerson: Features { Features(rawValue: 1 << 21) }
  @inlinable public static var secondPerson: Features { Features(rawValue: 1 << 22) }
  @inlinable public static var thirdPerson: Features { Features(rawValue: 1 << 23) }
  @inlinable public static var singular: Features { Features(rawValue: 1 << 24) }
  @inlinable public static var plural: Features { Features(rawValue: 1 << 25) }
  @inlinable public static var masculine: Features { Features(rawValue: 1 << 26) }
  @inlinable public static var feminine: Features { Features(rawValue: 1 << 27) }

  /// The letters that stand for each in a lexicon's text, `V;pres;3;s`.
  static let codes: [(code: String, feature: Features)] = [
    ("N", .noun), ("A", .adjective), ("V", .verb), ("Adv", .adverb), ("Prep", .preposition), ("Det", .determiner),
    ("Pro", .pronoun), ("Conj", .conjunction), ("Int", .interjection), ("Given", .givenName), ("Name", .properNoun),
    ("inf", .infinitive), ("pres", .present), ("impf", .imperfect), ("fut", .future), ("cond", .conditional),
    ("past", .simplePast), ("subj", .subjunctive), ("imp", .imperative), ("pp", .pastParticiple),
    ("ppr", .presentParticiple), ("1", .firstPerson), ("2", .secondPerson), ("3", .thirdPerson), ("s", .singular),
    ("p", .plural), ("m", .masculine), ("f", .feminine),
  ]

  /// Reads `N;m;s`; nil where a code is unknown.
  public init?(codes text: some StringProtocol) {
    var all: Features = []
    for part in text.split(separator: ";") {
      guard let found = Features.codes.first(where: { $0.code == part }) else { return nil }
      all.insert(found.feature)
    }
    self = all
  }
}
