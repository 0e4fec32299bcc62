internal import DispatchModel
internal import Lexicon
internal import Synchronization

/// The lead of a dispatch as the grouping of stories sees it: how its telling words begin.
///
/// Two agencies word their headlines differently and name in their leads the same places, people and things; two happenings of a kind
/// share their headlines' pattern (`le gouvernement présente son projet de loi sur…`) and not their leads. Left out is what says nothing
/// of the happening: short words, those of `story-words.tsv`, the country's own name and what is made from it.
struct StoryLead {
  /// Hashes of the words' first six letters, so that inflected forms are one; each once.
  private let stems: Set<UInt32>

  /// A lead is the first block of so many words that ends as a sentence does; what stands before are headlines.
  private static let leastWords = 12
  private static let mostWords = 45
  private static let stemLength = 6
  /// With fewer stems a lead tells too little to speak for or against anything, and of few a shared one is soon a large part.
  private static let leastStems = 3
  private static let fewStems = 5

  init(_ text: String, headline: String, country: String) {
    var stems: Set<UInt32> = []
    let bytes = StoryLead.lead(of: text, headline)
    let own = StoryLead.ownWords[country] ?? []
    let tokens = Tokenizer.tokenize(bytes)
    var words = 0
    for index in tokens.indices where words < StoryLead.mostWords {
      let token = tokens[index]
      guard token.kind == .word else { continue }
      words += 1
      let folded = Folding.fold(String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))
      guard folded.utf8.count >= 5, !StoryWords.isGeneral(folded), !own.contains(where: folded.hasPrefix) else { continue }
      stems.insert(UInt32(truncatingIfNeeded: Word(String(folded.prefix(StoryLead.stemLength))).hash))
    }
    self.stems = stems
  }

  /// How much of the shorter lead stands in the other, from 0 to 1; nil where one of them tells too little.
  func likeness(to other: StoryLead) -> Double? {
    let fewer = min(stems.count, other.stems.count)
    guard fewer >= StoryLead.leastStems else { return nil }
    return Double(stems.intersection(other.stems).count) / Double(max(fewer, StoryLead.fewStems))
  }

  /// The first lines that stand together and are long enough, without the headline and the dateline before a dash.
  private static func lead(of text: String, _ headline: String) -> [UInt8] {
    var block: [Substring] = []
    var words = 0
    var isLead: Bool { words >= leastWords && block.last?.last { !$0.isWhitespace }.map(".!?…»”\"".contains) == true }
    for line in text.prefix(4_000).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if isLead { break }
        (block, words) = ([], 0)
      } else if line != headline[...] {
        block.append(line)
        words += line.split(separator: " ").count
      }
    }
    guard isLead else { return [] }
    var lead = block.joined(separator: " ")[...]
    for dash in [" - ", " – ", " — ", " -- "] {
      guard let end = lead.prefix(80).firstRange(of: dash)?.upperBound else { continue }
      lead = lead[end...]
      break
    }
    return Array(lead.utf8.prefix(1_000))
  }

  /// How a country's names begin, by its code: `perou`, `peru` for `péruvien` too.
  private static let ownWords: [String: [String]] = Dictionary(
    Country.all.map { country in
      (country.code, StoryHeadline.names(of: country.code).filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }, uniquingKeysWith: { first, _ in first })
}

/// The words of `story-words.tsv`.
enum StoryWords {
  /// Whether a folded word stands in dispatches about anything.
  static func isGeneral(_ folded: String) -> Bool { stems.contains(String(folded.prefix(6))) }

  private static let stems: Set<String> = {
    let lines = String(decoding: PackageResources.story_words_tsv, as: UTF8.self).split(separator: "\n").filter { $0.first != "#" }
    return Set(lines.flatMap { $0.split(separator: "\t").dropFirst().flatMap { $0.split(separator: " ") } }.map { String($0.prefix(6)) })
  }()
}

/// Headline and lead of a dispatch, by which it is put beside others.
struct StoryText {
  let headline: StoryHeadline
  let lead: StoryLead

  init(headline: String, text: String, country: String) {
    self.headline = StoryHeadline(headline)
    lead = StoryLead(text, headline: headline, country: country)
  }

  /// What two dispatches of one story have in common at least, and in the mean over two stories that are made one.
  static let likeness = 0.4

  /// How alike two dispatches about one country are, from 0 to 1: the leads count twice as much as the headlines; where one of them has
  /// no lead that tells, the headlines alone.
  func likeness(to other: StoryText, in country: Set<String>) -> (value: Double, inTheMean: Double) {
    let headlines = headline.likeness(to: other.headline, in: country)
    guard let leads = lead.likeness(to: other.lead) else { return (headlines, 0.25) }
    return ((headlines + 2 * leads) / 3, 0.33)
  }
}

/// The same for all copies of a `DispatchStore`; what a transaction looked at is kept once it has ended well.
final class StoryMemory: Sendable {
  let texts = Mutex(StoryTexts())
}

/// Texts of dispatches that were looked at lately, so that an import does not unpack them again for each update.
struct StoryTexts {
  private var known: [Int64: StoryText] = [:]
  private static let most = 4_096

  subscript(id: Int64) -> StoryText? {
    get { known[id] }
    set {
      if known.count >= StoryTexts.most, newValue != nil { known.removeAll(keepingCapacity: true) }
      known[id] = newValue
    }
  }
}
