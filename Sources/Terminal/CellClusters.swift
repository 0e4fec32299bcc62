/// A text cut into what goes into one place of a screen: a base character with the marks and joiners that follow it.
///
/// Cut as terminals do, by the widths of the scalars, not by Unicode's grapheme clusters, which let some Indic
/// syllables be three or four cells wide. Emoji sequences (skin tone, zero-width joiner, pairs of regional indicators) stay together.
struct CellClusters: IteratorProtocol, Sequence {
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    pending = scalars.next()
  }

  /// The next cluster and its width, 1 or 2. A line break or tab comes as a space, a mark without a base on a dotted circle.
  mutating func next() -> (text: String, width: Int)? {
    guard let first = pending else { return nil }
    pending = scalars.next()
    if first.value < 0x300 {
      let text = first.value < 0x20 ? " " : Self.latin[Int(first.value)]
      guard let next = pending, next.value >= 0x300, ScalarClass.width(next) == 0 else { return (text, 1) }
      var cluster = text
      absorb(into: &cluster, after: first)
      return (cluster, 1)
    }
    let width = ScalarClass.width(first)
    var cluster = String(first)
    if width == 0 { cluster = "\u{25CC}" + cluster }
    if ScalarClass.isRegionalIndicator(first) {
      guard let second = pending, ScalarClass.isRegionalIndicator(second) else {
        absorb(into: &cluster, after: first)
        return (cluster, 1)
      }
      pending = scalars.next()
      cluster.unicodeScalars.append(second)
      absorb(into: &cluster, after: second)
      return (cluster, 2)
    }
    absorb(into: &cluster, after: first)
    return (cluster, width == 2 ? 2 : 1)
  }

  /// Takes what joins the cluster: marks and format characters, skin tones, and emoji behind a joiner.
  private mutating func absorb(into cluster: inout String, after base: Unicode.Scalar) {
    var last = base
    var inEmoji = ScalarClass.isPictographic(base)
    while let next = pending {
      let joins =
        ScalarClass.width(next) == 0
        || (inEmoji && (ScalarClass.isSkinTone(next) || (last.value == 0x200D && ScalarClass.isPictographic(next))))
      guard joins else { return }
      cluster.unicodeScalars.append(next)
      inEmoji = inEmoji && (ScalarClass.isPictographic(next) || ScalarClass.width(next) == 0)
      last = next
      pending = scalars.next()
    }
  }

  /// The scalars below U+0300 as strings, made once.
  private static let latin: [String] = (0..<0x300).compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } }
}
