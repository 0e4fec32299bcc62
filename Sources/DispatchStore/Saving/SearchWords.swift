internal import DispatchModel
internal import Lexicon

/// A dispatch's words as the full-text index has them: folded, so that spellings meet. A contentless index must be given the very same
/// to forget them.
struct SearchWords: Sendable {
  let headline: String
  let body: String
  let filters: String

  init(_ dispatch: Dispatch, _ reading: Reading) {
    headline = Folding.fold(reading.headline)
    body = Folding.fold(dispatch.text)
    filters = FilterTokens.all(dispatch, reading)
  }

  /// How the words begin, each beginning once (`Beginnings`), and those words long enough for the table `word` whose hash is not known.
  func scan(knowing known: Set<UInt64>) -> (beginnings: [UInt32], unknown: [String]) {
    var beginnings = Beginnings.Gathering()
    var unknown: [String] = []
    var seen = SmallSet()
    for text in [headline, body] {
      var text = text
      text.withUTF8 { bytes in
        IndexWords.forEach(in: bytes) { range in
          let word = bytes[range]
          beginnings.add(word)
          guard word.count >= SearchWords.shortest else { return }
          let hash = KnownWords.hash(of: word)
          if seen.insert(hash), !known.contains(hash) { unknown.append(String(decoding: word, as: UTF8.self)) }
        }
      }
    }
    return (beginnings.codes, unknown)
  }

  /// Words of so many bytes are in the table `word`: shorter beginnings are told by their kept counts.
  static let shortest = Beginnings.longest
}
