internal import Lexicon

/// Tells a text's language: by its script where that says enough, else by its most frequent words (table `languages` of the
/// lexicon that all languages share). `und` where neither speaks clearly.
///
/// Looks at the first 4,000 tokens. Ties, and texts too short to tell, go to what the envelope says.
struct LanguageDetector: Sendable {
  /// The languages that some word speaks for.
  private let languages: [String]
  /// Which of them each frequent word speaks for.
  private let votes: [Word: [Int]]

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
    self.votes = votes
  }

  /// The ISO 639-1 code.
  func language(of tokens: TokenList, bytes: [UInt8], declared: String?) -> String {
    let hint = declared.map { String($0.prefix(2)).lowercased() }
    var words = 0
    var scripts: [String: Int] = [:]
    var counts = [Double](repeating: 0, count: languages.count)
    for index in 0..<min(tokens.count, 4_000) where tokens[index].kind == .word {
      words += 1
      if let script = LanguageDetector.scriptLanguage(bytes, at: Int(tokens[index].start)) { scripts[script, default: 0] += 1 }
      guard let spoken = votes[tokens.word(index)] else { continue }
      for language in spoken { counts[language] += 1 / Double(spoken.count) }
    }
    if let script = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), script.value * 2 > words {
      return script.key == "ru" && hint == "uk" ? "uk" : script.key
    }
    var votes: [String: Double] = [:]
    for (language, count) in zip(languages, counts) where count > 0 { votes[language] = count }
    if let hint, !hint.isEmpty { votes[hint, default: 0] += 2 }
    let ranked = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.value >= 2, best.value >= 0.06 * Double(words) else { return hint ?? "und" }
    if ranked.count > 1, best.value < 1.15 * ranked[1].value, let hint, votes[hint] ?? 0 >= ranked[1].value { return hint }
    return best.key
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
