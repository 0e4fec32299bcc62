internal import Lexicon

/// Tells a text's language: by its script where that says enough, else by its most frequent words (table `languages` of the
/// lexicon that all languages share). `und` where neither speaks clearly.
///
/// Looks at the first 4,000 tokens. Ties, and texts too short to tell, go to what the envelope says.
struct LanguageDetector: Sendable {
  /// The languages that some word speaks for.
  private let languages: [String]
  /// Which of them each frequent word speaks for.
  private let votes: Votes

  init(lexicon: LexiconFile) {
    var languages: [String] = []
    var votes: [Word: [Int]] = [:]
    for entry in lexicon.table("languages").map(lexicon.entries) ?? [] {
      let columns = lexicon.columns(ofEntry: entry)
      guard columns.count > 1 else { continue }
      for code in columns[1].split(separator: ",").map({ String($0) }) {
        if !languages.contains(code) { languages.append(code) }
        votes[Word(columns[0]), default: []] += languages.firstIndex(of: code).map { [$0] } ?? []
      }
    }
    self.languages = languages
    self.votes = Votes(votes)
  }

  /// The ISO 639-1 code.
  func language(of tokens: TokenList, bytes: [UInt8], declared: String?) -> String {
    let hint = declared.map { String($0.prefix(2)).lowercased() }
    var words = 0
    var scripts: [String: Int] = [:]
    var counts = [Double](repeating: 0, count: languages.count)
    for index in 0..<min(tokens.count, 4_000) where tokens[index].kind == .word {
      words += 1
      let start = Int(tokens[index].start)
      if bytes[start] >= 0xCD, let script = LanguageDetector.scriptLanguage(bytes, at: start) { scripts[script, default: 0] += 1 }
      let spoken = votes[tokens.word(index)]
      for place in spoken { counts[votes.languages[place]] += 1 / Double(spoken.count) }
    }
    if let script = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), script.value * 2 > words {
      return script.key == "ru" && hint == "uk" ? "uk" : script.key
    }
    var ranked: [(key: String, value: Double)] = []
    for (language, count) in zip(languages, counts) where count > 0 { ranked.append((language, count)) }
    if let hint, !hint.isEmpty {
      if let place = ranked.firstIndex(where: { $0.key == hint }) { ranked[place].value += 2 } else { ranked.append((hint, 2)) }
    }
    ranked.sort { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.value >= 2, best.value >= 0.06 * Double(words) else { return hint ?? "und" }
    if ranked.count > 1, best.value < 1.15 * ranked[1].value, let hint, ranked.first(where: { $0.key == hint })?.value ?? 0 >= ranked[1].value { return hint }
    return best.key
  }

  /// The frequent words, by open addressing: asked for every word of a text.
  private struct Votes: Sendable {
    /// The languages that the words speak for, one word's after another's.
    private(set) var languages: [Int] = []
    /// The words' hashes, 0 for a free slot; a power of two long.
    private var slots: [UInt64]
    private var places: [Range<Int>]

    init(_ votes: [Word: [Int]]) {
      var size = 16
      while size < votes.count * 2 { size *= 2 }
      slots = [UInt64](repeating: 0, count: size)
      places = [Range<Int>](repeating: 0..<0, count: size)
      for (word, spoken) in votes where word.hash != 0 {
        let slot = slot(of: word.hash)
        slots[slot] = word.hash
        places[slot] = languages.count..<languages.count + spoken.count
        languages += spoken
      }
    }

    /// Where the word's languages are in `languages`; empty for a word that is not frequent.
    subscript(word: Word) -> Range<Int> { word.hash == 0 ? 0..<0 : places[slot(of: word.hash)] }

    private func slot(of hash: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
      return slot
    }
  }

  /// The language that a script stands for, by the first letter of a word; nil for Latin letters.
  private static func scriptLanguage(_ bytes: [UInt8], at index: Int) -> String? {
    guard index + 1 < bytes.count, bytes[index] >= 0xCD else { return nil }
    switch bytes[index] {
    case 0xCD...0xCF: return "el"
    case 0xD0...0xD3: return "ru"
    case 0xD4...0xD5: return "hy"
    case 0xD6...0xD7: return bytes[index] == 0xD6 && bytes[index + 1] < 0x90 ? "hy" : "he"
    case 0xD8...0xDB: return "ar"
    case 0xE0: return bytes[index + 1] < 0xB8 ? "hi" : "th"
    case 0xE1: return bytes[index + 1] == 0x83 || bytes[index + 1] == 0x82 ? "ka" : nil
    case 0xE3: return bytes[index + 1] <= 0x83 ? "ja" : "zh"
    case 0xE4...0xE9: return "zh"
    case 0xEA...0xED: return "ko"
    default: return nil
    }
  }
}
