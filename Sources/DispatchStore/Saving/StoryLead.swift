internal import DispatchModel
internal import Lexicon

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

  /// The first lines that stand together and are long enough, without the headline and the dateline before a dash. In bytes, since every
  /// dispatch that is saved comes through here.
  private static func lead(of text: String, _ headline: String) -> [UInt8] {
    let title = Array(headline.utf8)
    var block: [UInt8] = []
    var words = 0
    for line in Array(text.utf8.prefix(6_000)).split(separator: newline, omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 <= space }) {
        if words >= leastWords, endsSentence(block) { break }
        block.removeAll(keepingCapacity: true)
        words = 0
      } else if !line.elementsEqual(title) {
        if words >= mostWords { break }
        if !block.isEmpty { block.append(space) }
        block += line
        words += line.split(separator: space).count
      }
    }
    guard words >= leastWords, words >= mostWords || endsSentence(block) else { return [] }
    let head = block.prefix(80)
    for dash in dashes {
      guard let end = head.firstRange(of: dash)?.upperBound else { continue }
      block.removeFirst(end)
      break
    }
    return Array(block.prefix(1_000))
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let dashes = [" - ", " – ", " — ", " -- "].map { Array($0.utf8) }
  private static let ends = [".", "!", "?", "…", "»", "”", "\""].map { Array($0.utf8) }

  private static func endsSentence(_ block: [UInt8]) -> Bool {
    let end = (block.lastIndex { $0 > space } ?? -1) + 1
    return ends.contains { block[..<end].suffix($0.count).elementsEqual($0) }
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
