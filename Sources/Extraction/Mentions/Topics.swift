package import DispatchModel
internal import Lexicon

/// Says what a dispatch is about: the words of `topics.tsv` propose, a learned judge weighs them and the other words.
///
/// Each keyword counts once a paragraph, the headline's twice. Where the language has no judge, the weightiest topic is given, and two more
/// where they come near it: most dispatches have two.
struct Topics: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.topics]

  /// Without a judge a further topic needs that share of the first one's weight, and at least `least` of its own.
  private static let share = 0.3
  private static let least = 2.5
  private static let most = 3

  /// The topics by their places in `Topic.allCases`.
  private let words: ParsedTable<(topic: Int, weight: Double)>
  private let judge: TopicJudge?

  init(lexicon: LexiconFile) {
    words = ParsedTable("topics", of: lexicon) { columns in
      guard columns.count >= 3, let topic = Topic.allCases.firstIndex(where: { $0.rawValue == columns[1] }), let weight = Double(columns[2]) else { return nil }
      return (topic, weight)
    }
    judge = TopicJudge(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    guard let signs = signs(of: draft) else { return }
    if let judge {
      draft.topics = judge.topics(signs, most: Topics.most, draft)
      return
    }
    let ranked = zip(Topic.allCases, signs.keywords).filter { $0.1 > 0 }.sorted { ($0.1, $1.0.rawValue) > ($1.1, $0.0.rawValue) }
    guard let (first, top) = ranked.first else { return }
    draft.topics = ranked.prefix(Topics.most).filter { topic, weight in
      topic == first || weight >= Topics.share * top && weight >= Topics.least
    }.map(\.0)
  }

  /// What speaks for the topics of the dispatch; nil where no keyword does, so that nothing is said of a text without words that tell.
  func signs(of draft: Draft) -> TopicSigns? {
    guard let table = words.table else { return nil }
    var signs = TopicSigns()
    // A part tells few: a list is quicker than a set.
    var seen: [Int] = []
    var bodyWords: Set<Word> = []
    var headlineWords: Set<Word> = []
    for part in draft.parts {
      let factor = part.kind == .headline ? 2.0 : part.kind == .subhead || part.kind == .paragraph ? 1.0 : 0
      guard factor > 0 else { continue }
      for token in part.tokens where draft.kind(token) == .word && draft.tokens[token].end - draft.tokens[token].start > 2 && !isName(token, draft) {
        if bodyWords.insert(draft.word(token)).inserted { signs.body.append(token) }
        if part.kind == .headline, headlineWords.insert(draft.word(token)).inserted { signs.headline.append(token) }
      }
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
            if let word = words[other.entry] { signs.keywords[word.topic] += word.weight * factor }
          }
        }
        token = match.tokens.upperBound
      }
    }
    return signs.keywords.contains { $0 > 0 } ? signs : nil
  }

  private func isName(_ token: Int, _ draft: Draft) -> Bool {
    switch draft.mentionType(at: token) {
    case .person, .place, .nationality, .date, .figure: true
    default: false
    }
  }
}

/// What Scripts/train-topics.py learns from.
extension Extractor {
  /// The signs of a dispatch's topics, words folded.
  package struct TopicSample: Sendable {
    /// By topic, the share of its keywords.
    package let shares: [(topic: Topic, share: Double)]
    package let body: [String]
    package let headline: [String]
    package let bodyValue: Double
  }

  /// Nil where nothing speaks for any topic.
  package func topicSample(of dispatch: Dispatch, date: CalendarDate) -> TopicSample? {
    let draft = draft(of: dispatch, date: date, before: Topics.self)
    guard let signs = french.annotators.lazy.compactMap({ $0 as? Topics }).first?.signs(of: draft) else { return nil }
    let folded = { (tokens: [Int]) in tokens.map { Folding.fold(draft.text($0)) } }
    return TopicSample(
      shares: zip(Topic.allCases, signs.shares).filter { $0.1 > 0 }.map { ($0, $1) }, body: folded(signs.body), headline: folded(signs.headline), bodyValue: signs.bodyValue)
  }
}
