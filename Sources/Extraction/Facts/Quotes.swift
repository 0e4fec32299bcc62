internal import DispatchModel
internal import Lexicon

/// Pairs quotation marks: « », “ ”, and straight ones by parity inside a paragraph.
struct Quotes: Annotator {
  static let requires: Set<Layer> = [.aliases]
  static let provides: Set<Layer> = [.quotes]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    var quotes: [Quote] = []
    for part in draft.parts where part.kind == .paragraph || part.kind == .headline || part.kind == .subhead {
      var open: (token: Int, mark: Word)?
      var depth = 0
      for i in part.tokens {
        let word = draft.word(i)
        if let opened = open {
          // A new opening mark inside, as at the head of a quoted paragraph, nests.
          if word == opened.mark, word != Sign.straightQuote { depth += 1; continue }
          guard closes(word, opened.mark) else { continue }
          if depth > 0 { depth -= 1; continue }
          add(opened.token, i, isOpen: false, to: &quotes)
          open = nil
        } else if word == Sign.openGuillemet || word == Sign.openCurly || word == Sign.straightQuote || word == Sign.lowCurly {
          open = (i, word)
          depth = 0
        }
      }
      if let opened = open, part.tokens.upperBound - opened.token > 4 { add(opened.token, part.tokens.upperBound, isOpen: true, to: &quotes) }
    }
    draft.quotes = quotes
  }

  private func closes(_ word: Word, _ mark: Word) -> Bool {
    if mark == Sign.openGuillemet { return word == Sign.closeGuillemet }
    if mark == Sign.straightQuote { return word == Sign.straightQuote }
    return word == Sign.closeCurly || word == Sign.openCurly && mark == Sign.lowCurly
  }

  private func add(_ open: Int, _ close: Int, isOpen: Bool, to quotes: inout [Quote]) {
    guard close > open + 1 else { return }
    quotes.append(Quote(outer: open..<(isOpen ? close : close + 1), inner: open + 1..<close, isOpen: isOpen))
  }
}
