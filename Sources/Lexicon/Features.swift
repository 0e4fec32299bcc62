/// What the lexicon knows of a word form: its parts of speech and inflection, all readings of the form together or one alone.
public struct Features: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let noun = Features(rawValue: 1 << 0)
  public static let adjective = Features(rawValue: 1 << 1)
  public static let verb = Features(rawValue: 1 << 2)
  public static let adverb = Features(rawValue: 1 << 3)
  public static let preposition = Features(rawValue: 1 << 4)
  public static let determiner = Features(rawValue: 1 << 5)
  public static let pronoun = Features(rawValue: 1 << 6)
  public static let conjunction = Features(rawValue: 1 << 7)
  public static let interjection = Features(rawValue: 1 << 8)
  public static let givenName = Features(rawValue: 1 << 9)
  public static let properNoun = Features(rawValue: 1 << 10)

  public static let infinitive = Features(rawValue: 1 << 11)
  public static let present = Features(rawValue: 1 << 12)
  public static let imperfect = Features(rawValue: 1 << 13)
  public static let future = Features(rawValue: 1 << 14)
  public static let conditional = Features(rawValue: 1 << 15)
  public static let simplePast = Features(rawValue: 1 << 16)
  public static let subjunctive = Features(rawValue: 1 << 17)
  public static let imperative = Features(rawValue: 1 << 18)
  public static let pastParticiple = Features(rawValue: 1 << 19)
  public static let presentParticiple = Features(rawValue: 1 << 20)

  public static let firstPerson = Features(rawValue: 1 << 21)
  public static let secondPerson = Features(rawValue: 1 << 22)
  public static let thirdPerson = Features(rawValue: 1 << 23)
  public static let singular = Features(rawValue: 1 << 24)
  public static let plural = Features(rawValue: 1 << 25)
  public static let masculine = Features(rawValue: 1 << 26)
  public static let feminine = Features(rawValue: 1 << 27)

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
