internal import Lexicon

/// Classes of words that rules ask for one word at a time; the words are the language's (`word-classes.tsv`, which says what each
/// class is for). A language that lacks a class has no words in it.
enum WordClass: Int, CaseIterable, Sendable {
  case bystander, personNoun, privateBody, genericBody, department, contest, district, jury, parliament, document, occasion, channel
  case former, titleEpithet, titleQualifier, nameEpithet, honorific, womanMark, manMark, posted, counterpart, predecessor
  case commissioner, leader, deputy, senator, voice, minister, portfolioWord, abbreviation
  case motion, dying, planning, infinitiveSpeech, denial, announcing, warning, passiveActor, objectControl, learning, nounSpeech, urging, estimating, winner, thought, titled, ownVoice, officer, manager, judicial, court, partisan, rapporteur
  case madeKnown, beforeThat, ascribed, approximation, describing, compass, speaking, ordinal, noDesignation, label, numbered, prenominal, victim
  case nameParticle, gluedParticle, bylineParticle, datelineParticle
}

/// A bit for each class.
typealias ClassMask = UInt128

/// The word classes of one language, read when its pipeline is made.
struct WordClasses: Sendable {
  /// By the class's number.
  private let sets: [WordSet]
  /// The words of all classes by open addressing, 0 for a free slot, and a bit for each class that the word is of.
  private var hashes: [UInt64]
  private var masks: [ClassMask]
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
    precondition(sets.count <= ClassMask.bitWidth, "WordClasses: more classes than bits")
    var size = 64
    while size < sets.reduce(0, { $0 + $1.words.count }) * 3 { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    masks = [ClassMask](repeating: 0, count: size)
    for (number, set) in sets.enumerated() {
      for word in set.words {
        let slot = slot(of: word.hash)
        hashes[slot] = word.hash
        masks[slot] |= 1 << ClassMask(number)
      }
    }
  }

  /// Where the hash is, or the free slot where it belongs.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    return slot
  }

  /// A bit for each class that the word is of.
  func mask(of word: Word) -> ClassMask { masks[slot(of: word.hash)] }

  subscript(_ wanted: WordClass) -> WordSet { sets[wanted.rawValue] }

  @inline(__always)
  func has(_ word: Word, in wanted: WordClass) -> Bool { sets[wanted.rawValue].contains(word) }
}

extension Draft {
  /// Whether the word at the index is one of the class.
  @inline(__always)
  func word(_ index: Int, is wanted: WordClass) -> Bool { classes(index) >> ClassMask(wanted.rawValue) & 1 != 0 }

  /// Whether the word, such as a verb's lemma, is one of the class.
  @inline(__always)
  func word(_ word: Word, is wanted: WordClass) -> Bool { words.has(word, in: wanted) }
}
