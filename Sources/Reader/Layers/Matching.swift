/// How well a name answers what was typed.
enum Matching {
  /// The most that letters in order get where they stand apart.
  static let scattered = 100

  /// Higher is better; nil where it does not match. All letters have to occur in order; the beginning of the name, then of one of its
  /// words, then letters side by side count most. Both are folded first. O(name).
  static func score(_ typed: String, _ name: String) -> Int? {
    let wanted = letters(of: typed)
    guard !wanted.isEmpty else { return 0 }
    let letters = letters(of: name)
    if letters.starts(with: wanted) { return 1_000 - min(letters.count, 400) }
    var best: Int?
    for index in letters.indices.dropFirst() where !isLetter(letters[index - 1]) && letters[index...].starts(with: wanted) {
      best = max(best ?? 0, 600 - min(letters.count, 300))
    }
    if let best { return best }
    var score = scattered
    var position = 0
    var previous = -1
    for letter in wanted {
      guard let found = letters[position...].firstIndex(of: letter) else { return nil }
      if found != previous + 1 { score -= min(20, found - previous) }
      previous = found
      position = found + 1
    }
    return score
  }

  /// Folded; a dot counts as a space, so that `read all` finds `read.all`.
  private static func letters(of text: String) -> [Unicode.Scalar] {
    Folding.fold(text).unicodeScalars.map { $0 == "." ? " " : $0 }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
