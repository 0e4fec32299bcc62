internal import DispatchModel
internal import Glibc
internal import Lexicon

/// How likely it is that a careful reader would note an event down: a logistic regression over its category, its signs and the word that
/// tells it, learned by Scripts/train-events.py on dispatches with their events.
///
/// The weights are `event-weights.tsv`: `event.SIGN`, `event.CATEGORY`, `event.CATEGORY.SIGN` and `event.bias`; `event.word` with the
/// category and the word behind the weight; `event.least` and `event.leastSound`, below which nothing is told; `event.shift`, see `confidence`.
struct EventJudge {
  private let bias: Float
  private let least: Float
  private let leastSound: Float
  private let shift: Float
  private let signs: [Float]
  /// By the category's ordinal.
  private let categories: [Weights]
  /// What is known of single words of the tables.
  private let words: [Key: Float]

  private struct Key: Hashable {
    let word: String
    let category: EventCategory
  }

  private struct Weights {
    var own: Float = 0
    var signs = [Float](repeating: 0, count: EventSigns.names.count)
  }

  init(lexicon: LexiconFile) {
    var bias: Float = 0
    var least: Float = 0.5
    var leastSound: Float = 0.5
    var shift: Float = 0
    var signs = [Float](repeating: 0, count: EventSigns.names.count)
    var categories = [Weights](repeating: Weights(), count: EventCategory.allCases.count)
    var words: [Key: Float] = [:]
    let numbers = Dictionary(uniqueKeysWithValues: EventSigns.names.enumerated().map { ($1, $0) })
    for entry in lexicon.table("event-weights").map(lexicon.entries) ?? [] {
      let row = lexicon.columns(ofEntry: entry)
      guard row.count > 1, let weight = Float(row[1]) else { continue }
      if row.count > 3, let category = EventCategory(rawValue: String(row[2])) { words[Key(word: String(row[3]), category: category)] = weight; continue }
      let parts = row[0].split(separator: ".").dropFirst().map(String.init)
      switch (parts.count, EventCategory(rawValue: parts.first ?? ""), numbers[parts.last ?? ""]) {
      case (1, let category?, _): categories[category.ordinal].own = weight
      case (1, nil, let sign?): signs[sign] = weight
      case (1, nil, nil): switch parts.first {
        case "bias": bias = weight
        case "least": least = weight
        case "leastSound": leastSound = weight
        case "shift": shift = weight
        default: continue
        }
      case (2, let category?, let sign?): categories[category.ordinal].signs[sign] = weight
      default: continue
      }
    }
    (self.bias, self.least, self.leastSound, self.shift) = (bias, least, leastSound, shift)
    (self.signs, self.categories, self.words) = (signs, categories, words)
  }

  /// What a lemma or phrase adds to the sum where it tells something of the category; 0 where it was too rare to be learned.
  func weight(of word: String, _ category: EventCategory) -> Float { words[Key(word: word, category: category)] ?? 0 }

  /// The probability, 0 to 1, of an event told by a word of that weight.
  func probability(of category: EventCategory, _ found: EventSigns, word: Float) -> Double {
    var sum = bias + word
    let own = categories[category.ordinal]
    sum += own.own
    var bits = found.rawValue
    while bits != 0 {
      let sign = bits.trailingZeroBitCount
      sum += signs[sign]
      sum += own.signs[sign]
      bits &= bits - 1
    }
    return 1 / (1 + exp(-Double(sum)))
  }

  /// How often a told event of that probability is right. `FactOrder` drops what is told again, so that what stays is right somewhat more
  /// often than the judge learned: the odds are raised by `event.shift`, one number, set on d1xx and f1xx while nothing else was learned on them.
  func confidence(_ probability: Double) -> Double { 1 / (1 + (1 - probability) / max(1e-9, probability) * exp(-Double(shift))) }

  /// Whether an event of that probability is told: one whose grammar is whole (`EventSigns.sound`) sooner than another.
  func isEnough(_ probability: Double, _ found: EventSigns) -> Bool { probability >= Double(found.contains(.sound) ? leastSound : least) }
}
