/// A guess at the character set of undeclared text that is not UTF-8.
///
/// In Western text a byte above 0x7F stands alone between ASCII letters; where such bytes come in runs, the text is in another
/// script. Each candidate set decodes the bytes, and the one whose text holds the largest share of its language's most
/// frequent letters wins. The letters are those of the usual frequency counts of running text.
enum CharsetGuess {
  private struct Candidate {
    let name: String
    /// The most frequent letters of the language.
    let frequent: Set<Unicode.Scalar>
    /// The share of non-ASCII characters that they make up in running text.
    let share: Double

    init(_ name: String, _ letters: String, _ share: Double) {
      self.name = name
      self.frequent = Set(letters.unicodeScalars)
      self.share = share
    }
  }

  private static let cyrillic = "оеаинтсрвлкмдпуяыьгз"
  private static let kana = "のにをはがとでるしたてすなかもられこいうりくつれまよさきんーイスルトリンラックアシードタプ"
  private static let candidates: [Candidate] = [
    Candidate("euc-jp", kana, 0.4), Candidate("shift_jis", kana, 0.4),
    Candidate("euc-kr", "이다의는에을가하고지한로은기사도를서인대자어리시정스아나일수그것과부있들라제으원", 0.35),
    Candidate("gb2312", "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么", 0.2),
    Candidate("big5", "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼", 0.2),
    Candidate("tis-620", "านรกเองทมยลวดตสใีัิ่้าไปบคหพ์ขแะุจชู", 0.8),
    Candidate("koi8-r", cyrillic, 0.8), Candidate("windows-1251", cyrillic, 0.8), Candidate("iso-8859-5", cyrillic, 0.8),
    Candidate("windows-1253", "αοιετσνηυρπκμλςάίόέή", 0.85), Candidate("windows-1255", "יוהלאברתשמנםדקח", 0.85),
    Candidate("windows-1256", "المنويرتبسدعهفقة", 0.8),
  ]

  /// The set, or nil where the text looks Western or like nothing known.
  static func guess(_ bytes: [UInt8]) -> Charset? {
    let sample = Array(bytes.prefix(1 << 16))
    guard isInRuns(sample) else { return nil }
    var best: (charset: Charset, score: Double)?
    for candidate in candidates {
      guard let charset = Charset(named: candidate.name), let text = charset.decodeStrictly(bytes) else { continue }
      let score = share(of: candidate.frequent, in: text) / candidate.share
      if score > 0.3, score > (best?.score ?? 0) { best = (charset, score) }
    }
    return best?.charset
  }

  /// Whether most high bytes have a high byte beside them.
  private static func isInRuns(_ bytes: [UInt8]) -> Bool {
    var alone = 0
    var inRun = 0
    var run = 0
    for byte in bytes {
      if byte >= 0x80 {
        run += 1
      } else {
        if run == 1 { alone += 1 } else { inRun += run }
        run = 0
      }
    }
    inRun += run
    return inRun > alone
  }

  private static func share(of frequent: Set<Unicode.Scalar>, in text: String) -> Double {
    var all = 0
    var hits = 0
    for scalar in text.unicodeScalars.prefix(1 << 16) where scalar.value >= 0x80 {
      all += 1
      if frequent.contains(scalar) { hits += 1 }
    }
    return all == 0 ? 0 : Double(hits) / Double(all)
  }
}
