internal import DispatchModel
internal import Lexicon

/// Says what a dispatch is about, by the words of `topics.tsv`.
///
/// Each word counts once a paragraph, the headline's twice; the sum is set against the length of the text, so that a long dispatch is not
/// about everything. The weightiest topic is always given, two more where they come near it: most dispatches have two.
struct Topics: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.topics]

  /// A further topic needs that share of the first one's weight, and at least `least` of its own.
  private static let share = 0.3
  private static let least = 2.5
  private static let most = 3

  private let words: ParsedTable<(topic: Topic, weight: Double)>

  init(lexicon: LexiconFile) {
    words = ParsedTable("topics", of: lexicon) { columns in
      guard columns.count >= 3, let topic = Topic(rawValue: String(columns[1])), let weight = Double(columns[2]) else { return nil }
      return (topic, weight)
    }
  }

  func annotate(_ draft: Draft) {
    guard let table = words.table else { return }
    var weights: [Topic: Double] = [:]
    for part in draft.parts {
      let factor = part.kind == .headline ? 2.0 : part.kind == .subhead || part.kind == .paragraph ? 1.0 : 0
      guard factor > 0 else { continue }
      var seen: Set<Int> = []
      var token = part.tokens.lowerBound
      while token < part.tokens.upperBound {
        guard let match = draft.matches.longest(in: table, at: token) else {
          token += 1
          continue
        }
        if seen.insert(match.entry).inserted, draft.mention(at: token).map({ $0.type != .person && $0.type != .organization }) ?? true {
          for other in draft.matches.starting(at: token) where other.table == table && other.tokens == match.tokens {
            if let word = words[other.entry] { weights[word.topic, default: 0] += word.weight * factor }
          }
        }
        token = match.tokens.upperBound
      }
    }
    let ranked = Topic.allCases.filter { (weights[$0] ?? 0) > 0 }.sorted { (weights[$0] ?? 0, $1.rawValue) > (weights[$1] ?? 0, $0.rawValue) }
    guard let first = ranked.first, let top = weights[first] else { return }
    draft.topics = Array(ranked.prefix(Topics.most).filter { topic in
      let weight = weights[topic] ?? 0
      return topic == first || weight >= Topics.share * top && weight >= Topics.least
    })
  }
}
