internal import DispatchModel
internal import Lexicon

/// Which persons of a text are women and which men, by what the text says of them: `Mme`, the article and form of a title, the
/// nationality before the name (`la Trinidadienne X`), the given name. Who is told nothing of is neither.
struct PersonGenders {
  /// By name (`Word.init(written:)`).
  private var isFemale: [Word: Bool] = [:]

  init() {}

  init(_ draft: Draft) {
    for index in draft.offices.indices {
      let person = Word(written: draft.offices[index].person)
      guard isFemale[person] == nil else { continue }
      if let found = PersonGenders.sex(before: draft.offices[index].token + 1, draft) { isFemale[person] = found }
    }
    for mention in draft.mentions where mention.type == .person {
      let person = Word(written: mention.value)
      guard isFemale[person] == nil else { continue }
      let start = mention.tokens.lowerBound
      // Over `M.` and a nationality.
      var k = draft.word(start - 1) == Sign.stop ? start - 1 : start
      if let nationality = draft.mention(at: k - 1), nationality.type == .nationality { k = nationality.tokens.lowerBound }
      if let found = PersonGenders.sex(before: k, draft) ?? PersonGenders.sex(ofName: start, draft) { isFemale[person] = found }
    }
  }

  private static func sex(before token: Int, _ draft: Draft) -> Bool? {
    let word = draft.word(token - 1)
    return draft.word(word, is: .womanMark) ? true : draft.word(word, is: .manMark) ? false : nil
  }

  private static func sex(ofName token: Int, _ draft: Draft) -> Bool? {
    var features: Features = []
    draft.lexicon.forEachReading(draft.word(token)) { _, reading in
      if reading.contains(.givenName) { features.formUnion(reading) }
    }
    let isFemale = features.contains(.feminine)
    return isFemale == features.contains(.masculine) ? nil : isFemale
  }

  /// True for a woman, false for a man, nil where the text does not tell.
  func isFemale(_ person: String) -> Bool? { isFemale[Word(written: person)] }
}
