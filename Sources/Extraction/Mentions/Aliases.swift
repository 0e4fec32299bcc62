internal import DispatchModel
internal import Lexicon

/// Gives the mentions of one person in one dispatch one value, that of the fullest name.
///
/// A surname alone takes it, simple (`Massoum`), compound (`Ndong Oyono`), with an article (`al-Jaafari`) or one half of two
/// (`Kamau` of `Wanjiru Kamau-Otieno`), also in the headline, which stands before the full name; so does a name without its middle
/// (`Dennis Muriuki` of `Dennis Kiprono Muriuki`) or with an initial (`A. Barrow`). Of two people with one surname the one named last
/// before is meant; where both only come later, the surname stays as it is.
struct Aliases: Annotator {
  static let requires: Set<Layer> = [.mentions]
  static let provides: Set<Layer> = [.aliases]

  /// What stands between a name's words, or before them, without telling two names apart.
  private static let joints: WordSet = ["-", "'", ".", "al", "el"]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    let names = draft.mentions.indices.filter { draft.mentions[$0].type == .person && !draft.mentions[$0].isFrame }.map {
      Name(mention: $0, tokens: draft.mentions[$0].tokens.filter { !Self.joints.contains(draft.word($0)) }, in: draft)
    }
    // By each word behind the first: the fuller names that hold it, in the order of the text, the same name once in a row.
    var holders: [Word: [Int]] = [:]
    for (place, name) in names.enumerated() where name.words.count > 1 {
      for word in name.words.dropFirst() where holders[word]?.last.map({ names[$0].words != name.words }) ?? true {
        holders[word, default: []].append(place)
      }
    }
    var values = names.map { draft.mentions[$0.mention].value }
    for (place, name) in names.enumerated() {
      guard let surname = name.words.last, let candidates = holders[surname] else { continue }
      if let full = best(for: name, at: place, among: candidates, names, values, in: draft) { values[place] = values[full] }
    }
    for (place, name) in names.enumerated() { draft.mentions[name.mention].value = values[place] }
  }

  private struct Name {
    let mention: Int
    /// Joints left out.
    let tokens: [Int]
    let words: [Word]

    init(mention: Int, tokens: [Int], in draft: Draft) {
      self.mention = mention
      self.tokens = tokens
      words = tokens.map { draft.word($0) }
    }
  }

  /// The fuller name that this one stands for: the last one before it, else the only one behind it.
  private func best(
    for name: Name, at place: Int, among candidates: [Int], _ names: [Name], _ values: [String], in draft: Draft
  ) -> Int? {
    var later: Int?
    var laterValues: Set<String> = []
    var earlier: Int?
    // A long text about one family must not cost its square.
    for candidate in candidates.prefix(64) where candidate != place && stands(name, for: names[candidate], in: draft) {
      if candidate < place {
        earlier = candidate
      } else {
        if later == nil { later = candidate }
        laterValues.insert(values[candidate])
      }
    }
    if let earlier { return earlier }
    return laterValues.count == 1 ? later : nil
  }

  private func stands(_ name: Name, for full: Name, in draft: Draft) -> Bool {
    let (short, long) = (name.words, full.words)
    guard long.count > short.count || (long.count == short.count && isInitial(name, of: full, in: draft)) else { return false }
    if long.suffix(short.count).elementsEqual(short) { return true }
    guard let first = short.first, let last = short.last else { return false }
    if short.count == 1 {
      // One half of a surname of two.
      return long.count > 2 && long.dropFirst().contains(first) && draft.isGlued(full.tokens[full.tokens.count - 1])
    }
    guard last == long.last, first == long.first || isInitial(name, of: full, in: draft) else { return false }
    return short.dropFirst().dropLast().allSatisfy { long.contains($0) }
  }

  /// `A.` for `Adama`.
  private func isInitial(_ name: Name, of full: Name, in draft: Draft) -> Bool {
    guard name.words.count > 1, let short = name.tokens.first, let long = full.tokens.first, name.words.last == full.words.last else { return false }
    let (start, end) = (Int(draft.tokens[short].start), Int(draft.tokens[short].end))
    guard end - start <= 2, short != long, Int(draft.tokens[long].end) - Int(draft.tokens[long].start) > end - start else { return false }
    let length = end - start
    let other = Int(draft.tokens[long].start)
    return draft.bytes[start..<end].elementsEqual(draft.bytes[other..<other + length])
  }
}
