internal import Terminal

/// Numbers as the language writes them.
enum Numbers {
  /// `12 348` in French (with a narrow no-break space), `12,348` in English. French leaves four digits ungrouped only in years.
  static func grouped(_ number: Int, _ language: Language) -> DisplayText {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .fr ? "\u{202F}" : "," }
      text.append(digit)
    }
    return DisplayText(number < 0 ? "-" + text : text)
  }

  /// A figure as newsrooms write it: millions and milliards in words where that loses nothing, `1,2 milliard`; else `decimal`.
  static func rounded(_ value: Double, _ language: Language) -> DisplayText {
    for (size, word) in [(1e12, scales.billion), (1e9, scales.milliard), (1e6, scales.million)] where value.magnitude >= size {
      let scaled = value / size
      guard scaled.magnitude < 1e6, (scaled * 1_000).rounded() == scaled * 1_000 else { break }
      let noun = language == .fr ? (scaled.magnitude < 2 ? word.fr.one : word.fr.many) : word.en.many
      return decimal(scaled, language) + "\u{A0}" + noun
    }
    return decimal(value, language)
  }

  private static let scales = (
    million: Counted(fr: ("million", "millions"), en: ("million", "million")),
    milliard: Counted(fr: ("milliard", "milliards"), en: ("billion", "billion")),
    billion: Counted(fr: ("billion", "billions"), en: ("trillion", "trillion"))
  )

  /// A measured value: `76,66` in French, `76.66` in English; whole numbers grouped, at most three decimals.
  static func decimal(_ value: Double, _ language: Language) -> DisplayText {
    guard value.isFinite, value.magnitude < 1e15 else { return DisplayText(String(describing: value)) }
    let thousandths = (value.magnitude * 1000).rounded()
    guard let scaled = Int(exactly: thousandths) else { return DisplayText(String(describing: value)) }
    var fraction = String(scaled % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let whole = grouped(scaled / 1000, language)
    let sign: DisplayText = value < 0 && scaled > 0 ? "−" : ""
    if fraction.isEmpty { return sign + whole }
    return sign + whole + (language == .fr ? "," : ".") + DisplayText(fraction)
  }
}
