/// Comparing words without case and accents, as the search index does.
enum Folding {
  /// Lower case, without diacritics of the Latin letters, ligatures spelt out, other marks left out. Linear.
  static func fold(_ text: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return String(folded)
  }

  /// What one scalar becomes: usually one scalar, none for a combining mark, two for a ligature.
  static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0..<0xC0: folded.append(scalar == "\u{A0}" ? " " : scalar)
    case 0x2019, 0x2BC: folded.append("'")
    case 0x202F, 0x2009: folded.append(" ")
    case 0x300...0x36F: return
    default:
      let lower = scalar.properties.lowercaseMapping
      for one in lower.unicodeScalars {
        switch base[one] {
        case .some(let letters): folded.append(contentsOf: letters.unicodeScalars)
        case .none where (0x300...0x36F).contains(one.value): continue
        case .none: folded.append(one)
        }
      }
    }
  }

  /// A text folded scalar by scalar, each folded scalar with the index of the one it comes from: for finding spans.
  static func indexed(_ scalars: ArraySlice<Unicode.Scalar>) -> (folded: [Unicode.Scalar], origin: [Int]) {
    var folded: [Unicode.Scalar] = []
    var origin: [Int] = []
    folded.reserveCapacity(scalars.count)
    origin.reserveCapacity(scalars.count)
    for (index, scalar) in zip(scalars.indices, scalars) {
      if (0x61...0x7A).contains(scalar.value) || scalar == " " {
        folded.append(scalar)
        origin.append(index)
        continue
      }
      var view = String.UnicodeScalarView()
      append(scalar, to: &view)
      for one in view {
        folded.append(one)
        origin.append(index)
      }
    }
    return (folded, origin)
  }

  /// Base letters of Latin-1, Latin Extended-A and the Romanian and Vietnamese ones that names need, from UnicodeData's decompositions.
  private static let base: [Unicode.Scalar: String] = {
    let rows = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįıǐịỉ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
      ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, forms) in rows {
      for form in forms.unicodeScalars { table[form] = letters }
    }
    return table
  }()
}
