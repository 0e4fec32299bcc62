internal import DispatchModel
internal import Glibc
internal import Lexicon

/// What speaks for the topics of a dispatch: the weight of its keywords, and its words.
struct TopicSigns {
  /// The weight of the keywords of each topic, in the order of `Topic.allCases`.
  var keywords = [Double](repeating: 0, count: Topic.allCases.count)
  /// The tokens of the words that say what it is about, each word once: of the whole dispatch, of the headline. Names, nationalities, dates
  /// and figures are none.
  var body: [Int] = []
  var headline: [Int] = []

  /// What a word of the dispatch counts: the less, the more of them there are. The square root keeps long dispatches comparable.
  var bodyValue: Double { 5 / Double(max(1, body.count)).squareRoot() }
  static let headlineValue = 0.7

  /// The keywords of each topic set against those of the weightiest.
  var shares: [Double] {
    let most = keywords.max() ?? 0
    return most > 0 ? keywords.map { $0 / most } : keywords
  }
}

/// How likely it is that a careful reader would give a dispatch each topic: a logistic regression for each, over the share of its keywords
/// and the words of the dispatch, learned by Scripts/train-topics.py.
///
/// The weights are `topic-weights.tsv`: `bias`, `share`, `body` or `head`; the weight; the topic; for a share the topic whose keywords are
/// meant, else the word. `least` is the probability from which a topic beside the likeliest is given.
struct TopicJudge: Sendable {
  private typealias Pull = (topic: Int, weight: Double)
  private var bias = [Double](repeating: 0, count: Topic.allCases.count)
  private var shares = [[Double]](repeating: [Double](repeating: 0, count: Topic.allCases.count), count: Topic.allCases.count)
  private var body: [Word: [Pull]] = [:]
  private var headline: [Word: [Pull]] = [:]
  private var least = 0.3

  /// Nil where the language has no weights.
  init?(lexicon: LexiconFile) {
    guard let table = lexicon.table("topic-weights") else { return nil }
    let numbers = Dictionary(uniqueKeysWithValues: Topic.allCases.enumerated().map { ($1.rawValue, $0) })
    for entry in lexicon.entries(of: table) {
      let row = lexicon.columns(ofEntry: entry)
      guard row.count > 1, let weight = Double(row[1]) else { continue }
      if row[0] == "least" { least = weight }
      guard row.count > 2, let topic = numbers[String(row[2])] else { continue }
      switch row[0] {
      case "bias": bias[topic] = weight
      case "share": if row.count > 3, let other = numbers[String(row[3])] { shares[topic][other] = weight }
      case "body": if row.count > 3 { body[Word(row[3]), default: []].append((topic, weight)) }
      case "head": if row.count > 3 { headline[Word(row[3]), default: []].append((topic, weight)) }
      default: continue
      }
    }
  }

  /// The topics of a dispatch, the likeliest first: one, and up to `most` where they are likely enough.
  func topics(_ signs: TopicSigns, most: Int, _ draft: Draft) -> [Topic] {
    var sums = bias
    for (other, share) in signs.shares.enumerated() where share > 0 {
      for topic in sums.indices { sums[topic] += shares[topic][other] * share }
    }
    let value = signs.bodyValue
    for token in signs.body { for pull in body[draft.word(token)] ?? [] { sums[pull.topic] += pull.weight * value } }
    for token in signs.headline { for pull in headline[draft.word(token)] ?? [] { sums[pull.topic] += pull.weight * TopicSigns.headlineValue } }
    let ranked = zip(Topic.allCases, sums).sorted { ($0.1, $1.0.rawValue) > ($1.1, $0.0.rawValue) }.prefix(most)
    return ranked.enumerated().filter { $0.offset == 0 || 1 / (1 + exp(-$0.element.1)) >= least }.map(\.element.0)
  }
}
