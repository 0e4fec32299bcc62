internal import DispatchModel
internal import Glibc
internal import Lexicon

/// How likely it is that a careful reader would note an event down: a logistic regression over its category and its signs, learned by
/// Scripts/train-events.py on dispatches with their events (the weights are `event-weights.tsv`: `event.SIGN`, `event.CATEGORY`,
/// `event.CATEGORY.SIGN`, `event.bias`, rows of `event.word` with
/// category and word, and `event.least`, `event.leastSound`,
/// below which nothing is told).
struct EventJudge {
  private let bias: Float
  private let least: Float
  private let leastSound: Float
  private let shift: Float
  private let signs: [Float]
  private let categories: [EventCategory: Weights]
  /// What is known of single words of the tables: by lemma or phrase, tab, category.
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
    var categories: [EventCategory: Weights] = [:]
    var words: [Key: Float] = [:]
    let numbers = Dictionary(uniqueKeysWithValues: EventSigns.names.enumerated().map { ($1, $0) })
    for entry in lexicon.table("event-weights").map(lexicon.entries) ?? [] {
      let row = lexicon.columns(ofEntry: entry)
      guard row.count > 1, let weight = Float(row[1]) else { continue }
      if row.count > 3, let category = EventCategory(rawValue: String(row[2])) { words[Key(word: String(row[3]), category: category)] = weight; continue }
      let parts = row[0].split(separator: ".").dropFirst().map(String.init)
      switch (parts.count, EventCategory(rawValue: parts.first ?? ""), numbers[parts.last ?? ""]) {
      case (1, let category?, _): categories[category, default: Weights()].own = weight
      case (1, nil, let sign?): signs[sign] = weight
      case (1, nil, nil): switch parts.first {
        case "bias": bias = weight
        case "least": least = weight
        case "leastSound": leastSound = weight
        case "shift": shift = weight
        default: continue
        }
      case (2, let category?, let sign?): categories[category, default: Weights()].signs[sign] = weight
      default: continue
      }
    }
    (self.bias, self.least, self.leastSound, self.shift) = (bias, least, leastSound, shift)
    (self.signs, self.categories, self.words) = (signs, categories, words)
  }

  /// The probability, 0 to 1.
  func probability(of category: EventCategory, by word: String, _ found: EventSigns) -> Double {
    var sum = bias + (words[Key(word: word, category: category)] ?? 0)
    let own = categories[category]
    sum += own?.own ?? 0
    var bits = found.rawValue
    while bits != 0 {
      let sign = bits.trailingZeroBitCount
      sum += signs[sign]
      if let own { sum += own.signs[sign] }
      bits &= bits - 1
    }
    return 1 / (1 + exp(-Double(sum)))
  }

  /// How often an event of that probability is right where a reader's choice of what to note is not held against it: those that readers
  /// left out though the text tells them count as wrong in learning, so that the odds are too low by `event.shift` (measured on b1xx,
  /// c1xx and the gold, held against d1xx).
  func confidence(_ probability: Double) -> Double { 1 / (1 + (1 - probability) / max(1e-9, probability) * exp(-Double(shift))) }

  /// Whether an event of that probability is told: one whose grammar is whole (`EventSigns.sound`) sooner than another.
  func isEnough(_ probability: Double, _ found: EventSigns) -> Bool { probability >= Double(found.contains(.sound) ? leastSound : least) }
}
