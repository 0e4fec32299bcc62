internal import Lexicon

/// Classes of words that rules ask for one word at a time; the words are the language's (`word-classes.tsv`, which says what each
/// class is for). A language that lacks a class has no words in it.
enum WordClass: Int, CaseIterable, Sendable {
  case bystander, personNoun, privateBody, genericBody, department, contest, district, jury, parliament, document, occasion, channel
  case former, titleEpithet, titleQualifier, nameEpithet, honorific, womanMark, manMark, posted, counterpart, predecessor
  case commissioner, leader, deputy, senator, voice, minister, portfolioWord, abbreviation
  case motion, dying, planning, infinitiveSpeech, denial, announcing, warning, passiveActor, learning, nounSpeech, urging, estimating, winner, thought, titled, ownVoice, officer, manager, judicial, court, partisan, rapporteur
  case madeKnown, beforeThat, ascribed, approximation, describing, compass, speaking, ordinal, noDesignation, label, numbered, prenominal, victim
  case nameParticle, gluedParticle, bylineParticle, datelineParticle
}

/// The word classes of one language, read when its pipeline is made.
struct WordClasses: Sendable {
  /// By the class's number.
  private let sets: [WordSet]
  /// Classes of the lexicon that no rule knows: a slip of the pen in its texts.
  let unknown: [String]

  init(lexicon: LexiconFile) {
    let names = [String: WordClass](uniqueKeysWithValues: WordClass.allCases.map { (String(describing: $0), $0) })
    var sets = [WordSet](repeating: [], count: WordClass.allCases.count)
    var unknown: [String] = []
    for row in lexicon.classRows where row.count > 1 {
      guard let found = names[String(row[0])] else {
        unknown.append(String(row[0]))
        continue
      }
      for word in row[1].split(separator: "|") { sets[found.rawValue].insert(Word(word)) }
    }
    self.sets = sets
    self.unknown = unknown
  }

  subscript(_ wanted: WordClass) -> WordSet { sets[wanted.rawValue] }

  @inline(__always)
  func has(_ word: Word, in wanted: WordClass) -> Bool { sets[wanted.rawValue].contains(word) }
}

extension Draft {
  /// Whether the word at the index is one of the class.
  @inline(__always)
  func word(_ index: Int, is wanted: WordClass) -> Bool { words.has(word(index), in: wanted) }

  /// Whether the word, such as a verb's lemma, is one of the class.
  @inline(__always)
  func word(_ word: Word, is wanted: WordClass) -> Bool { words.has(word, in: wanted) }
}
