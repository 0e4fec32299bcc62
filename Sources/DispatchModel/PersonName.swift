/// One key for the transliterations of a person's name: `Vladimir Poutine` and `Putin`, `Mohammed ben Salmane` and `Mohamed bin Salman`.
///
/// Written after how French, English and German wires spell Cyrillic and Arabic names. The whole name is compared, given name too, so two
/// people of one surname keep two keys; endings that tell a woman's given name from a man's (`Martine`, `Michelle`) stay.
enum PersonName {
  /// Letters and groups that stand for one sound, in the order in which they are replaced.
  private static let sounds: [(String, String)] = [
    ("tch", "s"), ("sch", "s"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("ch", "s"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("gue", "ge"), ("gui", "gi"), ("qu", "k"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("y", "i"),
  ]
  /// Given names that each language writes its own way.
  private static let variants: [String: String] = [
    "mohamad": "mohamed", "muhamad": "mohamed", "muhamed": "mohamed", "ahmad": "ahmed", "hosein": "husein", "aleksandre": "aleksandr",
    "aleksander": "aleksandr", "bin": "ben", "ibn": "ben", "abdul": "abdel", "abdal": "abdel", "abd": "abdel", "iusef": "iusuf", "iasir": "iaser",
  ]

  /// The key of a name whose words are folded and apart by spaces already.
  static func key(folded name: String) -> String {
    var words: [String] = []
    for (index, word) in name.split(separator: " ").enumerated() {
      let plain = self.word(String(word), isFirst: index == 0)
      // `Abdel Fattah`, `Abdelfattah`.
      if words.last == "abdel" { words[words.count - 1] += plain } else { words.append(plain) }
    }
    return words.joined(separator: " ")
  }

  /// The same, as scalars: a name's key is asked for with each mention, and strings look for strings slowly.
  private static let scalarSounds = sounds.map { (from: Array($0.0.unicodeScalars), to: Array($0.1.unicodeScalars)) }

  private static func word(_ folded: String, isFirst: Bool) -> String {
    var word = Array(folded.unicodeScalars)
    if word.starts(with: "ye".unicodeScalars) { word.removeFirst() }
    // A sound whose first letter is not there need not be looked for.
    var there = letters(of: word)
    for (from, to) in scalarSounds where there & letters(of: from[..<1]) != 0 {
      replace(from, with: to, in: &word)
      there |= letters(of: to)
    }
    var letters: [Unicode.Scalar] = []
    for letter in word where letters.last != letter { letters.append(letter) }
    // `c` before a dark vowel or a consonant is `k`.
    for index in letters.indices where letters[index] == "c" {
      let next = index + 1 < letters.count ? letters[index + 1] : "a"
      if next != "e", next != "i" { letters[index] = "k" }
    }
    if letters.count > 3, letters.last == "h" { letters.removeLast() }
    // `Poutine`, `Salmane`: the mute ending that French writes; a given name that stands first keeps it.
    if !isFirst, letters.count > 4, letters.last == "e", letters[letters.count - 2] == "n", "aiou".unicodeScalars.contains(letters[letters.count - 3]) { letters.removeLast() }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: letters)
    return variants[String(plain)] ?? String(plain)
  }

  /// A bit for each letter.
  private static func letters(of word: some Sequence<Unicode.Scalar>) -> UInt64 { word.reduce(0) { $0 | 1 << UInt64($1.value & 63) } }

  private static func replace(_ from: [Unicode.Scalar], with to: [Unicode.Scalar], in word: inout [Unicode.Scalar]) {
    var at = 0
    while at + from.count <= word.count {
      if word[at] == from[0], word[at..<at + from.count].elementsEqual(from) {
        word.replaceSubrange(at..<at + from.count, with: to)
        at += to.count
      } else {
        at += 1
      }
    }
  }
}
