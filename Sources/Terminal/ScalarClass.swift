/// What the terminal and the filter have to know about a Unicode scalar.
enum ScalarClass {
  /// Its cells: 0 joins the cell before it, 1 or 2. Ambiguous widths (UAX 11) count as 1, as terminals do outside East Asian locales.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if value >= 0x2000, value < 0x3000 { return widthOfSymbol(value) }
    if contains(WidthTable.none, value) { return 0 }
    if value < 0x1100 { return 1 }
    return contains(WidthTable.two, value) ? 2 : 1
  }

  /// Punctuation, arrows, box drawing, braille: the most frequent after letters, so without a search where that can be.
  private static func widthOfSymbol(_ value: UInt32) -> Int {
    if (0x2010...0x2027).contains(value) || (0x2190...0x2319).contains(value) || (0x2500...0x25FC).contains(value)
      || (0x2800...0x28FF).contains(value)
    {
      return 1
    }
    if contains(WidthTable.none, value) { return 0 }
    return contains(WidthTable.two, value) ? 2 : 1
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && contains(WidthTable.marks, scalar.value)
  }

  static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

  static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

  /// Whether it can be part of an emoji sequence: the blocks of Extended_Pictographic (UTS 51), rounded to whole ranges.
  static func isPictographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x3030, 0x303D, 0x3297, 0x3299: return true
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF: return true
    case 0x1F000...0x1F1E5, 0x1F200...0x1FAFF: return true
    default: return false
    }
  }

  /// Whether U+200C and U+200D change its shape: the cursive and the Indic scripts of the Basic Multilingual Plane.
  static func usesJoiners(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x07FF, 0x0860...0x08FF, 0x0900...0x0DFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x18AF,
      0x1A20...0x1AAF, 0x1B00...0x1C4F, 0xA800...0xA8FF, 0xA980...0xAADF, 0xABC0...0xABFF, 0xFB50...0xFDCF,
      0xFDF0...0xFDFF, 0xFE70...0xFEFC:
      return true
    default: return false
    }
  }

  /// Whether the value lies in one of the ranges, given as first and last in turn, ascending. O(log n).
  static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle * 2 + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low * 2 < ranges.count && ranges[low * 2] <= value
  }
}
