/// What speaks for or against an event that the words may tell: the features of `EventJudge`, named as in `event-weights.tsv`.
struct EventSigns: OptionSet, Hashable {
  let rawValue: UInt64

  // The words that tell it.
  static let verb = EventSigns(bit: 0), passive = EventSigns(bit: 1), participle = EventSigns(bit: 2), infinitive = EventSigns(bit: 3)
  static let gerund = EventSigns(bit: 4), noun = EventSigns(bit: 5), reflexive = EventSigns(bit: 6)
  /// A noun with `le`, with `un`, with `son`, with `ce`.
  static let definite = EventSigns(bit: 7), indefinite = EventSigns(bit: 8), possessive = EventSigns(bit: 9), demonstrative = EventSigns(bit: 10)

  // Who acts, and on whom.
  static let noActor = EventSigns(bit: 11), person = EventSigns(bit: 12), organization = EventSigns(bit: 13), country = EventSigns(bit: 14)
  /// The actor is one that a pronoun means, the state at home, the one who acted before, the subject of the verb that governs the noun.
  static let pronoun = EventSigns(bit: 15), implied = EventSigns(bit: 16), inherited = EventSigns(bit: 17), governed = EventSigns(bit: 18)
  static let severalActors = EventSigns(bit: 19), farActor = EventSigns(bit: 20)
  static let noTarget = EventSigns(bit: 21), countryTarget = EventSigns(bit: 22)
  /// The table asks for a target or an actor that is not there.
  static let unmetTarget = EventSigns(bit: 23), unmetActor = EventSigns(bit: 24)

  // When and where.
  static let day = EventSigns(bit: 25), place = EventSigns(bit: 26)

  // Where in the dispatch.
  static let headline = EventSigns(bit: 27), lead = EventSigns(bit: 28), late = EventSigns(bit: 29)
  /// In a quotation; in a clause after `que`; after `qui`; the sentence tells more than one thing.
  static let quoted = EventSigns(bit: 30), complement = EventSigns(bit: 31), relative = EventSigns(bit: 32), crowded = EventSigns(bit: 33)
  /// Something of the category was told before; by the same actor.
  static let again = EventSigns(bit: 34), sameAgain = EventSigns(bit: 35)

  // How it is told.
  static let conditional = EventSigns(bit: 36), planned = EventSigns(bit: 37), ongoing = EventSigns(bit: 38), denied = EventSigns(bit: 39)
  static let present = EventSigns(bit: 40), imperfect = EventSigns(bit: 41), future = EventSigns(bit: 42)
  static let negated = EventSigns(bit: 43)
  /// An infinitive right behind a verb that tells an event; one that no willing or planning verb governs.
  static let follows = EventSigns(bit: 44), ungoverned = EventSigns(bit: 45)
  /// `« … », a prévenu X`: a verb of warning that only says.
  static let says = EventSigns(bit: 46)
  static let firstPerson = EventSigns(bit: 47)
  /// A word of war or of politics in a dispatch about sport.
  static let metaphor = EventSigns(bit: 48)
  /// A noun without a party where the table asks for one; a noun without a party and without a date.
  static let unmetParty = EventSigns(bit: 49), bare = EventSigns(bit: 50)
  static let longEvidence = EventSigns(bit: 51)
  /// A noun beside a verb that told the same.
  static let echo = EventSigns(bit: 52)
  /// What the dispatch is about.
  static let sport = EventSigns(bit: 53), economy = EventSigns(bit: 54), conflict = EventSigns(bit: 55)

  /// The row of the table is one that only the judge decides on.
  static let weak = EventSigns(bit: 56)
  /// All that the grammar of such an event asks for is there (`EventGrammar`).
  static let sound = EventSigns(bit: 57)

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  /// The names of the signs, apart by spaces.
  var description: String { EventSigns.names.indices.filter { rawValue >> UInt64($0) & 1 == 1 }.map { EventSigns.names[$0] }.joined(separator: " ") }

  /// The name of each sign, in the order of the bits.
  static let names = [
    "verb", "passive", "participle", "infinitive", "gerund", "noun", "reflexive", "definite", "indefinite", "possessive", "demonstrative",
    "noActor", "person", "organization", "country", "pronoun", "implied", "inherited", "governed", "severalActors", "farActor", "noTarget",
    "countryTarget", "unmetTarget", "unmetActor", "day", "place", "headline", "lead", "late", "quoted", "complement", "relative", "crowded",
    "again", "sameAgain", "conditional", "planned", "ongoing", "denied", "present", "imperfect", "future", "negated", "follows", "ungoverned",
    "says", "firstPerson", "metaphor", "unmetParty", "bare", "longEvidence", "echo", "sport", "economy", "conflict", "weak", "sound",
  ]
}
