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

  /// The topics by their places in `Topic.allCases`.
  private let words: ParsedTable<(topic: Int, weight: Double)>

  init(lexicon: LexiconFile) {
    words = ParsedTable("topics", of: lexicon) { columns in
      guard columns.count >= 3, let topic = Topic.allCases.firstIndex(where: { $0.rawValue == columns[1] }), let weight = Double(columns[2]) else { return nil }
      return (topic, weight)
    }
  }

  func annotate(_ draft: Draft) {
    guard let table = words.table else { return }
    var weights = [Double](repeating: 0, count: Topic.allCases.count)
    // A part tells few: a list is quicker than a set.
    var seen: [Int] = []
    for part in draft.parts {
      let factor = part.kind == .headline ? 2.0 : part.kind == .subhead || part.kind == .paragraph ? 1.0 : 0
      guard factor > 0 else { continue }
      seen.removeAll(keepingCapacity: true)
      var token = part.tokens.lowerBound
      while token < part.tokens.upperBound {
        guard let match = draft.matches.longest(in: table, at: token) else {
          token += 1
          continue
        }
        if !seen.contains(match.entry) {
          seen.append(match.entry)
          let type = draft.mentionType(at: token)
          for other in draft.matches.starting(at: token) where type != .person && type != .organization && other.table == table && other.tokens == match.tokens {
            if let word = words[other.entry] { weights[word.topic] += word.weight * factor }
          }
        }
        token = match.tokens.upperBound
      }
    }
    let ranked = zip(Topic.allCases, weights).filter { $0.1 > 0 }.sorted { ($0.1, $1.0.rawValue) > ($1.1, $0.0.rawValue) }
    guard let (first, top) = ranked.first else { return }
    draft.topics = ranked.prefix(Topics.most).filter { topic, weight in
      topic == first || weight >= Topics.share * top && weight >= Topics.least
    }.map(\.0)
  }
}
