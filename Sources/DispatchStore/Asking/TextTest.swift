internal import DispatchModel
internal import Lexicon

/// Holds a dispatch's own text against parts of a query, as the full-text index would: for words so frequent that nearly every row
/// matches, where testing rows one after another finds a page sooner than the index.
///
/// Costs some twenty microseconds a dispatch.
struct TextTest {
  private indirect enum Node {
    /// Words that follow one another; of the last only the beginning where `isPrefix`.
    case phrase([[UInt8]], isPrefix: Bool, inHeadline: Bool)
    case not(Node)
    case and([Node])
    case or([Node])
  }

  private let root: Node

  /// nil where the parts ask for more than words.
  init?(_ parts: [Query.Node]) {
    var nodes: [Node] = []
    for part in parts {
      guard let node = TextTest.node(part, inHeadline: false) else { return nil }
      nodes.append(node)
    }
    root = .and(nodes)
  }

  private static func node(_ node: Query.Node, inHeadline: Bool) -> Node? {
    func list(_ nodes: [Query.Node]) -> [Node]? {
      let made = nodes.compactMap { self.node($0, inHeadline: inHeadline) }
      return made.count == nodes.count ? made : nil
    }
    switch node {
    case .words(let words): return phrase(words, isPrefix: false, inHeadline)
    case .prefix(let word): return phrase([word], isPrefix: true, inHeadline)
    case .title(let inner): return self.node(inner, inHeadline: true)
    case .not(let inner): return self.node(inner, inHeadline: inHeadline).map { .not($0) }
    case .and(let nodes): return list(nodes).map { .and($0) }
    case .or(let nodes): return list(nodes).map { .or($0) }
    case .all, .filter, .read, .starred, .days: return nil
    }
  }

  /// Words of ASCII only: other letters the index may fold further than we do.
  private static func phrase(_ words: [String], isPrefix: Bool, _ inHeadline: Bool) -> Node? {
    let parts = IndexWords.all(in: Folding.fold(words.joined(separator: " ")))
    guard !parts.isEmpty, parts.allSatisfy({ $0.allSatisfy { $0 < 0x80 } }) else { return nil }
    return .phrase(parts, isPrefix: isPrefix, inHeadline: inHeadline)
  }

  /// Whether a dispatch with that headline (its reading's) and text matches.
  func matches(headline: String, text: String) -> Bool {
    matches(root, headline: Words(headline), body: Words(text))
  }

  private func matches(_ node: Node, headline: Words, body: Words) -> Bool {
    switch node {
    case .phrase(let words, let isPrefix, let inHeadline):
      headline.contain(words, isPrefix) || (!inHeadline && body.contain(words, isPrefix))
    case .not(let inner): !matches(inner, headline: headline, body: body)
    case .and(let nodes): nodes.allSatisfy { matches($0, headline: headline, body: body) }
    case .or(let nodes): nodes.contains { matches($0, headline: headline, body: body) }
    }
  }

  /// A text folded and parted.
  private struct Words {
    private let bytes: [UInt8]
    private var ranges: [Range<Int>] = []

    init(_ text: String) {
      let folded = Array(Folding.fold(text).utf8)
      bytes = folded
      var ranges: [Range<Int>] = []
      folded.withUnsafeBufferPointer { bytes in IndexWords.forEach(in: bytes) { ranges.append($0) } }
      self.ranges = ranges
    }

    func contain(_ wanted: [[UInt8]], _ isPrefix: Bool) -> Bool {
      guard ranges.count >= wanted.count else { return false }
      return (0...ranges.count - wanted.count).contains { start in
        wanted.indices.allSatisfy { index in
          let word = ranges[start + index]
          let mayGoOn = isPrefix && index == wanted.count - 1
          guard mayGoOn ? word.count >= wanted[index].count : word.count == wanted[index].count else { return false }
          return bytes[word].starts(with: wanted[index])
        }
      }
    }
  }
}
